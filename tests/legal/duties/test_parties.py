"""Processors ask for an agreement that is signed and in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.parties import Agreement, Party
from ropa_app.domain.values import RecordId
from ropa_app.legal import shipped
from ropa_app.legal.duties import Remark, Spot, State, What
from tests.legal.duties.deriving import DAY, only, standing
from tests.reports.scenes import activity, owned

PARTY = Party(id=RecordId("party"), name="Drift AS")
USED = owned(Recipient, party=PARTY.id, role="processor")
AGAIN = owned(Recipient, reference="2", party=PARTY.id, role="processor")
ALL = tuple(one.code for one in shipped().choices("art28_3"))
SIGNED = Agreement(id=RecordId("signed"), position=1, party=PARTY.id, status="signed", signed=DAY, covers=ALL)
WHAT = What.PROCESSOR_AGREEMENT


def test_a_processor_asks_once_for_all_the_activities_that_use_it():
    one = only(WHAT, activity(), activity("2"), PARTY, USED, AGAIN)
    assert (one.state, one.about) == (State.OPEN, Spot("party", PARTY.id))
    assert one.activities == (activity().id, activity("2").id)
    assert one.because == (USED.id, AGAIN.id)


def test_a_signed_agreement_answers_and_one_under_way_does_not():
    assert standing(WHAT, activity(), PARTY, USED, SIGNED) == [(State.ANSWERED, "")]
    under_way = only(WHAT, activity(), PARTY, USED, replace(SIGNED, status="negotiating"))
    assert (under_way.state, under_way.slot, under_way.remarks) == (
        State.OPEN, (SIGNED.id,), (Remark.BEGUN,)
    )  # fmt: skip


def test_an_agreement_that_has_run_out_answers_no_longer():
    run_out = replace(SIGNED, until=DAY)
    one = only(WHAT, activity(), PARTY, USED, run_out)
    assert (one.state, one.slot, one.remarks) == (State.OPEN, (SIGNED.id,), ())
    assert one.spot == Spot("agreement", SIGNED.id, "until")
    assert standing(WHAT, activity(), PARTY, USED, replace(SIGNED, until=DAY + timedelta(days=1))) == [
        (State.ANSWERED, "")
    ]


def test_gaps_in_the_agreement_and_a_later_signature_are_told_beside_it():
    half = replace(SIGNED, covers=ALL[:-1], signed=DAY + timedelta(days=30))
    one = only(WHAT, activity(), PARTY, USED, half)
    assert [found.rule for found in one.also] == ["R-PRO-02"]
    assert one.remarks == (Remark.LATER,)
    old = replace(SIGNED, signed=date(2020, 1, 1))
    assert [found.rule for found in only(WHAT, activity(), PARTY, USED, old).also] == ["R-PRO-06"]


@pytest.mark.parametrize(
    ("records", "answer", "expected"),
    [
        ((), "none", (State.NOT_NEEDED, "no_processor")),
        ((), "", (State.UNDECIDED, "recipients_unasked")),
        ((replace(USED, role="controller"),), "", (State.NOT_NEEDED, "no_processor")),
        ((replace(USED, role=""),), "", (State.UNDECIDED, "role_unsettled")),
        ((replace(USED, party=None),), "", (State.UNDECIDED, "processor_unnamed")),
    ],
)
def test_without_a_processor_no_agreement_is_needed(records, answer, expected):
    assert standing(WHAT, activity(recipients_answer=answer), PARTY, *records) == [expected]
