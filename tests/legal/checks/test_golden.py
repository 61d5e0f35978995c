"""Every finding of the example for two days: one that is missing is as wrong as one too many."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ropa_app.domain.references import reference
from ropa_app.legal import shipped
from ropa_app.legal.checks import HistoryFacts, check_register
from tests.reports.scenes import velux

FILE = Path(__file__).parents[2] / "data" / "findings_velux.csv"
DAYS = ("2018-07-31", "2026-11-22")


@cache
def _expected(day: str) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE):
            if row["as_of"] == day:
                found.setdefault(row["rule"], set()).add((row["kind"], row["reference"]))
    return found


@cache
def _found(day: str) -> dict[str, set[tuple[str, str]]]:
    records = velux()
    checked = check_register(records, shipped(), date.fromisoformat(day), HistoryFacts())
    found: dict[str, set[tuple[str, str]]] = {}
    for one in checked.all():
        record = records.get(one.record)
        assert record is not None
        called = (one.kind, reference(record, records.get, "nb"))
        assert called not in found.setdefault(one.rule, set()), f"{one.rule} twice for {called}"
        found[one.rule].add(called)
    return found


@pytest.mark.parametrize("day", DAYS)
def test_the_example_has_exactly_these_findings(day: str) -> None:
    expected, found = _expected(day), _found(day)
    differing = {
        rule: (
            sorted(expected.get(rule, set()) - found.get(rule, set())),
            sorted(found.get(rule, set()) - expected.get(rule, set())),
        )
        for rule in expected.keys() | found.keys()
        if expected.get(rule, set()) != found.get(rule, set())
    }
    assert differing == {}
