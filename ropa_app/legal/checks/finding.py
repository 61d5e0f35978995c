"""What a check says: which rule, about which record and field, with the values its message names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ropa_app.domain.record import Record
from ropa_app.domain.values import Period, RecordId, Text
from ropa_app.legal.checks.catalogue import rules


@dataclass(frozen=True, slots=True)
class Named:
    """Records that a message names by what they are called."""

    records: tuple[RecordId, ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """Entries of a closed list that a message names by their labels."""

    list_name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields of a kind that a message names by their labels."""

    kind: str
    names: tuple[str, ...]


Value = str | date | Decimal | int | Text | Period | Named | Coded | Fields | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that is not met: the record, the field that would settle it ("": no one field), the values."""

    rule: str
    kind: str
    record: RecordId
    field: str = ""
    values: tuple[tuple[str, Value], ...] = ()


def found(rule: str, record: Record, *, at: str | None = None, **values: Value) -> Finding:
    """Return a finding about a record; the names of `values` are those of the slots of the message.

    It points at the field the table names for that kind of record, or at the field `at`.
    """
    fields = rules()[rule].fields
    field = at if at is not None else fields.get(record.KIND, "")
    return Finding(rule, record.KIND, record.id, field, tuple(values.items()))


def named(*records: RecordId | None) -> Named:
    """Return the records that exist among these, for a message."""
    return Named(tuple(record for record in records if record))
