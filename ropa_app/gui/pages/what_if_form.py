"""The question of a supposition as one sentence: what if this party leaves on that day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ropa_app.gui.what_if_jobs import COUNTRY, KINDS, PARTY, TOOL, Offer, Offers, Question
from ropa_app.gui.widgets.code_combo import CodeCombo
from ropa_app.gui.widgets.day_edit import DayEdit
from ropa_app.gui.widgets.flow_layout import FlowLayout
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import N_, NC_, Translator

WHAT_IF: Final = NC_("what if", "What if")
KIND: Final = NC_("what if", "What goes")
ON: Final = NC_("what if", "on")
DAY: Final = NC_("what if", "Day it happens")
CHOOSE: Final = N_("choose …")
NOT_USED: Final = N_("not in use")
_KINDS: Final[Mapping[str, str]] = {
    PARTY: NC_("what if", "the party"),
    COUNTRY: NC_("what if", "the country"),
    TOOL: NC_("what if", "the transfer tool"),
}
_CHOICES: Final[Mapping[str, str]] = {
    PARTY: NC_("what if", "Party"),
    COUNTRY: NC_("what if", "Country"),
    TOOL: NC_("what if", "Transfer tool"),
}
_VERBS: Final[Mapping[str, str]] = {
    PARTY: NC_("what if", "leaves"),
    COUNTRY: NC_("what if", "loses its adequacy decision"),
    TOOL: NC_("what if", "lapses"),
}
_WIDTHS: Final = {"kind": 190, "choice": 300, "day": 140}


class WhatIfForm(QWidget):
    """`asked` tells that another question stands there, or none; `day_chosen` that another day was chosen."""

    asked = Signal()
    day_chosen = Signal()

    def __init__(self, t: Translator, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._offers: Offers = {kind: [] for kind in KINDS}
        self._names: dict[tuple[str, str], str] = {}
        self._before = Label("", "strong")
        self.kind: Final = QComboBox()
        self.choice: Final = CodeCombo(t, [], empty_text=CHOOSE)
        self._verb = Label("", "body")
        self._on = Label("", "body")
        self.day: Final = DayEdit(t)
        self.day.set_value(day)
        for kind in KINDS:
            self.kind.addItem("", kind)
        self._lay_out()
        self.kind.activated.connect(self._on_kind_activated)
        self.choice.committed.connect(lambda _code: self.asked.emit())
        self.day.committed.connect(self._on_day_committed)
        self.retranslate(t)

    def _lay_out(self) -> None:
        height = self.choice.sizeHint().height()
        for label in (self._before, self._verb, self._on):
            label.setFixedHeight(height)
        self.kind.setFixedWidth(_WIDTHS["kind"])
        self.choice.setFixedWidth(_WIDTHS["choice"])
        self.day.setFixedWidth(_WIDTHS["day"])
        self.setFocusProxy(self.kind)
        self._flow = FlowLayout(self, gap=8)
        for part in (self._before, self.kind, self.choice, self._verb, self._on, self.day):
            self._flow.addWidget(part)

    # The question

    def current_kind(self) -> str:
        """Return what shall go: party, country or tool."""
        return str(self.kind.currentData())

    def question(self) -> Question | None:
        """Return the question, None where nothing is chosen."""
        code, day = self.choice.value(), self.day.value()
        return Question(self.current_kind(), code, day) if code and day is not None else None

    def ask(self, kind: str, code: str, day: date) -> None:
        """Put a question, as if it were chosen."""
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self._take_kind(code)
        self.day.set_value(day)
        self.asked.emit()

    def set_offers(self, offers: Offers) -> None:
        """Offer what can be supposed on the day; what is chosen stays."""
        self._offers = offers
        self._take_kind(self.choice.value())

    def set_day(self, day: date) -> None:
        """Ask of another day, without telling."""
        self.day.set_value(day)

    def _take_kind(self, code: str) -> None:
        """Show the choices and the verb of the kind, with a choice of it or none."""
        kind, t = self.current_kind(), self._t
        choices = [(one.code, self._label(one)) for one in self._offers[kind]]
        if code and code not in dict(choices):
            choices.append((code, self._names.get((kind, code), code)))
        self._names.update({(kind, key): name for key, name in choices})
        self.choice.set_value("")
        self.choice.set_choices(choices)
        self.choice.set_value(code)
        self.choice.setAccessibleName(t.marked(_CHOICES[kind]))
        self._verb.setText(t.marked(_VERBS[kind]))
        self._flow.invalidate()

    def _label(self, one: Offer) -> str:
        return one.label if one.is_used else f"{one.label} \u00b7 {self._t(NOT_USED)}"

    def _on_kind_activated(self, _index: int) -> None:
        self._take_kind("")
        self.asked.emit()

    def _on_day_committed(self, _day: date | None) -> None:
        self.day_chosen.emit()
        self.asked.emit()

    # Look

    def focus_choice(self) -> None:
        """Put the focus into the choice, so that typing replaces what stands there."""
        self.choice.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line = self.choice.lineEdit()
        if line is not None:
            line.selectAll()

    def settle(self) -> None:
        """Take what is half typed, or drop it where it names nothing: there is nothing to save."""
        for editor in (self.choice, self.day):
            if not editor.commit_pending():
                editor.revert()

    def retranslate(self, t: Translator) -> None:
        """Take all texts again."""
        self._t = t
        self._before.setText(t.marked(WHAT_IF))
        self._on.setText(t.marked(ON))
        self.kind.setAccessibleName(t.marked(KIND))
        for row, kind in enumerate(KINDS):
            self.kind.setItemText(row, t.marked(_KINDS[kind]))
        self.choice.retranslate(t)
        self.day.retranslate(t)
        self.day.setAccessibleName(t.marked(DAY))
        self._take_kind(self.choice.value())
