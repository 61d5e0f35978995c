"""The list of files opened last: where each lies, and whether it can be opened for editing."""

from __future__ import annotations

from pathlib import Path
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
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ropa_app.gui import theme
from ropa_app.gui.drawing import paint_drawing
from ropa_app.gui.jobs import SeenFile, look_at
from ropa_app.gui.widgets.day_text import format_day
from ropa_app.i18n import N_, Translator

ROW: Final = 60
MISSING: Final = N_("The file is not there")
OPEN_AT: Final = N_("Open at {name}")
OPEN_SOMEWHERE: Final = N_("Open in another program")
_SEEN: Final = Qt.ItemDataRole.UserRole
_SIDE: Final = 10
_LEFT: Final = 44
_ICON: Final = 20

Index = QModelIndex | QPersistentModelIndex


class RecentFilesModel(QAbstractListModel):
    """The files in their order, as they were found when the list was filled."""

    def __init__(self, t: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._files: list[SeenFile] = []

    def fill(self, t: Translator, paths: list[Path]) -> None:
        """Look at these files and show them."""
        self.beginResetModel()
        self._t = t
        self._files = [look_at(path) for path in paths]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of files."""
        return 0 if parent is not None and parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of the file, all that is known of it, or what is spoken and shown in full."""
        if not 0 <= index.row() < len(self._files):
            return None
        seen = self._files[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return seen.path.stem
        if role == _SEEN:
            return seen
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (seen.path.stem, seen.path.parent.name, self.state_text(seen), self.day_text(seen))
            return ", ".join(part for part in parts if part)
        return str(seen.path) if role == Qt.ItemDataRole.ToolTipRole else None

    def state_text(self, seen: SeenFile) -> str:
        """Say what stands in the way of editing, an empty text where nothing does."""
        if not seen.exists:
            return self._t(MISSING)
        if seen.holder:
            return self._t(OPEN_AT, name=seen.holder)
        return self._t(OPEN_SOMEWHERE) if seen.is_held else ""

    def day_text(self, seen: SeenFile) -> str:
        """Return the day of the last change, empty where the file is not there."""
        return format_day(seen.changed, self._t.language) if seen.changed else ""


class _RecentFilesDelegate(QStyledItemDelegate):
    """Paints a file on two lines with its state at the right."""

    def __init__(self, view: RecentFilesList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw surface, drawing, texts and the line below."""
        tokens, seen = theme.tokens(), index.data(_SEEN)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        if state & QStyle.StateFlag.State_MouseOver or current:
            painter.setBrush(QColor(tokens.hover))
            painter.setPen(QPen(QColor(tokens.accent), 2) if current else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -2), 6, 6)
        drawing = "file-question-mark" if not seen.exists else "lock" if seen.is_held else "file-text"
        icon = QRectF(box.left() + _SIDE, box.top() + (ROW - _ICON) / 2, _ICON, _ICON)
        paint_drawing(painter, drawing, tokens.text2, icon)
        self._paint_texts(painter, box, seen)
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(tokens.hair))
        painter.restore()

    def _paint_texts(self, painter: QPainter, box: QRect, seen: SeenFile) -> None:
        tokens, small, model = theme.tokens(), theme.font("small"), self._view.files
        upper = box.adjusted(_LEFT, 10, -_SIDE, -ROW + 30)
        lower = box.adjusted(_LEFT, 31, -_SIDE, -11)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setPen(QColor(tokens.text2))
        painter.setFont(small)
        state, day = model.state_text(seen), model.day_text(seen)
        painter.drawText(upper, right, state)
        painter.drawText(lower, right, day)
        used = QFontMetrics(small).horizontalAdvance(state) + 12
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        where = f"{seen.path.name} \u00b7 {seen.path.parent.name}"
        room = lower.width() - QFontMetrics(small).horizontalAdvance(day) - 12
        painter.drawText(lower, left, _cut(small, where, room))
        painter.setPen(QColor(tokens.text if seen.exists else tokens.text2))
        painter.setFont(theme.font("body"))
        painter.drawText(upper, left, _cut(theme.font("body"), seen.path.stem, upper.width() - used))


def _cut(font: QFont, text: str, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, width)


class RecentFilesList(QListView):
    """Click or Enter opens a file (`opened(path)`), Del takes it off the list (`forgotten(path)`)."""

    opened = Signal(object)
    forgotten = Signal(object)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files: Final = RecentFilesModel(t, self)
        self.setModel(self.files)
        self.setItemDelegate(_RecentFilesDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)

    def path_at(self, row: int) -> Path | None:
        """Return the file of a row, None where there is none."""
        seen = self.files.index(row).data(_SEEN)
        return seen.path if isinstance(seen, SeenFile) else None

    def _open(self, index: Index) -> None:
        path = self.path_at(index.row())
        if path is not None:
            self.opened.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, take off the list with Del."""
        path = self.path_at(self.currentIndex().row())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and path is not None:
            self.opened.emit(path)
        elif event.key() == Qt.Key.Key_Delete and path is not None:
            self.forgotten.emit(path)
        else:
            super().keyPressEvent(event)
