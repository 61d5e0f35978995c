"""Duties of an open register: what must be documented on a day, in the order of the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from ropa_app.domain.reading import Records, owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.references import reference
from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.domain.values import RecordId
from ropa_app.legal import LawData
from ropa_app.legal.checks import HistoryFacts
from ropa_app.legal.duties import Duty, State, What, duties_of
from ropa_app.services.checking import accepted_on, history_facts
from ropa_app.services.finding_texts import WITHIN
from ropa_app.services.naming import Naming
from ropa_app.storage.register_file import RegisterState

_AT_ONCE: Final = 400
_STATES: Final = {state: place for place, state in enumerate(State)}
_KINDS: Final = {what: place for place, what in enumerate(What)}


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty with what its record is called, after those that own it: 1.3 Salg › Finne kunder.

    `short` names an activity by its number alone: 1.3 › Finne kunder. `reference` is how people call the
    record: 1.3/P1.
    """

    duty: Duty
    where: str
    short: str
    reference: str


class DutyCounts(NamedTuple):
    """How many duties are open, cannot be decided, are answered, and are not needed."""

    open: int = 0
    undecided: int = 0
    answered: int = 0
    not_needed: int = 0

    @property
    def left(self) -> int:
        """Return of how many somebody still has to do something."""
        return self.open + self.undecided


def duties_in(
    records: Records,
    law: LawData,
    day: date,
    history: HistoryFacts | None = None,
    going: Callable[[int], object] | None = None,
) -> tuple[Duty, ...]:
    """Return the duties of a register on a day, with what somebody accepted of them."""
    return duties_of(records, law, day, history, accepted_on(records, day), going)


def derive(
    state: RegisterState, law: LawData, day: date, going: Callable[[int], object] | None = None
) -> tuple[Duty, ...]:
    """Return the duties of the present state on a day; `going` is told how many activities were read."""
    return duties_in(state.reader, law, day, history_facts(state.touches(), day), going)


def counted(duties: Iterable[Duty]) -> DutyCounts:
    """Return how many duties there are, by where they stand."""
    states = Counter(one.state for one in duties)
    return DutyCounts(*(states[state] for state in State))


def rows(
    duties: Iterable[Duty], naming: Naming, going: Callable[[int], object] | None = None
) -> list[DutyRow]:
    """Return duties with their names: kind by kind, open ones first, each in the order of the register.

    `going` is told how many have one.
    """
    every = list(duties)
    found: list[tuple[tuple[SortKey, int], DutyRow]] = []
    for start in range(0, len(every), _AT_ONCE):
        if going is not None:
            going(start)
        found += _named(every[start : start + _AT_ONCE], naming)
    found.sort(key=lambda pair: (_KINDS[pair[1].duty.what], _STATES[pair[1].duty.state], pair[0]))
    return [row for _, row in found]


def _named(duties: Sequence[Duty], naming: Naming) -> Iterator[tuple[tuple[SortKey, int], DutyRow]]:
    known = _with_owners(naming.records, [one.about.record for one in duties])
    for one in duties:
        chain = list(_chain(one.about.record, known))
        root, last = (chain[0], chain[-1]) if chain else (None, None)
        number = str(getattr(root, "reference", ""))
        names = [naming.label(each) for each in chain] or ["?"]
        where = WITHIN.join(names)
        short = WITHIN.join((number, *names[1:])) if number and len(names) > 1 else where
        called = reference(last, known.get, naming.main) if last else "?"
        place = sort_key(number or names[0]), last.position if last else 0
        yield place, DutyRow(one, where, short, called)


def _with_owners(records: Records, wanted: Iterable[RecordId]) -> dict[RecordId, Record]:
    """Read records with all that own them, level by level."""
    found: dict[RecordId, Record] = {}
    missing = set(wanted)
    while missing:
        level = records.many(missing)
        found |= level
        missing = {owner for one in level.values() if (owner := owner_of(one))} - found.keys()
    return found


def _chain(record: RecordId | None, known: dict[RecordId, Record]) -> Iterator[Record]:
    """Yield a record after those that own it."""
    found = known.get(record) if record else None
    if found is not None:
        yield from _chain(owner_of(found), known)
        yield found
