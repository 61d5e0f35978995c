"""The rows of one table of the law data, those to be confirmed alone if that is wanted."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ropa_app.gui.law_jobs import LawRow, LawTable
from ropa_app.i18n import N_, NC_, Translator

HEADS: Final = (NC_("law table", "What"), NC_("law table", "Holds"), NC_("law table", "Note"))
TO_CONFIRM: Final = N_("to be confirmed")

Index = QModelIndex | QPersistentModelIndex


class LawTableModel(QAbstractTableModel):
    """Columns: what the row is called, the days it holds, and a word where it is to be confirmed."""

    def __init__(self, t: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._shown: list[LawRow] = []

    def show_table(self, table: LawTable, *, only_unconfirmed: bool) -> None:
        """Show the rows of a table."""
        self.beginResetModel()
        self._shown = [row for row in table.rows if not (only_unconfirmed and row.is_confirmed)]
        self.endResetModel()

    def row_at(self, number: int) -> LawRow | None:
        """Return the row of a line, None where there is none."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; the whole of it as its tooltip."""
        row = self.row_at(index.row())
        if row is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        status = "" if row.is_confirmed else self._t(TO_CONFIRM)
        return (row.name, row.span, status)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        across = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._t.marked(HEADS[section]) if across and 0 <= section < len(HEADS) else None
