"""The tree of duties: marks for where each stands, numbers in grey."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from ropa_app.gui.duty_jobs import DutyRow
from ropa_app.gui.models.duty_tree_model import ANSWER, NODE, STATE, Alike, DutyTreeModel, KindGroup
from ropa_app.gui.pages.duty_groups import mark_of
from ropa_app.gui.widgets.mark import Kind
from ropa_app.gui.widgets.row_tree import Index, RowDelegate, RowTree
from ropa_app.legal.duties import Spot, What

_STATE, _ANSWER, _NARROW_ANSWER = 152, 210, 150


class DutyDelegate(RowDelegate):
    """Says what the rows of duties have."""

    def mark(self, index: Index) -> Kind | None:
        """Return the mark of a duty, or of several alike."""
        node = index.data(NODE)
        if isinstance(node, Alike):
            return mark_of(node.rows[0].duty)
        return mark_of(node.duty) if isinstance(node, DutyRow) else None

    def number(self, index: Index) -> str:
        """Return how many duties a kind has, or how many are alike."""
        node = index.data(NODE)
        if isinstance(node, KindGroup):
            return str(node.count())
        return str(len(node.rows)) if isinstance(node, Alike) else ""

    def is_quiet(self, index: Index) -> bool:
        """Tell whether a cell is one of the answers."""
        return index.column() == ANSWER


class DutyTree(RowTree):
    """`picked(row)` tells the current duty, None for a group."""

    picked = Signal(object)

    def __init__(self, model: DutyTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.duties: Final = model
        self.setModel(model)
        self.setItemDelegate(DutyDelegate(self))
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.set_narrow(False)
        self.selectionModel().currentChanged.connect(lambda: self.picked.emit(self.current()))

    def leads(self) -> bool:
        """Tell whether the current row is a duty."""
        return self.current() is not None

    def set_narrow(self, narrow: bool) -> None:
        """Leave what is concerned more room."""
        self.header().resizeSection(STATE, _STATE)
        self.header().resizeSection(ANSWER, _NARROW_ANSWER if narrow else _ANSWER)

    def current(self) -> DutyRow | None:
        """Return the duty of the current row, None for a group."""
        node = self.currentIndex().data(NODE)
        return node if isinstance(node, DutyRow) else None

    def select(self, what: What, about: Spot) -> bool:
        """Make a duty current and show it; return whether it is there."""
        index = self.duties.index_of(what, about)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()
