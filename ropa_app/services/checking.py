"""Checking a register: what the rules find on a day, what of it somebody accepted, how complete it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, cast

from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.reading import Records
from ropa_app.domain.steps import BESIDE_CONTENT
from ropa_app.domain.values import RecordId
from ropa_app.legal import LawData
from ropa_app.legal.checks import Checked, Finding, HistoryFacts, Rule, Severity, check_register, rules
from ropa_app.storage import digest
from ropa_app.storage.register_file import RegisterState
from ropa_app.storage.touches import Touch

_ACTIVITY: Final = "activity"


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding with its rule and, where somebody accepted it for the day, the acceptance."""

    finding: Finding
    rule: Rule
    acceptance: Acceptance | None

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has accepted it."""
        return self.acceptance is None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything the rules find in a register on a day, in the order of the rules.

    `checked` is the same by activity, with the facts of each.
    """

    day: date
    findings: tuple[Judged, ...]
    checked: Checked = field(default_factory=Checked, repr=False, compare=False)

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity are open."""
        return sum(one.is_open and one.rule.severity is severity for one in self.findings)


def judge(state: RegisterState, law: LawData, day: date) -> Judgement:
    """Return what the rules find in a register on a day; the records are those that stand there now."""
    checked = check_register(state.reader, law, day, history_facts(state.touches(), day))
    return judged(state.reader, checked, day)


def judged(records: Records, checked: Checked, day: date) -> Judgement:
    """Return findings with what somebody accepted of them."""
    accepted = accepted_on(records, day)
    order = rules()
    findings = (Judged(one, order[one.rule], accepted.get((one.rule, one.record))) for one in checked.all())
    return Judgement(day, tuple(findings), checked)


def accepted_on(records: Records, day: date) -> Mapping[tuple[str, RecordId], Acceptance]:
    """Return the acceptances that count on a day, by rule and record.

    One ends on its `until`, and when the record it is about is no longer as it was accepted.
    """
    found = [
        one
        for one in cast(list[Acceptance], records.of_kind(Acceptance.KIND))
        if one.about and (one.until is None or day < one.until)
    ]
    about = records.many({one.about for one in found if one.about})
    digests = {record: digest.as_hex(digest.hash_of(one)) for record, one in about.items()}
    return {(one.rule, one.about): one for one in found if one.about and digests.get(one.about) == one.digest}


def history_facts(touches: Iterable[Touch], day: date, known: HistoryFacts | None = None) -> HistoryFacts:
    """Return what checks ask of the history: when activities changed, and the last step that counts.

    `known` is what the steps before these said.
    """
    changed: dict[RecordId, date] = dict(known.changed) if known else {}
    last = known.last_step if known else 0
    for touch in touches:
        if touch.kind not in BESIDE_CONTENT:
            last = max(last, touch.sequence)
        owner = touch.record if touch.kind == _ACTIVITY else touch.owner
        if owner and touch.day <= day:
            changed[owner] = max(touch.day, changed.get(owner, touch.day))
    return HistoryFacts(changed, last)
