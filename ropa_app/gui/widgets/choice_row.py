"""Buttons side by side of which exactly one is down; arrow keys move the choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget


class ChoiceRow(QWidget):
    """What a row of choices does, however it looks; `chosen(key)` tells what the user chose."""

    chosen = Signal(str)

    def __init__(self, keys: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: Final = list(keys)
        self._group: Final = QButtonGroup(self)
        self._group.idClicked.connect(self._on_id_clicked)

    def add_button(self, height: int) -> QToolButton:
        """Return the button of the next key, to be put into the layout."""
        button = QToolButton()
        button.setCheckable(True)
        button.setFixedHeight(height)
        self._group.addButton(button, len(self._group.buttons()))
        return button

    def set_texts(self, name: str, texts: Sequence[str]) -> None:
        """Name the row and its buttons, in their order; each button is spoken with the name of the row."""
        self.setAccessibleName(name)
        for number, text in enumerate(texts):
            button = self._group.button(number)
            button.setText(text)
            button.setAccessibleName(f"{name}: {text}")

    def texts(self) -> list[str]:
        """Return the texts of the buttons."""
        return [self._group.button(number).text() for number in range(len(self._keys))]

    def current(self) -> str:
        """Return the key of the button that is down."""
        return self._keys[self._group.checkedId()]

    def set_current(self, key: str) -> None:
        """Press a button without telling."""
        chosen = self._group.button(self._keys.index(key))
        chosen.setChecked(True)
        for button in self._group.buttons():
            only = button is chosen
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if only else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(chosen)

    def _on_id_clicked(self, number: int) -> None:
        self.set_current(self._keys[number])
        self.chosen.emit(self._keys[number])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the next or the one before."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        number = self._group.checkedId() + step
        if 0 <= number < len(self._keys):
            self._group.button(number).setFocus()
            self._group.button(number).click()
