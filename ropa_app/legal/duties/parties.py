"""Duties of processors: an agreement that is signed and in force, Article 28."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ropa_app.domain.values import RecordId
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.processors import PROCESSOR, processors
from ropa_app.legal.checks.registry import AllFacts
from ropa_app.legal.duties.activities import Left, unsettled
from ropa_app.legal.duties.duty import Duty, Reason, Spot, What
from ropa_app.legal.duties.ground import Found, Ground

_WHAT: Final = What.PROCESSOR_AGREEMENT
_SIGNED: Final = "signed"


@dataclass(slots=True)
class Processing:
    """What one pass over the activities tells of their processors.

    `by_party` are the recipients that are processors; `by_activity` the activities that have any; `left` what
    is not answered of the recipients of an activity.
    """

    by_party: dict[RecordId, list[tuple[RecordId, RecordId]]] = field(default_factory=dict)
    by_activity: set[RecordId] = field(default_factory=set)
    left: dict[RecordId, Left] = field(default_factory=dict)

    def learn(self, case: Case, found: Found) -> None:
        """Take note of a live activity."""
        mine = [one for one in case.recipients if one.role == PROCESSOR]
        for one in mine:
            if one.party:
                self.by_party.setdefault(one.party, []).append((case.id, one.id))
                self.by_activity.add(case.id)
        unnamed = tuple(one.id for one in mine if not one.party)
        if left := unsettled(case, found):
            self.left[case.id] = left
        elif unnamed:
            spot = Spot("recipient", unnamed[0], "party")
            self.left[case.id] = Left(Reason.PROCESSOR_UNNAMED, spot, unnamed)


def agreements(ground: Ground, facts: AllFacts, processing: Processing, found: Found) -> Iterator[Duty]:
    """Yield the agreements that the processors of activities that go on ask for."""
    for party in processors(ground.shared, facts):
        every = ground.shared.agreements.get(party.id, ())
        signed = [one for one in every if one.status == _SIGNED]
        used = processing.by_party.get(party.id, ())
        yield ground.duty(
            _WHAT,
            party,
            found,
            activities=tuple(dict.fromkeys(activity for activity, _ in used)),
            because=tuple(recipient for _, recipient in used),
            slot=signed or every,
        )
    for fact in facts.live:
        if left := processing.left.get(fact.id):
            yield ground.undecided(_WHAT, fact.id, left.reason, left.spot, left.because)
        elif fact.id not in processing.by_activity:
            yield ground.not_needed(_WHAT, Spot("activity", fact.id), Reason.NO_PROCESSOR, fact.id)
