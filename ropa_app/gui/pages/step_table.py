"""The history as a table: when, who and what, newest first, read further as one scrolls down."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.widgets.day_text import format_day
from ropa_app.i18n import N_, NC_

HEADS: Final = (NC_("history", "No."), NC_("history", "Day"), NC_("history", "Who"), NC_("history", "What"))
NAME: Final = N_("History")
_BATCH: Final = 200
_ROW: Final = 32
_NUMBER, _DAY, _WHO, _WHAT = range(4)

Index = QModelIndex | QPersistentModelIndex


class StepRow(NamedTuple):
    """A step: its number, its local day, who made it and what it did."""

    number: int
    day: date
    who: str
    what: str


class StepModel(QAbstractTableModel):
    """The steps after one number and up to another."""

    def __init__(self, document: RegisterDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._rows: list[StepRow] = []
        self._after = 0
        self._batch = _BATCH

    def fill(self, after: int, up_to: int) -> None:
        """Show the steps with numbers above `after`, up to `up_to`."""
        self.beginResetModel()
        self._after, self._batch = after, _BATCH
        self._rows = self._read(up_to)
        self.endResetModel()

    def _read(self, up_to: int) -> list[StepRow]:
        """Read the next batch of steps, the newest of them number `up_to`."""
        head = self._document.state.head()
        newer = (head.sequence if head else 0) - up_to
        found = self._document.steps(newer + self._batch)
        return [StepRow(*one) for one in found if self._after < one[0] <= up_to]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of steps read so far."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def canFetchMore(self, parent: Index | None = None) -> bool:
        """Tell whether there are older steps."""
        if parent is not None and parent.isValid():
            return False
        return bool(self._rows) and self._rows[-1].number > self._after + 1

    def fetchMore(self, _parent: Index | None = None) -> None:
        """Read older steps, more each time, since the newer ones are passed over again."""
        if not self.canFetchMore():
            return
        self._batch *= 2
        older = self._read(self._rows[-1].number - 1)
        if older:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(older) - 1)
            self._rows += older
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; the whole of it as its tooltip."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        day = format_day(row.day, self._document.t.language)
        return (str(row.number), day, row.who, row.what)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        across = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        if across and 0 <= section < len(HEADS):
            return self._document.t.marked(HEADS[section])
        return None


class StepTable(QTableView):
    """The table; one stop for the keyboard."""

    def __init__(self, document: RegisterDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.steps: Final = StepModel(document, self)
        self.setModel(self.steps)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setFixedHeight(28)
        head.setStyleSheet("QHeaderView::section{padding:0 3px}")  # where the cells begin
        self.set_narrow(False)
        head.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        self.retranslate()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the numbers out where there is little room."""
        for column, width in ((_NUMBER, 56), (_DAY, 96), (_WHO, 110 if narrow else 150)):
            self.setColumnWidth(column, width)
        self.setColumnHidden(_NUMBER, narrow)

    def retranslate(self) -> None:
        """Take the texts of the language of the window."""
        self.setAccessibleName(self._document.t(NAME))
        self.steps.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HEADS) - 1)
        self.viewport().update()
