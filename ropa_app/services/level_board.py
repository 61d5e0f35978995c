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

    def renew(self, accepted: Accepted) -> None:
        """Take what is accepted now."""
        if accepted is not self._accepted:
            self._accepted = accepted
            self._seen, self._open = {}, {}

    def lacks(self, found: Iterable[Finding]) -> dict[Level, int]:
        """Return how many of some findings are open for each level and those before it."""
        return _of_levels(self._counted(found))

    def standings(self) -> list[LevelStanding]:
        """Return how many of the records that people keep have reached each level."""
        self._count_activities()
        rest = self._rest()
        open_of = {**rest, **{one: found + rest.get(one, Counter()) for one, found in self._open.items()}}
        kept = self._kept()
        return [self._standing(level, open_of, kept) for level in LEVELS]

    def _standing(
        self, level: Level, open_of: Mapping[RecordId, Counter[str]], kept: set[RecordId]
    ) -> LevelStanding:
        lacking = {one for one, found in open_of.items() if _of_levels(found)[level]}
        every = kept | lacking
        total: Counter[str] = Counter()
        for found in open_of.values():
            total.update({rule: n for rule, n in found.items() if rules()[rule].level is level})
        most = max(total, key=lambda rule: (total[rule], rule), default="")
        return LevelStanding(level, Standing(len(every - lacking), len(every)), most)

    def _count_activities(self) -> None:
        by_activity = self._session.by_activity
        for gone in [one for one in self._seen if one not in by_activity]:
            del self._seen[gone], self._open[gone]
        for one, found in by_activity.items():
            if self._seen.get(one) is not found:
                self._seen[one], self._open[one] = found, self._counted(found)

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


def _of_levels(found: Mapping[str, int]) -> dict[Level, int]:
    own = Counter[Level]()
    for rule, n in found.items():
        own[rules()[rule].level] += n
    told, sum_so_far = {}, 0
    for level in LEVELS:
        sum_so_far += own[level]
        told[level] = sum_so_far
    return told
