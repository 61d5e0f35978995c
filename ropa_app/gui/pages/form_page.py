"""A page that is one form: the organisation, its contacts and the settings of the register."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ropa_app.domain.values import RecordId
from ropa_app.gui.pages.editor_pane import EditorPane
from ropa_app.gui.pages.page import Page, PageContext
from ropa_app.gui.pages.record_page import AskDeletion
from ropa_app.legal.checks import Finding


class FormPage(Page):
    """Edits the one record of a kind; it is made when a file does not have it yet."""

    def __init__(self, context: PageContext, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.kind: Final = kind
        self.ask_deletion: AskDeletion = self.document.delete
        self.editor: Final = EditorPane(context.document, alone=True)
        self.editor.record_wanted.connect(self.record_wanted)
        self.editor.page_wanted.connect(self.page_wanted)
        self.editor.why_wanted.connect(self.why_wanted)
        self.editor.delete_wanted.connect(lambda record: self.ask_deletion(RecordId(record)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor)
        self.setProperty("surface", "base")

    def showEvent(self, event: QShowEvent) -> None:
        """Show the record."""
        super().showEvent(event)
        if self.editor.record() is None:
            one = self.document.records.one(self.kind)
            added = one.id if one is not None else self.document.add(self.kind)
            if added is not None:
                self.editor.show_record(added)

    def current_record(self) -> RecordId | None:
        """Return the record that is shown."""
        return self.editor.record()

    def show_record(self, record: RecordId) -> bool:
        """Open the card of a contact, or show the record itself."""
        form = self.editor.form()
        return form is not None and self.commit_pending() and form.reveal(record)

    def focus_finding(self, one: Finding) -> bool:
        """Put the focus where a finding can be settled; return whether it is in the record shown."""
        return self.editor.focus_at(one)

    def commit_pending(self) -> bool:
        """Save what is half typed; return False where it cannot be saved."""
        return self.editor.commit_pending()

    def panes(self) -> list[QWidget]:
        """Return the form."""
        form = self.editor.form()
        return [form] if form is not None else [self]

    def step_section(self, step: int) -> None:
        """Bring the next section, or the one before, to the top."""
        self.editor.step_section(step)

    def set_narrow(self, narrow: bool, *, single: bool = False) -> None:
        """Take the layout of a narrow window, or that of a wide one."""
        del single
        self.editor.set_narrow(narrow)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        self.editor.retranslate()
