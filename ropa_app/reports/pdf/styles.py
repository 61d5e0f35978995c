"""Sizes, colours and distances, in points: one place for how the documents look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from ropa_app.reports.page_model import FieldStyle, HeadingStyle, Orientation, TableStyle, TextStyle

Colour = tuple[float, float, float]


def _hex(value: int) -> Colour:
    return (value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255


INK: Final = _hex(0x172022)
SECONDARY: Final = _hex(0x4A5659)
ACCENT: Final = _hex(0x0A5360)
RULE: Final = _hex(0x6F7B7E)
HAIR: Final = _hex(0xBCC5C5)
TINT: Final = _hex(0xEAEFEE)
WHITE: Final = _hex(0xFFFFFF)

LABEL: Final = 126.0  # the label column with its gutter; values and prose begin there
SIGN_SIZE: Final = 0.74  # of the size of the text beside it
SIGN_GAP: Final = 3.2


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper: its size and margins, and where the running head and foot stand."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    head: float  # base line below the top edge
    foot: float  # base line above the bottom edge

    @property
    def text_width(self) -> float:
        """Return the width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Return the height between the margins."""
        return self.height - self.top - self.bottom


PAPERS: Final = {
    Orientation.PORTRAIT: Paper(595.28, 841.89, 62, 46, 66, 62, 38, 32),
    Orientation.LANDSCAPE: Paper(841.89, 595.28, 36, 36, 62, 46, 40, 24),
    Orientation.LANDSCAPE_A3: Paper(1190.55, 841.89, 36, 36, 62, 46, 40, 24),
}


class Hyphens(Enum):
    """Where a long word may be broken at its seams."""

    NEVER = 0
    FREELY = 1  # at every line end
    SPARINGLY = 2  # only if it does not fit on a line of its own


@dataclass(frozen=True, slots=True)
class TextSpec:
    """How a paragraph is set."""

    size: float
    leading: float
    bold: bool = False
    colour: Colour = INK
    before: float = 0
    after: float = 0
    indent: float = 0
    hyphens: Hyphens = Hyphens.NEVER


TEXT: Final = {
    TextStyle.BODY: TextSpec(10, 13.5, after=6.75),
    TextStyle.INTRO: TextSpec(11, 15, after=7),
    TextStyle.NOTE: TextSpec(8.8, 11.5, colour=SECONDARY, before=4, after=4),
    TextStyle.SMALL: TextSpec(8.4, 11, colour=SECONDARY, after=4),
    TextStyle.KICKER: TextSpec(9.5, 12, colour=SECONDARY, after=2),
    TextStyle.SUBTITLE: TextSpec(10, 13.5, colour=SECONDARY, after=8),
    TextStyle.SHORT: TextSpec(12, 16.75, after=8),
    TextStyle.PROSE: TextSpec(11.25, 16.25, after=8, indent=LABEL),
    TextStyle.COMPACT: TextSpec(9, 11.75, before=3, after=3),
}
HEADING: Final = {
    HeadingStyle.TITLE: TextSpec(28.5, 34, True, after=2),
    HeadingStyle.COMPACT_TITLE: TextSpec(20, 25, True, after=3),
    HeadingStyle.CHAPTER: TextSpec(18, 22, True, before=24, after=9),
    HeadingStyle.SHEET: TextSpec(18, 22, True, before=24, after=3),
    HeadingStyle.SECTION: TextSpec(16.5, 21, True, before=20, after=7),
    HeadingStyle.SUBSECTION: TextSpec(11.5, 15, True, before=11, after=4),
    HeadingStyle.GROUP: TextSpec(12, 16.25, True, ACCENT, before=11, after=3),
    HeadingStyle.MINOR: TextSpec(12, 16, True, before=20, after=3),
    HeadingStyle.CAPTION: TextSpec(10.5, 14, True, before=3, after=3),
    HeadingStyle.BOX: TextSpec(13.5, 18, True, after=3),
}
BOX_TEXT: Final = TextSpec(11.5, 16, after=4)
BULLET_INDENT: Final = 12.0


@dataclass(frozen=True, slots=True)
class Padding:
    """Room inside a cell."""

    above: float
    below: float
    left: float = 0
    right: float = 0


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """How labels and values are set."""

    label: TextSpec
    value: TextSpec
    padding: Padding
    dense: Padding
    rules: bool = True


def _fields(size: float, leading: float, padding: Padding, dense: Padding | None = None) -> FieldSpec:
    value = TextSpec(size, leading)
    label = TextSpec(size, leading, colour=SECONDARY)
    return FieldSpec(label, value, padding, dense or padding)


_CELL: Final = TextSpec(9, 11.75, hyphens=Hyphens.FREELY)
_LABEL: Final = TextSpec(9, 11.75, colour=SECONDARY, hyphens=Hyphens.FREELY)
FIELDS: Final = {
    FieldStyle.SHEET: FieldSpec(_LABEL, _CELL, Padding(3.4, 3.6), Padding(2.1, 2.4)),
    FieldStyle.FRONT: _fields(10.25, 13.5, Padding(4.6, 5), Padding(2.9, 3.2)),
    FieldStyle.SHORT: FieldSpec(
        TextSpec(12, 16.75, True), TextSpec(12, 16.75), Padding(6.5, 7.5), Padding(6.5, 7.5)
    ),
    FieldStyle.PROSE: FieldSpec(
        TextSpec(11, 15.25, colour=SECONDARY),
        TextSpec(11, 15.25),
        Padding(1.9, 2.1),
        Padding(1.9, 2.1),
        rules=False,
    ),
    FieldStyle.LEGEND: FieldSpec(_CELL, _CELL, Padding(2.6, 2.8), Padding(2.6, 2.8)),
}


@dataclass(frozen=True, slots=True)
class TableSpec:
    """How a table is set."""

    cell: TextSpec
    head: TextSpec
    padding: Padding
    dense: Padding
    top_rule: bool = True
    heads_at_top: bool = False
    first_width: float = 40  # of a first column kept narrow
    after: float = 4


def _table(top_rule: bool) -> TableSpec:
    head = TextSpec(8.4, 10.5, True, SECONDARY, hyphens=Hyphens.FREELY)
    return TableSpec(_CELL, head, Padding(3.75, 4, 0, 9), Padding(2.4, 2.7, 0, 9), top_rule)


TABLES: Final = {
    TableStyle.OPEN: _table(True),
    TableStyle.UNDER_LETTER: _table(False),
    TableStyle.OVERVIEW: TableSpec(
        TextSpec(7.9, 9.6, hyphens=Hyphens.FREELY),
        TextSpec(7.6, 9.25, True, hyphens=Hyphens.SPARINGLY),
        Padding(2.5, 2.8, 3, 4),
        Padding(2.5, 2.8, 3, 4),
        heads_at_top=True,
        first_width=26,
    ),
    TableStyle.PROSE: TableSpec(
        TextSpec(10, 13.5, hyphens=Hyphens.FREELY),
        TextSpec(9.2, 12, True, SECONDARY, hyphens=Hyphens.FREELY),
        Padding(3.75, 4, 0, 9),
        Padding(3.75, 4, 0, 9),
        after=8,
    ),
}
