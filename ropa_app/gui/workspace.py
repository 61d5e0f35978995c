"""What the window shows while a register is open: sidebar and pages, and the way back and forward."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ropa_app.domain.edits import Changes
from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.entities.parties import TransferTool
from ropa_app.domain.kinds import KINDS
from ropa_app.domain.values import RecordId
from ropa_app.gui import dialog_calls
from ropa_app.gui.document import TRANSFER_KINDS, Row
from ropa_app.gui.findings import KINDS_OF_MARKS
from ropa_app.gui.findings_walk import FindingsWalk
from ropa_app.gui.pages.page import Page, PageContext
from ropa_app.gui.pages.page_texts import (
    DOCUMENT_PAGES,
    LISTED,
    PAGE_TEXTS,
    REGISTER_PAGES,
    WHOLE_PAGES,
)
from ropa_app.gui.tasks import Job, transfer_rows
from ropa_app.gui.widgets.message_strip import MessageStrip
from ropa_app.gui.widgets.navigation_list import Entry, NavigationList
from ropa_app.gui.widgets.progress_strip import ProgressStrip
from ropa_app.i18n import N_, NC_

PAGES: Final = N_("Pages")
READ_ONLY: Final = N_("Open at {name}. You can read, not change.")
_GROUPS: Final = (
    ("", WHOLE_PAGES),
    (NC_("sidebar", "Register"), REGISTER_PAGES),
    (NC_("sidebar", "Documents"), DOCUMENT_PAGES),
)
_COUNTED: Final = {"versions": ("version",)}
_MOST_PLACES: Final = 100
_AIR_ABOVE: Final = "#message{margin-top:8px}"
_COUNT_AFTER_MS: Final = 100
_DERIVE_AFTER_MS: Final = 600
#: The fields that transfers follow from, of whatever kind, and those their rows show.
_DECISIVE: Final = frozenset(
    {
        "systems", "status", "party", "provider", "country", "outside_eea", "sub_processors", "name",
        "printed_name", "category", "tool", "signed", "ended", "activities", "dpf_status",
    }
)  # fmt: skip
DERIVING: Final = N_("Deriving the transfers")


class Place(NamedTuple):
    """Where the user is: a page, and the record shown on it."""

    page: str
    record: RecordId | None


class Workspace(QWidget):
    """Sidebar and pages of one open register; each page is made when it is first shown.

    `moved` tells that another page or record is shown; `export_wanted(what)` and `approve_wanted` come from
    the pages. `delete_asking(id)` asks what becomes of the uses of a record and deletes it.
    """

    moved = Signal()
    export_wanted = Signal(str)
    approve_wanted = Signal()

    def __init__(
        self, context: PageContext, delete_asking: Callable[[RecordId], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context: Final = context
        self._document: Final = context.document
        self._delete_asking: Final = delete_asking
        self._pages: dict[str, Page] = {}
        self._narrow = self._single = False
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._here: Place | None = None
        self._travelling = self._on_the_way = False
        t = context.t
        self.sidebar: Final = NavigationList(t, t(PAGES))
        self.sidebar.chosen.connect(self.show_page)
        self.read_only_strip: Final = MessageStrip(t)
        self.strip: Final = MessageStrip(t)
        self.progress: Final = ProgressStrip(t)
        self._stack = QStackedWidget()
        self._lay_out()
        self._job: Job | None = None
        self._transfers: int | None = None
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._count)
        self._deriving = QTimer(self)
        self._deriving.setSingleShot(True)
        self._deriving.timeout.connect(self._derive_transfers)
        self._deriving.start(0)
        self._document.changed.connect(self._on_document_changed)
        self._findings: Final = FindingsWalk(self)
        self._document.findings.changed.connect(self._show_findings)
        self._document.findings.start(context.tasks, self)
        context.tasks.begun.connect(self._on_job_begun)
        context.tasks.ended.connect(self._on_job_ended)
        self.progress.cancelled.connect(self._on_cancel_wanted)
        self.retranslate()

    def _lay_out(self) -> None:
        self._messages = QVBoxLayout()
        self._messages.setContentsMargins(12, 0, 12, 0)
        self._messages.setSpacing(4)
        for part in (self.read_only_strip, self.strip, self.progress):
            part.setObjectName("message")
            part.setStyleSheet(_AIR_ABOVE)
            self._messages.addWidget(part)
        content = QWidget()
        content.setProperty("surface", "base")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._messages)
        column.addWidget(self._stack, 1)
        side = QVBoxLayout()
        side.setContentsMargins(0, 8, 0, 0)
        side.addWidget(self.sidebar)
        line = QFrame()
        line.setProperty("line", "true")
        line.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(side)
        row.addWidget(line)
        row.addWidget(content, 1)

    # Pages

    def page(self) -> Page | None:
        """Return the page that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def pages(self) -> dict[str, Page]:
        """Return the pages made so far, by their keys."""
        return dict(self._pages)

    def show_page(self, key: str) -> bool:
        """Show a page; return False where something on the one shown cannot be saved."""
        shown = self.page()
        if shown is not None and not shown.commit_pending():
            self.sidebar.set_current(self._here.page if self._here else key)
            return False
        self.sidebar.set_current(key)
        self._stack.setCurrentWidget(self._page_of(key))
        self._note_place()
        return True

    def go_to_page(self, key: str) -> None:
        """Show a page and give its first pane the focus, as whoever works by keyboard expects."""
        if self.show_page(key):
            self._page_of(key).panes()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _page_of(self, key: str) -> Page:
        if key not in self._pages:
            page = dialog_calls.make_page(self.context, key)
            page.record_wanted.connect(self._on_record_wanted)
            page.page_wanted.connect(self.show_page)
            page.export_wanted.connect(self.export_wanted)
            page.approve_wanted.connect(self.approve_wanted)
            page.field_wanted.connect(self._findings.go)
            page.why_wanted.connect(self._findings.explain)
            page.selected.connect(self._note_place)
            if hasattr(page, "ask_deletion"):
                page.ask_deletion = self._delete_asking
            page.set_narrow(self._narrow, single=self._single)
            self._pages[key] = page
            self._stack.addWidget(page)
        return self._pages[key]

    # Records

    def show_record(self, record: RecordId) -> bool:
        """Show a record on the page where it is edited."""
        self._on_the_way = True
        shown = any(self._try(key, record) for key in self._candidates(record))
        self._on_the_way = False
        self._note_place()
        return shown

    def _on_record_wanted(self, record: str) -> None:
        self.show_record(RecordId(record))

    def _try(self, key: str, record: RecordId) -> bool:
        return self.show_page(key) and self._page_of(key).show_record(record)

    def _candidates(self, record: RecordId) -> list[str]:
        found = self._document.get(record)
        if found is None:
            return []
        if isinstance(found, Contact):
            return ["parties" if found.party else "organisation"]
        if found.KIND in ("place", "transfer_tool"):
            place = found.place if isinstance(found, TransferTool) else record
            is_transfer = self._document.listing.transfer_to(place) is not None
            return ["transfers", "parties"] if is_transfer else ["parties"]
        return [page] if (page := KINDS[found.KIND].page) in PAGE_TEXTS else []

    # Back and forward

    def _note_place(self) -> None:
        page = self.page()
        if page is None or self._on_the_way:
            return
        key = next(key for key, one in self._pages.items() if one is page)
        place = Place(key, page.current_record())
        if place != self._here:
            if self._here is not None and not self._travelling and self._here.record != place.record:
                self._back = [*self._back[-_MOST_PLACES:], self._here]
                self._forward.clear()
            self._here = place
        self.moved.emit()

    def can_go(self, step: int) -> bool:
        """Tell whether there is a place to go back (-1) or forward (1) to."""
        page = self.page()
        alone = step < 0 and page is not None and page.is_alone()
        return alone or bool(self._back if step < 0 else self._forward)

    def go(self, step: int) -> None:
        """Go back (-1) or forward (1)."""
        source, target = (self._back, self._forward) if step < 0 else (self._forward, self._back)
        if not source or self._here is None:
            return
        here, place = self._here, source[-1]
        self._travelling = True
        went = self.show_page(place.page)
        if went and place.record is not None:
            self._page_of(place.page).show_record(place.record)
        self._travelling = False
        if went:
            source.pop()
            target.append(here)
            self.moved.emit()

    # Findings

    def _show_findings(self) -> None:
        """Show behind each page of the sidebar how grave what was found there is, and how much of it."""
        pages = {**self._document.findings.by_page(), "checks": self._document.findings.total()}
        shown = {
            key: (KINDS_OF_MARKS[counts.worst], counts.worst_number)
            for key, counts in pages.items()
            if counts.worst
        }
        self.sidebar.set_findings(shown)

    def step_finding(self, step: int) -> bool:
        """Go to the next finding (1) or the one before (-1); return whether there is one."""
        return self._findings.step(step)

    # Panes

    def next_pane(self, step: int) -> None:
        """Put the focus into the next pane: sidebar, list, form."""
        page = self.page()
        panes: list[QWidget] = [self.sidebar, *(page.panes() if page is not None else [])]
        focused = QApplication.focusWidget()
        inside = [one for one, pane in enumerate(panes) if focused and _is_within(focused, pane)]
        pane = panes[((inside[-1] if inside else -step) + step) % len(panes)]
        if pane.focusPolicy() == Qt.FocusPolicy.NoFocus:
            focusable = _first_focusable(pane)
            if focusable is not None:
                focusable.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            pane.setFocus(Qt.FocusReason.TabFocusReason)

    # Jobs

    def _on_job_begun(self, job: Job) -> None:
        self._job = job
        self.progress.start(job.label)
        job.progressed.connect(self._on_job_progressed)

    def _on_job_progressed(self, done: int, total: int) -> None:
        if total:
            self.progress.set_progress(done, total, f"{done} / {total}")

    def _on_job_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.progress.finish()

    def _on_cancel_wanted(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # Look

    def _on_document_changed(self, changes: Changes, _initiator: object) -> None:
        self._counting.start(_COUNT_AFTER_MS)
        field = self._document.last_field
        if changes.kinds & TRANSFER_KINDS and (not field or field in _DECISIVE):
            self._deriving.start(_DERIVE_AFTER_MS)

    def _derive_transfers(self) -> None:
        """Let the worker derive the transfers, for the sidebar and for their page."""
        if self._document.is_open:
            label, work = self.context.t(DERIVING), transfer_rows(self._document)
            self.context.tasks.start(label, work, self._show_transfers, quiet=True)

    def _show_transfers(self, rows: list[Row]) -> None:
        self._transfers = len(rows)
        self.sidebar.set_count("transfers", len(rows))
        self.context.transfers.take(rows)

    def _count(self) -> None:
        if not self._document.is_open:
            return
        counts = self._document.records.counts()
        for key in (*LISTED, *_COUNTED):
            self.sidebar.set_count(key, self._count_of(key, counts))

    def _count_of(self, key: str, counts: dict[str, int]) -> int | None:
        if key == "transfers":
            return self._transfers
        kinds = _COUNTED.get(key) or LISTED.get(key, ())[:1]
        return counts.get(kinds[0]) if kinds else None

    def set_narrow(self, narrow: bool, *, rail: bool, single: bool) -> None:
        """Take the layout of a narrow or a wide window; with `single` one pane is shown at a time."""
        self._narrow, self._single = narrow, single
        if self.sidebar.is_rail() != rail:
            self.sidebar.set_rail(rail)
        for page in self._pages.values():
            page.set_narrow(narrow, single=single)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        t, counts = self.context.t, self._document.records.counts()
        entries: list[Entry] = []
        for caption, keys in _GROUPS:
            if caption:
                entries.append(Entry(t.marked(caption)))
            for key in keys:
                texts = PAGE_TEXTS[key]
                count = self._count_of(key, counts)
                entries.append(Entry(t.marked(texts.label), key, texts.drawing, count))
        self.sidebar.set_entries(t, t(PAGES), entries)
        self._show_findings()
        for strip in (self.strip, self.read_only_strip, self.progress):
            strip.retranslate(t)
        if self._document.read_only:
            holder = self._document.reader_text()
            text = t(READ_ONLY, name=holder) if holder else self._document.read_only_text()
            self.read_only_strip.show_message("advice", text, closable=False)
        for page in self._pages.values():
            page.retranslate()


def _is_within(widget: QWidget, pane: QWidget) -> bool:
    return widget is pane or pane.isAncestorOf(widget)


def _first_focusable(pane: QWidget) -> QWidget | None:
    for one in pane.findChildren(QWidget):
        if one.isVisibleTo(pane) and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return one
    return None
