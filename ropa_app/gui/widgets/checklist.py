"""A list of items, for each of which one of a few answers holds; and how many are found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.language_switch import SegmentedControl


class Entry(NamedTuple):
    """An item: what the caller knows it by, its letter, and its text."""

    key: str
    letter: str
    text: str


class AnswerRow(SegmentedControl):
    """Answers side by side; arrow keys move between them, Space or Enter gives one: a walk changes nothing.

    `left(step)` asks for the row above (-1) or below (1).
    """

    left = Signal(int)

    def __init__(self, name: str, answers: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(name, answers, parent)
        for button in self.buttons():
            button.installEventFilter(self)

    def buttons(self) -> list[QToolButton]:
        """Return the buttons in their order."""
        return self.findChildren(QToolButton)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys from the buttons, which would choose with the arrows."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        buttons = self.buttons()
        place = next(number for number, button in enumerate(buttons) if button is watched)
        match Qt.Key(event.key()):
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                step = 1 if event.key() == Qt.Key.Key_Right else -1
                buttons[max(0, min(place + step, len(buttons) - 1))].setFocus()
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.left.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                buttons[place].click()
            case _:
                return False
        return True


class Checklist(QWidget):
    """`answered(item, answer)` tells what the user chose; the caller stores it and calls `set_answers`."""

    answered = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, AnswerRow] = {}
        self._labels: dict[str, tuple[Label, Label]] = {}
        self._read_only = False
        self.progress: Final = Label("", "detail", "text2", wrap=True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.progress, 0, 0, 1, 3)

    def set_entries(self, entries: Sequence[Entry], answers: Sequence[tuple[str, str]]) -> None:
        """Take items and answers, in their order and in the language of the window."""
        for place, entry in enumerate(entries, 1):
            if entry.key not in self._rows:
                self._add(place, entry, answers)
            letter, text = self._labels[entry.key]
            letter.setText(entry.letter)
            text.setText(entry.text)
            self._rows[entry.key].set_texts(entry.text, [name for _, name in answers])

    def _add(self, place: int, entry: Entry, answers: Sequence[tuple[str, str]]) -> None:
        row = AnswerRow(entry.text, answers)
        row.setObjectName(f"checklist.{entry.key}")
        row.chosen.connect(lambda answer: self.answered.emit(entry.key, answer))
        row.left.connect(lambda step: self._step(entry.key, step))
        row.setEnabled(not self._read_only)
        letter, text = Label("", "body", "text2"), Label("", "body", wrap=True)
        self._rows[entry.key] = row
        self._labels[entry.key] = letter, text
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(letter, place, 0, middle)
        self._grid.addWidget(text, place, 1, middle)
        self._grid.addWidget(row, place, 2, middle)

    def _step(self, key: str, step: int) -> None:
        keys = list(self._rows)
        place = keys.index(key) + step
        if 0 <= place < len(keys):
            before = self._rows[key].buttons()
            column = next((number for number, one in enumerate(before) if one.hasFocus()), 0)
            self._rows[keys[place]].buttons()[column].setFocus()

    def set_answers(self, answers: dict[str, str]) -> None:
        """Show the answer of each item."""
        for key, answer in answers.items():
            row = self._rows[key]
            focused = any(button.hasFocus() for button in row.buttons())
            row.set_current(answer)
            if focused:
                row.setFocus()

    def rows(self) -> dict[str, AnswerRow]:
        """Return the rows by their items."""
        return dict(self._rows)

    def set_read_only(self, read_only: bool) -> None:
        """Show the answers without letting them be changed."""
        self._read_only = read_only
        for row in self._rows.values():
            row.setEnabled(not read_only)
