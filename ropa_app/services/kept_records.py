"""The shared records of an open register, kept in memory between edits: checks ask for them all the time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ropa_app.domain.edits import Changes
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.kinds import KINDS, OWNED
from ropa_app.domain.reading import Records, Use, owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.legal.checks import Finding, Named

#: An activity and what it owns: read when they are asked for, since there are many.
OF_ACTIVITIES: Final = frozenset({Activity.KIND, *OWNED[Activity.KIND]})
SHARED_KINDS: Final = tuple(kind for kind in KINDS if kind not in OF_ACTIVITIES)

Kept = Mapping[str, Sequence[Record]]


def shared_records(records: Records) -> Kept:
    """Read every record that no activity owns, by kind."""
    return {kind: records.of_kind(kind) for kind in SHARED_KINDS}


def records_told_of(records: Records, findings: Iterable[Finding]) -> KeptRecords:
    """Return records of a register of which those that findings are about, and name, have been read."""
    told = list(findings)
    kept = KeptRecords(records, shared_records(records))
    values = (value for one in told for _, value in one.values)
    named = (record for value in values if isinstance(value, Named) for record in value.records)
    kept.remember((*(one.record for one in told), *named))
    return kept


class KeptRecords:
    """Records of a register of which the shared ones are held; the rest is read as it is stored now.

    `kept` is what `shared_records` read; whoever writes calls `renew` with what was touched.
    """

    def __init__(self, records: Records, kept: Kept) -> None:
        self._records: Final = records
        self._kept: Final[dict[str, list[Record]]] = {kind: list(found) for kind, found in kept.items()}
        self._by_id: Final = {one.id: one for found in self._kept.values() for one in found}

    def renew(self, changes: Changes) -> None:
        """Read the shared records again that were touched."""
        if not changes.kinds - OF_ACTIVITIES:
            return
        found = self._records.many(changes.ids)
        for kind in changes.kinds - OF_ACTIVITIES:
            rest = [one for one in self._kept[kind] if one.id not in changes.ids]
            new = [one for one in found.values() if kind == one.KIND]
            self._kept[kind] = sorted(
                [*rest, *new], key=lambda one: (owner_of(one) or "", one.position, one.id)
            )
        for one in changes.ids:
            self._by_id.pop(one, None)
        self._by_id.update((one.id, one) for one in found.values() if one.KIND not in OF_ACTIVITIES)

    def remember(self, wanted: Iterable[RecordId]) -> None:
        """Read records and their owners at once, to be asked for again and again until they are renewed."""
        found = self._records.many(one for one in dict.fromkeys(wanted) if one not in self._by_id)
        owners = {owner for one in found.values() if (owner := owner_of(one)) and owner not in found}
        self._by_id.update(found | self._records.many(owners - self._by_id.keys()))

    def get(self, record: RecordId) -> Record | None:
        """Return a record, or None if there is none with that id."""
        return self._by_id.get(record) or self._records.get(record)

    def many(self, records: Iterable[RecordId]) -> dict[RecordId, Record]:
        """Return the records that exist among these ids."""
        wanted = list(dict.fromkeys(records))
        found = {one: self._by_id[one] for one in wanted if one in self._by_id}
        return found | self._records.many(one for one in wanted if one not in found)

    def of_kind(self, kind: str) -> list[Record]:
        """Return all records of a kind, by owner, position and id."""
        return list(self._kept[kind]) if kind in self._kept else self._records.of_kind(kind)

    def one(self, kind: str) -> Record | None:
        """Return the record of a kind that occurs once, or None before it is made."""
        return next(iter(self.of_kind(kind)), None)

    def owned(self, owner: RecordId) -> list[Record]:
        """Return the records that a record owns, by kind and position."""
        return self._records.owned(owner)

    def owned_by(self, owners: Sequence[RecordId]) -> dict[RecordId, list[Record]]:
        """Return for each owner the records it owns, by kind and position."""
        return self._records.owned_by(owners)

    def uses(self, record: RecordId) -> list[Use]:
        """Return where a record is named by others; ownership is not a use."""
        return self._records.uses(record)

    def all(self) -> Iterator[Record]:
        """Yield every record, kind by kind."""
        for kind in KINDS:
            yield from self.of_kind(kind)

    def counts(self) -> dict[str, int]:
        """Return how many records of each kind there are."""
        return self._records.counts()


def _place(record: Record) -> tuple[str, int, str]:
    return owner_of(record) or "", record.position, record.id
