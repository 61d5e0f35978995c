"""Running the rules: over one activity, over everything else, over a whole register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ropa_app.domain.reading import Records
from ropa_app.domain.values import RecordId
from ropa_app.legal.checks import (
    bases,
    cookies,
    data,
    impact,
    marketing,
    organisation,
    own_words,
    processors,
    purposes,
    recipients,
    retention,
    reviews,
    rights,
    security,
    sources,
    special,
    staff,
    statements,
    texts,
    transfer_rules,
    transfer_tools,
)
from ropa_app.legal.checks.cases import Case, Facts, facts_of, read_cases
from ropa_app.legal.checks.catalogue import rules
from ropa_app.legal.checks.finding import Finding
from ropa_app.legal.checks.registry import CaseCheck, case_checks, run_rest
from ropa_app.legal.checks.shared import HistoryFacts, Shared
from ropa_app.legal.law import LawData

#: The modules that hold the rules; importing them registers what they check.
FAMILIES = (
    organisation,
    purposes,
    data,
    bases,
    special,
    sources,
    recipients,
    rights,
    processors,
    transfer_rules,
    transfer_tools,
    retention,
    security,
    impact,
    marketing,
    cookies,
    staff,
    statements,
    own_words,
    reviews,
    texts,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: by activity, for the activity and all it owns, and of everything else."""

    by_activity: Mapping[RecordId, tuple[Finding, ...]] = field(default_factory=dict)
    facts: Mapping[RecordId, Facts] = field(default_factory=dict)
    rest: tuple[Finding, ...] = ()

    def all(self) -> list[Finding]:
        """Return every finding in the order of the rules."""
        order = {rule: place for place, rule in enumerate(rules())}
        found = [one for some in self.by_activity.values() for one in some]
        return sorted([*found, *self.rest], key=lambda one: order[one.rule])


def _asked(day: date) -> list[str]:
    return [rule.id for rule in rules().values() if rule.holds(day)]


def check_case(shared: Shared, case: Case) -> tuple[Finding, ...]:
    """Return what the rules say of an activity and all it owns."""
    return _found(case_checks(_asked(shared.day)), shared, case)


def _found(checks: Sequence[CaseCheck], shared: Shared, case: Case) -> tuple[Finding, ...]:
    return tuple([one for check in checks for one in check(shared, case)])


def check_rest(shared: Shared, facts: Mapping[RecordId, Facts]) -> tuple[Finding, ...]:
    """Return what the rules say of every record that no activity owns."""
    return tuple(run_rest(shared, facts, _asked(shared.day)))


def check_register(records: Records, law: LawData, day: date, history: HistoryFacts | None = None) -> Checked:
    """Return everything the rules say of a register on a day."""
    shared = Shared(records, law, day, history)
    by_activity: dict[RecordId, tuple[Finding, ...]] = {}
    facts: dict[RecordId, Facts] = {}
    asked = _asked(day)
    checks = case_checks(asked)
    for case in read_cases(records):
        by_activity[case.id] = _found(checks, shared, case)
        facts[case.id] = facts_of(case, shared.providers, shared.flags)
    return Checked(by_activity, facts, tuple(run_rest(shared, facts, asked)))
