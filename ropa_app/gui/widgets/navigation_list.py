"""The sidebar: pages under captions, each with its drawing and its count; or the drawings alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ropa_app.gui import theme
from ropa_app.gui.drawing import paint_drawing
from ropa_app.gui.widgets.mark import Kind, finding_count, paint_mark
from ropa_app.i18n import N_, Translator

WIDEST: Final = 272
NARROWEST: Final = 236
RAIL: Final = 56
COUNTED: Final = N_("{label}, {n}")
_ROW: Final = 34
_CAPTION: Final = 38
_RAIL_LINE: Final = 13
_MARK: Final = 12
_MARK_GAP: Final = 6
_COUNT_GAP: Final = 8
_ENTRY: Final = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """A row of the sidebar: a page with key, label, drawing and count, or a caption, which has no key.

    `mark` and `marked` are the worst findings of the page and how many there are.
    """

    label: str
    key: str = ""
    drawing: str = ""
    count: int | None = None
    mark: Kind | None = None
    marked: int = 0


class _EntryModel(QAbstractListModel):
    """The rows in their order; captions can be neither chosen nor reached."""

    def __init__(self, t: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self.t = t
        self.entries: list[Entry] = []
        self.rail = False

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole and entry.key:
            return self._spoken(entry)
        if role == Qt.ItemDataRole.ToolTipRole and self.rail and entry.key:
            return self._spoken(replace(entry, count=None))
        return None

    def _spoken(self, entry: Entry) -> str:
        label = entry.label
        if entry.count is not None:
            label = self.t(COUNTED, label=label, n=entry.count)
        return f"{label}, {finding_count(self.t, entry.mark, entry.marked)}" if entry.mark else label

    def flags(self, index: Index) -> Qt.ItemFlag:
        chosen = 0 <= index.row() < len(self.entries) and self.entries[index.row()].key
        if not chosen:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _EntryDelegate(QStyledItemDelegate):
    """Paints a row of the sidebar."""

    def __init__(self, sidebar: NavigationList) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a page or a caption."""
        entry: Entry = index.data(_ENTRY)
        caption = _RAIL_LINE if self._sidebar.is_rail() else _CAPTION
        return QSize(0, _ROW if entry.key else caption)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw surface, bar, drawing, label and count."""
        entry: Entry = index.data(_ENTRY)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.key:
            self._paint_page(painter, box, state, entry)
        else:
            self._paint_caption(painter, box, entry)
        painter.restore()

    def _paint_caption(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        tokens = theme.tokens()
        if self._sidebar.is_rail():
            painter.setPen(QColor(tokens.hair))
            painter.drawLine(box.left() + 14, box.center().y(), box.right() - 14, box.center().y())
            return
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(tokens.text2))
        room = box.adjusted(16, 14, -8, -4)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.label)

    def _paint_page(self, painter: QPainter, box: QRect, state: QStyle.StateFlag, entry: Entry) -> None:
        tokens = theme.tokens()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        surface = box.adjusted(6, 0, -6, 0)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.sel if selected else tokens.hover))
            painter.drawRoundedRect(surface, 6, 6)
        if selected:
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRect(box.left() + 6, box.top() + 8, 3, box.height() - 16), 1.5, 1.5)
            if self._sidebar.hasFocus():
                painter.setPen(QPen(QColor(tokens.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(surface.adjusted(1, 1, -1, -1), 5, 5)
        rail = self._sidebar.is_rail()
        left = box.left() + (box.width() - 18) // 2 if rail else box.left() + 16
        drawing = QRectF(left, box.top() + (box.height() - 18) / 2, 18, 18)
        paint_drawing(painter, entry.drawing, tokens.on_sel if selected else tokens.text2, drawing)
        if not rail:
            self._paint_words(painter, box, selected, entry)
        elif entry.mark:
            paint_mark(painter, entry.mark, QRectF(left + 13, box.top() + 4, _MARK, _MARK))

    def _paint_words(self, painter: QPainter, box: QRect, selected: bool, entry: Entry) -> None:
        tokens = theme.tokens()
        painter.setFont(theme.font("strong" if selected else "body"))
        painter.setPen(QColor(tokens.on_sel if selected else tokens.text))
        room = box.adjusted(42, 0, -16, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.label)
        painter.setFont(theme.font("body", tabular=True))
        painter.setPen(QColor(tokens.on_sel if selected else tokens.text3))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if entry.mark:
            painter.drawText(room, right, str(entry.marked))
        taken = self._sidebar.findings_width()
        if entry.mark:
            left = room.right() - taken + 1
            paint_mark(painter, entry.mark, QRectF(left, box.center().y() - _MARK / 2 + 1, _MARK, _MARK))
        if entry.count is not None:
            room.setRight(room.right() - (taken + _COUNT_GAP if taken else 0))
            painter.drawText(room, right, str(entry.count))


class NavigationList(QListView):
    """The pages of the window: arrow keys and clicks choose, and `chosen(key)` tells once for each choice."""

    chosen = Signal(str)

    def __init__(self, t: Translator, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _EntryModel(t, self)
        self.setModel(self._model)
        self.setItemDelegate(_EntryDelegate(self))
        self.setAccessibleName(name)
        self.setProperty("sidebar", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._silent = False

    def is_rail(self) -> bool:
        """Return whether only the drawings are shown."""
        return self._model.rail

    def set_rail(self, rail: bool) -> None:
        """Show the drawings alone, or everything."""
        self._model.rail = rail
        self._model.layoutChanged.emit()
        self._fit()

    def set_entries(self, t: Translator, name: str, entries: Sequence[Entry]) -> None:
        """Show these rows, in the language of their labels; the chosen page stays."""
        current = self.current()
        self.setAccessibleName(name)
        self._silent = True
        self._model.beginResetModel()
        self._model.t = t
        self._model.entries = list(entries)
        self._model.endResetModel()
        self._silent = False
        self.set_current(current)
        self._fit()

    def set_count(self, key: str, count: int | None) -> None:
        """Show another count behind a page."""
        row = self._row(key)
        if row >= 0 and self._model.entries[row].count != count:
            self._model.entries[row] = replace(self._model.entries[row], count=count)
            index = self._model.index(row)
            self._model.dataChanged.emit(index, index)
            self._fit()

    def set_findings(self, findings: Mapping[str, tuple[Kind, int]]) -> None:
        """Show behind each page its worst findings and their number; nothing behind those not named."""
        for row, entry in enumerate(self._model.entries):
            mark, marked = findings.get(entry.key, (None, 0))
            if (entry.mark, entry.marked) != (mark, marked):
                self._model.entries[row] = replace(entry, mark=mark, marked=marked)
        self._model.dataChanged.emit(self._model.index(0), self._model.index(self._model.rowCount() - 1))
        self._fit()

    def findings_width(self) -> int:
        """Return the room of the widest mark with its number, 0 where no page has any."""
        numbers = [str(entry.marked) for entry in self._model.entries if entry.mark]
        metrics = QFontMetrics(theme.font("body", tabular=True))
        widths = [_MARK + _MARK_GAP + metrics.horizontalAdvance(number) for number in numbers]
        return max(widths, default=0)

    def entry(self, key: str) -> Entry | None:
        """Return the row of a page."""
        row = self._row(key)
        return self._model.entries[row] if row >= 0 else None

    def current(self) -> str:
        """Return the key of the chosen page, empty where none is."""
        entry = self.currentIndex().data(_ENTRY)
        return entry.key if isinstance(entry, Entry) else ""

    def set_current(self, key: str) -> None:
        """Choose a page without telling."""
        row = self._row(key)
        if row >= 0:
            self._silent = True
            self.setCurrentIndex(self._model.index(row))
            self._silent = False

    def keys(self) -> list[str]:
        """Return the keys of the pages in their order."""
        return [entry.key for entry in self._model.entries if entry.key]

    def _row(self, key: str) -> int:
        keys = [entry.key for entry in self._model.entries]
        return keys.index(key) if key and key in keys else -1

    def _on_current_changed(self, current: Index) -> None:
        entry = current.data(_ENTRY)
        if not self._silent and isinstance(entry, Entry) and entry.key:
            self.chosen.emit(entry.key)

    def _fit(self) -> None:
        self.setFixedWidth(RAIL if self._model.rail else self.wanted_width())

    def wanted_width(self) -> int:
        """Return the width the longest row needs, within the bounds of the sidebar."""
        strong = QFontMetrics(theme.font("strong"))
        widest, findings = NARROWEST, self.findings_width()
        findings = findings + _COUNT_GAP if findings else 0
        for entry in self._model.entries:
            count = "" if entry.count is None else str(entry.count)
            need = (
                42
                + strong.horizontalAdvance(entry.label)
                + 16
                + strong.horizontalAdvance(count)
                + findings
                + 16
            )
            widest = max(widest, need if entry.key else 0)
        return min(WIDEST, widest)

    def sizeHint(self) -> QSize:
        """Return the room of all rows."""
        rows = sum(self.sizeHintForRow(row) for row in range(self._model.rowCount()))
        return QSize(self.maximumWidth(), rows + 16)
