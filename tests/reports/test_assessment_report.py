"""An assessment as an annex: every method read and approved in three languages, and who may see what."""

from __future__ import annotations

from io import BytesIO

import pytest

from ropa_app.domain.declare import FieldType
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.values import Audience
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal import shipped
from ropa_app.reports.assessment_report import assessment_report
from ropa_app.reports.page_text import as_text, printed_strings
from ropa_app.reports.pdf import write_pdf
from ropa_app.reports.wording import NBSP, Wording
from tests.reports.golden import assert_golden
from tests.reports.marked_register import marked_register
from tests.reports.scenes import edition
from tests.samples.assessments import PLACES, annex, assessed

METHODS = {
    1: "lia",
    2: "dpia",
    3: "tia",
    4: "compatibility",
    5: "risk",
    6: "settled",
    7: "begun",
    8: "unstated",
}


def _text(place: int, language: Language, audience: Audience = Audience.AUTHORITY) -> str:
    return as_text(annex(place, language, audience)(assessed())).replace(NBSP, " ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_every_method_reads_as_approved(place: int, language: Language) -> None:
    assert_golden(f"annex-{METHODS[place]}-{language}", _text(place, language))


def test_what_the_organisation_notes_stands_in_the_internal_copy_only() -> None:
    internal, shown = _text(2, "nb", Audience.INTERNAL), _text(2, "nb")
    assert "foot: Intern kopi | Versjon 2" in internal
    for note in ("Sjekk skiltene igjen.", "Brevet er sendt."):
        assert note in internal
        assert note not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_internal_reaches_the_authority(language: Language) -> None:
    marked = marked_register()
    records, words = marked.reading(), Wording(language, "nb", shipped())
    printed = "\n".join(
        text
        for one in records.of_kind(Assessment.KIND)
        if isinstance(one, Assessment)
        for text in printed_strings(assessment_report(records, one, language, shipped(), edition()))
    )
    told = printed.replace(NBSP, " ").casefold()
    texts = (FieldType.LINE, FieldType.LINES, FieldType.TEXT, FieldType.LOCAL_LINE, FieldType.LOCAL_TEXT)
    leaked = [
        (kind, name)
        for kind, specs in SPECS.items()
        for name, spec in specs.items()
        if spec.audience is Audience.INTERNAL and spec.type in texts
        for trace in marked.traces(kind, name, words)
        if trace.replace(NBSP, " ").casefold() in told
    ]
    assert leaked == []
    for name, spec in SPECS["assessment"].items():
        if spec.type in texts:
            traces = [one.replace(NBSP, " ").casefold() for one in marked.traces("assessment", name, words)]
            assert any(one in told for one in traces), name


def test_the_same_assessment_gives_the_same_bytes() -> None:
    first, second = BytesIO(), BytesIO()
    write_pdf(annex(2, "nn")(assessed()), first)
    write_pdf(annex(2, "nn")(assessed()), second)
    assert first.getvalue() == second.getvalue()
