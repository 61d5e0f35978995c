"""COO: each rule finds its case, and one field settles it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.activity_flow import Tracker
from ropa_app.domain.record import Record
from ropa_app.domain.values import NO_TEXT, Answer, Period, RecordId
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import activity, owned, same

TRACKER, PURPOSE = "tracker-1-1", "purpose-1-1"
COMPLETE: dict[str, Any] = {
    "name": "_ga",
    "provider": RecordId("party"),
    "category": "statistics",
    "purpose": same("Telle besøk"),
    "duration": Period(Decimal(1), "year"),
}
EMPTY: dict[str, Any] = {"name": "", "provider": None, "category": "", "purpose": NO_TEXT, "duration": None}


def _tracked(basis: str = "6-1-a", **values: Any) -> list[Record]:
    """Return activity 1 with a complete tracker that waits for consent."""
    tracker = owned(Tracker, **COMPLETE | {"consent_way": "active"} | values)
    return [activity(), owned(Purpose, art6=(basis,)), tracker]


def _anonymous() -> list[Record]:
    line = owned(DataLine, categories=("online_identifiers",))
    return [*_tracked(called_anonymous=Answer.YES), line]


PAIRS = [
    Pair("R-COO-01", _tracked(consent_way="notice_only"), TRACKER, ("consent_way", "active")),
    Pair("R-COO-01", _tracked(consent_way=""), TRACKER, ("category", "necessary"), label="necessary"),
    Pair("R-COO-01", _tracked(consent_way=""), TRACKER, ("category", ""), label="not known"),
    Pair("R-COO-01", _tracked("6-1-f"), PURPOSE, ("art6", ("6-1-a",)), about=TRACKER, label="basis"),
    Pair("R-COO-01", _tracked("6-1-f"), "activity-1", ("status", "ended"), about=TRACKER, label="ended"),
    Pair(
        "R-COO-02", _tracked(consent_way="browser_settings", category=""), TRACKER, ("consent_way", "active")
    ),
    Pair(
        "R-COO-02",
        _tracked(consent_way="browser_settings"),
        TRACKER,
        ("category", "necessary"),
        label="needed",
    ),
    Pair(
        "R-COO-02",
        _tracked(consent_way="browser_settings"),
        "activity-1",
        ("status", "ended"),
        about=TRACKER,
        label="ended",
    ),
    *(
        Pair("R-COO-03", _tracked(**{name: nothing}), TRACKER, (name, COMPLETE[name]), label=name)
        for name, nothing in EMPTY.items()
    ),
    Pair("R-COO-03", _tracked(name=""), "activity-1", ("status", "ended"), about=TRACKER, label="ended"),
    Pair("R-COO-03", [activity(topics=("web_tracking",))], "activity-1", ("topics", ()), label="no tracker"),
    Pair(
        "R-COO-03", [activity(topics=("web_tracking",))], "activity-1", ("status", "ended"), label="no longer"
    ),
    Pair("R-COO-04", _anonymous(), TRACKER, ("called_anonymous", Answer.NO)),
    Pair("R-COO-04", _anonymous(), "data_line-1-1", ("categories", ("name",)), about=TRACKER, label="data"),
    Pair("R-COO-04", _anonymous(), "activity-1", ("status", "ended"), about=TRACKER, label="ended"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


@pytest.mark.parametrize("rule", ["R-COO-01", "R-COO-02"])
def test_browser_settings_were_consent_until_the_act_of_2024(rule: str) -> None:
    records = _tracked(consent_way="browser_settings")
    assert findings(records, rule, date(2024, 12, 31)) == []
    assert [one.record for one in findings(records, rule, date(2025, 1, 1))] == [TRACKER]


def test_a_tracker_that_is_told_of_settles_the_topic() -> None:
    records = [activity(topics=("web_tracking",)), *_tracked()[1:]]
    assert findings(records, "R-COO-03") == []


@pytest.mark.parametrize("name", EMPTY)
def test_the_finding_points_at_what_is_not_told(name: str) -> None:
    assert [one.field for one in findings(_tracked(**{name: EMPTY[name]}), "R-COO-03")] == [name]
