"""An activity with all it owns, as checks look at it, and the few facts of it that shared records ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, TypeVar

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import DataLine, Purpose, Source
from ropa_app.domain.entities.activity_flow import MeasureUse, Recipient, Retention, Tracker
from ropa_app.domain.reading import Records
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Period, RecordId
from ropa_app.legal.transfers import is_live

BATCH: Final = 200
# Evaluating people by automated means, Articles 35(3)(a) and 4(4).
_PROFILING: Final = frozenset({"35-3-a", "DT-13"})
_Some = TypeVar("_Some", bound=Record)


@dataclass(frozen=True, slots=True)
class Case:
    """An activity with what it owns."""

    activity: Activity
    purposes: tuple[Purpose, ...] = ()
    lines: tuple[DataLine, ...] = ()
    sources: tuple[Source, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    retention: tuple[Retention, ...] = ()
    measure_uses: tuple[MeasureUse, ...] = ()
    trackers: tuple[Tracker, ...] = ()

    @property
    def id(self) -> RecordId:
        """The id of the activity."""
        return self.activity.id

    @property
    def owned(self) -> tuple[Record, ...]:
        """The records it owns."""
        return (
            *(*self.purposes, *self.lines, *self.sources, *self.recipients),
            *(*self.retention, *self.measure_uses, *self.trackers),
        )

    @property
    def live(self) -> bool:
        """Whether the activity has not ended."""
        return is_live(self.activity)

    def lines_of(self, purpose: Purpose) -> tuple[DataLine, ...]:
        """Return the data lines that serve a purpose: those that name it, and those that name none."""
        return tuple(line for line in self.lines if not line.purposes or purpose.id in line.purposes)

    def lines_for(self, chosen: Sequence[RecordId]) -> tuple[DataLine, ...]:
        """Return the data lines that a source, recipient or retention rule names; all where it names none."""
        return tuple(line for line in self.lines if not chosen or line.id in chosen)

    def rests_on(self, *bases: str) -> bool:
        """Tell whether some purpose rests on one of these codes of Articles 6, 9 and 10."""
        return any(code in bases for one in self.purposes for code in (*one.art6, *one.art9_10))


def case_of(activity: Activity, owned: Iterable[Record]) -> Case:
    """Return an activity with the records it owns, each kind in its order."""
    kinds: dict[str, list[Any]] = defaultdict(list)
    for record in owned:
        kinds[record.KIND].append(record)

    def of(entity: type[_Some]) -> tuple[_Some, ...]:
        return tuple(kinds.get(entity.KIND, ()))

    return Case(
        activity,
        of(Purpose),
        of(DataLine),
        of(Source),
        of(Recipient),
        of(Retention),
        of(MeasureUse),
        of(Tracker),
    )


def read_cases(records: Records, wanted: Iterable[RecordId] | None = None) -> Iterator[Case]:
    """Yield the activities of a register with what they own, or just those that are wanted and exist."""
    found = records.of_kind(Activity.KIND) if wanted is None else records.many(wanted).values()
    activities = [one for one in found if isinstance(one, Activity)]
    for start in range(0, len(activities), BATCH):
        batch = activities[start : start + BATCH]
        owned = records.owned_by([one.id for one in batch])
        for one in batch:
            yield case_of(one, owned.get(one.id, ()))


@dataclass(frozen=True, slots=True)
class Received:
    """That an activity gives data to a party: in which role, and whether staff data are among them."""

    party: RecordId | None
    role: str
    staff: bool


class Mark(Enum):
    """What an activity does, as far as a statement may deny it; IDENTIFIED: it has trackers that identify."""

    AUTOMATED = "automated"
    PROFILING = "profiling"
    SPECIAL = "special"
    TRACKED = "tracked"
    IDENTIFIED = "identified"


@dataclass(frozen=True, slots=True)
class Flagged:
    """Codes that facts are told by: data subjects that are staff, and data that are special or online."""

    staff: frozenset[str] = frozenset()
    special: frozenset[str] = frozenset()
    identifiers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """What checks of shared records ask of an activity, small enough to keep for ten thousand of them.

    `users` are the parties that the activity uses: recipients, providers of trackers and of systems;
    `sources` those that data come from. `bases` are all codes of Articles 6, 9 and 10 of its purposes.
    `periods` are how long its data and its trackers are kept.
    """

    id: RecordId
    live: bool
    status: str
    public: bool
    topics: frozenset[str]
    received: tuple[Received, ...]
    users: frozenset[RecordId]
    bases: frozenset[str]
    markets: bool
    sources: frozenset[RecordId]
    marks: frozenset[Mark]
    periods: frozenset[Period]


def facts_of(case: Case, providers: Mapping[RecordId, RecordId], flagged: Flagged) -> Facts:
    """Return the facts of an activity; `providers` are the providers of the systems that have one."""
    staff = flagged.staff
    received = tuple(
        Received(one.party, one.role, any(not staff.isdisjoint(line.subjects) for line in _given(case, one)))
        for one in case.recipients
    )
    periods = (*(one.period for one in case.retention), *(one.duration for one in case.trackers))
    used = [
        *(one.party for one in case.recipients),
        *(one.provider for one in case.trackers),
        *(providers.get(system) for system in case.activity.systems),
    ]
    return Facts(
        id=case.id,
        live=case.live,
        status=case.activity.status,
        public=case.activity.public is Answer.YES,
        topics=frozenset(case.activity.topics),
        received=received,
        users=frozenset(party for party in used if party),
        bases=frozenset(code for one in case.purposes for code in (*one.art6, *one.art9_10)),
        markets=any(one.marketing_channels for one in case.purposes),
        sources=frozenset(one.party for one in case.sources if one.party),
        marks=frozenset(_marks(case, flagged)),
        periods=frozenset(period for period in periods if period),
    )


def _marks(case: Case, flagged: Flagged) -> Iterator[Mark]:
    """Yield what an activity does that a statement may deny."""
    held = {code for line in case.lines for code in line.categories}
    if case.activity.automated is Answer.YES:
        yield Mark.AUTOMATED
    if not _PROFILING.isdisjoint((*case.activity.dpia_art35, *case.activity.dpia_list)):
        yield Mark.PROFILING
    if not flagged.special.isdisjoint(held):
        yield Mark.SPECIAL
    if case.trackers:
        yield Mark.TRACKED
        if not flagged.identifiers.isdisjoint(held):
            yield Mark.IDENTIFIED


def _given(case: Case, recipient: Recipient) -> tuple[DataLine, ...]:
    """Return the data lines that a recipient gets: those it names, all where it says so or names none."""
    return case.lines if recipient.all_lines is Answer.YES else case.lines_for(recipient.lines)
