"""The law data as the program asks it: lists, countries, decisions, periods, all as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.i18n import Language
from ropa_app.legal import countries
from ropa_app.legal.reading import EVERY_COUNTRY
from ropa_app.legal.rows import (
    Adequacy,
    Choice,
    Claim,
    LapsedTool,
    LawSource,
    Membership,
    Pack,
    RetentionSuggestion,
    Threshold,
)
from ropa_app.legal.table import Row

COUNTRY: Final = "country"


@dataclass(frozen=True, slots=True, eq=False)
class LawData:
    """One edition of the law data. `digest` is the SHA-256 of its files, for documents and versions.

    `tables` holds the same rows as they stand in the files, and `files` their bytes, for whoever shows,
    compares or keeps the edition as a whole; a table that an edition has not is the program's, without bytes.
    """

    pack: Pack
    digest: str
    lists: Mapping[str, tuple[Choice, ...]]
    memberships: tuple[Membership, ...]
    decisions: tuple[Adequacy, ...]
    lapsed_tools: tuple[LapsedTool, ...]
    retention: tuple[RetentionSuggestion, ...]
    thresholds: tuple[Threshold, ...]
    claims: tuple[Claim, ...]
    sources: Mapping[str, LawSource]
    by_code: Mapping[str, Mapping[str, Choice]]
    tables: Mapping[str, tuple[Row, ...]]
    files: Mapping[str, bytes]

    @property
    def mark(self) -> str:
        """Return what a document or version names this edition by: the day it was verified and its digest."""
        return f"{self.pack.verified.isoformat()} {self.digest}"

    def backed(self) -> Iterator[Row]:
        """Yield every row that names a source: all but the sources themselves and the facts of the pack."""
        for rows in self.tables.values():
            yield from (row for row in rows if "source" in row.values)

    @property
    def unconfirmed(self) -> int:
        """Return how many rows are to be confirmed."""
        return sum(not row.is_confirmed() for row in self.backed())

    def choices(self, list_name: str, day: date | None = None) -> tuple[Choice, ...]:
        """Return the entries of a closed list, only those in force on a day if one is given.

        Countries stand in the order of their codes, everything else in the order people read it. Raises
        KeyError for a list that does not exist.
        """
        found = countries.choices() if list_name == COUNTRY else self.lists[list_name]
        return found if day is None else tuple(choice for choice in found if choice.in_force(day))

    def choices_by_label(self, list_name: str, language: Language) -> tuple[Choice, ...]:
        """Return the entries of a list in the alphabetical order of a language."""

        def key(choice: Choice) -> SortKey:
            return sort_key(choice.label.written(language))

        return tuple(sorted(self.choices(list_name), key=key))

    def choice(self, list_name: str, code: str) -> Choice | None:
        """Return one entry of a list, None for a code the list does not have."""
        if list_name == COUNTRY:
            return _countries_by_code().get(code)
        return self.by_code[list_name].get(code)

    def label(self, list_name: str, code: str, language: Language) -> str:
        """Return the label of a code; a code that the list does not have shows as itself."""
        choice = self.choice(list_name, code)
        return choice.label.written(language) if choice else code

    def short_label(self, list_name: str, code: str, language: Language) -> str:
        """Return the short label of a code where the list has one, else its label."""
        choice = self.choice(list_name, code)
        return (choice.short or choice.label).written(language) if choice else code

    def has_flag(self, list_name: str, codes: Iterable[str], flag: str) -> bool:
        """Tell whether one of some codes carries a flag in its list."""
        found = (self.choice(list_name, code) for code in codes)
        return any(flag in choice.flags for choice in found if choice)

    def is_eea(self, country: str, day: date) -> bool:
        """Tell whether a country belongs to the EEA on a day; an empty or unknown code does not."""
        return any(row.in_force(day) for row in self.memberships if row.country == country)

    def adequacy(self, country: str, day: date) -> Adequacy | None:
        """Return the adequacy decision in force for a country on a day, Article 45.

        That of the United States covers only importers under the Data Privacy Framework.
        """
        return next((row for row in self.decisions if row.country == country and row.in_force(day)), None)

    def lapsed(self, tool: str, day: date, country: str = "") -> LapsedTool | None:
        """Return the row that says that a transfer tool holds no longer on a day, None if none says so.

        Without a country every row of the tool counts; of several the one that held longest.
        """
        rows = [
            row
            for row in self.lapsed_tools
            if row.tool == tool and row.valid_to <= day and country in ("", row.country, *_always(row))
        ]
        return max(rows, key=lambda row: row.valid_to, default=None)

    def signable_until(self, tool: str) -> date | None:
        """Return the first day on which a tool could no longer be agreed, None where it still can."""
        return max((row.not_signed_from for row in self.lapsed_tools if row.tool == tool), default=None)

    def country_of(self, tool: str) -> str:
        """Return the one country a tool that has lapsed by now was for, "" where it was for any."""
        countries_of = {row.country for row in self.lapsed_tools if row.tool == tool}
        return countries_of.pop() if len(countries_of) == 1 and EVERY_COUNTRY not in countries_of else ""

    def retention_suggestions(self, categories: Iterable[str], day: date) -> tuple[RetentionSuggestion, ...]:
        """Return the storage periods to suggest for some data categories on a day, the general ones last."""
        wanted = set(categories)
        live = [row for row in self.retention if row.in_force(day)]
        special = [row for row in live if wanted.intersection(row.categories)]
        return (*special, *(row for row in live if not row.categories))

    def threshold(self, code: str, day: date) -> Threshold | None:
        """Return a number that rules compare with, None before it holds; KeyError for an unknown code."""
        rows = [row for row in self.thresholds if row.code == code]
        if not rows:
            raise KeyError(code)
        return next((row for row in rows if row.in_force(day)), None)


def _always(row: LapsedTool) -> tuple[str, ...]:
    return countries.ISO_3166 if row.country == EVERY_COUNTRY else ()


@cache
def _countries_by_code() -> Mapping[str, Choice]:
    return MappingProxyType({choice.code: choice for choice in countries.choices()})
