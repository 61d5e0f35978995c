"""The rules as functions: one decorator for what looks at an activity, one for what looks at the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeVar

from ropa_app.domain.values import RecordId
from ropa_app.legal.checks.cases import Case, Facts
from ropa_app.legal.checks.finding import Finding
from ropa_app.legal.checks.shared import Shared
from ropa_app.legal.checks.usage import AllFacts

__all__ = [
    "CASE_CHECKS",
    "REST_CHECKS",
    "AllFacts",
    "case_checks",
    "of_case",
    "of_rest",
    "run_case",
    "run_rest",
]

CaseCheck = Callable[[Shared, Case], Iterable[Finding]]
RestCheck = Callable[[Shared, AllFacts], Iterable[Finding]]

_Check = TypeVar("_Check")

CASE_CHECKS: Final[dict[str, CaseCheck]] = {}
REST_CHECKS: Final[dict[str, RestCheck]] = {}


def of_case(rule: str) -> Callable[[CaseCheck], CaseCheck]:
    """Register what a rule asks of one activity with all it owns; it says nothing of other records."""

    def register(check: CaseCheck) -> CaseCheck:
        return _registered(CASE_CHECKS, rule, check)

    return register


def of_rest(rule: str) -> Callable[[RestCheck], RestCheck]:
    """Register what a rule asks of all other records, given the facts of every activity."""

    def register(check: RestCheck) -> RestCheck:
        return _registered(REST_CHECKS, rule, check)

    return register


def _registered(checks: dict[str, _Check], rule: str, check: _Check) -> _Check:
    if rule in checks:
        raise ValueError(f"{rule} is there twice")
    checks[rule] = check
    return check


def case_checks(rules: Iterable[str]) -> list[CaseCheck]:
    """Return what some rules ask of an activity, in the order of the rules."""
    return [check for rule in rules if (check := CASE_CHECKS.get(rule))]


def run_case(shared: Shared, case: Case, rules: Iterable[str]) -> Iterator[Finding]:
    """Yield what the rules say of an activity and the records it owns."""
    for check in case_checks(rules):
        yield from check(shared, case)


def run_rest(shared: Shared, facts: Mapping[RecordId, Facts], rules: Iterable[str]) -> Iterator[Finding]:
    """Yield what the rules say of all records that no activity owns."""
    every = AllFacts(facts)
    for rule in rules:
        if check := REST_CHECKS.get(rule):
            yield from check(shared, every)
