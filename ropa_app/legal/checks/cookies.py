"""COO: cookies and other trackers, Electronic Communications Act section 3-15."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.values import Answer
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Finding, found
from ropa_app.legal.checks.registry import of_case
from ropa_app.legal.checks.shared import DATA, Shared

_NECESSARY: Final = "necessary"
_TOLD: Final = ("name", "provider", "category", "purpose", "duration")


@of_case("R-COO-01")
def consent(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find a tracker that is not strictly necessary and does not wait for consent."""
    consented = any("6-1-a" in purpose.art6 for purpose in case.purposes)
    for one in case.trackers if case.live else ():
        if one.category in ("", _NECESSARY):
            continue
        if one.consent_way != "active" or not consented:
            yield found("R-COO-01", one)


@of_case("R-COO-02")
def browser_settings(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find browser settings taken for consent, Article 4(11)."""
    for one in case.trackers if case.live else ():
        if one.consent_way == "browser_settings" and one.category != _NECESSARY:
            yield found("R-COO-02", one)


@of_case("R-COO-03")
def listed(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find a list of trackers that is missing or incomplete, Article 13."""
    if not case.live:
        return
    for one in case.trackers:
        missing = next((name for name in _TOLD if not getattr(one, name)), None)
        if missing:
            yield found("R-COO-03", one, at=missing)
    if "web_tracking" in case.activity.topics and not case.trackers:
        yield found("R-COO-03", case.activity)


@of_case("R-COO-04")
def anonymous(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find a tracker said not to identify anybody while it uses online identifiers, Article 4(1)."""
    identifiers = shared.flagged(DATA, "online_identifier")
    if not case.live or all(identifiers.isdisjoint(line.categories) for line in case.lines):
        return
    for one in case.trackers:
        if one.called_anonymous is Answer.YES:
            yield found("R-COO-04", one)
