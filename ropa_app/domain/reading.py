"""What whoever reads a register may ask; the file answers it, and so does a list of records in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, Protocol

from ropa_app.domain.kinds import KINDS, SPECS, parent_field
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId


class Use(NamedTuple):
    """A place where a record is named: the record that names it and in which field."""

    source: RecordId
    kind: str
    field: str


class Records(Protocol):
    """The records of one register, all of one moment."""

    def get(self, record: RecordId) -> Record | None:
        """Return a record, or None if there is none with that id."""

    def many(self, records: Iterable[RecordId]) -> dict[RecordId, Record]:
        """Return the records that exist among these ids."""

    def of_kind(self, kind: str) -> list[Record]:
        """Return all records of a kind, by owner, position and id."""

    def one(self, kind: str) -> Record | None:
        """Return the record of a kind that occurs once, or None before it is made."""

    def owned(self, owner: RecordId) -> list[Record]:
        """Return the records that a record owns, by kind and position."""

    def owned_by(self, owners: Sequence[RecordId]) -> dict[RecordId, list[Record]]:
        """Return for each owner the records it owns, by kind and position."""

    def uses(self, record: RecordId) -> list[Use]:
        """Return where a record is named by others; ownership is not a use."""

    def all(self) -> Iterator[Record]:
        """Yield every record, kind by kind."""

    def counts(self) -> dict[str, int]:
        """Return how many records of each kind there are."""


def owner_of(record: Record) -> RecordId | None:
    """Return the id of the record that owns this one, None if no record does."""
    field = parent_field(record.KIND)
    owner: RecordId | None = getattr(record, field) if field else None
    return owner


def named_by(record: Record) -> Iterator[tuple[str, RecordId]]:
    """Yield (field, target) for every record that a record names; its owner is not among them."""
    for name, spec in SPECS[record.KIND].items():
        if spec.is_link and spec.type.value != "parent":
            value = getattr(record, name)
            targets = value if isinstance(value, tuple) else (value,) if value else ()
            yield from ((name, target) for target in targets)


class RecordsInMemory:
    """The records of a register in memory, such as those of an approved version."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records: Final[dict[RecordId, Record]] = {record.id: record for record in records}
        self._kinds: Final[Mapping[str, list[Record]]] = self._by_kind()
        self._owned: Final[Mapping[RecordId, list[Record]]] = self._by_owner()
        self._uses: Final[Mapping[RecordId, list[Use]]] = self._by_target()

    def _by_kind(self) -> dict[str, list[Record]]:
        kinds: dict[str, list[Record]] = {kind: [] for kind in KINDS}
        for record in self._records.values():
            kinds[record.KIND].append(record)
        for members in kinds.values():
            members.sort(key=lambda one: (owner_of(one) or "", one.position, one.id))
        return kinds

    def _by_owner(self) -> dict[RecordId, list[Record]]:
        owned: dict[RecordId, list[Record]] = defaultdict(list)
        for members in self._kinds.values():
            for record in members:
                if owner := owner_of(record):
                    owned[owner].append(record)
        return dict(owned)

    def _by_target(self) -> dict[RecordId, list[Use]]:
        uses: dict[RecordId, list[Use]] = defaultdict(list)
        for record in self._records.values():
            for field, target in named_by(record):
                uses[target].append(Use(record.id, record.KIND, field))
        return {
            target: sorted(found, key=lambda u: (u.kind, u.source, u.field)) for target, found in uses.items()
        }

    def get(self, record: RecordId) -> Record | None:
        """Return a record, or None if there is none with that id."""
        return self._records.get(record)

    def many(self, records: Iterable[RecordId]) -> dict[RecordId, Record]:
        """Return the records that exist among these ids."""
        return {one: self._records[one] for one in records if one in self._records}

    def of_kind(self, kind: str) -> list[Record]:
        """Return all records of a kind, by owner, position and id."""
        return list(self._kinds[kind])

    def one(self, kind: str) -> Record | None:
        """Return the record of a kind that occurs once, or None before it is made."""
        return next(iter(self._kinds[kind]), None)

    def owned(self, owner: RecordId) -> list[Record]:
        """Return the records that a record owns, by kind and position."""
        return list(self._owned.get(owner, ()))

    def owned_by(self, owners: Sequence[RecordId]) -> dict[RecordId, list[Record]]:
        """Return for each owner the records it owns, by kind and position."""
        return {owner: self.owned(owner) for owner in owners}

    def uses(self, record: RecordId) -> list[Use]:
        """Return where a record is named by others; ownership is not a use."""
        return list(self._uses.get(record, ()))

    def all(self) -> Iterator[Record]:
        """Yield every record, kind by kind."""
        for members in self._kinds.values():
            yield from members

    def counts(self) -> dict[str, int]:
        """Return how many records of each kind there are."""
        return {kind: len(members) for kind, members in self._kinds.items()}
