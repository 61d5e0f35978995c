"""What a supposition would change: a register judged twice as of its day, as things stand and as supposed.

Nothing is written. The transfers, the rules and the statement are those of the program, asked of the records
and the law data in force, and of records and law data that differ by the supposition only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.parties import Agreement, Arrangement
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.security import System
from ropa_app.domain.overlay import Overlay
from ropa_app.domain.reading import Records
from ropa_app.domain.record import Record
from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.domain.values import RecordId
from ropa_app.i18n import Language
from ropa_app.legal import LawData
from ropa_app.legal.carrying import Moved, User, moved, users
from ropa_app.legal.checks import HistoryFacts, check_register
from ropa_app.legal.leaving import without_party
from ropa_app.legal.supposing import PartyLeaves, Supposition, law_supposing
from ropa_app.legal.transfers import Transfer, transfers
from ropa_app.reports.statement.told import Told, told
from ropa_app.reports.statement_report import statement_report
from ropa_app.services import exporting
from ropa_app.services.checking import Judged, history_facts, judged
from ropa_app.services.law_difference import TransferChange, transfer_changes
from ropa_app.services.listing import TRANSFER_KINDS
from ropa_app.services.what_if_parts import Lost, parts_of
from ropa_app.storage.register_file import RegisterState

#: Told how many of all steps are done; whoever wants to stop raises.
Tick = Callable[[int, int], object]
STEPS: Final = 5


class Side(NamedTuple):
    """One of the two ways to read the register: records, and the law data they are judged by."""

    records: Records
    law: LawData


@dataclass(frozen=True, slots=True)
class Hit:
    """An activity, or what is processed for others, with what it loses and what becomes of its transfers."""

    record: User
    lost: tuple[Lost, ...]
    moved: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section of the statement whose generated text would differ, with the lines that go and come."""

    number: str
    title: str
    gone: tuple[str, ...]
    came: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consequences:
    """All that a supposition would change in a register."""

    supposition: Supposition
    law: LawData
    is_moot: bool
    hits: tuple[Hit, ...]
    transfers: tuple[TransferChange, ...]
    agreements: tuple[Agreement | Arrangement, ...]
    systems: tuple[System, ...]
    places: tuple[RecordId, ...]
    sections: tuple[SectionChange, ...]
    appeared: tuple[Judged, ...]
    settled: tuple[Judged, ...]

    @property
    def is_nothing(self) -> bool:
        """Tell whether nothing of the register is hit."""
        hit = (self.hits, self.transfers, self.agreements, self.systems, self.places)
        return not any((*hit, self.sections, self.appeared, self.settled))


def what_if(
    state: RegisterState,
    law: LawData,
    supposition: Supposition,
    language: Language,
    tick: Tick = lambda _done, _total: None,
) -> Consequences:
    """Return what a supposition would change; for a worker where the register is large.

    The statement is compared in a language. `tick` is also told while records are read.
    """
    watch = _Watch(tick)
    now = Side(Overlay(state.reader, {}, watch.look), law)
    changed: Mapping[RecordId, Record | None] = {}
    if isinstance(supposition, PartyLeaves):
        changed = without_party(now.records, supposition.party)
    then = Side(Overlay(state.reader, changed, watch.look), law_supposing(law, supposition))
    day = supposition.day
    old, new = (_transfers(side, day) for side in (now, then))
    differ = tuple(one for one in transfer_changes(old, new) if _is_judged_otherwise(one))
    parts = parts_of(now.records, supposition, changed, {one.transfer.party.id for one in differ})
    hits = tuple(_hits(now.records, parts.lost, differ, law))
    watch.step()
    facts = history_facts(state.touches(), day)
    findings = []
    for side in (now, then):
        findings.append(_findings(side, day, facts))
        watch.step()
    statements = []
    for side in (now, then):
        statements.append(_statement(state, side, language, day))
        watch.step()
    appeared, settled = _difference(*findings)
    return Consequences(
        supposition=supposition,
        law=law,
        is_moot=not changed and not parts.lost and then.law is law,
        hits=hits,
        transfers=differ,
        agreements=parts.agreements,
        systems=parts.systems,
        places=parts.places,
        sections=tuple(_sections(*statements)),
        appeared=appeared,
        settled=settled,
    )


class _Watch:
    """Tells how far it is, step by step and while one goes on."""

    def __init__(self, tick: Tick) -> None:
        self._tick: Final = tick
        self._done = 0
        self.look()

    def step(self) -> None:
        self._done += 1
        self.look()

    def look(self) -> None:
        self._tick(self._done, STEPS)


def _transfers(side: Side, day: date) -> tuple[Transfer, ...]:
    needed = (one for kind in sorted(TRANSFER_KINDS) for one in side.records.of_kind(kind))
    return transfers(needed, day, side.law)


def _is_judged_otherwise(change: TransferChange) -> bool:
    """Tell whether more differs than who runs the place."""
    old, new = change.before, change.after
    if old is None or new is None:
        return True
    same_users = [one.id for one in users(old)] == [one.id for one in users(new)]
    return old.tools != new.tools or not same_users


def _hits(
    records: Records, lost: Mapping[RecordId, list[Lost]], differ: Iterable[TransferChange], law: LawData
) -> Iterator[Hit]:
    """Yield what is hit, activities by their references and then what is processed for others."""
    found: dict[RecordId, list[Moved]] = {one: [] for one in lost}
    for change in differ:
        if change.before is None:
            continue
        for user in users(change.before):
            if one := moved(change.before, change.after, user, law):
                found.setdefault(user.id, []).append(one)
    hit = records.many(found).values()
    named = [one for one in hit if isinstance(one, Activity | ProcessorRecord)]
    for user in sorted(named, key=_order):
        yield Hit(user, tuple(lost.get(user.id, ())), tuple(found[user.id]))


def _findings(side: Side, day: date, facts: HistoryFacts) -> tuple[Judged, ...]:
    return judged(side.records, check_register(side.records, side.law, day, facts), day).findings


def _difference(
    before: Iterable[Judged], after: Iterable[Judged]
) -> tuple[tuple[Judged, ...], tuple[Judged, ...]]:
    """Return the findings that are new and those that are settled.

    One of the same rule about the same field stays, though it may name less: it is neither.
    """
    old, new = list(before), list(after)
    known, found = {one.finding for one in old}, {one.finding for one in new}
    came = [one for one in new if one.finding not in known]
    gone = [one for one in old if one.finding not in found]
    both = Counter(map(_about, came)) & Counter(map(_about, gone))
    return tuple(_unpaired(came, both)), tuple(_unpaired(gone, both))


def _about(one: Judged) -> tuple[str, RecordId, str]:
    return one.finding.rule, one.finding.record, one.finding.field


def _unpaired(findings: Iterable[Judged], pairs: Mapping[tuple[str, RecordId, str], int]) -> Iterator[Judged]:
    left = Counter(pairs)
    for one in findings:
        if left[_about(one)]:
            left[_about(one)] -= 1
        else:
            yield one


def _statement(state: RegisterState, side: Side, language: Language, day: date) -> tuple[Told, ...]:
    source = exporting.source(state, side.law, day, supposed=side.records)
    made = statement_report(source.records, language, side.law, source.edition, None, source.since)
    return told(made.document)


def _sections(before: Iterable[Told], after: Iterable[Told]) -> Iterator[SectionChange]:
    old, new = ({one.number: one for one in some} for some in (before, after))
    for number in dict.fromkeys((*old, *new)):
        was = old[number].lines if number in old else ()
        will = new[number].lines if number in new else ()
        if was != will:
            title = (new.get(number) or old[number]).title
            yield SectionChange(number, title, *_lines(was, will))


def _lines(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines that go and those that come, each in its order; none where only the order differs."""
    return tuple(_beyond(before, after)), tuple(_beyond(after, before))


def _beyond(lines: Iterable[str], others: Iterable[str]) -> Iterator[str]:
    left = Counter(others)
    for line in lines:
        if left[line]:
            left[line] -= 1
        else:
            yield line


def _order(user: User) -> tuple[str, SortKey, int, RecordId]:
    named = sort_key(user.reference) if isinstance(user, Activity) else sort_key("")
    return user.KIND, named, user.position, user.id
