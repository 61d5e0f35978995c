"""Small registers for the tests of the rules: pairs that differ in one field, one found, one not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.legal import shipped
from ropa_app.legal.checks import Finding, HistoryFacts, check_register
from tests.reports import scenes

DAY: Final = scenes.DAY


def findings(
    records: Iterable[Record], rule: str, day: date = DAY, history: HistoryFacts | None = None
) -> list[Finding]:
    """Return what a rule finds in a register; organisation and settings are added unless they are given."""
    held: dict[RecordId, Record] = {}
    for record in (scenes.register(), scenes.organisation(), *records):
        if record.KIND in ("register", "organisation"):
            held = {key: one for key, one in held.items() if one.KIND != record.KIND}
        held[record.id] = record
    checked = check_register(RecordsInMemory(held.values()), shipped(), day, history)
    return [one for one in checked.all() if one.rule == rule]


@dataclass(frozen=True)
class Pair:
    """A register that a rule finds something in, and the change of one field that settles it.

    `record` is the id of the record that is changed by `settled`, one field and its value; `about` is the
    record the finding points at, if it is another one.
    """

    rule: str
    records: Sequence[Record]
    record: str
    settled: tuple[str, Any]
    about: str = ""
    day: date = DAY
    history: HistoryFacts | None = None
    settled_history: HistoryFacts | None = None
    label: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Return a name for the report of a test."""
        return f"{self.rule} {self.label}".strip()

    def settled_records(self) -> list[Record]:
        """Return the register with the one field changed; exactly one field differs."""
        name, value = self.settled
        target = next(one for one in self.records if one.id == self.record)
        changed: Any = replace(target, **{name: value})
        differing = [f.name for f in fields(changed) if getattr(changed, f.name) != getattr(target, f.name)]
        assert differing == [name]
        return [changed if one is target else one for one in self.records]


def assert_pair(pair: Pair) -> None:
    """Fail unless the rule finds its record in the first register and nothing of it in the second."""
    first = findings(pair.records, pair.rule, pair.day, pair.history)
    assert [one.record for one in first].count(RecordId(pair.about or pair.record)) == 1
    history = pair.settled_history or pair.history
    second = findings(pair.settled_records(), pair.rule, pair.day, history)
    assert RecordId(pair.about or pair.record) not in [one.record for one in second]


def every_pair() -> Iterator[Pair]:
    """Yield the pairs of all rules, those of each module of tests beside this one."""
    for file in sorted(Path(__file__).parent.glob("test_*.py")):
        yield from getattr(import_module(f"{__package__}.{file.stem}"), "PAIRS", ())
