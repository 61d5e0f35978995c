"""What a document has to tell: every string of its page model in reading order, as the engine spells it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Final

from ropa_app.reports.page_model import (
    Column,
    ContentsEntry,
    DotChart,
    FieldTable,
    FlowFigure,
    Heading,
    OutlineEntry,
    Plates,
    Table,
    TitleBlock,
)

_TOLD: Final = frozenset({"text", "title", "number", "letter", "reference", "organisation", "note"})
_LONGEST: Final = 8_000  # characters of a string that is no text of a page


def texts(value: object) -> Iterator[str]:
    """Yield what the pages tell, in reading order."""
    match value:
        case str() | OutlineEntry():
            return
        case tuple() | list() | Iterator():
            for one in value:
                yield from texts(one)
        case Plates():
            yield from texts(value.words)
        case TitleBlock():
            yield from (value.kicker, value.title, value.organisation, value.note)
        case Heading() | ContentsEntry():
            yield from (value.number, value.title)
        case Column():
            yield from (value.letter, value.title)
        case FlowFigure():
            yield from _flow(value)
        case DotChart():
            yield from _chart(value)
        case _ if is_dataclass(value):
            yield from _fields(value)


def _fields(value: Any) -> Iterator[str]:
    for field in fields(value):
        inner = getattr(value, field.name)
        if isinstance(inner, str) and field.name in _TOLD:
            yield inner
        elif not isinstance(inner, str):
            yield from texts(inner)


def _flow(figure: FlowFigure) -> Iterator[str]:
    for column in figure.columns:
        for stack in column.stacks:
            yield stack.caption
            for box in stack.boxes:
                yield from (box.title, box.text)
    for _, words in figure.key:
        yield words


def _chart(chart: DotChart) -> Iterator[str]:
    yield from (chart.row_title, chart.total_title, *chart.columns)
    for group in chart.groups:
        yield group.title
        for row in group.rows:
            yield from (row.label, row.total)


def blocks_of(value: object, *kinds: type) -> Iterator[Any]:
    """Yield the parts of some kinds, wherever they stand."""
    if isinstance(value, kinds):
        yield value
    if isinstance(value, (tuple, list, Iterator)):
        for one in value:
            yield from blocks_of(one, *kinds)
    elif is_dataclass(value):
        for field in fields(value):
            yield from blocks_of(getattr(value, field.name), *kinds)


def alternatives(blocks: Iterable[object]) -> list[str]:
    """Return the words of the figures that are drawn."""
    drawn = blocks_of(tuple(blocks), FlowFigure, DotChart)
    return [one.alternative for one in drawn if (one.columns if isinstance(one, FlowFigure) else one.groups)]


def summaries(blocks: Iterable[object]) -> list[str]:
    """Return the summaries of the tables that have one."""
    return [one.summary for one in blocks_of(tuple(blocks), Table, FieldTable) if one.summary]


def spelt(text: str, missing: Iterable[str]) -> str:
    """Return a text as a page tells it: composed, on one line, what no face has as its number.

    This says again, in other words, what the engine promises; `missing` is what it reports.
    """
    text = unicodedata.normalize("NFC", re.sub("\r\n?|[\u2028\u2029\u0085\x0b\x0c]", "\n", text))
    lacking = set(missing)
    told = "".join(f"‹U+{ord(one):04X}›" if one in lacking else _one(one) for one in text)
    return squeezed(told)


def _one(character: str) -> str:
    category = unicodedata.category(character)
    return "" if category == "Cf" else " " if category in ("Cc", "Zs") else character


def squeezed(text: str) -> str:
    """Return a text without soft hyphens, and one space for every blank."""
    return " ".join(text.replace("\u00ad", "").split())


def within_limit(text: str) -> str:
    """Return a text as a string of the file can hold it."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def lost(strings: Iterable[str], told: str) -> list[str]:
    """Return the strings that a text does not hold, each looked for behind the one before it."""
    at = 0
    missing = []
    for text in strings:
        found = told.find(text, at)
        if found < 0:
            missing.append(text)
        else:
            at = found + len(text)
    return missing
