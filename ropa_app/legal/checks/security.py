"""SEC: measures of security, their tests, and the assessment of the risk, Articles 30(1)(g) and 32."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.entities.security import Measure
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Finding, found, named
from ropa_app.legal.checks.registry import AllFacts, of_case, of_rest
from ropa_app.legal.checks.shared import DATA, Shared

_MEASURES: Final = "measures"
_AVAILABILITY: Final = frozenset({"D", "E"})
_TESTING: Final = "F"
_ENCRYPTION: Final = frozenset({"M-A01", "M-A02"})


def _measures(shared: Shared, case: Case) -> list[Measure]:
    """Return the measures in place of an activity: its own, and those of the whole organisation."""
    used = (shared.measures.get(one.measure) for one in case.measure_uses if one.measure)
    return [*shared.common_measures, *(one for one in used if one)]


def _group(shared: Shared, measure: Measure) -> str:
    choice = shared.law.choice(_MEASURES, measure.catalogue)
    return choice.group if choice else ""


@of_case("R-SEC-01")
def described(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find an activity without a measure, Articles 30(1)(g) and 32(1)."""
    if case.live and not _measures(shared, case):
        yield found("R-SEC-01", case.activity, activity=named(case.id))


@of_case("R-SEC-02")
def encrypted(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find special categories or national identity numbers without encryption, Article 32(1)(a)."""
    if not case.live:
        return
    delicate = shared.flagged(DATA, "special") | shared.flagged(DATA, "national_id")
    if all(delicate.isdisjoint(line.categories) for line in case.lines):
        return
    if not any(one.catalogue in _ENCRYPTION for one in _measures(shared, case)):
        yield found("R-SEC-02", case.activity)


@of_rest("R-SEC-03")
def available(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find that nothing serves availability or restoration, Article 32(1)(b) and (c)."""
    groups = {_group(shared, one) for one in shared.measures.values()}
    if shared.organisation and groups.isdisjoint(_AVAILABILITY):
        yield found("R-SEC-03", shared.organisation)


@of_rest("R-SEC-04")
def tested(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find that the measures were not tested or assessed for long, Article 32(1)(d)."""
    since = shared.ago("measure-test")
    tests = (one for one in shared.measures.values() if _group(shared, one) == _TESTING)
    if shared.organisation and not any(one.tested and one.tested >= since for one in tests):
        yield found("R-SEC-04", shared.organisation, period=shared.threshold("measure-test"))


@of_case("R-SEC-05")
def assessed(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find an activity whose risk nobody has assessed, Articles 24 and 32(2)."""
    if case.live and not shared.done("risk", case.id):
        yield found("R-SEC-05", case.activity, activity=named(case.id))
