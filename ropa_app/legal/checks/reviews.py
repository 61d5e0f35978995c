"""REV: whether the register is kept up: reviewed, approved, owned, and finished."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ropa_app.domain.values import Period
from ropa_app.legal.checks import spans
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Finding, found, named
from ropa_app.legal.checks.registry import AllFacts, of_case, of_rest
from ropa_app.legal.checks.shared import Shared

_DRAFT: Final = "draft"


@of_case("R-REV-01")
def reviewed(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find an activity that nobody went through for long, Articles 24(1) and 30."""
    if not case.live:
        return
    months = shared.review_months
    last = case.activity.last_reviewed or case.activity.since
    if last is None or spans.after(last, Period(Decimal(months), "month")) < shared.day:
        yield found("R-REV-01", case.activity, activity=named(case.id), months=months)


@of_rest("R-REV-02")
def approved(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find a register that is not approved, or was changed since."""
    approvals = [one for one in shared.versions if one.day and one.day <= shared.day]
    latest = max(approvals, key=lambda one: (one.number or 0, one.id), default=None)
    last_step = shared.history.last_step
    if shared.register and (latest is None or last_step > (latest.history_sequence or 0)):
        yield found("R-REV-02", shared.register)


@of_case("R-REV-03")
def owned(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find an activity that nobody in the organisation answers for."""
    if case.live and not case.activity.owner:
        yield found("R-REV-03", case.activity, activity=named(case.id))


@of_case("R-REV-04")
def finished(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find an activity that has been a draft for long."""
    if case.activity.status == _DRAFT and shared.is_past(case.activity.since, "draft-age"):
        period = shared.threshold("draft-age")
        yield found("R-REV-04", case.activity, activity=named(case.id), period=period)
