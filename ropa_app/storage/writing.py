"""Writing records: the statements behind one edit, called by `register_file` inside its transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from ropa_app.domain.declare import FieldType
from ropa_app.domain.edits import Edit
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.storage.codecs import to_column
from ropa_app.storage.schema import LINK, RECORD, TABLES, VERSION_CONTENT, columns


def write(connection: sa.Connection, edit: Edit) -> None:
    """Store what an edit leaves behind; foreign keys are checked when the transaction ends."""
    if edit.before is None:
        insert_all(connection, [edit.record])
    elif edit.after is None:
        _delete(connection, edit.before)
    else:
        _update(connection, edit.before, edit.after)


def _row(record: Record) -> dict[str, Any]:
    named = columns(record.KIND).items()
    return {"id": record.id} | {name: to_column(spec, getattr(record, name)) for name, spec in named}


def _links(record: Record, field: str) -> list[dict[str, Any]]:
    value = getattr(record, field)
    targets = value if isinstance(value, tuple) else (value,) if value else ()
    return [
        {"source": record.id, "field": field, "place": place, "target": target}
        for place, target in enumerate(targets)
    ]


def _link_fields(kind: str) -> list[str]:
    return [name for name, spec in SPECS[kind].items() if spec.type in (FieldType.REF, FieldType.REFS)]


def insert_all(connection: sa.Connection, records: Sequence[Record]) -> None:
    """Store new records, kind by kind in one statement each: what makes a large register quick to create."""
    kinds: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        kinds[record.KIND].append(record)
    for kind, members in kinds.items():
        connection.execute(sa.insert(RECORD), [_identity(record) for record in members])
        connection.execute(sa.insert(TABLES[kind]), [_row(record) for record in members])
        fields = _link_fields(kind)
        if links := [link for record in members for field in fields for link in _links(record, field)]:
            connection.execute(sa.insert(LINK), links)


def _identity(record: Record) -> dict[str, Any]:
    return {"id": record.id, "kind": record.KIND, "position": record.position, "owner": owner_of(record)}


def _update(connection: sa.Connection, before: Record, after: Record) -> None:
    identity = {"position": after.position, "owner": owner_of(after)}
    if (before.position, owner_of(before)) != (after.position, owner_of(after)):
        connection.execute(sa.update(RECORD).where(RECORD.c.id == after.id).values(identity))
    table, new, old = TABLES[after.KIND], _row(after), _row(before)
    if changed := {name: value for name, value in new.items() if value != old[name]}:
        connection.execute(sa.update(table).where(table.c.id == after.id).values(changed))
    for field in _link_fields(after.KIND):
        if getattr(before, field) != getattr(after, field):
            connection.execute(sa.delete(LINK).where(LINK.c.source == after.id, LINK.c.field == field))
            if links := _links(after, field):
                connection.execute(sa.insert(LINK), links)


def _delete(connection: sa.Connection, record: Record) -> None:
    connection.execute(sa.delete(LINK).where(LINK.c.source == record.id))
    connection.execute(sa.delete(VERSION_CONTENT).where(VERSION_CONTENT.c.version == record.id))
    table = TABLES[record.KIND]
    connection.execute(sa.delete(table).where(table.c.id == record.id))
    connection.execute(sa.delete(RECORD).where(RECORD.c.id == record.id))
