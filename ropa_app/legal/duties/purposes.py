"""Duties of purposes: balancing test, consent that can be shown, compatibility, Articles 6 and 7."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer
from ropa_app.legal.checks.bases import BALANCING, on_interests, rests_on_consent
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.purposes import COMPATIBILITY, allows_further_use
from ropa_app.legal.checks.shared import Shared
from ropa_app.legal.duties.duty import Duty, Reason, Spot, What
from ropa_app.legal.duties.ground import Found, Ground

_NONE: Final = {What.BALANCING_TEST: Reason.NO_INTERESTS, What.CONSENT_EVIDENCE: Reason.NO_CONSENT}


def of_purposes(ground: Ground, case: Case, found: Found) -> Iterator[Duty]:
    """Yield what the purposes of a live activity ask for."""
    balanced = [_balancing(ground, case, one, found) for one in on_interests(case)]
    consents = [_consent(ground, case, one, found) for one in case.purposes if rests_on_consent(one)]
    yield from balanced
    yield from _by_basis(ground, case, What.BALANCING_TEST, balanced)
    yield from consents
    yield from _by_basis(ground, case, What.CONSENT_EVIDENCE, consents)
    yield from _further_use(ground, case, found)


def _assessments(shared: Shared, method: str, case: Case, one: Purpose) -> Sequence[Assessment]:
    """Return the assessments of a purpose that have an outcome, else those that are begun."""
    begun = [*shared.begun.get((method, one.id), ()), *shared.begun.get((method, case.id), ())]
    return shared.done(method, case.id, one.id) or begun


def _balancing(ground: Ground, case: Case, one: Purpose, found: Found) -> Duty:
    slot = _assessments(ground.shared, BALANCING, case, one)
    return _of_purpose(ground, What.BALANCING_TEST, case, one, found, slot)


def _consent(ground: Ground, case: Case, one: Purpose, found: Found) -> Duty:
    way = ground.shared.consents.get(one.consent) if one.consent else None
    return _of_purpose(ground, What.CONSENT_EVIDENCE, case, one, found, [way] if way else [])


def _of_purpose(
    ground: Ground, what: What, case: Case, one: Purpose, found: Found, slot: Sequence[Record]
) -> Duty:
    return ground.duty(what, one, found, activities=(case.id,), because=(one.id,), slot=slot)


def _by_basis(ground: Ground, case: Case, what: What, duties: Sequence[Duty]) -> Iterator[Duty]:
    """Yield that the bases of an activity ask for nothing, or that they are not all stated."""
    without = tuple(one for one in case.purposes if not one.art6)
    if not case.purposes:
        yield ground.undecided(what, case.id, Reason.NO_PURPOSE, Spot("activity", case.id))
    elif without:
        spot = Spot("purpose", without[0].id, "art6")
        yield ground.undecided(what, case.id, Reason.NO_BASIS, spot, tuple(one.id for one in without))
    elif not duties:
        yield ground.not_needed(what, Spot("activity", case.id), _NONE[what], case.id)


def _further_use(ground: Ground, case: Case, found: Found) -> Iterator[Duty]:
    what, unasked, asked = What.COMPATIBILITY, [], False
    if not case.purposes:
        yield ground.undecided(what, case.id, Reason.NO_PURPOSE, Spot("activity", case.id))
        return
    for one in case.purposes:
        if allows_further_use(one) and one.further_use is not Answer.NO:
            asked = True
            about = Spot("purpose", one.id)
            yield ground.not_needed(what, about, Reason.CONSENT_OR_LAW, case.id, (one.id,))
        elif one.further_use is Answer.YES:
            asked = True
            slot = _assessments(ground.shared, COMPATIBILITY, case, one)
            yield _of_purpose(ground, what, case, one, found, slot)
        elif one.further_use is Answer.UNKNOWN:
            unasked.append(one.id)
    if unasked:
        spot = Spot("purpose", unasked[0], "further_use")
        yield ground.undecided(what, case.id, Reason.FURTHER_USE_UNASKED, spot, tuple(unasked))
    elif not asked:
        yield ground.not_needed(what, Spot("activity", case.id), Reason.NO_FURTHER_USE, case.id)
