"""A list at the left of a page: what there is to choose from, with numbers, details and marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.mark import paint_mark
from ropa_app.i18n import N_, Translator

ROW: Final = 34
TWO_LINES: Final = 52
LACKS: Final = N_("{title}, parts are not settled")
_ENTRY: Final = Qt.ItemDataRole.UserRole
_MARK: Final = 12

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SideEntry:
    """A row: key, number, title, a second line, and whether something of it is not settled."""

    key: str
    number: str
    title: str
    lacks: bool = False
    detail: str = ""


class SideModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, t: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._entries: list[SideEntry] = []

    def fill(self, t: Translator, entries: Sequence[SideEntry]) -> None:
        """Show these rows; where there are as many as before, what is chosen stays chosen."""
        self._t = t
        if len(entries) == len(self._entries):
            self._entries = list(entries)
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the row itself, or what is spoken."""
        if not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (f"{entry.number} {entry.title}".strip(), entry.detail)
            title = ", ".join(part for part in parts if part)
            return self._t(LACKS, title=title) if entry.lacks else title
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.title
        return None

    def row_of(self, key: str) -> int:
        """Return where a key stands, -1 where it does not."""
        keys = [entry.key for entry in self._entries]
        return keys.index(key) if key in keys else -1


class _SideDelegate(QStyledItemDelegate):
    """Paints number, title and mark."""

    def __init__(self, view: SideList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row of one line or two."""
        return QSize(0, TWO_LINES if index.data(_ENTRY).detail else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw surface, bar, number, title and mark."""
        tokens, entry = theme.tokens(), index.data(_ENTRY)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        surface = QRectF(box).adjusted(6, 1, -6, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.sel if selected else tokens.hover))
            painter.drawRoundedRect(surface, 6, 6)
        if selected:
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRectF(box.left() + 6, box.top() + 8, 3, box.height() - 16), 1.5, 1.5)
            if self._view.hasFocus():
                painter.setPen(QPen(QColor(tokens.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(surface.adjusted(1, 1, -1, -1), 5, 5)
        self._paint_words(painter, box, entry, selected=selected)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, entry: SideEntry, *, selected: bool) -> None:
        tokens = theme.tokens()
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        upper = box.adjusted(16, 6, -8, -25) if entry.detail else box.adjusted(16, 0, -8, 0)
        painter.setFont(theme.font("body", tabular=True))
        painter.setPen(QColor(tokens.on_sel if selected else tokens.text2))
        painter.drawText(upper, left, entry.number)
        painter.setPen(QColor(tokens.on_sel if selected else tokens.text))
        room = upper.adjusted(24 if entry.number else 0, 0, -26 if entry.lacks else 0, 0)
        self._paint_line(painter, room, entry.title, theme.font("strong" if selected else "body"))
        if entry.detail:
            painter.setPen(QColor(tokens.on_sel if selected else tokens.text2))
            self._paint_line(painter, box.adjusted(16, 27, -8, -6), entry.detail, theme.font("small"))
        if entry.lacks:
            top = box.top() + (box.height() - _MARK) / 2
            paint_mark(painter, "error", QRectF(box.right() - 28, top, _MARK, _MARK))

    def _paint_line(self, painter: QPainter, room: QRect, text: str, font: QFont) -> None:
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class SideList(QListView):
    """One stop for the keyboard: arrow keys and clicks choose, `chosen(key)` tells."""

    chosen = Signal(str)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Final = SideModel(t, self)
        self.setModel(self.rows)
        self.setItemDelegate(_SideDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._silent = False

    def current(self) -> str:
        """Return the key of the chosen row, empty where none is."""
        entry = self.currentIndex().data(_ENTRY)
        return entry.key if isinstance(entry, SideEntry) else ""

    def set_current(self, key: str) -> None:
        """Choose a row without telling."""
        row = self.rows.row_of(key)
        if row >= 0:
            self._silent = True
            self.setCurrentIndex(self.rows.index(row))
            self._silent = False

    def _on_current_changed(self, _current: Index) -> None:
        if not self._silent and self.current():
            self.chosen.emit(self.current())
