"""The tree of duties: marks for where each stands, numbers in grey."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from ropa_app.gui.duty_jobs import DutyRow
from ropa_app.gui.models.duty_tree_model import ANSWER, STATE, Alike, DutyTreeModel, KindGroup
from ropa_app.gui.pages.duty_groups import mark_of
from ropa_app.gui.pages.marked_tree import Look, MarkedTree
from ropa_app.gui.widgets.mark import Kind
from ropa_app.legal.duties import Spot, What

_STATE, _ANSWER, _NARROW_ANSWER = 152, 210, 150


def _mark(node: Any) -> Kind | None:
    if isinstance(node, Alike):
        return mark_of(node.rows[0].duty)
    return mark_of(node.duty) if isinstance(node, DutyRow) else None


def _number(node: Any) -> str:
    if isinstance(node, KindGroup):
        return str(node.count())
    return str(len(node.rows)) if isinstance(node, Alike) else ""


_LOOK: Final = Look(_mark, _number, lambda node: isinstance(node, KindGroup))


class DutyTree(MarkedTree):
    """`picked(row)` tells the current duty, None for a group; `opened` on Enter and double click."""

    def __init__(self, model: DutyTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _LOOK, parent)
        self.duties: Final = model
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Leave what is concerned more room."""
        self.header().resizeSection(STATE, _STATE)
        self.header().resizeSection(ANSWER, _NARROW_ANSWER if narrow else _ANSWER)

    def current(self) -> DutyRow | None:
        """Return the duty of the current row, None for a group."""
        node = self.leaf()
        return node if isinstance(node, DutyRow) else None

    def select(self, what: What, about: Spot) -> bool:
        """Make a duty current and show it; return whether it is there."""
        index = self.duties.index_of(what, about)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()
