"""A picture of boxes in columns, joined by right-angled arrows from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ropa_app.reports.page_model import (
    FlowArrow,
    FlowBox,
    FlowColumn,
    FlowFigure,
    FlowStack,
    Frame,
    Run,
    Spread,
)
from ropa_app.reports.pdf.arrows import draw_arrow, draw_bus
from ropa_app.reports.pdf.breaking import Line
from ropa_app.reports.pdf.items import Place, Whole
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.paragraphs import ended, show_line
from ropa_app.reports.pdf.signs import draw_sign
from ropa_app.reports.pdf.structure import Element, alternative, bounding_box
from ropa_app.reports.pdf.styles import ACCENT, INK, SECONDARY, TINT, WHITE, Hyphens, TextSpec

_PADDING: Final = 5.0
_GAP: Final = 7.0  # between boxes
_CAPTION: Final = 17.0  # room for the caption of a column's first stack
_NEXT_CAPTION: Final = 22.0  # room for that of a further one
_KEY: Final = 21.0
_SIGN_ROOM: Final = 10.0
_EVEN: Final = (12.0, 30.0)
_LANE_STEP: Final = 6.0
_HEADING: Final = 54.0  # of a page's height: left for the heading of a figure that fills the page

TITLE: Final = TextSpec(8.2, 9.84, True, hyphens=Hyphens.FREELY)
LIGHT: Final = TextSpec(8, 9.6, hyphens=Hyphens.FREELY)
STRONG: Final = TextSpec(9, 10.8, True, WHITE, hyphens=Hyphens.FREELY)
CAPTION: Final = TextSpec(7.8, 9.4, True, SECONDARY)
KEY: Final = TextSpec(7.8, 9.4, colour=SECONDARY)


class FigureItem(Whole):
    """A figure with its words for those who do not see it; shrunk if it is higher than a page."""

    def __init__(self, place: Place, words: str, parent: Element) -> None:
        super().__init__()
        self.place = place
        self.natural = 0.0
        self._element = parent.child("Figure", alternative(place.book.faces.one_line(words)))

    @property
    def after(self) -> float:
        """Return the distance to what follows."""
        return 4.0

    def _scale(self) -> float:
        return min(1.0, (self.place.page_height - _HEADING) / self.natural)

    def height(self) -> float:
        """Return its height on paper."""
        return self.natural * self._scale()

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw it in one mark."""
        height = self.height()
        self._element.attributes += bounding_box(x, top - height, x + self.place.width, top)
        with page.tagged(self._element), page.moved(self._scale(), x, top - height):
            self.paint(page)

    def paint(self, page: Page) -> None:
        """Draw with the origin at the lower left corner."""
        raise NotImplementedError

    def lines(self, text: str, spec: TextSpec, width: float) -> tuple[Line, ...]:
        """Return a text in lines."""
        return ended(self.place.book.breaker.lines((Run(text),), spec, width)[0])

    def label(self, page: Page, text: str, x: float, y: float, spec: TextSpec, align: float = 0.0) -> float:
        """Draw a text that stays on one line; `align` 0 begins at x, 0.5 is centred, 1 ends there."""
        faces = self.place.book.faces
        printable = faces.one_line(text)
        width = faces.width(printable, spec.bold) * spec.size
        pieces = faces.split(printable + " ", spec.bold)
        page.text(x - width * align, y, spec.size, spec.colour, pieces)
        return width


@dataclass(slots=True)
class _Box:
    """A box with its text in lines and, once placed, its corner."""

    model: FlowBox
    lines: list[tuple[Line, TextSpec]]
    width: float
    x: float = 0.0
    top: float = 0.0

    @property
    def height(self) -> float:
        return sum(spec.leading for _, spec in self.lines) + 2 * _PADDING - 1

    @property
    def middle(self) -> float:
        return self.top - self.height / 2


@dataclass(slots=True)
class _Column:
    """A column: its place and its stacks of boxes."""

    model: FlowColumn
    x: float
    width: float
    gap: float
    stacks: list[tuple[FlowStack, list[_Box]]]

    def height(self, between: float = _GAP) -> float:
        stacks = [boxes for _, boxes in self.stacks if boxes]
        inner = sum(sum(box.height for box in boxes) + between * (len(boxes) - 1) for boxes in stacks)
        return inner + _NEXT_CAPTION * max(0, len(stacks) - 1)

    def boxes(self) -> Iterator[_Box]:
        for _, boxes in self.stacks:
            yield from boxes


class FlowItem(FigureItem):
    """A flow picture."""

    def __init__(self, place: Place, figure: FlowFigure, parent: Element) -> None:
        super().__init__(place, figure.alternative, parent)
        self._figure = figure
        self._columns = self._lay_out(place.width)
        self._body = max((column.height() for column in self._columns), default=0.0)
        self.natural = self._body + _CAPTION + (_KEY if figure.key else 4)

    def _lay_out(self, width: float) -> list[_Column]:
        models = self._figure.columns
        total = sum(model.weight + model.gap for model in models[:-1]) + sum(m.weight for m in models[-1:])
        unit = width / total if total else 0.0
        columns: list[_Column] = []
        x = 0.0
        for model in models:
            own = model.weight * unit
            stacks = [(stack, [self._box(box, own) for box in stack.boxes]) for stack in model.stacks]
            columns.append(_Column(model, x, own, model.gap * unit, stacks))
            x += own + model.gap * unit
        return columns

    def _box(self, model: FlowBox, width: float) -> _Box:
        inner = width - 2 * _PADDING - (_SIGN_ROOM if model.sign else 0)
        strong = model.frame is Frame.ACCENT
        first = STRONG if strong else LIGHT if model.light else TITLE
        second = STRONG if strong else LIGHT
        lines = [(line, first) for line in self.lines(model.title, first, inner)]
        if model.text:
            lines += [(line, second) for line in self.lines(model.text, second, inner)]
        return _Box(model, lines, width)

    # ink
    def paint(self, page: Page) -> None:
        """Draw captions, boxes, arrows and key."""
        top = self.natural - _CAPTION
        for column in self._columns:
            self._place(page, column, top)
        for left, right in pairwise(self._columns):
            self._join(page, left, right)
        if self._figure.key:
            self._draw_key(page)

    def _place(self, page: Page, column: _Column, top: float) -> None:
        between = _GAP
        y = top
        if column.model.spread is Spread.EVEN:
            boxes = list(column.boxes())
            free = self._body - sum(box.height for box in boxes)
            between = max(_GAP, min(_EVEN[1], max(_EVEN[0], free / max(1, len(boxes) - 1))))
            if column.height(between) > self._body:
                between = max(0.0, free / max(1, len(boxes) - 1))
        elif column.model.spread is Spread.MIDDLE:
            settled = [c.height() for c in self._columns if c.model.spread is not Spread.EVEN]
            y = top - (max(settled) - column.height()) / 2
        for at, (stack, boxes) in enumerate(column.stacks):
            self.label(page, stack.caption, column.x, (top + 7) if not at else y - _NEXT_CAPTION + 7, CAPTION)
            y -= _NEXT_CAPTION if at else 0
            for number, box in enumerate(boxes):
                box.x, box.top = column.x, y
                self._draw_box(page, box)
                y -= box.height + (between if number < len(boxes) - 1 else 0)

    def _draw_box(self, page: Page, box: _Box) -> None:
        _draw_frame(page, box)
        indent = _SIGN_ROOM if box.model.sign else 0.0
        y = box.top - _PADDING
        for number, (line, spec) in enumerate(box.lines):
            y -= spec.leading
            base = y + spec.size * 0.27
            show_line(self.place.book, page, line, box.x + _PADDING + indent, base, spec)
            if number == 0 and box.model.sign:
                draw_sign(page, box.model.sign, box.x + _PADDING, base, 6)

    def _join(self, page: Page, left: _Column, right: _Column) -> None:
        sources = {box.model.key: box for box in left.boxes()}
        targets = {box.model.key: box for box in right.boxes()}
        arrows = [a for a in self._figure.arrows if a.source in sources and a.target in targets]
        start, end = left.x + left.width, right.x
        if len({arrow.source for arrow in arrows}) == 1 and len(arrows) > 1:
            ends = [(end, targets[arrow.target].middle, arrow.stroke) for arrow in arrows]
            draw_bus(
                page, end - left.gap / 2 - 2, ends, (start, sources[arrows[0].source].middle), merge=False
            )
            return
        room = left.gap - 11
        wanted = [box for key, box in targets.items() if any(arrow.target == key for arrow in arrows)]
        for lane, box in enumerate(wanted):
            ends = [
                (start, _leaving(sources[arrow.source], arrow, arrows), arrow.stroke)
                for arrow in arrows
                if arrow.target == box.model.key
            ]
            x = start + 4 + room * (lane + 0.5) / len(wanted)
            draw_bus(page, x, ends, (end, box.middle), merge=True)

    def _draw_key(self, page: Page) -> None:
        x, y = 0.0, 3.0
        for stroke, text in self._figure.key:
            draw_arrow(page, [(x, y + 2.6), (x + 24, y + 2.6)], stroke)
            x += 29 + self.label(page, text, x + 29, y, KEY) + 22


def _leaving(box: _Box, arrow: FlowArrow, arrows: list[FlowArrow]) -> float:
    """Return the height at which an arrow leaves its box: several from one box leave in steps."""
    own = [one for one in arrows if one.source == arrow.source]
    step = min(_LANE_STEP, (box.height - 4) / len(own))
    return box.middle + ((len(own) - 1) / 2 - own.index(arrow)) * step


def _draw_frame(page: Page, box: _Box) -> None:
    x, y, width, height = box.x, box.top - box.height, box.width, box.height
    frame = box.model.frame
    if frame is Frame.ACCENT:
        page.rectangle(x, y, width, height, fill=ACCENT)
        return
    page.stroke(INK, 0.8, (2.4, 1.8) if frame is Frame.DASHED else ())
    page.rectangle(x, y, width, height, fill=TINT if frame is Frame.TINT else WHITE, frame=True)
    if frame is Frame.DOUBLE:
        page.rectangle(x + 2.2, y + 2.2, width - 4.4, height - 4.4, frame=True)
