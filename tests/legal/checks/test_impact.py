"""DPI: each rule finds its case, and one field settles it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.checks import HistoryFacts
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import activity, organisation, owned, same

ONE = RecordId("activity-1")
DPIA = "dpia"


def _dpia(**values: Any) -> Assessment:
    standing: dict[str, Any] = {"method": "dpia", "activities": (ONE,), "day": date(2026, 1, 1)}
    return Assessment(id=RecordId(DPIA), **standing | values)


def _advised(**values: Any) -> list[Record]:
    return [organisation(dpo_appointed=Answer.YES), activity(), _dpia(**{"outcome": "ok"} | values)]


def _automated(ground: str = "22-2-a", **values: Any) -> Any:
    standing: dict[str, Any] = {"automated": Answer.YES, "automated_logic": same("Alder")}
    return activity(automated_ground=ground, **standing | values)


def _special(condition: str = "9-2-b", **values: Any) -> list[Record]:
    purpose = owned(Purpose, art9_10=(condition,))
    return [_automated(), purpose, owned(DataLine, categories=("health",), **values)]


ART35 = activity(dpia_art35=("35-3-a",))
LISTED = activity(dpia_list=("DT-13",))
CRITERIA = activity(dpia_criteria=("large_scale", "vulnerable"))
OTHER_PURPOSE = owned(Purpose, "1", 2, art9_10=("9-2-a",))

PAIRS = [
    Pair("R-DPI-01", [ART35], ONE, ("dpia_art35", ())),
    Pair("R-DPI-01", [ART35, _dpia()], DPIA, ("outcome", "not_ok"), about=ONE, label="outcome"),
    Pair(
        "R-DPI-01", [ART35, _dpia(outcome="not_required")], DPIA, ("outcome", "ok"), about=ONE, label="done"
    ),
    Pair(
        "R-DPI-01",
        [ART35, _dpia(outcome="not_required")],
        DPIA,
        ("outcome", "assessed_by_law"),
        about=ONE,
        label="assessed by law",
    ),
    Pair(
        "R-DPI-01", [ART35, _dpia(outcome="ok", method="lia")], DPIA, ("method", "dpia"), ONE, label="method"
    ),
    Pair("R-DPI-01", [ART35], ONE, ("status", "ended"), label="ended"),
    Pair("R-DPI-02", [LISTED], ONE, ("dpia_list", ())),
    Pair(
        "R-DPI-02", [LISTED, _dpia(outcome="not_required")], DPIA, ("outcome", "ok"), about=ONE, label="done"
    ),
    Pair(
        "R-DPI-02",
        [LISTED, _dpia(outcome="not_required")],
        DPIA,
        ("outcome", "assessed_by_law"),
        about=ONE,
        label="assessed by law",
    ),
    Pair("R-DPI-02", [LISTED], ONE, ("status", "ended"), label="ended"),
    Pair("R-DPI-03", [CRITERIA], ONE, ("dpia_criteria", ("vulnerable",))),
    Pair("R-DPI-03", [CRITERIA, _dpia()], DPIA, ("outcome", "not_required"), about=ONE, label="answered"),
    Pair("R-DPI-03", [CRITERIA], ONE, ("status", "ended"), label="ended"),
    Pair("R-DPI-04", [_dpia(residual_risk="high")], DPIA, ("residual_risk", "medium")),
    Pair("R-DPI-04", [_dpia(residual_risk="high")], DPIA, ("consulted", date(2026, 1, 1)), label="consulted"),
    Pair("R-DPI-04", [_dpia(residual_risk="high")], DPIA, ("method", "risk"), label="method"),
    Pair("R-DPI-05", [_dpia(next_review=date(2026, 11, 21))], DPIA, ("next_review", date(2026, 11, 22))),
    Pair("R-DPI-05", [_dpia(day=date(2023, 11, 21))], DPIA, ("day", date(2023, 11, 22)), label="age"),
    Pair(
        "R-DPI-05",
        [activity(), _dpia()],
        DPIA,
        ("day", date(2026, 1, 2)),
        history=HistoryFacts(changed={ONE: date(2026, 1, 2)}),
        label="changed since",
    ),
    Pair(
        "R-DPI-05",
        [activity(), _dpia()],
        DPIA,
        ("activities", ()),
        history=HistoryFacts(changed={ONE: date(2026, 1, 2)}),
        label="changed, another activity",
    ),
    Pair("R-DPI-06", [_automated("")], ONE, ("automated_ground", "22-2-b")),
    Pair(
        "R-DPI-06",
        [_automated(automated_logic=same(""))],
        ONE,
        ("automated_logic", same("Alder")),
        label="logic",
    ),
    Pair("R-DPI-06", [_automated("")], ONE, ("automated", Answer.NO), label="none"),
    Pair("R-DPI-06", [_automated("")], ONE, ("status", "ended"), label="ended"),
    Pair("R-DPI-07", _advised(), DPIA, ("dpo_advice", "Bruk færre opplysninger.")),
    Pair(
        "R-DPI-07", _advised(), "organisation", ("dpo_appointed", Answer.NO), about=DPIA, label="no officer"
    ),
    *(
        Pair("R-DPI-07", _advised(), DPIA, ("outcome", outcome), label=outcome or "not concluded")
        for outcome in ("", "not_required", "assessed_by_law")
    ),
    Pair("R-DPI-07", _advised(), DPIA, ("method", "risk"), label="method"),
    Pair("R-DPI-08", [_automated()], ONE, ("automated_ground", "22-2-b")),
    Pair("R-DPI-08", [_automated("22-2-c")], ONE, ("automated", Answer.NO), label="consent"),
    Pair("R-DPI-08", [_automated()], ONE, ("status", "ended"), label="ended"),
    *(
        Pair(
            "R-DPI-08",
            [_automated(), _dpia(method=method, outcome="ok")],
            DPIA,
            ("safeguards", "Du kan be et menneske se på saken."),
            about=ONE,
            label=f"described in {method}",
        )
        for method in ("dpia", "risk")
    ),
    Pair(
        "R-DPI-08",
        [_automated(), _dpia(safeguards="Et menneske ser på saken.")],
        DPIA,
        ("outcome", "ok"),
        about=ONE,
        label="outcome",
    ),
    Pair("R-DPI-09", _special(), "purpose-1-1", ("art9_10", ("9-2-a",)), about=ONE),
    Pair("R-DPI-09", _special(), "purpose-1-1", ("art9_10", ("9-2-b", "9-2-g")), about=ONE, label="interest"),
    Pair("R-DPI-09", _special(), "data_line-1-1", ("categories", ("name",)), about=ONE, label="data"),
    Pair("R-DPI-09", _special(), ONE, ("automated", Answer.NO), label="none"),
    Pair("R-DPI-09", _special(), ONE, ("status", "ended"), label="ended"),
    Pair(
        "R-DPI-09",
        [*_special(), OTHER_PURPOSE],
        "data_line-1-1",
        ("purposes", (OTHER_PURPOSE.id,)),
        about=ONE,
        label="serves another purpose",
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


def test_the_list_of_the_authority_holds_from_its_day() -> None:
    assert findings([LISTED], "R-DPI-02", date(2019, 1, 27)) == []
    assert [one.record for one in findings([LISTED], "R-DPI-02", date(2019, 1, 28))] == [ONE]


def test_a_code_that_the_list_does_not_have_asks_for_nothing() -> None:
    assert findings([activity(dpia_list=("DT-99",))], "R-DPI-02") == []


def test_an_assessment_without_a_day_is_not_older_than_a_change() -> None:
    history = HistoryFacts(changed={ONE: date(2026, 1, 2)})
    assert findings([activity(), _dpia(day=None)], "R-DPI-05", history=history) == []


def test_the_finding_points_at_what_is_due() -> None:
    due = findings([_dpia(next_review=date(2026, 1, 2))], "R-DPI-05")
    old = findings([_dpia(day=date(2020, 1, 1))], "R-DPI-05")
    assert [one.field for one in (*due, *old)] == ["next_review", "day"]
    unexplained = findings([_automated(automated_logic=same(""))], "R-DPI-06")
    assert [one.field for one in unexplained] == ["automated_logic"]


def test_two_purposes_on_special_categories_are_one_finding() -> None:
    second = owned(Purpose, "1", 2)
    assert len(findings([*_special(), second], "R-DPI-09")) == 1
