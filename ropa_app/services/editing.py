"""The verbs of editing: add, set a value, duplicate, move, link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple

from ropa_app.domain.declare import FieldType
from ropa_app.domain.edits import Changes, Edit, changed, created
from ropa_app.domain.kinds import ENTITIES, KINDS, SPECS, parent_field
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.domain.wellformed import is_wellformed
from ropa_app.i18n import N_, Translator
from ropa_app.reports.edition import day_text
from ropa_app.services.session import OpenRegister

_LAST_NUMBER: Final = re.compile(r"^(.*?)(\d+)$")
_START: Final[Mapping[str, Mapping[str, Any]]] = {
    "activity": {"status": "draft"},
    "processor_record": {"status": "draft"},
}


class Refused(Exception):
    """An edit that the user is told about in one sentence; `text` says it in their language."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self._message, self._values = message, values

    def text(self, t: Translator) -> str:
        """Return the sentence in the translator's language, days as that language writes them."""
        values = {
            name: day_text(value, t.language) if isinstance(value, date) else value
            for name, value in self._values.items()
        }
        return t.marked(self._message, **values)


class Added(NamedTuple):
    """A new record and what its step touched."""

    record: RecordId
    changes: Changes


def new_record(register: OpenRegister, kind: str, owner: RecordId | None = None, **values: Any) -> Record:
    """Return a record of a kind as it would be added last among its siblings, not yet stored."""
    given: dict[str, Any] = {"id": register.new_id(), **_START.get(kind, {}), **values}
    if field := parent_field(kind):
        given[field] = owner
    if KINDS[kind].is_positioned:
        given["position"] = len(_siblings(register, kind, owner)) + 1
    if kind == "activity":
        given.setdefault("reference", next_reference(_references(register), ""))
        given.setdefault("since", register.today())
    return ENTITIES[kind](**given)


def add(register: OpenRegister, kind: str, owner: RecordId | None = None, **values: Any) -> Added:
    """Add a record as the last of its siblings; raise Refused where the kind occurs once and is there."""
    if not KINDS[kind].many and register.records.one(kind) is not None:
        raise Refused(N_("There can only be one record of this kind."))
    record = new_record(register, kind, owner, **values)
    _refuse_taken_reference(register, record)
    name = register.reference_of(owner) if owner else getattr(record, "name", "")
    touched = register.apply("create", created(record), kind=kind, name=str(name))
    return Added(record.id, touched)


def set_value(register: OpenRegister, record: RecordId, field: str, value: Any) -> Changes:
    """Give one field of a record another value, as one step.

    Raises Refused where the record is gone, the value has the wrong form or the reference is taken.
    """
    return set_values(register, record, {field: value})


def set_values(register: OpenRegister, record: RecordId, values: Mapping[str, Any]) -> Changes:
    """Give fields of a record other values, as one step named after the first of them; see `set_value`."""
    before = register.records.get(record)
    if before is None:
        raise Refused(N_("The record is no longer in the register."))
    for field, value in values.items():
        spec = SPECS[before.KIND][field]
        if spec.type is FieldType.PARENT or not is_wellformed(spec, value):
            raise Refused(N_("The value does not fit this field."))
    edit = changed(before, **values)
    if "reference" in values:
        _refuse_taken_reference(register, edit.record)
    name, first = register.reference_of(record), next(iter(values))
    return register.apply("change", edit, kind=before.KIND, field=first, name=name)


def duplicate(register: OpenRegister, record: RecordId) -> Added:
    """Copy a record with all it owns; the copy of an activity gets the next free reference.

    References among the copied records point into the copy. Raises Refused for a kind that occurs once.
    """
    original = register.records.get(record)
    if original is None or not KINDS[original.KIND].many or original.KIND == "version":
        raise Refused(N_("This record cannot be duplicated."))
    family = [original, *_all_owned(register, record)]
    ids = {one.id: register.new_id() for one in family}
    copies = [_copied(one, ids) for one in family]
    copies[0] = _placed(register, copies[0])
    name = register.reference_of(record)
    touched = register.apply("duplicate", *map(created, copies), kind=original.KIND, name=name)
    return Added(ids[record], touched)


def move(register: OpenRegister, record: RecordId, position: int) -> Changes:
    """Put a record at another position (from 1) among its siblings; the others close up."""
    one = register.records.get(record)
    if one is None or not KINDS[one.KIND].is_positioned:
        raise Refused(N_("This record has no place among others."))
    order = [sibling for sibling in _siblings(register, one.KIND, owner_of(one)) if sibling.id != record]
    order.insert(max(0, min(position - 1, len(order))), one)
    name = register.reference_of(record)
    return register.apply("move", *renumbered(order), kind=one.KIND, name=name)


def renumbered(siblings: Iterable[Record]) -> list[Edit]:
    """Return the edits that number siblings from 1 in the given order."""
    pairs = ((one, replace(one, position=place)) for place, one in enumerate(siblings, start=1))
    return [Edit(before, after) for before, after in pairs if before != after]


def next_reference(taken: Iterable[str], after: str) -> str:
    """Return the next free reference: the number at the end of `after` counted on, or a whole number."""
    used = set(taken)
    found = _LAST_NUMBER.match(after)
    stem = found[1] if found else f"{after} " if after else ""
    numbers = [int(m[2]) for one in used if (m := _LAST_NUMBER.match(one)) and m[1] == stem]
    number = max(numbers, default=0) + 1
    return f"{stem}{number}"


def _references(register: OpenRegister) -> list[str]:
    return [row[3] for row in register.file.reader.values("activity", "reference")]


def _refuse_taken_reference(register: OpenRegister, record: Record) -> None:
    if record.KIND != "activity":
        return
    wanted = str(getattr(record, "reference", ""))
    rows = register.file.reader.values("activity", "reference")
    if wanted and any(row[3] == wanted and row[0] != record.id for row in rows):
        raise Refused(N_("The number {reference} is already used by another activity."), reference=wanted)


def _siblings(register: OpenRegister, kind: str, owner: RecordId | None) -> list[Record]:
    pool = register.records.owned(owner) if owner else register.records.of_kind(kind)
    return sorted((one for one in pool if kind == one.KIND), key=lambda one: (one.position, one.id))


def _all_owned(register: OpenRegister, owner: RecordId) -> list[Record]:
    owned = register.records.owned(owner)
    return [one for child in owned for one in (child, *_all_owned(register, child.id))]


def _copied(record: Record, ids: Mapping[RecordId, RecordId]) -> Record:
    values: dict[str, Any] = {"id": ids[record.id]}
    for name, spec in SPECS[record.KIND].items():
        value = getattr(record, name)
        if spec.is_link and isinstance(value, tuple):
            values[name] = tuple(ids.get(one, one) for one in value)
        elif spec.is_link and value:
            values[name] = ids.get(value, value)
    return replace(record, **values)


def _placed(register: OpenRegister, copy: Record) -> Record:
    """Return the copy with a position and a reference of its own."""
    values: dict[str, Any] = {}
    if KINDS[copy.KIND].is_positioned:
        values["position"] = len(_siblings(register, copy.KIND, owner_of(copy))) + 1
    if copy.KIND == "activity":
        values["reference"] = next_reference(_references(register), str(getattr(copy, "reference", "")))
    return replace(copy, **values)
