"""The privacy statement: its sections, their text with the organisation's own paragraphs, and its pages."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ropa_app.domain.edits import Changes
from ropa_app.domain.kinds import KINDS
from ropa_app.domain.reading import owner_of
from ropa_app.domain.values import RecordId
from ropa_app.gui import theme
from ropa_app.gui.forms.record_form import RecordForm
from ropa_app.gui.jobs import Line, Preview
from ropa_app.gui.pages.page import Page, PageContext
from ropa_app.gui.pages.published_pane import PublishedPane
from ropa_app.gui.pages.record_page import AskDeletion
from ropa_app.gui.pages.section_pane import SectionPane
from ropa_app.gui.pages.side_list import SideEntry, SideList
from ropa_app.gui.pages.statement_preview import StatementPreview
from ropa_app.gui.widgets.buttons import plain_button, primary_button
from ropa_app.gui.widgets.label import Label, hairline
from ropa_app.gui.widgets.pdf_preview import PdfPreview
from ropa_app.i18n import N_
from ropa_app.legal.checks import Finding

TITLE: Final = N_("Privacy statement")
SETTINGS: Final = "settings"
PUBLISHED: Final = "published"
LIST_NAME: Final = N_("Parts of the statement")
WAITING: Final = N_("The pages are being drawn …")
ON_DEMAND: Final = N_("The register is large; its pages are drawn when you ask for them.")
_SIZES: Final = (276, 460, 394)
_LEAST: Final = (220, 340, 280)
_SPLITTER: Final = "statement"


class StatementPage(Page):
    """Sections at the left, the text of one in the middle, the PDF at the right."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ask_deletion: AskDeletion = self.document.delete
        self._lines: dict[str, tuple[Line, ...]] | None = None
        self._lacking: frozenset[str] = frozenset()
        self._narrow = False
        self._title = Label("", "page", wrap=True)
        self.pages_button: Final = plain_button("", "file-search")
        self.export_button: Final = primary_button("", "file-down")
        self.sections: Final = SideList(context.t)
        self.section: Final = SectionPane(context.document)
        self.settings: Final = RecordForm(context.document, "statement")
        self.settings.set_narrow(True)
        self.published: Final = PublishedPane(context.document)
        self.preview: Final = PdfPreview(context.t)
        self.drawing: Final = StatementPreview(context, self)
        self._middle = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._choose(self.sections.rows.index(0).row())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(28, 14, 20, 14)
        head.setSpacing(10)
        head.addWidget(self._title, 1)
        head.addWidget(self.pages_button)
        head.addWidget(self.export_button)
        for pane in (self.section, self.settings, self.published):
            self._middle.addWidget(pane)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        columns: tuple[QWidget, ...] = (self.sections, self._middle, self.preview)
        for part, least in zip(columns, _LEAST, strict=True):
            self._splitter.addWidget(part)
            part.setMinimumWidth(least)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes(self.context.settings.splitter(_SPLITTER) or list(_SIZES))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addWidget(self._splitter, 1)
        self.setProperty("surface", "base")

    def _connect(self) -> None:
        self.sections.chosen.connect(self._on_chosen)
        self.pages_button.clicked.connect(self._on_pages_clicked)
        self.export_button.clicked.connect(lambda: self.export_wanted.emit("statement"))
        self.published.delete_wanted.connect(lambda record: self.ask_deletion(RecordId(record)))
        for context in (self.published.form.context, self.settings.context):
            context.record_wanted.connect(self.record_wanted)
            context.page_wanted.connect(self.page_wanted)
            context.why_wanted.connect(self.why_wanted)
        self.section.why_wanted.connect(self.why_wanted)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self.document.changed.connect(self._on_document_changed)
        self.document.language_changed.connect(self._on_language_changed)
        self.drawing.drawn.connect(self._on_drawn)
        self.drawing.failed.connect(self.preview.show_words)

    # Sections

    def _entries(self) -> list[SideEntry]:
        t, law = self.context.t, self.document.law
        entries = [
            SideEntry(
                one.code,
                _number(one.code),
                one.label.written(t.language),
                _number(one.code) in self._lacking,
            )
            for one in law.choices("statement_sections")
        ]
        others = ((SETTINGS, t("Settings of the statement")), (PUBLISHED, t("Published statements")))
        return [*entries, *(SideEntry(key, "", title) for key, title in others)]

    def _choose(self, row: int) -> None:
        index = self.sections.rows.index(row)
        self.sections.setCurrentIndex(index)

    def _on_chosen(self, key: str) -> None:
        shown = self._middle.currentWidget()
        before = self.section.section() if shown is self.section else self._key_of(shown)
        if before and before != key and not self.commit_pending():
            self.sections.set_current(before)
            return
        self._show(key)
        self._turn_to(key)
        self.selected.emit()

    def _key_of(self, pane: QWidget | None) -> str:
        return {self.settings: SETTINGS, self.published: PUBLISHED}.get(pane, "") if pane else ""

    def _show(self, key: str) -> None:
        if key == SETTINGS:
            one = self.document.records.one("statement")
            if one is not None:
                self.settings.show_record(one.id)
            self._middle.setCurrentWidget(self.settings)
        elif key == PUBLISHED:
            self.published.read()
            self._middle.setCurrentWidget(self.published)
        else:
            self.section.show_section(key, self._lines_of(key))
            self._middle.setCurrentWidget(self.section)

    def _turn_to(self, key: str) -> None:
        """Bring the page into view on which a section begins."""
        if key in (SETTINGS, PUBLISHED):
            return
        page = self.preview.page_of(_number(key)) if _number(key) != "0" else 0
        if 0 <= page < self.preview.pages():
            self.preview.go_to(page)

    def _lines_of(self, key: str) -> tuple[Line, ...] | None:
        return None if self._lines is None else self._lines.get(_number(key), ())

    # Records

    def current_record(self) -> RecordId | None:
        """Return the published statement that is shown, None on the sections."""
        return self.published.record() if self._middle.currentWidget() is self.published else None

    def show_record(self, record: RecordId) -> bool:
        """Show an own paragraph, a published statement or a part of one, or the settings."""
        found = self.document.get(record)
        if found is None or KINDS[found.KIND].page != "statement" or not self.commit_pending():
            return False
        if found.KIND == "statement":
            self._go(SETTINGS)
        elif found.KIND == "statement_text":
            self._go(str(getattr(found, "section", "")) or self.sections.current())
            return self.section.focus_text(record)
        else:
            self._go(PUBLISHED)
            self.published.show_record(owner_of(found) or record)
            self.published.form.reveal(record)
        return True

    def focus_finding(self, one: Finding) -> bool:
        """Show the section whose number stands in place of a field of the statement; tell if there is one."""
        codes = [code.code for code in self.document.law.choices("statement_sections")]
        key = next((code for code in codes if _number(code) == one.field), "")
        if one.kind != "statement" or not key:
            return False
        self._go(key)
        self._turn_to(key)
        self.sections.setFocus()
        return True

    def _go(self, key: str) -> None:
        self.sections.set_current(key)
        self._show(key)

    def commit_pending(self) -> bool:
        """Save what is half typed; return False where it cannot be saved."""
        panes = (self.section, self.settings, self.published.form)
        saved = [pane.commit_pending() for pane in panes]
        return all(saved)

    def can_add(self) -> bool:
        """Tell whether something can be added to what is shown."""
        return not self.document.read_only and self._middle.currentWidget() is not self.settings

    def new_record(self) -> None:
        """Add an own paragraph to the section, or another published statement."""
        if not self.can_add():
            return
        if self._middle.currentWidget() is self.published:
            self.published.new()
        else:
            self.section.add()

    def delete_record(self) -> None:
        """Delete the published statement that is shown, after asking what goes along."""
        shown = self.current_record()
        if shown is not None:
            self.ask_deletion(shown)

    def panes(self) -> list[QWidget]:
        """Return what F6 walks through."""
        return [self.sections, self._middle, self.preview]

    # The pages

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the pages where they are old."""
        super().showEvent(event)
        self.drawing.wanted = True
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw no more while nobody looks."""
        super().hideEvent(event)
        self.drawing.wanted = False
        self.drawing.stop()

    def refresh(self) -> None:
        """Read everything shown again."""
        self.section.read_own()
        self.published.read()
        self.section.set_on_demand(not self.drawing.is_free())
        if self._lines is None and self.section.section():
            self.section.set_lines(None)
        if self.drawing.is_stale() and not self.preview.pages():
            self.preview.show_words(self.context.t(WAITING if self.drawing.is_free() else ON_DEMAND))
        self.drawing.draw_if_stale()

    def _on_drawn(self, preview: Preview) -> None:
        self._lines = dict(preview.sections)
        self._lacking = frozenset(gap.section for gap in preview.gaps)
        self.preview.show_pdf(preview.pdf)
        self.sections.rows.fill(self.context.t, self._entries())
        if self._middle.currentWidget() is self.section:
            self.section.set_lines(self._lines_of(self.section.section()))

    def _on_document_changed(self, changes: Changes, _initiator: object) -> None:
        if "statement_text" in changes.kinds:
            self.section.read_own()
        if changes.kinds & {"published_statement"}:
            self.published.read()

    def _on_language_changed(self) -> None:
        self.section.show_anew()
        self.published.read()

    def _on_pages_clicked(self) -> None:
        if self._narrow:
            pages = not self.preview.isVisibleTo(self)
            self.preview.setVisible(pages)
            self._middle.setVisible(not pages)
        if not self.drawing.is_free():
            self.preview.show_words(self.context.t(WAITING))
            self.drawing.draw()

    # Look

    def _on_splitter_moved(self) -> None:
        if not self._narrow:
            self.context.settings.set_splitter(_SPLITTER, self._splitter.sizes())

    def set_narrow(self, narrow: bool, *, single: bool = False) -> None:
        """Show either the text or the pages where there is no room for both."""
        del single
        self._narrow = narrow
        self._title.setFont(theme.font("page_narrow" if narrow else "page"))
        self._middle.setVisible(True)
        self.preview.setVisible(not narrow)
        self.pages_button.setVisible(narrow or not self.drawing.is_free())

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        t = self.context.t
        self._title.setText(t(TITLE))
        self.pages_button.setText(t("Show the pages"))
        self.export_button.setText(t("Export …"))
        self.sections.setAccessibleName(t(LIST_NAME))
        current = self.sections.current()
        self.sections.rows.fill(t, self._entries())
        self.sections.set_current(current)
        self.section.retranslate()
        self.settings.retranslate()
        self.published.retranslate()
        self.preview.retranslate(t)
        if self.section.section():
            self.section.show_section(self.section.section(), self._lines_of(self.section.section()))
        self.pages_button.setVisible(self._narrow or not self.drawing.is_free())


def _number(code: str) -> str:
    """Return the number a section has in the document: 02-processing is 2."""
    return str(int(code[:2]))
