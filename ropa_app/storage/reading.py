"""Reading records: one, those of a kind, or an activity with all it owns."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, Final

import sqlalchemy as sa

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import ENTITIES, KINDS, SPECS, parent_field
from ropa_app.domain.reading import Use
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.storage.codecs import decoder
from ropa_app.storage.schema import LINK, RECORD, TABLES, columns

_MOST_VARIABLES: Final = 500


class Reader:
    """Read records over one connection; every call sees what is stored at that moment."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def get(self, record: RecordId) -> Record | None:
        """Return a record, or None if there is none with that id."""
        kind = self._connection.scalar(sa.select(RECORD.c.kind).where(RECORD.c.id == record))
        return None if kind is None else next(iter(self._load(kind, [record])), None)

    def many(self, records: Iterable[RecordId]) -> dict[RecordId, Record]:
        """Return the records that exist among these ids."""
        found: dict[RecordId, Record] = {}
        for ids in _batches(dict.fromkeys(records), _MOST_VARIABLES):
            kinds: dict[str, list[RecordId]] = defaultdict(list)
            for one, kind in self._connection.execute(
                sa.select(RECORD.c.id, RECORD.c.kind).where(_among(RECORD.c.id, ids))
            ):
                kinds[kind].append(one)
            for kind, members in kinds.items():
                found |= {r.id: r for r in self._load(kind, members)}
        return found

    def of_kind(self, kind: str) -> list[Record]:
        """Return all records of a kind, by owner, position and id."""
        order = (RECORD.c.owner, RECORD.c.position, RECORD.c.id)
        ids = self._connection.scalars(sa.select(RECORD.c.id).where(RECORD.c.kind == kind).order_by(*order))
        return [
            record for chunk in _batches(ids.all(), _MOST_VARIABLES) for record in self._load(kind, chunk)
        ]

    def one(self, kind: str) -> Record | None:
        """Return the record of a kind that occurs once, or None before it is made."""
        return next(iter(self.of_kind(kind)), None)

    def owned(self, owner: RecordId) -> list[Record]:
        """Return the records that a record owns, by kind and position."""
        return self.owned_by([owner])[owner]

    def owned_by(self, owners: Sequence[RecordId]) -> dict[RecordId, list[Record]]:
        """Return for each owner the records it owns, by kind and position."""
        found: dict[RecordId, list[Record]] = {owner: [] for owner in owners}
        for chunk in _batches(owners, _MOST_VARIABLES):
            owned = _among(RECORD.c.owner, chunk)
            kinds = set(self._connection.scalars(sa.select(RECORD.c.kind).distinct().where(owned)))
            for kind in KINDS:
                field = parent_field(kind) if kind in kinds else None
                for record in self._made(kind, owned) if field else ():
                    found[getattr(record, str(field))].append(record)
        return found

    def uses(self, record: RecordId) -> list[Use]:
        """Return where a record is named by others; ownership is not a use."""
        query = (
            sa.select(LINK.c.source, RECORD.c.kind, LINK.c.field)
            .join(RECORD, RECORD.c.id == LINK.c.source)
            .where(LINK.c.target == record)
            .order_by(RECORD.c.kind, LINK.c.source, LINK.c.field)
        )
        return [Use(*row) for row in self._connection.execute(query)]

    def all(self) -> Iterator[Record]:
        """Yield every record, kind by kind."""
        for kind in KINDS:
            yield from self.of_kind(kind)

    def counts(self) -> dict[str, int]:
        """Return how many records of each kind there are."""
        query = sa.select(RECORD.c.kind, sa.func.count()).group_by(RECORD.c.kind)
        found: dict[str, int] = dict(self._connection.execute(query).all())
        return {kind: found.get(kind, 0) for kind in KINDS}

    def values(self, kind: str, *names: str) -> list[tuple[Any, ...]]:
        """Return (id, position, owner, value of each named field) of all records of a kind, as lists show.

        Only fields with a column of their own can be named; links cannot.
        """
        table = TABLES[kind]
        decoders = [decoder(SPECS[kind][name]) for name in names]
        query = (
            sa.select(RECORD.c.id, RECORD.c.position, RECORD.c.owner, *(table.c[name] for name in names))
            .join(table, table.c.id == RECORD.c.id)
            .order_by(RECORD.c.owner, RECORD.c.position, RECORD.c.id)
        )
        rows = self._connection.execute(query)
        return [
            (*row[:3], *(decode(value) for decode, value in zip(decoders, row[3:], strict=True)))
            for row in rows
        ]

    def links(self, kind: str, field: str) -> list[tuple[RecordId, RecordId]]:
        """Return (source, target) of one link field over all records of a kind, in their stored order."""
        query = (
            sa.select(LINK.c.source, LINK.c.target)
            .join(RECORD, RECORD.c.id == LINK.c.source)
            .where(RECORD.c.kind == kind, LINK.c.field == field)
            .order_by(LINK.c.source, LINK.c.place)
        )
        return [(source, target) for source, target in self._connection.execute(query)]

    def _load(self, kind: str, ids: Sequence[RecordId]) -> list[Record]:
        """Return records of one kind in the order of their ids."""
        made = {one.id: one for one in self._made(kind, _among(RECORD.c.id, ids))}
        return [made[one] for one in ids if one in made]

    def _made(self, kind: str, chosen: sa.ColumnElement[bool]) -> list[Record]:
        """Return the chosen ones of a kind by owner, position and id."""
        table, shape = TABLES[kind], _shape(kind)
        query = (
            sa.select(RECORD.c.position, RECORD.c.owner, table)
            .join(table, table.c.id == RECORD.c.id)
            .where(chosen)
            .order_by(RECORD.c.owner, RECORD.c.position, RECORD.c.id)
        )
        stored = self._connection.execute(query).all()
        named = self._links_of([row[2] for row in stored]) if shape.links else {}
        return [shape.made(row, named.get(row[2], {})) for row in stored]

    def _links_of(self, ids: Sequence[RecordId]) -> dict[RecordId, dict[str, list[RecordId]]]:
        query = (
            sa.select(LINK.c.source, LINK.c.field, LINK.c.target)
            .where(_among(LINK.c.source, ids))
            .order_by(LINK.c.source, LINK.c.field, LINK.c.place)
        )
        found: dict[RecordId, dict[str, list[RecordId]]] = defaultdict(lambda: defaultdict(list))
        for source, field, target in self._connection.execute(query).all():
            found[source][field].append(target)
        return found


def _among(column: sa.Column[Any], ids: Sequence[RecordId]) -> sa.ColumnElement[bool]:
    """Return that a column holds one of some ids; they go to SQLite as one value, however many they are."""
    listed = sa.func.json_each(json.dumps(ids)).table_valued("value")
    return column.in_(sa.select(listed.c.value))


def _batches(items: Iterable[RecordId], size: int) -> Iterator[list[RecordId]]:
    """Cut ids into lists short enough for one query."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


class _Shape:
    """How the records of a kind are stored: the fields with a column, in order, and those that are links."""

    def __init__(self, kind: str) -> None:
        specs = SPECS[kind]
        self._entity: Final = ENTITIES[kind]
        self._own: Final = [(name, decoder(spec)) for name, spec in columns(kind).items()]
        self._parent: Final = parent_field(kind)
        links = [(name, spec.type) for name, spec in specs.items() if spec.is_link]
        self.links: Final = [(name, kind) for name, kind in links if kind is not FieldType.PARENT]
        self._single: Final = {name for name, kind in links if kind is FieldType.REF}

    def made(self, row: Sequence[Any], named: Mapping[str, list[RecordId]]) -> Record:
        """Return a record: from position, owner, id and what its columns hold, and what its links name."""
        values: dict[str, Any] = {
            name: decode(value)
            for (name, decode), value in zip(self._own, row[3:], strict=True)
            if value is not None  # the declaration says what a field holds that nobody has touched
        }
        if self._parent:
            values[self._parent] = row[1]
        for name, targets in named.items():
            values[name] = targets[0] if name in self._single else tuple(targets)
        return self._entity(id=row[2], position=row[0], **values)


@cache
def _shape(kind: str) -> _Shape:
    return _Shape(kind)
