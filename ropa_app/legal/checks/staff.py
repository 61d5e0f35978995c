"""HR: applicants, credit information and background checks, and whether staff are in the register at all."""

from __future__ import annotations

from collections.abc import Iterator

from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Finding, found
from ropa_app.legal.checks.registry import AllFacts, of_case, of_rest
from ropa_app.legal.checks.shared import DATA, Shared


@of_case("R-HR-01")
def applications(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find applications that are kept for long without consent or a reason, Article 5(1)(e)."""
    if not case.live or "recruitment" not in case.activity.topics:
        return
    if any("6-1-a" in purpose.art6 for purpose in case.purposes):
        return
    for rule in case.retention:
        if not rule.reason and shared.lasts_longer(rule.period, "applicant-storage"):
            yield found("R-HR-01", rule)


@of_case("R-HR-02")
def checked(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find credit information or a background check without a balancing test, Article 6(1)(f)."""
    if not case.live:
        return
    credit = shared.flagged(DATA, "credit")
    background = "background_check" in case.activity.topics
    for one in case.purposes:
        asked = background or any(not credit.isdisjoint(line.categories) for line in case.lines_of(one))
        if asked and not shared.done("lia", case.id, one.id):
            yield found("R-HR-02", one)


@of_rest("R-HR-03")
def administered(shared: Shared, facts: AllFacts) -> Iterator[Finding]:
    """Find that there are employees, or applicants, and no activity for staff, Article 30(1)."""
    one = shared.organisation
    if one is None or "staff_administration" in facts.topics:
        return
    if one.employees or "recruitment" in facts.topics:
        yield found("R-HR-03", one)
