"""What the signs of the grid mean, and how many activities are not in it."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ropa_app.gui.widgets.coverage_mark import LOOKS, LookMark
from ropa_app.gui.widgets.flow_layout import FlowLayout
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import Translator


class CoverageLegend(QWidget):
    """Signs with their words in a row that wraps, and a sentence below it."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._left_out = 0
        self._words = {look: Label("", "small", "text2") for look in LOOKS}
        self.sentence: Final = Label("", "small", "text2", wrap=True)
        row = QWidget()
        flow = FlowLayout(row, gap=14)
        for look, word in self._words.items():
            entry = QWidget()
            beside = QHBoxLayout(entry)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.setSpacing(5)
            beside.addWidget(LookMark(look))
            beside.addWidget(word)
            flow.addWidget(entry)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._column.addWidget(row)
        self._column.addWidget(self.sentence)
        self.set_side(28)
        self.retranslate(t)

    def set_side(self, side: int) -> None:
        """Stand as far from the edges as the rest of the view."""
        self._column.setContentsMargins(side, 5, side, 5)

    def set_left_out(self, number: int) -> None:
        """Say how many activities are kept out of the statement, nothing for none."""
        self._left_out = number
        told = self._t.plural(
            "{n} activity is kept out of the statement.",
            "{n} activities are kept out of the statement.",
            number,
        )
        self.sentence.setText(told if number else "")
        self.sentence.setVisible(bool(number))

    def retranslate(self, t: Translator) -> None:
        """Take the words in another language."""
        self._t = t
        for look, word in self._words.items():
            word.setText(t.marked(LOOKS[look]))
        self.set_left_out(self._left_out)
