"""What the rules find, made ready for the report on findings: grouped by rule, in the words of a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import shorten
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.organisation import Organisation
from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.kinds import KINDS
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import Text
from ropa_app.legal.checks import HistoryFacts, Rule, Severity, rules
from ropa_app.reports.findings_report import AcceptedAs, FoundInRegister, FoundRow, RuleRow, StandingRow
from ropa_app.services.checking import Judged, Judgement
from ropa_app.services.completeness import LEVEL_TEXTS, of_register
from ropa_app.services.coverage import coverage_of
from ropa_app.services.duties import duties_in
from ropa_app.services.finding_texts import FindingTexts
from ropa_app.services.naming import Naming
from ropa_app.services.telling_coverage import told_coverage
from ropa_app.services.telling_duties import told_duties

# A record may be called by a text of its own, which need not be told in full; what was found has to be.
_LONGEST: Final = 200


def told(judgement: Judgement, naming: Naming, history: HistoryFacts | None = None) -> FoundInRegister:
    """Return a judgement as the report tells it, rules in the order of their table, and then the duties."""
    texts = FindingTexts(naming)
    found = {
        rule: list(members)
        for rule, members in groupby(texts.in_order(judgement.findings), lambda one: one.finding.rule)
    }
    asked = [one for one in rules().values() if one.holds(judgement.day)]
    organisation = naming.records.one(Organisation.KIND)
    grid = coverage_of(naming.records, naming.law, judgement.checked, judgement.day)
    return FoundInRegister(
        organisation=organisation.name if isinstance(organisation, Organisation) else "",
        severities={one: naming.code("severities", one.value) for one in Severity},
        rules=tuple(_rule(texts, rule, found.get(rule.id, ())) for rule in asked),
        rows=tuple(row for members in found.values() for row in _rows(texts, naming, members)),
        standings=tuple(_standings(judgement, naming)),
        not_asked=len(rules()) - len(asked),
        coverage=told_coverage(grid, naming),
        duties=told_duties(duties_in(naming.records, naming.law, judgement.day, history), naming),
    )


def _standings(judgement: Judgement, naming: Naming) -> Iterator[StandingRow]:
    for level, one in of_register(naming.records, judgement).items():
        yield StandingRow(naming.t(LEVEL_TEXTS[level]), one.complete, one.total, one.percent)


def _rule(texts: FindingTexts, rule: Rule, members: Sequence[Judged]) -> RuleRow:
    return RuleRow(
        id=rule.id,
        severity=rule.severity,
        title=texts.title(rule),
        sentence=texts.shared(rule.message, _alike(texts, rule.message, members)),
        advice=texts.shared(rule.advice, _alike(texts, rule.advice, members)),
        why=texts.why(rule),
    )


def _alike(texts: FindingTexts, text: Text, members: Iterable[Judged]) -> dict[str, str]:
    """Return the values that all open findings of a rule fill in alike."""
    filled = [texts.values(text, one.finding) for one in members if one.is_open]
    first = filled[0] if filled else {}
    return {slot: value for slot, value in first.items() if all(one[slot] == value for one in filled)}


def _rows(texts: FindingTexts, naming: Naming, members: Sequence[Judged]) -> Iterator[FoundRow]:
    message = members[0].rule.message
    alike = _alike(texts, message, members)
    for one in members:
        record = naming.records.get(one.finding.record)
        values = texts.values(message, one.finding).items()
        yield _row(texts, naming, one, record, tuple(value for slot, value in values if slot not in alike))


def _row(
    texts: FindingTexts, naming: Naming, one: Judged, record: Record | None, values: tuple[str, ...]
) -> FoundRow:
    reference = texts.reference(one.finding.record)
    label = naming.t.marked(KINDS[one.finding.kind].label)
    if not KINDS[one.finding.kind].many:
        reference = label
    name = _without(naming.label(record), reference) if record is not None else label
    details = values or (shorten(name, _LONGEST, placeholder=" …"),)
    kept_in = _kept_in(naming, record)
    if any(value in (kept_in, _without(kept_in, kept_in.partition(" ")[0])) for value in details):
        kept_in = ""
    accepted = _accepted(one.acceptance) if one.acceptance else None
    return FoundRow(one.finding.rule, reference, texts.message(one.finding), details, kept_in, accepted)


def _without(name: str, reference: str) -> str:
    """Return the name of an activity without its number, which stands beside it."""
    return name.removeprefix(f"{reference} ")


def _kept_in(naming: Naming, record: Record | None) -> str:
    """Return what the record is called that people keep another one in; else of which kind it is.

    An activity is known by its number, and a kind of which there is one by its name.
    """
    root = record
    while root is not None and (owner := owner_of(root)):
        root = naming.records.get(owner)
    if root is None or isinstance(root, Activity):
        return "" if root is record or root is None else naming.label(root)
    kind = KINDS[root.KIND]
    return naming.label(root) if root is not record else naming.t.marked(kind.label) if kind.many else ""


def _accepted(one: Acceptance) -> AcceptedAs:
    return AcceptedAs(one.reason, one.accepted_by, one.day, one.until, one.declared)
