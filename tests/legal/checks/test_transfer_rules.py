"""TRA, first half: each rule finds its case, and one field settles it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal import shipped
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import abroad, activity, owned

PARTY, PLACE = RecordId("party"), RecordId("place")
FIRST, SECOND = RecordId("activity-1"), RecordId("activity-2")
VERIFIED = shipped().pack.verified


def _with(records: list[Record], name: str, **values: Any) -> list[Record]:
    return [replace(one, **values) if one.id == name else one for one in records]


def _tool(**values: Any) -> TransferTool:
    return TransferTool(id=RecordId("tool-1"), position=1, place=PLACE, tool="scc-2021-m2", **values)


def _owned_abroad(**values: Any) -> list[Record]:
    return _with(abroad("NO"), "party", **{"parent_country": "US"} | values)


def _international(country: str = "BE", **values: Any) -> list[Record]:
    return _with([*abroad(country), _tool(**values)], "party", category="international_organisation")


REMOTE = Place(id=RecordId("remote"), position=2, party=PARTY, role="sub_processor", country="US")
OTHERS = ProcessorRecord(id=RecordId("others"), position=1, status="active", sub_processors=(PARTY,))
LONE = [Party(id=PARTY, name="Sky"), Place(id=PLACE, position=1, party=PARTY, outside_eea=Answer.YES)]

PAIRS = [
    Pair("R-TRA-01", abroad("US"), "place", ("country", "NO")),
    Pair("R-TRA-01", abroad("US"), "recipient-1-1", ("party", None), about="place", label="unused"),
    Pair("R-TRA-01", abroad("US"), "activity-1", ("status", "ended"), about="place", label="ended"),
    Pair(
        "R-TRA-01",
        [*abroad("US"), _tool(ended=date(2026, 11, 22))],
        "tool-1",
        ("ended", date(2026, 11, 23)),
        about="place",
        label="tool ended",
    ),
    Pair(
        "R-TRA-01",
        [*abroad("US"), _tool(signed=date(2026, 11, 23))],
        "tool-1",
        ("signed", date(2026, 11, 22)),
        about="place",
        label="tool not yet agreed",
    ),
    Pair(
        "R-TRA-01",
        [
            *abroad("US"),
            activity("2"),
            owned(Recipient, "2", party=PARTY, role="processor"),
            _tool(activities=(FIRST,)),
        ],
        "tool-1",
        ("activities", (FIRST, SECOND)),
        about="place",
        label="for some activities",
    ),
    Pair("R-TRA-02", _with(abroad(""), "place", outside_eea=Answer.YES), "place", ("country", "US")),
    Pair(
        "R-TRA-02",
        _with(abroad(""), "place", outside_eea=Answer.YES),
        "place",
        ("outside_eea", Answer.UNKNOWN),
        label="not known",
    ),
    Pair("R-TRA-02", [*LONE, OTHERS], "others", ("status", "ended"), about="place", label="sub-processor"),
    Pair("R-TRA-16", _owned_abroad(), "party", ("remote_access", Answer.NO)),
    Pair("R-TRA-16", _owned_abroad(), "party", ("parent_country", "SE"), label="parent in the EEA"),
    Pair("R-TRA-16", _owned_abroad(), "party", ("parent_country", ""), label="parent not known"),
    Pair("R-TRA-16", _owned_abroad(), "place", ("country", "US"), about="party", label="no place in the EEA"),
    Pair("R-TRA-16", _owned_abroad(), "recipient-1-1", ("party", None), about="party", label="unused"),
    Pair(
        "R-TRA-16",
        [*_owned_abroad(remote_access=Answer.YES), REMOTE],
        "remote",
        ("role", "remote_access"),
        about="party",
        label="listed",
    ),
    Pair("R-TRA-18", _international(activities=(SECOND,)), "tool-1", ("activities", ()), about="place"),
    Pair(
        "R-TRA-18",
        _international(activities=(SECOND,)),
        "party",
        ("category", "supplier"),
        "place",
        label="kind",
    ),
    Pair(
        "R-TRA-18",
        [activity(), owned(Recipient, party=PARTY), Party(id=PARTY, category="international_organisation")],
        "party",
        ("category", "authority"),
        label="no place",
    ),
    Pair(
        "R-TRA-18",
        [activity(), owned(Recipient, party=PARTY), Party(id=PARTY, category="international_organisation")],
        "activity-1",
        ("status", "ended"),
        about="party",
        label="unused",
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


@pytest.mark.parametrize(("day", "count"), [("2021-06-27", 0), ("2021-06-28", 1)])
def test_a_transfer_begins_on_the_day_a_country_leaves(day: str, count: int) -> None:
    assert len(findings(abroad("GB"), "R-TRA-01", date.fromisoformat(day))) == count


def test_processing_for_others_alone_needs_no_tool_of_an_activity() -> None:
    place = Place(id=PLACE, position=1, party=PARTY, country="US")
    assert findings([Party(id=PARTY, name="Sky"), place, OTHERS], "R-TRA-01") == []


def test_a_country_that_is_not_named_is_asked_for_before_a_tool() -> None:
    records = _with(abroad(""), "place", outside_eea=Answer.YES)
    assert findings(records, "R-TRA-01") == []
    assert [one.record for one in findings(records, "R-TRA-02")] == [PLACE]


def test_an_international_organisation_is_left_to_its_own_rule() -> None:
    international = _with(abroad("US"), "party", category="international_organisation")
    assert findings(international, "R-TRA-01") == []
    assert [one.record for one in findings(international, "R-TRA-18")] == [PLACE]
    unnamed = _with(international, "place", country="", outside_eea=Answer.YES)
    assert findings(unnamed, "R-TRA-02") == []


def test_a_tool_for_an_international_organisation_in_the_eea_is_judged() -> None:
    assert [one.record for one in findings(_international(), "R-TRA-10")] == ["tool-1"]


@pytest.mark.parametrize(("months", "count"), [(6, 0), (7, 1)])
def test_law_data_are_old_after_half_a_year(months: int, count: int) -> None:
    year, month = divmod(VERIFIED.year * 12 + VERIFIED.month - 1 + months, 12)
    day = date(year, month + 1, VERIFIED.day)
    assert [one.record for one in findings([], "R-TRA-17", day)] == ["register"] * count
