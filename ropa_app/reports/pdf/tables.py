"""Tables, however long: rows are read and built as pages fill up, heads repeat, no row stands alone.

A row stays whole unless it is taller than a page. A row that is drawn is sealed, so a table of thousands of
rows needs no more memory than one of a few.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from ropa_app.reports.page_model import FieldTable, Row, Table
from ropa_app.reports.pdf.heads import Head
from ropa_app.reports.pdf.items import Place, Slab
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.rows import CellBox, TableRow, Track, tracks
from ropa_app.reports.pdf.structure import ROW_HEADER, Element
from ropa_app.reports.pdf.styles import FIELDS, HAIR, LABEL, RULE, TABLES, Padding, TableSpec
from ropa_app.reports.pdf.values import text_string

_SMALL: Final = 180.0  # a table up to this height begins whole
_BEGINNING: Final = 300.0  # no beginning wants more than this
_FIELDS_BEGIN: Final = 150.0
_SPLIT_BEGINS: Final = 90.0  # room for the first part of a row that is split anyway
_FEW: Final = 40  # rows that no small table has
_EPSILON: Final = 0.01


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a table: `head_top` above its heads, between rows, at its end."""

    head_top: bool = True
    between: bool = True
    end: bool = True


class RowsItem:
    """Rows that are built one at a time from an iterator."""

    def __init__(
        self,
        place: Place,
        rows: Iterator[TableRow],
        padding: tuple[Padding, Padding],
        lines: Lines,
        head: Head | None = None,
    ) -> None:
        self.before = 0.0
        self.after = 0.0
        self._place = place
        self._source = rows
        self._padding = padding
        self._lines = lines
        self._head = head
        self._rows: deque[TableRow] = deque()
        self._built = 0

    # what the column asks
    def leads(self) -> bool:
        """Tell that it may end a page."""
        return False

    def trails(self) -> bool:
        """Tell that it may begin a page."""
        return False

    def done(self) -> bool:
        """Tell whether all rows were taken."""
        return not self._pull(1)

    def height(self) -> float:
        """Return the height of all that is left; every row is built for it."""
        while self._pull(len(self._rows) + 1):
            pass
        return self._head_height() + sum(self._row_height(row) for row in self._rows)

    def beginning(self) -> float:
        """Return the height of a small table, else of its heads and two rows, or of fields up to a limit."""
        head = self._head_height()
        if self._must_split():
            return head + _SPLIT_BEGINS
        used, count = head, 0
        limit = _SMALL if self._head else _FIELDS_BEGIN
        while self._pull(count + 1):
            used += self._row_height(self._rows[count])
            count += 1
            if used > limit:
                break
        else:
            return used
        if not self._head:
            return max(used - self._row_height(self._rows[count - 1]), self._row_height(self._rows[0]))
        heights = [self._row_height(row) for row in islice(self._rows, 2)]
        return head + max(heights[0], min(sum(heights), _BEGINNING - head))

    def take(self, room: float, fresh: bool, reserve: float) -> Slab | None:
        """Return the heads and the rows that fit, then the beginning of a row that is split anyway."""
        head = self._head_height()
        room -= head
        parts: list[tuple[TableRow, Slab]] = []
        for _ in range(self._fitting(room, fresh, reserve)):
            row = self._rows.popleft()
            slab = row.take(self._row_height(row) + _EPSILON, self._pad(), True)
            if slab is not None:
                parts.append((row, slab))
                room -= slab.height
        if (self._must_split() and (not parts or room >= _SPLIT_BEGINS)) or (fresh and not parts):
            row = self._rows[0]
            slab = row.take(room, self._pad(), fresh and not parts)
            if slab is not None:
                parts.append((row, slab))
            if row.done():
                self._rows.popleft()
        return self._slab(parts, head) if parts else None

    def _must_split(self) -> bool:
        """Tell whether the next row is taller than a page."""
        if not self._pull(1):
            return False
        return self._row_height(self._rows[0]) + self._head_height() > self._place.page_height

    def small(self) -> bool:
        """Tell whether it begins whole."""
        return self.beginning() >= self.height() if not self._pull(_FEW) else False

    # rows
    def _pull(self, count: int) -> bool:
        """Build rows until there are so many; tell whether there are."""
        while len(self._rows) < count:
            row = next(self._source, None)
            if row is None:
                return False
            self._rows.append(row)
            self._built += 1
        return True

    def _pad(self) -> Padding:
        return self._padding[self._place.density.dense]

    def _row_height(self, row: TableRow) -> float:
        return row.height(self._pad())

    def _head_height(self) -> float:
        return self._head.height(self._pad()) if self._head else 0.0

    def _fitting(self, room: float, fresh: bool, reserve: float) -> int:
        """Return how many rows to take, so that no single one and no note below is left for the next page."""
        used, count = 0.0, 0
        while self._pull(count + 1) and used + self._row_height(self._rows[count]) <= room + _EPSILON:
            used += self._row_height(self._rows[count])
            count += 1
        left = 0 if not self._pull(count + 1) else 1 if not self._pull(count + 2) else 2
        if left == 0 and used + reserve > room + _EPSILON:
            return count - 2 if count > 2 else count if fresh else 0
        lonely = left == 1 and count > 2 and self._row_height(self._rows[count]) <= self._place.page_height
        return count - 1 if lonely else count

    # ink
    def _slab(self, parts: list[tuple[TableRow, Slab]], head_height: float) -> Slab:
        ends = self.done()
        total = head_height + sum(slab.height for _, slab in parts)

        def draw(page: Page, x: float, top: float) -> None:
            if self._head:
                last = parts[0][0].element if ends else None
                self._head.draw(page, x, top, self._pad(), self._lines.head_top, last, self._built)
                top -= head_height
            bottoms: list[float] = []
            for row, slab in parts:
                slab.draw(page, x, top)
                top -= slab.height
                bottoms.append(top)
                if row.done():
                    self._place.book.tree.seal(row.element)
            self._rule(page, x, bottoms, ends)

        return Slab(total, draw)

    def _rule(self, page: Page, x: float, bottoms: list[float], ends: bool) -> None:
        right = x + self._place.width
        with page.artifact():
            if self._lines.between:
                page.stroke(HAIR, 0.4)
                for y in bottoms[:-1] if ends or self._lines.end else bottoms:
                    page.line((x, y), (right, y))
            if self._lines.end:
                page.stroke(RULE, 0.6)
                page.line((x, bottoms[-1]), (right, bottoms[-1]))


def table_item(place: Place, table: Table, parent: Element) -> RowsItem | None:
    """Return a table with column heads, None for one without rows."""
    spec = TABLES[table.style]
    source = iter(table.rows)
    first = next(source, None)
    if first is None:
        return None
    columns = tracks(_widths(table, spec, place.width), spec.padding)
    element = parent.child("Table", _summary(place, table.summary))
    head = Head(place, table, spec, columns, element.child("THead").child("TR"))
    body = element.child("TBody")
    rows = _built(place, table, chain([first], source), columns, body)
    item = RowsItem(place, rows, (spec.padding, spec.dense), Lines(spec.top_rule), head)
    item.after = spec.after
    return item


def _widths(table: Table, spec: TableSpec, width: float) -> list[float]:
    first = spec.first_width if table.fixed_first else 0.0
    weights = [column.weight for column in table.columns]
    if table.fixed_first:
        weights[0] = 0.0
    share = (width - first) / sum(weights)
    widths = [weight * share for weight in weights]
    if table.fixed_first:
        widths[0] = first
    return widths


def _built(
    place: Place, table: Table, source: Iterator[Row], columns: list[Track], body: Element
) -> Iterator[TableRow]:
    """Yield the rows. Heads of rows need enough data cells, or the table says less than it seems to."""
    count = len(columns)
    needed = -(-count // (count - 2)) if count > 2 else 0
    waiting = list(islice(source, needed))
    named = table.row_header if needed and len(waiting) == needed else None
    for row in chain(waiting, source):
        if len(row) != count:
            raise ValueError(f"a row of {len(row)} cells in a table of {count} columns")
        element = body.child("TR")
        cells = [
            CellBox(place, cell, TABLES[table.style].cell, track, _cell_element(element, at == named))
            for at, (cell, track) in enumerate(zip(row, columns))
        ]
        yield TableRow(cells, columns, element)


def _cell_element(row: Element, heads: bool) -> Element:
    return row.child("TH", ROW_HEADER) if heads else row.child("TD")


def _summary(place: Place, text: str) -> bytes:
    return b"/A<</O/Table/Summary" + text_string(place.book.faces.one_line(text)) + b">>" if text else b""


def field_item(place: Place, fields: FieldTable, parent: Element) -> RowsItem | None:
    """Return a table of labels and values, None for one without rows."""
    source = iter(fields.rows)
    first = next(source, None)
    if first is None:
        return None
    spec = FIELDS[fields.style]
    columns = [Track(0, LABEL, 0, 14), Track(LABEL, place.width - LABEL, 0, 0)]
    element = parent.child("Table", _summary(place, fields.summary))

    def rows() -> Iterator[TableRow]:
        for row in chain([first], source):
            tr = element.child("TR")
            label = CellBox(place, row.label, spec.label, columns[0], _cell_element(tr, True))
            value = CellBox(place, row.value, spec.value, columns[1], _cell_element(tr, False))
            yield TableRow([label, value], columns, tr)

    lines = Lines(head_top=False, between=spec.rules, end=False)
    return RowsItem(place, rows(), (spec.padding, spec.dense), lines)
