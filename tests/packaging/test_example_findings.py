"""The counts in the documentation are those of the findings that the golden table lists."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import example_findings
import pytest

GOLDEN = Path(__file__).parents[1] / "data" / "findings_velux.csv"


def test_the_page_is_current() -> None:
    assert example_findings.TARGET.read_text("utf-8").splitlines() == example_findings.page().splitlines()


@pytest.mark.parametrize("day", example_findings.DAYS, ids=str)
def test_the_counts_are_those_of_the_golden_table(day) -> None:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE)
        expected = Counter(row["rule"] for row in rows if row["as_of"] == day.isoformat())
    assert example_findings.counts(day) == expected
