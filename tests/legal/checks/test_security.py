"""SEC: each rule finds its case, and one field settles it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import DataLine
from ropa_app.domain.entities.activity_flow import MeasureUse
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.security import Measure
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from tests.legal.checks.judging import Pair, assert_pair
from tests.reports.scenes import activity, organisation, owned

MEASURE = RecordId("measure")
USE = owned(MeasureUse, measure=MEASURE)


def _measure(catalogue: str = "M-B01", status: str = "in_place", **values: Any) -> Measure:
    return Measure(id=MEASURE, catalogue=catalogue, status=status, **values)


def _delicate(category: str = "health", catalogue: str = "M-B01") -> list[Record]:
    return [activity(), owned(DataLine, categories=(category,)), _measure(catalogue), USE]


def _organised(*records: Record) -> list[Record]:
    return [organisation(), *records]


def _risk(**values: Any) -> list[Record]:
    standing: dict[str, Any] = {"method": "risk", "activities": (RecordId("activity-1"),)}
    return [activity(), Assessment(id=RecordId("risk"), **standing | values)]


PAIRS = [
    Pair("R-SEC-01", [activity()], "activity-1", ("status", "ended")),
    Pair(
        "R-SEC-01",
        [activity(), _measure()],
        "measure",
        ("organisation_wide", Answer.YES),
        "activity-1",
        label="wide",
    ),
    Pair(
        "R-SEC-01",
        [activity(), _measure(status="planned"), USE],
        "measure",
        ("status", "partly"),
        "activity-1",
        label="status",
    ),
    Pair(
        "R-SEC-01",
        [activity(), _measure(), owned(MeasureUse)],
        USE.id,
        ("measure", MEASURE),
        "activity-1",
        label="use",
    ),
    Pair("R-SEC-02", _delicate(), "measure", ("catalogue", "M-A01"), about="activity-1"),
    Pair(
        "R-SEC-02",
        _delicate("national_id"),
        "measure",
        ("catalogue", "M-A02"),
        about="activity-1",
        label="number",
    ),
    Pair(
        "R-SEC-02", _delicate(), "data_line-1-1", ("categories", ("name",)), about="activity-1", label="data"
    ),
    Pair("R-SEC-02", _delicate(), "activity-1", ("status", "ended"), label="ended"),
    Pair("R-SEC-03", _organised(_measure()), "measure", ("catalogue", "M-D02"), about="organisation"),
    Pair(
        "R-SEC-03",
        _organised(_measure("M-E01", "planned")),
        "measure",
        ("status", "in_place"),
        about="organisation",
        label="restoration",
    ),
    Pair(
        "R-SEC-04",
        _organised(_measure("M-F02", tested=date(2024, 11, 21))),
        "measure",
        ("tested", date(2024, 11, 22)),
        about="organisation",
    ),
    Pair(
        "R-SEC-04",
        _organised(_measure("M-A01", tested=date(2026, 1, 1))),
        "measure",
        ("catalogue", "M-F00"),
        about="organisation",
        label="group",
    ),
    Pair(
        "R-SEC-04",
        _organised(_measure("M-F02", "planned", tested=date(2026, 1, 1))),
        "measure",
        ("status", "partly"),
        about="organisation",
        label="status",
    ),
    Pair(
        "R-SEC-04",
        _organised(_measure("M-F02")),
        "measure",
        ("tested", date(2026, 1, 1)),
        about="organisation",
        label="never tested",
    ),
    Pair("R-SEC-05", _risk(), "risk", ("outcome", "ok"), about="activity-1"),
    Pair(
        "R-SEC-05",
        _risk(method="dpia", outcome="ok"),
        "risk",
        ("method", "risk"),
        about="activity-1",
        label="method",
    ),
    Pair(
        "R-SEC-05",
        _risk(activities=(), outcome="ok"),
        "risk",
        ("activities", (RecordId("activity-1"),)),
        about="activity-1",
        label="activity",
    ),
    Pair("R-SEC-05", [activity()], "activity-1", ("status", "ended"), label="ended"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)
