"""Balancing test, evidence of consent and compatibility: what purposes ask for, and what answers it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.assessments import Assessment, Consent
from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.duties import Remark, Spot, State, What
from tests.legal.duties.deriving import DAY, of, only, standing
from tests.reports.scenes import activity, owned, same

ON_INTERESTS = owned(Purpose, text=same("Finne kunder"), art6=("6-1-f",), further_use=Answer.NO)
ON_CONTRACT = replace(ON_INTERESTS, art6=("6-1-b",))
ON_CONSENT = replace(ON_INTERESTS, art6=("6-1-a",), consent=RecordId("consent"))
WAY = Consent(
    id=RecordId("consent"),
    active=Answer.YES,
    text=same("Ja takk"),
    evidence=same("Logg"),
    withdrawal=same("Lenke"),
)
TEST = Assessment(
    id=RecordId("lia"), position=1, method="lia", purposes=(ON_INTERESTS.id,), outcome="ok", day=DAY
)


def test_interests_ask_for_a_balancing_test_of_the_purpose():
    one = only(What.BALANCING_TEST, activity(), ON_INTERESTS)
    assert one.state is State.OPEN
    assert one.about == Spot("purpose", ON_INTERESTS.id)
    assert (one.because, one.activities) == ((ON_INTERESTS.id,), (activity().id,))
    assert one.spot == Spot("purpose", ON_INTERESTS.id, "art6")
    assert [found.rule for found in one.found] == ["R-LB-02"]
    assert one.slot == ()


@pytest.mark.parametrize("names", [{"purposes": (ON_INTERESTS.id,)}, {"activities": (activity().id,)}])
def test_a_test_with_an_outcome_answers_and_one_without_is_begun(names):
    made = replace(TEST, **{"purposes": (), "activities": ()} | names)
    one = only(What.BALANCING_TEST, activity(), ON_INTERESTS, made)
    assert (one.state, one.slot, one.spot) == (
        State.ANSWERED, (made.id,), Spot("assessment", made.id)
    )  # fmt: skip
    begun = only(What.BALANCING_TEST, activity(), ON_INTERESTS, replace(made, outcome=""))
    assert (begun.state, begun.slot, begun.remarks) == (State.OPEN, (made.id,), (Remark.BEGUN,))


def test_not_required_with_reasons_is_a_reason_of_its_own():
    declined = replace(TEST, outcome="not_required")
    assert standing(What.BALANCING_TEST, activity(), ON_INTERESTS, declined) == [
        (State.NOT_NEEDED, "not_required")
    ]


def test_an_answer_says_that_it_is_not_in_order_late_or_due():
    bad = replace(TEST, outcome="not_ok", next_review=DAY - timedelta(days=1))
    one = only(What.BALANCING_TEST, activity(), ON_INTERESTS, bad)
    assert one.state is State.ANSWERED
    assert one.remarks == (Remark.NOT_OK,)
    assert [found.rule for found in one.also] == ["R-LB-04"]
    later = replace(TEST, day=DAY + timedelta(days=1))
    assert only(What.BALANCING_TEST, activity(), ON_INTERESTS, later).remarks == (Remark.LATER,)


def test_the_latest_of_several_answers_stands_first():
    old = replace(TEST, id=RecordId("old"), day=date(2020, 1, 1), outcome="not_ok")
    one = only(What.BALANCING_TEST, activity(), ON_INTERESTS, old, TEST)
    assert one.slot == (TEST.id, old.id)
    assert Remark.NOT_OK not in one.remarks


def test_an_acceptance_in_force_is_a_reason():
    said = Acceptance(id=RecordId("accepted"), rule="R-LB-02", about=ON_INTERESTS.id, reason="Snart")
    accepted = {("R-LB-02", ON_INTERESTS.id): said}
    (one,) = of(What.BALANCING_TEST, activity(), ON_INTERESTS, accepted=accepted)
    assert (one.state, one.reason.value, one.acceptances) == (State.NOT_NEEDED, "accepted", (said,))


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((ON_CONTRACT,), (State.NOT_NEEDED, "no_interests")),
        ((replace(ON_CONTRACT, art6=()),), (State.UNDECIDED, "no_basis")),
        ((), (State.UNDECIDED, "no_purpose")),
    ],
)
def test_no_test_is_needed_only_where_every_basis_is_stated(records, expected):
    assert standing(What.BALANCING_TEST, activity(), *records) == [expected]


def test_a_purpose_without_basis_is_told_beside_those_that_ask():
    second = owned(Purpose, position=2, text=same("Rydde"))
    found = of(What.BALANCING_TEST, activity(), ON_INTERESTS, second)
    assert [(one.state, one.spot.record) for one in found] == [
        (State.OPEN, ON_INTERESTS.id),
        (State.UNDECIDED, second.id),
    ]


def test_ended_activities_ask_for_nothing():
    assert of(What.BALANCING_TEST, activity(status="ended"), ON_INTERESTS) == []


def test_consent_is_answered_by_a_way_that_says_all():
    assert standing(What.CONSENT_EVIDENCE, activity(), ON_CONSENT, WAY) == [(State.ANSWERED, "")]
    missing = only(What.CONSENT_EVIDENCE, activity(), replace(ON_CONSENT, consent=None))
    assert (missing.state, missing.slot) == (State.OPEN, ())
    half = only(What.CONSENT_EVIDENCE, activity(), ON_CONSENT, replace(WAY, evidence=same("")))
    assert (half.state, half.slot, half.remarks) == (State.OPEN, (WAY.id,), (Remark.BEGUN,))
    assert standing(What.CONSENT_EVIDENCE, activity(), ON_CONTRACT) == [(State.NOT_NEEDED, "no_consent")]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"further_use": Answer.YES}, (State.OPEN, "")),
        ({"further_use": Answer.NO}, (State.NOT_NEEDED, "no_further_use")),
        ({"further_use": Answer.UNKNOWN}, (State.UNDECIDED, "further_use_unasked")),
        ({"further_use": Answer.YES, "art6": ("6-1-a",)}, (State.NOT_NEEDED, "consent_or_law")),
        (
            {"further_use": Answer.UNKNOWN, "art6": ("6-1-c",), "law_reference": same("§ 13")},
            (State.NOT_NEEDED, "consent_or_law"),
        ),
    ],
)
def test_further_use_asks_for_compatibility_unless_consent_or_law_allow_it(values, expected):
    one = replace(ON_CONTRACT, **values)
    assert standing(What.COMPATIBILITY, activity(), one) == [expected]


def test_a_compatibility_assessment_answers():
    one = replace(ON_CONTRACT, further_use=Answer.YES)
    made = replace(TEST, method="compatibility", purposes=(one.id,))
    assert standing(What.COMPATIBILITY, activity(), one, made) == [(State.ANSWERED, "")]
