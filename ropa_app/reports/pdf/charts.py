"""A chart of signs: rows in groups against columns."""

from __future__ import annotations

from typing import Final

from ropa_app.reports.page_model import ChartGroup, ChartRow, DotChart, Sign
from ropa_app.reports.pdf.figures import FigureItem
from ropa_app.reports.pdf.items import Place
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.signs import draw_sign
from ropa_app.reports.pdf.structure import Element
from ropa_app.reports.pdf.styles import HAIR, INK, SECONDARY, TextSpec

_LABELS: Final = 128.0
_TOTALS: Final = 58.0
_HEAD: Final = 24.0
_GROUP: Final = 18.0
_ROW: Final = 17.0
_HEADING: Final = TextSpec(8.2, 9.8, True, SECONDARY)
_ENTRY: Final = TextSpec(9.4, 11.3)
_SIGN: Final = 7.2


class ChartItem(FigureItem):
    """A dot chart."""

    def __init__(self, place: Place, chart: DotChart, parent: Element) -> None:
        super().__init__(place, chart.alternative, parent)
        self._chart = chart
        self._step = (place.width - _LABELS - _TOTALS) / max(1, len(chart.columns))
        self.natural = _HEAD + sum(_GROUP + _ROW * len(group.rows) for group in chart.groups)

    def _column(self, at: int) -> float:
        return _LABELS + self._step * (at + 0.5)

    def paint(self, page: Page) -> None:
        """Draw heads, then group by group."""
        width = self.place.width
        y = self.natural - 10
        self.label(page, self._chart.row_title, 0, y, _HEADING)
        self.label(page, self._chart.total_title, width, y, _HEADING, 1)
        for at, title in enumerate(self._chart.columns):
            self.label(page, title, self._column(at), y, _HEADING, 0.5)
        y -= 6
        page.stroke(INK, 0.9)
        page.line((0, y), (width, y))
        for group in self._chart.groups:
            y = self._group(page, group, y)

    def _group(self, page: Page, group: ChartGroup, y: float) -> float:
        y -= 13
        draw_sign(page, group.sign, 0, y, 6)
        self.label(page, group.title, 10, y, _HEADING)
        y -= 5
        for row in group.rows:
            y -= _ROW
            self._row(page, row, group.sign, y)
        return y

    def _row(self, page: Page, row: ChartRow, sign: Sign, y: float) -> None:
        page.stroke(HAIR, 0.4)
        page.line((0, y), (self.place.width, y))
        self.label(page, row.label, 10, y + 5, _ENTRY)
        for at, marked in enumerate(row.marks):
            x = self._column(at)
            if marked:
                draw_sign(page, sign, x - _SIGN / 2, y + 5, _SIGN)
            else:
                page.circle(x, y + 8, 0.7, fill=HAIR)
        self.label(page, row.total, self.place.width, y + 5, _ENTRY, 1)
