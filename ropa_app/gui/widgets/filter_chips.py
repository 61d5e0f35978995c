"""A row of filters of which exactly one holds, each with its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.flow_layout import FlowLayout

_HEIGHT: Final = 26


class FilterChips(QWidget):
    """Buttons without a frame; arrow keys move the choice, `chosen(key)` tells what the user chose."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: Final = list(keys)
        self._group = QButtonGroup(self)
        row = FlowLayout(self, gap=4)
        for number in range(len(self._keys)):
            button = QToolButton()
            button.setCheckable(True)
            button.setProperty("kind", "filter")
            button.setFont(theme.font("small"))
            button.setFixedHeight(_HEIGHT)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(self._on_id_clicked)
        self.set_current(self._keys[0])

    def set_texts(self, name: str, texts: Sequence[str]) -> None:
        """Name the row and its filters, in their order."""
        self.setAccessibleName(name)
        for number, text in enumerate(texts):
            button = self._group.button(number)
            button.setText(text)
            button.setAccessibleName(f"{name}: {text}")

    def texts(self) -> list[str]:
        """Return the texts of the filters."""
        return [self._group.button(number).text() for number in range(len(self._keys))]

    def current(self) -> str:
        """Return the key of the filter that holds."""
        return self._keys[self._group.checkedId()]

    def set_current(self, key: str) -> None:
        """Choose a filter without telling."""
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
        """Choose the next filter or the one before."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        number = self._group.checkedId() + step
        if 0 <= number < len(self._keys):
            self._group.button(number).setFocus()
            self._group.button(number).click()
