"""What the rows of the law data hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ropa_app.domain.values import NO_TEXT, Period, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A row that holds for some days: `valid_from` is the first one, `valid_to` the first it no longer holds.

    An empty `valid_from` means always, an empty `valid_to` means to this day.
    """

    valid_from: date | None = None
    valid_to: date | None = None

    def in_force(self, day: date) -> bool:
        """Tell whether the row holds on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Dated):
    """An entry of a closed list, as forms offer it and files store it.

    `flags` are read by rules; `group` is the section the list is shown in (the letter of a measure, the
    family of a transfer tool); `short` is the short label of a legal basis; `advice` is what to write instead
    of an outdated term; `law` is the provision it comes from, `needs` what has to be recorded with it.
    Here as in every row `confirmed` tells whether a primary source or an authority was read for it.
    """

    code: str
    label: Text
    short: Text = NO_TEXT
    advice: Text = NO_TEXT
    flags: frozenset[str] = frozenset()
    group: str = ""
    law: str = ""
    needs: str = ""
    sources: tuple[str, ...] = ()
    confirmed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Dated):
    """That a country or territory belongs to the EEA for some days."""

    country: str
    name: Text
    group: str
    sources: tuple[str, ...]
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Dated):
    """Ways to say something in a statement, in patterns of words; several of a language are parted by `;`.

    `says` are the ways, `unless` what in the same sentence makes it mean something else. `kind` is what is
    said; a unit and a number are words for the end of their code, which patterns of other claims ask for.
    """

    code: str
    kind: str
    label: Text
    says: Text
    unless: Text
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adequacy(Dated):
    """An adequacy decision, Article 45: `contested` if it is under attack, `scope_check` if it is partial."""

    country: str
    name: Text
    decision: str
    adopted: date
    contested: bool
    scope_check: bool
    scope: str
    sources: tuple[str, ...]
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LapsedTool:
    """A transfer tool that no longer holds: from `valid_to`, and from `not_signed_from` for new contracts.

    `country` is "*" where the tool was for every country.
    """

    tool: str
    country: str
    name: Text
    reference: str
    valid_from: date
    not_signed_from: date
    valid_to: date
    why: str
    sources: tuple[str, ...]
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionSuggestion(Dated):
    """A storage period to suggest for some data categories; `period` is None where the rule gives none.

    `kind` is law, authority, practice or contract.
    """

    code: str
    categories: tuple[str, ...]
    period: Period | None
    start: str
    law: str
    kind: str
    label: Text
    sources: tuple[str, ...]
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Dated):
    """A number that a rule compares with; `unit` is person, hour, count or a code of the list `units`."""

    code: str
    value: Decimal
    unit: str
    label: Text
    law: str
    sources: tuple[str, ...]
    confirmed: bool


@dataclass(frozen=True, slots=True)
class LawSource:
    """What stands behind a row; `kind` is primary, authority, secondary or own."""

    code: str
    title: str
    publisher: str
    kind: str
    address: str
    read_on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Pack:
    """Which edition of the law data this is, and how fresh: `verified` is the day it was last compared."""

    name: str
    edition: int
    verified: date
    evidence_until: date
    schema: int
