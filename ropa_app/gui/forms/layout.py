"""The words a layout is written in: sections, fields, and the records that hang on the one shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["cards", "chips"]


@dataclass(frozen=True, slots=True)
class Part:
    """Records of another kind inside a form: those it owns, or those whose field `via` names it.

    `add` is the marked text of the button. `chips` shows records whose one field is a link as a row of chips.
    A `titled` part says what its records are, where a section has several parts.
    """

    kind: str
    add: str
    via: str = ""
    style: Style = "cards"
    titled: bool = False


@dataclass(frozen=True, slots=True)
class More:
    """Fields that are seldom needed: shown when one of them is filled in or when they are asked for."""

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Something that is told, not filled in; `key` names the widget that tells it."""

    key: str


Item = str | Part | More | Panel


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a form under a title and a letter, where the law gives it one; `word` is for the jump bar."""

    key: str
    title: str
    items: tuple[Item, ...]
    letter: str = ""
    word: str = ""
    hint: str = ""


Layout = tuple[Section, ...]


def fields_of(items: tuple[Item, ...]) -> tuple[str, ...]:
    """Return the fields that some items show, in their order."""
    found: list[str] = []
    for item in items:
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, More):
            found += item.fields
    return tuple(found)


def parts_of(items: tuple[Item, ...]) -> tuple[Part, ...]:
    """Return the parts among some items."""
    return tuple(item for item in items if isinstance(item, Part))
