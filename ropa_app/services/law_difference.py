"""What newer law data would change: rows of the tables, and what of the open register they concern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.legal import LawData
from ropa_app.legal.checks import Finding
from ropa_app.legal.table import Row
from ropa_app.legal.transfers import Transfer, transfers
from ropa_app.services.checking import Judged, judge
from ropa_app.storage.register_file import RegisterState

# The columns that say which row it is; the days are not among them, so that a row that was ended is a change.
_KEYS: Final = ("list", "tool", "country", "iso2", "code")
_PACK: Final = "pack.csv"


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that came (`before` is None), went (`after` is None) or reads otherwise."""

    file: str
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class TransferChange:
    """A transfer that is judged otherwise, comes about or ceases; one of the two may be None."""

    before: Transfer | None
    after: Transfer | None

    @property
    def transfer(self) -> Transfer:
        """Return the transfer as it is afterwards, else as it was."""
        one = self.after or self.before
        if one is None:
            raise ValueError("a change of no transfer")
        return one


@dataclass(frozen=True, slots=True)
class LawDifference:
    """All that differs on a day: rows, transfers, findings that come or go, and the activities concerned."""

    day: date
    before: LawData
    after: LawData
    rows: tuple[RowChange, ...]
    transfers: tuple[TransferChange, ...]
    appeared: tuple[Judged, ...]
    gone: tuple[Judged, ...]
    activities: tuple[RecordId, ...]


def law_difference(state: RegisterState, before: LawData, after: LawData, day: date) -> LawDifference:
    """Judge a register by two editions of the law data; for a worker where the register is large."""
    records = {record.id: record for record in state.reader.all()}
    old_ones, new_ones = (transfers(records.values(), day, law) for law in (before, after))
    moved = tuple(transfer_changes(old_ones, new_ones))
    old, new = judge(state, before, day).findings, judge(state, after, day).findings
    known, found = {one.finding for one in old}, {one.finding for one in new}
    appeared = tuple(one for one in new if one.finding not in known)
    gone = tuple(one for one in old if one.finding not in found)
    named = dict.fromkeys(one.id for change in moved for one in change.transfer.activities)
    named |= dict.fromkeys(_activities([one.finding for one in (*appeared, *gone)], records))
    return LawDifference(
        day, before, after, tuple(row_changes(before, after)), moved, appeared, gone, tuple(named)
    )


def row_changes(before: LawData, after: LawData) -> Iterator[RowChange]:
    """Yield the rows that differ, table by table; the facts of the pack itself are left out."""
    for file in before.tables:
        if file != _PACK:
            yield from _changes_of(file, before.tables[file], after.tables[file])


def _changes_of(file: str, before: Iterable[Row], after: Iterable[Row]) -> Iterator[RowChange]:
    old, new = _by_key(before), _by_key(after)
    for key in dict.fromkeys((*old, *new)):
        was, will = old.get(key, []), new.get(key, [])
        left = [row for row in was if row.values not in [one.values for one in will]]
        came = [row for row in will if row.values not in [one.values for one in was]]
        for place in range(max(len(left), len(came))):
            yield RowChange(
                file,
                left[place] if place < len(left) else None,
                came[place] if place < len(came) else None,
            )


def _by_key(rows: Iterable[Row]) -> dict[tuple[str, ...], list[Row]]:
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(row.values.get(name, "") for name in _KEYS), []).append(row)
    return found


def transfer_changes(before: Iterable[Transfer], after: Iterable[Transfer]) -> Iterator[TransferChange]:
    """Yield the transfers that are judged otherwise, come about or cease, by their places."""
    old, new = ({one.place.id: one for one in some} for some in (before, after))
    for place in dict.fromkeys((*new, *old)):
        if old.get(place) != new.get(place):
            yield TransferChange(old.get(place), new.get(place))


def _activities(findings: Iterable[Finding], records: Mapping[RecordId, Record]) -> Iterator[RecordId]:
    """Yield the activities that findings are about, themselves or through what owns their record."""
    for finding in findings:
        one = records.get(finding.record)
        while one is not None and not isinstance(one, Activity):
            owner = owner_of(one)
            one = records.get(owner) if owner else None
        if one is not None:
            yield one.id
