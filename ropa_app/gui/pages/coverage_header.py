"""The heads of the grid: names that stand upright over narrow columns, and how often each item is missing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ropa_app.gui import theme
from ropa_app.gui.models.coverage_model import COUNT
from ropa_app.i18n import NC_, Translator

MISSING_OF: Final = NC_("coverage", "Missing")
_COUNTS: Final = 24
_ABOVE: Final = 10
_BESIDE: Final = 4
_SIDE: Final = 28
_TEXT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CoverageHeader(QHeaderView):
    """The first head lies and names the row of counts, the others stand over their counts."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._t = t
        self.setSectionsMovable(False)
        self.setSectionsClickable(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(20)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.current = -1

    def retranslate(self, t: Translator) -> None:
        """Name the row of counts in another language."""
        self._t = t
        self.updateGeometry()
        self.viewport().update()

    def set_current(self, section: int) -> None:
        """Set the name of the column that is chosen in strong type."""
        if section != self.current:
            self.current = section
            self.viewport().update()

    def widest_count(self) -> int:
        """Return the width that the widest count takes."""
        metrics = QFontMetrics(theme.font("small", tabular=True))
        return max(
            (metrics.horizontalAdvance(self._count(section)) + _BESIDE for section in range(1, self.count())),
            default=0,
        )

    def _count(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal, COUNT))

    def sizeHint(self) -> QSize:
        """Return room for the longest name as it stands."""
        metrics = QFontMetrics(theme.font("strong"))
        names = (self._name(section) for section in range(1, self.count()))
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        return QSize(super().sizeHint().width(), longest + _ABOVE + _COUNTS)

    def _name(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a head, and the hairline below it."""
        tokens = theme.tokens()
        painter.save()
        painter.fillRect(rect, QColor(tokens.base))
        painter.setPen(QColor(tokens.hair))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        counts = QRect(rect.left(), rect.bottom() - _COUNTS, rect.width(), _COUNTS - 2)
        if section:
            self._paint_upright(painter, rect, section)
            painter.setFont(theme.font("small", tabular=True))
            painter.setPen(QColor(tokens.text3))
            painter.drawText(counts, Qt.AlignmentFlag.AlignCenter, self._count(section))
        else:
            painter.setFont(theme.font("small"))
            painter.setPen(QColor(tokens.text2))
            room = counts.adjusted(_SIDE, 0, -8, 0)
            painter.drawText(room, _TEXT, self._name(0))
            painter.setPen(QColor(tokens.text3))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, right, self._t.marked(MISSING_OF))
        painter.restore()

    def _paint_upright(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a name from below to above."""
        chosen = section == self.current
        painter.save()
        painter.setFont(theme.font("strong" if chosen else "body"))
        painter.setPen(QColor(theme.tokens().text if chosen else theme.tokens().text2))
        painter.translate(rect.left(), rect.bottom() - _COUNTS)
        painter.rotate(-90)
        length = rect.height() - _COUNTS - 2
        painter.drawText(QRect(2, 0, length, rect.width()), _TEXT, self._name(section))
        painter.restore()
