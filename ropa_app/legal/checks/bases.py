"""LB: the legal basis of each purpose and what it asks for, Articles 6 and 7."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.values import Answer, Period, RecordId
from ropa_app.legal.checks import spans
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Finding, found, named
from ropa_app.legal.checks.registry import AllFacts, of_case, of_rest
from ropa_app.legal.checks.shared import Shared

_CONSENT: Final = "6-1-a"
_EXPLICIT: Final = "9-2-a"
_INTERESTS: Final = "6-1-f"
_LAW: Final = ("6-1-c", "6-1-e")
BALANCING: Final = "lia"


def on_interests(case: Case) -> tuple[Purpose, ...]:
    """Return the purposes of a live activity that rest on legitimate interests."""
    return tuple(one for one in case.purposes if _INTERESTS in one.art6) if case.live else ()


def rests_on_consent(purpose: Purpose) -> bool:
    """Tell whether a purpose rests on consent, or on explicit consent to special categories."""
    return _CONSENT in purpose.art6 or _EXPLICIT in purpose.art9_10


@of_case("R-LB-01")
def basis(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find purposes without a legal basis, Article 6(1)."""
    for one in case.purposes if case.live else ():
        if not one.art6:
            yield found("R-LB-01", one, activity=named(case.id), purpose=named(one.id))


@of_case("R-LB-02")
def balanced(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find legitimate interests that nobody balanced, Articles 6(1)(f) and 5(2)."""
    for one in on_interests(case):
        if not shared.done(BALANCING, case.id, one.id):
            yield found("R-LB-02", one, activity=named(case.id))


@of_case("R-LB-03")
def interest(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find legitimate interests that are not named, Articles 13(1)(d) and 14(2)(b)."""
    for one in on_interests(case):
        if not one.interest:
            yield found("R-LB-03", one, activity=named(case.id))


@of_rest("R-LB-04")
def balanced_again(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find balancing tests that are due, or older than the activity they are about, Article 24(1)."""
    for one in shared.assessments.values():
        if one.method == BALANCING:
            about = _live(shared, facts, one)
            if about and (_due(shared, one) or _overtaken(shared, one, about)):
                yield found("R-LB-04", one, activity=named(*about))


def _live(shared: Shared, facts: AllFacts, one: Assessment) -> tuple[RecordId, ...]:
    """Return the live activities that an assessment names, itself or by a purpose."""
    owners = (shared.assessed_purposes.get(purpose) for purpose in one.purposes)
    about = dict.fromkeys((*one.activities, *owners))
    return tuple(each for each in about if each is not None and each in facts and facts[each].live)


def _due(shared: Shared, one: Assessment) -> bool:
    if one.next_review is not None and one.next_review < shared.day:
        return True
    between = Period(Decimal(shared.review_months), "month")
    return one.day is not None and spans.after(one.day, between) < shared.day


def _overtaken(shared: Shared, one: Assessment, about: tuple[RecordId, ...]) -> bool:
    changes = (shared.history.changed.get(each) for each in about)
    return one.day is not None and any(change is not None and change > one.day for change in changes)


@of_case("R-LB-05")
def provision(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find legal obligations and public tasks that name no act, Article 6(3)."""
    for one in case.purposes if case.live else ():
        if not one.law_reference and any(code in _LAW for code in one.art6):
            yield found("R-LB-05", one, activity=named(case.id))


@of_case("R-LB-06")
def consent(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find consent that cannot be shown, withdrawn or refused, Articles 4(11), 7(1) and 7(3)."""
    for one in case.purposes if case.live else ():
        if rests_on_consent(one) and not _described(shared, one):
            yield found("R-LB-06", one, activity=named(case.id))


def _described(shared: Shared, purpose: Purpose) -> bool:
    way = shared.consents.get(purpose.consent) if purpose.consent else None
    if way is None or way.active is Answer.NO:
        return False
    return bool(way.text and way.evidence and way.withdrawal)


@of_case("R-LB-07")
def staff(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find consent asked of staff or applicants, Article 7(4) and recital 43."""
    for one in case.purposes if case.live else ():
        if _CONSENT in one.art6 and any(
            not shared.staff.isdisjoint(line.subjects) for line in case.lines_of(one)
        ):
            yield found("R-LB-07", one)


@of_case("R-LB-08")
def one_basis(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find purposes that rest on several bases at once."""
    for one in case.purposes if case.live else ():
        if len(one.art6) > 1:
            yield found("R-LB-08", one)


@of_case("R-LB-09")
def authority(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find public authorities that rely on legitimate interests, Article 6(1) second subparagraph."""
    if shared.organisation is not None and shared.organisation.public_authority is Answer.YES:
        for one in on_interests(case):
            yield found("R-LB-09", one)


@of_rest("R-LB-10")
def citation(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a published statement that cites the law wrongly."""
    one = shared.published
    if one is not None and any(shared.is_outdated(term, "R-LB-10") for term in one.terms):
        yield found("R-LB-10", one)
