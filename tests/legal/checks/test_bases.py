"""LB: each rule finds its case, and one field settles it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.assessments import Assessment, Consent
from ropa_app.domain.entities.organisation import Register
from ropa_app.domain.entities.statements import PublishedStatement
from ropa_app.domain.record import Record
from ropa_app.domain.values import NO_TEXT, Answer, RecordId
from ropa_app.legal.checks import HistoryFacts, Named
from tests.legal.checks.judging import DAY, Pair, assert_pair, findings
from tests.reports.scenes import activity, organisation, owned, same

ACTIVITY = "activity-1"
PURPOSE = "purpose-1-1"
HERE = RecordId(ACTIVITY)


def _purpose(*bases: str, **values: Any) -> list[Record]:
    return [activity(), owned(Purpose, text=same("Levere varer"), art6=bases, **values)]


def _tested(**values: Any) -> list[Record]:
    standing: dict[str, Any] = {"method": "lia", "outcome": "ok", "day": DAY, "activities": (HERE,)}
    return [*_purpose("6-1-f"), Assessment(id=RecordId("x"), **(standing | values))]


def _consent(**values: Any) -> list[Record]:
    standing: dict[str, Any] = {
        "text": same("Ja takk"),
        "evidence": same("Logg"),
        "withdrawal": same("Lenke"),
    }
    way = Consent(id=RecordId("c"), **(standing | values))
    return [*_purpose("6-1-a", consent=way.id), way]


def _unlinked() -> list[Record]:
    return [*_purpose("6-1-a"), *_consent()[2:]]


def _staff(**values: Any) -> list[Record]:
    return [*_purpose("6-1-a"), owned(DataLine, subjects=("employee",), categories=("name",), **values)]


def _published(**values: Any) -> list[Record]:
    standing: dict[str, Any] = {"published": date(2018, 5, 31), "terms": ("citation-6-f",)}
    return [PublishedStatement(id=RecordId("e"), **(standing | values))]


def _settings(months: int | None) -> Record:
    return Register(id=RecordId("register"), language="nb", review_months=months)


OLD = date(2025, 11, 21)
PAIRS = [
    Pair("R-LB-01", _purpose(), PURPOSE, ("art6", ("6-1-b",))),
    Pair("R-LB-02", _purpose("6-1-f"), PURPOSE, ("art6", ("6-1-b",))),
    Pair("R-LB-02", _tested(outcome=""), "x", ("outcome", "not_ok"), about=PURPOSE, label="no outcome"),
    Pair("R-LB-02", _tested(method="dpia"), "x", ("method", "lia"), about=PURPOSE, label="another test"),
    Pair("R-LB-02", _tested(activities=()), "x", ("purposes", (PURPOSE,)), about=PURPOSE, label="purpose"),
    Pair("R-LB-03", _purpose("6-1-f"), PURPOSE, ("interest", same("Holde kundene fornøyd"))),
    Pair("R-LB-03", _purpose("6-1-f"), PURPOSE, ("art6", ("6-1-b",)), label="another basis"),
    Pair("R-LB-04", _tested(next_review=date(2026, 11, 21)), "x", ("next_review", DAY), label="due"),
    Pair("R-LB-04", _tested(day=OLD), "x", ("day", date(2025, 11, 22)), label="old"),
    Pair("R-LB-04", _tested(day=OLD), "x", ("method", "tia"), label="another test"),
    Pair("R-LB-04", _tested(day=OLD), ACTIVITY, ("status", "ended"), about="x", label="ended"),
    Pair("R-LB-04", _tested(day=OLD), "x", ("activities", ()), label="of nothing"),
    Pair(
        "R-LB-04",
        _tested(day=OLD, activities=(), purposes=(PURPOSE,)),
        PURPOSE,
        ("activity", "activity-9"),
        about="x",
        label="purpose",
    ),
    Pair(
        "R-LB-04",
        [*_tested(day=date(2026, 5, 1)), _settings(6)],
        "register",
        ("review_months", None),
        about="x",
        label="interval",
    ),
    Pair(
        "R-LB-04",
        _tested(day=date(2026, 10, 1)),
        "x",
        ("day", date(2026, 10, 2)),
        history=HistoryFacts({HERE: date(2026, 10, 2)}),
        label="changed",
    ),
    Pair("R-LB-05", _purpose("6-1-c"), PURPOSE, ("law_reference", same("Bokføringsloven § 13"))),
    Pair("R-LB-05", _purpose("6-1-e"), PURPOSE, ("art6", ("6-1-b",)), label="public task"),
    Pair("R-LB-06", _purpose("6-1-a"), PURPOSE, ("art6", ("6-1-b",))),
    Pair(
        "R-LB-06",
        _purpose("6-1-b", art9_10=("9-2-a",)),
        PURPOSE,
        ("art9_10", ("9-2-e",)),
        label="explicit",
    ),
    Pair("R-LB-06", _unlinked(), PURPOSE, ("consent", "c"), label="not linked"),
    Pair("R-LB-06", _consent(text=NO_TEXT), "c", ("text", same("Ja takk")), about=PURPOSE, label="text"),
    Pair("R-LB-06", _consent(evidence=NO_TEXT), "c", ("evidence", same("Logg")), about=PURPOSE, label="log"),
    Pair(
        "R-LB-06", _consent(withdrawal=NO_TEXT), "c", ("withdrawal", same("Lenke")), about=PURPOSE, label="no"
    ),
    Pair("R-LB-06", _consent(active=Answer.NO), "c", ("active", Answer.YES), about=PURPOSE, label="active"),
    Pair("R-LB-07", _staff(), "data_line-1-1", ("subjects", ("customer",)), about=PURPOSE),
    Pair("R-LB-07", _staff(), "data_line-1-1", ("purposes", ("purpose-1-2",)), about=PURPOSE, label="other"),
    Pair("R-LB-07", _staff(), PURPOSE, ("art6", ("6-1-b",)), label="another basis"),
    Pair("R-LB-08", _purpose("6-1-a", "6-1-b"), PURPOSE, ("art6", ("6-1-b",))),
    Pair(
        "R-LB-09",
        [organisation(public_authority=Answer.YES), *_purpose("6-1-f")],
        "organisation",
        ("public_authority", Answer.NO),
        about=PURPOSE,
    ),
    Pair(
        "R-LB-09",
        [organisation(public_authority=Answer.YES), *_purpose("6-1-f")],
        PURPOSE,
        ("art6", ("6-1-e",)),
        label="another basis",
    ),
    Pair("R-LB-10", _published(), "e", ("terms", ("google-inc",))),
    Pair("R-LB-10", _published(), "e", ("published", date(2026, 11, 23)), label="not yet published"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


def test_the_review_interval_is_a_year_where_none_is_set() -> None:
    assert not findings([*_tested(day=date(2025, 11, 22)), _settings(None)], "R-LB-04")
    assert findings([*_tested(day=OLD), _settings(None)], "R-LB-04")


def test_a_balancing_test_of_several_activities_is_found_once_and_names_those_in_use() -> None:
    about = ("activity-1", "activity-2", "activity-3")
    records = [*_tested(day=OLD, activities=about), activity("2", status="ended"), activity("3")]
    found = findings(records, "R-LB-04")

    assert [one.values for one in found] == [(("activity", Named((HERE, RecordId("activity-3")))),)]


def test_a_citation_is_not_wrong_before_the_regulation_is_law_here() -> None:
    assert not findings(_published(), "R-LB-10", date(2018, 7, 19))
    assert findings(_published(), "R-LB-10", date(2018, 7, 20))
