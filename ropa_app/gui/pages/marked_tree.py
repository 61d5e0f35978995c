"""A tree whose rows carry marks and numbers, as it is drawn: rows of one height, numbers in grey."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ropa_app.gui import theme
from ropa_app.gui.drawing import paint_drawing
from ropa_app.gui.widgets.mark import Kind, paint_mark

#: What a row stands for.
NODE: Final = Qt.ItemDataRole.UserRole
_ROW: Final = 34
_INDENT: Final = 26
_HEAD: Final = 28
_SIDE: Final = 28
_BAR: Final = 3
_MARK: Final = 14
_ARROW: Final = 16
Index = QModelIndex | QPersistentModelIndex


class Look(NamedTuple):
    """How the rows of a tree look: mark and number of what one stands for, and whether it is a heading."""

    mark: Callable[[Any], Kind | None]
    number: Callable[[Any], str]
    is_heading: Callable[[Any], bool]


class MarkedDelegate(QStyledItemDelegate):
    """Paints a cell; surface and arrows are the tree's."""

    def __init__(self, tree: QTreeView, look: Look) -> None:
        super().__init__(tree)
        self._tree: Final = tree
        self._look: Final = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one height for every row."""
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw mark, text and number."""
        tokens, node, box = theme.tokens(), index.data(NODE), QRect(option.rect)
        selected = self._tree.selectionModel().isRowSelected(index.row(), index.parent())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not index.column() and (kind := self._look.mark(node)):
            mark = QRectF(box.left() + 2, box.top() + (_ROW - _MARK) / 2, _MARK, _MARK)
            paint_mark(painter, kind, mark)
            box.setLeft(box.left() + _MARK + 10)
        font = theme.font("strong" if self._look.is_heading(node) else "body")
        is_last = index.column() == index.model().columnCount() - 1
        quiet = tokens.text2 if is_last else tokens.text
        painter.setFont(font)
        painter.setPen(QColor(tokens.on_sel if selected else quiet))
        metrics, number = QFontMetrics(font), self._look.number(node) if not index.column() else ""
        taken = metrics.horizontalAdvance(f"  {number}") if number else 0
        room = box.adjusted(8 if index.column() else 2, 0, -8, 0)
        text = metrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width() - taken)
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, aligned, text)
        if number:
            room.setLeft(room.left() + metrics.horizontalAdvance(f"{text}  "))
            painter.setFont(theme.font("body"))
            painter.setPen(QColor(tokens.on_sel if selected else tokens.text3))
            painter.drawText(room, aligned, number)
        painter.restore()


class MarkedTree(QTreeView):
    """`picked(node)` tells the current row that holds no others, None for a group; `opened` on Enter."""

    picked = Signal(object)
    opened = Signal()

    def __init__(self, model: QAbstractItemModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(MarkedDelegate(self, look))
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
        head.setStyleSheet(f"QHeaderView::section:first{{padding-left:{_SIDE}px}}")
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.clicked.connect(self._on_clicked)

    def leaf(self) -> Any:
        """Return what the current row stands for, None where it holds others or there is none."""
        index = self.currentIndex()
        return index.data(NODE) if index.isValid() and not self.model().rowCount(index) else None

    def _on_current_changed(self) -> None:
        self.picked.emit(self.leaf())

    def _on_double_clicked(self) -> None:
        if self.leaf() is not None:
            self.opened.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        """Open and close a group with a click anywhere on it; the arrow does so by itself."""
        if self.leaf() is None and index.isValid():
            x = self.viewport().mapFromGlobal(self.cursor().pos()).x()
            if x >= self.visualRect(index).left():
                self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what the row stands for with Enter, or open and close a group."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if self.leaf() is not None:
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
