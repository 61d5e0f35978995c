"""The few words that record that no DPIA is required, with the reasons, Article 35(1)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ropa_app.domain.values import RecordId
from ropa_app.gui.document import assessing
from ropa_app.gui.forms.context import FormContext
from ropa_app.gui.widgets.buttons import link_button, plain_button
from ropa_app.gui.widgets.field_row import FieldRow
from ropa_app.gui.widgets.text_area import TextArea
from ropa_app.i18n import N_, NC_
from ropa_app.legal.screening import METHOD

REASONS: Final = N_("Why no DPIA is required")
RECORD: Final = N_("Record it")
CANCEL: Final = NC_("screening", "Cancel")
_OUTCOME: Final = "not_required"


class NotRequired(QWidget):
    """Reasons and a button; hidden until `begin`. `finished` tells that it was recorded or left."""

    finished = Signal()

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self._context: Final = context
        self._activity: RecordId | None = None
        self.text: Final = TextArea(context.t, least_lines=3)
        self.text.setObjectName("not_required.reasons")
        self.text.textChanged.connect(self._show_button)
        self.button: Final = plain_button("")
        self.button.setObjectName("not_required.record")
        self.button.clicked.connect(self._on_record)
        self._cancel = link_button("")
        self._cancel.clicked.connect(self._leave)
        self._row = FieldRow(context.t, "", self.text, wide=True)
        self._row.set_stacked(context.narrow)
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        for button in (self.button, self._cancel):
            self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._row)
        column.addLayout(self._line)
        self.set_narrow(context.narrow)
        self.retranslate()
        self.hide()

    def begin(self, activity: RecordId) -> None:
        """Ask for the reasons of an activity."""
        self._activity = activity
        self.text.set_value("")
        self._show_button()
        self.show()
        self.text.setFocus()

    def _show_button(self) -> None:
        self.button.setEnabled(bool(self.text.text().strip()))

    def _on_record(self) -> None:
        activity, reasons = self._activity, self.text.text()
        if activity is None:
            return
        made = self._context.document.make(
            lambda register: assessing.create_assessment(
                register, METHOD, activities=(activity,), outcome=_OUTCOME, reasons=reasons
            )
        )
        if made is not None:
            self._leave()

    def _leave(self) -> None:
        self.hide()
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def set_narrow(self, narrow: bool) -> None:
        """Put the label above the text, or beside it."""
        self._row.set_stacked(narrow)
        self._line.setContentsMargins(0 if narrow else 158, 0, 0, 0)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        t = self._context.t
        self._row.set_texts(t, t(REASONS), "")
        for button, text in ((self.button, RECORD), (self._cancel, CANCEL)):
            button.setText(t.marked(text))
            button.setAccessibleName(t.marked(text))
