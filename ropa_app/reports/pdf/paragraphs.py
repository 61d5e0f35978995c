"""A paragraph on the page: lines with their marks, links and sign."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from ropa_app.reports.page_model import Run, Sign
from ropa_app.reports.pdf.book import Book
from ropa_app.reports.pdf.breaking import NO_BREAK, Line, Look, MarkGroup, Span
from ropa_app.reports.pdf.items import Slab
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.signs import draw_sign
from ropa_app.reports.pdf.structure import Element, language
from ropa_app.reports.pdf.styles import SIGN_GAP, SIGN_SIZE, TextSpec

_MIDDLE: Final = 0.265  # of the size: how far the base line lies below the middle of a line
_FEWEST: Final = 2  # lines of a paragraph that stand together at a page's edge

Piece = tuple[Span, float, str]  # a span, its base line, what follows it


def base_line(top: float, spec: TextSpec) -> float:
    """Return the base line of the first line below `top`."""
    return top - spec.leading / 2 - _MIDDLE * spec.size


class Marker:
    """Hands out the elements that hold a paragraph's text: itself, or a Span or Link for each group.

    With links or other languages all text stands in children, so that their order is that of the text.
    """

    def __init__(self, element: Element, groups: tuple[MarkGroup, ...]) -> None:
        self.element = element
        self.groups = groups
        self.has_links = any(group.link for group in groups)
        self._plain = not self.has_links and not any(group.language for group in groups)
        self._children: dict[int, Element] = {}

    def element_for(self, group: int) -> Element:
        """Return the element for the text of a group."""
        if self._plain:
            return self.element
        if group not in self._children:
            one = self.groups[group]
            attributes = language(one.language) if one.language else b""
            self._children[group] = self.element.child("Link" if one.link else "Span", attributes)
        return self._children[group]


class ParagraphItem:
    """A paragraph that may go on over several pages."""

    def __init__(
        self,
        book: Book,
        runs: tuple[Run, ...],
        spec: TextSpec,
        width: float,
        element: Element,
        sign: Sign | None = None,
    ) -> None:
        self.note = False
        self.sign = sign
        self.spec = spec
        self._book = book
        self._indent = spec.indent + (spec.size * SIGN_SIZE + SIGN_GAP if sign else 0)
        self._lines, groups = book.breaker.lines(runs, spec, width - self._indent)
        self._marker = Marker(element, groups)
        self._next = 0

    @property
    def before(self) -> float:
        """Return the least distance to what precedes it."""
        return self.spec.before

    @property
    def after(self) -> float:
        """Return the least distance to what follows it."""
        return self.spec.after

    def leads(self) -> bool:
        """Tell whether it belongs to what follows."""
        return False

    def trails(self) -> bool:
        """Tell whether it is a note to what precedes it."""
        return self.note

    def height(self) -> float:
        """Return the height of the lines that are left."""
        return (len(self._lines) - self._next) * self.spec.leading

    def beginning(self) -> float:
        """Return the height of its first lines."""
        left = len(self._lines) - self._next
        return min(left, _FEWEST if left > _FEWEST + 1 else left) * self.spec.leading

    def done(self) -> bool:
        """Tell whether all lines were taken."""
        return self._next >= len(self._lines)

    def take(self, room: float, fresh: bool, reserve: float) -> Slab | None:
        """Return the lines that fit; never a single first or last line of several."""
        left = len(self._lines) - self._next
        count = int((room + 0.01) / self.spec.leading)
        if count >= left and self.height() + reserve > room + 0.01:
            count = left - _FEWEST
        elif count == left - 1:
            count -= 1
        if count < min(_FEWEST, left):
            if not fresh:
                return None
            count = max(count, 1)
        return self.slab(min(count, left))

    def slab(self, count: int) -> Slab:
        """Take a number of lines."""
        first = self._next
        self._next += count
        lines = self._lines[first : first + count]
        last = self.done()

        def draw(page: Page, x: float, top: float) -> None:
            if self.sign and first == 0:
                self._draw_sign(page, x, top)
            self._draw_lines(page, lines, x + self._indent, top, last)

        return Slab(count * self.spec.leading, draw)

    def _draw_sign(self, page: Page, x: float, top: float) -> None:
        size = self.spec.size * SIGN_SIZE
        with page.artifact():
            if self.sign:
                draw_sign(page, self.sign, x + self.spec.indent, base_line(top, self.spec), size)

    def _draw_lines(self, page: Page, lines: Sequence[Line], x: float, top: float, last: bool) -> None:
        pieces: list[Piece] = []
        y = base_line(top, self.spec)
        for number, line in enumerate(lines):
            pieces.extend((span, y, "") for span in line.spans)
            if line.ending and line.spans and not (last and number == len(lines) - 1):
                pieces[-1] = (line.spans[-1], y, line.ending)
            y -= self.spec.leading
        for group, some in groupby(pieces, key=_group):
            if page.in_artifact:
                self._show(page, some, x)
            else:
                with page.tagged(self._marker.element_for(group)):
                    self._show(page, some, x)
        if self._marker.has_links and not page.in_artifact:
            self._draw_links(page, pieces, x)
        _draw_lines_through(page, pieces, x, self.spec.size)

    def _show(self, page: Page, pieces: Iterable[Piece], x: float) -> None:
        for span, y, ending in pieces:
            text = span.text.replace(NO_BREAK, " ") + ending
            look = span.look
            faces = self._book.faces.split(text, look.bold, look.italic)
            page.text(x + span.x, y, self.spec.size, look.colour, faces)

    def _draw_links(self, page: Page, pieces: Sequence[Piece], x: float) -> None:
        areas: dict[tuple[int, float], tuple[float, float]] = {}
        for span, y, _ in pieces:
            group = span.look.group
            if self._marker.groups[group].link:
                left, right = areas.get((group, y), (x + span.x, 0.0))
                areas[group, y] = (min(left, x + span.x), max(right, x + span.x + span.width))
        size = self.spec.size
        for (group, y), (left, right) in areas.items():
            box = (left, y - 0.25 * size, right, y + 0.85 * size)
            one = self._marker.groups[group]
            self._book.add_link(page, self._marker.element_for(group), box, one.link, one.text)


def _group(piece: Piece) -> int:
    return piece[0].look.group


def _draw_lines_through(page: Page, pieces: Sequence[Piece], x: float, size: float) -> None:
    """Draw underlines and strikes."""
    marked = [(span, y) for span, y, _ in pieces if span.look.underline or span.look.strike]
    if not marked:
        return
    with page.artifact():
        for span, y in marked:
            for offset in _offsets(span.look, size):
                page.stroke(span.look.colour, size * 0.055)
                page.line((x + span.x, y + offset), (x + span.x + span.width, y + offset))


def _offsets(look: Look, size: float) -> list[float]:
    return ([-0.13 * size] if look.underline else []) + ([0.24 * size] if look.strike else [])


def ended(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines of a text that others follow in its mark: a blank ends the last one too."""
    return (*lines[:-1], lines[-1]._replace(ending=" "))


def show_line(book: Book, page: Page, line: Line, x: float, y: float, spec: TextSpec) -> None:
    """Draw a line of text into the mark that is open, with what the text layer gets behind it."""
    for at, span in enumerate(line.spans):
        ending = line.ending if at == len(line.spans) - 1 else ""
        look = span.look
        pieces = book.faces.split(span.text.replace(NO_BREAK, " ") + ending, look.bold, look.italic)
        page.text(x + span.x, y, spec.size, look.colour, pieces)
