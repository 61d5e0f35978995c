"""The grid in words: every state, item and reason in three languages, and where to go."""

from __future__ import annotations

import pytest

from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import NO_TEXT, Answer
from ropa_app.i18n import LANGUAGES, Language, translator
from ropa_app.legal import shipped
from ropa_app.legal.coverage import ITEMS, Cell, Grid, Reason
from ropa_app.services.coverage_texts import ASKED, NAMES, REASONS, STATES, CoverageTexts, section_number
from ropa_app.services.naming import Naming
from tests.legal.coverage.covered import LETTERS, SALES, cell, changed, complete, grid_of, without
from tests.reports.scenes import activity


def _texts(records: list[Record], language: Language = "en") -> tuple[Grid, CoverageTexts]:
    held = RecordsInMemory(records)
    naming = Naming(held, shipped(), translator(language), language, "nb")
    return grid_of(held), CoverageTexts(naming)


def test_every_item_state_and_reason_has_words() -> None:
    assert set(NAMES) == set(ASKED) == set(ITEMS)
    assert set(REASONS) == set(Reason) - {Reason.CHECK}
    assert len(set(NAMES.values())) == len(ITEMS)
    assert len(STATES) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_is_told_without_slots(language: Language) -> None:
    found, texts = _texts([*changed(complete(), "purpose-2-1", art6=("6-1-c",))], language)
    for row in found.rows:
        for one in row.cells:
            told = (texts.reason(one), texts.place(one), texts.articles(one), texts.sections(one))
            spoken = texts.spoken(row, one)
            assert all(told[2:])
            assert told[0]
            assert "{" not in "".join((*told, spoken, texts.told(found, one), *texts.remarks(one)))


def test_a_cell_is_spoken_as_activity_item_and_state() -> None:
    found, texts = _texts(changed(complete(), "retention-1-1", period=None), "nb")
    storage = cell(found, "storage")
    assert texts.spoken(found.rows[0], storage) == "1 Nyhetsbrev, lagringstid: mangler"
    vague = changed(complete(), "retention-2-1", criteria=NO_TEXT, period=None)
    found, texts = _texts(changed(vague, "purpose-2-1", art6=("6-1-f", "6-1-b")), "nb")
    doubtful = cell(found, "legal_basis", "activity-2")
    assert texts.spoken(found.rows[1], doubtful).endswith("utfylt, med en advarsel")


def _place(records: list[Record], item: str, activity: str = "activity-1") -> tuple[Cell, CoverageTexts]:
    found, texts = _texts(records)
    return cell(found, item, activity), texts


def test_a_place_is_the_records_and_the_field() -> None:
    one, texts = _place(changed(complete(), "purpose-2-1", art6=()), "legal_basis", "activity-2")
    own = "Finne nye kunder blant bedrifter i nærheten › Legal basis (Art. 6)"
    assert texts.place(one) == f"2 Salg til nye kunder › {own}"
    assert texts.place(one, within=LETTERS) == f"2 Salg til nye kunder › {own}"
    assert texts.place(one, within=SALES) == own
    assert texts.reference(one) == "2/P1"


def test_a_place_on_the_activity_itself_is_the_field_alone() -> None:
    one, texts = _place(changed(complete(), "activity-1", provision=""), "provision")
    assert texts.place(one, within=LETTERS) == "Must the data be provided?"


def test_an_activity_without_number_and_title_has_a_word() -> None:
    bare = activity("", "", public=Answer.YES)
    found, texts = _texts([*complete(), bare])
    purposes = cell(found, "purposes", bare.id)
    assert texts.activity(bare.id) == texts.title(bare.id) == "without a name"
    assert texts.place(purposes, within=bare.id) == ""
    assert texts.spoken(found.rows[0], purposes).startswith("without a name, purposes")


def test_what_is_settled_nowhere_has_no_place() -> None:
    one, texts = _place(complete(), "complaint")
    assert (texts.place(one), texts.reference(one)) == ("", "")


def test_a_record_that_is_not_there_yet_is_called_by_its_kind() -> None:
    one, texts = _place(without(complete(), "statement"), "rights")
    assert texts.place(one) == "The statement › How to use the rights"
    assert texts.reference(one) == "The statement"


def test_an_error_says_what_the_rule_finds() -> None:
    one, texts = _place(changed(complete(), "purpose-1-1", art6=("6-1-c",)), "legal_basis")
    assert texts.reason(one) == "Provision of law missing."
    assert texts.remarks(one) == ["R-LB-05 Provision of law missing."]


def test_the_published_statement_is_told_with_its_section() -> None:
    found, texts = _texts(complete())
    assert texts.told(found, cell(found, "source")) == "Said (section 14)"
    found, texts = _texts(without(complete(), "item-14"))
    assert texts.told(found, cell(found, "source")) == "Not read"
    found, texts = _texts(changed(complete(), "published", published=None))
    assert texts.told(found, cell(found, "source")) == "No published statement is recorded"


def test_sections_are_those_of_the_statement() -> None:
    one, texts = _place(complete(), "storage")
    assert [section_number(code) for code in one.sections] == ["2", "6"]
    assert texts.sections(one).startswith("2 What we do, why")
