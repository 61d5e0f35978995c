"""A few ways to go on, one of which is chosen, each with a line that says what it means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from ropa_app.gui.widgets.label import Label

_INDENT = 25


class ChoiceList(QWidget):
    """Radio buttons below each other; `chosen(key)` tells what the user chose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self._buttons: dict[str, QRadioButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._group.idToggled.connect(self._on_id_toggled)

    def add(self, key: str, title: str, note: str = "", *, enabled: bool = True) -> QRadioButton:
        """Add a way; the first one that can be chosen is chosen."""
        button = QRadioButton(title)
        button.setAccessibleDescription(note)
        button.setEnabled(enabled)
        self._keys.append(key)
        self._buttons[key] = button
        self._group.addButton(button, len(self._keys) - 1)
        self._column.addWidget(button)
        if note:
            self.add_widget(Label(note, "small", "text3", wrap=True))
        if enabled and self._group.checkedId() < 0:
            button.setChecked(True)
        return button

    def add_widget(self, widget: QWidget) -> None:
        """Put something under the way added last."""
        holder = QVBoxLayout()
        holder.setContentsMargins(_INDENT, 0, 0, 6)
        holder.addWidget(widget)
        self._column.addLayout(holder)

    def current(self) -> str:
        """Return the key of what is chosen, empty where nothing can be."""
        number = self._group.checkedId()
        return self._keys[number] if number >= 0 else ""

    def choose(self, key: str) -> None:
        """Choose a way."""
        self._buttons[key].setChecked(True)

    def _on_id_toggled(self, number: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._keys[number])
