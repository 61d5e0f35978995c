"""The head of a document and its list of contents; bars; places without words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.reports.page_model import ContentsEntry, OutlineEntry, Run, TitleBlock
from ropa_app.reports.pdf.items import Item, Place, Whole
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.paragraphs import ParagraphItem, ended, show_line
from ropa_app.reports.pdf.structure import Element
from ropa_app.reports.pdf.styles import ACCENT, INK, RULE, SECONDARY, Colour, TextSpec

_NUMBER: Final = 26.0  # room for the number of a line of contents; a wider one pushes its title
_WIDEST: Final = 160.0  # a number beyond this is set like the first words of its title


class BarItem(Whole):
    """A filled bar with room above and below it."""

    def __init__(self, width: float, height: float, colour: Colour, above: float, below: float) -> None:
        super().__init__()
        self._size = (width, height)
        self._colour = colour
        self._room = (above, below)

    def height(self) -> float:
        """Return its height with the room around it."""
        return self._size[1] + sum(self._room)

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw it as an artifact."""
        width, height = self._size
        page.rectangle(x, top - self._room[0] - height, width, height, fill=self._colour)


class PlaceItem(Whole):
    """Nothing to be seen: a place for an outline entry that has no heading."""

    def __init__(self, place: Place, entry: OutlineEntry) -> None:
        super().__init__()
        self._place = place
        self._entry = entry

    def leads(self) -> bool:
        """Tell that it belongs to what follows."""
        return True

    def height(self) -> float:
        """Return nothing."""
        return 0.0

    def draw(self, page: Page, _x: float, top: float) -> None:
        """Place the anchor and the entry."""
        book = self._place.book
        book.place_anchor(page, self._entry.anchor, top)
        book.outline.add(book.faces.one_line(self._entry.title), self._entry.anchor, 0)


def title_items(place: Place, block: TitleBlock, parent: Element) -> Iterator[Item]:
    """Yield the head of a document."""
    yield BarItem(56, 5, ACCENT, 58 if block.front else 0, 14 if block.front else 10)

    def paragraph(text: str, spec: TextSpec) -> ParagraphItem:
        return ParagraphItem(place.book, (Run(text),), spec, place.width, parent.child("P"))

    if block.kicker:
        yield paragraph(block.kicker, TextSpec(9.5, 12, colour=SECONDARY, after=2))
    size = TextSpec(28.5, 34, True, after=2) if block.front else TextSpec(28, 33, True, after=1)
    title = ParagraphItem(place.book, (Run(block.title),), size, place.width, parent.child("H1"))
    yield PlaceItem(place, OutlineEntry(block.title, block.anchor))
    yield title
    if block.organisation:
        big = TextSpec(18, 24, colour=ACCENT, after=20)
        small = TextSpec(15, 20, colour=ACCENT, after=3)
        yield paragraph(block.organisation, big if block.front else small)
    if block.note:
        yield paragraph(block.note, TextSpec(9.5, 13, colour=SECONDARY, after=13))


class ContentsItem(Whole):
    """A line of contents: TOCI > Reference > Link with number, title, leader and page number."""

    def __init__(self, place: Place, entry: ContentsEntry, contents: Element) -> None:
        super().__init__()
        self._place = place
        self._entry = entry
        self._item = contents.child("TOCI")
        top = entry.level == 0
        self._spec = TextSpec(10.5 if top else 10, 13, bold=top)
        self._first = 19.0 if top else 15.5
        self._x = 16.0 * entry.level
        faces = place.book.faces
        number = faces.one_line(entry.number)
        own = faces.width(number + " ", top) * self._spec.size
        beside = own <= _WIDEST
        self._number = number if beside else ""
        self._text_x = self._x + (max(_NUMBER, own) if self._number else 0.0)
        room = place.width - self._text_x - 50
        words = entry.title if beside else f"{number} {entry.title}"
        lines, _ = place.book.breaker.lines((Run(words),), self._spec, room)
        self._lines = ended(lines)

    def height(self) -> float:
        """Return its height."""
        return self._first + (len(self._lines) - 1) * self._spec.leading

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw it; the page number follows when it is known."""
        book, entry, spec = self._place.book, self._entry, self._spec
        link = self._item.child("Reference").child("Link")
        y = top - self._first + 4.5
        with page.tagged(link):
            if self._number:
                pieces = book.faces.split(self._number + " ", spec.bold)
                page.text(x + self._x, y, spec.size, INK, pieces)
            for at, line in enumerate(self._lines):
                show_line(self._place.book, page, line, x + self._text_x, y - at * spec.leading, spec)
        y -= (len(self._lines) - 1) * spec.leading
        last = self._lines[-1].spans
        end = self._text_x + (last[-1].x + last[-1].width if last else 0)
        self._draw_leader(page, x, end, y)
        right = x + self._place.width

        def number_late(late: Page) -> None:
            text = book.page_number(entry.anchor)
            width = book.faces.width(text, spec.bold) * spec.size
            late.text(right - width, y, spec.size, INK, book.faces.split(text, spec.bold))

        page.late(link, number_late)
        box = (x, top - self.height(), right, top)
        words = f"{entry.number} {entry.title}" if entry.number else entry.title
        book.add_link(page, link, box, f"#{entry.anchor}", words)
        book.tree.seal(self._item)

    def _draw_leader(self, page: Page, x: float, start: float, y: float) -> None:
        """Draw dots that stand on one grid for all lines."""
        step = 3.6
        end = self._place.width - 24
        count = int((end - start - 5) / step)
        if count > 0:
            page.stroke(RULE, 0.7, (0, step), cap=1)
            page.line((x + end - count * step, y + 0.6), (x + end + 0.6, y + 0.6))
