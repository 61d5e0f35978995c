"""What the report tells, as plain data in the words of its reader, and what its parts ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Final

from babel.numbers import format_decimal

from ropa_app.domain.values import Answer
from ropa_app.i18n import Language, translator
from ropa_app.legal.checks import Severity
from ropa_app.reports.edition import Edition, day_text
from ropa_app.reports.findings.coverage_told import CoverageTold
from ropa_app.reports.wording import LOCALES


@dataclass(frozen=True, slots=True)
class AcceptedAs:
    """Why a finding was accepted, by whom and on which day, and the first day it counts again."""

    reason: str
    by: str
    day: date | None
    until: date | None
    declared: Answer


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A finding: how its record is called, what is told of it, and the record that people keep it in.

    `sentence` is the whole finding in words; `details` are what it says of this record only. `kept_in` is the
    record that owns it, or what kind of record it is.
    """

    rule: str
    reference: str
    sentence: str
    details: tuple[str, ...]
    kept_in: str
    accepted: AcceptedAs | None


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule that was asked; what it finds and what settles that, in words that fit all its findings."""

    id: str
    severity: Severity
    title: str
    sentence: str
    advice: str
    why: str


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A level of completeness in words, and how many of the records that people keep have reached it."""

    level: str
    complete: int
    total: int
    percent: int


@dataclass(frozen=True, slots=True)
class DutyLine:
    """Something that must exist: what it is about, where it stands, why, and what is to be said of it.

    `told` names the records that answer, then what is found of them, then the reasons somebody gave.
    """

    name: str
    kept_in: str
    standing: str
    why: str
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AlikeDuties:
    """Where the same is to be said of many records: where they stand, why, and how they are called."""

    standing: str
    why: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DutyKind:
    """What must exist of one kind, open ones first.

    `counts` are those missing, not decided, in place, and not needed.
    """

    key: str
    title: str
    article: str
    counts: tuple[int, ...]
    lines: tuple[DutyLine, ...] = ()
    alike: tuple[AlikeDuties, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundInRegister:
    """What the rules found, in the order of the rules.

    `severities` are the words for each; `not_asked` is the number of rules that hold from a later day;
    `coverage` is what Articles 13 and 14 ask for, None where nobody asked; `duties` are what must be
    documented, kind by kind.
    """

    organisation: str
    severities: dict[Severity, str]
    rules: tuple[RuleRow, ...]
    rows: tuple[FoundRow, ...]
    standings: tuple[StandingRow, ...]
    not_asked: int = 0
    coverage: CoverageTold | None = None
    duties: tuple[DutyKind, ...] = ()


class Context:
    """The findings of one register, in one language, on one day."""

    def __init__(self, found: FoundInRegister, language: Language, edition: Edition) -> None:
        self.t: Final = translator(language)
        self.found: Final = found
        self.language: Final[Language] = language
        self.edition: Final = edition
        self.accepted: Final = tuple(one for one in found.rows if one.accepted)

    @cached_property
    def open(self) -> Mapping[str, tuple[FoundRow, ...]]:
        """The open findings by the rules they come from, which have at least one."""
        still_open = (one for one in self.found.rows if not one.accepted)
        return {rule: tuple(rows) for rule, rows in groupby(still_open, lambda one: one.rule)}

    @cached_property
    def silent(self) -> tuple[RuleRow, ...]:
        """The rules that found nothing at all."""
        found = {one.rule for one in self.found.rows}
        return tuple(one for one in self.found.rules if one.id not in found)

    def with_findings(self, severity: Severity) -> list[RuleRow]:
        """Return the rules of a severity that have open findings."""
        return [one for one in self.found.rules if one.severity is severity and one.id in self.open]

    def open_in(self, severity: Severity) -> int:
        """Return how many findings of a severity are open."""
        return sum(len(self.open[one.id]) for one in self.with_findings(severity))

    def accepted_in(self, severity: Severity) -> int:
        """Return how many findings of a severity are accepted."""
        ids = {one.id for one in self.found.rules if one.severity is severity}
        return sum(one.rule in ids for one in self.accepted)

    def counted(self, severity: Severity) -> str:
        """Return the word for a severity with the number of its open findings."""
        return f"{self.found.severities[severity]} ({self.number(self.open_in(severity))})"

    def day(self, day: date) -> str:
        """Return a date as the language writes it."""
        return day_text(day, self.language)

    def number(self, number: int) -> str:
        """Return a number as the language writes it."""
        return str(format_decimal(number, locale=LOCALES[self.language]))
