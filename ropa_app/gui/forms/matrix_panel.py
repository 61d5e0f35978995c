"""The risks of an assessment in a matrix, above their cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ropa_app.domain.entities.assessments import Assessment, Risk
from ropa_app.domain.record import Record
from ropa_app.gui.forms.context import FormContext
from ropa_app.gui.forms.panels import FormPanel
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.risk_matrix import Place, RiskMatrix, Sign, Spot, paint_sign
from ropa_app.i18n import N_, NC_
from ropa_app.legal.risk_levels import AFTER, BEFORE, LEVELS, Fields, is_told_after, level, number, unplaced

LIKELIHOOD: Final = N_("Likelihood")
CONSEQUENCE: Final = N_("Consequence")
BEFORE_TEXT: Final = NC_("risks", "before the measures")
AFTER_TEXT: Final = NC_("risks", "after the measures")
EMPTY: Final = N_(
    "No risk is entered yet. Each risk gets a number and its place here, by likelihood and consequence, "
    "before and after the measures."
)
UNPLACED_BEFORE: Final = N_("Before the measures, likelihood or consequence is missing for: {risks}.")
UNPLACED_AFTER: Final = N_("After the measures, likelihood or consequence is missing for: {risks}.")
_OF_RISKS: Final = ("dpia", "risk")
_SIDE: Final = 96


class _Legend(QWidget):
    """One sign as it stands in the matrix."""

    def __init__(self, *, after: bool) -> None:
        super().__init__()
        self._after = after
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of a sign."""
        return QSize(30, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sign(painter, Sign(Spot("", "R", "", None, None), self._after, QRectF(0, 0, 30, 20)))
        painter.end()


class MatrixPanel(FormPanel):
    """The matrix with its legend; a sentence where there is no risk, or one that has no place."""

    told_from = frozenset({"risk", "assessment"})

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self.matrix: Final = RiskMatrix(context.t)
        self.matrix.setObjectName("assessment.matrix")
        self.matrix.risk_chosen.connect(context.record_wanted)
        self._empty = Label("", "body", "text3", wrap=True)
        self._unplaced = Label("", "detail", "text2", wrap=True)
        self._axes = Label("", "small", "text2"), Label("", "small", "text2")
        self._words = Label("", "small", "text2"), Label("", "small", "text2")
        self._framed = QWidget()
        inside = QVBoxLayout(self._framed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addLayout(self._axis_line())
        inside.addWidget(self.matrix)
        inside.addLayout(self._legend_line())
        self.matrix.verticalHeader().setFixedWidth(_SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._empty, self._framed, self._unplaced):
            column.addWidget(part)
        self._name()

    def _axis_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        self._axes[0].setFixedWidth(_SIDE)
        self._axes[0].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._axes[0].setContentsMargins(0, 0, 8, 0)
        self._axes[1].setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.addWidget(self._axes[0])
        line.addWidget(self._axes[1], 1)
        return line

    def _legend_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(_SIDE, 2, 0, 0)
        line.setSpacing(6)
        for after, words in zip((False, True), self._words, strict=True):
            line.addWidget(_Legend(after=after))
            line.addWidget(words)
            line.addSpacing(10)
        line.addStretch(1)
        return line

    def _name(self) -> None:
        t = self.context.t
        for label, text in zip((*self._axes, *self._words), _TEXTS, strict=True):
            label.setText(t.marked(text))
        self._empty.setText(t(EMPTY))

    def fill(self, record: Record) -> None:
        """Place the risks anew."""
        if not isinstance(record, Assessment):
            return
        document = self.context.document
        choices = document.law.choices(LEVELS)
        codes = [choice.code for choice in choices]
        risks = [one for one in self.context.owned(record.id) if isinstance(one, Risk)]
        spots = [self._spot(one, codes) for one in risks]
        names = [choice.label.written(self.context.t.language) for choice in choices]
        self.matrix.set_risks(self.context.t, names, spots)
        self._empty.setVisible(not risks and record.method in _OF_RISKS)
        self._framed.setVisible(bool(risks))
        self._show_unplaced(risks)
        self.setVisible(bool(risks) or record.method in _OF_RISKS)

    def _spot(self, one: Risk, codes: Sequence[str]) -> Spot:
        title = self.context.document.naming.title(one)
        return Spot(one.id, number(one), title, _place(one, BEFORE, codes), _place(one, AFTER, codes))

    def _show_unplaced(self, risks: Sequence[Risk]) -> None:
        left = {UNPLACED_BEFORE: unplaced(risks, BEFORE)}
        if is_told_after(risks):
            left[UNPLACED_AFTER] = unplaced(risks, AFTER)
        t = self.context.t
        lines = [t(text, risks=", ".join(map(number, found))) for text, found in left.items() if found]
        self._unplaced.setText("\n".join(lines))
        self._unplaced.setVisible(bool(lines))

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        self._name()
        super().retranslate()


_TEXTS: Final = (LIKELIHOOD, CONSEQUENCE, BEFORE_TEXT, AFTER_TEXT)


def _place(one: Risk, fields: Fields, codes: Sequence[str]) -> Place | None:
    found = level(one, fields)
    if found is None or not set(found) <= set(codes):
        return None
    return codes.index(found[0]), codes.index(found[1])
