from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from ropa_app.domain.plain import NotARecord, canonical, from_plain, to_plain
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from tests.examples_of_records import any_record


@given(any_record([RecordId("a"), RecordId("b")]))
def test_plain_form_round_trips_through_json(record: Record) -> None:
    assert from_plain(json.loads(canonical(to_plain(record)))) == record


def test_untouched_fields_are_left_out() -> None:
    plain = {"kind": "party", "id": "p", "values": {"name": "Google"}}
    assert to_plain(from_plain(plain)) == plain


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        {},
        {"kind": "person", "id": "x"},
        {"kind": "party"},
        {"kind": "party", "id": ""},
        {"kind": "party", "id": 7},
        {"kind": "party", "id": "p", "position": 1},
        {"kind": "party", "id": "p", "more": 1},
        {"kind": "party", "id": "p", "values": {"nome": "x"}},
        {"kind": "party", "id": "p", "values": {"name": 7}},
        {"kind": "party", "id": "p", "values": {"name": "a\nb"}},
        {"kind": "party", "id": "p", "values": {"name": "a\ud800"}},
        {"kind": "party", "id": "p", "values": {"printed_name": "x"}},
        {"kind": "party", "id": "p", "values": {"printed_name": {"de": "x"}}},
        {"kind": "party", "id": "p", "values": {"printed_name": {"nb": 1}}},
        {"kind": "party", "id": "p", "values": {"remote_access": "maybe"}},
        {"kind": "place", "id": "s", "position": 1},
        {"kind": "place", "id": "s", "position": 0, "values": {"party": "p"}},
        {"kind": "place", "id": "s", "position": True, "values": {"party": "p"}},
        {"kind": "organisation", "id": "o", "values": {"employees": -1}},
        {"kind": "organisation", "id": "o", "values": {"employees": "12"}},
        {"kind": "organisation", "id": "o", "values": {"employees": True}},
        {"kind": "organisation", "id": "o", "values": {"dpo_assessed": "22.11.2026"}},
        {
            "kind": "retention",
            "id": "r",
            "position": 1,
            "values": {"activity": "a", "period": {"number": "x"}},
        },
        {
            "kind": "retention",
            "id": "r",
            "position": 1,
            "values": {"activity": "a", "period": {"number": "NaN", "unit": "year"}},
        },
        {
            "kind": "retention",
            "id": "r",
            "position": 1,
            "values": {"activity": "a", "period": {"number": "1.25", "unit": "year"}},
        },
        {"kind": "activity", "id": "a", "values": {"systems": ["s", "s"]}},
        {"kind": "activity", "id": "a", "values": {"systems": "s"}},
    ],
)
def test_what_is_no_record_is_refused(plain: Any) -> None:
    with pytest.raises(NotARecord):
        from_plain(plain)
