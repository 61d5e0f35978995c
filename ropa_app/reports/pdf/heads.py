"""The heads of the columns of a table."""

from __future__ import annotations

from typing import Final

from ropa_app.reports.page_model import Cell, Paragraph, Run, Table
from ropa_app.reports.pdf.breaking import NO_BREAK
from ropa_app.reports.pdf.items import Place
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.rows import CellBox, TableRow, Track
from ropa_app.reports.pdf.structure import COLUMN_HEADER, Element
from ropa_app.reports.pdf.styles import INK, TINT, Padding, TableSpec

_MANY_WORDS: Final = 8


class Head:
    """The heads of a table: tagged where they first stand, artifacts where they repeat.

    Heads of many words, of a table that ends on its second page, are told a second time instead, in a row
    before those of that page: a long line hidden just once looks like lost prose to those who check. Where
    the table would then have more heads than data, they are told as data.
    """

    def __init__(
        self, place: Place, table: Table, spec: TableSpec, columns: list[Track], row: Element
    ) -> None:
        lettered = any(column.letter for column in table.columns)
        self._columns = columns
        self._tinted = [column.tinted for column in table.columns]
        self._texts: list[Cell] = [
            _head_text(column.letter, column.title, lettered) for column in table.columns
        ]
        self._elements = [row.child("TH", COLUMN_HEADER) for _ in table.columns]
        self._row = row
        self._spec = spec
        self._place = place
        self._times = 0
        self._wordy = sum(len(column.title.split()) for column in table.columns) >= _MANY_WORDS
        self._height = self._build().height(spec.padding)

    def _build(self) -> TableRow:
        cells = [
            CellBox(self._place, text, self._spec.head, track, element)
            for text, track, element in zip(self._texts, self._columns, self._elements)
        ]
        return TableRow(cells, self._columns, self._row, at_bottom=not self._spec.heads_at_top)

    def height(self, padding: Padding) -> float:
        """Return their height."""
        normal = self._spec.padding
        return self._height - normal.above - normal.below + padding.above + padding.below

    def draw(
        self,
        page: Page,
        x: float,
        top: float,
        padding: Padding,
        line_above: bool,
        last: Element | None,
        rows: int,
    ) -> None:
        """Draw them with their lines and tints; `last` is the first row of a last page, else None."""
        height, width = self.height(padding), self._place.width
        for track, tinted in zip(self._columns, self._tinted):
            if tinted:
                page.rectangle(x + track.x, top - height, track.width, height, fill=TINT)
        hidden = self._times > 0
        if self._times == 1 and last is not None and self._wordy:
            self._tell_again(last, rows)
            hidden = False
        self._times += 1
        slab = self._build().take(height + 0.01, padding, True)
        if slab and hidden:
            with page.artifact("/Type/Pagination"):
                slab.draw(page, x, top)
        elif slab:
            slab.draw(page, x, top)
        with page.artifact():
            if line_above:
                page.stroke(INK, 0.9)
                page.line((x, top), (x + width, top))
            page.stroke(INK, 0.6)
            page.line((x, top - height), (x + width, top - height))

    def _tell_again(self, before: Element, rows: int) -> None:
        """Make new elements for the heads, in a row before another of a table with so many rows."""
        body, count = before.parent, len(self._columns)
        heads = rows * (count - 2) >= 2 * count  # a row may have a head of its own
        if body is not None:
            row = body.child("TR")
            body.kids.insert(body.kids.index(before), body.kids.pop())
            self._elements = [
                row.child("TH", COLUMN_HEADER) if heads else row.child("TD") for _ in self._columns
            ]


def _head_text(letter: str, title: str, lettered: bool) -> Cell:
    if not lettered:
        return (Paragraph((Run(title),)),)
    first = Run(f"{letter}\n", accent=True) if letter else Run(f"{NO_BREAK}\n")
    return (Paragraph((first, Run(title))),)
