"""The answer to a supposition as a tree: groups, what is hit, and lines that say more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ropa_app.gui.what_if_jobs import Group, Line
from ropa_app.i18n import N_, NC_, Translator

HEADS: Final = (NC_("what if", "What is hit"), NC_("what if", "How"))
WHAT, HOW = range(2)
NODE: Final = Qt.ItemDataRole.UserRole
GOES: Final = N_("Goes: {line}")
COMES: Final = N_("Comes: {line}")
_SHORT: Final = 60
_MINUS, _PLUS = "\u2212 ", "+ "
Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class Node:
    """A row: its texts, the line it stands for or belongs to, and the numbers of the rows around it."""

    text: str
    how: str = ""
    line: Line | None = None
    spoken: str = ""
    above: int = -1
    row: int = 0
    below: list[int] = field(default_factory=list)

    @property
    def is_group(self) -> bool:
        """Tell whether it is the head of a group."""
        return self.line is None


class WhatIfModel(QAbstractItemModel):
    """Three levels; nothing is worked out here."""

    def __init__(self, t: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._nodes: list[Node] = []
        self._top: list[int] = []
        self._groups: tuple[Group, ...] = ()
        self._one_column = False

    def groups(self) -> tuple[Group, ...]:
        """Return the groups shown."""
        return self._groups

    def fill(self, t: Translator, groups: Iterable[Group], *, one_column: bool = False) -> None:
        """Show other groups; with `one_column` how a row is hit always stands below it."""
        self.beginResetModel()
        self._groups, self._one_column = tuple(groups), one_column
        self._t, self._nodes, self._top = t, [], []
        for group in self._groups:
            above = self._add(Node(group.title), -1)
            for line in group.lines:
                one = self._add(Node(line.name, "; ".join(line.how), line), above)
                for more in self._more(line):
                    self._add(more, one)
        self.endResetModel()

    def _more(self, line: Line) -> Iterable[Node]:
        """Yield what is told below a line: how it is hit where that is long, what goes and comes."""
        if len(line.how) > 1 or self._one_column or any(len(text) > _SHORT for text in line.how):
            yield from (Node(text, line=line) for text in line.how)
        for text in line.gone:
            yield Node(_MINUS + text, line=line, spoken=self._t(GOES, line=text))
        for text in line.came:
            yield Node(_PLUS + text, line=line, spoken=self._t(COMES, line=text))

    def _add(self, node: Node, above: int) -> int:
        number, siblings = len(self._nodes), self._nodes[above].below if above >= 0 else self._top
        node.above, node.row = above, len(siblings)
        self._nodes.append(node)
        siblings.append(number)
        return number

    def node(self, index: Index) -> Node | None:
        """Return what a row stands for."""
        return self._nodes[index.internalId()] if index.isValid() else None

    # Structure

    def _below(self, parent: Index | None) -> list[int]:
        if parent is None or not parent.isValid():
            return self._top
        return self._nodes[parent.internalId()].below if parent.column() == WHAT else []

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a row."""
        below = self._below(parent)
        if not 0 <= row < len(below) or not 0 <= column < len(HEADS):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: Index | None = None) -> Any:
        """Return the index of the row above."""
        node = self.node(index) if index is not None else None
        if node is None or node.above < 0:
            return QModelIndex()
        return self.createIndex(self._nodes[node.above].row, WHAT, node.above)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are in a row."""
        return len(self._below(parent))

    def columnCount(self, _parent: Index | None = None) -> int:
        """Return the number of columns."""
        return len(HEADS)

    # What Qt asks

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; `NODE` gives what the row stands for."""
        node = self.node(index)
        if role == NODE:
            return node
        if node is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return node.text if index.column() == WHAT else node.how
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(node) if index.column() == WHAT else node.how
        return None

    def _spoken(self, node: Node) -> str:
        """Return what a screen reader says of a row."""
        return f"{node.text}, {len(node.below)}" if node.is_group else node.spoken or node.text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._t.marked(HEADS[section])
        return None
