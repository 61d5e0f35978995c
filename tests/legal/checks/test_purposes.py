"""PUR: each rule finds its case, and one field settles it."""

from __future__ import annotations

from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.activity_flow import Retention
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.record import Record
from ropa_app.domain.values import NO_TEXT, Answer, RecordId, Text
from ropa_app.legal.checks import Named
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import activity, owned, register, same

ACTIVITY = "activity-1"
PURPOSE = "purpose-1-1"
CLEAR = "Levere varene som kunden har bestilt"


def _purpose(position: int = 1, reference: str = "1", **values: Any) -> Any:
    return owned(Purpose, reference, position, **({"text": same(CLEAR)} | values))


def _further(**values: Any) -> list[Record]:
    return [activity(), _purpose(further_use=Answer.YES, **values)]


def _assessed(**values: Any) -> list[Record]:
    one = Assessment(id=RecordId("x"), method="compatibility", **{"activities": (ACTIVITY,)} | values)
    return [*_further(), one]


def _two(**values: Any) -> list[Record]:
    return [activity(), _purpose(1), _purpose(2), owned(Retention, criteria=same("Et år"), **values)]


PAIRS = [
    Pair(
        "R-PUR-01",
        [activity(), activity("2"), _purpose(reference="2")],
        "purpose-2-1",
        ("activity", ACTIVITY),
        about=ACTIVITY,
        label="none",
    ),
    Pair(
        "R-PUR-01",
        [activity(), _purpose(1), _purpose(2, text=NO_TEXT)],
        "purpose-1-2",
        ("text", same(CLEAR)),
        about=ACTIVITY,
        label="empty",
    ),
    Pair(
        "R-PUR-02", [activity(), _purpose(text=same("Salg"))], PURPOSE, ("text", same(CLEAR)), label="short"
    ),
    Pair(
        "R-PUR-02",
        [activity(), _purpose(text=same("Vi vil drive forretning på nett"))],
        PURPOSE,
        ("text", same(CLEAR)),
        label="vague",
    ),
    Pair(
        "R-PUR-02",
        [activity(), _purpose(text=Text(nb=CLEAR, en="To improve services for everybody"))],
        PURPOSE,
        ("text", Text(nb=CLEAR, en="To deliver the goods that were ordered")),
        label="vague in another language",
    ),
    Pair("R-PUR-02", [activity(), _purpose(text=same("Salg"))], PURPOSE, ("text", NO_TEXT), label="empty"),
    Pair("R-PUR-03", _two(), "retention-1-1", ("purpose", PURPOSE), about=ACTIVITY, label="purpose"),
    Pair("R-PUR-03", _two(), "retention-1-1", ("lines", ("data_line-1-1",)), about=ACTIVITY, label="lines"),
    Pair("R-PUR-03", _two(), "purpose-1-2", ("activity", "activity-9"), about=ACTIVITY, label="one purpose"),
    Pair("R-PUR-03", _two(), "retention-1-1", ("activity", "activity-9"), about=ACTIVITY, label="no rule"),
    Pair("R-PUR-04", _further(), PURPOSE, ("further_use", Answer.NO)),
    Pair("R-PUR-04", _further(), PURPOSE, ("art6", ("6-1-a",)), label="consent"),
    Pair("R-PUR-04", _assessed(), "x", ("outcome", "ok"), about=PURPOSE, label="assessed"),
    Pair(
        "R-PUR-04",
        _assessed(outcome="ok", purposes=("purpose-1-9",)),
        "x",
        ("purposes", (PURPOSE,)),
        about=PURPOSE,
        label="another purpose",
    ),
    Pair(
        "R-PUR-04",
        _further(art6=("6-1-c",)),
        PURPOSE,
        ("law_reference", same("Arkivlova § 6")),
        label="law",
    ),
    Pair(
        "R-PUR-04",
        _further(art6=("6-1-b",), law_reference=same("Arkivlova § 6")),
        PURPOSE,
        ("art6", ("6-1-e",)),
        label="a law for another basis",
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


def test_the_length_is_that_of_the_main_language() -> None:
    records = [activity(), _purpose(text=Text(nb="Salg", en="To deliver the goods that were ordered"))]

    assert findings([*records, register("nb")], "R-PUR-02")
    assert not findings([*records, register("en")], "R-PUR-02")


def test_a_purpose_in_another_language_is_measured_as_it_is_printed() -> None:
    records = [activity(), _purpose(text=Text(en="To deliver the goods that were ordered"))]

    assert not findings(records, "R-PUR-02")


def test_it_names_the_words_that_are_too_general_in_each_language() -> None:
    text = Text(nb="Å drive forretning og andre formål", en="To do business as usual")
    found = findings([activity(), _purpose(text=text)], "R-PUR-02")

    assert [one.values for one in found] == [
        (
            ("activity", Named((RecordId(ACTIVITY),))),
            ("value", Text(nb="drive forretning, andre formål", en="do business")),
        )
    ]
