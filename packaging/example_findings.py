"""Write how often each rule finds something in the example, docs/findings-of-the-example.md.

The two days lie before and after most of what changed in the law: Privacy Shield still held on the first.
"""

from __future__ import annotations

import itertools
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ropa_app.domain.reading import RecordsInMemory
from ropa_app.legal import shipped
from ropa_app.legal.checks import Severity, check_register, rules
from ropa_app.services.examples import velux_records

TARGET: Final = ROOT / "docs" / "findings-of-the-example.md"
DAYS: Final = (date(2018, 7, 31), date(2026, 11, 22))


def counts(day: date) -> Counter[str]:
    """Return how many findings each rule has in the example on a day."""
    numbers = itertools.count(1)
    records = RecordsInMemory(velux_records(lambda: f"id{next(numbers):03}"))
    return Counter(one.rule for one in check_register(records, shipped(), day).all())


def page() -> str:
    """Return the page as Markdown."""
    first, second = (counts(day) for day in DAYS)
    head = " | ".join(day.isoformat() for day in DAYS)
    lines = [
        "# What the rules find in the example",
        "",
        "The register of VELUX Norge AS as its statement of May 2018 tells it, judged as of two days. What",
        "the statement leaves unsaid is found on both; what has lapsed since is found on the second only. A",
        "test holds every single finding. `make rules` makes this page from the code.",
        "",
        f"| | {head} |",
        "|---|---:|---:|",
        *_totals(first, second),
        "",
        f"| rule | | {head} |",
        "|---|---|---:|---:|",
        *(_row(rule, first, second) for rule in rules() if first[rule] or second[rule]),
    ]
    silent = [rule for rule in rules() if not first[rule] and not second[rule]]
    lines += ["", f"{len(silent)} rules find nothing on either day."]
    return "\n".join(lines) + "\n"


def _totals(first: Counter[str], second: Counter[str]) -> Iterator[str]:
    for severity in Severity:
        of_it = [rule.id for rule in rules().values() if rule.severity is severity]
        told = " | ".join(str(sum(found[rule] for rule in of_it)) for found in (first, second))
        yield f"| {severity.value} | {told} |"
    yield f"| all | {first.total()} | {second.total()} |"


def _row(rule: str, first: Counter[str], second: Counter[str]) -> str:
    return f"| {rule} | {rules()[rule].title.en} | {first[rule]} | {second[rule]} |"


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8", newline="\n")
