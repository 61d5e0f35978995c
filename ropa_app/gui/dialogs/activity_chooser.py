"""Choosing activities for a document: a list that can be searched, each row with a box to check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QWidget

from ropa_app.domain.values import RecordId
from ropa_app.gui.delegates import CheckedDelegate
from ropa_app.gui.dialogs.form_dialog import FormDialog
from ropa_app.gui.document import RegisterDocument, Row, folded
from ropa_app.gui.models.record_table_model import ROW
from ropa_app.gui.widgets.amount_text import format_count
from ropa_app.gui.widgets.buttons import link_button
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.search_field import SearchField
from ropa_app.i18n import N_, Translator

NONE_CHOSEN: Final = N_("Choose at least one activity.")
_SIZE: Final = (560, 560)
_CHECKED: Final = Qt.CheckState.Checked

Index = QModelIndex | QPersistentModelIndex


def chosen_text(t: Translator, chosen: int, total: int) -> str:
    """Return how many activities are chosen of how many."""
    n, every = format_count(chosen, t.language), format_count(total, t.language)
    return t("{n} of {total} chosen", n=n, total=every)


class CheckedRows(QAbstractListModel):
    """Rows with a box, all of them checked unless `chosen` names some; a search hides, it never unchecks.

    `chosen_changed` tells that another choice holds.
    """

    chosen_changed = Signal()

    def __init__(
        self, rows: Iterable[Row], chosen: Iterable[RecordId] | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rows: Final = list(rows)
        known = {row.id for row in self._rows}
        self._chosen = known if chosen is None else known.intersection(chosen)
        self._shown: list[Row] = self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows the search leaves."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return number, title and area, the box, or the row itself."""
        if not 0 <= index.row() < len(self._shown):
            return None
        row = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(filter(None, (row.reference, row.title, row.detail)))
        if role == Qt.ItemDataRole.CheckStateRole:
            return _CHECKED if row.id in self._chosen else Qt.CheckState.Unchecked
        return row if role == ROW else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Check or uncheck a row."""
        if role != Qt.ItemDataRole.CheckStateRole or not 0 <= index.row() < len(self._shown):
            return False
        self._put([self._shown[index.row()].id], checked=Qt.CheckState(value) == _CHECKED)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that every row can be checked."""
        checkable = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index) | checkable

    def set_search(self, text: str) -> None:
        """Show the rows in which every word of a text occurs."""
        self.beginResetModel()
        self._shown = self._rows
        for word in folded(text).split():
            self._shown = [row for row in self._shown if word in row.haystack]
        self.endResetModel()

    def choose_shown(self, *, checked: bool) -> None:
        """Check or uncheck every row the search leaves."""
        self._put([row.id for row in self._shown], checked=checked)

    def _put(self, rows: Sequence[RecordId], *, checked: bool) -> None:
        if checked:
            self._chosen.update(rows)
        else:
            self._chosen.difference_update(rows)
        self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.chosen_changed.emit()

    def chosen(self) -> tuple[RecordId, ...]:
        """Return what is checked, shown or not, in the order of the rows."""
        return tuple(row.id for row in self._rows if row.id in self._chosen)

    def widest_number(self) -> str:
        """Return the number with the most characters."""
        return max((row.reference for row in self._rows), key=len, default="")

    def total(self) -> int:
        """Return how many rows there are without a search."""
        return len(self._rows)


class CheckedList(QListView):
    """One stop for the keyboard: arrow keys walk, Space and a click check or uncheck."""

    def __init__(self, rows: CheckedRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Final = rows
        self.setModel(rows)
        self.setItemDelegate(CheckedDelegate(rows.widest_number(), self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("framed", "true")
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.toggle)

    def toggle(self, index: Index) -> None:
        """Check what was not, uncheck what was."""
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == _CHECKED
        state = Qt.CheckState.Unchecked if checked else _CHECKED
        self.rows.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Check or uncheck with Space; Enter is the dialog's."""
        if event.key() == Qt.Key.Key_Space:
            self.toggle(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ActivityChooser(FormDialog):
    """All activities of the register, those in the document checked."""

    def __init__(
        self, document: RegisterDocument, chosen: Iterable[RecordId] | None, parent: QWidget | None = None
    ) -> None:
        t = document.t
        super().__init__(t, t("Activities in the document"), t("Use these"), parent, width=420)
        rows = CheckedRows(document.listing.activities_to_choose(), chosen, self)
        self.search: Final = SearchField(t, t("Search the activities"))
        self.list: Final = CheckedList(rows)
        self.list.setAccessibleName(t("Activities in the document"))
        self.count: Final = Label("", "body", "text2")
        self.all_button: Final = link_button("")
        self.none_button: Final = link_button("")
        self._lay_out_list()
        self._connect()
        self._show_state()

    def _lay_out_list(self) -> None:
        under = QHBoxLayout()
        under.setContentsMargins(0, 4, 0, 0)
        under.addWidget(self.count, 1)
        under.addWidget(self.all_button)
        under.addWidget(self.none_button)
        self.body.addWidget(self.search)
        self.body.addSpacing(4)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(under)
        window = self.parentWidget()
        width, height = _SIZE
        if window is not None:
            width, height = min(width, window.width()), min(height, window.height())
        self.resize(width, height)

    def _connect(self) -> None:
        rows = self.list.rows
        self.search.searched.connect(rows.set_search)
        self.search.searched.connect(self._show_state)
        self.search.list_wanted.connect(self._go_to_list)
        rows.chosen_changed.connect(self._show_state)
        self.all_button.clicked.connect(lambda: rows.choose_shown(checked=True))
        self.none_button.clicked.connect(lambda: rows.choose_shown(checked=False))

    def _go_to_list(self) -> None:
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.rows.index(0))
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search to what it found with Enter, instead of ending the choice."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.search.hasFocus() and self.search.text():
            self._go_to_list()
        else:
            super().keyPressEvent(event)

    def _show_state(self, _text: str = "") -> None:
        t, rows = self.t, self.list.rows
        chosen, hits = len(rows.chosen()), rows.rowCount()
        self.count.setText(chosen_text(t, chosen, rows.total()))
        searched, found = bool(self.search.text().strip()), format_count(hits, t.language)
        self.all_button.setText(t("Choose the {n} found", n=found) if searched else t("Choose all"))
        self.none_button.setText(t("Leave the {n} out", n=found) if searched else t("Choose none"))
        for button in (self.all_button, self.none_button):
            button.setAccessibleName(button.text())
            button.setEnabled(hits > 0)
        self.problem.set_text("")

    def fault(self) -> str:
        """Refuse a document without activities."""
        return "" if self.list.rows.chosen() else self.t(NONE_CHOSEN)

    def chosen(self) -> tuple[RecordId, ...] | None:
        """Return the activities that are checked, None where it is all of them."""
        rows = self.list.rows
        found = rows.chosen()
        return None if len(found) == rows.total() else found
