"""A section of a form under the letter of the law it answers."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.field_row import FieldRow
from ropa_app.gui.widgets.finding_lines import FindingLines
from ropa_app.gui.widgets.hint_button import HintButton
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import N_, NC_, Translator
from ropa_app.legal.assessing import Told

GUTTER: Final = 36
NARROW_GUTTER: Final = 32
LETTER: Final = N_("Letter {letter}: {title}")
STEP: Final = N_("Step {number}: {title}")
TOLD: Final[dict[Told, str]] = {
    Told.TOLD: NC_("assessment.step", "Filled in"),
    Told.MISSING: NC_("assessment.step", "Missing"),
    Told.OPEN: NC_("assessment.step", "Not asked for"),
}
_PLATE: Final = 22


class LetterPlate(QWidget):
    """The letter of the law, or the number of a step, in a ring; dashed where something is missing."""

    def __init__(self, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self._dashed = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the ring."""
        return QSize(_PLATE, _PLATE)

    def set_dashed(self, dashed: bool) -> None:
        """Draw the ring dashed, or whole."""
        self._dashed = dashed
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ring and letter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(theme.tokens().accent), 1.2)
        if self._dashed:
            pen.setDashPattern([2.4, 2.2])
        painter.setPen(pen)
        box = QRectF(0, 0, _PLATE, _PLATE)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setFont(theme.font("strong"))
        painter.setPen(QColor(theme.tokens().accent))
        painter.drawText(box.adjusted(0, -1, 0, -1), Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.end()


class FormSection(QWidget):
    """A title with its letter in the gutter, a hint at the right and rows below.

    `key` is what the caller knows the section by; a section without letter keeps the gutter empty.
    """

    def __init__(
        self,
        t: Translator,
        key: str,
        title: str,
        letter: str = "",
        hint: str = "",
        parent: QWidget | None = None,
        *,
        reference: str = "",
    ) -> None:
        super().__init__(parent)
        self.key: Final = key
        self.letter: Final = letter
        self._rows: list[FieldRow] = []
        self._title = Label(title, "section", wrap=True)
        self._reference = Label(reference, "small", "text3")
        self._told: Told | None = None
        self._state = Label("", "small", "text2")
        self._plate = LetterPlate(letter) if letter else None
        self._hint = HintButton(t, title, hint, words=True)
        self.findings: Final = FindingLines(t)
        self.body: Final = QVBoxLayout()
        self.body.setSpacing(8)
        self.body.addWidget(self.findings)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(6)
        self._build()
        self._name(t)

    def _build(self) -> None:
        if self._plate is not None:
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(self._plate, 0, 0, middle)
        self._state.hide()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        head.addSpacing(4)
        head.addWidget(self._reference)
        head.addWidget(self._hint)
        self._grid.addLayout(head, 0, 1)
        self._grid.addLayout(self.body, 1, 1)
        self._grid.setColumnMinimumWidth(0, GUTTER)
        self._grid.setColumnStretch(1, 1)

    def _name(self, t: Translator) -> None:
        title = self._title.text()
        if self.letter.isdigit():
            title = t(STEP, number=self.letter, title=title)
        elif self.letter:
            title = t(LETTER, letter=self.letter, title=title)
        state = t.marked(TOLD[self._told]) if self._told is not None else ""
        self._state.setText(state)
        self.setAccessibleName(title)
        self.setAccessibleDescription(state)

    def title(self) -> str:
        """Return the title."""
        return self._title.text()

    def set_told(self, t: Translator, told: Told) -> None:
        """Say of a step how far it is, in a word and by its plate."""
        self._told = told
        self._state.show()
        if self._plate is not None:
            self._plate.set_dashed(told is Told.MISSING)
        self._name(t)

    def told(self) -> Told | None:
        """Return how far the step is, None where the section is no step."""
        return self._told

    def rows(self) -> list[FieldRow]:
        """Return the fields of the section in their order."""
        return list(self._rows)

    def add_row(self, row: FieldRow) -> FieldRow:
        """Put a field last."""
        self._rows.append(row)
        self.body.addWidget(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Put something last that is not one field: cards, a table, a sentence."""
        self.body.addWidget(widget)

    def set_texts(self, t: Translator, title: str, hint: str, reference: str = "") -> None:
        """Take title and hint in another language; the rows are told by the caller."""
        self._title.setText(title)
        self._reference.setText(reference)
        self.findings.retranslate(t)
        self._hint.retranslate(t)
        self._hint.set_hint(title, hint)
        self._name(t)

    def set_narrow(self, narrow: bool) -> None:
        """Put labels above their fields and make the gutter smaller."""
        self._grid.setColumnMinimumWidth(0, NARROW_GUTTER if narrow else GUTTER)
        for row in self._rows:
            row.set_stacked(narrow)
