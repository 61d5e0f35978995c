"""Transfers: country, tool and copy of each place that a recipient processes at."""

from __future__ import annotations

from typing import Any

import pytest

from ropa_app.domain.entities.activity_flow import Tracker
from ropa_app.domain.entities.parties import TransferTool
from ropa_app.domain.record import Record
from ropa_app.domain.values import NO_TEXT, Answer, RecordId
from ropa_app.legal.coverage import Cell, Reason, Spot, State
from tests.legal.coverage.covered import cell, changed, complete, grid, without
from tests.reports.scenes import owned


def _transfers(records: list[Record], activity: str = "activity-2") -> Cell:
    return cell(grid(records), "transfers", activity)


def _tool(number: int, **values: Any) -> TransferTool:
    return TransferTool(id=RecordId(f"tool-{number}"), position=number, place=RecordId("place"), **values)


def test_a_place_with_a_country_and_a_tool_that_holds_is_filled() -> None:
    found = _transfers(complete())
    assert (found.state, found.spot) == (State.FILLED, Spot("transfer_tool", RecordId("tool"), "tool"))


@pytest.mark.parametrize(
    ("record", "values", "reason", "spot"),
    [
        (
            "place",
            {"country": "", "outside_eea": Answer.YES},
            Reason.NO_COUNTRY,
            ("place", "place", "country"),
        ),
        ("place", {"country": ""}, Reason.NO_COUNTRY, ("place", "place", "country")),
        ("tool", {"tool": "privacy-shield"}, Reason.TOOL_FAILS, ("transfer_tool", "tool", "tool")),
        ("tool", {"tool": ""}, Reason.NO_TOOL, ("place", "place", "")),
        ("statement", {"copy_how": NO_TEXT}, Reason.NO_COPY, ("statement", "statement", "copy_how")),
    ],
)
def test_what_is_open_of_a_place_is_missing(
    record: str, values: dict[str, Any], reason: Reason, spot: tuple[str, str, str]
) -> None:
    found = _transfers(changed(complete(), record, **values))
    assert (found.state, found.reason) == (State.MISSING, reason)
    assert found.spot == Spot(spot[0], RecordId(spot[1]), spot[2])


def test_a_way_to_a_copy_is_only_asked_where_something_rests_on_safeguards() -> None:
    records = changed(complete(), "statement", copy_how=NO_TEXT)
    assert [one.rule for one in _transfers(records).findings] == ["R-STM-06"]
    assert _transfers(records, "activity-1").state is State.NOT_APPLICABLE
    adequate = changed(changed(records, "place", country="JP"), "tool", tool="adequacy")
    assert _transfers(adequate).state is State.FILLED


def test_a_place_without_a_tool_is_missing_for_every_activity_that_uses_it() -> None:
    found = _transfers(without(complete(), "tool"))
    assert (found.state, found.reason, found.spot) == (
        State.MISSING,
        Reason.NO_TOOL,
        Spot("place", RecordId("place")),
    )


def test_a_tool_for_another_activity_alone_is_none_for_this_one() -> None:
    records = changed(complete(), "tool", activities=(RecordId("activity-1"),))
    assert _transfers(records).reason is Reason.NO_TOOL


def test_a_processor_of_which_no_place_is_known_is_missing_and_an_authority_is_not() -> None:
    records = without(complete(), "place", "tool")
    found = _transfers(records)
    assert (found.reason, found.spot) == (Reason.NO_PLACE, Spot("party", RecordId("cloud")))
    deciding = changed(records, "recipient-2-1", role="authority")
    assert _transfers(deciding).reason is Reason.NO_TRANSFER


def test_a_lapsed_tool_stays_an_error_until_it_is_ended_though_another_one_holds() -> None:
    lapsed = _tool(2, tool="privacy-shield")
    found = _transfers([*complete(), lapsed])
    assert (found.state, found.reason) == (State.MISSING, Reason.CHECK)
    assert found.spot == Spot("transfer_tool", lapsed.id, "tool")
    accepted = cell(grid([*complete(), lapsed], accepted=["R-TRA-05"]), "transfers", "activity-2")
    assert accepted.state is State.FILLED


def test_whoever_provides_a_tracker_is_asked_too() -> None:
    tracker = owned(Tracker, provider=RecordId("cloud"), name="_ga")
    assert _transfers([*complete(), tracker], "activity-1").state is State.FILLED


def test_where_an_international_organisation_sits_is_asked_whatever_its_role() -> None:
    records = without(complete(), "place", "tool")
    for one in [one for one in records if one.KIND == "recipient"]:
        records = changed(records, one.id, role="controller")
    party = next(one.party for one in complete() if one.id == "place")
    assert _transfers(records).reason is not Reason.NO_PLACE
    asked = _transfers(changed(records, party, category="international_organisation"))
    assert (asked.reason, asked.spot) == (Reason.NO_PLACE, Spot("party", party, ""))
