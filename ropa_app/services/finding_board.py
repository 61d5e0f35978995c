"""Findings as the window asks for them: of a record, of a page, counted, in the order of a walk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ropa_app.domain.edits import Changes
from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.kinds import KINDS
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.sorting import SortKey
from ropa_app.domain.values import RecordId
from ropa_app.legal.checks import Finding, Level, rules
from ropa_app.services.check_session import CheckSession
from ropa_app.services.checking import Judged, accepted_on
from ropa_app.services.level_board import LevelBoard, LevelStanding

_ACTIVITY: Final = "activity"
#: Where findings are counted, for kinds that are edited on more than one page.
_PAGES: Final[Mapping[str, str]] = {"place": "transfers"}
_APPROVAL: Final = "R-REV-02"
_NO_PLACE: Final[SortKey] = ("", "")


class Counts(NamedTuple):
    """How many findings of each severity are open, and how many are accepted."""

    error: int = 0
    warning: int = 0
    info: int = 0
    accepted: int = 0

    def plus(self, other: Counts, sign: int = 1) -> Counts:
        """Return the sum, or with -1 the difference."""
        return Counts(*(mine + sign * its for mine, its in zip(self, other, strict=True)))

    @property
    def open(self) -> int:
        """Return how many are open."""
        return self.error + self.warning + self.info

    @property
    def worst(self) -> str:
        """Return the worst severity that is open, an empty text where none is."""
        return next((name for name in ("error", "warning", "info") if getattr(self, name)), "")

    @property
    def worst_number(self) -> int:
        """Return how many findings of the worst severity are open."""
        return self.error or self.warning or self.info


class FindingBoard:
    """The findings of a session by record and page; `renew` after the session has changed."""

    def __init__(self, session: CheckSession) -> None:
        self._session: Final = session
        self._accepted: Mapping[tuple[str, RecordId], Acceptance] = {}
        self._about: frozenset[RecordId] = frozenset()
        self._seen: dict[RecordId, tuple[Finding, ...]] = {}
        self._counts: dict[RecordId, Counts] = {}
        self._of_activities = Counts()
        self._rest: tuple[Finding, ...] | None = None
        self._rest_at: dict[RecordId, list[Finding]] = {}
        self._rest_by_page: dict[str, Counts] = {}
        self._told: dict[RecordId, tuple[Judged, ...]] = {}
        self._within: dict[RecordId, RecordId] = {}
        self._levels: Final = LevelBoard(session)

    def renew(self, changes: Changes | None = None) -> None:
        """Take what the session found; without changes the acceptances are read again in any case."""
        if changes is None or "acceptance" in changes.kinds or changes.ids & self._about:
            self._accept()
        by_activity = self._session.by_activity
        for one in [one for one in self._seen if one not in by_activity]:
            self._forget(one)
        for one, found in by_activity.items():
            if self._seen.get(one) is not found:
                self._forget(one)
                self._seen[one], self._counts[one] = found, self._counted(found)
                self._within.update((each.record, one) for each in found)
                self._of_activities = self._of_activities.plus(self._counts[one])
        if self._rest is not self._session.rest:
            self._index_rest()

    def _forget(self, activity: RecordId) -> None:
        self._told.pop(activity, None)
        if self._seen.pop(activity, None) is not None:
            self._of_activities = self._of_activities.plus(self._counts.pop(activity), -1)

    def _accept(self) -> None:
        records, self._rest = self._session.records, None
        self._accepted = accepted_on(records, self._session.day)
        self._levels.renew(self._accepted)
        named = (one for one in records.of_kind(Acceptance.KIND) if isinstance(one, Acceptance))
        self._about = frozenset(one.about for one in named if one.about)
        self._seen, self._counts, self._told, self._of_activities = {}, {}, {}, Counts()

    def _index_rest(self) -> None:
        self._rest = self._session.rest
        at: dict[RecordId, list[Finding]] = defaultdict(list)
        pages: dict[str, list[Finding]] = defaultdict(list)
        for one in self._rest:
            record: RecordId | None = one.record
            while record:
                at[record].append(one)
                found = None if one.kind == _ACTIVITY else self._session.records.get(record)
                record = owner_of(found) if found is not None else None
            pages[page_of(one)].append(one)
        self._rest_at = dict(at)
        self._rest_by_page = {page: self._counted(found) for page, found in pages.items()}

    def _counted(self, found: Iterable[Finding]) -> Counts:
        counts = {"error": 0, "warning": 0, "info": 0, "accepted": 0}
        for one in found:
            is_open = (one.rule, one.record) not in self._accepted
            counts[rules()[one.rule].severity.value if is_open else "accepted"] += 1
        return Counts(**counts)

    # Questions

    def judged(self, one: Finding) -> Judged:
        """Return a finding with its rule and what was accepted of it."""
        return Judged(one, rules()[one.rule], self._accepted.get((one.rule, one.record)))

    def at(self, record: Record) -> list[Judged]:
        """Return the open findings about one record, the worst first."""
        activity = record.id if record.KIND == _ACTIVITY else owner_of(record)
        cases = self._session.by_activity.get(activity, ()) if activity else ()
        found = [one for one in (*cases, *self._rest_at.get(record.id, ())) if one.record == record.id]
        return _worst_first(judged for one in found if (judged := self.judged(one)).is_open)

    def of(self, record: RecordId) -> list[Judged]:
        """Return the open findings about a record and all it owns, the worst first."""
        found = (*self._session.by_activity.get(record, ()), *self._rest_at.get(record, ()))
        return _worst_first(judged for one in found if (judged := self.judged(one)).is_open)

    def counts_of(self, record: RecordId) -> Counts:
        """Return how many findings a record and all it owns have."""
        rest = self._rest_at.get(record)
        counts = self._counts.get(record, Counts())
        return counts.plus(self._counted(rest)) if rest else counts

    def lacks_of(self, record: RecordId) -> dict[Level, int]:
        """Return what a record and all it owns lack for each level, for the levels before it too."""
        return self._levels.lacks(
            (*self._session.by_activity.get(record, ()), *self._rest_at.get(record, ()))
        )

    def standings(self) -> list[LevelStanding]:
        """Return how many of the records that people keep have reached each level."""
        return self._levels.standings()

    def total(self) -> Counts:
        """Return how many findings there are."""
        total = self._of_activities
        for one in self._rest_by_page.values():
            total = total.plus(one)
        return total

    def by_page(self) -> dict[str, Counts]:
        """Return how many findings there are on each page of the window that has any."""
        pages = dict(self._rest_by_page)
        page = KINDS[_ACTIVITY].page
        pages[page] = pages.get(page, Counts()).plus(self._of_activities)
        return pages

    def all(self) -> list[Judged]:
        """Return every finding, accepted ones among them, rule by rule in the order of the register."""
        of_rest: dict[RecordId, list[Judged]] = defaultdict(list)
        for one in self._session.rest:
            of_rest[self.root(one)].append(self.judged(one))
        of_rules: dict[str, list[Judged]] = {rule: [] for rule in rules()}
        by_activity, places = self._session.by_activity, self._session.numbers
        for root in sorted({*by_activity, *of_rest}, key=lambda root: (places.get(root, _NO_PLACE), root)):
            for told in (*self._of_activity(root), *of_rest.get(root, ())):
                of_rules[told.rule.id].append(told)
        return [told for found in of_rules.values() for told in found]

    def _of_activity(self, activity: RecordId) -> tuple[Judged, ...]:
        if activity not in self._told:
            found = self._session.by_activity.get(activity, ())
            self._told[activity] = tuple(self.judged(one) for one in found)
        return self._told[activity]

    def route(self, pages: Iterable[str]) -> list[Judged]:
        """Return the open findings as one walks through them: page by page, record by record."""
        order = {page: place for place, page in enumerate(pages)}
        places = self._session.numbers

        def key(pair: tuple[RecordId, Finding]) -> tuple[object, ...]:
            root, one = pair
            return order.get(page_of(one), len(order)), places.get(root, _NO_PLACE), root

        walked = (self.judged(one) for _, one in sorted(self._rooted(), key=key))
        return [one for one in walked if one.is_open]

    def _rooted(self) -> Iterator[tuple[RecordId, Finding]]:
        """Yield every finding with the record that stands in a list."""
        for activity, found in self._session.by_activity.items():
            yield from ((activity, one) for one in found)
        yield from ((self.root(one), one) for one in self._session.rest)

    def place(self, one: Finding) -> tuple[SortKey, RecordId]:
        """Return a key that puts findings into the order of the register."""
        root = self.root(one)
        return self._session.numbers.get(root, _NO_PLACE), root

    def root(self, one: Finding) -> RecordId:
        """Return the record that stands in a list: the activity, the party, the place of a transfer."""
        record = one.record
        if record in self._session.by_activity:
            return record
        if record in self._within:
            return self._within[record]
        found = self._session.records.get(record)
        while found is not None and found.KIND != "place" and (owner := owner_of(found)):
            record, found = owner, self._session.records.get(owner)
        return record


def page_of(one: Finding) -> str:
    """Return the page of the window where a finding is counted."""
    if one.rule == _APPROVAL:
        return "versions"
    return _PAGES.get(one.kind) or KINDS[one.kind].page


def _worst_first(found: Iterable[Judged]) -> list[Judged]:
    order = {severity: place for place, severity in enumerate(("error", "warning", "info"))}
    return sorted(found, key=lambda one: order[one.rule.severity.value])
