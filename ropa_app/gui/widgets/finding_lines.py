"""What rules find, one sentence a line: mark, sentence in its colour, and the way to the reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.buttons import link_button
from ropa_app.gui.widgets.label import Label, Tone
from ropa_app.gui.widgets.mark import WORDS, Kind, Mark
from ropa_app.i18n import NC_, Translator

WHY: Final = NC_("finding", "Why?")
_TONES: Final[dict[Kind, Tone]] = {"error": "error", "warning": "warning", "advice": "advice"}
_MARK: Final = 14
_GAP: Final = 6
_LINK: Final = 22
_UNBOUND: Final = 16_777_215


class Said(NamedTuple):
    """What a line says: the mark, the sentence, and what the caller knows the finding by."""

    kind: Kind
    sentence: str
    finding: object = None


class FindingLine(QWidget):
    """One line; `why_wanted(finding)` asks for the reason."""

    why_wanted = Signal(object)

    def __init__(self, t: Translator, parent: QWidget | None = None, *, why: bool = True) -> None:
        super().__init__(parent)
        self._t = t
        self._said = Said("error", "")
        self._mark = Mark(t, "error", _MARK)
        self._text = Label("", "detail", "error", wrap=True)
        self._why = link_button("")
        self._why.setFont(theme.font("detail"))
        self._why.setFixedHeight(_LINK)
        self._why.setVisible(why)
        self._why.clicked.connect(lambda: self.why_wanted.emit(self._said.finding))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        top = Qt.AlignmentFlag.AlignTop
        beside_text = QVBoxLayout()
        beside_text.setContentsMargins(0, 3, 0, 0)
        beside_text.addWidget(self._mark, 0, top)
        row.addLayout(beside_text)
        row.addWidget(self._text, 1, top)
        row.addWidget(self._why, 0, top)
        row.addStretch(0)
        self.hide()

    def say(self, said: Said) -> None:
        """Show another finding."""
        self._said = said
        self._mark.set_kind(said.kind)
        self._text.setText(said.sentence)
        self._text.set_tone(_TONES.get(said.kind, "text2"))
        self._name()
        self._fit()

    def said(self) -> Said:
        """Return what is shown."""
        return self._said

    def spoken(self) -> str:
        """Return word and sentence, as a screen reader says them."""
        return f"{self._t.marked(WORDS[self._said.kind])}: {self._said.sentence}"

    def _name(self) -> None:
        self._why.setText(self._t.marked(WHY))
        self._why.setAccessibleName(f"{self._t.marked(WHY)} {self._said.sentence}")
        self.setAccessibleName(self.spoken())

    def _fit(self) -> None:
        """Let the link follow the sentence where both have room in one line."""
        taken = _MARK + 2 * _GAP + (self._why.sizeHint().width() if self._why.isVisibleTo(self) else 0)
        natural = self._text.fontMetrics().horizontalAdvance(self._said.sentence) + 1
        self._text.setMaximumWidth(natural if natural + taken <= self.width() else _UNBOUND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the link follow the sentence, or stand at the end."""
        super().resizeEvent(event)
        self._fit()

    def retranslate(self, t: Translator) -> None:
        """Speak another language; the sentence is the caller's."""
        self._t = t
        self._mark.retranslate(t)
        self._name()


class FindingLines(QWidget):
    """The lines under a field or a title; hidden while there is nothing to say."""

    why_wanted = Signal(object)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._said: tuple[Said, ...] = ()
        self._lines: list[FindingLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def said(self) -> tuple[Said, ...]:
        """Return what is shown."""
        return self._said

    def lines(self) -> list[FindingLine]:
        """Return the lines that are shown."""
        return self._lines[: len(self._said)]

    def show_findings(self, said: Sequence[Said]) -> None:
        """Show these findings."""
        if tuple(said) == self._said:
            return
        self._said = tuple(said)
        while len(self._lines) < len(said):
            line = FindingLine(self._t)
            line.why_wanted.connect(self.why_wanted)
            self._lines.append(line)
            self._column.addWidget(line)
        for place, line in enumerate(self._lines):
            if place < len(said):
                line.say(said[place])
            line.setVisible(place < len(said))
        self.setVisible(bool(said))

    def retranslate(self, t: Translator) -> None:
        """Speak another language; the sentences are the caller's."""
        self._t = t
        for line in self._lines:
            line.retranslate(t)
