"""The field a list is searched by."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from ropa_app.gui import theme
from ropa_app.i18n import N_, Translator

CLEAR: Final = N_("Clear the search")


class SearchField(QLineEdit):
    """A line with a magnifier and, once something is typed, a cross; `searched(text)` at every change.

    Esc empties it, the down arrow asks to go to the list (`list_wanted`).
    """

    searched = Signal(str)
    list_wanted = Signal()

    def __init__(self, t: Translator, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addAction(theme.icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(theme.icon("x"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.textChanged.connect(self._on_text_changed)
        self.set_texts(t, name)

    def set_texts(self, t: Translator, name: str) -> None:
        """Take the name of the field, shown while it is empty, in another language."""
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self._clear.setText(t(CLEAR))
        self._clear.setToolTip(t(CLEAR))
        for button in self.findChildren(QToolButton):
            if button.defaultAction() is self._clear:
                button.setAccessibleName(t(CLEAR))

    def clear_button(self) -> QToolButton:
        """Return the button with the cross."""
        return next(one for one in self.findChildren(QToolButton) if one.defaultAction() is self._clear)

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.searched.emit(text.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty with Esc, leave for the list with the down arrow."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)
