"""The left pane of a page: title, search, and the table of its records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ropa_app.domain.edits import Changes
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.gui.document import SHAPES, TRANSFERS
from ropa_app.gui.giving_way import WAY
from ropa_app.gui.models.record_table_model import Marks
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.pages.page_texts import LISTED, PAGE_TEXTS, SHORT_NAMES
from ropa_app.gui.pages.record_table import RecordTable
from ropa_app.gui.tasks import search_texts
from ropa_app.gui.widgets.buttons import plain_button, primary_button
from ropa_app.gui.widgets.empty_state import EmptyState
from ropa_app.gui.widgets.label import Label, hairline
from ropa_app.gui.widgets.language_switch import SegmentedControl
from ropa_app.gui.widgets.mark import finding_count
from ropa_app.gui.widgets.search_field import SearchField
from ropa_app.i18n import N_, NC_

NEW: Final = NC_("list", "New")
ADD_KIND: Final = N_("Add {kind}")
NOTHING_YET: Final = N_("Nothing here yet")
NO_HITS: Final = N_("Nothing found for “{text}”")
TRY_OTHER: Final = N_("The search looks into every field of the records.")
CLEAR: Final = N_("Clear the search")
CHOOSE_KIND: Final = N_("What the list shows")
NUMBER: Final = N_("No.")
RECIPIENT: Final = N_("Recipient")
PREPARING: Final = N_("Preparing the search")


class ListPane(QWidget):
    """Lists the records of a page.

    `picked(id)` when another record is chosen, "" when there is none; `new_wanted` and `opened(id)` ask;
    `filled` tells that rows arrived that took a moment.
    """

    picked = Signal(str)
    opened = Signal(str)
    new_wanted = Signal()
    filled = Signal()

    def __init__(self, context: PageContext, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: Final = context
        self._page: Final = page
        self._kinds: Final = LISTED[page]
        self._kind = self._kinds[0]
        self._dirty = True
        self._narrow = False
        t, texts = context.t, PAGE_TEXTS[page]
        self.setProperty("surface", "base")
        self._title = Label("", "pane", wrap=True)
        self._new = primary_button("", "plus")
        self._new.clicked.connect(self.new_wanted)
        self._segments = SegmentedControl(t(CHOOSE_KIND), [(kind, kind) for kind in self._kinds])
        self._segments.chosen.connect(self.set_kind)
        if len(self._kinds) == 1:  # before it has a parent, showing it would open a window of its own
            self._segments.hide()
        self.search: Final = SearchField(t, t(texts.search))
        self.table: Final = RecordTable(context.settings)
        self.empty: Final = EmptyState()
        self._clear = plain_button("")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 8)
        head.addWidget(self._title, 1)
        head.addWidget(self._new)
        above = QVBoxLayout()
        above.setContentsMargins(20, 0, 12, 10)
        above.setSpacing(8)
        above.addWidget(self.search)
        above.addWidget(self._segments)
        self.empty.set_buttons(self._clear)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(above)
        column.addWidget(hairline())
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.list_wanted.connect(self.table.setFocus)
        self.table.picked.connect(self.picked)
        self.table.opened.connect(self.opened)
        self._clear.clicked.connect(self.search.clear)
        self._context.document.changed.connect(self._on_document_changed)
        self._context.document.language_changed.connect(self._on_language_changed)
        if self._kind == TRANSFERS:
            self._context.transfers.derived.connect(self._take_transfers)
        self._context.document.findings.changed.connect(self._on_findings_changed)
        self.table.records.marks_of = self._marks_of
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._renew_texts)
        self._stale: dict[RecordId, Record] = {}

    # What is listed

    def kind(self) -> str:
        """Return the kind that is listed."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """List another kind."""
        if kind != self._kind:
            self._kind = kind
            self._segments.set_current(kind)
            self.search.clear()
            self._name_columns()
            self.read()
            self.picked.emit(self.table.first() or "")

    def read_if_dirty(self) -> None:
        """Read the rows where they may have changed since."""
        if self._dirty:
            self.read()

    def read(self) -> None:
        """Read all rows; those of the transfers are derived elsewhere."""
        self._dirty = False
        if self._kind == TRANSFERS:
            self._take_transfers()
            return
        self.table.records.set_rows(self._context.document.listing.rows(self._kind))
        self._show_state()
        QTimer.singleShot(0, self, self._gather_texts)

    def is_ready(self) -> bool:
        """Tell whether the rows are known; those of the transfers take a moment."""
        return self._kind != TRANSFERS or self._context.transfers.rows is not None

    def _take_transfers(self) -> None:
        rows = self._context.transfers.rows
        if rows is not None:
            self.table.records.set_rows(rows)
            self._show_state()
            self.filled.emit()

    def total(self) -> int:
        """Return how many records there are without a search."""
        return self.table.records.total()

    def _gather_texts(self) -> None:
        """Let the worker fold the texts of whole records, once the list is on the screen."""
        kind, document = self._kind, self._context.document
        if not document.is_open:
            return
        work = search_texts(document, kind)

        def done(texts: Mapping[RecordId, str]) -> None:
            if kind == self._kind:
                self.table.records.set_haystacks(texts)
                self._show_state()

        self._context.tasks.start(document.t(PREPARING), work, done, quiet=True)

    def _on_searched(self, text: str) -> None:
        WAY.hold()
        self.table.records.set_search(text)
        self._show_state()

    def _show_state(self) -> None:
        t, rows, text = self._context.t, self.table.records.rowCount(), self.search.text().strip()
        self._stack.setCurrentIndex(0 if rows or not self.is_ready() else 1)
        self._clear.setVisible(bool(text))
        if text:
            self.empty.set_texts(t(NO_HITS, text=text), t(TRY_OTHER))
        elif self._kind == self._kinds[0]:
            self.empty.set_texts(t(PAGE_TEXTS[self._page].empty), t(PAGE_TEXTS[self._page].advice))
        else:
            self.empty.set_texts(t(NOTHING_YET), "")

    # Changes

    def _on_document_changed(self, changes: Changes, _initiator: object) -> None:
        if not self.isVisible() or self._kind == TRANSFERS:
            self._dirty = True
            return
        document = self._context.document
        found = document.records.many(changes.ids)
        for one in changes.ids - found.keys():
            self.table.records.remove(one)
        roots = {record.id: record for record in found.values() if self._kind == record.KIND}
        owners = {owner for record in found.values() if (owner := owner_of(record))}
        roots |= {
            one: record
            for one, record in document.records.many(owners - roots.keys()).items()
            if self._kind == record.KIND
        }
        for record in roots.values():
            self.table.records.put(document.listing.row(record))
        if changes.kinds - {self._kind}:
            self._dirty = self._dirty or not roots
        self._stale |= roots
        self._later.start(0)
        self._show_state()

    def _renew_texts(self) -> None:
        for one, record in self._stale.items():
            if self.table.records.has_haystacks() and self.table.records.holds(one):
                self.table.records.set_haystack(one, self._context.document.search_text(record))
        self._stale.clear()

    def _marks_of(self, record: RecordId) -> tuple[Marks, str]:
        """Return what rules find in a record: its marks, and the same in words."""
        counts = self._context.document.findings.counts_of(record)
        found: Marks = (("error", counts.error), ("warning", counts.warning), ("advice", counts.info))
        marks: Marks = tuple((kind, number) for kind, number in found if number)
        return marks, ", ".join(finding_count(self._context.t, kind, number) for kind, number in marks)

    def _on_findings_changed(self) -> None:
        self.table.viewport().update()

    def _on_language_changed(self) -> None:
        self._dirty = True
        if self.isVisible():
            self.read()

    # Look

    def set_narrow(self, narrow: bool) -> None:
        """Show the button for a new record without its word."""
        self._narrow = narrow
        self._name_button()

    def can_add(self) -> bool:
        """Tell whether records of the kind listed can be added."""
        return self._kind != TRANSFERS and not self._context.document.read_only

    def _name_button(self) -> None:
        t = self._context.t
        self._new.setText("" if self._narrow else t.marked(NEW))
        kind = KINDS["place" if self._kind == TRANSFERS else self._kind]
        self._new.setAccessibleName(t(ADD_KIND, kind=t.marked(kind.label).lower()))
        self._new.setVisible(self.can_add())

    def _name_columns(self) -> None:
        t = self._context.t
        self._name_button()
        if self._kind == TRANSFERS:
            self.table.set_columns(TRANSFERS, [t(RECIPIENT)], numbered=False)
        else:
            shape, specs = SHAPES[self._kind], SPECS[self._kind]
            headers = [t(NUMBER)] if shape.numbered else []
            headers.append(t.marked(KINDS[self._kind].label))
            headers += [t.marked(specs[one].label) for one in shape.fields]
            self.table.set_columns(self._kind, headers, numbered=shape.numbered)
        self.table.setAccessibleName(t.marked(PAGE_TEXTS[self._page].title))

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        t, texts = self._context.t, PAGE_TEXTS[self._page]
        self._title.setText(t.marked(texts.title))
        self.search.set_texts(t, t(texts.search))
        names = [t.marked(SHORT_NAMES.get(kind, "")) for kind in self._kinds]
        self._segments.set_texts(t(CHOOSE_KIND), names)
        self._clear.setText(t(CLEAR))
        current = self.table.current_record()
        self._name_columns()
        if self.isVisible():
            self.read()
        else:
            self._dirty = True
        self.table.select(current)
