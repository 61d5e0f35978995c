"""RET: each rule finds its case, and one field settles it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import DataLine
from ropa_app.domain.entities.activity_flow import Retention
from ropa_app.domain.record import Record
from ropa_app.domain.values import Period, RecordId
from ropa_app.legal.checks import Coded, Named
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import activity, owned, same

LINE, RULE = "data_line-1-1", "retention-1-1"
SECOND = RecordId("data_line-1-2")


def _period(number: str, unit: str = "year") -> Period:
    return Period(Decimal(number), unit)


def _kept(
    number: str = "1", unit: str = "year", categories: tuple[str, ...] = (), **values: Any
) -> list[Record]:
    """Return activity 1 with one data line and one rule with a period."""
    standing: dict[str, Any] = {"period": _period(number, unit), "start": "collected"}
    rule = owned(Retention, **standing | values)
    return [activity(), owned(DataLine, categories=categories), rule]


def _criteria(text: str) -> list[Record]:
    return _kept(period=None, start="", criteria=same(text))


PRIMARY, SECONDARY = ("accounting_primary",), ("accounting_secondary",)
OTHER_LINE = owned(DataLine, "1", 2, categories=("name",))
EMPTY = "retention-1-2"


def _beside() -> list[Record]:
    """Return an activity whose data have a period, and a rule beside it that says nothing."""
    return [*_kept(), owned(Retention, "1", 2)]


PAIRS = [
    Pair("R-RET-01", _kept(period=None), RULE, ("period", _period("1")), about=LINE),
    Pair(
        "R-RET-01", _kept(period=None), RULE, ("criteria", same("Så lenge ...")), about=LINE, label="criteria"
    ),
    Pair("R-RET-01", [*_kept(lines=(SECOND,)), OTHER_LINE], RULE, ("lines", ()), about=LINE, label="line"),
    Pair("R-RET-01", _kept(period=None), "activity-1", ("status", "ended"), about=LINE, label="ended"),
    Pair("R-RET-01", _beside(), EMPTY, ("period", _period("2")), label="empty rule"),
    Pair("R-RET-01", _beside(), EMPTY, ("criteria", same("Til du slutter.")), label="empty rule, criteria"),
    Pair(
        "R-RET-02",
        _criteria("Vi lagrer så lenge det er nødvendig."),
        RULE,
        ("criteria", same("Til du slutter.")),
    ),
    Pair("R-RET-02", _criteria("Så lenge det er nødvendig"), RULE, ("period", _period("1")), label="period"),
    Pair("R-RET-03", _kept(start=""), RULE, ("start", "collected")),
    Pair("R-RET-03", _kept(start=""), RULE, ("period", None), label="no period"),
    Pair("R-RET-04", _kept("10.1"), RULE, ("period", _period("10"))),
    Pair("R-RET-04", _kept("11"), RULE, ("law_reference", same("Arkivlova § 6")), label="law"),
    Pair("R-RET-04", _kept("121", "month"), RULE, ("reason", same("Garantitid")), label="reason"),
    Pair("R-RET-05", _kept("4.9", categories=PRIMARY), RULE, ("period", _period("5"))),
    Pair(
        "R-RET-05",
        _kept("41", "month", SECONDARY),
        RULE,
        ("period", _period("42", "month")),
        label="secondary",
    ),
    Pair("R-RET-05", _kept(categories=PRIMARY), LINE, ("categories", ("name",)), about=RULE, label="line"),
    Pair(
        "R-RET-05",
        [*_kept(categories=PRIMARY, lines=(RecordId(LINE),)), OTHER_LINE],
        RULE,
        ("lines", (SECOND,)),
        label="covers another line",
    ),
    Pair("R-RET-06", _kept(), RULE, ("method", "automatic")),
    Pair("R-RET-06", _kept(), "activity-1", ("status", "ended"), about=RULE, label="ended"),
    Pair("R-RET-07", [activity(status="ended")], "activity-1", ("deletion_confirmed", date(2026, 1, 1))),
    Pair("R-RET-07", [activity(status="ended")], "activity-1", ("status", "active"), label="goes on"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


@pytest.mark.parametrize(
    ("categories", "years"), [(PRIMARY, "5"), (SECONDARY, "3.5"), ((*PRIMARY, *SECONDARY), "5")]
)
def test_the_message_names_the_years_of_the_law(categories: tuple[str, ...], years: str) -> None:
    (found,) = findings(_kept("1", categories=categories), "R-RET-05")
    assert found.values == (("years", Decimal(years)),)


def test_the_law_on_accounting_is_that_of_the_day() -> None:
    assert findings(_kept(categories=PRIMARY), "R-RET-05", date(2014, 1, 31)) == []
    assert len(findings(_kept(categories=PRIMARY), "R-RET-05", date(2014, 2, 1))) == 1


@pytest.mark.parametrize(
    ("line", "called"),
    [
        (owned(DataLine, categories=("name",)), Coded("data_categories", ("name",))),
        (owned(DataLine, categories_note=same("Alt om deg")), same("Alt om deg")),
        (owned(DataLine), Named((RecordId(LINE),))),
    ],
)
def test_a_data_line_is_called_what_is_known_of_it(line: Record, called: object) -> None:
    (found,) = findings([activity(), line], "R-RET-01")
    assert dict(found.values)["category"] == called


def test_a_rule_without_period_or_criterion_covers_nothing() -> None:
    empty = owned(Retention, "1", 2, lines=(RecordId(LINE),))
    records = [*_kept(lines=(SECOND,)), empty, OTHER_LINE]
    assert [one.record for one in findings(records, "R-RET-01")] == [LINE]
