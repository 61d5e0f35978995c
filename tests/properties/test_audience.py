"""No internal value reaches the authority's copy, and everything meant for the authority does."""

from __future__ import annotations

from typing import Final

import pytest

from ropa_app.domain.comparing import Change, Difference, Way
from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.reading import RecordsInMemory, owner_of
from ropa_app.domain.steps import BESIDE_CONTENT
from ropa_app.domain.values import Audience
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal import shipped
from ropa_app.reports.article30_report import PARTS, DeclaredGap, RegisterOptions, article30_report
from ropa_app.reports.page_text import printed_strings
from ropa_app.reports.wording import NBSP, Wording
from tests.reports.marked_register import CODES, is_marked, marked_register
from tests.reports.scenes import edition

FIELDS: Final = [(kind, name) for kind, specs in SPECS.items() for name in specs]
# What the authority may see but this document does not carry, and why.
NOT_IN_THE_REGISTER: Final = {
    "statement": "settings of the public statement",
    "statement_text": "paragraphs of the public statement",
    "acceptance": "printed as declared gaps, which are worked out before the document is made",
    "measure.public_text": "the wording for the public; the authority gets the description",
    "activity.recipients_answer": "said by the recipients themselves; an answer only where there are none",
    "place.outside_eea": "said by the country; an answer only where none is named",
}


def _left_out(kind: str, name: str) -> bool:
    return kind in NOT_IN_THE_REGISTER or f"{kind}.{name}" in NOT_IN_THE_REGISTER


def _changes(records: RecordsInMemory) -> Difference:
    """Return a difference in which every record has changed in every field, was added, and was removed."""
    every = [one for one in records.all() if one.KIND not in BESIDE_CONTENT]
    changed = [Change(Way.CHANGED, one.KIND, one.id, owner_of(one), tuple(SPECS[one.KIND])) for one in every]
    added = [Change(Way.ADDED, one.KIND, one.id, owner_of(one)) for one in every]
    gone = [Change(Way.REMOVED, one.KIND, one.id, owner_of(one), before=one) for one in every]
    return Difference(1, (*changed, *added, *gone))


def _printed(language: Language, audience: Audience = Audience.AUTHORITY) -> str:
    records = marked_register().reading()
    gaps = [
        DeclaredGap((), one.id, name, "30(1)(a)", True) for one in records.all() for name in SPECS[one.KIND]
    ]
    options = RegisterOptions(audience=audience, parts=frozenset(PARTS), declared=tuple(gaps))
    document = article30_report(records, language, shipped(), edition(), options, _changes(records))
    return "\n".join(printed_strings(document)).replace(NBSP, " ").casefold()


@pytest.fixture(scope="module", params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Wording:
    language: Language = request.param
    return Wording(language, "nb", shipped())


@pytest.fixture(scope="module")
def printed(words: Wording) -> str:
    return _printed(words.language)


def _traces(kind: str, name: str, words: Wording) -> list[str]:
    found = marked_register().traces(kind, name, words)
    return [trace.replace(NBSP, " ").casefold() for trace in found]


def test_nothing_internal_is_printed(words: Wording, printed: str) -> None:
    codes = (FieldType.CODE, FieldType.CODES)
    leaked = [
        (kind, name, trace)
        for kind, name in FIELDS
        if SPECS[kind][name].audience is Audience.INTERNAL
        and (SPECS[kind][name].type not in codes or (kind, name) in CODES)
        and (kind, name) != ("register", "language")
        for trace in _traces(kind, name, words)
        if trace in printed
    ]
    assert leaked == []


def test_every_marker_of_an_internal_field_names_itself() -> None:
    made = marked_register()
    words = Wording("nb", "nb", shipped())
    for kind, name in FIELDS:
        if is_marked(kind, name):
            assert all(f"zq-{kind}.{name}" in trace.casefold() for trace in made.traces(kind, name, words))


def test_everything_for_the_authority_is_printed(words: Wording, printed: str) -> None:
    silent = [
        (kind, name)
        for kind, name in FIELDS
        if SPECS[kind][name].audience > Audience.INTERNAL and not _left_out(kind, name)
        if (traces := _traces(kind, name, words)) and not any(trace in printed for trace in traces)
    ]
    assert silent == []


def test_what_is_left_out_exists_and_is_left_out(words: Wording, printed: str) -> None:
    for place in NOT_IN_THE_REGISTER:
        kind, _, name = place.partition(".")
        names = [name] if name else list(SPECS[kind])
        for one in names:
            marked = is_marked(kind, one)
            assert not marked or not any(trace in printed for trace in _traces(kind, one, words))


def test_an_internal_copy_prints_every_internal_field(words: Wording) -> None:
    printed = _printed(words.language, Audience.INTERNAL)
    silent = [
        (kind, name)
        for kind, name in FIELDS
        if SPECS[kind][name].audience is Audience.INTERNAL
        if (traces := _traces(kind, name, words)) and not any(trace in printed for trace in traces)
    ]
    assert silent == []


def test_an_internal_copy_names_every_internal_answer_and_link(words: Wording) -> None:
    printed = _printed(words.language, Audience.INTERNAL)
    untraced = (FieldType.ANSWER, FieldType.REF, FieldType.REFS)
    labels = {
        words.t.marked(spec.label).rstrip("?").casefold()
        for specs in SPECS.values()
        for name, spec in specs.items()
        if spec.audience is Audience.INTERNAL and spec.type in untraced and name != "about"
    }
    assert len(labels) > 5
    assert [label for label in labels if f"{label}: " not in printed] == []


def test_an_internal_copy_prints_what_the_authority_gets(words: Wording) -> None:
    printed = _printed(words.language, Audience.INTERNAL)
    for kind, name in FIELDS:
        if SPECS[kind][name].audience > Audience.INTERNAL and not _left_out(kind, name):
            traces = _traces(kind, name, words)
            assert not traces or any(trace in printed for trace in traces), (kind, name)
