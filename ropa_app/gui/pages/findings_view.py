"""Every finding in a tree, and beside it why it matters and what can be done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ropa_app.gui.findings import LEVEL_TEXTS, Judged
from ropa_app.gui.models.finding_tree_model import FindingTreeModel
from ropa_app.gui.pages import finding_groups
from ropa_app.gui.pages.check_view import CheckView
from ropa_app.gui.pages.finding_detail import FindingDetail
from ropa_app.gui.pages.finding_groups import FILTERS, GROUPINGS, Gathering
from ropa_app.gui.pages.finding_tree import FindingTree
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.widgets.buttons import plain_button
from ropa_app.gui.widgets.day_text import format_day
from ropa_app.gui.widgets.empty_state import EmptyState
from ropa_app.gui.widgets.filter_chips import FilterChips
from ropa_app.gui.widgets.label import Label, hairline
from ropa_app.gui.widgets.search_field import SearchField
from ropa_app.i18n import N_, NC_
from ropa_app.legal.checks import Finding, Level

TITLE: Final = NC_("checks", "Findings")
GROUP_BY: Final = N_("Group by")
SHOWN: Final = N_("Findings shown")
SEARCH: Final = N_("Search the findings")
CHECKING: Final = N_("The register is being checked …")
NO_FINDINGS: Final = N_("Nothing found as of {day}")
ALL_WELL: Final = N_("No rule has anything to say about the register.")
NONE_HERE: Final = N_("No findings of this kind")
NO_HITS: Final = N_("Nothing found for “{text}”")
HITS_IN: Final = N_("The search looks into rules, articles, fields and the names of records.")
CLEAR: Final = N_("Clear the search")
_SIZES: Final = (758, 372)
_TREE_LEAST, _DETAIL_LEAST = 420, 320
_BELOW: Final = (55, 45)
_SPLITTER: Final = "checks"
_TREE, _EMPTY = 0, 1
_OPEN_AT_ONCE: Final = 12
_READ_AT_ONCE: Final = 2000


class FindingsView(CheckView):
    """Tree at the left, one finding at the right, or below it where it is narrow."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._findings: Final = context.document.findings
        self._narrow = self._single = False
        self._wanted: Finding | None = None
        self._gathering: Gathering | None = None
        self._group_label = Label("", "body", "text2")
        self.grouping: Final = QComboBox()
        self.filters: Final = FilterChips(FILTERS)
        self.search: Final = SearchField(context.t, context.t(SEARCH))
        self.tree: Final = FindingTree(FindingTreeModel(context.t, self._findings.texts, self))
        self.empty: Final = EmptyState("clipboard-check")
        self._clear = plain_button("")
        self.detail: Final = FindingDetail(context.t, self._findings)
        self._stack = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._searching = QTimer(self)
        self._searching.setSingleShot(True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._group_label.setBuddy(self.grouping)
        self.grouping.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._above = QHBoxLayout()
        self._above.setSpacing(8)
        self._above.addWidget(self.filters, 1)
        self._group_label.setFixedHeight(self.search.sizeHint().height())
        for part in (self._group_label, self.grouping, self.search):
            self._above.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
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
        self.grouping.activated.connect(self._fill)
        self.filters.chosen.connect(self._fill)
        self.search.searched.connect(lambda _text: self._searching.start(0))
        self.search.list_wanted.connect(self.tree.setFocus)
        self._searching.timeout.connect(self._fill)
        self._clear.clicked.connect(self.search.clear)
        self.tree.picked.connect(self._on_picked)
        self.tree.opened.connect(self._on_opened)
        self.detail.go_wanted.connect(self.field_wanted)
        self.detail.completeness.level_wanted.connect(self.show_level)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)

    # What is shown

    def refresh(self) -> None:
        """Show the findings as they are now; the chosen one stays."""
        self._gathering = None
        t = self.context.t
        self.filters.set_texts(t(SHOWN), finding_groups.filter_texts(t, self._findings.total()))
        document = self.document
        self.detail.set_author(document.author, document.today(), read_only=document.read_only)
        self._fill()

    def _fill(self) -> None:
        """Gather the findings anew and keep open what was open."""
        shown = self.filters.current()
        found = [one for one in self._findings.everything if finding_groups.passes(one, shown)]
        by, text = str(self.grouping.currentData()), self.search.text().strip()
        self._gathering = self._gathering or Gathering(self.document)
        if text and not self._gathering.read_names(_READ_AT_ONCE):
            self._searching.start(0)  # so that typing goes on meanwhile
            return
        groups = self._gathering.groups(found, by, text)
        kept, opened = self.detail.shown(), self._opened()
        self.tree.findings.fill(self.context.t, self._findings.texts, groups, by_record=by == "record")
        self._open_again(opened)
        wanted = self._wanted or (kept.finding if kept else None)
        if wanted is None or not self.tree.select(wanted):
            self.detail.show_finding(None if self._wanted else self._still(kept))
        self._wanted = None
        self._show_state(text, found_any=bool(groups))

    def _still(self, kept: Judged | None) -> Judged | None:
        """Return the finding that was shown as it stands now, None where it is settled."""
        if kept is None:
            return None
        return next((one for one in self._findings.everything if one.finding == kept.finding), None)

    def _opened(self) -> set[tuple[str, str]] | None:
        """Return which rows are open, None before anything was shown."""
        model = self.tree.findings
        if not model.groups():
            return None
        opened: set[tuple[str, str]] = set()
        for row, group in enumerate(model.groups()):
            above = model.index(row, 0)
            if self.tree.isExpanded(above):
                opened.add((group.title, ""))
            for place, one in enumerate(group.rules):
                if self.tree.isExpanded(model.index(place, 0, above)):
                    opened.add((group.title, one.key))
        return opened

    def _open_again(self, opened: set[tuple[str, str]] | None) -> None:
        model, searching = self.tree.findings, bool(self.search.text().strip())
        known = opened is not None and any(one != ("", "") for one in opened)
        for row, group in enumerate(model.groups()):
            above = model.index(row, 0)
            first = not known or searching
            self.tree.setExpanded(above, first or (group.title, "") in (opened or ()))
            for place, one in enumerate(group.rules):
                few = searching and group.count() <= _OPEN_AT_ONCE
                if few or (group.title, one.key) in (opened or ()):
                    self.tree.setExpanded(model.index(place, 0, above), True)

    def _show_state(self, text: str, *, found_any: bool) -> None:
        t, findings = self.context.t, self._findings
        self._stack.setCurrentIndex(_TREE if found_any else _EMPTY)
        self._clear.setVisible(bool(text))
        if text:
            self.empty.set_texts(t(NO_HITS, text=text), t(HITS_IN))
        elif not findings.is_known:
            self.empty.set_texts(t(CHECKING), "")
        elif findings.total().open:
            self.empty.set_texts(t(NONE_HERE), "")
        else:
            self.empty.set_texts(t(NO_FINDINGS, day=format_day(findings.day, t.language)), t(ALL_WELL))

    def _on_picked(self, one: Judged | None) -> None:
        if one is not None:
            self.detail.show_finding(one)
        self._show_panes(detail=False)

    def _on_opened(self) -> None:
        if self._single:
            self._show_panes(detail=True)
            self.detail.go.setFocus()
        elif (one := self.tree.current()) is not None:
            self.field_wanted.emit(one.finding)

    # What can be done

    def show_finding(self, one: Finding) -> bool:
        """Show a finding and why it matters; return whether it is there."""
        self.search.clear()
        self.filters.set_current(FILTERS[0])
        self._wanted = one
        self.refresh()
        shown = self.detail.shown()
        self._show_panes(detail=True)
        return shown is not None and shown.finding == one

    def show_level(self, key: str) -> None:
        """Group by level and show what is open of one."""
        self.search.clear()
        self.filters.set_current(FILTERS[0])
        self.grouping.setCurrentIndex(self.grouping.findData("level"))
        self._fill()
        self.tree.show_group(self.context.t.marked(LEVEL_TEXTS[Level(key)]))

    def step_finding(self, step: int) -> bool:
        """Go to the next finding of the tree, or the one before."""
        return self.tree.step(step)

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
        """Tell whether a finding is shown with the tree out of sight."""
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
        self._group_label.setVisible(not narrow)
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
        self._group_label.setText(t(GROUP_BY))
        self.grouping.setAccessibleName(t(GROUP_BY))
        chosen = max(0, self.grouping.currentIndex())
        self.grouping.clear()
        for key, text in GROUPINGS.items():
            self.grouping.addItem(t.marked(text), key)
        self.grouping.setCurrentIndex(chosen)
        self.search.set_texts(t, t(SEARCH))
        self.tree.setAccessibleName(t.marked(TITLE))
        self._clear.setText(t(CLEAR))
        self.detail.retranslate(t)
