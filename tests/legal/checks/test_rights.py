"""RGT: each rule finds its case, and one field settles it."""

from __future__ import annotations

import pytest

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.record import Record
from tests.legal.checks.judging import Pair, assert_pair
from tests.reports.scenes import activity, owned, same

ACTIVITY = "activity-1"
PURPOSE = "purpose-1-1"


def _purpose(*bases: str, conditions: tuple[str, ...] = ()) -> list[Record]:
    return [activity(), owned(Purpose, text=same("Levere varer"), art6=bases, art9_10=conditions)]


PAIRS = [
    Pair("R-RGT-02", _purpose("6-1-b"), ACTIVITY, ("portability", same("Fil i JSON på forespørsel"))),
    Pair("R-RGT-02", _purpose("6-1-a"), PURPOSE, ("art6", ("6-1-f",)), about=ACTIVITY, label="consent"),
    Pair("R-RGT-02", _purpose("6-1-b"), PURPOSE, ("art6", ("6-1-c",)), about=ACTIVITY, label="contract"),
    Pair(
        "R-RGT-02",
        _purpose("6-1-f", conditions=("9-2-a",)),
        PURPOSE,
        ("art9_10", ("9-2-f",)),
        about=ACTIVITY,
        label="explicit consent",
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)
