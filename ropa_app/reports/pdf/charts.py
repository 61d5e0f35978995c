"""A chart of signs: rows in groups against columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ropa_app.reports.page_model import ChartGroup, ChartRow, DotChart, Sign
from ropa_app.reports.pdf.breaking import Line
from ropa_app.reports.pdf.figures import FigureItem
from ropa_app.reports.pdf.items import Place
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.paragraphs import show_line
from ropa_app.reports.pdf.signs import draw_sign
from ropa_app.reports.pdf.structure import Element
from ropa_app.reports.pdf.styles import HAIR, INK, SECONDARY, TextSpec

_LABELS: Final = 128.0
_TOTALS: Final = 58.0
_HEAD: Final = 24.0
_GROUP: Final = 18.0
_ROW: Final = 17.0
_INDENT: Final = 10.0
_BETWEEN: Final = 4.0  # the least distance between texts side by side
_HEADING: Final = TextSpec(8.2, 9.8, True, SECONDARY)
_ENTRY: Final = TextSpec(9.4, 11.3)
_SIGN: Final = 7.2


def _height(label: Sequence[Line]) -> float:
    """Return the height of a row with a label of so many lines."""
    return _ROW + (len(label) - 1) * _ENTRY.leading


class ChartItem(FigureItem):
    """A dot chart."""

    def __init__(self, place: Place, chart: DotChart, parent: Element) -> None:
        super().__init__(place, chart.alternative, parent)
        self._chart = chart
        self._step = (place.width - _LABELS - _TOTALS) / max(1, len(chart.columns))
        self._heads = [self.lines(title, _HEADING, self._step - _BETWEEN) for title in chart.columns]
        self._labels = [
            [self.lines(row.label, _ENTRY, _LABELS - _INDENT - _BETWEEN) for row in group.rows]
            for group in chart.groups
        ]
        self._deeper = (max(map(len, self._heads), default=1) - 1) * _HEADING.leading
        rows = sum(_height(label) for labels in self._labels for label in labels)
        self.natural = _HEAD + self._deeper + _GROUP * len(chart.groups) + rows

    def _column(self, at: int) -> float:
        return _LABELS + self._step * (at + 0.5)

    def paint(self, page: Page) -> None:
        """Draw heads, then group by group."""
        width = self.place.width
        y = self.natural - 10 - self._deeper
        self.label(page, self._chart.row_title, 0, y, _HEADING)
        self.label(page, self._chart.total_title, width, y, _HEADING, 1)
        for at, lines in enumerate(self._heads):
            self._lines(page, lines, self._column(at), y, _HEADING, 0.5)
        y -= 6
        page.stroke(INK, 0.9)
        page.line((0, y), (width, y))
        for group, labels in zip(self._chart.groups, self._labels):
            y = self._group(page, group, labels, y)

    def _lines(
        self, page: Page, lines: Sequence[Line], x: float, y: float, spec: TextSpec, align: float = 0.0
    ) -> None:
        """Draw lines, the last of them at y."""
        for below, line in zip(reversed(range(len(lines))), lines):
            last = line.spans[-1:]
            width = last[0].x + last[0].width if last else 0.0
            show_line(self.place.book, page, line, x - width * align, y + below * spec.leading, spec)

    def _group(self, page: Page, group: ChartGroup, labels: Sequence[Sequence[Line]], y: float) -> float:
        y -= 13
        draw_sign(page, group.sign, 0, y, 6)
        self.label(page, group.title, _INDENT, y, _HEADING)
        y -= 5
        for row, label in zip(group.rows, labels):
            y -= _height(label)
            self._row(page, row, label, group.sign, y)
        return y

    def _row(self, page: Page, row: ChartRow, label: Sequence[Line], sign: Sign, y: float) -> None:
        page.stroke(HAIR, 0.4)
        page.line((0, y), (self.place.width, y))
        self._lines(page, label, _INDENT, y + 5, _ENTRY)
        for at, marked in enumerate(row.marks):
            x = self._column(at)
            if marked:
                draw_sign(page, sign, x - _SIGN / 2, y + 5, _SIGN)
            else:
                page.circle(x, y + 8, 0.7, fill=HAIR)
        self.label(page, row.total, self.place.width, y + 5, _ENTRY, 1)
