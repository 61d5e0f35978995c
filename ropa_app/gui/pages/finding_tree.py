"""The tree of findings as it is drawn: rows of one height, marks, numbers in grey."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
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
from ropa_app.gui.findings import Judged
from ropa_app.gui.models.finding_tree_model import FINDING, LAW, NODE, FindingTreeModel, Group, Rule
from ropa_app.gui.widgets.mark import Kind, paint_mark
from ropa_app.legal.checks import Finding

_ROW: Final = 34
_INDENT: Final = 26
_HEAD: Final = 28
_SIDE: Final = 28
_BAR: Final = 3
_MARK: Final = 14
_ARROW: Final = 16
_FIELD, _LAW_WIDTH, _NARROW_LAW = 140, 184, 184
Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Paints a cell; surface and arrows are the tree's."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree: Final = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one height for every row."""
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw mark, text and number."""
        tokens, node, box = theme.tokens(), index.data(NODE), QRect(option.rect)
        selected = self._tree.selectionModel().isRowSelected(index.row(), index.parent())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == FINDING and (kind := _mark(node)):
            mark = QRectF(box.left() + 2, box.top() + (_ROW - _MARK) / 2, _MARK, _MARK)
            paint_mark(painter, kind, mark)
            box.setLeft(box.left() + _MARK + 10)
        font = theme.font("strong" if isinstance(node, Group) else "body")
        quiet = tokens.text2 if index.column() == LAW else tokens.text
        painter.setFont(font)
        painter.setPen(QColor(tokens.on_sel if selected else quiet))
        metrics, number = QFontMetrics(font), _number(node) if index.column() == FINDING else ""
        taken = metrics.horizontalAdvance(f"  {number}") if number else 0
        room = box.adjusted(2 if index.column() == FINDING else 8, 0, -8, 0)
        text = metrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width() - taken)
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, aligned, text)
        if number:
            room.setLeft(room.left() + metrics.horizontalAdvance(f"{text}  "))
            painter.setFont(theme.font("body"))
            painter.setPen(QColor(tokens.on_sel if selected else tokens.text3))
            painter.drawText(room, aligned, number)
        painter.restore()


def _mark(node: object) -> Kind | None:
    return node.mark if isinstance(node, Group | Rule) else None


def _number(node: object) -> str:
    if isinstance(node, Group):
        return str(node.count())
    return str(len(node.found)) if isinstance(node, Rule) else ""


class FindingTree(QTreeView):
    """`picked(judged)` tells the current finding, None for a group; `opened` on Enter and double click."""

    picked = Signal(object)
    opened = Signal()

    def __init__(self, model: FindingTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings: Final = model
        self.setModel(model)
        self.setItemDelegate(FindingDelegate(self))
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
        head.setSectionResizeMode(FINDING, QHeaderView.ResizeMode.Stretch)
        self.set_narrow(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(self._on_double_clicked)
        self.clicked.connect(self._on_clicked)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the findings more room."""
        self.header().resizeSection(1, 110 if narrow else _FIELD)
        self.header().resizeSection(LAW, _NARROW_LAW if narrow else _LAW_WIDTH)

    def current(self) -> Judged | None:
        """Return the finding of the current row, None for a group."""
        node = self.currentIndex().data(NODE)
        return node if isinstance(node, Judged) else None

    def select(self, one: Finding) -> bool:
        """Make a finding current and show it; return whether it is there."""
        index = self.findings.index_of(one)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def show_group(self, title: str) -> bool:
        """Open a group alone and make it current; return whether it is there."""
        for row, group in enumerate(self.findings.groups()):
            index = self.findings.index(row, 0)
            self.setExpanded(index, group.title == title)
            if group.title == title:
                self.setCurrentIndex(index)
                self.setFocus()
        return self.current() is None and self.currentIndex().data() == title

    def step(self, step: int) -> bool:
        """Go to the next finding (1), or the one before (-1); return whether there is one."""
        index = self.currentIndex() if self.currentIndex().isValid() else self.model().index(0, 0)
        while index.isValid():
            if step > 0 and self.model().rowCount(index):
                self.expand(index)
            index = self.indexBelow(index) if step > 0 else self._above(index)
            if isinstance(index.data(NODE), Judged):
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return True
        return False

    def _above(self, index: QModelIndex) -> QModelIndex:
        """Return the row above, with what is in it opened, so that its last finding is met."""
        above = self.indexAbove(index)
        while above.isValid() and above != index.parent() and self.model().rowCount(above):
            if self.isExpanded(above):
                break
            self.expand(above)
            above = self.indexAbove(index)
        return above

    def _on_current_changed(self) -> None:
        self.picked.emit(self.current())

    def _on_double_clicked(self) -> None:
        if self.current() is not None:
            self.opened.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        """Open and close a group with a click anywhere on it; the arrow does so by itself."""
        if self.current() is None and index.isValid():
            x = self.viewport().mapFromGlobal(self.cursor().pos()).x()
            if x >= self.visualRect(index).left():
                self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the field with Enter, or open and close a group."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if self.current() is not None:
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
