"""The sections of the statement in their order, with the marks of those that still lack something."""

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
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.mark import paint_mark
from ropa_app.i18n import N_, Translator

ROW: Final = 34
LACKS: Final = N_("{title}, parts are not settled")
_ENTRY: Final = Qt.ItemDataRole.UserRole
_MARK: Final = 12

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A row: key, number (empty for what is no section), title, and whether something is not settled."""

    key: str
    number: str
    title: str
    lacks: bool = False


class SectionModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, t: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._entries: list[SectionEntry] = []

    def fill(self, t: Translator, entries: Sequence[SectionEntry]) -> None:
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
            title = f"{entry.number} {entry.title}".strip()
            return self._t(LACKS, title=title) if entry.lacks else title
        return None

    def row_of(self, key: str) -> int:
        """Return where a key stands, -1 where it does not."""
        keys = [entry.key for entry in self._entries]
        return keys.index(key) if key in keys else -1


class _SectionDelegate(QStyledItemDelegate):
    """Paints number, title and mark."""

    def __init__(self, view: SectionList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, ROW)

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

    def _paint_words(self, painter: QPainter, box: QRect, entry: SectionEntry, *, selected: bool) -> None:
        tokens = theme.tokens()
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font("body", tabular=True))
        painter.setPen(QColor(tokens.on_sel if selected else tokens.text2))
        painter.drawText(box.adjusted(16, 0, 0, 0), left, entry.number)
        font = theme.font("strong" if selected else "body")
        painter.setFont(font)
        painter.setPen(QColor(tokens.on_sel if selected else tokens.text))
        room = box.adjusted(40 if entry.number else 16, 0, -34, 0)
        title = QFontMetrics(font).elidedText(entry.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, left, title)
        if entry.lacks:
            top = box.top() + (ROW - _MARK) / 2
            paint_mark(painter, "error", QRectF(box.right() - 28, top, _MARK, _MARK))


class SectionList(QListView):
    """One stop for the keyboard: arrow keys and clicks choose, `chosen(key)` tells."""

    chosen = Signal(str)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections: Final = SectionModel(t, self)
        self.setModel(self.sections)
        self.setItemDelegate(_SectionDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._silent = False

    def current(self) -> str:
        """Return the key of the chosen row, empty where none is."""
        entry = self.currentIndex().data(_ENTRY)
        return entry.key if isinstance(entry, SectionEntry) else ""

    def set_current(self, key: str) -> None:
        """Choose a row without telling."""
        row = self.sections.row_of(key)
        if row >= 0:
            self._silent = True
            self.setCurrentIndex(self.sections.index(row))
            self._silent = False

    def _on_current_changed(self, _current: Index) -> None:
        if not self._silent and self.current():
            self.chosen.emit(self.current())
