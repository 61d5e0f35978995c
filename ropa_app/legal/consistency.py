"""Whether the tables of the law data fit together: every code that one table names stands in another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import SPECS
from ropa_app.legal.law import COUNTRY, LawData
from ropa_app.legal.reading import CLAIMS
from ropa_app.legal.table import LawDataError

# What lapsed without being a tool that anybody records: until it ended the country was no third country.
_NO_TOOL: Final = frozenset({"gb-bridge"})
# Lists that no code field names: those of periods and answers have a field type of their own.
_NEEDED: Final = frozenset({"units", "answers", "severities"})
_UNITS_OF_NO_PERIOD: Final = frozenset({"person", "hour", "count"})


def refuse_unknown(law: LawData) -> None:
    """Raise LawDataError where a table names a code that its list does not have."""
    checks = (_lists, _sources, _retention, _thresholds, _lapsed, _claims)
    for file, problem in chain.from_iterable(check(law) for check in checks):
        raise LawDataError(file, 0, problem)


def refuse_lost(law: LawData, before: LawData) -> None:
    """Raise LawDataError where newer law data lack a code that the older had.

    Registers store codes and rules name them: what no longer holds is ended by a date, never left out.
    """
    for name, choices in before.lists.items():
        for choice in choices:
            if choice.code not in law.by_code.get(name, {}):
                raise LawDataError(f"list {name}", 0, f"“{choice.code}” is missing; end it by a date instead")
    lost = {row.code for row in before.thresholds} - {row.code for row in law.thresholds}
    if lost:
        raise LawDataError("thresholds.csv", 0, f"“{min(lost)}” is missing; end it by a date instead")


def _lists(law: LawData) -> Iterator[tuple[str, str]]:
    """Yield the lists that a field of the register names and no table has."""
    specs = (spec for fields in SPECS.values() for spec in fields.values())
    named = {spec.of for spec in specs if spec.type in (FieldType.CODE, FieldType.CODES)}
    for name in sorted((named | _NEEDED) - law.lists.keys() - {COUNTRY}):
        yield "codelists.csv", f"the list {name} is missing"


def _sources(law: LawData) -> Iterator[tuple[str, str]]:
    for file, rows in law.tables.items():
        backed = (row for row in rows if "source" in row.values)
        for code in sorted({code for row in backed for code in row.sources()} - law.sources.keys()):
            yield file, f"the source “{code}” is unknown"


def _retention(law: LawData) -> Iterator[tuple[str, str]]:
    for row in law.retention:
        named = [("data_categories", code) for code in row.categories]
        named += [("retention_starts", row.start), *([("units", row.period.unit)] if row.period else [])]
        for list_name, code in named:
            if law.choice(list_name, code) is None:
                yield "retention.csv", f"“{row.code}” names “{code}”, which {list_name} does not have"


def _thresholds(law: LawData) -> Iterator[tuple[str, str]]:
    for row in law.thresholds:
        if row.unit not in _UNITS_OF_NO_PERIOD and law.choice("units", row.unit) is None:
            yield "thresholds.csv", f"“{row.code}” has the unknown unit “{row.unit}”"


def _claims(law: LawData) -> Iterator[tuple[str, str]]:
    """Yield claims that no row has words for, and words for units and numbers that are none."""
    for kind in sorted(set(CLAIMS) - {one.kind for one in law.claims}):
        yield "claims.csv", f"the claim {kind} is missing"
    for one in law.claims:
        word = one.code.rpartition("-")[2]
        unknown = one.kind == "unit" and law.choice("units", word) is None
        if unknown or (one.kind == "number" and not word.isdecimal()):
            yield "claims.csv", f"“{one.code}” ends in no {one.kind}"


def _lapsed(law: LawData) -> Iterator[tuple[str, str]]:
    for row in law.lapsed_tools:
        choice = law.choice("transfer_tools", row.tool)
        if choice is None and row.tool not in _NO_TOOL:
            yield "lapsed_tools.csv", f"“{row.tool}” is no transfer tool"
        elif choice is not None and choice.valid_to != row.valid_to:
            yield "lapsed_tools.csv", f"“{row.tool}” ends on another day than in transfer_tools.csv"
    rows = {row.tool for row in law.lapsed_tools}
    for choice in law.choices("transfer_tools"):
        if choice.valid_to and choice.code not in rows:
            yield "transfer_tools.csv", f"“{choice.code}” has ended and is missing in lapsed_tools.csv"
