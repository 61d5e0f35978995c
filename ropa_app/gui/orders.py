"""What the window asks of its long jobs and what they bring back, in plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from ropa_app.domain.values import Audience, RecordId
from ropa_app.i18n import Language

#: What a statement can be written as; the name is the ending of the file.
StatementForm = Literal["pdf", "html", "txt"]


@dataclass(frozen=True, slots=True)
class RegisterOrder:
    """The register as PDF: the present state or an approved version, drawn and judged on a day.

    `parts` are codes of its parts, None for those it has if nobody chooses; `activities` are those in it,
    None for all. With the audience INTERNAL it is the organisation's own copy.
    """

    language: Language
    day: date | None = None
    version: int | None = None
    wide_overview: bool = False
    audience: Audience = Audience.AUTHORITY
    parts: frozenset[str] | None = None
    activities: tuple[RecordId, ...] | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """That a statement is final: the day and place of publication, and why it has gaps."""

    day: date
    place: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StatementOrder:
    """The statement: a draft, or final where a publication is given."""

    language: Language
    day: date | None = None
    publication: Publication | None = None
    form: StatementForm = "pdf"


Order = RegisterOrder | StatementOrder


@dataclass(frozen=True, slots=True)
class FindingsOrder:
    """What the rules find in the present state on a day, as PDF."""

    language: Language
    day: date


@dataclass(frozen=True, slots=True)
class AssessmentOrder:
    """An assessment as PDF, in the copy that the authority may see."""

    language: Language
    record: RecordId


Paper = FindingsOrder | AssessmentOrder


@dataclass(frozen=True, slots=True)
class GapLine:
    """A place of the statement that prints "not settled": the number of its section, and what is missing."""

    section: str
    label: str


@dataclass(frozen=True, slots=True)
class NoGlyph:
    """A field with characters that no font of the documents has; `reference` is how the record is called."""

    record: RecordId
    kind: str
    field: str
    reference: str
    characters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of generated text as the window shows it; `label` says what it is about, `gap` that it lacks."""

    text: str
    kind: Literal["heading", "text", "item"] = "text"
    gap: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """A document as it would be written; of a statement also its gaps, and its lines by section number.

    `replaced` are the characters no font has; `replaced_in` are the fields in which they were found.
    """

    pdf: bytes
    gaps: tuple[GapLine, ...] = ()
    sections: tuple[tuple[str, tuple[Line, ...]], ...] = ()
    replaced: tuple[str, ...] = ()
    replaced_in: tuple[NoGlyph, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A register seen from outside: whether it is there, when it was changed, and who has it open.

    `holder` is the name of whoever has it open, empty where the lock does not tell.
    """

    path: Path
    exists: bool
    changed: date | None = None
    is_held: bool = False
    holder: str = ""
