"""How complete the open register is, level by level, as the window shows it after each edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.reading import owner_of
from ropa_app.domain.values import RecordId
from ropa_app.legal.checks import Finding, Level, rules
from ropa_app.services.check_session import CheckSession
from ropa_app.services.completeness import LEVELS, Standing, counted_kinds

_ACTIVITY: Final = "activity"
Accepted = Mapping[tuple[str, RecordId], Acceptance]


@dataclass(frozen=True, slots=True)
class LevelStanding:
    """A level: how many records have reached it, and the rule of it that is open most often, "" for none."""

    level: Level
    standing: Standing
    most_open: str


class LevelBoard:
    """Counts what is open at each level; what was counted of an activity is kept until it is judged anew."""

    def __init__(self, session: CheckSession) -> None:
        self._session: Final = session
        self._accepted: Accepted = {}
        self._seen: dict[RecordId, tuple[Finding, ...]] = {}
        self._open: dict[RecordId, Counter[str]] = {}
        self._lowest: dict[RecordId, int] = {}
        self._total: Counter[str] = Counter()

    def renew(self, accepted: Accepted) -> None:
        """Take what is accepted now."""
        if accepted is not self._accepted:
            self._accepted = accepted
            self._seen, self._open, self._lowest, self._total = {}, {}, {}, Counter()

    def lacks(self, found: Iterable[Finding]) -> dict[Level, int]:
        """Return how many of some findings are open for each level and those before it."""
        return _of_levels(self._counted(found))

    def standings(self) -> list[LevelStanding]:
        """Return how many of the records that people keep have reached each level."""
        self._count_activities()
        total, lowest = Counter(self._total), dict(self._lowest)
        for root, found in self._rest().items():
            total.update(found)
            lowest[root] = min(_lowest_of(found), lowest.get(root, len(LEVELS)))
        kept = self._kept()
        return [self._standing(level, lowest, total, kept) for level in LEVELS]

    def _standing(
        self, level: Level, lowest: Mapping[RecordId, int], total: Counter[str], kept: set[RecordId]
    ) -> LevelStanding:
        place = LEVELS.index(level)
        lacking = {one for one, at in lowest.items() if at <= place}
        every = kept | lacking
        own = [rule for rule, n in total.items() if n and rules()[rule].level is level]
        most = max(own, key=lambda rule: (total[rule], rule), default="")
        return LevelStanding(level, Standing(len(every - lacking), len(every)), most)

    def _count_activities(self) -> None:
        by_activity = self._session.by_activity
        for gone in [one for one in self._seen if one not in by_activity]:
            self._forget(gone)
        for one, found in by_activity.items():
            if self._seen.get(one) is not found:
                self._forget(one)
                counted = self._counted(found)
                self._seen[one], self._open[one], self._lowest[one] = found, counted, _lowest_of(counted)
                self._total.update(counted)

    def _forget(self, activity: RecordId) -> None:
        if self._seen.pop(activity, None) is not None:
            self._total.subtract(self._open.pop(activity))
            del self._lowest[activity]

    def _counted(self, found: Iterable[Finding]) -> Counter[str]:
        return Counter(one.rule for one in found if (one.rule, one.record) not in self._accepted)

    def _rest(self) -> dict[RecordId, Counter[str]]:
        """Return the open rules of every record that stands by itself and is no activity, or names one."""
        found: dict[RecordId, Counter[str]] = {}
        for one in self._session.rest:
            if (one.rule, one.record) not in self._accepted:
                found.setdefault(self._root(one.record), Counter())[one.rule] += 1
        return found

    def _root(self, record: RecordId) -> RecordId:
        records = self._session.records
        while (found := records.get(record)) is not None and (owner := owner_of(found)):
            record = owner
        return record

    def _kept(self) -> set[RecordId]:
        records, kinds = self._session.records, counted_kinds() - {_ACTIVITY}
        live = {one.id for one in self._session.facts.values() if one.live}
        return live | {one.id for kind in kinds for one in records.of_kind(kind)}


def _lowest_of(found: Iterable[str]) -> int:
    """Return the place of the first level that some rules leave open, one past the last for none."""
    return min((LEVELS.index(rules()[rule].level) for rule in found), default=len(LEVELS))


def _of_levels(found: Mapping[str, int]) -> dict[Level, int]:
    own = Counter[Level]()
    for rule, n in found.items():
        own[rules()[rule].level] += n
    told, sum_so_far = {}, 0
    for level in LEVELS:
        sum_so_far += own[level]
        told[level] = sum_so_far
    return told
