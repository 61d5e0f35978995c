"""REC: each rule finds its case, and one field settles it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.entities.parties import Arrangement, Party
from ropa_app.domain.entities.statements import Promise, PublishedStatement
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import activity, owned, same

ACTIVITY = "activity-1"
RECIPIENT = "recipient-1-1"
PARTY = Party(id=RecordId("y"), name="Nabo AS")
JOINT = "joint"


def _given(role: str = "controller", reference: str = "1", **values: Any) -> list[Record]:
    return [activity(), PARTY, owned(Recipient, reference, party=PARTY.id, role=role, **values)]


def _marketing(basis: str = "6-1-f") -> list[Record]:
    return [*_given(own_marketing=Answer.YES), owned(Purpose, text=same("Gi tilbud"), art6=(basis,))]


def _arranged(status: str = "signed", linked: bool = True) -> list[Record]:
    one = Arrangement(id=RecordId("j"), parties=(PARTY.id,), status=status)
    return [*_given(JOINT, arrangement=one.id if linked else None), one]


def _reached(**values: Any) -> list[Record]:
    return [*_given(JOINT), Contact(id=RecordId("k"), role="contract", party=PARTY.id, **values)]


def _unnamed() -> list[Record]:
    contact = Contact(id=RecordId("k"), role="contract", party=PARTY.id, email="post@nabo.example")
    return [activity(), PARTY, contact, _category()]


def _category() -> Record:
    one: Record = owned(Recipient, role=JOINT, category=same("Naboer"))
    return one


def _promised(promise: str = "not_disclosed", role: str = "", day: date = date(2018, 5, 31)) -> list[Record]:
    statement = PublishedStatement(id=RecordId("e"), published=day)
    return [
        *_given(role),
        statement,
        Promise(id=RecordId("l"), position=1, statement=statement.id, promise=promise),
    ]


PAIRS = [
    Pair("R-REC-01", [activity()], ACTIVITY, ("recipients_answer", "none")),
    Pair(
        "R-REC-01",
        [activity(recipients_answer="some")],
        ACTIVITY,
        ("recipients_answer", "none"),
        label="some",
    ),
    Pair(
        "R-REC-01",
        _given(reference="2"),
        "recipient-2-1",
        ("activity", ACTIVITY),
        about=ACTIVITY,
        label="recipient",
    ),
    Pair(
        "R-REC-01",
        [activity(), PARTY, owned(Recipient)],
        RECIPIENT,
        ("party", PARTY.id),
        label="nobody named",
    ),
    Pair(
        "R-REC-01",
        [activity(), owned(Recipient)],
        RECIPIENT,
        ("category", same("Naboer")),
        label="category",
    ),
    Pair("R-REC-02", _given(""), RECIPIENT, ("role", "processor")),
    Pair("R-REC-03", _given(), RECIPIENT, ("lines", ("data_line-1-1",))),
    Pair("R-REC-03", _given(all_lines=Answer.NO), RECIPIENT, ("all_lines", Answer.YES), label="all"),
    Pair("R-REC-04", _marketing(), "purpose-1-1", ("art6", ("6-1-a",)), about=RECIPIENT),
    Pair("R-REC-04", _marketing(), RECIPIENT, ("own_marketing", Answer.NO), label="marketing"),
    Pair("R-REC-04", _marketing(), RECIPIENT, ("role", "processor"), label="role"),
    Pair("R-REC-05", _arranged("negotiating"), "j", ("status", "signed"), about=RECIPIENT),
    Pair("R-REC-05", _arranged(linked=False), RECIPIENT, ("arrangement", "j"), label="not linked"),
    Pair("R-REC-05", _given(JOINT), RECIPIENT, ("role", "controller"), label="role"),
    Pair("R-REC-06", _promised(), "l", ("promise", "confidential")),
    Pair("R-REC-06", _promised(), RECIPIENT, ("role", "processor"), about="l", label="processor"),
    Pair("R-REC-06", _promised(role="authority"), ACTIVITY, ("status", "ended"), about="l", label="ended"),
    Pair("R-REC-06", _promised(), "e", ("published", date(2026, 11, 23)), about="l", label="not published"),
    Pair("R-REC-07", _reached(name="Kari"), "k", ("email", "post@nabo.example"), about=RECIPIENT),
    Pair("R-REC-07", _reached(name="Kari"), "k", ("phone", "22510600"), about=RECIPIENT, label="telephone"),
    Pair("R-REC-07", _reached(name="Kari"), "k", ("address", "Gata 2"), about=RECIPIENT, label="address"),
    Pair("R-REC-07", _given(JOINT), RECIPIENT, ("role", "controller"), label="role"),
    Pair("R-REC-07", _unnamed(), RECIPIENT, ("party", "y"), label="no party"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


def test_our_own_contacts_are_no_contacts_of_a_joint_controller() -> None:
    own = Contact(id=RecordId("k"), role="privacy", email="post@prove.example")

    assert findings([*_given(JOINT), own], "R-REC-07")
    assert findings([activity(), _category(), own], "R-REC-07")


def test_danish_guidance_counts_from_the_day_it_was_given() -> None:
    records = [*_given(), owned(DataLine, subjects=("customer",), categories=("name",))]

    assert not findings(records, "R-REC-03", date(2020, 8, 9))
    assert findings(records, "R-REC-03", date(2020, 8, 10))
