"""What must be documented, in a tree, and beside it why and what answers it; the worker derives it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QWidget

from ropa_app.gui import duty_jobs
from ropa_app.gui.document import problem_text
from ropa_app.gui.duty_jobs import Derived, DutyCounts, DutyRow
from ropa_app.gui.models.duty_tree_model import DutyTreeModel
from ropa_app.gui.pages import duty_groups
from ropa_app.gui.pages.duty_detail import DutyDetail
from ropa_app.gui.pages.duty_groups import FILTERS
from ropa_app.gui.pages.duty_tree import DutyTree
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.pages.two_pane_view import EMPTY, LISTED, Shares, TwoPaneView
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
_SHARES: Final = Shares("duties", (758, 372), (420, 320), (50, 50))
#: Up to how many duties an edit is followed at once; with more the worker waits until the hand rests.
_FEW: Final = 4000
_WAIT_MS: Final = 600
_OPEN_AT_ONCE: Final = 12


class DutiesView(TwoPaneView):
    """Tree at the left, one duty at the right, or below it where it is narrow."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, FILTERS, SEARCH, parent)
        t = context.t
        self._derived: Derived | None = None
        self._running = self._again = False
        self._known: object = None
        texts = duty_jobs.texts_of(self.document)
        self.tree: Final = DutyTree(DutyTreeModel(t, texts, self))
        self.detail: Final = DutyDetail(self.document)
        self._starting = QTimer(self)
        self._starting.setSingleShot(True)
        self.lay_out(_SHARES, self.tree, self.detail)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._starting.timeout.connect(self._start)
        self.document.changed.connect(self._on_document_changed)
        self.tree.picked.connect(self._on_picked)
        self.tree.opened.connect(self._on_opened)
        self.detail.record_wanted.connect(self.record_wanted)
        self.detail.field_wanted.connect(self.field_wanted)

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
            self.gather()

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
        self.gather()

    def _on_failed(self, problem: Exception) -> None:
        self._running = self._again = False
        self._known = None
        self.document.problem.emit(problem_text(problem, self.context.t))

    # What is shown

    def gather(self) -> None:
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
        self.show_panes(detail=self.is_alone())

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
        self._stack.setCurrentIndex(LISTED if found_any else EMPTY)
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
        self.show_panes(detail=False)
        if self._narrow:  # the tree has its height by then
            QTimer.singleShot(0, self, self._show_current)

    def _show_current(self) -> None:
        self.tree.scrollTo(self.tree.currentIndex())

    def _on_opened(self) -> None:
        if self._single:
            self.show_panes(detail=True)
            self.detail.about.links[0].setFocus()
        elif self.tree.current() is not None:
            self.detail.open_answer()

    def is_chosen(self) -> bool:
        """Tell whether a duty is chosen."""
        return self.detail.shown() is not None

    # Look

    def set_narrow(self, narrow: bool, *, single: bool) -> None:
        """Put the detail below the tree where it is narrow, and show one of them where it is very narrow."""
        self.tree.set_narrow(narrow)
        super().set_narrow(narrow, single=single)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        t = self.context.t
        self.search.set_texts(t, t(SEARCH))
        self.tree.setAccessibleName(t.marked(TITLE))
        self._clear.setText(t(CLEAR))
        self.detail.retranslate(t)
        self.gather()


def _path(alike: QModelIndex) -> tuple[str, str]:
    """Return what a row and the kind it is in are called."""
    return str(alike.parent().data()), str(alike.data())
