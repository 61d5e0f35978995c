"""The kinds of assessment to choose from, each with its place in the law and when it is used."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from ropa_app.domain.record import Record
from ropa_app.gui.forms.context import FormContext
from ropa_app.gui.forms.panels import FormPanel
from ropa_app.gui.widgets.buttons import link_button
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import N_
from ropa_app.legal.articles import place_text
from ropa_app.legal.methods import METHODS

CHOOSE: Final = N_("Choose {name}")
_KINDS: Final = "assessment_kinds"


class MethodsPanel(FormPanel):
    """Each kind of assessment as a card; choosing one shows the form in its steps."""

    told_from = frozenset({"assessment"})
    of_each = False

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self._cards: dict[str, tuple[QToolButton, Label, Label]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for code in METHODS:
            column.addWidget(self._card(code))
        self.retranslate()

    def _card(self, code: str) -> QFrame:
        button, place, use = (
            link_button(""),
            Label("", "small", "text3"),
            Label("", "body", "text2", wrap=True),
        )
        button.setObjectName(f"method.{code}")
        button.setEnabled(not self.context.read_only)
        button.clicked.connect(lambda: self._choose(code))
        self._cards[code] = button, place, use
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        head.addStretch(1)
        head.addWidget(place)
        use.setContentsMargins(6, 0, 6, 0)
        card = QFrame()
        card.setProperty("card", "closed")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(8, 5, 12, 9)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(use)
        return card

    def _choose(self, code: str) -> None:
        if self.record is not None:
            why = self.context.document.set_value(self.record.id, "method", code)
            if why:
                self.context.document.problem.emit(why)

    def fill(self, record: Record) -> None:
        """Do nothing: the kinds are the same for each record."""

    def focus(self, field: str) -> bool:
        """Put the focus on the first kind."""
        if field not in self.fields:
            return False
        next(iter(self._cards.values()))[0].setFocus()
        return True

    def retranslate(self) -> None:
        """Name the kinds in the language of the window."""
        t, naming = self.context.t, self.context.document.naming
        for code, (button, place, use) in self._cards.items():
            name, method = naming.code(_KINDS, code), METHODS[code]
            law = place_text(method.place, t)
            button.setText(name)
            button.setAccessibleName(t(CHOOSE, name=name))
            button.setAccessibleDescription(t.marked(method.use))
            place.setText(law[:1].upper() + law[1:])
            use.setText(t.marked(method.use))
