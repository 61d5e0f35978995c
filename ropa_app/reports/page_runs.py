"""Text of the page model: runs, paragraphs, cells, signs; and short ways to write them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

LINK_SCHEMES: Final = ("https://", "http://", "mailto:", "tel:")


class Sign(Enum):
    """A drawn sign before a paragraph; the value is how plain text shows it."""

    NOT_STATED = "[!]"  # open octagon with an exclamation mark: asked for, and no answer
    INVALID = "[x]"  # full octagon with a cross: stated, but not valid
    ELSEWHERE = "[<>]"  # full diamond: outside the area
    WITHIN = "[o]"  # full disc: inside the area (charts)
    UNPLACED = "[?]"  # dashed ring: place not known (charts)
    ADDED = "[+]"  # full square with a plus
    REMOVED = "[-]"  # open square with a minus
    CHANGED = "[~]"  # half-filled square


class TextStyle(Enum):
    """What a paragraph is; its size and space follow from that."""

    BODY = "body"
    INTRO = "intro"  # the sentence under the title of a sheet
    NOTE = "note"  # small, secondary, under a table or figure
    SMALL = "small"  # fine print
    KICKER = "kicker"  # a line above a title
    SUBTITLE = "subtitle"  # secondary line under a title
    SHORT = "short"  # large: "in short"
    PROSE = "prose"  # running text for the public, in the value column
    COMPACT = "compact"  # set like a table cell


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look; `language` only where it differs from the document's.

    Raises ValueError for a link that is neither `#anchor` nor one of `LINK_SCHEMES`.
    """

    text: str
    bold: bool = False
    italic: bool = False
    secondary: bool = False
    accent: bool = False
    underline: bool = False
    strike: bool = False
    link: str = ""
    language: str = ""

    def __post_init__(self) -> None:
        """Refuse links of other kinds."""
        if self.link and not is_link(self.link):
            raise ValueError(f"not a link: {self.link!r}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs of text, with a sign before them or none; in a cell or list the style is that of the cell or list.

    Raises ValueError for a sign without words.
    """

    runs: tuple[Run, ...]
    style: TextStyle = TextStyle.BODY
    sign: Sign | None = None

    def __post_init__(self) -> None:
        """Refuse a sign that would stand alone."""
        if self.sign is not None and not self.text.strip():
            raise ValueError("a sign needs words")

    @property
    def text(self) -> str:
        """Return the words without any look."""
        return "".join(run.text for run in self.runs)


Cell = tuple[Paragraph, ...]
Row = tuple[Cell, ...]


Text = str | Run


def is_link(target: str) -> bool:
    """Tell whether a run may link to this target."""
    if any(ch.isspace() or ord(ch) < 32 for ch in target):
        return False
    return len(target) > 1 if target.startswith("#") else target.lower().startswith(LINK_SCHEMES)


def runs(*texts: Text) -> tuple[Run, ...]:
    """Return the texts as runs; a string is a plain run, an empty one is left out."""
    made = (Run(text) if isinstance(text, str) else text for text in texts)
    return tuple(run for run in made if run.text)


def bold(text: str) -> Run:
    """Return a bold run."""
    return Run(text, bold=True)


def secondary(text: str) -> Run:
    """Return a run in the quieter colour."""
    return Run(text, secondary=True)


def link(text: str, target: str) -> Run:
    """Return a run that links to `#anchor` or an address."""
    return Run(text, link=target)


def para(*texts: Text, style: TextStyle = TextStyle.BODY) -> Paragraph:
    """Return a paragraph of strings and runs."""
    return Paragraph(runs(*texts), style)


def signed(sign: Sign, words: str, *more: Text, style: TextStyle = TextStyle.BODY) -> Paragraph:
    """Return a paragraph with a sign and bold words; further texts follow after a full stop."""
    rest = runs(*more)
    return Paragraph((bold(words), *((Run(". "), *rest) if rest else ())), style, sign)


def cell(*contents: Text | Paragraph) -> Cell:
    """Return a cell: each paragraph stands by itself, strings and runs between them join into one."""
    paragraphs: list[Paragraph] = []
    pending: list[Text] = []
    for content in contents:
        if isinstance(content, Paragraph):
            if pending:
                paragraphs.append(para(*pending))
                pending = []
            paragraphs.append(content)
        else:
            pending.append(content)
    if pending:
        paragraphs.append(para(*pending))
    return tuple(paragraphs)
