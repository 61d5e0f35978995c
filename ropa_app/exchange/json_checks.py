"""Whether records from outside hang together as the records of one register do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.exchange.problems import ImportProblem
from ropa_app.i18n import N_

_ANY: str = "*"


def refuse_incoherent(records: Sequence[Record]) -> None:
    """Raise ImportProblem unless the records could be those of one register.

    Ids are unique, every link and owner exists and has the right kind, a kind that occurs once occurs at most
    once, the settings are there, positions run from 1 and no two activities have the same reference.
    """
    kinds = {record.id: record.KIND for record in records}
    if len(kinds) != len(records):
        raise ImportProblem(N_("Two records in the file have the same identity."))
    _refuse_wrong_counts(records)
    for record in records:
        _refuse_wrong_links(record, kinds)
    _refuse_loops(records)
    _refuse_wrong_positions(records)
    taken = Counter(getattr(record, "reference", "") for record in records if record.KIND == "activity")
    twice = next((one for one, number in taken.items() if one and number > 1), None)
    if twice is not None:
        raise ImportProblem(N_("Two activities in the file have the number {reference}."), reference=twice)


def _refuse_wrong_counts(records: Sequence[Record]) -> None:
    counts = Counter(record.KIND for record in records)
    if any(counts[kind.name] > 1 for kind in KINDS.values() if not kind.many):
        raise ImportProblem(N_("The file holds more than one register."))
    if not counts["register"]:
        raise ImportProblem(N_("The file lacks the settings of the register."))


def _refuse_wrong_links(record: Record, kinds: Mapping[RecordId, str]) -> None:
    for name, spec in SPECS[record.KIND].items():
        if not spec.is_link:
            continue
        value = getattr(record, name)
        targets = value if spec.type is FieldType.REFS else (value,) if value else ()
        for target in targets:
            if spec.of not in (_ANY, kinds.get(target)) or target not in kinds:
                where = f"{record.KIND}.{name}"
                raise ImportProblem(
                    N_("A record in the file points to one that is not there: {where}."), where=where
                )


def _refuse_loops(records: Sequence[Record]) -> None:
    """Refuse remarks that answer each other in a circle, which the kinds alone do not exclude."""
    answers = {record.id: getattr(record, "answers", None) for record in records if record.KIND == "remark"}
    for start in answers:
        seen: set[RecordId] = set()
        one: RecordId | None = start
        while one is not None and one in answers:
            if one in seen:
                raise ImportProblem(N_("Remarks in the file answer each other in a circle."))
            seen.add(one)
            one = answers[one]


def _refuse_wrong_positions(records: Sequence[Record]) -> None:
    families: dict[tuple[str, RecordId | None], list[int]] = {}
    for record in records:
        if KINDS[record.KIND].is_positioned:
            families.setdefault((record.KIND, owner_of(record)), []).append(record.position)
    for (kind, _), positions in families.items():
        if sorted(positions) != list(range(1, len(positions) + 1)):
            raise ImportProblem(N_("Records in the file are numbered wrongly: {where}."), where=kind)
