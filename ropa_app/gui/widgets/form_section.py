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
from ropa_app.i18n import N_, Translator

GUTTER: Final = 36
NARROW_GUTTER: Final = 32
LETTER: Final = N_("Letter {letter}: {title}")
_PLATE: Final = 22


class LetterPlate(QWidget):
    """The letter of the law in a ring."""

    def __init__(self, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the ring."""
        return QSize(_PLATE, _PLATE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ring and letter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens().accent), 1.2))
        box = QRectF(0, 0, _PLATE, _PLATE)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setFont(theme.font("strong"))
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
        self._hint = HintButton(t, title, hint, words=True)
        self.findings: Final = FindingLines(t)
        self.body: Final = QVBoxLayout()
        self.body.setSpacing(8)
        self.body.addWidget(self.findings)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(6)
        self._build(letter)
        self._name(t)

    def _build(self, letter: str) -> None:
        if letter:
            plate = LetterPlate(letter)
            self._grid.addWidget(plate, 0, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._reference)
        head.addWidget(self._hint)
        self._grid.addLayout(head, 0, 1)
        self._grid.addLayout(self.body, 1, 1)
        self._grid.setColumnMinimumWidth(0, GUTTER)
        self._grid.setColumnStretch(1, 1)

    def _name(self, t: Translator) -> None:
        title = self._title.text()
        self.setAccessibleName(t(LETTER, letter=self.letter, title=title) if self.letter else title)

    def title(self) -> str:
        """Return the title."""
        return self._title.text()

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
