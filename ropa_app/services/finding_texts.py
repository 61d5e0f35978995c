"""Findings in words: what is wrong, why, what settles it, and where, in the language of a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from string import Formatter
from typing import Any, Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.reading import owner_of
from ropa_app.domain.references import reference
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import Period, RecordId, Text
from ropa_app.i18n import N_
from ropa_app.legal.checks import Coded, Fields, Finding, Named, Rule, Value, rules
from ropa_app.services.checking import Judged
from ropa_app.services.naming import Naming

WHOLE: Final = N_("the whole statement")
WITHIN: Final = " \u203a "
UNNAMED: Final = N_("without a name")
_ACTIVITY: Final = "activity"
# A name that ends in one, as Inc. does, at the end of a sentence.
_TWO_STOPS: Final = re.compile(r"(?<!\.)\.\.(?!\.)")
_SEVERITIES: Final = "severities"
# Lists of names and quotations, which keep their capitals wherever they stand.
_AS_WRITTEN: Final = frozenset({"country", "outdated_terms", "vague_phrases"})


class _Dots(dict[str, str]):
    """What stands in the slots of a text where no finding fills them."""

    def __missing__(self, slot: str) -> str:
        """Return dots."""
        return "…"


class FindingTexts:
    """Words for findings; codes and fixed words are in the language of the naming's translator."""

    def __init__(self, naming: Naming) -> None:
        self._naming: Final = naming
        self._language: Final = naming.t.language

    def message(self, finding: Finding) -> str:
        """Return what is wrong in one sentence."""
        return self.filled(rules()[finding.rule].message, finding)

    def here(self, finding: Finding) -> str:
        """Return what is wrong, said where it is plain which activity is meant."""
        if any(name == _ACTIVITY for name, _ in finding.values):
            return f"{self.title(rules()[finding.rule])}."
        return self.message(finding)

    def advice(self, finding: Finding) -> str:
        """Return what settles it."""
        return self.filled(rules()[finding.rule].advice, finding)

    def why(self, rule: Rule) -> str:
        """Return the article or other ground of a rule."""
        return rule.why.written(self._language)

    def title(self, rule: Rule) -> str:
        """Return in a few words what findings of a rule have in common."""
        return rule.title.written(self._language)

    def where(self, finding: Finding) -> str:
        """Return the record a finding is about, after those that own it: Google › USA."""
        names: list[str] = []
        record: RecordId | None = finding.record
        while record and (found := self._naming.records.get(record)) is not None:
            names.append(self._naming.label(found))
            record = owner_of(found)
        return WITHIN.join(reversed(names)) or "?"

    def field(self, finding: Finding) -> str:
        """Return the label of the field that would settle a finding, an empty text for no one field."""
        return self._naming.t.marked(SPECS[finding.kind][finding.field].label) if finding.field else ""

    def severity(self, rule: Rule) -> str:
        """Return the word for how grave it is."""
        return self._naming.law.label(_SEVERITIES, rule.severity.value, self._language)

    def reference(self, record: RecordId) -> str:
        """Return how a record is called for people: 1.3/P2."""
        found = self._naming.records.get(record)
        if found is None:
            return "?"
        return reference(found, self._naming.records.get, self._naming.main)

    def in_order(self, findings: Iterable[Judged]) -> list[Judged]:
        """Return findings in the order of the rules, those of one rule in the order of the register."""
        order = {rule: place for place, rule in enumerate(rules())}
        return sorted(
            findings,
            key=lambda one: (order[one.finding.rule], sort_key(self.reference(one.finding.record))),
        )

    def plain(self, one: Judged) -> dict[str, Any]:
        """Return a finding for other programs: rule, severity, article, record, field, message, accepted."""
        finding = one.finding
        return {
            "rule": finding.rule,
            "severity": one.rule.severity.value,
            "article": self.why(one.rule),
            "kind": finding.kind,
            "id": finding.record,
            "reference": self.reference(finding.record),
            "field": finding.field,
            "message": self.message(finding),
            "accepted": not one.is_open,
        }

    def values(self, text: Text, finding: Finding) -> dict[str, str]:
        """Return what a finding fills into the slots of a text of its rule, in their order, each once."""
        filled = {name: self._value(value) for name, value in finding.values}
        slots = (slot for _, slot, _, _ in Formatter().parse(text.written(self._language)) if slot)
        return {slot: filled[slot] for slot in slots}

    def shared(self, text: Text, values: Mapping[str, str]) -> str:
        """Return a text of a rule with some values in its slots, and dots in the others."""
        return text.written(self._language).format_map(_Dots(values)).replace("….", "…")

    def filled(self, text: Text, finding: Finding) -> str:
        """Return a text of a rule with what a finding says in its slots."""
        filled = {name: self._value(value) for name, value in finding.values}
        return _TWO_STOPS.sub(".", text.written(self._language).format_map(filled))

    def _value(self, value: Value) -> str:
        match value:
            case Named(records):
                return ", ".join(map(self._name, records)) or self._naming.t(WHOLE)
            case Coded(list_name, codes):
                if list_name in _AS_WRITTEN:
                    return ", ".join(self._naming.offered(list_name, code) for code in codes)
                return self._naming.codes(list_name, codes)
            case Fields(kind, fields):
                return ", ".join(self._naming.t.marked(SPECS[kind][field].label) for field in fields)
            case Text():
                return self._naming.text(value)
            case date():
                return self._naming.day(value)
            case Period() | None:
                return self._naming.period(value)
            case Decimal() | int():
                return self._naming.number(value)
            case _:
                return value

    def _name(self, record: RecordId) -> str:
        """Return what a record is called inside a sentence: an activity by its title alone."""
        found = self._naming.records.get(record)
        match found:
            case Activity(title=title):
                name = self._naming.text(title) or found.reference
            case Party(name=name, printed_name=printed):
                name = self._naming.text(printed) or name
            case None:
                name = ""
            case _:
                name = self._naming.name(found)
        return name or self._naming.t(UNNAMED)
