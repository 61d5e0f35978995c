"""The grid of Articles 13 and 14: a line for each activity, a column for it and one for each item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ropa_app.gui.coverage_jobs import UNDECIDED, CoverageTexts, Line
from ropa_app.gui.document import folded, is_hit
from ropa_app.gui.widgets.coverage_mark import Look, look_of
from ropa_app.i18n import NC_, Translator
from ropa_app.legal.coverage import ITEMS, Cell

LINE: Final = Qt.ItemDataRole.UserRole
CELL: Final = Qt.ItemDataRole.UserRole + 1
LOOK: Final = Qt.ItemDataRole.UserRole + 2
COUNT: Final = Qt.ItemDataRole.UserRole + 3
ACTIVITY: Final = NC_("coverage", "Activity")
HEAD: Final = NC_("coverage", "{item}: missing for {n} of {total} activities")
ALL, MISSING = "all", "missing"
FILTERS: Final = (ALL, MISSING)
Index = QModelIndex | QPersistentModelIndex


class CoverageModel(QAbstractTableModel):
    """Column 0 is the activity, the others are the items; a cell gives its sign by `LOOK`."""

    def __init__(self, t: Translator, texts: CoverageTexts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t, self._texts = t, texts
        self._lines: Sequence[Line] = ()
        self._shown: list[Line] = []
        self._counts: list[int] = [0] * len(ITEMS)
        self._lacking = 0
        self._filter, self._words = ALL, tuple[str, ...]()

    # What is shown

    def set_texts(self, t: Translator, texts: CoverageTexts) -> None:
        """Say everything in another language."""
        self._t, self._texts = t, texts
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(ITEMS))

    def set_lines(self, lines: Sequence[Line], missing: Sequence[int]) -> None:
        """Show other lines, as far as filter and search let them through; and how often items are missing."""
        self._lines, self._counts = lines, list(missing)
        self._lacking = sum(one.lacks for one in lines)
        self._show()

    def narrow_to(self, key: str, text: str) -> None:
        """Show all activities or those with something missing, and of them those that a text is found in."""
        self._filter, self._words = key, tuple(folded(text).split())
        self._show()

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = [one for one in self._lines if self._passes(one)]
        self.endResetModel()

    def _passes(self, one: Line) -> bool:
        return (self._filter == ALL or one.lacks) and is_hit(self._words, one.haystack)

    def total(self, key: str = ALL) -> int:
        """Return how many activities there are without a search, all or those with something missing."""
        return len(self._lines) if key == ALL else self._lacking

    def line(self, row: int) -> Line | None:
        """Return the activity of a row, None where there is no such row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, activity: str) -> int:
        """Return the row of an activity, -1 where it is not shown."""
        return next((row for row, one in enumerate(self._shown) if one.activity == activity), -1)

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many activities are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of items and one."""
        return 0 if parent is not None and parent.isValid() else len(ITEMS) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return line, cell or sign, and what is said of them."""
        line = self.line(index.row())
        if line is None or not 0 <= index.column() <= len(ITEMS):
            return None
        cell = _cell(line, index.column())
        match role:
            case _ if role == LINE:
                return line
            case _ if role == CELL:
                return cell
            case _ if role == LOOK:
                return self._look(line, index.column())
            case Qt.ItemDataRole.DisplayRole if not index.column():
                return f"{line.reference} {line.title}".strip()
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._spoken(line, cell)
            case _:
                return None

    def _look(self, line: Line, column: int) -> Look | None:
        return look_of(_cell(line, column)) if column else None

    def _spoken(self, line: Line, cell: Cell | None) -> str:
        name = f"{line.reference} {line.title}".strip()
        if line.row is None:
            return f"{name}: {self._t(UNDECIDED)}"
        if cell is not None:
            return self._texts.spoken(line.row, cell)
        return self._t.plural(
            "{activity}: {n} item is missing",
            "{activity}: {n} items are missing",
            len(line.row.missing),
            activity=name,
        )

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column, its count, and both in a sentence."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= len(ITEMS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts.name(ITEMS[section - 1]) if section else self._t.marked(ACTIVITY)
        if not section:
            return None
        if role == COUNT:
            return self._counts[section - 1]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            label, count = self._texts.label(ITEMS[section - 1]), self._counts[section - 1]
            return self._t.marked(HEAD, item=label, n=count, total=self.total())
        return None


def _cell(line: Line, column: int) -> Cell | None:
    return line.row.cells[column - 1] if line.row is not None and column else None
