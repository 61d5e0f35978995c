"""ORG: each rule finds its case, and one field settles it."""

from __future__ import annotations

from typing import Any

import pytest

from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from tests.legal.checks.judging import Pair, assert_pair
from tests.reports.scenes import DAY, activity, organisation

ORG = "organisation"


def _org(**values: Any) -> Record:
    return organisation(**values)


def _contact(role: str) -> list[Record]:
    found = Contact(id=RecordId("k"), role=role, email="post@prove.example")
    return [_org(dpo_appointed=Answer.YES), found]


PAIRS = [
    Pair("R-ORG-01", [_org(name="")], ORG, ("name", "Prøveverket AS")),
    Pair("R-ORG-01", [_org(email="")], ORG, ("phone", "22510600"), label="unreachable"),
    Pair("R-ORG-02", [_org()], ORG, ("org_number", "974760673")),
    Pair("R-ORG-02", [_org(org_number="974760674")], ORG, ("org_number", "974 760 673"), label="digit"),
    Pair("R-ORG-03", [_org(dpo_appointed=Answer.YES)], ORG, ("dpo_appointed", Answer.NO)),
    Pair(
        "R-ORG-03",
        [_org(dpo_appointed=Answer.YES), Contact(id=RecordId("k"), role="dpo", name="Ombudet")],
        "k",
        ("email", "ombud@prove.example"),
        about=ORG,
        label="contact",
    ),
    Pair("R-ORG-04", [_org()], ORG, ("dpo_appointed", Answer.YES)),
    Pair("R-ORG-04", [_org(dpo_appointed=Answer.NO)], ORG, ("dpo_assessed", DAY), label="assessed"),
    Pair("R-ORG-05", [_org(country="US")], ORG, ("country", "NO")),
    Pair("R-ORG-05", [_org(country="US")], ORG, ("public_authority", Answer.YES), label="authority"),
    Pair("R-ORG-06", [activity(status="draft")], "activity-1", ("status", "active"), about=ORG),
    Pair("R-ORG-07", [_org(record_waived=Answer.YES)], ORG, ("record_waived", Answer.NO)),
    Pair("R-ORG-08", [_org(acts_as_processor=Answer.YES)], ORG, ("acts_as_processor", Answer.NO)),
    Pair(
        "R-ORG-08",
        [_org(acts_as_processor=Answer.YES), ProcessorRecord(id=RecordId("p"), position=1, status="ended")],
        "p",
        ("status", "active"),
        about=ORG,
        label="ended",
    ),
    Pair("R-ORG-09", [_org()], ORG, ("postal_address", "Gata 1, 0484 Oslo")),
    Pair("R-ORG-10", _contact("representative"), "k", ("name", "Ola")),
    Pair("R-ORG-10", _contact("representative"), "k", ("party", "y"), label="of another"),
    Pair("R-ORG-10", _contact("representative"), "k", ("role", "privacy"), label="role"),
    Pair("R-ORG-10", _contact("dpo"), "k", ("name", "Ombudet"), label="officer"),
    Pair("R-ORG-10", _contact("dpo"), ORG, ("dpo_appointed", Answer.NO), about="k", label="no officer"),
    Pair(
        "R-ORG-10",
        [*_contact("dpo"), Contact(id=RecordId("l"), role="representative", name="Ola")],
        "l",
        ("role", "dpo"),
        about="k",
        label="two officers",
    ),
    Pair("R-ORG-11", [_org(public_authority=Answer.YES)], ORG, ("public_authority", Answer.UNKNOWN)),
    Pair(
        "R-ORG-11", [_org(public_authority=Answer.YES)], ORG, ("dpo_appointed", Answer.YES), label="officer"
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)
