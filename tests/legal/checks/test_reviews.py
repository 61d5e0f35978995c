"""REV: each rule finds its case, and one field settles it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.reviews import Version
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.legal.checks import HistoryFacts
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import activity, register

ONE = "activity-1"


def _reviewed(**values: Any) -> list[Record]:
    standing: dict[str, Any] = {"last_reviewed": date(2025, 11, 21), "since": date(2026, 1, 1)}
    return [activity(**standing | values)]


def _version(**values: Any) -> Version:
    standing: dict[str, Any] = {"number": 1, "day": date(2026, 1, 1), "history_sequence": 7}
    return Version(id=RecordId("version"), **standing | values)


AFTER, BEFORE = HistoryFacts(last_step=8), HistoryFacts(last_step=7)

PAIRS = [
    Pair("R-REV-01", _reviewed(), ONE, ("last_reviewed", date(2025, 11, 22))),
    Pair("R-REV-01", _reviewed(), ONE, ("last_reviewed", None), label="since"),
    Pair(
        "R-REV-01",
        _reviewed(last_reviewed=None, since=None),
        ONE,
        ("since", date(2026, 1, 1)),
        label="neither",
    ),
    Pair("R-REV-01", _reviewed(), ONE, ("status", "ended"), label="ended"),
    Pair(
        "R-REV-01", [*_reviewed(), register()], "register", ("review_months", 13), about=ONE, label="months"
    ),
    Pair(
        "R-REV-02",
        [_version(day=date(2026, 11, 23))],
        "version",
        ("day", date(2026, 11, 22)),
        about="register",
    ),
    Pair(
        "R-REV-02",
        [_version()],
        "version",
        ("history_sequence", 8),
        about="register",
        history=AFTER,
        label="changed since",
    ),
    Pair(
        "R-REV-02",
        [_version()],
        "version",
        ("note", "Først godkjent"),
        about="register",
        history=AFTER,
        settled_history=BEFORE,
        label="not changed since",
    ),
    Pair("R-REV-03", [activity()], ONE, ("owner", "Daglig leder")),
    Pair("R-REV-03", [activity()], ONE, ("status", "ended"), label="ended"),
    Pair("R-REV-04", [activity(status="draft", since=date(2026, 8, 23))], ONE, ("since", date(2026, 8, 24))),
    Pair(
        "R-REV-04", [activity(status="draft", since=date(2020, 1, 1))], ONE, ("since", None), label="no day"
    ),
    Pair(
        "R-REV-04",
        [activity(status="draft", since=date(2020, 1, 1))],
        ONE,
        ("status", "active"),
        label="in use",
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


def test_the_latest_approval_counts() -> None:
    first, second = _version(), replace(_version(history_sequence=9), id=RecordId("second"), number=2)
    assert findings([first, second], "R-REV-02", history=HistoryFacts(last_step=9)) == []
    assert len(findings([first, second], "R-REV-02", history=HistoryFacts(last_step=10))) == 1


def test_a_version_without_a_day_approves_nothing() -> None:
    assert len(findings([_version(day=None)], "R-REV-02")) == 1


def test_a_version_that_does_not_say_what_it_covers_covers_nothing() -> None:
    records = [_version(history_sequence=None, number=None), replace(_version(), id=RecordId("second"))]
    assert findings(records, "R-REV-02", history=BEFORE) == []
    assert len(findings(records[:1], "R-REV-02", history=BEFORE)) == 1


@pytest.mark.parametrize(("months", "told"), [(None, 12), (6, 6), (0, 0)])
def test_the_message_names_the_months_of_the_register(months: int | None, told: int) -> None:
    settings = replace(register(), review_months=months)
    (found,) = findings([*_reviewed(last_reviewed=date(2020, 1, 1)), settings], "R-REV-01")
    assert dict(found.values)["months"] == told
