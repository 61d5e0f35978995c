"""The tree of findings: marks, numbers in grey, and the ways to a finding."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from ropa_app.gui.findings import Judged
from ropa_app.gui.models.finding_tree_model import LAW, NODE, FindingTreeModel, Group, Rule
from ropa_app.gui.pages.marked_tree import Look, MarkedTree
from ropa_app.gui.widgets.mark import Kind
from ropa_app.legal.checks import Finding

_FIELD, _LAW_WIDTH, _NARROW_LAW = 140, 184, 184


def _mark(node: object) -> Kind | None:
    return node.mark if isinstance(node, Group | Rule) else None


def _number(node: object) -> str:
    if isinstance(node, Group):
        return str(node.count())
    return str(len(node.found)) if isinstance(node, Rule) else ""


_LOOK: Final = Look(_mark, _number, lambda node: isinstance(node, Group))


class FindingTree(MarkedTree):
    """`picked(judged)` tells the current finding, None for a group; `opened` on Enter and double click."""

    def __init__(self, model: FindingTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _LOOK, parent)
        self.findings: Final = model
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the findings more room."""
        self.header().resizeSection(1, 110 if narrow else _FIELD)
        self.header().resizeSection(LAW, _NARROW_LAW if narrow else _LAW_WIDTH)

    def current(self) -> Judged | None:
        """Return the finding of the current row, None for a group."""
        node = self.currentIndex().data(NODE)
        return node if isinstance(node, Judged) else None

    def select(self, one: Finding) -> bool:
        """Make a finding current and show it; return whether it is there."""
        index = self.findings.index_of(one)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def show_group(self, title: str) -> bool:
        """Open a group alone and make it current; return whether it is there."""
        for row, group in enumerate(self.findings.groups()):
            index = self.findings.index(row, 0)
            self.setExpanded(index, group.title == title)
            if group.title == title:
                self.setCurrentIndex(index)
                self.setFocus()
        return self.current() is None and self.currentIndex().data() == title

    def step(self, step: int) -> bool:
        """Go to the next finding (1), or the one before (-1); return whether there is one."""
        index = self.currentIndex() if self.currentIndex().isValid() else self.model().index(0, 0)
        while index.isValid():
            if step > 0 and self.model().rowCount(index):
                self.expand(index)
            index = self.indexBelow(index) if step > 0 else self._above(index)
            if isinstance(index.data(NODE), Judged):
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return True
        return False

    def _above(self, index: QModelIndex) -> QModelIndex:
        """Return the row above, with what is in it opened, so that its last finding is met."""
        above = self.indexAbove(index)
        while above.isValid() and above != index.parent() and self.model().rowCount(above):
            if self.isExpanded(above):
                break
            self.expand(above)
            above = self.indexAbove(index)
        return above
