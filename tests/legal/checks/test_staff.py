"""HR: each rule finds its case, and one field settles it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.activity_flow import Retention
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.record import Record
from ropa_app.domain.values import Period, RecordId
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import activity, organisation, owned, same

ONE, PURPOSE, RULE = RecordId("activity-1"), RecordId("purpose-1-1"), "retention-1-1"


def _applicants(number: str = "13", **values: Any) -> list[Record]:
    rule = owned(Retention, period=Period(Decimal(number), "month"), **values)
    return [activity(topics=("recruitment",)), owned(Purpose, art6=("6-1-f",)), rule]


def _credit(**values: Any) -> list[Record]:
    return [activity(), owned(Purpose), owned(DataLine, categories=("credit",), **values)]


def _balanced(**values: Any) -> list[Record]:
    standing: dict[str, Any] = {"method": "lia", "activities": (ONE,)}
    return [*_credit(), Assessment(id=RecordId("lia"), **standing | values)]


RECRUITING = activity(topics=("recruitment",))
BACKGROUND = [activity(topics=("background_check",)), owned(Purpose)]
EMPLOYER = [organisation(employees=4), activity()]
YEAR = Period(Decimal(1), "year")

PAIRS = [
    Pair("R-HR-01", _applicants(), RULE, ("period", YEAR)),
    Pair("R-HR-01", _applicants(), RULE, ("reason", same("Du kan søke igjen.")), label="reason"),
    Pair("R-HR-01", _applicants(), PURPOSE, ("art6", ("6-1-a",)), about=RULE, label="consent"),
    Pair("R-HR-01", _applicants(), ONE, ("topics", ()), about=RULE, label="topic"),
    Pair("R-HR-01", _applicants(), ONE, ("status", "ended"), about=RULE, label="ended"),
    Pair("R-HR-02", _balanced(), "lia", ("outcome", "ok"), about=PURPOSE),
    Pair("R-HR-02", _credit(), "data_line-1-1", ("categories", ("name",)), about=PURPOSE, label="data"),
    Pair("R-HR-02", BACKGROUND, ONE, ("topics", ()), about=PURPOSE, label="background"),
    Pair(
        "R-HR-02",
        _balanced(outcome="ok", activities=()),
        "lia",
        ("purposes", (PURPOSE,)),
        about=PURPOSE,
        label="for the purpose",
    ),
    Pair("R-HR-02", _credit(), ONE, ("status", "ended"), about=PURPOSE, label="ended"),
    Pair("R-HR-03", EMPLOYER, "organisation", ("employees", 0)),
    Pair("R-HR-03", EMPLOYER, ONE, ("topics", ("staff_administration",)), "organisation", label="covered"),
    Pair("R-HR-03", [RECRUITING], ONE, ("topics", ("customers",)), about="organisation", label="recruits"),
    Pair("R-HR-03", [RECRUITING], ONE, ("status", "ended"), about="organisation", label="recruited"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


def test_a_purpose_without_credit_information_needs_no_test() -> None:
    other = owned(Purpose, "1", 2)
    records = [*_credit(purposes=(PURPOSE,)), other]
    assert [one.record for one in findings(records, "R-HR-02")] == [PURPOSE]


def test_an_assessment_of_another_purpose_does_not_count() -> None:
    records = _balanced(outcome="ok", purposes=(RecordId("purpose-1-2"),))
    assert [one.record for one in findings(records, "R-HR-02")] == [PURPOSE]
