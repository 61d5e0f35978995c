"""SC: each rule finds its case, and one field settles it."""

from __future__ import annotations

from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.record import Record
from ropa_app.domain.values import NO_TEXT
from tests.legal.checks.judging import Pair, assert_pair
from tests.reports.scenes import activity, owned, same

PURPOSE = "purpose-1-1"
LINE = "data_line-1-1"


def _about(category: str, *conditions: str, law: str = "", **values: Any) -> list[Record]:
    purpose = owned(
        Purpose,
        text=same("Følge opp fravær"),
        art9_10=conditions,
        law_reference=same(law) if law else NO_TEXT,
    )
    return [activity(), purpose, owned(DataLine, subjects=("employee",), categories=(category,), **values)]


PAIRS = [
    Pair("R-SC-01", _about("health"), PURPOSE, ("art9_10", ("9-2-b",))),
    Pair("R-SC-01", _about("health", "10"), PURPOSE, ("art9_10", ("10", "9-2-f")), label="Article 10"),
    Pair("R-SC-01", _about("health"), LINE, ("categories", ("absence",)), about=PURPOSE, label="category"),
    Pair("R-SC-01", _about("health"), LINE, ("purposes", ("purpose-1-2",)), about=PURPOSE, label="purpose"),
    Pair(
        "R-SC-01",
        _about("health", purposes=(PURPOSE,)),
        LINE,
        ("purposes", ("purpose-1-2",)),
        about=PURPOSE,
        label="named purpose",
    ),
    Pair("R-SC-02", _about("criminal", law="Popplyl. § 11"), PURPOSE, ("art9_10", ("10",))),
    Pair("R-SC-02", _about("criminal", "10"), PURPOSE, ("law_reference", same("Popplyl. § 11")), label="law"),
    Pair("R-SC-02", _about("criminal"), LINE, ("categories", ("name",)), about=PURPOSE, label="category"),
    Pair("R-SC-03", _about("health", "9-2-h"), PURPOSE, ("law_reference", same("Helsepersonelloven § 39"))),
    Pair("R-SC-03", _about("health", "9-2-b"), PURPOSE, ("art9_10", ("9-2-a",)), label="condition"),
    Pair("R-SC-03", _about("health", "10", "9-2-j"), PURPOSE, ("art9_10", ("10",)), label="Article 10"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)
