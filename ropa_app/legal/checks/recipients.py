"""REC: who receives data, in which role, Articles 26 and 30(1)(d)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.values import Answer
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Finding, found, named
from ropa_app.legal.checks.registry import AllFacts, of_case, of_rest
from ropa_app.legal.checks.shared import Shared

_NONE: Final = "none"
_PROCESSOR: Final = "processor"
_CONTROLLER: Final = "controller"
_JOINT: Final = "joint"
_SIGNED: Final = "signed"
_PROMISES: Final = "promises"


def joint(case: Case) -> tuple[Recipient, ...]:
    """Return the joint controllers of a live activity."""
    return tuple(one for one in case.recipients if one.role == _JOINT) if case.live else ()


@of_case("R-REC-01")
def recipients(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find an activity without recipients that does not say so, and recipients nobody names, 30(1)(d)."""
    if not case.live:
        return
    if not case.recipients and case.activity.recipients_answer != _NONE:
        yield found("R-REC-01", case.activity, activity=named(case.id))
    for one in case.recipients:
        if not one.party and not one.category:
            yield found("R-REC-01", one, activity=named(case.id))


@of_case("R-REC-02")
def role(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find recipients whose role is not settled, Articles 4(7) to (10), 26 and 28."""
    for one in case.recipients if case.live else ():
        if not one.role:
            yield found("R-REC-02", one, recipient=named(one.id))


@of_case("R-REC-03")
def coupled(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find recipients of which nobody says what they get; Danish guidance of 2020."""
    for one in case.recipients if case.live else ():
        if not one.lines and one.all_lines is not Answer.YES:
            yield found("R-REC-03", one, recipient=named(one.id))


@of_case("R-REC-04")
def own_marketing(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find data given away for the marketing of others without consent, Article 6."""
    if not case.live or case.rests_on("6-1-a"):
        return
    for one in case.recipients:
        if one.role == _CONTROLLER and one.own_marketing is Answer.YES:
            yield found("R-REC-04", one)


@of_case("R-REC-05")
def arrangement(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find joint controllers without a signed arrangement, Article 26(1) and (2)."""
    for one in joint(case):
        agreed = shared.arrangements.get(one.arrangement) if one.arrangement else None
        if agreed is None or agreed.status != _SIGNED:
            yield found("R-REC-05", one, recipient=named(one.id))


@of_rest("R-REC-06")
def denied(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find promises not to disclose that recipients contradict, Articles 5(1)(a) and 13(1)(e)."""
    denying = shared.flagged(_PROMISES, "denies_disclosure")
    broken = [one for one in shared.promises if one.promise in denying]
    if broken and any(
        each.role != _PROCESSOR for fact in facts.values() if fact.live for each in fact.received
    ):
        yield from (found("R-REC-06", one) for one in broken)


@of_case("R-REC-07")
def joint_contact(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find joint controllers that cannot be reached by what is recorded, Article 30(1)(a)."""
    for one in joint(case):
        if one.party is None or one.party not in shared.reachable:
            yield found("R-REC-07", one, recipient=named(one.id))
