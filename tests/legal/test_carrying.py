"""What carries a transfer for an activity, and what becomes of it."""

from __future__ import annotations

from datetime import date

import pytest

from ropa_app.legal import shipped
from ropa_app.legal.carrying import Footing, Moved, moved, users
from ropa_app.legal.supposing import ToolsLapse, law_supposing
from ropa_app.legal.transfers import transfers
from tests.suppositions import CERTIFIED, DAY, RECORDS, i, tool

LAW = shipped()
PLACE = i("cirrus-US")


def becomes(*tools, lapsing="adequacy-us-dpf", day=DAY, who=0):
    """Return what becomes of the transfer to Cirrus for its first or second user."""
    others = [one for one in RECORDS if one.id != "cirrus-US-adequacy-us-dpf"]
    law = law_supposing(LAW, ToolsLapse(lapsing, day))
    before, after = (
        next(one for one in transfers([*others, *tools], day, which) if one.place.id == PLACE)
        for which in (LAW, law)
    )
    return moved(before, after, users(before)[who], LAW)


def dpf(position=1, **more):
    return tool("cirrus", "US", "adequacy-us-dpf", position, **{**CERTIFIED, **more})


@pytest.mark.parametrize(
    ("tools", "footing", "after"),
    [
        ((dpf(),), Footing.UNCARRIED, ()),
        ((dpf(), tool("cirrus", "US", "scc-2021-m2", 2)), Footing.FALLBACK, ("scc-2021-m2",)),
        ((tool("cirrus", "US", "scc-2021-m2"), dpf(2)), Footing.RESERVE, ("scc-2021-m2",)),
        ((tool("cirrus", "US", "49-1-a"), dpf(2)), Footing.DEROGATION, ("49-1-a",)),
        ((dpf(dpf_status=""),), Footing.STILL_UNCARRIED, ()),
    ],
)
def test_a_tool_that_lapses(tools, footing, after):
    one = becomes(*tools)
    assert one is not None
    assert (one.footing, one.after, one.lost) == (footing, after, ("adequacy-us-dpf",))


def test_a_tool_that_does_not_lapse_leaves_it_as_it_was():
    assert becomes(dpf(), lapsing="bcr") is None


def test_a_tool_meant_for_another_activity_carries_nothing_here():
    other = tool("cirrus", "US", "scc-2021-m2", 2, activities=(i("a1"),))
    assert becomes(dpf(), other).footing is Footing.UNCARRIED
    assert becomes(dpf(), other, who=1).footing is Footing.FALLBACK  # processing for others: any tool


def test_a_transfer_that_nobody_makes_any_more_ceases():
    (before,) = [one for one in transfers(RECORDS, DAY, LAW) if one.place.id == PLACE]
    user = users(before)[0]
    ceased = Moved(PLACE, Footing.CEASES, ("adequacy-us-dpf",))
    assert moved(before, None, user, LAW) == ceased
    without = [one for one in RECORDS if one.id != "t2"]
    (after,) = [one for one in transfers(without, DAY, LAW) if one.place.id == PLACE]
    assert moved(before, after, user, LAW) == ceased
    assert moved(before, after, users(before)[1], LAW) is None


def test_it_is_asked_of_any_day():
    assert becomes(tool("cirrus", "US", "privacy-shield"), lapsing="privacy-shield") is None
    one = becomes(tool("cirrus", "US", "privacy-shield"), lapsing="privacy-shield", day=date(2019, 3, 1))
    assert one.footing is Footing.UNCARRIED
