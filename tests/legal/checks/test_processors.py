"""PRO: each rule finds its case, and one field settles it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.activity_flow import Recipient, Tracker
from ropa_app.domain.entities.parties import Agreement, FollowUp, Party, Place
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.security import System
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import activity, owned

ALL = tuple("abcdefgh")
PARTY = RecordId("party")
RECIPIENT = "recipient-1-1"


def _processor(role: str = "processor", status: str = "active", **values: Any) -> list[Record]:
    party = Party(id=PARTY, name="Sky AS", **values)
    return [activity(status=status), owned(Recipient, party=PARTY, role=role), party]


def _agreement(name: str = "agreement", **values: Any) -> Agreement:
    standing: dict[str, Any] = {"status": "signed", "covers": ALL, "signed": date(2026, 1, 1)}
    return Agreement(id=RecordId(name), party=PARTY, **standing | values)


def _agreed(**values: Any) -> list[Record]:
    return [*_processor(), _agreement(**values)]


def _place(role: str = "own", **values: Any) -> Place:
    return Place(id=RecordId("place"), position=1, party=PARTY, role=role, **values)


def _unused(*users: Record) -> list[Record]:
    return [activity(systems=(RecordId("system"),)), Party(id=PARTY, name="Sky AS"), _agreement(), *users]


FOLLOWED = FollowUp(id=RecordId("follow"), agreement=RecordId("agreement"), position=1)
OTHERS = ProcessorRecord(id=RecordId("others"), position=1, status="active")

PAIRS = [
    Pair("R-PRO-01", _processor(), RECIPIENT, ("role", "controller"), about="party"),
    Pair(
        "R-PRO-01", _agreed(status="negotiating"), "agreement", ("status", "signed"), "party", label="signed"
    ),
    Pair("R-PRO-01", _processor(), "activity-1", ("status", "ended"), "party", label="ended"),
    Pair("R-PRO-02", _agreed(covers=ALL[:-1]), "agreement", ("covers", ALL)),
    Pair("R-PRO-02", _agreed(covers=()), "agreement", ("status", "ended"), label="ended"),
    Pair("R-PRO-02", _agreed(covers=()), RECIPIENT, ("role", "joint"), "agreement", label="role"),
    Pair("R-PRO-03", _agreed(until=date(2026, 11, 22)), "agreement", ("until", date(2026, 11, 23))),
    Pair(
        "R-PRO-03",
        _agreed(signed=date(2018, 7, 19), covers=()),
        "agreement",
        ("signed", date(2018, 7, 20)),
        label="before the Regulation",
    ),
    Pair(
        "R-PRO-03",
        _agreed(signed=date(2018, 7, 19), covers=()),
        "agreement",
        ("covers", ALL),
        label="before the Regulation, checked",
    ),
    Pair(
        "R-PRO-03",
        [
            *_agreed(signed=date(2019, 1, 1), until=date(2020, 1, 1)),
            _agreement("later", signed=date(2018, 12, 31)),
        ],
        "later",
        ("signed", date(2019, 1, 2)),
        about="agreement",
        label="not the latest",
    ),
    Pair(
        "R-PRO-03",
        [*_agreed(signed=None), _agreement("later", until=date(2026, 1, 2))],
        "later",
        ("until", None),
        label="beside one without a day",
    ),
    Pair("R-PRO-04", _processor(), "party", ("sub_processors", Answer.NO)),
    Pair(
        "R-PRO-04",
        [*_processor(sub_processors=Answer.YES), _place()],
        "place",
        ("role", "sub_processor"),
        about="party",
        label="listed",
    ),
    Pair("R-PRO-04", _processor(), RECIPIENT, ("role", "controller"), "party", label="role"),
    Pair("R-PRO-05", [*_processor(), _place()], "place", ("country", "NO"), "party"),
    Pair(
        "R-PRO-05", [*_processor(), _place()], "place", ("outside_eea", Answer.YES), "party", label="answer"
    ),
    Pair("R-PRO-05", _processor(), RECIPIENT, ("role", "authority"), "party", label="no place"),
    Pair(
        "R-PRO-06",
        _agreed(signed=date(2024, 11, 21)),
        "agreement",
        ("signed", date(2024, 11, 22)),
    ),
    Pair("R-PRO-06", _agreed(signed=None), "agreement", ("status", "negotiating"), label="no day"),
    Pair(
        "R-PRO-06",
        [*_agreed(signed=date(2020, 1, 1)), FOLLOWED],
        "follow",
        ("day", date(2024, 11, 22)),
        about="agreement",
        label="followed up",
    ),
    Pair("R-PRO-07", _unused(), "agreement", ("status", "ended"), about="party"),
    Pair("R-PRO-07", _unused(owned(Recipient)), RECIPIENT, ("party", PARTY), "party", label="recipient"),
    Pair("R-PRO-07", _unused(owned(Tracker)), "tracker-1-1", ("provider", PARTY), "party", label="tracker"),
    Pair(
        "R-PRO-07",
        _unused(System(id=RecordId("system"), name="Sak")),
        "system",
        ("provider", PARTY),
        about="party",
        label="system",
    ),
    Pair("R-PRO-07", _unused(OTHERS), "others", ("sub_processors", (PARTY,)), "party", label="sub-processor"),
    Pair(
        "R-PRO-08",
        [activity(), owned(Recipient, party=PARTY), Party(id=PARTY, name="GOOGLE Inc.")],
        "party",
        ("name", "Google LLC"),
    ),
    Pair(
        "R-PRO-08",
        [activity(), owned(Recipient, party=PARTY), Party(id=PARTY, name="Google Inc.")],
        RECIPIENT,
        ("party", None),
        about="party",
        label="unused",
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


def test_a_name_is_outdated_from_its_day_only() -> None:
    records = [activity(), owned(Recipient, party=PARTY), Party(id=PARTY, name="SnapEngage")]
    assert findings(records, "R-PRO-08", date(2021, 12, 31)) == []
    assert len(findings(records, "R-PRO-08", date(2022, 1, 1))) == 1


def test_a_processor_with_a_place_that_is_known_and_one_that_is_not_is_found_once() -> None:
    known = Place(id=RecordId("known"), position=2, party=PARTY, country="NO")
    assert len(findings([*_processor(), _place(), known], "R-PRO-05")) == 1
