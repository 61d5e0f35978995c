"""A tree as the window draws it: rows of one height, marks, numbers in grey, the current row with a bar."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ropa_app.gui import theme
from ropa_app.gui.drawing import paint_drawing
from ropa_app.gui.widgets.mark import Kind, paint_mark

_SIDE: Final = 28
_ROW: Final = 34
_INDENT: Final = 26
_HEAD: Final = 28
_BAR: Final = 3
_MARK: Final = 14
_ARROW: Final = 16
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints a cell; surface and arrows are the tree's. A kind of tree says what its rows have."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree: Final = tree

    def mark(self, index: Index) -> Kind | None:
        """Return the mark before a row."""
        del index
        return None

    def number(self, index: Index) -> str:
        """Return the number behind a row, an empty text for none."""
        del index
        return ""

    def is_head(self, index: Index) -> bool:
        """Tell whether a row is the head of a group."""
        return not index.parent().isValid()

    def is_quiet(self, index: Index) -> bool:
        """Tell whether a cell stands back behind the others."""
        del index
        return False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one height for every row."""
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw mark, text and number."""
        tokens, box, first = theme.tokens(), QRect(option.rect), index.column() == 0
        selected = self._tree.selectionModel().isRowSelected(index.row(), index.parent())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if first and (kind := self.mark(index)):
            mark = QRectF(box.left() + 2, box.top() + (_ROW - _MARK) / 2, _MARK, _MARK)
            paint_mark(painter, kind, mark)
            box.setLeft(box.left() + _MARK + 10)
        font = theme.font("strong" if self.is_head(index) else "body")
        quiet = tokens.text2 if self.is_quiet(index) else tokens.text
        painter.setFont(font)
        painter.setPen(QColor(tokens.on_sel if selected else quiet))
        metrics, number = QFontMetrics(font), self.number(index) if first else ""
        taken = metrics.horizontalAdvance(f"  {number}") if number else 0
        room = box.adjusted(2 if first else 8, 0, -8, 0)
        text = metrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width() - taken)
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, aligned, text)
        if number:
            room.setLeft(room.left() + metrics.horizontalAdvance(f"{text}  "))
            painter.setFont(theme.font("body"))
            painter.setPen(QColor(tokens.on_sel if selected else tokens.text3))
            painter.drawText(room, aligned, number)
        painter.restore()


class RowTree(QTreeView):
    """`opened` tells that a row that leads somewhere was opened: Enter and double click.

    The first column takes the room the others leave.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.header()
        head.setFixedHeight(_HEAD)
        head.setSectionsMovable(False)
        head.setStretchLastSection(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        first = ("QHeaderView::section:first", "QHeaderView::section:only-one")
        head.setStyleSheet(f"{', '.join(first)}{{padding-left:{_SIDE}px}}")
        self.doubleClicked.connect(self._on_double_clicked)
        self.clicked.connect(self._on_clicked)

    def leads(self) -> bool:
        """Tell whether the current row leads somewhere; others are only opened and closed."""
        return False

    def _on_double_clicked(self) -> None:
        if self.leads():
            self.opened.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        """Open and close a group with a click anywhere on it; the arrow does so by itself."""
        if not self.leads() and index.isValid():
            x = self.viewport().mapFromGlobal(self.cursor().pos()).x()
            if x >= self.visualRect(index).left():
                self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go where the row leads with Enter, or open and close a group."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if self.leads():
                self.opened.emit()
            else:
                self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
            return
        super().keyPressEvent(event)

    # Painting

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw surface, bar and ring of a row, then its cells."""
        tokens, box = theme.tokens(), QRect(option.rect)
        box.setLeft(0)
        box.setRight(self.viewport().width())
        selected = self.selectionModel().isRowSelected(index.row(), index.parent())
        under = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
        hovered = self.viewport().underMouse() and (under.row(), under.parent()) == (
            index.row(),
            index.parent(),
        )
        if selected or hovered:
            painter.fillRect(box, QColor(tokens.sel if selected else tokens.hover))
        super().drawRow(painter, option, index)
        if selected:
            painter.fillRect(QRect(0, box.top(), _BAR, box.height()), QColor(tokens.accent))
        if selected and self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawLine(QPoint(0, box.top() + 1), QPoint(box.right(), box.top() + 1))
            painter.drawLine(QPoint(0, box.bottom()), QPoint(box.right(), box.bottom()))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the arrow of a row that holds others."""
        if not self.model().rowCount(index):
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        left, top = rect.right() - _ARROW - 1, rect.top() + (rect.height() - _ARROW) / 2
        paint_drawing(painter, name, theme.tokens().text2, QRectF(left, top, _ARROW, _ARROW))
