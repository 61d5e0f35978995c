"""The history in the file: a chain of steps with salted commitments to payloads that lie apart."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa

from ropa_app.domain.edits import Edit, differences
from ropa_app.domain.plain import canonical, to_plain, values_to_plain
from ropa_app.domain.record import Record
from ropa_app.domain.steps import Step, StoredStep
from ropa_app.storage.schema import PAYLOAD, SCHEMA_VERSION, STEP

_SALT_BYTES: Final = 16


def append(connection: sa.Connection, step: Step, edits: Sequence[Edit], state: str) -> int:
    """Add a step to the chain, in the caller's transaction; return its sequence number.

    `state` is the digest of the whole state after the step, as hexadecimal digits.
    """
    last = _last(connection)
    sequence, previous = (last.sequence + 1, last.hash) if last else (1, "")
    salt, body = secrets.token_hex(_SALT_BYTES), canonical([_payload(edit) for edit in edits])
    unsealed = StoredStep(sequence, step, SCHEMA_VERSION, _commitment(salt, body), state, previous, "")
    connection.execute(sa.insert(STEP), _row(unsealed) | {"hash": _hash(unsealed)})
    connection.execute(sa.insert(PAYLOAD), {"sequence": sequence, "salt": salt, "body": body})
    return sequence


def _payload(edit: Edit) -> dict[str, Any]:
    """Return what a step keeps of an edit: the record when it comes or goes, else the changed fields."""
    record = edit.record
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    if edit.before is not None and edit.after is not None:
        names = differences(edit.before, edit.after)
        before, after = _changed(edit.before, names), _changed(edit.after, names)
    else:
        before = None if edit.before is None else _whole(edit.before)
        after = None if edit.after is None else _whole(edit.after)
    return {"kind": record.KIND, "id": record.id, "before": before, "after": after}


def _whole(record: Record) -> dict[str, Any]:
    plain = to_plain(record)
    return {name: plain[name] for name in ("position", "values") if name in plain}


def _changed(record: Record, names: Iterable[str]) -> dict[str, Any]:
    wanted = set(names)
    values = {name: value for name, value in values_to_plain(record).items() if name in wanted}
    return {"values": values} | ({"position": record.position} if "position" in wanted else {})


def _commitment(salt: str, body: str) -> str:
    return hashlib.sha256(f"{salt}\n{body}".encode()).hexdigest()


def _row(stored: StoredStep) -> dict[str, Any]:
    step = stored.step
    return {
        "sequence": stored.sequence,
        "at": step.at.isoformat(),
        "day": step.day.isoformat(),
        "who": step.who,
        "action": step.action,
        "details": canonical(dict(step.details)),
        "schema": stored.schema,
        "undoes": step.undoes,
        "commitment": stored.commitment,
        "state": stored.state,
        "previous": stored.previous,
    }


def _hash(stored: StoredStep) -> str:
    return hashlib.sha256(canonical(_row(stored)).encode()).hexdigest()


def _read(row: sa.Row[Any]) -> StoredStep:
    step = Step(
        action=row.action,
        who=row.who,
        at=datetime.fromisoformat(row.at),
        day=date.fromisoformat(row.day),
        details=json.loads(row.details),
        undoes=row.undoes,
    )
    return StoredStep(row.sequence, step, row.schema, row.commitment, row.state, row.previous, row.hash)


def _last(connection: sa.Connection) -> StoredStep | None:
    row = connection.execute(sa.select(STEP).order_by(STEP.c.sequence.desc()).limit(1)).one_or_none()
    return _read(row) if row is not None else None


def last(connection: sa.Connection) -> StoredStep | None:
    """Return the head of the chain, None in a file without steps."""
    return _last(connection)


def steps(connection: sa.Connection, newest: int | None = None) -> Iterator[StoredStep]:
    """Yield steps, newest first; at most `newest` of them if a number is given."""
    query = sa.select(STEP).order_by(STEP.c.sequence.desc())
    for row in connection.execute(query if newest is None else query.limit(newest)):
        yield _read(row)


def broken_links(connection: sa.Connection) -> Iterator[int]:
    """Yield the sequence numbers of steps that do not fit the chain or their payload."""
    expected, previous = 1, ""
    rows = connection.execute(
        sa.select(STEP, PAYLOAD.c.salt, PAYLOAD.c.body).outerjoin(PAYLOAD).order_by(STEP.c.sequence)
    )
    for row in rows:
        if not _fits(row, expected, previous):
            yield row.sequence
        expected, previous = row.sequence + 1, row.hash


def _fits(row: sa.Row[Any], expected: int, previous: str) -> bool:
    try:
        stored = _read(row)
    except (ValueError, TypeError):
        return False
    in_order = (stored.sequence, stored.previous) == (expected, previous)
    committed = row.salt is not None and _commitment(row.salt, row.body) == stored.commitment
    return in_order and committed and _hash(stored) == stored.hash
