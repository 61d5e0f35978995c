"""Transfers: tools under Article 46 ask for an assessment, adequacy and derogations do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.parties import TransferTool
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.legal.duties import Remark, Spot, State, What
from tests.legal.duties.deriving import DAY, of, only, standing
from tests.reports.scenes import abroad, activity

WHAT = What.TRANSFER_ASSESSMENT
MADE = Assessment(id=RecordId("tia"), position=1, method="tia", outcome="ok", day=DAY)


def with_tia(*tools: str) -> list[Record]:
    return [
        replace(one, tia=MADE.id) if isinstance(one, TransferTool) else one for one in abroad("IN", *tools)
    ]


def test_a_tool_under_article_46_asks_for_an_assessment():
    one = only(WHAT, *abroad("IN", "scc-2021-m2"))
    assert (one.state, one.about) == (State.OPEN, Spot("transfer_tool", RecordId("tool-1")))
    assert one.spot.field == "tia"
    assert one.because == (RecordId("party"), RecordId("place"))
    assert one.activities == (activity().id,)


def test_an_assessment_with_an_outcome_answers():
    one = only(WHAT, *with_tia("scc-2021-m2"), MADE)
    assert (one.state, one.slot) == (State.ANSWERED, (MADE.id,))
    begun = only(WHAT, *with_tia("scc-2021-m2"), replace(MADE, outcome=""))
    assert (begun.state, begun.remarks) == (State.OPEN, (Remark.BEGUN,))


def test_an_assessment_that_is_not_in_order_or_due_says_so():
    bad = replace(MADE, outcome="not_ok", next_review=DAY - timedelta(days=1))
    one = only(WHAT, *with_tia("scc-2021-m2"), bad)
    assert one.remarks == (Remark.NOT_OK, Remark.REVIEW_PASSED)
    assert [found.rule for found in one.also] == ["R-TRA-11"]


@pytest.mark.parametrize(
    ("country", "tools", "expected"),
    [
        ("CH", ("adequacy",), (State.NOT_NEEDED, "adequacy")),
        ("IN", ("49-1-a",), (State.NOT_NEEDED, "derogation")),
        ("IN", (), (State.UNDECIDED, "tool_missing")),
        ("US", ("privacy-shield",), (State.UNDECIDED, "tool_missing")),
        ("NO", (), (State.NOT_NEEDED, "no_transfer")),
        ("", (), (State.UNDECIDED, "country_unknown")),
    ],
)
def test_what_a_transfer_rests_on_decides(country, tools, expected):
    assert standing(WHAT, *abroad(country, *tools)) == [expected]


def test_before_schrems_two_no_assessment_was_asked_for():
    day = date(2019, 1, 1)
    assert standing(WHAT, *abroad("IN", "bcr-p"), day=day) == [(State.NOT_NEEDED, "law_later")]


def test_a_tool_for_another_activity_leaves_this_one_undecided():
    records = [
        replace(one, activities=(RecordId("activity-2"),)) if isinstance(one, TransferTool) else one
        for one in abroad("IN", "scc-2021-m2")
    ]
    found = of(WHAT, *records)
    assert [(one.state, one.activities) for one in found] == [
        (State.OPEN, ()),
        (State.UNDECIDED, (activity().id,)),
    ]


def test_a_sub_processor_of_processing_for_others_asks_too():
    records = [one for one in abroad("IN", "scc-2021-m3") if one.KIND != "recipient"]
    others = ProcessorRecord(id=RecordId("b"), position=1, sub_processors=(RecordId("party"),))
    found = of(WHAT, *records, others)
    assert [(one.state, one.because[-1:]) for one in found if one.state is State.OPEN] == [
        (State.OPEN, (others.id,))
    ]
