"""The table of a list: rows of two lines, columns that can be chosen and are remembered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from ropa_app.domain.values import RecordId
from ropa_app.gui.delegates import TWO_LINES, RecordDelegate
from ropa_app.gui.giving_way import WAY
from ropa_app.gui.models.record_table_model import RecordTableModel
from ropa_app.gui.settings import Settings

_NUMBER_WIDTH: Final = 62
_CELL_WIDTH: Final = 120
_HEADER: Final = 28
_FIRST_COLUMN: Final = "QHeaderView::section:first,QHeaderView::section:only-one{padding-left:20px}"


class RecordTable(QTableView):
    """One row for each record; `picked(id)` when the user goes to another one, `opened(id)` on Enter.

    `delete_wanted` asks to delete the current one.
    """

    picked = Signal(str)
    opened = Signal(str)
    delete_wanted = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._name = ""
        self._wanted: RecordId | None = None
        self._silent = False
        self.records: Final = RecordTableModel(self)
        self.setModel(self.records)
        self._delegate = RecordDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(TWO_LINES)
        self._set_up_header(self.horizontalHeader())
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.records.modelReset.connect(self._on_model_reset)
        self.records.rowsInserted.connect(self._on_rows_inserted)

    def _set_up_header(self, header: QHeaderView) -> None:
        header.setFixedHeight(_HEADER)
        header.setHighlightSections(False)
        header.setStyleSheet(_FIRST_COLUMN)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(40)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu_wanted)
        header.sectionResized.connect(self._remember)
        header.sortIndicatorChanged.connect(self._remember)

    # Columns

    def set_columns(self, name: str, headers: Sequence[str], *, numbered: bool) -> None:
        """Name the columns; their choice, width and order of sorting are remembered under `name`."""
        self._name = ""
        self.setProperty("numbered", numbered)
        self.setSortingEnabled(False)
        self.records.set_columns(headers, numbered=numbered)
        header, title = self.horizontalHeader(), 1 if numbered else 0
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(title, QHeaderView.ResizeMode.Stretch)
        for column in range(len(headers)):
            self.setColumnHidden(column, column > title)
            self.setColumnWidth(column, _NUMBER_WIDTH if column < title else _CELL_WIDTH)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        stored = self._settings.columns(name)
        if not stored.isEmpty():
            header.restoreState(QByteArray(stored))
            header.setSectionResizeMode(title, QHeaderView.ResizeMode.Stretch)
            self.setColumnHidden(title, False)
        self.setSortingEnabled(True)
        self._name = name

    def _remember(self) -> None:
        if self._name:
            self._settings.set_columns(self._name, self.horizontalHeader().saveState())

    def _on_menu_wanted(self, point: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(point))

    def column_menu(self) -> QMenu:
        """Return the menu that shows and hides columns; number and name always stay."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = 2 if self.property("numbered") else 1
        for column in range(first, self.records.columnCount()):
            action = menu.addAction(str(self.records.headerData(column, Qt.Orientation.Horizontal)))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.toggled.connect(lambda shown, column=column: self._show_column(column, shown=shown))
        return menu

    def _show_column(self, column: int, *, shown: bool) -> None:
        self.setColumnHidden(column, not shown)
        if shown and self.columnWidth(column) < _CELL_WIDTH // 2:
            self.setColumnWidth(column, _CELL_WIDTH)
        self._remember()

    # Records

    def current_record(self) -> RecordId | None:
        """Return the record of the current row."""
        return self.records.record_at(self.currentIndex().row())

    def select(self, record: RecordId | None) -> bool:
        """Make a record current without telling; it is found again when the rows are read anew."""
        self._wanted = record
        row = self.records.row_of(record) if record else -1
        self._silent = True
        if row >= 0:
            index = self.records.index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self._silent = False
        return row >= 0

    def neighbour(self, step: int) -> RecordId | None:
        """Return the record before or after the current one."""
        row = self.currentIndex().row()
        return self.records.record_at(row + step) if row >= 0 else None

    def first(self) -> RecordId | None:
        """Return the record of the first row."""
        return self.records.record_at(0)

    def _on_current_changed(self, current: QModelIndex) -> None:
        record = self.records.record_at(current.row())
        if not self._silent and record is not None and record != self._wanted:
            self._wanted = record
            WAY.hold()
            self.picked.emit(record)

    def _on_model_reset(self) -> None:
        if self._wanted is not None:
            self.select(self._wanted)

    def _on_rows_inserted(self) -> None:
        if self._wanted is not None and self.current_record() != self._wanted:
            self.select(self._wanted)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the record on Enter, ask to delete it on Del."""
        record = self.current_record()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and record is not None:
            self.opened.emit(record)
            return
        if event.key() == Qt.Key.Key_Delete and record is not None:
            self.delete_wanted.emit()
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the row under the pointer."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let it down again."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()
