"""Findings in words: every value of every finding can be told, in the language of the reader."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ropa_app.domain.entities.parties import Party
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.values import Period, RecordId, Text
from ropa_app.i18n import LANGUAGES, Language, translator
from ropa_app.legal import shipped
from ropa_app.legal.checks import Fields, Finding, Named
from ropa_app.services.finding_texts import FindingTexts
from ropa_app.services.naming import Naming
from tests.legal.checks.judging import every_pair, findings
from tests.reports.scenes import activity

NO_RECORDS = RecordsInMemory(())


def _texts(language: Language, records: RecordsInMemory = NO_RECORDS) -> FindingTexts:
    return FindingTexts(Naming(records, shipped(), translator(language), language, "nb"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_found_can_be_told(language: Language) -> None:
    for pair in every_pair():
        texts = _texts(language, RecordsInMemory({one.id: one for one in pair.records}.values()))
        for one in findings(pair.records, pair.rule, pair.day, pair.history):
            for told in (texts.message(one), texts.advice(one)):
                assert told, str(pair)
                assert not {"{", "}"} & set(told), told
                assert "«»" not in told, told
                assert "“”" not in told, told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", "Teksten mangler på dokumentenes hovedspråk: Behandling, Funksjonsområde."),
        ("nn", "Teksten manglar på hovudspråket i dokumenta: Behandling, Funksjonsområde."),
        ("en", "The text is missing in the documents' main language: Processing activity, Business area."),
    ],
)
def test_fields_are_named_by_their_labels(language: Language, told: str) -> None:
    fields = Fields("activity", ("title", "area"))
    finding = Finding("R-LNG-01", "activity", RecordId("a"), "title", (("fields", fields),))

    assert _texts(language).message(finding) == told


def test_vague_words_are_told_in_the_language_of_the_reader() -> None:
    words = Text(nb="drive forretning", nn="drive forretning", en="do business")
    one = activity(title="Salg")
    values = (("activity", Named((one.id,))), ("value", words))
    found = Finding("R-PUR-02", "purpose", RecordId("p"), "text", values)

    assert "«Salg» er for generelt: drive forretning." in _texts("nb", RecordsInMemory([one])).message(found)
    assert "“Salg” is too general: do business." in _texts("en", RecordsInMemory([one])).message(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_ends_in_a_full_stop_ends_the_sentence(language: Language) -> None:
    acme = Party(id=RecordId("p"), name="Acme Inc.")
    found = Finding("R-PRO-01", "party", acme.id, "", (("processor", Named((acme.id,))),))

    told = _texts(language, RecordsInMemory([acme])).message(found)

    assert "Acme Inc." in told
    assert ".." not in told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", "har vært utkast i over 1 måned."),
        ("nn", "har vore utkast i over 3 månader."),
        ("en", "has been a draft for more than 3 months."),
    ],
)
def test_a_limit_is_told_as_the_law_data_have_it(language: Language, told: str) -> None:
    one = activity(status="draft")
    limit = Period(Decimal(1 if language == "nb" else 3), "month")
    values = (("activity", Named((one.id,))), ("period", limit))
    found = Finding("R-REV-04", "activity", one.id, "status", values)
    said = _texts(language, RecordsInMemory([one])).message(found).replace("\u00a0", " ")
    assert said.endswith(told)
