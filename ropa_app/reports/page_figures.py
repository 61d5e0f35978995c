"""Pictures of the page model: boxes joined by arrows, and a chart of signs. Both are told in words too."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ropa_app.reports.page_runs import Sign


class Frame(Enum):
    """The frame of a box in a flow picture."""

    PLAIN = "plain"
    TINT = "tint"
    ACCENT = "accent"  # filled, white text
    DOUBLE = "double"
    DASHED = "dashed"


class Stroke(Enum):
    """The line of an arrow in a flow picture, weakest first."""

    DASHED = "dashed"
    PLAIN = "plain"
    STRONG = "strong"


class Spread(Enum):
    """How the boxes of a column share its height."""

    TOP = "top"
    MIDDLE = "middle"
    EVEN = "even"


@dataclass(frozen=True, slots=True)
class FlowBox:
    """A box: a bold first line, further text below, a sign before the first line or none."""

    key: str
    title: str
    text: str = ""
    frame: Frame = Frame.PLAIN
    sign: Sign | None = None
    light: bool = False  # the first line is not bold


@dataclass(frozen=True, slots=True)
class FlowStack:
    """Boxes one below the other under a caption."""

    caption: str
    boxes: tuple[FlowBox, ...]


@dataclass(frozen=True, slots=True)
class FlowColumn:
    """A column of a flow picture; `gap` is the share of the room right of it, like `weight` its own."""

    stacks: tuple[FlowStack, ...]
    weight: float = 1.0
    gap: float = 0.22
    spread: Spread = Spread.TOP


@dataclass(frozen=True, slots=True)
class FlowArrow:
    """An arrow between boxes of neighbouring columns, by their keys."""

    source: str
    target: str
    stroke: Stroke = Stroke.PLAIN


@dataclass(frozen=True, slots=True)
class FlowFigure:
    """Columns of boxes joined from left to right by right-angled arrows, with a key in the last line."""

    columns: tuple[FlowColumn, ...]
    arrows: tuple[FlowArrow, ...]
    alternative: str
    key: tuple[tuple[Stroke, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of a dot chart: label, one truth per column, a text at the right."""

    label: str
    marks: tuple[bool, ...]
    total: str = ""


@dataclass(frozen=True, slots=True)
class ChartGroup:
    """Rows of a dot chart that share a sign; the sign before the group's name is the key."""

    sign: Sign
    title: str
    rows: tuple[ChartRow, ...]


@dataclass(frozen=True, slots=True)
class DotChart:
    """Rows in groups against columns; a sign where row and column meet, a faint dot elsewhere."""

    row_title: str
    columns: tuple[str, ...]
    total_title: str
    groups: tuple[ChartGroup, ...]
    alternative: str
