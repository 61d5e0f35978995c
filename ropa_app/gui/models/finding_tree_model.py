"""The tree of findings: groups, what their findings have in common, and the findings themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ropa_app.gui.findings import FindingTexts, Judged, mark_of
from ropa_app.gui.widgets.mark import WORDS, Kind
from ropa_app.i18n import NC_, Translator
from ropa_app.legal.checks import Finding

HEADS: Final = (NC_("findings", "Finding"), NC_("findings", "Field"), NC_("findings", "Basis in law"))
NODE: Final = Qt.ItemDataRole.UserRole
FINDING, FIELD, LAW = range(3)
#: Numbers of rows: 0 for groups, from 1 on for what is in a group, times this for a finding.
_LEAF: Final = 1 << 24
Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class Rule:
    """Findings that have something in common: its key, who names it, their marks, and the article of law.

    It is named when it is looked at, since there may be ten thousand of them.
    """

    key: str
    name: Callable[[], str]
    found: list[Judged]
    law: str = ""
    mark: Kind | None = None
    number: int = 0

    @property
    def title(self) -> str:
        """Return what they have in common, in words."""
        return self.name()


@dataclass(slots=True)
class Group:
    """A group with its rules; `mark` is shown before its title."""

    title: str
    mark: Kind | None = None
    rules: list[Rule] = field(default_factory=list)

    def count(self) -> int:
        """Return how many findings are in it."""
        return sum(len(one.found) for one in self.rules)


class FindingTreeModel(QAbstractItemModel):
    """Three levels; the texts of the findings are made when they are looked at."""

    def __init__(self, t: Translator, texts: FindingTexts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._texts = texts
        self._by_record = False
        self._groups: list[Group] = []
        self._rules: list[tuple[int, Rule]] = []

    def fill(self, t: Translator, texts: FindingTexts, groups: Sequence[Group], *, by_record: bool) -> None:
        """Show other groups; where they hold records, a finding says what is wrong and not where."""
        self.beginResetModel()
        self._t, self._texts, self._by_record = t, texts, by_record
        self._groups = list(groups)
        self._rules = []
        for row, group in enumerate(self._groups):
            for one in group.rules:
                one.number = len(self._rules) + 1
                self._rules.append((row, one))
        self.endResetModel()

    # Structure

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a row."""
        if row < 0 or not 0 <= column < len(HEADS) or row >= self.rowCount(parent):
            return QModelIndex()
        if parent is None or not parent.isValid():
            return self.createIndex(row, column, 0)
        inside = parent.internalId()
        if inside == 0:
            return self.createIndex(row, column, self._groups[parent.row()].rules[row].number)
        return self.createIndex(row, column, inside * _LEAF)

    def parent(self, index: Index | None = None) -> Any:
        """Return the index of the row above."""
        inside = index.internalId() if index is not None and index.isValid() else 0
        if inside == 0:
            return QModelIndex()
        if inside >= _LEAF:
            number = inside // _LEAF
            group, one = self._rules[number - 1]
            return self.createIndex(self._groups[group].rules.index(one), 0, number)
        return self.createIndex(self._rules[inside - 1][0], 0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are in a row."""
        if parent is None or not parent.isValid():
            return len(self._groups)
        inside = parent.internalId()
        if parent.column() > 0 or inside >= _LEAF:
            return 0
        if inside == 0:
            return len(self._groups[parent.row()].rules)
        return len(self._rules[inside - 1][1].found)

    def columnCount(self, _parent: Index | None = None) -> int:
        """Return the number of columns."""
        return len(HEADS)

    def node(self, index: Index) -> Group | Rule | Judged | None:
        """Return what a row stands for."""
        if not index.isValid():
            return None
        inside = index.internalId()
        if inside == 0:
            return self._groups[index.row()]
        if inside >= _LEAF:
            return self._rules[inside // _LEAF - 1][1].found[index.row()]
        return self._rules[inside - 1][1]

    def groups(self) -> list[Group]:
        """Return the groups shown."""
        return list(self._groups)

    def index_of(self, wanted: Finding) -> QModelIndex:
        """Return where a finding stands, an index that is not valid where it is not shown."""
        for group_row, group in enumerate(self._groups):
            for rule_row, one in enumerate(group.rules):
                for row, judged in enumerate(one.found):
                    finding = judged.finding
                    if (finding.rule, finding.record, finding.field) == _key(wanted):
                        above = self.index(rule_row, 0, self.index(group_row, 0))
                        return self.index(row, 0, above)
        return QModelIndex()

    # What Qt asks

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; `NODE` gives what the row stands for."""
        node = self.node(index)
        if role == NODE:
            return node
        if node is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(node, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == FINDING:
            return self._spoken(node)
        return None

    def _text(self, node: Group | Rule | Judged, column: int) -> str:
        if isinstance(node, Group):
            return node.title if column == FINDING else ""
        if isinstance(node, Rule):
            return {FINDING: node.title, LAW: node.law}.get(column, "")
        if column == FIELD:
            return self._texts.field(node.finding)
        if column == LAW:
            return self._texts.why(node.rule) if self._by_record else ""
        return self._texts.message(node.finding) if self._by_record else self._texts.where(node.finding)

    def _spoken(self, node: Group | Rule | Judged) -> str:
        """Return what a screen reader says of a row."""
        if isinstance(node, Group):
            return f"{node.title}, {node.count()}"
        if isinstance(node, Rule):
            return f"{node.title}, {len(node.found)}"
        return f"{self._t.marked(WORDS[mark_of(node)])}: {self._text(node, FINDING)}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._t.marked(HEADS[section])
        return None


def _key(one: Finding) -> tuple[str, str, str]:
    return one.rule, one.record, one.field
