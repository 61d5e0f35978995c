"""CAT: each rule finds its case, and one field settles it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import DataLine
from ropa_app.domain.record import Record
from ropa_app.legal.checks import Coded
from tests.legal.checks.judging import Pair, assert_pair, findings
from tests.reports.scenes import activity, owned, same

ACTIVITY = "activity-1"
LINE = "data_line-1-1"


def _line(**values: Any) -> list[Record]:
    standing = {"subjects": ("customer",), "categories": ("name",)}
    return [activity(), owned(DataLine, **(standing | values))]


def _elsewhere() -> list[Record]:
    return [activity(), owned(DataLine, "2", subjects=("customer",), categories=("name",))]


HERE = ("activity", ACTIVITY)
PAIRS = [
    Pair("R-CAT-01", _line(subjects=()), LINE, ("subjects", ("customer",)), about=ACTIVITY),
    Pair("R-CAT-01", _elsewhere(), "data_line-2-1", HERE, about=ACTIVITY, label="no line"),
    Pair("R-CAT-02", _line(categories=()), LINE, ("categories", ("name",))),
    Pair("R-CAT-02", _elsewhere(), "data_line-2-1", HERE, about=ACTIVITY, label="no line"),
    Pair(
        "R-CAT-03",
        _line(categories_note=same("Navn og annen informasjon")),
        LINE,
        ("categories_note", same("Navn og kjøpshistorikk")),
        label="vague",
    ),
    Pair("R-CAT-03", _line(categories=("other",)), LINE, ("categories", ("name", "other")), label="other"),
    Pair(
        "R-CAT-03",
        _line(categories=("other",)),
        LINE,
        ("categories_note", same("Skostørrelse")),
        label="other, with a note",
    ),
    Pair("R-CAT-04", _line(subjects=()), LINE, ("subjects", ("customer",))),
    Pair("R-CAT-04", _line(subjects=()), LINE, ("categories", ()), label="no data"),
    Pair(
        "R-CAT-05", _line(subjects=("customer", "child")), LINE, ("subjects", ("customer",)), about=ACTIVITY
    ),
    Pair(
        "R-CAT-05",
        _line(subjects=("child",)),
        ACTIVITY,
        ("children_note", same("Fra 13 år; foresatte samtykker for yngre.")),
        label="note",
    ),
    Pair("R-CAT-06", _line(categories=("national_id",)), LINE, ("categories", ("name",)), about=ACTIVITY),
    Pair(
        "R-CAT-06",
        _line(categories=("national_id",)),
        ACTIVITY,
        ("national_id_need", same("Lønn meldes til Skatteetaten.")),
        label="need",
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


def test_danish_guidance_counts_from_the_day_it_was_given() -> None:
    records = _line(subjects=())

    assert not findings(records, "R-CAT-04", date(2020, 8, 9))
    assert findings(records, "R-CAT-04", date(2020, 8, 10))


def test_other_data_are_named_by_their_label() -> None:
    found = findings(_line(categories=("other",)), "R-CAT-03")

    assert [one.values for one in found] == [(("value", Coded("data_categories", ("other",))),)]
