"""What Articles 13 and 14 require: a grid of activities and items, and beside it the cell that is chosen."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ropa_app.gui.coverage_jobs import Covered, coverage_job, coverage_texts
from ropa_app.gui.document import problem_text
from ropa_app.gui.models.coverage_model import ALL, CELL, FILTERS, MISSING, CoverageModel
from ropa_app.gui.pages.coverage_detail import CoverageDetail
from ropa_app.gui.pages.coverage_legend import CoverageLegend
from ropa_app.gui.pages.coverage_table import CoverageTable
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.pages.two_pane_view import EMPTY, LISTED, Shares, TwoPaneView
from ropa_app.gui.widgets.label import hairline
from ropa_app.i18n import N_, NC_

TITLE: Final = NC_("checks", "Duty to inform")
SHOWN: Final = N_("Activities shown")
SEARCH: Final = N_("Search the activities")
WORKING: Final = N_("What Articles 13 and 14 require is being looked at …")
NONE_PUBLIC: Final = N_("No activity is in the privacy statement")
NONE_PUBLIC_WHY: Final = N_("Answer yes to “In the public statement?” for the activities that it tells of.")
NONE_MISSING: Final = N_("Nothing is missing")
NONE_MISSING_WHY: Final = N_("The register holds what the statement has to tell of every activity in it.")
NO_HITS: Final = N_("Nothing found for “{text}”")
HITS_IN: Final = N_("The search looks into the numbers and titles of activities.")
CLEAR: Final = N_("Clear the search")
FILTER_TEXTS: Final = {
    ALL: NC_("coverage", "All {n}"),
    MISSING: NC_("coverage", "With something missing {n}"),
}
_SHARES: Final = Shares("coverage", (798, 332), (600, 300), (58, 42))


class InformationView(TwoPaneView):
    """Grid at the left, the chosen cell at the right, or below it where it is narrow."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, FILTERS, SEARCH, parent)
        self._covered: Covered | None = None
        self._running = self._again = False
        texts = coverage_texts(self.document)
        self.table: Final = CoverageTable(context.t, CoverageModel(context.t, texts, self))
        self.legend: Final = CoverageLegend(context.t)
        self.detail: Final = CoverageDetail(context.t)
        self.lay_out(_SHARES, self.table, self.detail, inside=self._grid())
        self._connect()
        self.retranslate()

    def _grid(self) -> QWidget:
        grid = QWidget()
        column = QVBoxLayout(grid)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(hairline())
        column.addWidget(self.legend)
        return grid

    def _connect(self) -> None:
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._on_opened)
        self.detail.go_wanted.connect(self.field_wanted)
        self.detail.record_wanted.connect(self.record_wanted)

    # What is shown

    def refresh(self) -> None:
        """Let the worker derive the grid again; what is shown stays until it is there."""
        findings = self.document.findings
        if not findings.is_known:
            self._show_state()
            return
        if self._running:
            self._again = True
            return
        self._running = True
        job = coverage_job(self.document, findings)
        self.context.tasks.start(self.context.t(WORKING), job, self._take, self._on_failed, quiet=True)

    def _take(self, covered: Covered) -> None:
        self._running, self._covered = False, covered
        self._fill()
        if self._again:
            self._again = False
            self.refresh()

    def _on_failed(self, problem: Exception) -> None:
        self._running = self._again = False
        self.document.problem.emit(problem_text(problem, self.document.t))

    def _fill(self) -> None:
        """Show what was derived; the chosen cell stays."""
        if self._covered is None:
            return
        model, chosen = self.table.coverage, self.table.chosen()
        model.set_texts(self.context.t, coverage_texts(self.document))
        model.set_lines(self._covered.lines, self._covered.missing)
        self._choose_again(chosen[0].activity if chosen else "", chosen[1] if chosen else 0)
        self.legend.set_left_out(self._covered.grid.left_out)
        self._show_filters()
        self._show_state()

    def gather(self) -> None:
        """Show the activities that filter and search let through."""
        chosen = self.table.chosen()
        self.table.coverage.narrow_to(self.filters.current(), self.search.text().strip())
        self._choose_again(chosen[0].activity if chosen else "", chosen[1] if chosen else 0)
        self._show_state()

    def _choose_again(self, activity: str, column: int) -> None:
        if not activity or not self.table.choose(activity, column):
            self._on_picked()

    def _show_filters(self) -> None:
        t, model = self.context.t, self.table.coverage
        self.filters.set_texts(t(SHOWN), [t.marked(FILTER_TEXTS[key], n=model.total(key)) for key in FILTERS])

    def _show_state(self) -> None:
        t, text = self.context.t, self.search.text().strip()
        self._stack.setCurrentIndex(LISTED if self.table.coverage.rowCount() else EMPTY)
        self._clear.setVisible(bool(text))
        if self._covered is None:
            self.empty.set_texts(t(WORKING), "")
        elif text:
            self.empty.set_texts(t(NO_HITS, text=text), t(HITS_IN))
        elif self._covered.lines:
            self.empty.set_texts(t(NONE_MISSING), t(NONE_MISSING_WHY))
        else:
            self.empty.set_texts(t(NONE_PUBLIC), t(NONE_PUBLIC_WHY))

    def _on_picked(self) -> None:
        chosen = self.table.chosen()
        if chosen is None or self._covered is None:
            self.detail.show_nothing()
        else:
            line, column = chosen
            texts, cell = coverage_texts(self.document), self.table.currentIndex().data(CELL)
            if column and cell is not None:
                self.detail.show_cell(texts, self._covered.grid, line, cell)
            else:
                self.detail.show_line(texts, line)
        self.show_panes(detail=False)

    def _on_opened(self) -> None:
        if self._single and not self.is_alone():
            self.show_panes(detail=True)
            self.detail.go.setFocus()
        else:
            self.detail.follow()

    def is_chosen(self) -> bool:
        """Tell whether a cell or an activity is chosen."""
        return not self.detail.is_empty()

    # Look

    def set_narrow(self, narrow: bool, *, single: bool) -> None:
        """Put the detail below the grid where it is narrow, and show one of them where it is very narrow."""
        self.legend.set_side(20 if narrow else 28)
        super().set_narrow(narrow, single=single)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        t = self.context.t
        self.search.set_texts(t, t(SEARCH))
        self.table.setAccessibleName(t.marked(TITLE))
        self.legend.retranslate(t)
        self._clear.setText(t(CLEAR))
        self.detail.retranslate(t)
        self.table.coverage.set_texts(t, coverage_texts(self.document))
        self.table.retranslate(t)
        self._show_filters()
        self._show_state()
        self._on_picked()
