"""The table of a list: rows of one kind, sorted and filtered here, since a proxy in Python is too slow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ropa_app.domain.sorting import SortKey
from ropa_app.domain.values import RecordId
from ropa_app.gui.document import Row, folded, is_hit
from ropa_app.gui.widgets.mark import Kind

ROW: Final = Qt.ItemDataRole.UserRole
MARKS: Final = Qt.ItemDataRole.UserRole + 1
Marks = tuple[tuple[Kind, int], ...]
Index = QModelIndex | QPersistentModelIndex
_REFERENCE: Final = 0
_TITLE: Final = 1
_BEFORE_CELLS: Final = 2


class RecordTableModel(QAbstractTableModel):
    """Columns: the number (where the kind has one), the name with its line of detail, and further cells.

    A search keeps the rows in which every word occurs. Changed rows move to their new place by themselves.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[RecordId, Row] = {}
        self._shown: list[Row] = []
        self._places: dict[RecordId, int] | None = None
        self._more: dict[RecordId, str] = {}
        self._texts: dict[RecordId, str] = {}
        self._headers: list[str] = []
        self._numbered = True
        self._words: tuple[str, ...] = ()
        self._column = 0
        self._descending = False
        #: What rules find in a record: its marks with their numbers, the worst first, and the same in words.
        self.marks_of: Callable[[RecordId], tuple[Marks, str]] = lambda _record: ((), "")

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell; `ROW` gives the whole row."""
        if not (0 <= index.row() < len(self._shown) and 0 <= index.column() < len(self._headers)):
            return None
        row = self._shown[index.row()]
        if role == ROW:
            return row
        if role == MARKS:
            return self.marks_of(row.id)[0]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, self._logical(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole and self._logical(index.column()) == _TITLE:
            said = self.marks_of(row.id)[1]
            return ", ".join(part for part in (row.reference, row.title, row.detail, said) if part)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._headers):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column in Norwegian order; equal rows stand in the order of their ids."""
        if not 0 <= column < max(1, len(self._headers)):
            return
        self._column = self._logical(column)
        self._descending = order == Qt.SortOrder.DescendingOrder
        self._show_anew()

    # What the page says

    def set_columns(self, headers: Sequence[str], *, numbered: bool) -> None:
        """Name the columns; `numbered` tells whether the first one is the number."""
        self.beginResetModel()
        self._headers = list(headers)
        self._numbered = numbered
        if not numbered and self._column == _REFERENCE:
            self._column = _TITLE
        self.endResetModel()

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Take all rows anew."""
        self._rows = {row.id: row for row in rows}
        self._more = {one: text for one, text in self._more.items() if one in self._rows}
        self._join_texts()
        self._show_anew()

    def set_search(self, text: str) -> None:
        """Show the rows in which every word of a text occurs; an empty text shows all."""
        words = tuple(folded(text).split())
        if words != self._words:
            self._words = words
            self._show_anew()

    def set_haystacks(self, texts: Mapping[RecordId, str]) -> None:
        """Let the search look into more than the rows: the folded text of each record and all it owns."""
        self._more = dict(texts)
        self._join_texts()
        if self._words:
            self._show_anew()

    def set_haystack(self, record: RecordId, text: str) -> None:
        """Renew the folded text of one record, where texts were given."""
        if self._more:
            self._more[record] = text
            self._join_text(record)

    def has_haystacks(self) -> bool:
        """Tell whether the search looks into whole records."""
        return bool(self._more)

    def put(self, row: Row) -> None:
        """Show a row that is new or changed, at its place."""
        old = self._rows.get(row.id)
        self._rows[row.id] = row
        self._join_text(row.id)
        at = self.row_of(row.id)
        if at >= 0 and old is not None and self._key(old) == self._key(row) and self._is_hit(row):
            self._shown[at] = row
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._headers) - 1))
            return
        if at >= 0:
            self._take_out(at)
        if self._is_hit(row):
            self._insert(row)

    def remove(self, record: RecordId) -> None:
        """Take a row out that is no longer there."""
        self._rows.pop(record, None)
        self._more.pop(record, None)
        self._texts.pop(record, None)
        at = self.row_of(record)
        if at >= 0:
            self._take_out(at)

    def row_of(self, record: RecordId) -> int:
        """Return where a record is shown, -1 where it is not."""
        if self._places is None:
            self._places = {row.id: at for at, row in enumerate(self._shown)}
        return self._places.get(record, -1)

    def record_at(self, row: int) -> RecordId | None:
        """Return the record of a row that is shown."""
        return self._shown[row].id if 0 <= row < len(self._shown) else None

    def holds(self, record: RecordId) -> bool:
        """Tell whether a record is in the list, shown or not."""
        return record in self._rows

    def total(self) -> int:
        """Return how many rows there are without a search."""
        return len(self._rows)

    # Inside

    def _logical(self, column: int) -> int:
        return column if self._numbered else column + 1

    def _text(self, row: Row, logical: int) -> str:
        if logical == _REFERENCE:
            return row.reference
        return row.title if logical == _TITLE else row.cells[logical - _BEFORE_CELLS]

    def _key(self, row: Row) -> tuple[SortKey, str]:
        return row.keys[self._column] if self._column < len(row.keys) else ("", ""), row.id

    def _is_hit(self, row: Row) -> bool:
        return is_hit(self._words, self._texts[row.id])

    def _join_texts(self) -> None:
        self._texts = {one: row.haystack + self._more.get(one, "") for one, row in self._rows.items()}

    def _join_text(self, record: RecordId) -> None:
        row = self._rows.get(record)
        if row is not None:
            self._texts[record] = row.haystack + self._more.get(record, "")

    def _show_anew(self) -> None:
        self.beginResetModel()
        hits, texts = list(self._rows.values()), self._texts
        for word in self._words:  # all rows for each word: a call for each row is too slow for many rows
            hits = [row for row in hits if word in texts[row.id]]
        self._shown = sorted(hits, key=self._key, reverse=self._descending)
        self._places = None
        self.endResetModel()

    def _insert(self, row: Row) -> None:
        keys = [self._key(one) for one in (reversed(self._shown) if self._descending else self._shown)]
        at = bisect_left(keys, self._key(row))
        at = len(self._shown) - at if self._descending else at
        self.beginInsertRows(QModelIndex(), at, at)
        self._shown.insert(at, row)
        self._places = None
        self.endInsertRows()

    def _take_out(self, at: int) -> None:
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._shown[at]
        self._places = None
        self.endRemoveRows()
