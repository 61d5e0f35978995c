"""An own paragraph of the statement: its text with placeholders, and the section it belongs to."""

from __future__ import annotations

from functools import partial
from typing import Final, cast

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ropa_app.domain.entities.statements import StatementText
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.placeholders import PLACEHOLDERS, Placeholder, unknown
from ropa_app.domain.values import Text
from ropa_app.gui import theme
from ropa_app.gui.binding import FieldBinding
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.forms.context import said
from ropa_app.gui.widgets.buttons import link_button, rename_tool, tool_button
from ropa_app.gui.widgets.field_row import MarkedLine
from ropa_app.gui.widgets.text_area import TextArea
from ropa_app.i18n import N_

DELETE_OWN: Final = N_("Delete the own text")
INSERT: Final = N_("Insert a field of the register")
UNKNOWN: Final = N_("No field is called this, so it is printed as it stands: {names}")
KIND: Final = "statement_text"
_BAR: Final = 2


class BarredBlock(QWidget):
    """A block with a bar at its left: hairline for generated text, accent for the organisation's own."""

    def __init__(self, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self.column: Final = QVBoxLayout(self)
        self.column.setContentsMargins(16, 2, 0, 2)
        self.column.setSpacing(2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        tokens = theme.tokens()
        painter = QPainter(self)
        color = QColor(tokens.accent if self._own else tokens.hair)
        painter.fillRect(QRectF(0, 0, _BAR, self.height()), color)
        painter.end()


class OwnText(BarredBlock):
    """An own paragraph in the language of the forms, with what rules find in it.

    `deleted` asks to take it out, `why_wanted(finding)` for the reason of a finding.
    """

    deleted = Signal()
    why_wanted = Signal(object)

    def __init__(self, document: RegisterDocument, record: StatementText) -> None:
        super().__init__(own=True)
        self.record: Final = record.id
        self._document = document
        self._delete = tool_button("", "trash-2")
        self._delete.setEnabled(not document.read_only)
        self._delete.clicked.connect(self.deleted)
        self.text: Final = FieldBinding(document, KIND, "text", self)
        self.section: Final = FieldBinding(document, KIND, "section", self)
        for binding in (self.text, self.section):
            binding.row.set_stacked(True)
            binding.set_read_only(document.read_only)
            binding.show(record)
            binding.row.findings.why_wanted.connect(self.why_wanted)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.text.row, 1)
        head.addWidget(self._delete, 0, Qt.AlignmentFlag.AlignTop)
        self.insert_button: Final = link_button("", "plus")
        self.insert_button.setEnabled(not document.read_only)
        self.insert_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu: Final = QMenu(self)
        self.insert_button.setMenu(self._menu)
        self.unknown: Final = MarkedLine(document.t, "warning")
        self.column.addLayout(head)
        self.column.addWidget(self.unknown)
        self.column.addWidget(self.insert_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.section.row)
        self.column.setContentsMargins(16, 2, 0, 6)
        self.text.editor.committed.connect(self._tell_unknown)
        self.retranslate()

    def show_record(self, record: StatementText) -> None:
        """Show the paragraph as it is stored now."""
        for binding in (self.text, self.section):
            binding.show(record)
        self._tell_unknown()

    def show_findings(self) -> None:
        """Show beside the fields what rules find in the paragraph."""
        record, findings = self._document.get(self.record), self._document.findings
        found = findings.at(record) if record is not None else []
        for name, binding in zip(("text", "section"), self.bindings(), strict=True):
            binding.row.set_findings(said(findings, [one for one in found if one.finding.field == name]))

    def insert(self, placeholder: Placeholder) -> None:
        """Put a placeholder where the text cursor is."""
        field = cast(TextArea, self.text.widget)
        field.setFocus()
        field.insertPlainText(placeholder.typed)

    def _tell_unknown(self, *_edited: object) -> None:
        """Say beside the paragraph what in it looks like a placeholder and is none."""
        record = self._document.get(self.record)
        text = record.text if isinstance(record, StatementText) else Text()
        found = [one for written in (text.nb, text.nn, text.en) for one in unknown(written)]
        names = " ".join(dict.fromkeys(found))
        self.unknown.set_text(self._document.t(UNKNOWN, names=names) if names else "")

    def _fill_menu(self) -> None:
        t = self._document.t
        self._menu.clear()
        for one in PLACEHOLDERS:
            kind, field = t.marked(KINDS[one.kind].label), t.marked(SPECS[one.kind][one.field].label)
            action = self._menu.addAction(f"{kind}: {field}")
            action.triggered.connect(partial(self.insert, one))

    def retranslate(self) -> None:
        """Take the texts of the language of the window."""
        t = self._document.t
        rename_tool(self._delete, t(DELETE_OWN))
        self.insert_button.setText(t(INSERT))
        self.unknown.retranslate(t)
        self._fill_menu()
        self._tell_unknown()
        self.text.retranslate()
        self.section.retranslate()
        self.show_findings()

    def bindings(self) -> tuple[FieldBinding, FieldBinding]:
        """Return the fields of the paragraph."""
        return self.text, self.section
