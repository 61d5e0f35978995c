"""Completeness: 100 % is reached when nothing of a level is open, and not before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ropa_app.domain.entities.activity_data import DataLine
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.legal import shipped
from ropa_app.legal.checks import Level, check_register
from ropa_app.services.checking import Judgement, judged
from ropa_app.services.completeness import LEVELS, Standing, of_record, of_register, open_rules
from tests.reports import scenes
from tests.reports.scenes import activity, organisation, owned, velux

DAY = date(2026, 11, 22)


def _judged(records: Iterable[Record]) -> tuple[RecordsInMemory, Judgement]:
    held = RecordsInMemory(records)
    return held, judged(held, check_register(held, shipped(), DAY), DAY)


def test_what_an_activity_owns_counts_for_it() -> None:
    records, judgement = _judged([scenes.register(), organisation(), activity(), owned(DataLine)])
    missing = of_record(records, judgement, RecordId("activity-1"))
    assert missing[Level.ART30] > 1
    assert missing[Level.ART30] <= missing[Level.ART13] <= missing[Level.PRACTICE]
    standing = of_register(records, judgement)[Level.ART30]
    assert standing.complete < standing.total


def test_an_activity_that_has_ended_is_not_counted() -> None:
    records, judgement = _judged([scenes.register(), organisation(), activity(status="ended")])
    live, other = _judged([scenes.register(), organisation(), activity()])
    assert of_register(records, judgement)[Level.ART30].total < of_register(live, other)[Level.ART30].total


def test_the_example_is_complete_at_no_level() -> None:
    records = velux()
    judgement = judged(records, check_register(records, shipped(), DAY), DAY)
    standings = of_register(records, judgement)
    assert all(standings[level].percent < 100 for level in LEVELS)
    assert standings[Level.ART30].complete >= standings[Level.ART13].complete


@given(st.integers(0, 500), st.integers(1, 500))
def test_only_the_whole_is_a_hundred(complete: int, total: int) -> None:
    one = Standing(min(complete, total), total)
    assert (one.percent == 100) == (one.complete == one.total)


def test_nothing_open_is_a_hundred_percent() -> None:
    records, judgement = _judged([])
    assert list(open_rules(judgement, Level.PRACTICE)) == []
    assert of_register(records, judgement)[Level.PRACTICE].percent == 100
