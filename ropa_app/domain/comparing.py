"""What has changed from one state of a register to another, record by record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.plain import from_plain, to_plain
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.steps import BESIDE_CONTENT
from ropa_app.domain.values import RecordId


class Way(Enum):
    """How a record differs."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Change(NamedTuple):
    """A record that differs.

    `before` is what was removed; `fields` are those that changed in a record that stays, `was` is how it was.
    """

    way: Way
    kind: str
    id: RecordId
    owner: RecordId | None
    fields: tuple[str, ...] = ()
    before: Record | None = None
    was: Record | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """How a state differs from a version; `number` is that of the version, None where there is none.

    What a new or removed record owns is not told apart. Places among siblings do not count, nor do versions,
    reviews, remarks, accepted findings and published statements: they are no content of the register.
    """

    number: int | None
    changes: tuple[Change, ...] = ()


Plain = Mapping[str, Any]


def changes(before: Iterable[Plain], after: Iterable[Record]) -> Iterator[Change]:
    """Yield how records of one kind differ from those in plain form, in the order of `after`."""
    old = {plain["id"]: plain for plain in before}
    for record in after:
        plain = old.pop(record.id, None)
        if plain is None:
            yield Change(Way.ADDED, record.KIND, record.id, owner_of(record))
        elif fields := _differing(plain, to_plain(record), record.KIND):
            was = from_plain(plain)
            yield Change(Way.CHANGED, record.KIND, record.id, owner_of(record), fields, was=was)
    for plain in old.values():
        gone = from_plain(plain)
        yield Change(Way.REMOVED, gone.KIND, gone.id, owner_of(gone), before=gone)


def _differing(before: Plain, after: Plain, kind: str) -> tuple[str, ...]:
    old, new = before.get("values", {}), after["values"]
    if old == new:
        return ()
    return tuple(name for name in SPECS[kind] if old.get(name) != new.get(name))


def told(found: Iterable[Change]) -> tuple[Change, ...]:
    """Return changes without those that come along with a new or removed owner."""
    every = tuple(found)
    whole = {change.id for change in every if change.way is not Way.CHANGED}
    return tuple(change for change in every if change.owner not in whole)


COMPARED = tuple(sorted(kind for kind in KINDS if kind not in BESIDE_CONTENT))
