"""Every finding in a tree, and beside it why it matters and what can be done."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QComboBox, QWidget

from ropa_app.gui.findings import LEVEL_TEXTS, Judged
from ropa_app.gui.models.finding_tree_model import FindingTreeModel
from ropa_app.gui.pages import finding_groups
from ropa_app.gui.pages.finding_detail import FindingDetail
from ropa_app.gui.pages.finding_groups import FILTERS, GROUPINGS, Gathering
from ropa_app.gui.pages.finding_tree import FindingTree
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.pages.two_pane_view import EMPTY, LISTED, Shares, TwoPaneView
from ropa_app.gui.widgets.day_text import format_day
from ropa_app.gui.widgets.label import Label
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
_SHARES: Final = Shares("checks", (758, 372), (420, 320), (55, 45))
_OPEN_AT_ONCE: Final = 12
_READ_AT_ONCE: Final = 2000


class FindingsView(TwoPaneView):
    """Tree at the left, one finding at the right, or below it where it is narrow."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, FILTERS, SEARCH, parent)
        self._findings: Final = context.document.findings
        self._wanted: Finding | None = None
        self._gathering: Gathering | None = None
        self._group_label = Label("", "body", "text2")
        self.grouping: Final = QComboBox()
        self.tree: Final = FindingTree(FindingTreeModel(context.t, self._findings.texts, self))
        self.detail: Final = FindingDetail(context.t, self._findings)
        self._group_label.setBuddy(self.grouping)
        self._group_label.setFixedHeight(self.search.sizeHint().height())
        self.grouping.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.lay_out(_SHARES, self.tree, self.detail, beside=(self._group_label, self.grouping))
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.grouping.activated.connect(self.gather)
        self.tree.picked.connect(self._on_picked)
        self.tree.opened.connect(self._on_opened)
        self.detail.go_wanted.connect(self.field_wanted)
        self.detail.completeness.level_wanted.connect(self.show_level)

    # What is shown

    def refresh(self) -> None:
        """Show the findings as they are now; the chosen one stays."""
        self._gathering = None
        t = self.context.t
        self.filters.set_texts(t(SHOWN), finding_groups.filter_texts(t, self._findings.total()))
        document = self.document
        self.detail.set_author(document.author, document.today(), read_only=document.read_only)
        self.gather()

    def gather(self) -> None:
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
        self._stack.setCurrentIndex(LISTED if found_any else EMPTY)
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
        self.show_panes(detail=False)

    def _on_opened(self) -> None:
        if self._single:
            self.show_panes(detail=True)
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
        self.show_panes(detail=True)
        return shown is not None and shown.finding == one

    def show_level(self, key: str) -> None:
        """Group by level and show what is open of one."""
        self.search.clear()
        self.filters.set_current(FILTERS[0])
        self.grouping.setCurrentIndex(self.grouping.findData("level"))
        self.gather()
        self.tree.show_group(self.context.t.marked(LEVEL_TEXTS[Level(key)]))

    def is_chosen(self) -> bool:
        """Tell whether a finding is chosen."""
        return self.detail.shown() is not None

    def step_finding(self, step: int) -> bool:
        """Go to the next finding of the tree, or the one before."""
        return self.tree.step(step)

    # Look

    def set_narrow(self, narrow: bool, *, single: bool) -> None:
        """Put the detail below the tree where it is narrow, and show one of them where it is very narrow."""
        self._group_label.setVisible(not narrow)
        self.tree.set_narrow(narrow)
        super().set_narrow(narrow, single=single)

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
