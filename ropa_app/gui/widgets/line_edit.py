"""Fields of one line: text, and the base of every value that is typed."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ropa_app.gui.widgets.editor import NOT_STATED, Editing, is_undo_key
from ropa_app.i18n import Translator

V = TypeVar("V")


class TypedEdit(Editing[V], QLineEdit):
    """A value that is typed into one line: Enter or leaving commits it, Esc brings the stored one back.

    Subclasses say how a text is read (`_parse`) and written (`_format`). While nothing is pending,
    Ctrl+Z and Ctrl+Y are left to the window.
    """

    committed = Signal(object)
    invalidated = Signal(str)

    def __init__(self, t: Translator, empty: V, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._ghost = ""
        self._stored = empty
        self._shown = ""
        self.returnPressed.connect(self.commit_pending)
        self.retranslate(t)

    def _parse(self, text: str) -> V:
        raise NotImplementedError

    def _format(self, value: V) -> str:
        raise NotImplementedError

    def _read(self) -> V:
        return self._parse(self.text())

    def _show(self, value: V) -> None:
        text = self._format(value)
        if self.text() != text:
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)
        self._shown = self.text()

    def _is_changed(self) -> bool:
        return self.text() != self._shown

    def _framed(self) -> QWidget:
        return self

    def set_read_only(self, read_only: bool) -> None:
        """Show the value without a box."""
        self.setReadOnly(read_only)

    def set_ghost(self, text: str, language: str = "") -> None:
        """Show what another language says, in grey and with its name, as long as the field is empty."""
        self._ghost = f"{language}: {text}" if text and language else text
        self.setPlaceholderText(self._ghost or self._t(NOT_STATED))

    def retranslate(self, t: Translator) -> None:
        """Take the texts of another language, and write the value as that language does."""
        pending = self._is_changed()
        self._t = t
        self.setPlaceholderText(self._ghost or t(NOT_STATED))
        if not pending:
            self._show(self._stored)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window unless there is typing to undo."""
        if is_undo_key(event) and not self.is_pending():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc revert; where there is nothing to revert, Esc belongs to what is around the field."""
        if event.key() == Qt.Key.Key_Escape:
            if self.is_pending():
                self.revert()
            else:
                event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit on leaving, unless it is for a menu that comes back."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit_pending()


class LineEdit(TypedEdit[str]):
    """One line of text; `value()` is a str without space around it."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(t, "", parent)

    def _parse(self, text: str) -> str:
        return text.strip()

    def _format(self, value: str) -> str:
        return value
