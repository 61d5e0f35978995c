"""What must be documented, in a tree, and beside it why and what answers it; the worker derives it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ropa_app.gui import duty_jobs
from ropa_app.gui.document import problem_text
from ropa_app.gui.duty_jobs import Derived, DutyCounts, DutyRow
from ropa_app.gui.models.duty_tree_model import DutyTreeModel
from ropa_app.gui.pages import duty_groups
from ropa_app.gui.pages.check_view import CheckView
from ropa_app.gui.pages.duty_detail import DutyDetail
from ropa_app.gui.pages.duty_groups import FILTERS
from ropa_app.gui.pages.duty_tree import DutyTree
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.widgets.buttons import plain_button
from ropa_app.gui.widgets.empty_state import EmptyState
from ropa_app.gui.widgets.filter_chips import FilterChips
from ropa_app.gui.widgets.label import hairline
from ropa_app.gui.widgets.search_field import SearchField
from ropa_app.i18n import N_, NC_

TITLE: Final = NC_("checks", "Documentation")
SHOWN: Final = N_("Documentation shown")
SEARCH: Final = N_("Search the documentation")
DERIVING: Final = N_("What must be documented is being worked out …")
NONE: Final = N_("Nothing has to be documented yet")
NONE_TEXT: Final = N_("It follows from the activities, their purposes and recipients.")
ALL_THERE: Final = N_("Everything is documented")
ALL_THERE_TEXT: Final = N_("Nothing is missing, and nothing is left to be decided.")
NONE_HERE: Final = N_("Nothing of this kind")
NO_HITS: Final = N_("Nothing found for “{text}”")
HITS_IN: Final = N_("The search looks into kinds of documents and the names of records.")
CLEAR: Final = N_("Clear the search")
_SIZES: Final = (758, 372)
_TREE_LEAST, _DETAIL_LEAST = 420, 320
_BELOW: Final = (50, 50)
_SPLITTER: Final = "duties"
_TREE, _EMPTY = 0, 1
#: Up to how many duties an edit is followed at once; with more the worker waits until the hand rests.
_FEW: Final = 4000
_WAIT_MS: Final = 600
_OPEN_AT_ONCE: Final = 12


class DutiesView(CheckView):
    """Tree at the left, one duty at the right, or below it where it is narrow."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        t = context.t
        self._derived: Derived | None = None
        self._running = self._again = False
        self._narrow = self._single = False
        self._known: object = None
        self.filters: Final = FilterChips(FILTERS)
        self.search: Final = SearchField(t, t(SEARCH))
        texts = duty_jobs.texts_of(self.document)
        self.tree: Final = DutyTree(DutyTreeModel(t, texts, self))
        self.empty: Final = EmptyState("clipboard-check")
        self._clear = plain_button("")
        self.detail: Final = DutyDetail(self.document)
        self._stack = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._searching, self._starting = QTimer(self), QTimer(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._above = QHBoxLayout()
        self._above.setSpacing(8)
        self._above.addWidget(self.filters, 1)
        self._above.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        self.empty.set_buttons(self._clear)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.empty)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._above)
        whole.addWidget(hairline())
        whole.addWidget(self._splitter, 1)
        self.set_narrow(narrow=False, single=False)

    def _connect(self) -> None:
        for timer, work in ((self._searching, self._fill), (self._starting, self._start)):
            timer.setSingleShot(True)
            timer.timeout.connect(work)
        self.document.changed.connect(self._on_document_changed)
        self.filters.chosen.connect(self._fill)
        self.search.searched.connect(lambda _text: self._searching.start(0))
        self.search.list_wanted.connect(self.tree.setFocus)
        self._clear.clicked.connect(self.search.clear)
        self.tree.picked.connect(self._on_picked)
        self.tree.opened.connect(self._on_opened)
        self.detail.record_wanted.connect(self.record_wanted)
        self.detail.field_wanted.connect(self.field_wanted)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)

    # Deriving

    def _on_document_changed(self) -> None:
        self._known = None

    def refresh(self) -> None:
        """Let the worker derive what is not known yet; what is shown stays until that is there."""
        document = self.document
        wanted = (document.findings.day, document.t.language, document.language, document.law)
        if self._known != wanted:
            self._known = wanted
            many = self._derived is not None and len(self._derived.rows) > _FEW
            self._starting.start(_WAIT_MS if many else 0)
        elif self._derived is not None:
            self._fill()

    def is_derived(self) -> bool:
        """Tell whether what is shown is that of the register as it stands."""
        return self._derived is not None and not (self._running or self._starting.isActive())

    def _start(self) -> None:
        if self._running:
            self._again = True
            return
        if self.document.is_open:
            self._running, t = True, self.context.t
            job = duty_jobs.derive_job(self.document, self.document.findings.day)
            self.context.tasks.start(t(DERIVING), job, self._take, self._on_failed, quiet=True)

    def _take(self, derived: Derived) -> None:
        self._running, self._derived = False, derived
        if not self.document.is_open:
            return
        if self._again:
            self._again = False
            self._starting.start(_WAIT_MS if len(derived.rows) > _FEW else 0)
        self._fill()

    def _on_failed(self, problem: Exception) -> None:
        self._running = self._again = False
        self._known = None
        self.document.problem.emit(problem_text(problem, self.context.t))

    # What is shown

    def _fill(self) -> None:
        """Gather what was derived and keep open what was open."""
        t, derived = self.context.t, self._derived
        counts = derived.counts if derived else DutyCounts()
        self.filters.set_texts(t(SHOWN), duty_groups.filter_texts(t, counts))
        texts, text = duty_jobs.texts_of(self.document), self.search.text().strip()
        rows = derived.rows if derived else ()
        groups = duty_groups.gathered(rows, texts, self.filters.current(), text)
        kept, opened = self.detail.shown(), self._opened()
        self.tree.duties.fill(t, texts, groups)
        self._open_again(opened)
        if kept is None or not self.tree.select(kept.duty.what, kept.duty.about):
            self.detail.show_duty(self._still(kept))
        self._show_state(counts, text, found_any=bool(groups))
        self._show_panes(detail=self.is_alone())

    def _still(self, kept: DutyRow | None) -> DutyRow | None:
        """Return the duty that was shown as it stands now, None where it is no more."""
        if kept is None or self._derived is None:
            return None
        about, what = kept.duty.about, kept.duty.what
        found = (one for one in self._derived.rows if one.duty.about == about and one.duty.what is what)
        return next(found, None)

    def _opened(self) -> set[tuple[str, str]] | None:
        """Return which rows are open, None before anything was shown."""
        model = self.tree.duties
        if not model.groups():
            return None
        kinds = (model.index(row, 0) for row in range(model.rowCount()))
        opened = {(str(one.data()), "") for one in kinds if self.tree.isExpanded(one)}
        return opened | {_path(one) for one in model.alike() if self.tree.isExpanded(one)}

    def _open_again(self, opened: set[tuple[str, str]] | None) -> None:
        model, searching = self.tree.duties, bool(self.search.text().strip())
        groups = model.groups()
        for row, group in enumerate(groups):
            is_open = not opened or searching or (group.title, "") in opened
            self.tree.setExpanded(model.index(row, 0), is_open)
        for one in model.alike():
            few = searching and groups[one.parent().row()].count() <= _OPEN_AT_ONCE
            if few or _path(one) in (opened or ()):
                self.tree.setExpanded(one, True)

    def _show_state(self, counts: DutyCounts, text: str, *, found_any: bool) -> None:
        t = self.context.t
        self._stack.setCurrentIndex(_TREE if found_any else _EMPTY)
        self._clear.setVisible(bool(text))
        if text:
            self.empty.set_texts(t(NO_HITS, text=text), t(HITS_IN))
        elif self._derived is None:
            self.empty.set_texts(t(DERIVING), "")
        elif not sum(counts):
            self.empty.set_texts(t(NONE), t(NONE_TEXT))
        elif self.filters.current() == duty_groups.OPEN:
            self.empty.set_texts(t(ALL_THERE), t(ALL_THERE_TEXT))
        else:
            self.empty.set_texts(t(NONE_HERE), "")

    def _on_picked(self, row: object) -> None:
        if isinstance(row, DutyRow):
            self.detail.show_duty(row)
        self._show_panes(detail=False)
        if self._narrow:  # the tree has its height by then
            QTimer.singleShot(0, self, self._show_current)

    def _show_current(self) -> None:
        self.tree.scrollTo(self.tree.currentIndex())

    def _on_opened(self) -> None:
        if self._single:
            self._show_panes(detail=True)
            self.detail.about.links[0].setFocus()
        elif self.tree.current() is not None:
            self.detail.open_answer()

    # What can be done

    def focus_search(self) -> None:
        """Put the focus into the search."""
        self.search.setFocus()
        self.search.selectAll()

    def panes(self) -> list[QWidget]:
        """Return what F6 walks through."""
        return [self.tree, self.detail]

    def leave_record(self) -> bool:
        """Go back to the tree where only one pane is shown; return whether that was so."""
        was_alone = self.is_alone()
        if was_alone:
            self._show_panes(detail=False)
            self.tree.setFocus()
        return was_alone

    def is_alone(self) -> bool:
        """Tell whether a duty is shown with the tree out of sight."""
        return self._single and not self._stack.isVisibleTo(self)

    # Look

    def _show_panes(self, *, detail: bool) -> None:
        """Show both panes, or one of them where there is room for one; below the tree only what is chosen."""
        alone = self._single and detail and self.detail.shown() is not None
        self._stack.setVisible(not alone)
        below = self._narrow and self.detail.shown() is not None
        self.detail.setVisible(alone if self._single else below or not self._narrow)

    def _on_splitter_moved(self) -> None:
        if not self._narrow:
            self.context.settings.set_splitter(_SPLITTER, self._splitter.sizes())

    def set_narrow(self, narrow: bool, *, single: bool) -> None:
        """Put the detail below the tree where it is narrow, and show one of them where it is very narrow."""
        self._narrow, self._single = narrow, single
        side = 20 if narrow else 28
        self._above.setContentsMargins(side - 2, 0, side, 8)
        self.search.setFixedWidth(160 if single else 220)
        self._splitter.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self._stack.setMinimumWidth(0 if narrow else _TREE_LEAST)
        self.detail.setMinimumWidth(0 if narrow else _DETAIL_LEAST)
        wide = self.context.settings.splitter(_SPLITTER) or list(_SIZES)
        height = max(200, self.height())
        self._splitter.setSizes([height * part // 100 for part in _BELOW] if narrow else wide)
        self.tree.set_narrow(narrow)
        self._show_panes(detail=False)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        t = self.context.t
        self.search.set_texts(t, t(SEARCH))
        self.tree.setAccessibleName(t.marked(TITLE))
        self._clear.setText(t(CLEAR))
        self.detail.retranslate(t)
        self._fill()


def _path(alike: QModelIndex) -> tuple[str, str]:
    """Return what a row and the kind it is in are called."""
    return str(alike.parent().data()), str(alike.data())
