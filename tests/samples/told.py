"""What a document has to tell: every string of its page model in reading order, as the engine spells it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Final

from ropa_app.reports.page_model import (
    Block,
    Box,
    Column,
    Contents,
    ContentsEntry,
    DotChart,
    FieldTable,
    FlowFigure,
    Group,
    Heading,
    OutlineEntry,
    Plates,
    Run,
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
        case tuple() | list():
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
    for one in fields(value):
        inner = getattr(value, one.name)
        if isinstance(inner, str) and one.name in _TOLD:
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


@dataclass(slots=True)
class Beside:
    """What a document tells beside the text of its pages, in the order of the document."""

    alternatives: list[str] = field(default_factory=list)
    summaries: list[str] = field(default_factory=list)
    targets: set[str] = field(default_factory=set)
    bookmarks: list[str] = field(default_factory=list)


def beside(value: object, found: Beside | None = None) -> Beside:
    """Gather words of figures and tables, targets of links, and the outline."""
    found = found or Beside()
    if isinstance(value, (tuple, list)):
        for one in value:
            beside(one, found)
    elif is_dataclass(value):
        _note(value, found)
        for inner in fields(value):
            beside(getattr(value, inner.name), found)
    return found


def _note(value: object, found: Beside) -> None:
    match value:
        case Run(link=link) if link:
            found.targets.add(link)
        case ContentsEntry():
            found.targets.add(f"#{value.anchor}")
        case FlowFigure() | DotChart():
            found.alternatives.append(value.alternative)
        case Table(summary=summary) | FieldTable(summary=summary) if summary:
            found.summaries.append(summary)
        case OutlineEntry() | TitleBlock():
            found.bookmarks.append(value.title)
        case Heading() if value.anchor and value.outline is not None:
            found.bookmarks.append(f"{value.number} {value.title}".strip())


def settled(block: Block) -> Block:
    """Return a block that may be read more than once."""
    match block:
        case Contents():
            return replace(block, entries=tuple(block.entries))
        case Table():
            return replace(block, rows=tuple(block.rows))
        case FieldTable():
            return replace(block, rows=tuple(block.rows))
        case Group() | Box():
            return replace(block, blocks=tuple(map(settled, block.blocks)))
        case _:
            return block


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
