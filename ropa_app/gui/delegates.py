"""How rows of tables are painted: two lines where there is a detail, one elsewhere, some with a box."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ropa_app.gui import theme
from ropa_app.gui.models.record_table_model import MARKS, ROW, Marks
from ropa_app.gui.widgets.mark import paint_mark

ONE_LINE: Final = 34
TWO_LINES: Final = 44
_NUMBER: Final = 44
_SIDE: Final = 6
_FIRST_SIDE: Final = 20
_BAR: Final = 3
_MARK: Final = 11
_GAP: Final = 4
_MOST_MARKS: Final = 2
_NARROW: Final = 200

Index = QModelIndex | QPersistentModelIndex


class RecordDelegate(QStyledItemDelegate):
    """Paints a row of a list; the row that is shown in the form keeps its bar when the focus goes there."""

    def __init__(self, view: QTableView, parent: QObject | None = None) -> None:
        super().__init__(parent or view)
        self._view = view
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines."""
        return QSize(super().sizeHint(option, index).width(), TWO_LINES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw surface, bar, texts and the ring of the focus."""
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        first = self._is_first(index)
        painter.save()
        self._paint_surface(painter, box, index, selected=selected, first=first)
        room = box.adjusted(_FIRST_SIDE if first else _SIDE, 0, -_SIDE, 0)
        row = index.data(ROW)
        if row is not None and index.data() == row.title and self._is_title(index):
            room.setRight(
                room.right() - self._paint_marks(painter, room, index.data(MARKS), selected=selected)
            )
            self._paint_two(painter, room, row.title, row.detail, selected=selected)
        else:
            self._paint_one(painter, room, str(index.data() or ""), selected=selected)
        painter.restore()

    def _is_title(self, index: Index) -> bool:
        return index.column() == (1 if self._view.property("numbered") else 0)

    def _is_first(self, index: Index) -> bool:
        return self._view.horizontalHeader().visualIndex(index.column()) == 0

    def _paint_surface(
        self, painter: QPainter, box: QRect, index: Index, *, selected: bool, first: bool
    ) -> None:
        tokens = theme.tokens()
        if selected or index.row() == self.hovered:
            painter.fillRect(box, QColor(tokens.sel if selected else tokens.hover))
        if not selected:
            return
        if first:
            painter.fillRect(QRect(box.left(), box.top(), _BAR, box.height()), QColor(tokens.accent))
        if self._view.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawLine(box.left(), box.top() + 1, box.right() + 1, box.top() + 1)
            painter.drawLine(box.left(), box.bottom(), box.right() + 1, box.bottom())

    def _paint_marks(self, painter: QPainter, room: QRect, marks: Marks, *, selected: bool) -> int:
        """Draw what rules find at the right end, each mark with its number; return the room they take."""
        shown = marks[:1] if room.width() < _NARROW else marks[:_MOST_MARKS]
        font = theme.font("small", tabular=True)
        number_width = QFontMetrics(font).horizontalAdvance("00") + 1
        slot = _MARK + _GAP + number_width + _SIDE
        painter.setFont(font)
        painter.setPen(QColor(theme.tokens().on_sel if selected else theme.tokens().text3))
        left = room.right() - slot * len(shown) + _SIDE
        for kind, number in shown:
            paint_mark(painter, kind, QRectF(left, room.center().y() - _MARK / 2 + 0.5, _MARK, _MARK))
            beside = QRect(left + _MARK + _GAP, room.top(), number_width + _SIDE, room.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(number))
            left += slot
        return slot * len(shown) + (_SIDE if shown else 0)

    def _paint_two(self, painter: QPainter, room: QRect, title: str, detail: str, *, selected: bool) -> None:
        tokens = theme.tokens()
        font = theme.font("strong" if selected else "body")
        painter.setFont(font)
        painter.setPen(QColor(tokens.on_sel if selected else tokens.text))
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        upper = QRect(room.left(), room.top() + 3, room.width(), 20) if detail else room
        painter.drawText(upper, aligned, self._cut(font, title, room.width()))
        if detail:
            font = theme.font("small")
            painter.setFont(font)
            painter.setPen(QColor(tokens.on_sel if selected else tokens.text2))
            lower = QRect(room.left(), room.top() + 23, room.width(), 16)
            painter.drawText(lower, aligned, self._cut(font, detail, room.width()))

    def _paint_one(self, painter: QPainter, room: QRect, text: str, *, selected: bool) -> None:
        tokens = theme.tokens()
        font = theme.font("body")
        painter.setFont(font)
        painter.setPen(QColor(tokens.on_sel if selected else tokens.text2))
        line = QRect(room.left(), room.top() + 3, room.width(), 20)
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(line, aligned, self._cut(font, text, room.width()))

    def _cut(self, font: QFont, text: str, width: int) -> str:
        metrics = QFontMetrics(font)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


class CheckedDelegate(QStyledItemDelegate):
    """Paints a row of one line with a box that is checked or not, number, title and detail.

    `widest` is the longest number, so that the titles stand below each other.
    """

    def __init__(self, widest: str, parent: QObject) -> None:
        super().__init__(parent)
        self._widest: Final = widest

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of one line."""
        return QSize(0, ONE_LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw surface, box, texts and the ring of the focus."""
        tokens, row = theme.tokens(), index.data(ROW)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_MouseOver or current:
            painter.fillRect(box, QColor(tokens.hover))
        if current and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 5, 5)
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self._paint_box(painter, QRect(box.left() + 12, box.center().y() - 7, 16, 16), checked=checked)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font("body", tabular=True))
        painter.setPen(QColor(tokens.text2))
        painter.drawText(box.adjusted(38, 0, 0, 0), left, row.reference)
        room = box.adjusted(38 + self._number_width(), 0, -10, 0)
        room.setRight(room.right() - self._paint_detail(painter, room, row.detail))
        font = theme.font("body")
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        shown = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, left, shown)
        painter.restore()

    def _paint_detail(self, painter: QPainter, room: QRect, detail: str) -> int:
        """Draw the detail at the right end of a row; return the room it takes up."""
        font = theme.font("small")
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, room.width() * 2 // 5)
        painter.setFont(font)
        painter.setPen(QColor(theme.tokens().text2))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        return metrics.horizontalAdvance(shown) + 12 if shown else 0

    def _number_width(self) -> int:
        metrics = QFontMetrics(theme.font("body", tabular=True))
        return max(_NUMBER, metrics.horizontalAdvance(self._widest) + 12)

    def _paint_box(self, painter: QPainter, box: QRect, *, checked: bool) -> None:
        tokens = theme.tokens()
        painter.setPen(QPen(QColor(tokens.accent if checked else tokens.border), 1))
        painter.setBrush(QColor(tokens.accent if checked else tokens.base))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if checked:
            tick = QPolygonF([QPointF(4.2, 8.4), QPointF(6.8, 11), QPointF(11.8, 5.6)])
            pen = QPen(QColor(tokens.on_accent), 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(tick.translated(QPointF(box.topLeft())))
