"""A page with a list on the left and the record on the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.kinds import KINDS
from ropa_app.domain.reading import owner_of
from ropa_app.domain.values import RecordId
from ropa_app.gui.document import TRANSFERS
from ropa_app.gui.pages.editor_pane import EditorPane
from ropa_app.gui.pages.list_pane import ADD_KIND, ListPane
from ropa_app.gui.pages.page import Page, PageContext
from ropa_app.gui.pages.page_texts import LISTED, PAGE_TEXTS
from ropa_app.gui.widgets.buttons import primary_button
from ropa_app.gui.widgets.empty_state import EmptyState
from ropa_app.gui.widgets.label import Label
from ropa_app.legal.checks import Finding

LIST_WIDTH: Final = 346
NARROW_LIST: Final = 272
NARROWEST_LIST: Final = 240
_BOTH, _EMPTY = 0, 1
AskDeletion = Callable[[RecordId], bool]


class RecordPage(Page):
    """Lists the records of one page of the sidebar and edits the one that is chosen.

    `ask_deletion(id)` asks what becomes of the uses and deletes; the window sets it.
    """

    def __init__(self, context: PageContext, key: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.key: Final = key
        self.ask_deletion: AskDeletion = self.document.delete
        self._single = False
        self.list: Final = ListPane(context, key)
        self.editor: Final = EditorPane(context.document)
        self.empty: Final = EmptyState(PAGE_TEXTS[key].drawing)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.editor)
        self._splitter.setStretchFactor(1, 1)
        self.list.setMinimumWidth(NARROWEST_LIST)
        self.editor.setMinimumWidth(300)
        self._splitter.setSizes(context.settings.splitter(key) or [LIST_WIDTH, 784])
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self._empty_page())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._stack)
        self.setProperty("surface", "base")
        self._connect()
        self.retranslate()

    def _empty_page(self) -> QWidget:
        self._title = Label("", "page")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 18, 28, 0)
        column.addWidget(self._title)
        column.addWidget(self.empty, 1)
        return page

    def _connect(self) -> None:
        self.list.picked.connect(self._on_picked)
        self.list.opened.connect(self._on_opened)
        self.list.filled.connect(self._on_filled)
        self.list.new_wanted.connect(self.new_record)
        self.list.table.delete_wanted.connect(self.delete_record)
        self.editor.record_wanted.connect(self.record_wanted)
        self.editor.page_wanted.connect(self.page_wanted)
        self.editor.why_wanted.connect(self.why_wanted)
        self.editor.delete_wanted.connect(self._on_delete_wanted)
        self.editor.annex_wanted.connect(lambda one: self.export_wanted.emit(f"assessment:{one}"))
        self.editor.duplicate_wanted.connect(self.duplicate_record)
        self.editor.stepped.connect(self.step)
        self.document.changed.connect(self._on_document_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what may have changed while another page was shown, and show a record."""
        super().showEvent(event)
        self.list.read_if_dirty()
        self._show_state()
        if self.editor.record() is None:
            self._show_first()

    def _on_filled(self) -> None:
        if self.isVisible():
            self._show_state()
            if self.editor.record() is None:
                self._show_first()

    def _show_first(self) -> None:
        first = self.list.table.first()
        if first is not None:
            self._show(first)

    def _show_state(self) -> None:
        nothing = not self.list.total() and len(LISTED[self.key]) == 1 and self.list.is_ready()
        self._stack.setCurrentIndex(_EMPTY if nothing else _BOTH)
        if not self.list.total():
            self.editor.show_nothing()

    # Records

    def current_record(self) -> RecordId | None:
        """Return the record that is shown."""
        return self.editor.record()

    def show_record(self, record: RecordId) -> bool:
        """Show a record of the list, or the one that owns it with its card open."""
        root = self._listed(record)
        if root is None or not self.commit_pending():
            return False
        kind = self.document.get(root)
        if kind is not None and self.list.kind() not in (kind.KIND, TRANSFERS):
            self.list.set_kind(kind.KIND)
        self.list.read_if_dirty()
        if self.list.is_ready() and not self.list.table.records.holds(root):
            return False
        if self.list.table.records.row_of(root) < 0:
            self.list.search.clear()
        self._show(root)
        form = self.editor.form()
        if record != root and form is not None:
            form.reveal(record)
        self._show_panes(editor=True)
        return True

    def _listed(self, record: RecordId) -> RecordId | None:
        """Return the record of the list under which a record is edited."""
        found = self.document.get(record)
        while found is not None:
            listed = "place" if LISTED[self.key] == (TRANSFERS,) else None
            if found.KIND in LISTED[self.key] or listed == found.KIND:
                return found.id
            owner = found.party if isinstance(found, Contact) else owner_of(found)
            found = self.document.get(owner) if owner else None
        return None

    def _show(self, record: RecordId) -> None:
        self.list.table.select(record)
        if self.editor.record() != record or self.editor.form() is None:
            self.editor.show_record(record)
        self._show_neighbours()
        self.selected.emit()

    def _show_neighbours(self) -> None:
        table = self.list.table
        self.editor.header.set_neighbours(
            before=table.neighbour(-1) is not None, after=table.neighbour(1) is not None
        )

    def _on_picked(self, record: str) -> None:
        shown = self.editor.record()
        if not record:
            self.editor.show_nothing()
        elif not self.commit_pending():
            self.list.table.select(shown)
        else:
            self._show(RecordId(record))

    def _show_panes(self, *, editor: bool) -> None:
        """Show list and record side by side, or one of them where there is room for one only."""
        self.list.setVisible(not (self._single and editor))
        self.editor.setVisible(not self._single or editor)
        self.selected.emit()

    def leave_record(self) -> bool:
        """Go back to the list where only one pane is shown; return whether that was so."""
        was_alone = self.is_alone()
        if was_alone:
            self._show_panes(editor=False)
            self.list.table.setFocus()
            self.selected.emit()
        return was_alone

    def is_alone(self) -> bool:
        """Tell whether a record is shown with its list out of sight."""
        return self._single and self.editor.isVisibleTo(self)

    def _on_opened(self, record: str) -> None:
        self._on_picked(record)
        self._show_panes(editor=True)
        self.editor.focus_first()

    def _on_document_changed(self) -> None:
        if not self.isVisible():
            return
        if not self.list.isVisible():
            self.list.read_if_dirty()
        self._show_state()
        if self.editor.record() is None:
            self._show_first()
        self._show_neighbours()

    # What can be done

    def focus_finding(self, one: Finding) -> bool:
        """Put the focus where a finding can be settled; return whether it is in the record shown."""
        return self.editor.focus_at(one)

    def commit_pending(self) -> bool:
        """Save what is half typed; return False where it cannot be saved."""
        return self.editor.commit_pending()

    def can_add(self) -> bool:
        """Tell whether records can be added here."""
        return self.list.can_add()

    def new_record(self) -> None:
        """Add a record and put the focus into its first field."""
        if not self.can_add() or not self.commit_pending():
            return
        added = self.document.add(self.list.kind())
        if added is not None:
            self.list.search.clear()
            self._show_state()
            self._show(added)
            self._show_panes(editor=True)
            self.editor.focus_first()

    def duplicate_record(self) -> None:
        """Copy the record that is shown, and show the copy."""
        shown = self.editor.record()
        if shown is None or not self.commit_pending():
            return
        copy = self.document.duplicate(shown)
        if copy is not None:
            self._show(copy)

    def delete_record(self) -> None:
        """Delete the record that is shown, after asking what becomes of its uses."""
        shown = self.editor.record()
        if shown is not None and self.list.kind() != TRANSFERS:
            self._on_delete_wanted(shown)

    def _on_delete_wanted(self, record: str) -> None:
        table = self.list.table
        following = table.neighbour(1) or table.neighbour(-1)
        was_shown = record == self.editor.record()
        focused = QApplication.focusWidget()
        if self.ask_deletion(RecordId(record)) and was_shown and following is not None:
            self._show(following)
            if focused is table:
                table.setFocus()

    def focus_search(self) -> None:
        """Put the focus into the search of the list."""
        self.list.search.setFocus()
        self.list.search.selectAll()

    def step(self, step: int) -> None:
        """Show the record before or after the one shown; the focus stays where it is."""
        following = self.list.table.neighbour(step)
        if following is not None and self.commit_pending():
            self._show(following)

    def step_section(self, step: int) -> None:
        """Bring the next section, or the one before, to the top."""
        self.editor.step_section(step)

    def panes(self) -> list[QWidget]:
        """Return the list and the form."""
        form = self.editor.form()
        return [self.list.table, *([form] if form is not None else [])]

    # Look

    def _on_splitter_moved(self) -> None:
        self.context.settings.set_splitter(self.key, self._splitter.sizes())

    def set_narrow(self, narrow: bool, *, single: bool = False) -> None:
        """Take the layout of a narrow or a wide window; with `single` one pane is shown at a time."""
        self.list.set_narrow(narrow)
        self.editor.set_narrow(narrow)
        self._single = single
        self._show_panes(editor=False)
        wide = self.context.settings.splitter(self.key) or [LIST_WIDTH, 784]
        self._splitter.setSizes([NARROW_LIST, 583] if narrow else wide)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        t, texts = self.context.t, PAGE_TEXTS[self.key]
        self.list.retranslate()
        self.editor.retranslate()
        self._title.setText(t.marked(texts.title))
        self.empty.set_texts(t(texts.empty), t(texts.advice))
        kinds = [kind for kind in LISTED[self.key] if kind != TRANSFERS]
        if kinds and not self.document.read_only:
            button = primary_button(t(ADD_KIND, kind=t.marked(KINDS[kinds[0]].label).lower()), "plus")
            button.clicked.connect(self.new_record)
            self.empty.set_buttons(button)
