"""RET: how long data are kept, by what law, and that they are erased, Articles 5(1)(e) and 30(1)(f)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ropa_app.domain.entities.activity_data import DataLine
from ropa_app.domain.entities.activity_flow import Retention
from ropa_app.domain.values import Period
from ropa_app.legal.checks import spans
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Coded, Finding, Value, found, named
from ropa_app.legal.checks.registry import of_case
from ropa_app.legal.checks.shared import DATA, Shared
from ropa_app.legal.checks.words import vague_in
from ropa_app.legal.transfers import ENDED

#: The flags of accounting material, and the thresholds that say how long it has to be kept.
_ACCOUNTING: Final = {
    "accounting_primary": "accounting-primary",
    "accounting_secondary": "accounting-secondary",
}


@of_case("R-RET-01")
def period(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find a data line without a period or a criterion, Articles 30(1)(f) and 13(2)(a).

    A rule that says neither is found by itself where other rules tell of all its lines.
    """
    if not case.live:
        return
    told = [rule for rule in case.retention if rule.period or rule.criteria]
    bare = {
        line.id for line in case.lines if not any(not rule.lines or line.id in rule.lines for rule in told)
    }
    for line in case.lines:
        if line.id in bare:
            yield found("R-RET-01", line, activity=named(case.id), category=_called(line))
    for rule in case.retention:
        lines = case.lines_for(rule.lines)
        if not rule.period and not rule.criteria and bare.isdisjoint(line.id for line in lines):
            yield found("R-RET-01", rule, activity=named(case.id), category=_all_called(rule, lines))


def _all_called(rule: Retention, lines: tuple[DataLine, ...]) -> Value:
    """Return what a message calls the data of a rule: their categories, else the rule by its reference."""
    codes = tuple(dict.fromkeys(code for line in lines for code in line.categories))
    return Coded(DATA, codes) if codes else named(rule.id)


def _called(line: DataLine) -> Value:
    """Return what a message calls a data line: its categories, else what is noted, else its reference."""
    if line.categories:
        return Coded(DATA, line.categories)
    return line.categories_note or named(line.id)


@of_case("R-RET-02")
def criteria(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find "as long as necessary" in the place of a period, Article 13(2)(a)."""
    for rule in case.retention if case.live else ():
        if not rule.period and vague_in(rule.criteria, "retention", shared.law):
            yield found("R-RET-02", rule)


@of_case("R-RET-03")
def start(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find a period that begins with nothing."""
    for rule in case.retention if case.live else ():
        if rule.period and not rule.start:
            yield found("R-RET-03", rule)


@of_case("R-RET-04")
def long_period(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find an unusually long period without a provision or a reason, Article 5(1)(e)."""
    for rule in case.retention if case.live else ():
        if rule.law_reference or rule.reason:
            continue
        if shared.lasts_longer(rule.period, "long-retention"):
            yield found("R-RET-04", rule)


@of_case("R-RET-05")
def accounting(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find accounting material that is kept too briefly, Bookkeeping Act section 13."""
    for rule in case.retention if case.live else ():
        if rule.period and (years := _years_missed(shared, case, rule, rule.period)):
            yield found("R-RET-05", rule, years=years)


def _years_missed(shared: Shared, case: Case, rule: Retention, kept: Period) -> Decimal:
    """Return how many years the law asks for where a rule falls short of them, 0 where it does not."""
    codes = {code for line in case.lines_for(rule.lines) for code in line.categories}
    limits = [
        limit
        for flag, threshold in _ACCOUNTING.items()
        if not codes.isdisjoint(shared.flagged(DATA, flag)) and (limit := shared.threshold(threshold))
    ]
    short = [one for one in limits if spans.in_days(kept) < spans.in_days(one)]
    return max((one.number for one in short), default=Decimal(0))


@of_case("R-RET-06")
def method(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find a retention rule that does not say how data are erased, Articles 5(1)(e) and 24."""
    for rule in case.retention if case.live else ():
        if not rule.method:
            yield found("R-RET-06", rule)


@of_case("R-RET-07")
def erased(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find an activity that has ended while erasure is not confirmed, Article 17(1)(a)."""
    if case.activity.status == ENDED and case.activity.deletion_confirmed is None:
        yield found("R-RET-07", case.activity, activity=named(case.id))
