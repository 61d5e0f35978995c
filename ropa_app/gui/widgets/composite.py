"""Editors that are a line and something beside it: the line holds the value."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from ropa_app.gui.widgets.line_edit import TypedEdit

V = TypeVar("V")


class CompositeEditor(QWidget, Generic[V]):
    """Hand the editing contract on to the line inside; the widget that is it has the two signals."""

    committed: SignalInstance
    invalidated: SignalInstance

    def __init__(self, line: TypedEdit[V], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = line
        self.setFocusProxy(line)
        line.committed.connect(self.committed)
        line.invalidated.connect(self.invalidated)

    def line(self) -> TypedEdit[V]:
        """Return the line the value is typed into."""
        return self._typed

    def setAccessibleName(self, name: str) -> None:
        """Name the line, which is what gets the focus."""
        super().setAccessibleName(name)
        self._typed.setAccessibleName(name)

    def value(self) -> V:
        """Return the value last stored or committed."""
        return self._typed.value()

    def set_value(self, value: V) -> None:
        """Show a stored value and send no signal."""
        self._typed.set_value(value)

    def is_pending(self) -> bool:
        """Return whether there is something the user typed and nobody stored."""
        return self._typed.is_pending()

    def commit_pending(self) -> bool:
        """Commit what is pending; return False where it could not be, and stays as typed."""
        return self._typed.commit_pending()

    def revert(self) -> None:
        """Show the stored value again."""
        self._typed.revert()

    def set_finding(self, severity: str, sentences: str) -> None:
        """Mark the stored value by what a rule says of it."""
        self._typed.set_finding(severity, sentences)

    def set_invalid(self, message: str) -> None:
        """Mark the value as not saved, or take the mark off with an empty message."""
        self._typed.set_invalid(message)
