"""The tree of findings: marks, numbers in grey, and the ways to a finding."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from ropa_app.gui.findings import Judged
from ropa_app.gui.models.finding_tree_model import FINDING, LAW, NODE, FindingTreeModel, Group, Rule
from ropa_app.gui.widgets.mark import Kind
from ropa_app.gui.widgets.row_tree import Index, RowDelegate, RowTree
from ropa_app.legal.checks import Finding

_FIELD, _LAW_WIDTH, _NARROW_LAW = 140, 184, 184


class FindingDelegate(RowDelegate):
    """Says what the rows of findings have."""

    def mark(self, index: Index) -> Kind | None:
        """Return the mark of a group or a rule."""
        node = index.data(NODE)
        return node.mark if isinstance(node, Group | Rule) else None

    def number(self, index: Index) -> str:
        """Return how many findings a group or a rule has."""
        node = index.data(NODE)
        if isinstance(node, Group):
            return str(node.count())
        return str(len(node.found)) if isinstance(node, Rule) else ""

    def is_quiet(self, index: Index) -> bool:
        """Tell whether a cell is one of the law."""
        return index.column() == LAW


class FindingTree(RowTree):
    """`picked(judged)` tells the current finding, None for a group."""

    picked = Signal(object)

    def __init__(self, model: FindingTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings: Final = model
        self.setModel(model)
        self.setItemDelegate(FindingDelegate(self))
        self.header().setSectionResizeMode(FINDING, QHeaderView.ResizeMode.Stretch)
        self.set_narrow(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def leads(self) -> bool:
        """Tell whether the current row is a finding."""
        return self.current() is not None

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

    def _on_current_changed(self) -> None:
        self.picked.emit(self.current())
