"""The answer to a question the law asks: yes, no, not applicable, or not yet known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from ropa_app.gui.widgets.code_combo import CodeCombo
from ropa_app.gui.widgets.editor import NOT_SETTLED
from ropa_app.i18n import NC_, Translator

UNKNOWN: Final = "?"
ANSWERS: Final = {
    "yes": NC_("answer", "Yes"),
    "no": NC_("answer", "No"),
    "n/a": NC_("answer", "Not applicable"),
}


class AnswerBox(CodeCombo):
    """One of the codes `yes`, `no`, `n/a` and `?`; the last, not yet known, is where it starts.

    `answers` leaves out those that make no sense for a question.
    """

    nothing: str = UNKNOWN

    def __init__(
        self, t: Translator, parent: QWidget | None = None, *, answers: Sequence[str] = tuple(ANSWERS)
    ) -> None:
        self._answers = tuple(answers)
        named = [(code, t.marked(ANSWERS[code])) for code in answers]
        super().__init__(t, named, parent, empty_text=NOT_SETTLED)
        self.setMaximumWidth(200)

    def _offered(self) -> list[tuple[str, str]]:
        return [*self._choices, (UNKNOWN, self._t(NOT_SETTLED))]

    def retranslate(self, t: Translator) -> None:
        """Speak another language."""
        self._t = t
        self.set_choices([(code, t.marked(ANSWERS[code])) for code in self._answers])
