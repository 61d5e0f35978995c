"""DPI: when an impact assessment is due, what it lacks, and automated decisions, Articles 22, 35 and 36."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.values import Answer
from ropa_app.legal import screening
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Finding, found, named
from ropa_app.legal.checks.registry import AllFacts, of_case, of_rest
from ropa_app.legal.checks.shared import DATA, Shared

DPIA: Final = screening.METHOD
NOT_REQUIRED: Final = "not_required"
BY_LAW: Final = "assessed_by_law"
_SAFEGUARDED_GROUNDS: Final = frozenset({"22-2-a", "22-2-c"})
_CONDITIONS: Final = frozenset({"9-2-a", "9-2-g"})


def _is_of_article(_shared: Shared, case: Case) -> bool:
    return case.live and screening.by_article(case.activity)


def _is_listed(shared: Shared, case: Case) -> bool:
    return case.live and screening.by_list(case.activity, shared.law, shared.day)


def _has_criteria(_shared: Shared, case: Case) -> bool:
    return case.live and screening.by_criteria(case.activity)


#: When each of the rules asks for a DPIA, whether there is one or not.
ASKS: Final = {"R-DPI-01": _is_of_article, "R-DPI-02": _is_listed, "R-DPI-03": _has_criteria}


def _answered(shared: Shared, case: Case) -> bool:
    """Tell whether a DPIA is done for an activity, or the law's own stands in for it, Article 35(10)."""
    return screening.is_carried_out(shared.done(DPIA, case.id))


@of_case("R-DPI-01")
def by_article(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find an activity that needs a DPIA under Article 35(3) and has none."""
    if _is_of_article(shared, case) and not _answered(shared, case):
        yield found("R-DPI-01", case.activity, activity=named(case.id))


@of_case("R-DPI-02")
def by_list(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find an activity on the authority's list without a DPIA, Article 35(4)."""
    if _is_listed(shared, case) and not _answered(shared, case):
        yield found("R-DPI-02", case.activity, activity=named(case.id))


@of_case("R-DPI-03")
def by_criteria(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find two criteria of risk and no answer whether a DPIA is needed, Article 35(1)."""
    if _has_criteria(shared, case) and not shared.done(DPIA, case.id):
        yield found("R-DPI-03", case.activity)


def _impact_assessments(shared: Shared) -> Iterator[Assessment]:
    return (one for one in shared.assessments.values() if one.method == DPIA)


@of_rest("R-DPI-04")
def consulted(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a high risk that remains without prior consultation, Article 36(1)."""
    for one in _impact_assessments(shared):
        if one.residual_risk == "high" and one.consulted is None:
            yield found("R-DPI-04", one)


@of_rest("R-DPI-05")
def age(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a DPIA that is due for review: by its date, its age, or a change since, Article 35(11)."""
    changed = shared.history.changed
    for one in _impact_assessments(shared):
        due = one.next_review is not None and one.next_review < shared.day
        steps = [changed[activity] for activity in one.activities if activity in changed]
        since = one.day is not None and any(step > one.day for step in steps)
        if due or since or shared.is_past(one.day, "dpia-age"):
            yield found("R-DPI-05", one, at="next_review" if due else "day")


@of_case("R-DPI-06")
def explained(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find automated decisions without a ground or an explanation, Articles 22(2) and 13(2)(f)."""
    one = case.activity
    if case.live and one.automated is Answer.YES and not (one.automated_ground and one.automated_logic):
        at = "automated_logic" if one.automated_ground else "automated_ground"
        yield found("R-DPI-06", one, at=at)


@of_rest("R-DPI-07")
def advised(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a DPIA without the advice of the officer who is appointed, Article 35(2)."""
    if shared.organisation is None or shared.organisation.dpo_appointed is not Answer.YES:
        return
    for one in _impact_assessments(shared):
        if one.outcome not in ("", NOT_REQUIRED, BY_LAW) and not one.dpo_advice:
            yield found("R-DPI-07", one)


@of_case("R-DPI-08")
def safeguarded(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find automated decisions on contract or consent without described safeguards, Article 22(3)."""
    one = case.activity
    if not case.live or one.automated is not Answer.YES or one.automated_ground not in _SAFEGUARDED_GROUNDS:
        return
    made = [*shared.done(DPIA, case.id), *shared.done("risk", case.id)]
    if not any(each.safeguards for each in made):
        yield found("R-DPI-08", one, activity=named(case.id))


@of_case("R-DPI-09")
def on_special_categories(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find automated decisions where special categories serve without a condition, Article 22(4)."""
    if not case.live or case.activity.automated is not Answer.YES:
        return
    special = shared.flagged(DATA, "special")
    for purpose in case.purposes:
        if not _CONDITIONS.isdisjoint(purpose.art9_10):
            continue
        if any(not special.isdisjoint(line.categories) for line in case.lines_of(purpose)):
            yield found("R-DPI-09", case.activity, activity=named(case.id))
            return
