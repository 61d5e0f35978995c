"""A few choices side by side, of which exactly one holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ropa_app.i18n import LANGUAGES, Language

LANGUAGE_NAMES: Final[dict[Language, str]] = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


class SegmentedControl(QWidget):
    """Buttons in a row; arrow keys move the choice, `chosen(key)` tells what the user chose."""

    chosen = Signal(str)

    def __init__(self, name: str, segments: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in segments]
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 0, 0)
        row.setSpacing(0)
        for number, (_, text) in enumerate(segments):
            row.addWidget(self._segment(number, text, last=number == len(segments) - 1))
        self._group.idClicked.connect(self._on_id_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)
        self.set_current(self._keys[0])

    def _segment(self, number: int, text: str, *, last: bool) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setProperty("segment", "first" if number == 0 else "last" if last else "middle")
        button.setFixedHeight(26)
        self._group.addButton(button, number)
        return button

    def set_name(self, name: str) -> None:
        """Name the choice; each button is spoken with it."""
        self.setAccessibleName(name)
        for button in self._group.buttons():
            button.setAccessibleName(f"{name}: {button.text()}")

    def set_texts(self, name: str, texts: Sequence[str]) -> None:
        """Name choice and buttons in another language, the buttons in their order."""
        for number, text in enumerate(texts):
            self._group.button(number).setText(text)
        self.set_name(name)

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


class LanguageSwitch(SegmentedControl):
    """The language the texts of the documents are written in; each language names itself."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES], parent)
