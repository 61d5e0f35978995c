"""What the rules find in the open register, followed edit by edit.

A full run reads a copy of the register and may take its time in another thread. Between two of them every
edit is followed at once: the activities it concerns are judged again, and the other records where they may
differ. What concerns every activity needs a full run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from ropa_app.domain.edits import Changes
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.reading import Records, owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.domain.values import RecordId
from ropa_app.legal import LawData
from ropa_app.legal.checks import Checked, Finding, HistoryFacts, Shared, check_case, check_rest
from ropa_app.legal.checks.cases import Facts, facts_of, read_cases
from ropa_app.legal.checks.running import check_register
from ropa_app.services.checking import history_facts
from ropa_app.services.kept_records import OF_ACTIVITIES, Kept, KeptRecords, shared_records
from ropa_app.storage.register_file import RegisterState

#: Of how many activities an edit may concern to be followed at once.
MOST_CASES: Final = 60
#: How many activities a register may have for the rules about shared records to be asked at once.
SMALL: Final = 1000
#: The shared kinds that rules about an activity look up: those it names, and the parties of contacts.
_LOOKED_UP: Final = frozenset({"arrangement", "assessment", "consent", "measure", "system"})
_CONTACT: Final = "contact"


class Need(Enum):
    """What is left for another thread after an edit: nothing, the other records, or everything."""

    NOTHING = "nothing"
    REST = "rest"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class FullRun:
    """What a run over a copy found, as of which step, with the shared records it read.

    `numbers` are those of the activities, as keys to sort by.
    """

    day: date
    law: LawData
    checked: Checked
    history: HistoryFacts
    step: int
    kept: Kept
    numbers: Mapping[RecordId, SortKey]


@dataclass(frozen=True, slots=True)
class RestOrder:
    """What a run over the records that no activity owns is given: the facts after so many edits."""

    edits: int
    day: date
    facts: Mapping[RecordId, Facts]
    history: HistoryFacts


@dataclass(frozen=True, slots=True)
class RestRun:
    """What that run found, after so many edits."""

    edits: int
    rest: tuple[Finding, ...]


def run(state: RegisterState, law: LawData, day: date) -> FullRun:
    """Ask every rule of a register; may run in any thread, on a copy."""
    step = _last_step(state)
    history = history_facts(state.touches(), day)
    kept = shared_records(state.reader)
    records = KeptRecords(state.reader, kept)
    numbers = {row[0]: sort_key(row[3]) for row in state.reader.values(Activity.KIND, "reference")}
    return FullRun(day, law, check_register(records, law, day, history), history, step, kept, numbers)


def run_rest(state: RegisterState, law: LawData, order: RestOrder) -> RestRun:
    """Ask the rules of the records that no activity owns; may run in any thread, on a copy."""
    return RestRun(order.edits, _rest(state.reader, law, order))


def _rest(records: Records, law: LawData, order: RestOrder) -> tuple[Finding, ...]:
    return check_rest(Shared(records, law, order.day, order.history), order.facts)


def _last_step(state: RegisterState) -> int:
    head = state.head()
    return head.sequence if head else 0


class CheckSession:
    """The findings of an open register on a day; empty and not `known` before the first full run."""

    def __init__(self, state: RegisterState, law: LawData, day: date) -> None:
        self._state: Final = state
        self.law = law
        self.day = day
        self.known = False
        self.edits = 0
        self.by_activity: dict[RecordId, tuple[Finding, ...]] = {}
        self.facts: dict[RecordId, Facts] = {}
        self.rest: tuple[Finding, ...] = ()
        self.numbers: dict[RecordId, SortKey] = {}
        self._history = HistoryFacts()
        self._step = 0
        self._records: KeptRecords | None = None
        self._shared: Shared | None = None
        self._wide: tuple[object, ...] = ()
        self._running: Changes | None = None

    @property
    def records(self) -> Records:
        """Return the records, the shared ones from memory."""
        return self._records or self._state.reader

    def checked(self) -> Checked:
        """Return what was found."""
        return Checked(self.by_activity, self.facts, self.rest)

    # Full runs

    def begin(self) -> None:
        """Note the edits from now on: the copy for a full run was just made."""
        self._running = Changes()

    def take(self, found: FullRun) -> Need:
        """Take the result of a full run and follow what was edited since its copy was made."""
        since, self._running = self._running or Changes(), None
        self.day, self.law, self.known = found.day, found.law, True
        self.by_activity, self.facts = dict(found.checked.by_activity), dict(found.checked.facts)
        self.rest, self.numbers = found.checked.rest, dict(found.numbers)
        self._history, self._step = found.history, found.step
        self._records = KeptRecords(self._state.reader, found.kept)
        self._shared = Shared(self._records, self.law, self.day, self._history)
        self._wide = _wide(self._shared)
        self.edits += 1
        return self.follow(since) if since else Need.NOTHING

    def take_rest(self, found: RestRun) -> bool:
        """Take what was found of the other records; return False where an edit came between."""
        if found.edits != self.edits:
            return False
        self.rest = found.rest
        return True

    def rest_order(self) -> RestOrder:
        """Return what a run over the records that no activity owns is given now."""
        return RestOrder(self.edits, self.day, dict(self.facts), self._history)

    # Edits

    def follow(self, changes: Changes) -> Need:
        """Judge again what an edit concerns; return what is left for a run in another thread."""
        if self._running is not None:
            self._running |= changes
        if self._records is None or self._shared is None:
            return Need.NOTHING
        self.edits += 1
        self._records.renew(changes)
        before = self._history
        self._learn_history()
        shared_touched = bool(changes.kinds - OF_ACTIVITIES)
        if shared_touched:
            self._shared = Shared(self._records, self.law, self.day, self._history)
        concerned = self._concerned(changes)
        if len(concerned) > MOST_CASES:
            return Need.ALL
        left = Need.ALL if shared_touched and _wide(self._shared) != self._wide else Need.NOTHING
        differ = self._judge(self._shared, concerned)
        if not (differ or shared_touched or self._is_history_new(before)):
            return left
        if len(self.facts) > SMALL:
            return left if left is Need.ALL else Need.REST
        self.rest = _rest(self._records, self.law, self.rest_order())
        return left

    def _learn_history(self) -> None:
        last = _last_step(self._state)
        if last > self._step:
            self._history = history_facts(self._state.touches(self._step), self.day, self._history)
            self._step = last

    def _is_history_new(self, before: HistoryFacts) -> bool:
        """Tell whether the history says something else than before that a rule asks for."""
        steps = [one.history_sequence or 0 for one in self._shared.versions] if self._shared else []
        passed = any(before.last_step <= step < self._history.last_step for step in (0, *steps))
        return passed or before.changed != self._history.changed

    def _judge(self, shared: Shared, concerned: set[RecordId]) -> bool:
        """Judge activities again, or forget them; return whether their facts differ from before."""
        gone, differ = set(concerned), False
        for case in read_cases(self.records, concerned):
            gone.discard(case.id)
            self.numbers[case.id] = sort_key(case.activity.reference)
            self.by_activity[case.id] = check_case(shared, case)
            facts = facts_of(case, shared.providers, shared.flags)
            differ = differ or facts != self.facts.get(case.id)
            self.facts[case.id] = facts
        for one in gone:
            self.by_activity.pop(one, None)
            differ = self.facts.pop(one, None) is not None or differ
        return differ

    def _concerned(self, changes: Changes) -> set[RecordId]:
        """Return the activities that may be judged otherwise after an edit."""
        found = self.records.many(changes.ids | changes.near)
        concerned = {one for one in changes.ids | changes.near if one in self.by_activity}
        concerned |= {owner for one in found.values() if (owner := _activity_of(one))}
        asked = [one.id for one in found.values() if one.id in changes.ids and one.KIND in _LOOKED_UP]
        if _CONTACT in changes.kinds:
            asked += [one.id for one in found.values() if isinstance(one, Party)]
        return concerned | set(self._users(asked))

    def _users(self, records: Iterable[RecordId]) -> Iterator[RecordId]:
        """Yield the activities that name one of these records, themselves or in what they own."""
        for record in records:
            sources = [use.source for use in self.records.uses(record) if use.kind in OF_ACTIVITIES]
            for one in self._state.reader.many(sources).values():
                if activity := _activity_of(one):
                    yield activity


def _activity_of(record: Record) -> RecordId | None:
    if isinstance(record, Activity):
        return record.id
    return owner_of(record) if record.KIND in OF_ACTIVITIES else None


def _wide(shared: Shared) -> tuple[object, ...]:
    """Return what every activity is judged by."""
    told = shared.published, shared.published_items
    return shared.organisation, shared.register, shared.common_measures, told
