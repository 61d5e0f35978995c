"""The grid as it is drawn: signs in narrow columns that always fit, the activity in what room is left."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ropa_app.gui import theme
from ropa_app.gui.coverage_jobs import Line
from ropa_app.gui.delegates import ONE_LINE
from ropa_app.gui.models.coverage_model import LINE, LOOK, CoverageModel
from ropa_app.gui.pages.coverage_header import CoverageHeader
from ropa_app.gui.widgets.coverage_mark import Look, paint_look
from ropa_app.i18n import Translator
from ropa_app.legal.coverage import ITEMS

_MARK: Final = 14
_BAR: Final = 3
_SIDE: Final = 28
_NUMBER: Final = 38
_MOST, _LEAST = 36, 26
_ACTIVITY, _ACTIVITY_LEAST = 290, 120
Index = QModelIndex | QPersistentModelIndex


class CoverageDelegate(QStyledItemDelegate):
    """Paints the activity of a row, or the sign of one of its items."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table: Final = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the surface of the row, what stands in the cell, and the ring of the chosen one."""
        tokens, box = theme.tokens(), QRect(option.rect)
        current = self._table.currentIndex()
        in_row = current.isValid() and current.row() == index.row()
        painter.save()
        if in_row:
            painter.fillRect(box, QColor(tokens.sel))
        ink = tokens.on_sel if in_row else tokens.text2
        look: Look | None = index.data(LOOK)
        if look is not None:
            left = box.left() + (box.width() - _MARK) / 2
            paint_look(painter, look, QRectF(left, box.top() + (ONE_LINE - _MARK) / 2, _MARK, _MARK), ink)
        else:
            self._paint_activity(painter, box, index.data(LINE), ink, in_row=in_row)
        if in_row and current.column() == index.column():
            width = 2 if self._table.hasFocus() else 1
            painter.setPen(QPen(QColor(tokens.accent), width))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_activity(self, painter: QPainter, box: QRect, line: Line, ink: str, *, in_row: bool) -> None:
        tokens = theme.tokens()
        if in_row:
            painter.fillRect(QRect(box.left(), box.top(), _BAR, box.height()), QColor(tokens.accent))
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        room = box.adjusted(_SIDE, 0, -8, 0)
        painter.setFont(theme.font("body"))
        painter.setPen(QColor(ink))
        metrics = QFontMetrics(painter.font())
        painter.drawText(room, aligned, line.reference)
        room.setLeft(room.left() + max(_NUMBER, metrics.horizontalAdvance(f"{line.reference}  ")))
        painter.setPen(QColor(tokens.on_sel if in_row else tokens.text))
        title = metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, aligned, title)


class CoverageTable(QTableView):
    """`picked` tells that another cell is chosen; `opened` on Enter and double click."""

    picked = Signal()
    opened = Signal()

    def __init__(self, t: Translator, model: CoverageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.coverage: Final = model
        self.head: Final = CoverageHeader(t, self)
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        self.setItemDelegate(CoverageDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ONE_LINE)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelReset.connect(self._share_room)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    # The chosen cell

    def chosen(self) -> tuple[Line, int] | None:
        """Return the activity and the column that are chosen, None where nothing is."""
        index = self.currentIndex()
        line = self.coverage.line(index.row())
        return (line, index.column()) if line is not None else None

    def choose(self, activity: str, column: int) -> bool:
        """Choose a cell and show it; return whether the activity is shown."""
        row = self.coverage.row_of(activity)
        if row >= 0:
            index = self.coverage.index(row, column)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return row >= 0

    def _on_current_changed(self) -> None:
        self.head.set_current(self.currentIndex().column())
        self.viewport().update()
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from the chosen cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
            return
        super().keyPressEvent(event)

    # Look

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()
        if event.oldSize().height() != event.size().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # what is chosen stays in sight when the detail comes below

    def _share_room(self) -> None:
        """Make the items narrower before the activities are cut, but not narrower than their counts."""
        room, least = self.viewport().width(), max(_LEAST, self.head.widest_count())
        item = max(least, min(_MOST, (room - _ACTIVITY) // len(ITEMS)))
        for column in range(1, len(ITEMS) + 1):
            self.setColumnWidth(column, item)
        self.setColumnWidth(0, max(_ACTIVITY_LEAST, room - item * len(ITEMS)))

    def retranslate(self, t: Translator) -> None:
        """Take the heads in another language."""
        self.head.retranslate(t)
        self.updateGeometries()
