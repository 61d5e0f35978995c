"""LNG: whatever is printed is written in the main language."""

from __future__ import annotations

from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.assessments import Consent
from ropa_app.domain.entities.organisation import Register
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.statements import Statement
from ropa_app.domain.kinds import ENTITIES, KINDS
from ropa_app.domain.record import Record
from ropa_app.domain.values import NO_TEXT, RecordId, Text
from ropa_app.legal.checks import Fields
from ropa_app.legal.checks.texts import PRINTED
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import activity, owned, register, same

RULE = "R-LNG-01"
ENGLISH = Text(en="Only in English")


def _party(**values: Any) -> list[Record]:
    return [Party(id=RecordId("y"), name="Forhandlere", **values)]


PAIRS = [
    Pair(RULE, [activity(area=ENGLISH)], "activity-1", ("area", Text(nb="Salg", en="Sales"))),
    Pair(RULE, [activity(area=ENGLISH)], "activity-1", ("area", NO_TEXT), label="empty"),
    Pair(
        RULE,
        [activity(), owned(Purpose, text=ENGLISH)],
        "purpose-1-1",
        ("text", same("Å selge")),
        label="owned",
    ),
    Pair(RULE, _party(printed_name=ENGLISH), "y", ("printed_name", Text(nb="forhandlere")), label="party"),
    Pair(
        RULE,
        [Statement(id=RecordId("s"), rights_how=ENGLISH), register("nb")],
        "register",
        ("language", "en"),
        about="s",
        label="main language",
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


def _with_english(kind: str) -> Record:
    values: dict[str, Any] = dict.fromkeys(PRINTED[kind], ENGLISH)
    if owner := KINDS[kind].parent:
        values[owner] = RecordId("activity-1")
    return ENTITIES[kind](id=RecordId("one"), position=int(KINDS[kind].is_positioned), **values)


@pytest.mark.parametrize("kind", PRINTED)
def test_every_kind_with_printed_texts_is_read_once(kind: str) -> None:
    found = findings([activity(), _with_english(kind)], RULE)

    assert [(one.kind, one.record, one.field, one.values) for one in found] == [
        (kind, "one", PRINTED[kind][0], (("fields", Fields(kind, PRINTED[kind])),))
    ]


def test_a_consent_names_the_fields_that_are_missing_and_no_others() -> None:
    one = Consent(id=RecordId("c"), text=same("Ja"), evidence=ENGLISH, withdrawal=ENGLISH)

    (found,) = findings([one], RULE)

    assert found.field == "evidence"
    assert found.values == (("fields", Fields("consent", ("evidence", "withdrawal"))),)


def test_a_register_without_a_language_is_written_in_bokmal() -> None:
    unsaid = Register(id=RecordId("register"))

    assert findings([activity(area=ENGLISH), unsaid], RULE)
    assert not findings([activity(area=Text(nb="Salg")), unsaid], RULE)
