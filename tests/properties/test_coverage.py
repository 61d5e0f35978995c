"""The grid agrees with the checks, with what the statement prints, and with the level of completeness."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Final

import pytest

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.reading import Records, RecordsInMemory, owner_of
from ropa_app.domain.values import RecordId
from ropa_app.legal import shipped
from ropa_app.legal.checks import Level, Severity, check_register, rules
from ropa_app.legal.coverage import ITEMS, SECTIONS, Grid, Reason, State
from ropa_app.reports.statement.ledger import Said
from ropa_app.reports.statement_report import statement_report
from ropa_app.services.checking import Judgement, judged
from ropa_app.services.completeness import of_record, up_to
from ropa_app.services.coverage import coverage_of
from ropa_app.services.synthetic import synthetic_records
from tests.legal.coverage.covered import complete
from tests.reports.scenes import DAY, edition, velux

GOLDEN: Final = date(2018, 7, 31)
CASES: Final = {
    "example-2018": GOLDEN,
    "example-2026": DAY,
    "synthetic-5": DAY,
    "synthetic-6": date(2021, 3, 1),
    "synthetic-7": DAY,
    "complete": DAY,
}
# What an item depends on where it is missing for want of that.
_DECIDED: Final = (Reason.BASIS_DECIDES, Reason.RECIPIENTS_DECIDE)


@cache
def _records(name: str) -> RecordsInMemory:
    kind, _, seed = name.partition("-")
    if kind == "synthetic":
        numbers = itertools.count(1)
        return RecordsInMemory(synthetic_records(60, int(seed), lambda: RecordId(f"id{next(numbers):05}")))
    return velux() if kind == "example" else RecordsInMemory(complete())


@cache
def _judged(name: str) -> tuple[Records, Judgement, Grid]:
    return _judge(_records(name), CASES[name])


def _judge(held: Records, day: date = DAY) -> tuple[Records, Judgement, Grid]:
    checked = check_register(held, shipped(), day)
    return held, judged(held, checked, day), coverage_of(held, shipped(), checked, day)


def _gaps(held: Records, grid: Grid, day: date) -> set[tuple[str, RecordId]]:
    """Return the items, each with an activity, of which the statement prints that they are not settled."""
    printed = statement_report(held, "nb", shipped(), edition(day))
    every = tuple(row.activity for row in grid.rows)
    return {(gap.item, one) for gap in printed.gaps if gap.item for one in gap.activities or every}


def _concerned(held: Records, record: RecordId, grid: Grid, judgement: Judgement) -> Iterable[RecordId]:
    """Return the activities of the grid that a finding about a record leaves something open for."""
    roots = [record]
    while (found := held.get(roots[-1])) is not None and (owner := owner_of(found)):
        roots.append(owner)
    kinds = {one.KIND for root in roots if (one := held.get(root))}
    every = [row.activity for row in grid.rows]
    if "organisation" in kinds:
        return every
    facts = judgement.checked.facts
    return [one for one in every if one in roots or facts[one].users.intersection(roots)]


@pytest.mark.parametrize("name", CASES)
def test_no_item_with_an_open_error_is_filled(name: str) -> None:
    errors = _errors_are_missing(*_judged(name))
    assert errors > 0 or name == "complete"


def _errors_are_missing(held: Records, judgement: Judgement, grid: Grid) -> int:
    """Fail where an item is filled that an error is open for; return how many cells have one."""
    rows = {row.activity: row for row in grid.rows}
    looked = 0
    for one in judgement.findings:
        rule = rules()[one.finding.rule]
        if rule.item and rule.severity is Severity.ERROR and one.is_open:
            for activity in _concerned(held, one.finding.record, grid, judgement):
                cell = rows[activity].cells[ITEMS.index(rule.item)]
                assert cell.state is State.MISSING, (one.finding, activity)
                assert one.finding in cell.findings
                looked += 1
    return looked


@pytest.mark.parametrize("name", CASES)
def test_everything_missing_leads_somewhere(name: str) -> None:
    held, _, grid = _judged(name)
    _missing_leads_somewhere(held, grid)


def _missing_leads_somewhere(held: Records, grid: Grid) -> None:
    for row in grid.rows:
        for cell in row.missing:
            assert cell.spot is not None
            found = held.get(cell.spot.record)
            assert found is not None
            assert cell.spot.kind == found.KIND
            assert not cell.spot.field or hasattr(found, cell.spot.field)


@pytest.mark.parametrize("name", CASES)
def test_what_is_missing_is_what_the_statement_prints_as_not_settled(name: str) -> None:
    held, _, grid = _judged(name)
    _gaps_are_missing(held, grid, CASES[name])


def _gaps_are_missing(held: Records, grid: Grid, day: date = DAY) -> None:
    """Fail where a gap of the statement is not missing, or where nothing explains what is missing.

    What is missing is a gap, or an error is open for it, or it waits for the basis or the recipients.
    """
    gaps = _gaps(held, grid, day)
    assert gaps <= {(cell.item, row.activity) for row in grid.rows for cell in row.missing}
    for row in grid.rows:
        for cell in row.missing:
            errors = [one for one in cell.findings if rules()[one.rule].severity is Severity.ERROR]
            assert errors or (cell.item, row.activity) in gaps or cell.reason in _DECIDED, cell


@pytest.mark.parametrize("name", CASES)
def test_items_are_told_in_the_sections_that_the_grid_names(name: str) -> None:
    held, _, grid = _judged(name)
    printed = statement_report(held, "nb", shipped(), edition(CASES[name]))
    said = {(one.item, one.section) for one in printed.items if one.said is Said.SAID}
    assert said
    assert all(section == str(int(SECTIONS[item][0][:2])) for item, section in said)
    assert len(grid.rows) > 1


@pytest.mark.parametrize("name", CASES)
def test_an_activity_that_is_ready_for_the_statement_misses_nothing_of_its_own(name: str) -> None:
    ready = _completeness_agrees(*_judged(name))
    assert ready == 2 or name != "complete"


def _completeness_agrees(held: Records, judgement: Judgement, grid: Grid) -> int:
    """Fail where both differ on what an activity and its records lack; return how many lack nothing."""
    ready = 0
    for row in grid.rows:
        own = {row.activity, *(one.id for one in held.owned(row.activity))}
        lacking = [one for one in row.missing if one.spot and one.spot.record in own]
        doubtful = [one for one in row.cells if any(f.record in own for f in one.findings)]
        unnamed = _without_item(judgement, own)
        complete_there = of_record(held, judgement, row.activity)[Level.ART13] == 0
        assert complete_there == (not lacking and not doubtful and not unnamed), row.activity
        ready += complete_there
    return ready


def _without_item(judgement: Judgement, own: set[RecordId]) -> list[str]:
    """Return the rules that no item names, up to the statement, that are open for some records."""
    counted = up_to(Level.ART13)
    return [
        one.rule.id
        for one in judgement.findings
        if one.is_open and one.rule.level in counted and not one.rule.item and one.finding.record in own
    ]


def test_nothing_is_missing_where_all_is_filled_and_the_statement_prints_no_gap() -> None:
    held, _, grid = _judged("complete")
    assert grid.percent == 100
    assert _gaps(held, grid, DAY) == set()


def test_whatever_single_field_is_emptied_all_four_agree() -> None:
    whole, looked, lacking = complete(), 0, set()
    for place, one in enumerate(whole):
        for name, spec in SPECS[one.KIND].items():
            if spec.type is FieldType.PARENT or getattr(one, name) == spec.untouched:
                continue
            empty: Any = replace(one, **{name: spec.untouched})
            made: Any = (*whole[:place], empty, *whole[place + 1 :])
            held, judgement, grid = _judge(RecordsInMemory(made))
            _errors_are_missing(held, judgement, grid)
            _missing_leads_somewhere(held, grid)
            _gaps_are_missing(held, grid)
            _completeness_agrees(held, judgement, grid)
            lacking.update(cell.item for row in grid.rows for cell in row.missing)
            looked += 1
    assert looked > 60
    assert lacking == set(ITEMS) - {"complaint", "further_purpose"}
