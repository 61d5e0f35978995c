"""Duties of an activity: impact assessment, and arrangements with joint controllers, Articles 26 and 35."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.impact import ASKS, DPIA
from ropa_app.legal.checks.recipients import joint
from ropa_app.legal.duties.duty import Duty, Reason, Spot, What
from ropa_app.legal.duties.ground import RECIPIENTS, ROLE, Found, Ground

_ARTICLE_35_1: Final = "R-DPI-03"


def dpia(ground: Ground, case: Case, found: Found) -> Duty:
    """Return where the impact assessment of a live activity stands, Article 35.

    An activity of which nobody says whether its risk is high is undecided: no tick is no answer.
    """
    shared, one = ground.shared, case.activity
    asking = [rule for rule, asks in ASKS.items() if ground.holds(rule) and asks(shared, case)]
    made, begun = shared.done(DPIA, case.id), shared.begun.get((DPIA, case.id), ())
    if asking or made:
        return ground.duty(
            What.DPIA,
            one,
            found,
            activities=(case.id,),
            because=(case.id,),
            slot=made or begun,
            rule=asking[0] if asking else _ARTICLE_35_1,
            is_asked=bool(asking),
        )
    if one.high_risk is Answer.YES:
        spot = Spot("activity", case.id, "dpia_art35")
        return ground.undecided(What.DPIA, case.id, Reason.HIGH_RISK, spot, begun=begun)
    if one.high_risk is Answer.UNKNOWN:
        spot = Spot("activity", case.id, "high_risk")
        return ground.undecided(What.DPIA, case.id, Reason.NOT_SCREENED, spot, begun=begun)
    return ground.not_needed(What.DPIA, Spot("activity", case.id), Reason.NO_CRITERION, case.id)


def joint_arrangements(ground: Ground, case: Case, found: Found) -> Iterator[Duty]:
    """Yield the arrangements that the joint controllers of a live activity ask for, Article 26."""
    what, partners = What.JOINT_ARRANGEMENT, joint(case)
    for one in partners:
        agreed = ground.shared.arrangements.get(one.arrangement) if one.arrangement else None
        slot = [agreed] if agreed else []
        yield ground.duty(what, one, found, activities=(case.id,), because=(one.id,), slot=slot)
    if left := unsettled(case, found):
        yield ground.undecided(what, case.id, left.reason, left.spot, left.because)
    elif not partners:
        yield ground.not_needed(what, Spot("activity", case.id), Reason.NO_JOINT, case.id)


class Left(NamedTuple):
    """What is not answered of the recipients of an activity, and where."""

    reason: Reason
    spot: Spot
    because: tuple[RecordId, ...] = ()


def unsettled(case: Case, found: Found) -> Left | None:
    """Return what is not answered: whether there are recipients, else the roles of some."""
    if found.of(RECIPIENTS, case.id):
        return Left(Reason.RECIPIENTS_UNASKED, Spot("activity", case.id, "recipients_answer"))
    without = tuple(one.id for one in case.recipients if found.of(ROLE, one.id))
    if without:
        return Left(Reason.ROLE_UNSETTLED, Spot("recipient", without[0], "role"), without)
    return None
