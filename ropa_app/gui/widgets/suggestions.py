"""A line that offers names while one types, and takes one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from ropa_app.i18n import N_, Translator

NEW: Final = N_("New: “{text}”")
_KEY: Final = Qt.ItemDataRole.UserRole
_MOST_ROWS: Final = 60
_CREATE: Final = "\x00new"

Choices = Callable[[], Sequence[tuple[str, str]]]


class SuggestionLine(QLineEdit):
    """Type part of a name, take one with Enter or click; `taken(key)` or `wanted(text)` for a new one.

    `choices` is asked each time the list opens and returns (key, name) in the order to show them.
    """

    taken = Signal(str)
    wanted = Signal(str)
    left = Signal()

    def __init__(
        self, t: Translator, choices: Choices, parent: QWidget | None = None, *, new: bool = False
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._choices = choices
        self._new = new
        self._rows = QStandardItemModel(self)
        self._completer = QCompleter(self._rows, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(10)
        self._list = QListView()
        self._list.setProperty("popup", "true")
        self._completer.setPopup(self._list)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._on_row_activated)
        self.textEdited.connect(self._on_text_edited)
        self.returnPressed.connect(self._on_return_pressed)

    def retranslate(self, t: Translator) -> None:
        """Speak another language."""
        self._t = t

    def suggestions(self) -> QListView:
        """Return the list that opens under the line."""
        return self._list

    def rows(self) -> list[str]:
        """Return the names offered now."""
        return [self._rows.item(row).text() for row in range(self._rows.rowCount())]

    def open_list(self) -> None:
        """Offer what fits the text typed so far."""
        self._fill()
        if self._rows.rowCount() == 0:
            self._list.hide()
            return
        self._completer.complete()
        self._list.setMinimumWidth(min(420, max(self.width(), self._list.sizeHintForColumn(0) + 32)))
        typed = bool(self.text().strip())
        if typed and (not self._new or self._rows.rowCount() == 1):
            self._list.setCurrentIndex(self._rows.index(0, 0))

    def take_typed(self) -> bool:
        """Take what the text names without doubt; return False where it names nothing, or several."""
        text = self.text().strip()
        if not text:
            return True
        fitting = self._fitting()
        exact = [key for key, name in fitting if name.casefold() == text.casefold()]
        keys = exact or ([key for key, _ in fitting] if len(fitting) == 1 else [])
        if keys:
            self._finish(keys[0])
            return True
        if self._new and not fitting:
            self._finish(_CREATE)
            return True
        return False

    def _fitting(self) -> list[tuple[str, str]]:
        typed = self.text().strip().casefold()
        return [(key, name) for key, name in self._choices() if typed in name.casefold()]

    def _fill(self) -> None:
        self._rows.clear()
        text = self.text().strip()
        fitting = self._fitting()
        for key, name in fitting[:_MOST_ROWS]:
            self._append(key, name)
        if self._new and text and all(name.casefold() != text.casefold() for _, name in fitting):
            self._append(_CREATE, self._t(NEW, text=text))

    def _append(self, key: str, name: str) -> None:
        item = QStandardItem(name)
        item.setData(key, _KEY)
        self._rows.appendRow(item)

    def _finish(self, key: str) -> None:
        text = self.text().strip()
        self.clear()
        self._list.hide()
        if key == _CREATE:
            self.wanted.emit(text)
        else:
            self.taken.emit(key)

    def _on_row_activated(self, name: str) -> None:
        current = self._list.currentIndex()
        if current.isValid() and current.data() == name:
            self._finish(str(current.data(_KEY)))
            return
        for item in self._rows.findItems(name):
            self._finish(str(item.data(_KEY)))
            return

    def _on_text_edited(self) -> None:
        self.open_list()

    def _on_return_pressed(self) -> None:
        if self._list.isVisible() and self._list.currentIndex().isValid():
            return
        self.take_typed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list with a click."""
        super().mousePressEvent(event)
        self.open_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with the down arrow, leave with Esc."""
        if event.key() == Qt.Key.Key_Down and not self._list.isVisible():
            self.open_list()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the line is done with, unless it is for its own list."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self._list.isVisible():
            self.left.emit()
