"""Deleting a record: first what it takes along and who still names it, then the step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

from ropa_app.domain.edits import Changes, Edit, deleted
from ropa_app.domain.kinds import KINDS
from ropa_app.domain.reading import Use, named_by, owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.i18n import N_
from ropa_app.services.editing import Refused, renumbered
from ropa_app.services.session import OpenRegister

_KEPT: Final = frozenset({"version"})


class Remedy(Enum):
    """What becomes of the records that name a deleted one."""

    CLEAR = "clear"
    REPLACE = "replace"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Deletion:
    """What deleting a record means: the records that go with it, and the uses elsewhere."""

    record: Record
    owned: tuple[Record, ...]
    uses: tuple[Use, ...]

    @property
    def going(self) -> tuple[Record, ...]:
        """Return everything that is deleted: the record and what it owns."""
        return (self.record, *self.owned)


def planned(register: OpenRegister, record: RecordId) -> Deletion:
    """Work out what deleting a record means; raise Refused where it cannot be deleted."""
    one = register.records.get(record)
    if one is None:
        raise Refused(N_("The record is no longer in the register."))
    if not KINDS[one.KIND].many or one.KIND in _KEPT:
        raise Refused(N_("This record cannot be deleted."))
    owned = _closure(register, [record])[1:]
    gone = {record, *(child.id for child in owned)}
    uses = [use for target in sorted(gone) for use in register.records.uses(target) if use.source not in gone]
    return Deletion(one, tuple(owned), tuple(dict.fromkeys(uses)))


def delete(
    register: OpenRegister,
    record: RecordId,
    remedy: Remedy = Remedy.CLEAR,
    replacement: RecordId | None = None,
) -> Changes:
    """Delete a record with all it owns, as one step, so that nothing names what is gone.

    REPLACE puts `replacement`, a record of the same kind, in its place; DELETE removes the records that name
    it where they are owned parts (a recipient, a data line), and clears the field elsewhere.
    """
    plan = planned(register, record)
    name = register.reference_of(record)
    if remedy is Remedy.REPLACE:
        _refuse_wrong_replacement(register, plan, replacement)
    more = _users_to_delete(plan) if remedy is Remedy.DELETE else []
    going = {one.id: one for one in _closure(register, [record, *more])}
    put = {record: replacement} if remedy is Remedy.REPLACE and replacement else {}
    edits = [*_mended(register, going, put), *map(deleted, reversed(going.values()))]
    return register.apply("delete", *edits, kind=plan.record.KIND, name=name)


def _refuse_wrong_replacement(register: OpenRegister, plan: Deletion, other: RecordId | None) -> None:
    found = register.records.get(other) if other else None
    if found is None or found.KIND != plan.record.KIND or found.id in {one.id for one in plan.going}:
        raise Refused(N_("Choose another record of the same kind to take its place."))


def _users_to_delete(plan: Deletion) -> list[RecordId]:
    return [use.source for use in plan.uses if KINDS[use.kind].parent]


def _closure(register: OpenRegister, roots: list[RecordId]) -> list[Record]:
    """Return the records of these ids and everything they own, owners first."""
    found: dict[RecordId, Record] = {}
    waiting = list(roots)
    while waiting:
        one = register.records.get(waiting.pop(0))
        if one is not None and one.id not in found:
            found[one.id] = one
            waiting += [child.id for child in register.records.owned(one.id)]
    return list(found.values())


def _mended(
    register: OpenRegister, going: Mapping[RecordId, Record], put: Mapping[RecordId, RecordId | None]
) -> list[Edit]:
    """Return the edits of records that stay: their links are replaced or cleared, siblings close up."""
    before: dict[RecordId, Record] = {}
    after: dict[RecordId, Record] = {}
    for gone in going:
        for use in register.records.uses(gone):
            user = before.get(use.source) or register.records.get(use.source)
            if user is not None and user.id not in going:
                before[user.id] = user
    for one in before.values():
        after[one.id] = _relinked(one, going, put)
    for sibling in _closing_up(register, going):
        before.setdefault(sibling.record.id, sibling.before or sibling.record)
        current = after.get(sibling.record.id, before[sibling.record.id])
        after[sibling.record.id] = replace(current, position=sibling.record.position)
    return [Edit(before[one], after[one]) for one in before if before[one] != after[one]]


def _relinked(
    record: Record, going: Mapping[RecordId, Record], put: Mapping[RecordId, RecordId | None]
) -> Record:
    values: dict[str, Any] = {}
    for name, _ in named_by(record):
        value = getattr(record, name)
        if isinstance(value, tuple):
            kept = [put.get(one) if one in going else one for one in value]
            values[name] = tuple(dict.fromkeys(one for one in kept if one))
        else:
            values[name] = put.get(value) if value in going else value
    return replace(record, **values)


def _closing_up(register: OpenRegister, going: Mapping[RecordId, Record]) -> list[Edit]:
    """Return the edits that renumber the siblings of what goes."""
    families: set[tuple[str, RecordId | None]] = set()
    for one in going.values():
        owner = owner_of(one)
        if KINDS[one.KIND].is_positioned and owner not in going:
            families.add((one.KIND, owner))
    edits: list[Edit] = []
    for kind, owner in sorted(families, key=str):
        pool = register.records.owned(owner) if owner else register.records.of_kind(kind)
        staying = [one for one in pool if kind == one.KIND and one.id not in going]
        edits += renumbered(sorted(staying, key=lambda one: (one.position, one.id)))
    return edits
