"""The statements that were published, one at a time, with their items and promises."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ropa_app.domain.entities.statements import PublishedStatement
from ropa_app.domain.values import RecordId
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.forms.record_form import RecordForm
from ropa_app.gui.widgets.buttons import rename_tool, tool_button
from ropa_app.gui.widgets.code_combo import CodeCombo
from ropa_app.gui.widgets.label import hairline
from ropa_app.i18n import N_

NONE: Final = N_("Choose a published statement")
CHOOSE: Final = N_("Published statement")
NEW: Final = N_("Record another published statement")
DELETE: Final = N_("Delete this published statement")
KIND: Final = "published_statement"


class PublishedPane(QWidget):
    """A box to choose a statement from, and its form; `delete_wanted(id)` asks to delete a record."""

    delete_wanted = Signal(str)
    record_wanted = Signal(str)

    def __init__(self, document: RegisterDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.box: Final = CodeCombo(document.t, [], empty_text=NONE)
        self.box.committed.connect(self._on_chosen)
        self.new_button: Final = tool_button("", "plus")
        self.new_button.clicked.connect(self.new)
        self.delete_button: Final = tool_button("", "trash-2")
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self.form: Final = RecordForm(document, KIND)
        self.form.set_narrow(True)
        self.form.context.delete_wanted.connect(self.delete_wanted)
        self.form.context.record_wanted.connect(self.record_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 16, 10)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self.new_button)
        row.addWidget(self.delete_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())
        column.addWidget(self.form, 1)
        self.retranslate()

    def record(self) -> RecordId | None:
        """Return the statement that is shown."""
        return self.form.record()

    def read(self) -> None:
        """Offer the statements as they are stored now, and show one of them."""
        found = self._document.records.of_kind(KIND)
        listed = [one for one in found if isinstance(one, PublishedStatement)]
        listed.sort(key=lambda one: (one.published is not None, one.published or 0, one.id), reverse=True)
        self.box.set_choices([(one.id, self._name(one)) for one in listed])
        ids = [one.id for one in listed]
        shown = self.form.record()
        if shown in ids:
            self.box.set_value(shown or "")
        else:
            self.show_record(ids[0] if ids else None)

    def show_record(self, record: RecordId | None) -> None:
        """Show a statement, or none."""
        self.box.set_value(record or "")
        self.form.setVisible(record is not None)
        self.delete_button.setEnabled(record is not None and not self._document.read_only)
        if record is not None:
            self.form.show_record(record)

    def _name(self, one: PublishedStatement) -> str:
        naming = self._document.naming
        return naming.dotted(naming.label(one), one.place)

    def _on_chosen(self, record: str) -> None:
        if not self.form.commit_pending():
            self.box.set_value(self.form.record() or "")
            return
        self.show_record(RecordId(record) if record else None)

    def new(self) -> None:
        """Record another published statement and show it."""
        if not self.form.commit_pending():
            return
        added = self._document.add(KIND)
        if added is not None:
            self.read()
            self.show_record(added)
            self.form.focus_field("published")

    def _on_delete_clicked(self) -> None:
        shown = self.form.record()
        if shown is not None:
            self.delete_wanted.emit(shown)

    def retranslate(self) -> None:
        """Take the texts of the language of the window."""
        t = self._document.t
        self.box.retranslate(t)
        self.box.setAccessibleName(t(CHOOSE))
        rename_tool(self.new_button, t(NEW))
        rename_tool(self.delete_button, t(DELETE))
        self.new_button.setEnabled(not self._document.read_only)
        self.form.retranslate()
        self.read()
