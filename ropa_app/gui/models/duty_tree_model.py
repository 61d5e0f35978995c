"""The tree of duties: kinds, the duties of each, and what the register says of many activities alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ropa_app.gui.duty_jobs import DutyRow, DutyTexts
from ropa_app.i18n import NC_, Translator
from ropa_app.legal.duties import Spot, What

HEADS: Final = (
    NC_("duties", "Concerns"),
    NC_("duties", "Status"),
    NC_("duties", "Answer or reason"),
)
NODE: Final = Qt.ItemDataRole.UserRole
CONCERNS, STATE, ANSWER = range(3)
#: Numbers of rows: 0 for kinds, from 1 on for what is in a kind, this and more for what is told alike.
_ALIKE: Final = 1 << 16
Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class Alike:
    """Duties of which the same is to be said."""

    rows: list[DutyRow]
    number: int = 0


@dataclass(slots=True)
class KindGroup:
    """A kind of document with its duties, and the groups of those that are alike."""

    what: What
    title: str
    nodes: list[DutyRow | Alike] = field(default_factory=list)

    def count(self) -> int:
        """Return how many duties are in it."""
        return sum(len(one.rows) if isinstance(one, Alike) else 1 for one in self.nodes)


Node = KindGroup | Alike | DutyRow


class DutyTreeModel(QAbstractItemModel):
    """Two or three levels; the texts are made when they are looked at."""

    def __init__(self, t: Translator, texts: DutyTexts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._texts = texts
        self._groups: list[KindGroup] = []
        self._alike: list[tuple[int, int, Alike]] = []

    def fill(self, t: Translator, texts: DutyTexts, groups: Sequence[KindGroup]) -> None:
        """Show other groups."""
        self.beginResetModel()
        self._t, self._texts, self._groups, self._alike = t, texts, list(groups), []
        for row, group in enumerate(self._groups):
            for place, node in enumerate(group.nodes):
                if isinstance(node, Alike):
                    node.number = _ALIKE + len(self._alike)
                    self._alike.append((row, place, node))
        self.endResetModel()

    # Structure

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a row."""
        if row < 0 or not 0 <= column < len(HEADS) or row >= self.rowCount(parent):
            return QModelIndex()
        node = self.node(parent) if parent is not None else None
        if parent is None or node is None:
            return self.createIndex(row, column, 0)
        if isinstance(node, Alike):
            return self.createIndex(row, column, node.number)
        return self.createIndex(row, column, parent.row() + 1)

    def parent(self, index: Index | None = None) -> Any:
        """Return the index of the row above."""
        inside = index.internalId() if index is not None and index.isValid() else 0
        if inside == 0:
            return QModelIndex()
        if inside >= _ALIKE:
            group, place, _ = self._alike[inside - _ALIKE]
            return self.createIndex(place, 0, group + 1)
        return self.createIndex(inside - 1, 0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are in a row."""
        if parent is None or not parent.isValid():
            return len(self._groups)
        node = self.node(parent) if parent.column() == 0 else None
        if isinstance(node, KindGroup):
            return len(node.nodes)
        return len(node.rows) if isinstance(node, Alike) else 0

    def columnCount(self, _parent: Index | None = None) -> int:
        """Return the number of columns."""
        return len(HEADS)

    def node(self, index: Index) -> Node | None:
        """Return what a row stands for."""
        if not index.isValid():
            return None
        inside = index.internalId()
        if inside == 0:
            return self._groups[index.row()]
        if inside >= _ALIKE:
            return self._alike[inside - _ALIKE][2].rows[index.row()]
        return self._groups[inside - 1].nodes[index.row()]

    def groups(self) -> list[KindGroup]:
        """Return the groups shown."""
        return list(self._groups)

    def alike(self) -> list[QModelIndex]:
        """Return the rows that hold duties that are alike."""
        return [self.createIndex(place, 0, row + 1) for row, place, _ in self._alike]

    def index_of(self, what: What, about: Spot) -> QModelIndex:
        """Return where a duty stands, an index that is not valid where it is not shown."""
        for row, group in enumerate(self._groups):
            if group.what is what:
                above = self.index(row, 0)
                for place, node in enumerate(group.nodes):
                    rows = node.rows if isinstance(node, Alike) else [node]
                    found = next((n for n, one in enumerate(rows) if one.duty.about == about), None)
                    if found is not None:
                        here = self.index(place, 0, above)
                        return self.index(found, 0, here) if isinstance(node, Alike) else here
        return QModelIndex()

    # What Qt asks

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; `NODE` gives what the row stands for."""
        node = self.node(index)
        if role == NODE:
            return node
        if node is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(node, DutyRow) and not index.column():
            return node.where
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(node, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == CONCERNS:
            return self._spoken(node)
        return None

    def _text(self, node: Node, column: int) -> str:
        if isinstance(node, KindGroup):
            return node.title if column == CONCERNS else ""
        if isinstance(node, Alike):
            first = node.rows[0].duty
            return {CONCERNS: self._texts.why(first), STATE: self._texts.state(first)}.get(column, "")
        if column == CONCERNS:
            return node.short
        return self._texts.state(node.duty) if column == STATE else self._texts.brief(node.duty)

    def _spoken(self, node: Node) -> str:
        """Return what a screen reader says of a row."""
        if isinstance(node, KindGroup):
            return f"{node.title}, {node.count()}"
        if isinstance(node, Alike):
            return f"{self._text(node, STATE)}: {self._text(node, CONCERNS)}, {len(node.rows)}"
        return f"{self._text(node, STATE)}: {node.where}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._t.marked(HEADS[section])
        return None
