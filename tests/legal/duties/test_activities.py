"""Impact assessment and joint controllers: no tick is no answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.parties import Arrangement, Party
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.duties import Remark, Spot, State, What
from tests.legal.duties.deriving import DAY, of, only, standing
from tests.reports.scenes import activity, owned

MADE = Assessment(
    id=RecordId("dpia"), position=1, method="dpia", activities=(activity().id,), outcome="ok", day=DAY
)
PARTY = Party(id=RecordId("party"), name="Kompani AS")
PARTNER = owned(Recipient, party=PARTY.id, role="joint", arrangement=RecordId("arrangement"))
AGREED = Arrangement(id=RecordId("arrangement"), position=1, parties=(PARTY.id,), status="signed")
ONE_CRITERION: dict[str, Any] = {"dpia_criteria": ("monitoring",)}
TWO_CRITERIA: dict[str, Any] = {"dpia_criteria": ("monitoring", "vulnerable")}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, (State.UNDECIDED, "not_screened")),
        (ONE_CRITERION, (State.UNDECIDED, "not_screened")),
        ({"high_risk": Answer.YES}, (State.UNDECIDED, "high_risk")),
        ({"high_risk": Answer.NO}, (State.NOT_NEEDED, "no_criterion")),
        ({"high_risk": Answer.NO} | ONE_CRITERION, (State.NOT_NEEDED, "no_criterion")),
        ({"high_risk": Answer.NO} | TWO_CRITERIA, (State.OPEN, "")),
        ({"dpia_art35": ("35-3-a",)}, (State.OPEN, "")),
        ({"dpia_list": ("DT-05",)}, (State.OPEN, "")),
    ],
)
def test_an_activity_asks_for_a_dpia_does_not_or_is_undecided(values, expected):
    assert standing(What.DPIA, activity(**values)) == [expected]


def test_an_undecided_dpia_points_at_the_question():
    one = only(What.DPIA, activity())
    assert one.spot == Spot("activity", activity().id, "high_risk")
    begun = only(What.DPIA, activity(), replace(MADE, outcome=""))
    assert (begun.state, begun.slot, begun.remarks) == (State.UNDECIDED, (MADE.id,), (Remark.BEGUN,))


def test_the_article_is_that_of_the_rule_that_asks():
    assert only(What.DPIA, activity(dpia_art35=("35-3-a",))).rule == "R-DPI-01"
    assert only(What.DPIA, activity(dpia_list=("DT-05",))).rule == "R-DPI-02"
    assert only(What.DPIA, activity(**TWO_CRITERIA)).rule == "R-DPI-03"


def test_a_dpia_answers_and_one_that_was_not_asked_for_is_told_too():
    assert standing(What.DPIA, activity(dpia_art35=("35-3-a",)), MADE) == [(State.ANSWERED, "")]
    assert standing(What.DPIA, activity(), MADE) == [(State.ANSWERED, "own_accord")]


def test_not_required_counts_for_criteria_and_not_for_the_article():
    declined = replace(MADE, outcome="not_required")
    assert standing(What.DPIA, activity(**TWO_CRITERIA), declined) == [(State.NOT_NEEDED, "not_required")]
    assert standing(What.DPIA, activity(), declined) == [(State.NOT_NEEDED, "not_required")]
    one = only(What.DPIA, activity(dpia_art35=("35-3-a",)), declined)
    assert (one.state, one.slot, one.remarks) == (State.OPEN, (MADE.id,), (Remark.NOT_ENOUGH,))
    by_law = replace(MADE, outcome="assessed_by_law")
    assert standing(What.DPIA, activity(dpia_art35=("35-3-a",)), by_law) == [(State.NOT_NEEDED, "by_law")]


def test_before_the_list_it_asks_for_nothing():
    one = activity(dpia_list=("DT-05",), high_risk=Answer.NO)
    assert standing(What.DPIA, one, day=date(2018, 12, 1)) == [(State.NOT_NEEDED, "no_criterion")]


def test_what_is_found_of_a_dpia_is_told_beside_it():
    risky = replace(MADE, residual_risk="high", day=date(2020, 1, 1))
    one = only(What.DPIA, activity(), risky)
    assert [found.rule for found in one.also] == ["R-DPI-04", "R-DPI-05"]


@pytest.mark.parametrize(
    ("records", "state", "slot"),
    [
        ((AGREED,), State.ANSWERED, (AGREED.id,)),
        ((replace(AGREED, status="negotiating"),), State.OPEN, (AGREED.id,)),
        ((), State.OPEN, ()),
    ],
)
def test_joint_controllers_ask_for_an_arrangement(records, state, slot):
    one = only(What.JOINT_ARRANGEMENT, activity(), PARTY, PARTNER, *records)
    assert (one.state, one.slot) == (state, slot)
    assert one.about == Spot("recipient", PARTNER.id)


@pytest.mark.parametrize(
    ("records", "answer", "expected"),
    [
        ((), "", (State.UNDECIDED, "recipients_unasked")),
        ((), "none", (State.NOT_NEEDED, "no_joint")),
        ((replace(PARTNER, role="controller"),), "", (State.NOT_NEEDED, "no_joint")),
        ((replace(PARTNER, role=""),), "", (State.UNDECIDED, "role_unsettled")),
    ],
)
def test_no_arrangement_is_needed_only_where_recipients_and_roles_are_settled(records, answer, expected):
    assert standing(What.JOINT_ARRANGEMENT, activity(recipients_answer=answer), PARTY, *records) == [expected]


def test_ended_activities_ask_for_nothing():
    ended = activity(status="ended", dpia_art35=("35-3-a",))
    assert of(What.DPIA, ended) == of(What.JOINT_ARRANGEMENT, ended, PARTY, PARTNER) == []
