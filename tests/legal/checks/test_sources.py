"""SRC: each rule finds its case, and one field settles it."""

from __future__ import annotations

from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import DataLine, Source
from ropa_app.domain.record import Record
from tests.legal.checks.judging import Pair, assert_pair
from tests.reports.scenes import activity, owned, same

ACTIVITY = "activity-1"
LINE = "data_line-1-1"
SOURCE = "source-1-1"


def _source(origin: str = "data_subject", **values: Any) -> list[Record]:
    line = owned(DataLine, subjects=("customer",), categories=("name",))
    return [activity(), line, owned(Source, origin=origin, **values)]


PAIRS = [
    Pair("R-SRC-01", _source(lines=("data_line-1-2",)), SOURCE, ("lines", (LINE,)), about=LINE),
    Pair("R-SRC-01", _source(lines=("data_line-1-2",)), SOURCE, ("lines", ()), about=LINE, label="all lines"),
    Pair(
        "R-SRC-01",
        [*_source()[:2], owned(Source, "2", origin="data_subject")],
        "source-2-1",
        ("activity", ACTIVITY),
        about=LINE,
        label="no source",
    ),
    Pair("R-SRC-01", _source(""), SOURCE, ("origin", "data_subject"), about=LINE, label="says nothing"),
    Pair("R-SRC-01", _source(""), SOURCE, ("note", same("Skjema")), about=LINE, label="just a note"),
    Pair("R-SRC-02", _source("third_party"), SOURCE, ("origin", "internal"), about=ACTIVITY),
    Pair(
        "R-SRC-02",
        _source("public_register"),
        ACTIVITY,
        ("art14_information", same("Brev innen en måned")),
        label="informed",
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)
