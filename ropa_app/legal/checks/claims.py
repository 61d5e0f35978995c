"""What a text of the organisation says, by the patterns of the law data: sentence by sentence, never guessed.

A pattern is words with blanks between them: `a/b` is one of several, `_` a blank inside one of them, `*` the
rest of a word, `…` at most six words in between, `~` at most eight that add nothing, such as *your data*;
`{number}`, `{unit}` and `{country}` are what they say. Whole words count, whatever their case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from ropa_app.domain.values import NO_TEXT, Period, Text
from ropa_app.i18n import Language
from ropa_app.legal.checks.words import written
from ropa_app.legal.law import COUNTRY, LawData
from ropa_app.legal.rows import Claim

_SENTENCE: Final = re.compile(r"(?<=[.!?:])\s+(?=[^\Wa-zæøå])|\n+")
_GAP: Final = r"(?:\W+\w+){0,6}?"
_BETWEEN: Final = r"\W+"
_NAMED: Final = "named"
_WORDS: Final = frozenset({"unit", "number", "filler"})
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Said:
    """That a text says something: the words, the code of the claim, and the period or country they name."""

    kind: str
    words: str
    period: Period | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class _Ways:
    """The ways of one language to say something, and what makes a sentence mean something else."""

    row: Claim
    says: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The words of a language for numbers, units and countries, and those that add nothing to a denial."""

    numbers: Mapping[str, Decimal]
    units: Mapping[str, str]
    countries: Mapping[str, str]
    fillers: tuple[str, ...]

    def slots(self) -> dict[str, str]:
        """Return what stands in a pattern for each slot."""
        return {
            "{number}": rf"(?P<number>\d{{1,4}}(?:[.,]\d)?|{_one_of(self.numbers)})",
            "{unit}": rf"(?P<unit>{_one_of(self.units)})",
            "{country}": rf"(?P<country>{_one_of(self.countries)})",
            "~": rf"(?:\W+(?:{'|'.join(map(_word, self.fillers))})(?!\w)){{0,8}}?",
            "…": _GAP,
        }


def said(law: LawData, day: date, text: Text) -> Iterator[tuple[Language, Said]]:
    """Yield what a text says in each language it is written in."""
    for language, words in written(text):
        for one in _said(law, day, language, words):
            yield language, one


def words_of(found: Iterable[tuple[Language, Said]]) -> Text:
    """Return the words in which something is said, by language; the first of each."""
    words = NO_TEXT
    for language, one in found:
        if not words.written(language):
            words = words.with_(language, one.words)
    return words


def names_in(
    law: LawData, day: date, text: Text, names: Iterable[str], others: Iterable[str] = ()
) -> set[str]:
    """Return the names that a text mentions as they are written, none of them inside one of the others.

    A sentence that says that somebody or something is no longer there does not count.
    """
    wanted = {name for name in names if name}
    pattern = _mention({*wanted, *(name for name in others if name)})
    hits = (pattern.findall(one) for one in _affirmed(law, day, text)) if wanted else ()
    return wanted.intersection(hit for found in hits for hit in found)


def terms_in(law: LawData, day: date, text: Text, terms: Mapping[str, Text]) -> list[str]:
    """Return the codes of the terms that a text uses, whatever their case; see `names_in`."""
    found: list[str] = []
    for language, words in written(text):
        sentences = list(_affirmed(law, day, NO_TEXT.with_(language, words)))
        for code, label in terms.items():
            pattern = _mention({label.written(language)}, re.IGNORECASE)
            if code not in found and any(pattern.search(one) for one in sentences):
                found.append(code)
    return found


def _affirmed(law: LawData, day: date, text: Text) -> Iterator[str]:
    """Yield the sentences that do not say that what they name is no longer there."""
    for language, words in written(text):
        rows = (ways for ways in _ways(law, language) if ways.row.kind == _NAMED)
        unless = [ways.unless for ways in rows if ways.unless and ways.row.in_force(day)]
        for sentence in _sentences(words):
            if not any(one.search(sentence) for one in unless):
                yield sentence


def _mention(names: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_one_of(names)})(?!\w)", flags)


@lru_cache(maxsize=512)
def _said(law: LawData, day: date, language: Language, text: str) -> tuple[Said, ...]:
    return tuple(_hits(law, day, language, text))


def _hits(law: LawData, day: date, language: Language, text: str) -> Iterator[Said]:
    vocabulary = _vocabulary(law, language)
    for sentence in _sentences(text):
        for ways in _ways(law, language):
            if not ways.row.in_force(day) or (ways.unless and ways.unless.search(sentence)):
                continue
            hits = (pattern.search(sentence) for pattern in ways.says)
            if match := next((hit for hit in hits if hit), None):
                yield _made(ways.row.kind, match, vocabulary)


def _made(kind: str, match: re.Match[str], vocabulary: _Vocabulary) -> Said:
    words = " ".join(match.group().split())[:_LONGEST]
    slots = {name: value.casefold() for name, value in match.groupdict().items() if value}
    number = slots.get("number", "")
    period = None
    if number and "unit" in slots:
        amount = vocabulary.numbers.get(number) or Decimal(number.replace(",", "."))
        period = Period(amount, vocabulary.units[slots["unit"]])
    return Said(kind, words, period, vocabulary.countries.get(slots.get("country", ""), ""))


def _sentences(text: str) -> Iterator[str]:
    return (one for one in _SENTENCE.split(text) if one.strip())


@cache
def _vocabulary(law: LawData, language: Language) -> _Vocabulary:
    numbers: dict[str, Decimal] = {}
    units: dict[str, str] = {}
    fillers: list[str] = []
    for row in law.claims:
        last = row.code.rpartition("-")[2]
        for word in row.says.written(language).casefold().split("/"):
            if row.kind == "number":
                numbers[word] = Decimal(last)
            elif row.kind == "unit":
                units[word] = last
            elif row.kind == "filler":
                fillers.append(word)
    names = ((one.label.written(language).casefold(), one.code) for one in law.choices(COUNTRY))
    return _Vocabulary(numbers, units, dict(names), tuple(fillers))


@cache
def _ways(law: LawData, language: Language) -> tuple[_Ways, ...]:
    slots = _vocabulary(law, language).slots()
    found = []
    for row in law.claims:
        if row.kind in _WORDS:
            continue
        says = tuple(_pattern(one, slots) for one in _patterns(row.says.written(language)))
        unless = [_pattern(one, slots).pattern for one in _patterns(row.unless.written(language))]
        found.append(_Ways(row, says, re.compile("|".join(unless), re.IGNORECASE) if unless else None))
    return tuple(found)


def _patterns(written_ones: str) -> Iterator[str]:
    return (one.strip() for one in written_ones.split(";") if one.strip())


def _pattern(pattern: str, slots: Mapping[str, str]) -> re.Pattern[str]:
    parts: list[str] = []
    for word in pattern.split():
        if word in ("…", "~"):
            parts.append(slots[word])
            continue
        parts.extend((_BETWEEN, slots.get(word) or f"(?:{'|'.join(map(_word, word.split('/')))})"))
    return re.compile(rf"(?<!\w){''.join(parts[1:])}(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    return re.escape(word).replace("_", _BETWEEN).replace(r"\*", r"\w*")


def _one_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(words, key=lambda one: (-len(one), one)))
