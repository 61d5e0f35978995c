"""The contract between a widget that edits one value and whoever stores that value."""

from __future__ import annotations

from typing import Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ropa_app.i18n import N_, Translator

NOT_STATED: Final = N_("Not stated")
NOT_SETTLED: Final = N_("Not determined")
NOT_SAVED: Final = N_("Not saved: {reason}")

V = TypeVar("V")


class NotSuch(Exception):
    """What was typed is no value of the kind the field holds; the text says what is wrong with it."""


class ValueEditor(Protocol):
    """What a widget that edits one value can do for the code that binds it to a field.

    `committed(value)` is sent once when the user has finished a change (Enter, focus out, a choice made),
    never by `set_value`. Whoever cannot store the value calls `set_invalid` from the slot: the editor then
    keeps what was typed, counts as pending and goes back to the stored value by `revert` (Esc).
    `invalidated(message)` tells those who show the message, with an empty text when all is well again.
    """

    @property
    def committed(self) -> SignalInstance:
        """The signal with the finished value."""

    @property
    def invalidated(self) -> SignalInstance:
        """The signal with the message to show at the field."""

    def value(self) -> Any:
        """Return the value last stored or committed, never half-typed text."""

    def set_value(self, value: Any) -> None:
        """Show a stored value; drops what is half typed and sends no signal."""

    def is_pending(self) -> bool:
        """Return whether the user typed something that is not committed yet."""

    def commit_pending(self) -> bool:
        """Commit what is pending; return False where it is no value, which stays as typed."""

    def revert(self) -> None:
        """Show the stored value again."""

    def set_read_only(self, read_only: bool) -> None:
        """Show the value without letting it be changed."""

    def set_invalid(self, message: str) -> None:
        """Mark the value as not saved and why; an empty message takes the mark off."""

    def retranslate(self, t: Translator) -> None:
        """Speak another language; the value stays."""


class Editing(Generic[V]):
    """The part of the contract all editors share; mixed into a widget that has the two signals.

    The widget says how a value is shown (`_show`), what the user made of it (`_read`, which raises NotSuch)
    and whether the two differ (`_is_changed`).
    """

    committed: SignalInstance
    invalidated: SignalInstance
    _t: Translator
    _stored: V
    _message: str = ""
    _finding: tuple[str, str] = ("", "")

    def _show(self, value: V) -> None:
        raise NotImplementedError

    def _read(self) -> V:
        raise NotImplementedError

    def _is_changed(self) -> bool:
        raise NotImplementedError

    def _framed(self) -> QWidget:
        """Return the widget whose border tells that the value is invalid."""
        raise NotImplementedError

    def value(self) -> V:
        """Return the value last stored or committed."""
        return self._stored

    def set_value(self, value: V) -> None:
        """Show a stored value and send no signal."""
        self._stored = value
        self.set_invalid("")
        self._show(value)

    def is_pending(self) -> bool:
        """Return whether there is something the user typed and nobody stored."""
        return bool(self._message) or self._is_changed()

    def commit_pending(self) -> bool:
        """Commit what is pending; return False where it could not be, and stays as typed."""
        if not self.is_pending():
            return True
        try:
            value = self._read()
        except NotSuch as wrong:
            self.set_invalid(self._t(NOT_SAVED, reason=str(wrong)))
            return False
        return self._commit(value)

    def _commit(self, value: V) -> bool:
        self.set_invalid("")
        before = self._stored
        if value == before:
            self._show(before)
            return True
        self._stored = value
        self.committed.emit(value)
        if self._message:
            self._stored = before
            return False
        self._show(self._stored)
        return True

    def revert(self) -> None:
        """Show the stored value again."""
        self.set_invalid("")
        self._show(self._stored)

    def set_invalid(self, message: str) -> None:
        """Mark the value as not saved, or take the mark off with an empty message."""
        if message == self._message:
            return
        self._message = message
        self._mark()
        self.invalidated.emit(message)

    def set_finding(self, severity: str, sentences: str) -> None:
        """Mark the stored value by what a rule says of it; what is not saved goes before that."""
        if (severity, sentences) != self._finding:
            self._finding = severity, sentences
            self._mark()

    def _mark(self) -> None:
        framed, (severity, sentences) = self._framed(), self._finding
        set_property(framed, "finding", "error" if self._message else severity)
        framed.setAccessibleDescription(self._message or sentences)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet asks for, and let the widget be styled anew."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def is_undo_key(event: QEvent) -> bool:
    """Return whether an event is the shortcut for undo or redo, which Qt offers to the field first."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
