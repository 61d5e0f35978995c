"""An edit is a pair, before and after; its inverse is the swap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ropa_app.domain.kinds import SPECS
from ropa_app.domain.reading import named_by, owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId

POSITION = "position"


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after; None stands for a record that does not exist.

    Raises ValueError when both are missing or when they are not the same record.
    """

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        """Refuse a pair that is not one record."""
        if self.before is None and self.after is None:
            raise ValueError("an edit from nothing to nothing")
        if (
            self.before
            and self.after
            and (self.before.id, self.before.KIND) != (self.after.id, self.after.KIND)
        ):
            raise ValueError("an edit of two different records")

    @property
    def inverse(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.after, self.before)

    @property
    def record(self) -> Record:
        """Return the record, as it is afterwards if it still exists."""
        record = self.after or self.before
        if record is None:
            raise ValueError("an edit from nothing to nothing")
        return record


def created(record: Record) -> Edit:
    """Return the edit that adds a record."""
    return Edit(None, record)


def deleted(record: Record) -> Edit:
    """Return the edit that removes a record."""
    return Edit(record, None)


def changed(record: Record, **values: Any) -> Edit:
    """Return the edit that gives a record other values."""
    return Edit(record, replace(record, **values))


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write has touched: the ids of records and their kinds.

    `near` are the records that own or owned one of these, or that one of these names or named.
    """

    ids: frozenset[RecordId] = field(default_factory=frozenset)
    kinds: frozenset[str] = field(default_factory=frozenset)
    near: frozenset[RecordId] = field(default_factory=frozenset, compare=False)

    def __or__(self, other: Changes) -> Changes:
        """Return the union of two changes."""
        return Changes(self.ids | other.ids, self.kinds | other.kinds, self.near | other.near)

    def __bool__(self) -> bool:
        """Tell whether anything was touched."""
        return bool(self.ids)


def changes(edits: Iterable[Edit]) -> Changes:
    """Return what a list of edits touches."""
    listed = list(edits)
    records = [edit.record for edit in listed]
    sides = (side for edit in listed for side in (edit.before, edit.after) if side is not None)
    near = frozenset(one for side in sides for one in _neighbours(side))
    return Changes(frozenset(r.id for r in records), frozenset(r.KIND for r in records), near)


def _neighbours(record: Record) -> Iterator[RecordId]:
    """Yield the owner of a record, and what it names."""
    if owner := owner_of(record):
        yield owner
    yield from (target for _, target in named_by(record))


def differences(before: Record, after: Record) -> dict[str, tuple[Any, Any]]:
    """Return field name to (old, new) of the values that differ; `position` counts as a field here."""
    names = (POSITION, *SPECS[after.KIND])
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in names)
    return {name: (old, new) for name, old, new in pairs if old != new}
