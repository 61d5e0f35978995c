"""Transfers are derived: who is used, what is outside, which tools hold, each on the days around a change."""

from __future__ import annotations

from datetime import date

import pytest

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_flow import Recipient, Tracker
from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.security import System
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal import shipped
from ropa_app.legal.transfers import ToolState, is_outside, is_transfer, judge, transfers, used_parties

LAW = shipped()
TODAY = date(2026, 11, 22)


def i(text: str) -> RecordId:
    return RecordId(text)


def day(text: str) -> date:
    return date.fromisoformat(text)


def place(country="", **more) -> Place:
    return Place(id=i("s"), party=i("y"), position=1, country=country, **more)


def tool(code, number=1, **more) -> TransferTool:
    return TransferTool(id=i(f"g{number}"), place=i("s"), position=number, tool=code, **more)


PARTY = Party(id=i("y"), name="Alfa")
DPF = tool("adequacy-us-dpf", dpf_status="active")
USED = (
    Activity(id=i("a"), reference="1", status="active"),
    Recipient(id=i("m"), activity=i("a"), position=1, party=i("y")),
    PARTY,
)


@pytest.mark.parametrize(
    ("where", "on", "outside"),
    [
        (place("GB"), "2021-06-27", False),
        (place("GB"), "2021-06-28", True),
        (place("HR"), "2014-04-11", True),
        (place("HR"), "2014-04-12", False),
        (place("US"), "2018-07-31", True),
        (place("NO", outside_eea=Answer.YES), "2018-07-31", False),
        (place("", outside_eea=Answer.YES), "2018-07-31", True),
        (place("", outside_eea=Answer.NO), "2018-07-31", False),
        (place(""), "2018-07-31", False),
    ],
)
def test_what_is_outside(where, on, outside):
    assert is_outside(where, day(on), LAW) is outside


def test_an_international_organisation_gets_a_transfer_wherever_it_sits():
    council = Party(id=i("y"), name="Rådet", category="international_organisation")
    company = Party(id=i("y"), name="Rådet", category="supplier")
    for where in (place("NO"), place("BE"), place("", outside_eea=Answer.NO), place("")):
        assert is_transfer(council, where, TODAY, LAW)
        assert not is_transfer(company, where, TODAY, LAW)
        (found,) = transfers([*USED[:2], council, where], TODAY, LAW)
        assert (found.party, found.place, found.is_settled) == (council, where, False)
    assert transfers([council, place("BE")], TODAY, LAW) == ()
    (found,) = transfers([*USED[:2], council, place("BE"), tool("adequacy")], TODAY, LAW)
    assert [one.state for one in found.tools] == [ToolState.NOT_COVERED]


ACTIVITY = Activity(id=i("a"), reference="1", systems=(i("x"),))
RECIPIENT = Recipient(id=i("m"), activity=i("a"), position=1, party=i("y"))
TRACKER = Tracker(id=i("c"), activity=i("a"), position=1, provider=i("y"))
SYSTEM = System(id=i("x"), name="Arkiv", provider=i("y"))


@pytest.mark.parametrize("use", [RECIPIENT, TRACKER, SYSTEM])
def test_a_live_activity_uses_a_party_in_three_ways(use):
    with_system = ACTIVITY if use is SYSTEM else Activity(id=i("a"))
    assert used_parties([with_system, use]) == {"y"}
    ended = Activity(id=i("a"), status="ended", systems=with_system.systems)
    assert used_parties([ended, use]) == set()


def test_a_sub_processor_is_used_until_the_processing_ends():
    record = ProcessorRecord(id=i("b"), position=1, controller=i("z"), sub_processors=(i("y"),))
    assert used_parties([record]) == {"y"}
    ended = ProcessorRecord(id=i("b"), position=1, sub_processors=(i("y"),), status="ended")
    assert used_parties([ended]) == set()


def test_a_party_that_is_only_known_is_not_used():
    alone = [PARTY, place("US"), ACTIVITY, System(id=i("x"), name="Eget")]
    assert used_parties(alone) == set()
    assert transfers(alone, TODAY, LAW) == ()


@pytest.mark.parametrize(
    ("one", "where", "on", "state", "since"),
    [
        (tool("privacy-shield"), place("US"), "2020-07-15", ToolState.VALID, None),
        (tool("privacy-shield"), place("US"), "2020-07-16", ToolState.LAPSED, "2020-07-16"),
        (tool("privacy-shield"), place("IN"), "2020-07-15", ToolState.NOT_COVERED, None),
        (tool("privacy-shield"), place(), "2020-07-15", ToolState.UNSETTLED, None),
        (tool("privacy-shield"), place(), "2020-07-16", ToolState.LAPSED, "2020-07-16"),
        (tool("privacy-shield"), place("US"), "2016-07-11", ToolState.NOT_YET, "2016-07-12"),
        (tool("safe-harbour"), place("US"), "2015-10-05", ToolState.VALID, None),
        (tool("safe-harbour"), place("US"), "2015-10-06", ToolState.LAPSED, "2015-10-06"),
        (tool("scc-old"), place("IN"), "2022-12-27", ToolState.VALID, None),
        (tool("scc-old"), place("IN"), "2022-12-28", ToolState.LAPSED, "2022-12-28"),
        (tool("scc-old", signed=day("2021-09-26")), place("IN"), "2022-12-27", ToolState.VALID, None),
        (
            tool("scc-old", signed=day("2021-09-27")),
            place("IN"),
            "2022-12-27",
            ToolState.LAPSED,
            "2021-09-27",
        ),
        (tool("scc-2021-m2"), place("US"), "2021-06-26", ToolState.NOT_YET, "2021-06-27"),
        (tool("scc-2021-m2"), place("US"), "2021-06-27", ToolState.VALID, None),
        (tool("adequacy"), place("GB"), "2031-12-27", ToolState.VALID, None),
        (tool("adequacy"), place("GB"), "2031-12-28", ToolState.NOT_COVERED, None),
        (tool("adequacy"), place("JP"), "2019-01-22", ToolState.NOT_COVERED, None),
        (tool("adequacy"), place("JP"), "2019-01-23", ToolState.VALID, None),
        (tool("adequacy"), place("US"), "2026-11-22", ToolState.NOT_COVERED, None),
        (tool("adequacy"), place(), "2026-11-22", ToolState.UNSETTLED, None),
        (
            tool("adequacy-us-dpf", dpf_status="active"),
            place("US"),
            "2023-07-09",
            ToolState.NOT_YET,
            "2023-07-10",
        ),
        (tool("adequacy-us-dpf", dpf_status="active"), place("US"), "2023-07-10", ToolState.VALID, None),
        (
            tool("adequacy-us-dpf", dpf_status="active_review"),
            place("US"),
            "2026-11-22",
            ToolState.VALID,
            None,
        ),
        (
            tool("adequacy-us-dpf", dpf_status="inactive"),
            place("US"),
            "2026-11-22",
            ToolState.NOT_COVERED,
            None,
        ),
        (tool("adequacy-us-dpf"), place("US"), "2026-11-22", ToolState.UNSETTLED, None),
        (
            tool("adequacy-us-dpf", dpf_status="active"),
            place("CA"),
            "2026-11-22",
            ToolState.NOT_COVERED,
            None,
        ),
        (tool("49-1-a"), place(), "2018-07-31", ToolState.VALID, None),
        (tool(""), place("US"), "2026-11-22", ToolState.UNSETTLED, None),
        (tool("a-code-of-tomorrow"), place("US"), "2026-11-22", ToolState.UNSETTLED, None),
    ],
)
def test_what_a_tool_is_worth(one, where, on, state, since):
    judged = judge(one, where, day(on), LAW)
    assert (judged.state, judged.since) == (state, since and day(since))


def test_a_transfer_names_place_party_users_and_tools():
    records = [*USED, place("US"), tool("privacy-shield"), tool("scc-old", 2)]
    (found,) = transfers(records, day("2018-07-31"), LAW)
    assert (found.party, found.place.country) == (PARTY, "US")
    assert [activity.reference for activity in found.activities] == ["1"]
    assert [judged.tool.tool for judged in found.tools] == ["privacy-shield", "scc-old"]
    assert found.is_settled
    assert found.lapsed == ()


def test_a_transfer_is_no_longer_settled_when_its_last_tool_lapses():
    records = [*USED, place("US"), tool("privacy-shield"), tool("scc-old", 2)]
    (before,) = transfers(records, day("2022-12-27"), LAW)
    (after,) = transfers(records, day("2022-12-28"), LAW)
    assert before.is_settled
    assert [judged.tool.tool for judged in before.lapsed] == ["privacy-shield"]
    assert not after.is_settled
    assert len(after.lapsed) == 2


def test_the_transfer_appears_and_goes_with_the_country():
    records = [*USED, place("GB")]
    assert transfers(records, day("2021-06-27"), LAW) == ()
    assert len(transfers(records, day("2021-06-28"), LAW)) == 1


def test_tools_count_from_the_day_they_were_signed_until_they_ended():
    signed = tool("scc-2021-m2", signed=day("2022-01-10"), ended=day("2024-02-01"))
    records = [*USED, place("IN"), signed]

    def settled(on):
        (found,) = transfers(records, day(on), LAW)
        return found.is_settled, len(found.tools)

    assert settled("2022-01-09") == (False, 0)
    assert settled("2022-01-10") == (True, 1)
    assert settled("2024-01-31") == (True, 1)
    assert settled("2024-02-01") == (False, 0)


def test_a_tool_for_one_activity_does_not_settle_another():
    other = (
        Activity(id=i("b"), reference="2"),
        Recipient(id=i("n"), activity=i("b"), position=1, party=i("y")),
    )
    records = [*USED, *other, place("IN"), tool("scc-2021-m2", activities=(i("a"),))]
    (found,) = transfers(records, TODAY, LAW)
    assert [activity.reference for activity in found.activities] == ["1", "2"]
    assert not found.is_settled
    (whole,) = transfers([*records, tool("bcr-p", 2, activities=(i("b"),))], TODAY, LAW)
    assert whole.is_settled


def test_processing_for_others_makes_a_transfer_too():
    record = ProcessorRecord(id=i("b"), position=1, sub_processors=(i("y"),))
    (found,) = transfers([PARTY, record, place("IN"), tool("scc-2021-m3")], TODAY, LAW)
    assert found.processor_records == (record,)
    assert found.activities == ()
    assert found.is_settled


def test_transfers_stand_in_norwegian_order_with_places_in_their_order():
    names = ["Ålesund Data", "Zeta", "Ærlig Sky"]
    records: list[Record] = [Activity(id=i("a"), reference="1")]
    for number, name in enumerate(names):
        party = i(f"y{number}")
        records += [
            Party(id=party, name=name),
            Recipient(id=i(f"m{number}"), activity=i("a"), position=number + 1, party=party),
            Place(id=i(f"s{number}2"), party=party, position=2, country="IN"),
            Place(id=i(f"s{number}1"), party=party, position=1, country="US"),
        ]
    found = [(one.party.name, one.place.position) for one in transfers(records, TODAY, LAW)]
    assert found == [(name, n) for name in ("Zeta", "Ærlig Sky", "Ålesund Data") for n in (1, 2)]


@pytest.mark.parametrize(
    ("one", "where", "confirmed"),
    [
        (DPF, place("US"), False),
        (DPF, place(), False),
        (tool("adequacy"), place("GB"), True),
        (tool("adequacy"), place("US"), False),
        (tool("scc-2021-m2"), place("US"), True),
        (tool("privacy-shield"), place("US"), True),
        (tool(""), place("US"), True),
    ],
)
def test_a_tool_rests_on_what_is_to_be_confirmed(one, where, confirmed):
    assert judge(one, where, day("2026-11-22"), LAW).confirmed is confirmed
