"""How complete a register is, at three levels: Article 30, ready for the statement, good practice.

What is counted are whole records that people keep: an activity with all it owns, a party with its places.
One is complete at a level when no rule of that level, or of a level before it, is open for it or for what it
owns. So 100 % means that nothing of that level is left, and it is reached as soon as that is so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.kinds import KINDS
from ropa_app.domain.reading import Records, owner_of
from ropa_app.domain.values import RecordId
from ropa_app.i18n import N_
from ropa_app.legal.checks import Level, rules
from ropa_app.legal.checks.catalogue import ANY
from ropa_app.legal.transfers import is_live
from ropa_app.services.checking import Judgement

LEVELS: Final = tuple(Level)
LEVEL_TEXTS: Final[Mapping[Level, str]] = {
    Level.ART30: N_("What Article 30 requires"),
    Level.ART13: N_("Ready for the privacy statement"),
    Level.PRACTICE: N_("Good practice"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How many of some records are complete."""

    complete: int
    total: int

    @property
    def percent(self) -> int:
        """Return the share in whole percent, 100 only where nothing is left."""
        return 100 if self.complete == self.total else min(99, 100 * self.complete // self.total)


def up_to(level: Level) -> frozenset[Level]:
    """Return a level and those before it."""
    return frozenset(LEVELS[: LEVELS.index(level) + 1])


def open_rules(judgement: Judgement, level: Level) -> Iterator[tuple[str, RecordId]]:
    """Yield the rule and the record of every open finding of a level and of those before it."""
    counted = up_to(level)
    for one in judgement.findings:
        if one.is_open and one.rule.level in counted:
            yield one.finding.rule, one.finding.record


def of_register(records: Records, judgement: Judgement) -> Mapping[Level, Standing]:
    """Return how many of the records that people keep are complete at each level."""
    return {level: _standing(records, judgement, level) for level in LEVELS}


def _standing(records: Records, judgement: Judgement, level: Level) -> Standing:
    lacking = {_root(records, record) for _, record in open_rules(judgement, level)}
    kept = {record for kind in counted_kinds() for record in _counted(records, kind)} | lacking
    return Standing(len(kept - lacking), len(kept))


def of_record(records: Records, judgement: Judgement, record: RecordId) -> Mapping[Level, int]:
    """Return how many findings are open at each level, for a record and all it owns."""
    return {
        level: sum(_root(records, one) == record for _, one in open_rules(judgement, level))
        for level in LEVELS
    }


@cache
def counted_kinds() -> frozenset[str]:
    """Return the kinds of records that stand by themselves and that some rule looks at."""
    return frozenset(_root_kind(kind) for rule in rules().values() for kind in rule.fields if kind != ANY)


def _root_kind(kind: str) -> str:
    while parent := KINDS[kind].parent:
        kind = parent
    return kind


def _counted(records: Records, kind: str) -> Iterator[RecordId]:
    """Yield the records of a kind; an activity that has ended is kept no longer."""
    for record in records.of_kind(kind):
        if not isinstance(record, Activity) or is_live(record):
            yield record.id


def _root(records: Records, record: RecordId) -> RecordId:
    while (found := records.get(record)) is not None and (owner := owner_of(found)):
        record = owner
    return record
