"""What duties are derived from: shared records, findings, acceptances; and how one is put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Final

from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.parties import Agreement
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.catalogue import rules
from ropa_app.legal.checks.finding import Finding
from ropa_app.legal.checks.impact import BY_LAW, NOT_REQUIRED
from ropa_app.legal.checks.registry import AllFacts, run_case, run_rest
from ropa_app.legal.checks.shared import Shared
from ropa_app.legal.duties.duty import Accepted, Duty, Reason, Remark, Spot, State, What
from ropa_app.legal.duties.rules import LOOKED_AT, OPEN_WHERE

#: What has to be known before anything can be said: recipients, their roles, their countries.
RECIPIENTS: Final = "R-REC-01"
ROLE: Final = "R-REC-02"
COUNTRY: Final = "R-PRO-05"
_REVIEWS: Final = frozenset({"R-LB-04", "R-DPI-05"})
_RUN_OUT: Final = "R-PRO-03"


@dataclass(slots=True)
class Found:
    """Findings by the record they are about."""

    by_record: Mapping[RecordId, Sequence[Finding]] = field(default_factory=dict)

    def of(self, rule: str, record: RecordId) -> Finding | None:
        """Return the finding of a rule about a record."""
        return next((one for one in self.by_record.get(record, ()) if one.rule == rule), None)

    def among(self, wanted: Iterable[str], records: Iterable[RecordId]) -> tuple[Finding, ...]:
        """Return the findings of some rules about some records, in the order of the rules."""
        found = list(chain.from_iterable(self.by_record.get(one, ()) for one in dict.fromkeys(records)))
        return tuple(one for rule in wanted for one in found if one.rule == rule)


def _grouped(findings: Iterable[Finding]) -> Found:
    by_record: dict[RecordId, list[Finding]] = {}
    for one in findings:
        by_record.setdefault(one.record, []).append(one)
    return Found(by_record)


class Ground:
    """The shared records of a register on a day, and what somebody accepted."""

    def __init__(self, shared: Shared, accepted: Accepted) -> None:
        self.shared: Final = shared
        self._accepted: Final = accepted
        every = chain(*OPEN_WHERE.values(), *LOOKED_AT.values(), (RECIPIENTS, ROLE, COUNTRY))
        self._asked: Final = [rule for rule in every if self.holds(rule)]

    def holds(self, rule: str) -> bool:
        """Tell whether a rule is asked on the day."""
        return rules()[rule].holds(self.shared.day)

    def found_in(self, case: Case) -> Found:
        """Return what the rules behind duties find in an activity and what it owns."""
        return _grouped(run_case(self.shared, case, self._asked))

    def found_beside(self, facts: AllFacts) -> Found:
        """Return what they find in all other records."""
        return _grouped(run_rest(self.shared, facts, self._asked))

    def is_accepted(self, one: Finding) -> bool:
        """Tell whether somebody accepted a finding."""
        return (one.rule, one.record) in self._accepted

    def duty(
        self,
        what: What,
        about: Record,
        found: Found,
        *,
        activities: tuple[RecordId, ...],
        because: tuple[RecordId, ...],
        slot: Sequence[Record],
        rule: str = "",
        is_asked: bool = True,
    ) -> Duty:
        """Return that something must exist: open where a rule finds so, answered by its slot, or accepted."""
        here = Spot(about.KIND, about.id)
        latest_first = tuple(one.id for one in sorted(slot, key=_day_of, reverse=True))
        mine = found.among(OPEN_WHERE[what], (about.id, *latest_first))
        still_open = tuple(one for one in mine if not self.is_accepted(one))
        accepted = tuple(self._accepted[one.rule, one.record] for one in mine if self.is_accepted(one))
        made = [one for one in slot if isinstance(one, Assessment)]
        state, reason = _standing(bool(still_open), bool(mine), made)
        first = still_open[0] if still_open else None
        answer = Spot(slot[0].KIND, latest_first[0]) if slot else here
        return Duty(
            what=what,
            state=state,
            about=here,
            activities=activities,
            because=because,
            rule=rule or OPEN_WHERE[what][0],
            spot=Spot(first.kind, first.record, first.field) if first else answer,
            slot=latest_first,
            reason=reason or (None if is_asked else Reason.OWN_ACCORD),
            remarks=tuple(_remarks(still_open, slot, self.shared.day)),
            found=still_open,
            acceptances=() if still_open else accepted,
        )

    def undecided(
        self,
        what: What,
        activity: RecordId,
        reason: Reason,
        spot: Spot,
        because: tuple[RecordId, ...] = (),
        begun: Sequence[Record] = (),
    ) -> Duty:
        """Return that too little is answered of an activity to say whether something must exist."""
        return Duty(
            what=what,
            state=State.UNDECIDED,
            about=Spot("activity", activity),
            activities=(activity,),
            because=because,
            rule=OPEN_WHERE[what][-1],
            spot=spot,
            slot=tuple(one.id for one in begun),
            reason=reason,
            remarks=(Remark.BEGUN,) if begun else (),
        )

    def not_needed(
        self,
        what: What,
        about: Spot,
        reason: Reason,
        activity: RecordId,
        because: tuple[RecordId, ...] = (),
    ) -> Duty:
        """Return that something need not exist for an activity or a record of it, as the register says."""
        return Duty(
            what=what,
            state=State.NOT_NEEDED,
            about=about,
            activities=(activity,),
            because=because,
            rule=OPEN_WHERE[what][-1],
            spot=about,
            reason=reason,
        )

    def looked_at(self, duty: Duty, found: Found) -> tuple[Finding, ...]:
        """Return what else rules find of a duty's record and its answers, that nobody accepted."""
        looked = found.among(LOOKED_AT[duty.what], (duty.about.record, *duty.slot))
        return tuple(one for one in looked if not self.is_accepted(one))


def without_double(duty: Duty) -> tuple[Remark, ...]:
    """Return the remarks of a duty without what a finding beside it says as well."""
    if any(one.rule in _REVIEWS for one in duty.also):
        return tuple(one for one in duty.remarks if one is not Remark.REVIEW_PASSED)
    return duty.remarks


def _standing(is_open: bool, is_found: bool, made: Sequence[Assessment]) -> tuple[State, Reason | None]:
    if is_open:
        return State.OPEN, None
    if is_found:
        return State.NOT_NEEDED, Reason.ACCEPTED
    outcomes = {one.outcome for one in made}
    if outcomes and outcomes <= {NOT_REQUIRED, BY_LAW}:
        return State.NOT_NEEDED, Reason.BY_LAW if BY_LAW in outcomes else Reason.NOT_REQUIRED
    return State.ANSWERED, None


def _day_of(one: Record) -> tuple[date, int, RecordId]:
    """Return what puts answers into order: the day they are of."""
    day = one.day if isinstance(one, Assessment) else one.signed if isinstance(one, Agreement) else None
    return day or date.min, one.position, one.id


def _remarks(found: Sequence[Finding], slot: Sequence[Record], day: date) -> list[Remark]:
    if not slot:
        return []
    latest = max(slot, key=_day_of)
    remarks = []
    if found and not any(one.rule == _RUN_OUT for one in found):
        declined = isinstance(latest, Assessment) and latest.outcome == NOT_REQUIRED
        remarks.append(Remark.NOT_ENOUGH if declined else Remark.BEGUN)
    if isinstance(latest, Assessment):
        if latest.outcome == "not_ok":
            remarks.append(Remark.NOT_OK)
        if latest.next_review is not None and latest.next_review < day:
            remarks.append(Remark.REVIEW_PASSED)
    if _day_of(latest)[0] > day:
        remarks.append(Remark.LATER)
    return remarks
