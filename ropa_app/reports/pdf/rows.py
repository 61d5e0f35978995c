"""Rows of cells: their height, how they are drawn, and how one is split that is taller than a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ropa_app.reports.page_model import Cell
from ropa_app.reports.pdf.items import Place, Slab
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.paragraphs import ParagraphItem
from ropa_app.reports.pdf.structure import Element
from ropa_app.reports.pdf.styles import Padding, TextSpec


@dataclass(frozen=True, slots=True)
class Track:
    """A column on paper: where it begins, its width, the padding at its sides."""

    x: float
    width: float
    left: float
    right: float

    @property
    def inner(self) -> float:
        """Return the width that text has."""
        return self.width - self.left - self.right


def tracks(widths: Sequence[float], padding: Padding) -> list[Track]:
    """Return columns side by side; text in the first one stands flush left."""
    made: list[Track] = []
    x = 0.0
    for at, width in enumerate(widths):
        made.append(Track(x, width, padding.left if at else 0.0, padding.right))
        x += width
    return made


class CellBox:
    """The paragraphs of a cell; a single one is the cell itself, several get elements of their own."""

    def __init__(self, place: Place, cell: Cell, spec: TextSpec, track: Track, element: Element) -> None:
        single = len(cell) == 1
        self._paragraphs = [
            ParagraphItem(
                place.book,
                paragraph.runs,
                spec,
                track.inner,
                element if single else element.child("P"),
                paragraph.sign,
            )
            for paragraph in cell
        ]

    def height(self) -> float:
        """Return the height of what is left of it."""
        return sum(paragraph.height() for paragraph in self._paragraphs)

    def done(self) -> bool:
        """Tell whether all of it was taken."""
        return all(paragraph.done() for paragraph in self._paragraphs)

    def take(self, room: float, fresh: bool) -> Slab:
        """Return what fits, perhaps nothing."""
        slabs: list[Slab] = []
        used = 0.0
        for paragraph in self._paragraphs:
            if paragraph.done():
                continue
            slab = paragraph.take(room - used, fresh and not slabs, 0)
            if slab is None:
                break
            slabs.append(slab)
            used += slab.height
            if not paragraph.done():
                break

        def draw(page: Page, x: float, top: float) -> None:
            for slab in slabs:
                slab.draw(page, x, top)
                top -= slab.height

        return Slab(used, draw)


@dataclass(slots=True)
class TableRow:
    """A row: its cells over the table's columns."""

    cells: list[CellBox]
    tracks: list[Track]
    element: Element
    at_bottom: bool = False  # cells end on one line instead of beginning on one
    inner: float | None = None  # height of what is left, without padding, once somebody asked

    def height(self, padding: Padding) -> float:
        """Return the height of what is left of it."""
        if self.inner is None:
            self.inner = max(cell.height() for cell in self.cells)
        return self.inner + padding.above + padding.below

    def done(self) -> bool:
        """Tell whether all of it was taken."""
        return all(cell.done() for cell in self.cells)

    def take(self, room: float, padding: Padding, fresh: bool) -> Slab | None:
        """Return what fits of each cell, None if that is nothing."""
        inside = room - padding.above - padding.below
        self.inner = None
        slabs = [cell.take(inside, fresh) for cell in self.cells]
        height = max(slab.height for slab in slabs)
        if not height and not self.done():
            return None

        def draw(page: Page, x: float, top: float) -> None:
            for slab, track in zip(slabs, self.tracks):
                drop = height - slab.height if self.at_bottom else 0.0
                slab.draw(page, x + track.x + track.left, top - padding.above - drop)

        return Slab(height + padding.above + padding.below, draw)
