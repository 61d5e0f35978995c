"""Suppositions: a party leaves, a country loses its adequacy decision, transfer tools lapse, on a day.

A supposition about the law is asked of law data that say so: the rows are ended on that day in the files of
the tables, and the files are read and checked like those of any other edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ropa_app.domain.values import RecordId
from ropa_app.legal.law import LawData
from ropa_app.legal.loading import law_from
from ropa_app.legal.reading import EVERY_COUNTRY
from ropa_app.legal.rows import Adequacy, Choice
from ropa_app.legal.table import SEPARATOR, Row
from ropa_app.legal.transfers import ADEQUACY, DPF, DPF_COUNTRY

TOOLS: Final = "transfer_tools"
_TOOLS_FILE: Final = "transfer_tools.csv"
_LAPSED_FILE: Final = "lapsed_tools.csv"
_ADEQUACY_FILE: Final = "adequacy.csv"
# Tools that rest on one and the same act, and so lapse together: the modules of (EU) 2021/914, and the two
# kinds of binding corporate rules under Article 47.
_TOGETHER: Final = ("scc-2021", "bcr")
_Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PartyLeaves:
    """That a party takes no further part from a day on."""

    party: RecordId
    day: date


@dataclass(frozen=True, slots=True)
class AdequacyEnds:
    """That the adequacy decision for a country no longer holds from a day on, Article 45(5)."""

    country: str
    day: date


@dataclass(frozen=True, slots=True)
class ToolsLapse:
    """That transfer tools no longer hold from a day on; `code` is a tool, or what several have in common."""

    code: str
    day: date


Supposition = PartyLeaves | AdequacyEnds | ToolsLapse


def tool_codes(law: LawData) -> Mapping[str, tuple[str, ...]]:
    """Return what may be supposed to lapse, with the tools it concerns: first those that lapse together.

    A decision under Article 45 is supposed to end by its country, so that tool is not among them; the Data
    Privacy Framework is.
    """
    codes = [one.code for one in law.choices(TOOLS) if one.code != ADEQUACY]
    together = {stem: tuple(code for code in codes if code.startswith(f"{stem}-")) for stem in _TOGETHER}
    return {stem: found for stem, found in together.items() if len(found) > 1} | {
        code: (code,) for code in codes
    }


def law_supposing(law: LawData, supposition: Supposition) -> LawData:
    """Return law data that differ only by the supposition; the same object where it changes no row.

    The decision for the United States and the tool that rests on it are one act and end together. What does
    not hold on the day before changes nothing.
    """
    match supposition:
        case AdequacyEnds(country=country, day=day):
            countries, tools = {country}, {DPF} if country == DPF_COUNTRY else set[str]()
        case ToolsLapse(code=code, day=day):
            tools = set(tool_codes(law).get(code, ()))
            countries = {DPF_COUNTRY} if DPF in tools else set()
        case _:
            return law
    ended = {one.country for one in law.decisions if one.country in countries and _held(one, day)}
    choices = [one for one in law.choices(TOOLS) if one.code in tools and _held(one, day)]
    if not ended and not choices:
        return law
    changed = {
        _ADEQUACY_FILE: [_ended(row, "code", ended, day) for row in law.tables[_ADEQUACY_FILE]],
        _TOOLS_FILE: [_ended(row, "code", {c.code for c in choices}, day) for row in law.tables[_TOOLS_FILE]],
        _LAPSED_FILE: [*_still_lapsed(law, choices), *(_lapsed(one, law, day) for one in choices)],
    }
    return law_from({**law.files, **{file: _written(law, file, rows) for file, rows in changed.items()}})


def _held(row: Choice | Adequacy, day: date) -> bool:
    """Tell whether a row held before a day and still holds on it."""
    return (row.valid_from is None or row.valid_from < day) and row.in_force(day)


def _ended(row: Row, key: str, wanted: Iterable[str], day: date) -> _Values:
    first, end = row.day("valid_from"), row.day("valid_to")
    holds = (first is None or first < day) and (end is None or day < end)
    return {**row.values, "valid_to": day.isoformat()} if row.get(key) in wanted and holds else row.values


def _still_lapsed(law: LawData, choices: Iterable[Choice]) -> list[_Values]:
    """Return the rows of tools that lapsed anyhow; those of tools that lapse now are written anew."""
    codes = {one.code for one in choices}
    return [row.values for row in law.tables[_LAPSED_FILE] if row.get("tool") not in codes]


def _lapsed(choice: Choice, law: LawData, day: date) -> _Values:
    country = DPF_COUNTRY if choice.code == DPF else law.country_of(choice.code) or EVERY_COUNTRY
    closed = min(filter(None, (law.signable_until(choice.code), day)))
    row = next(row for row in law.tables[_TOOLS_FILE] if row.get("code") == choice.code)
    return {
        "tool": choice.code,
        "country": country,
        **{name: row.get(name) for name in ("nb", "nn", "en", "source", "confirmed")},
        "reference": choice.law or choice.code,
        "valid_from": (choice.valid_from or date.min).isoformat(),
        "not_signed_from": closed.isoformat(),
        "valid_to": day.isoformat(),
        "why": "supposed",
    }


def _written(law: LawData, file: str, rows: Iterable[_Values]) -> bytes:
    head = law.files[file].decode("utf-8").splitlines()[0]
    columns = head.split(SEPARATOR)
    lines = (SEPARATOR.join(row[name] for name in columns) for row in rows)
    return "\n".join((head, *lines, "")).encode()
