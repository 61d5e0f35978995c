"""Which records each step of the history touched: read from the payloads, without their values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

import sqlalchemy as sa

from ropa_app.domain.kinds import parent_field
from ropa_app.domain.values import RecordId
from ropa_app.storage.schema import PAYLOAD, RECORD, STEP

#: Steps that made the register out of nothing: everything in it was touched by them.
MAKING: Final = frozenset({"new", "example", "synthetic", "import"})
_FEW: Final = 500


class Touch(NamedTuple):
    """That a step made, changed or deleted a record; `owner` is the record that owns or owned it, if any."""

    sequence: int
    day: date
    kind: str
    record: RecordId
    owner: RecordId | None


def touches(connection: sa.Connection, after: int = 0) -> Iterator[Touch]:
    """Yield what the steps after a number touched, oldest first.

    Those are left out that made the register or were redacted.
    """
    query = (
        sa.select(STEP.c.sequence, STEP.c.day, PAYLOAD.c.body)
        .join(PAYLOAD, PAYLOAD.c.sequence == STEP.c.sequence)
        .where(STEP.c.action.not_in(MAKING), STEP.c.sequence > after)
        .order_by(STEP.c.sequence)
    )
    read = [(sequence, day, json.loads(body)) for sequence, day, body in connection.execute(query)]
    owners = _owners(connection, {edit["id"] for _, _, edits in read for edit in edits})
    for sequence, day, edits in read:
        for edit in edits:
            record = RecordId(edit["id"])
            owner = owners.get(record) or _told_owner(edit)
            yield Touch(sequence, date.fromisoformat(day), edit["kind"], record, owner)


def _owners(connection: sa.Connection, wanted: set[str]) -> dict[RecordId, RecordId]:
    """Return the owners of the records that have one; where very many are asked for, those of all records."""
    query = sa.select(RECORD.c.id, RECORD.c.owner).where(RECORD.c.owner.is_not(None))
    if len(wanted) <= _FEW:
        query = query.where(RECORD.c.id.in_(wanted))
    found: dict[RecordId, RecordId] = dict(connection.execute(query).all())
    return found


def _told_owner(edit: Mapping[str, Any]) -> RecordId | None:
    """Return the owner that the payload of a record that came or went names."""
    field = parent_field(edit["kind"])
    for side in ("before", "after"):
        values = (edit[side] or {}).get("values", {})
        if field and values.get(field):
            return RecordId(values[field])
    return None
