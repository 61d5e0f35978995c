"""The words a layout is written in: sections, fields, and the records that hang on the one shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ropa_app.legal.methods import Step

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
class Headed:
    """A field that stands alone under the title of its section, which is its label; `title` is marked."""

    field: str
    title: str


@dataclass(frozen=True, slots=True)
class Besides:
    """Fields and parts that a form does not ask for: each is shown while something is recorded there."""

    fields: tuple[str, ...]
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """Something that is told, not filled in; `key` names the widget that tells it.

    `fields` are those that the widget lets fill in all the same, together.
    """

    key: str
    fields: tuple[str, ...] = ()


Item = str | Part | More | Headed | Besides | Panel


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a form under a title and a letter, where the law gives it one; `word` is for the jump bar.

    `step` is the step of an assessment that it holds: its title says how far that is.
    """

    key: str
    title: str
    items: tuple[Item, ...]
    letter: str = ""
    word: str = ""
    hint: str = ""
    step: Step | None = None


Layout = tuple[Section, ...]


def fields_of(items: tuple[Item, ...]) -> tuple[str, ...]:
    """Return the fields that some items show, in their order."""
    found: list[str] = []
    for item in items:
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, Headed):
            found.append(item.field)
        elif not isinstance(item, Part):
            found += item.fields
    return tuple(found)


def parts_of(items: tuple[Item, ...]) -> tuple[Part, ...]:
    """Return the parts among some items."""
    own = tuple(item for item in items if isinstance(item, Part))
    return own + tuple(part for item in items if isinstance(item, Besides) for part in item.parts)
