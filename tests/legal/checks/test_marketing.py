"""MKT: each rule finds its case, and one field settles it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.statements import PublishedStatement
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import DAY, activity, owned, same

PURPOSE = "purpose-1-1"
CONDITIONS = ("address_from_sale", "own_similar", "optout_at_collection", "optout_each_message")


def _sending(*channels: str, **values: Any) -> list[Record]:
    return [activity(), owned(Purpose, marketing_channels=channels, **values)]


def _customers(*conditions: str) -> list[Record]:
    return _sending("email", marketing_ground="existing_customer", customer_conditions=conditions)


def _published(*rights: str, name: str = "statement", day: date = date(2020, 1, 1)) -> PublishedStatement:
    return PublishedStatement(id=RecordId(name), published=day, rights=rights)


UNSAID = [*_sending("email"), _published("marketing_optout")]

PAIRS = [
    Pair("R-MKT-01", _sending("email"), PURPOSE, ("marketing_ground", "consent")),
    Pair("R-MKT-01", _sending("sms"), PURPOSE, ("marketing_ground", "existing_customer"), label="customers"),
    Pair("R-MKT-01", _sending("email"), PURPOSE, ("marketing_channels", ("post", "phone")), label="channel"),
    Pair(
        "R-MKT-01",
        _sending("sms", marketing_ground="not_required"),
        PURPOSE,
        ("marketing_ground", "consent"),
        label="said not to be required",
    ),
    Pair(
        "R-MKT-01",
        _sending("email", "automatic_call", marketing_ground="existing_customer"),
        PURPOSE,
        ("marketing_channels", ("email",)),
        label="automated calls",
    ),
    Pair("R-MKT-01", _sending("email"), "activity-1", ("status", "ended"), about=PURPOSE, label="ended"),
    Pair("R-MKT-02", _customers(*CONDITIONS[:3]), PURPOSE, ("customer_conditions", CONDITIONS)),
    Pair("R-MKT-02", _customers(), PURPOSE, ("marketing_ground", "consent"), label="consent"),
    Pair("R-MKT-02", _customers(), "activity-1", ("status", "ended"), about=PURPOSE, label="ended"),
    Pair("R-MKT-03", UNSAID, "statement", ("rights", ("marketing_optout_separate",))),
    Pair("R-MKT-03", UNSAID, PURPOSE, ("marketing_channels", ()), about="statement", label="no marketing"),
    Pair("R-MKT-03", UNSAID, "activity-1", ("status", "ended"), about="statement", label="ended"),
    Pair("R-MKT-03", UNSAID, "statement", ("published", date(2026, 11, 23)), label="not yet published"),
    Pair("R-MKT-04", _sending("post"), PURPOSE, ("suppression", same("En egen liste"))),
    Pair("R-MKT-04", _sending("post"), PURPOSE, ("marketing_channels", ()), label="no marketing"),
    Pair("R-MKT-04", _sending("post"), "activity-1", ("status", "ended"), about=PURPOSE, label="ended"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


def test_only_the_statement_in_force_is_judged() -> None:
    later = _published("marketing_optout_separate", name="later", day=DAY)
    assert findings([*UNSAID, later], "R-MKT-03") == []
