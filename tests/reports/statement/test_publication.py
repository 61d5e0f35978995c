"""The records of a publication say what the page says: no more, no less."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

import pytest

from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.statements import PublishedItem, PublishedStatement
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal import shipped
from ropa_app.reports import statement_report as report
from ropa_app.reports.page_model import Block, Group, Heading
from ropa_app.reports.page_text import as_text
from ropa_app.reports.statement.ledger import Said
from tests.reports.marked_register import marked_register
from tests.reports.scenes import DAY, activity, edition, velux

FINAL: Final = report.Final(date(2026, 12, 1), "https://prove.example/personvern", "Approved as it stands.")
REGISTERS: Final = pytest.mark.parametrize(
    "records", [velux(), marked_register().reading(), RecordsInMemory([])], ids=["velux", "full", "empty"]
)


def _counting() -> Callable[[], RecordId]:
    numbers = itertools.count(1)
    return lambda: RecordId(f"new{next(numbers):03}")


def _statement(records: RecordsInMemory, language: Language = "nb") -> report.PrintedStatement:
    return report.statement_report(records, language, shipped(), edition(), FINAL)


def _published(made: report.PrintedStatement) -> tuple[PublishedStatement, list[PublishedItem]]:
    statement, *items = made.published_records(_counting())
    assert isinstance(statement, PublishedStatement)
    return statement, [one for one in items if isinstance(one, PublishedItem)]


@REGISTERS
def test_the_records_belong_together_and_have_ids_of_their_own(records: RecordsInMemory) -> None:
    statement, items = _published(_statement(records))
    assert len({statement.id, *(one.id for one in items)}) == len(items) + 1
    assert {one.statement for one in items} == {statement.id}
    assert [one.position for one in items] == list(range(1, len(items) + 1))
    assert (statement.published, statement.place) == (FINAL.published, FINAL.place)


@REGISTERS
def test_every_required_item_is_answered_in_the_order_of_the_list(records: RecordsInMemory) -> None:
    order = [choice.code for choice in shipped().choices("statement_items")]
    _, items = _published(_statement(records))
    assert list(dict.fromkeys(one.item for one in items)) == order


@REGISTERS
def test_the_codes_are_those_of_their_lists(records: RecordsInMemory) -> None:
    for one in _statement(records).published_records(_counting()):
        for name, spec in SPECS[one.KIND].items():
            if spec.type.value in ("code", "codes"):
                value = getattr(one, name)
                codes = (value,) if isinstance(value, str) and value else tuple(value)
                assert all(shipped().choice(spec.of, code) for code in codes), (name, codes)


@REGISTERS
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_page_leaves_open_is_not_said(records: RecordsInMemory, language: Language) -> None:
    made = _statement(records, language)
    _, items = _published(made)
    for gap in made.gaps:
        for concerned in gap.activities or (None,):
            answers = [
                one.said
                for one in items
                if one.item == gap.item and one.section == gap.section
                if not one.activities or concerned in one.activities
            ]
            assert not gap.item or (answers and Said.SAID.value not in answers), gap


def test_what_is_said_has_no_gap_beside_it() -> None:
    made = _statement(velux())
    open_places = {(gap.item, gap.section, one) for gap in made.gaps for one in gap.activities or (None,)}
    said = [one for one in _published(made)[1] if one.said == Said.SAID.value]
    assert len(said) > 8
    for one in said:
        for concerned in one.activities or (None,):
            assert (one.item, one.section, concerned) not in open_places


def _numbers(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading) and block.number:
            yield block.number
        elif isinstance(block, Group):
            yield from _numbers(block.blocks)


@REGISTERS
def test_sections_are_those_of_the_document(records: RecordsInMemory) -> None:
    made = _statement(records)
    numbers = {number for part in made.document.parts for number in _numbers(part.blocks)}
    named = {one.section for one in _published(made)[1] if one.said != Said.NOT_APPLICABLE.value}
    assert named <= numbers


def test_activities_are_named_where_they_differ() -> None:
    made = _statement(velux())
    bases = [one for one in _published(made)[1] if one.item == "legal_basis"]
    told = {one.said: len(one.activities) for one in bases}
    assert told == {"said": 2, "unclear": 3, "not_said": 8}


def test_the_recipients_named_are_parties_of_the_register() -> None:
    records = velux()
    statement, _ = _published(_statement(records))
    known = {
        name.casefold()
        for one in records.of_kind(Party.KIND)
        if isinstance(one, Party)
        for name in (one.name, one.printed_name.nb)
        if name
    }
    printed = as_text(_statement(records).document)
    assert len(statement.recipients_named) > 8
    assert {name.casefold() for name in statement.recipients_named} <= known
    assert all(name in printed for name in statement.recipients_named)


def test_rights_channels_and_time_are_as_printed() -> None:
    statement, _ = _published(_statement(velux()))
    required = [one.code for one in shipped().choices("statement_rights") if "required" in one.flags]
    assert set(required) < set(statement.rights)
    assert {"marketing_optout", "marketing_optout_separate"} < set(statement.rights)
    assert statement.rights_channels == ("email", "post", "phone")
    assert statement.complaint_channels == ("web_form", "post")
    month = shipped().threshold("reply-days", DAY)
    assert month is not None
    assert statement.reply_days == month.value


def test_outdated_terms_and_vague_phrases_of_the_page_are_found() -> None:
    statement, _ = _published(_statement(velux()))
    law = shipped()
    terms = {law.label("outdated_terms", code, "nb") for code in statement.terms}
    assert {"Privacy Shield", "Google Inc.", "likningsmyndighetene"} <= terms
    assert statement.phrases


def test_nothing_is_made_up_about_how_changes_are_told() -> None:
    assert _published(_statement(velux()))[0].changes == ""


def test_a_right_nobody_has_is_not_noted() -> None:
    made = _statement(RecordsInMemory([activity()]))
    assert _published(made)[0].rights == ()


def test_a_draft_has_no_publication() -> None:
    made = report.statement_report(velux(), "nb", shipped(), edition())
    with pytest.raises(ValueError, match="draft"):
        made.published_records(_counting())


def test_the_records_are_the_same_each_time() -> None:
    records: list[Record] = _statement(velux()).published_records(_counting())
    assert records == _statement(velux()).published_records(_counting())
