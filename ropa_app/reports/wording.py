"""Values as a reader meets them on paper: every text, code, date and answer in the language of a document.

Both documents print through this module, so that a value reads alike wherever it stands. An empty value is
told in words: *not stated*, or *not determined* where a decision is missing; with a sign where the law asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from babel.lists import format_list
from babel.numbers import format_decimal

from ropa_app.domain.declare import FieldType, Spec
from ropa_app.domain.values import Answer, Period, Text
from ropa_app.i18n import NC_, Language, translator
from ropa_app.legal import LawData
from ropa_app.reports import edition
from ropa_app.reports.page_model import Paragraph, Run, Sign, para, secondary, signed

NBSP: Final = "\u00a0"
TAGS: Final[dict[Language, str]] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
LOCALES: Final[dict[Language, str]] = {"nb": "nb", "nn": "nn", "en": "en_GB"}
# After these words a line is never broken.
GLUE: Final = ("artikkel", "Article", "art.", "Art.", "nr.", "bokstav", "punkt", "§", "§§", "versjon")
_LANGUAGES: Final[dict[Language, str]] = {
    "nb": NC_("language", "bokmål"),
    "nn": NC_("language", "nynorsk"),
    "en": NC_("language", "English"),
}
_MOBILE: Final = "489"
_SLOT: Final = "\x00"

Runs = tuple[Run, ...]


class Wording:
    """Words of one language, with the main language of the register to fall back on."""

    def __init__(self, language: Language, main: Language, law: LawData) -> None:
        self.language: Final = language
        self.main: Final = main
        self.law: Final = law
        self.t: Final = translator(language)

    @property
    def tag(self) -> str:
        """Return the BCP 47 tag of the language."""
        return TAGS[self.language]

    def day(self, day: date) -> str:
        """Return a date: 22.11.2026, in English 22 November 2026."""
        return edition.day_text(day, self.language)

    def number(self, number: Decimal | int) -> str:
        """Return a number as the language writes it."""
        return str(format_decimal(number, locale=LOCALES[self.language]))

    def period(self, period: Period) -> str:
        """Return a length of time with its unit in the right number: 3 years, 1,5 år."""
        t, n, shown = self.t, 1 if period.number == 1 else 2, self.number(period.number)
        match period.unit:
            case "day":
                text = t.plural("{n} day", "{n} days", n, n=shown)
            case "week":
                text = t.plural("{n} week", "{n} weeks", n, n=shown)
            case "month":
                text = t.plural("{n} month", "{n} months", n, n=shown)
            case "year":
                text = t.plural("{n} year", "{n} years", n, n=shown)
            case unit:
                text = f"{shown} {self.label('units', unit)}"
        return text.replace(" ", NBSP)

    def answer(self, answer: Answer) -> str:
        """Return yes, no or not applicable; an answer that nobody gave is not determined."""
        t = self.t
        match answer:
            case Answer.YES:
                return t.context("answer", "Yes")
            case Answer.NO:
                return t.context("answer", "No")
            case Answer.NOT_APPLICABLE:
                return t("Not applicable")
            case Answer.UNKNOWN:
                return t("Not determined")

    def label(self, list_name: str, code: str) -> str:
        """Return the label of a code."""
        return self.law.label(list_name, code, self.language)

    def labels(self, list_name: str, codes: Iterable[str]) -> str:
        """Return the labels of some codes as one list in words."""
        return self.joined([self.label(list_name, code) for code in codes])

    def country(self, code: str) -> str:
        """Return the name of a country."""
        return self.label("country", code)

    def joined(self, items: Sequence[str]) -> str:
        """Return items as a list that begins a cell: the first as it stands, the others in lower case.

        Items that hold a list themselves are parted by semicolons.
        """
        if not items:
            return ""
        return self.listed([items[0], *(lowered(item) for item in items[1:])])

    def listed(self, items: Sequence[str], *, prose: bool = False) -> str:
        """Return items as a list, written as they are: a, b and c; semicolons as `joined` says.

        In prose only a comma in an item asks for semicolons.
        """
        whole = list(items)
        if self._needs_semicolons(whole, prose=prose):
            return "; ".join(whole)
        return format_list(whole, locale=LOCALES[self.language]) if whole else ""

    def series(self, items: Sequence[Runs], *, prose: bool = False) -> Runs:
        """Return items made of runs as a list, parted as `listed` does."""
        kept = [item for item in items if item]
        marks = [f"\x00{index}\x00" for index in range(len(kept))]
        parted = self._needs_semicolons([text_of(item) for item in kept], prose=prose)
        frame = "; ".join(marks) if parted else self.listed(marks)
        parts = (part for part in frame.split("\x00") if part)
        return tuple(run for part in parts for run in (kept[int(part)] if part.isdigit() else (Run(part),)))

    def _needs_semicolons(self, texts: Sequence[str], *, prose: bool) -> bool:
        marks = [","] if prose else [",", " and " if self.language == "en" else " og "]
        return len(texts) > 1 and any(mark in text for mark in marks for text in texts)

    def shown(self, text: Text) -> Runs:
        """Return a localised text; where the language is missing, the fallback followed by its name."""
        shown = text.shown(self.language, self.main)
        if not shown.text:
            return ()
        if shown.language == self.language:
            return (Run(shown.text),)
        named = self.t.marked(_LANGUAGES[shown.language])
        return (Run(shown.text, language=TAGS[shown.language]), secondary(f" ({named})"))

    def plain(self, text: Text) -> str:
        """Return a localised text without a mark of its language, "" where nothing is written."""
        return text.shown(self.language, self.main).text

    def value(self, spec: Spec, value: Any) -> Runs:
        """Return a touched value of a field that names no records; () for an untouched one.

        Raises KeyError for a field that names records: `names.Names` knows what they are called.
        """
        if value == spec.untouched:
            return ()
        return _VALUES[spec.type](self, spec, value)

    def missing(self, *why: str, asked: bool = True) -> Paragraph:
        """Return *Not stated*, with a sign where the law asks, and why if that is known."""
        return self._gap(self.t("Not stated"), why, asked)

    def undecided(self, *why: str, asked: bool = True) -> Paragraph:
        """Return *Not determined*: an answer, role, basis or status that nobody has decided."""
        return self._gap(self.t("Not determined"), why, asked)

    def _gap(self, words: str, why: Sequence[str], asked: bool) -> Paragraph:
        if asked:
            return signed(Sign.NOT_STATED, words, *([" ".join(why)] if why else []))
        return para(secondary(" ".join((f"{words}." if why else words, *why))))


def slot(name: str) -> str:
    """Return what to fill into a translated text where runs go; `woven` puts them there."""
    return f"{_SLOT}{name}{_SLOT}"


def woven(text: str, **slots: Runs) -> Runs:
    """Return a translated text with runs in its slots; the full stop of "Inc." also ends a sentence."""
    found: list[Run] = []
    for index, part in enumerate(text.split(_SLOT)):
        if index % 2:
            found.extend(slots[part])
        elif found and part.startswith(".") and found[-1].text.endswith("."):
            found.append(Run(part[1:]))
        else:
            found.append(Run(part))
    return tuple(run for run in found if run.text)


def lowered(text: str) -> str:
    """Return a label as it stands inside a sentence: SMS keeps its capitals, "Orders" becomes "orders"."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] in " -" else text


def raised(text: str) -> str:
    """Return a text with a capital letter at the beginning."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return a text with a full stop unless it ends in one of the marks that close a sentence."""
    stripped = text.rstrip()
    return stripped if stripped.endswith((".", "!", "?", ":", "…")) else f"{stripped}."


def telephone(number: str) -> str:
    """Return a Norwegian number in its usual groups that never break: 22 51 06 00, 912 34 567."""
    digits = number.replace(" ", "").replace(NBSP, "")
    if len(digits) != 8 or not digits.isdigit():
        return number.strip().replace(" ", NBSP)
    cuts = (0, 3, 5, 8) if digits[0] in _MOBILE else (0, 2, 4, 6, 8)
    return NBSP.join(digits[a:b] for a, b in pairwise(cuts))


def org_number(number: str) -> str:
    """Return an organisation number in groups of three that never break."""
    digits = number.replace(" ", "").replace(NBSP, "")
    if len(digits) != 9 or not digits.isdigit():
        return number.strip()
    return NBSP.join(digits[start : start + 3] for start in (0, 3, 6))


def one_line(text: str) -> str:
    """Return an address or other text of several lines on one, its lines parted by commas."""
    return ", ".join(part for line in text.splitlines() if (part := line.strip().rstrip(",")))


def text_of(runs: Iterable[Run]) -> str:
    """Return the words of some runs."""
    return "".join(run.text for run in runs)


def joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs, neighbours that look alike as one."""
    last: Run | None = None
    for run in runs:
        if last is not None and replace(run, text="") == replace(last, text=""):
            last = replace(last, text=last.text + run.text)
        else:
            if last is not None:
                yield last
            last = run
    if last is not None:
        yield last


def raised_runs(runs: Runs) -> Runs:
    """Return runs with a capital letter at the beginning."""
    return (replace(runs[0], text=raised(runs[0].text)), *runs[1:]) if runs else ()


def lowered_runs(runs: Runs) -> Runs:
    """Return runs as they stand inside a sentence."""
    return (replace(runs[0], text=lowered(runs[0].text)), *runs[1:]) if runs else ()


def _one(text: str) -> Runs:
    return (Run(text),)


_VALUES: Final[dict[FieldType, Callable[[Wording, Spec, Any], Runs]]] = {
    FieldType.LINE: lambda _w, _s, value: _one(value),
    FieldType.TEXT: lambda _w, _s, value: _one(value),
    FieldType.LINES: lambda w, _s, value: _one(w.listed(value)),
    FieldType.LOCAL_LINE: lambda w, _s, value: w.shown(value),
    FieldType.LOCAL_TEXT: lambda w, _s, value: w.shown(value),
    FieldType.CODE: lambda w, spec, value: _one(w.label(spec.of, value)),
    FieldType.CODES: lambda w, spec, value: _one(w.labels(spec.of, value)),
    FieldType.ANSWER: lambda w, _s, value: _one(w.answer(value)),
    FieldType.DAY: lambda w, _s, value: _one(w.day(value)),
    FieldType.NUMBER: lambda w, _s, value: _one(w.number(value)),
    FieldType.PERIOD: lambda w, _s, value: _one(w.period(value)),
}
