"""The law data that count for the register: how fresh they are, what they say and why, and renewing them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ropa_app.gui.dialogs.file_dialogs import choose_file
from ropa_app.gui.dialogs.form_dialog import FormDialog
from ropa_app.gui.dialogs.law_load_dialog import LawLoadDialog
from ropa_app.gui.jobs import trouble_text
from ropa_app.gui.law_jobs import Compared, LawTable, compare_job, law_view, load_law
from ropa_app.gui.models.law_table_model import LawTableModel
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.tasks import Tasks
from ropa_app.gui.widgets.buttons import plain_button
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.message_strip import announce
from ropa_app.gui.widgets.progress_strip import ProgressStrip
from ropa_app.i18n import N_

TITLE: Final = N_("Law data")
LOAD: Final = N_("Load …")
COMPARING: Final = N_("Comparing the law data")
LOADED: Final = N_("The law data are loaded. The history has it as a step that Ctrl+Z does not take back.")
_WIDTH: Final = 940
_TABLES: Final = 300
_ROW: Final = 30
_SOURCES: Final = 132


class LawDataDialog(FormDialog):
    """Facts above, tables on the left, rows on the right, the sources of the chosen row below.

    `is_renewed` tells whether newer law data were loaded while it was open.
    """

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        t = context.document.t
        super().__init__(t, t(TITLE), "", parent, width=_WIDTH)
        self._context: Final = context
        self._tasks: Final = Tasks(self)
        self.is_renewed = False
        self._shown: tuple[LawTable, ...] = ()
        self._origin = Label("", "pane", wrap=True)
        self._facts = Label("", "body", "text2", wrap=True)
        self._facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body.addWidget(self._origin)
        self.body.addWidget(self._facts)
        self.body.addSpacing(8)
        self.tables: Final = self._list_of_tables()
        self.only_unconfirmed: Final = QCheckBox(t("Only rows to be confirmed"))
        self.only_unconfirmed.toggled.connect(self._show_table)
        self.rows: Final = LawTableModel(t, self)
        self.view: Final = self._table_view()
        self.sources: Final = self._list_of_sources()
        self._lay_out_tables()
        self.progress: Final = ProgressStrip(t)
        self.progress.cancelled.connect(self._tasks.cancel_all)
        self.body.addWidget(self.progress)
        self.load_button: Final = plain_button(t(LOAD), "folder-open")
        self.load_button.setAutoDefault(False)
        self.load_button.clicked.connect(self._choose)
        self.footer.insertWidget(0, self.load_button)
        self._fill()
        self.resize(_WIDTH, 680)
        self.tables.setFocus()

    def _list_of_tables(self) -> QListWidget:
        tables = QListWidget()
        tables.setAccessibleName(self.t("Tables of the law data"))
        tables.setProperty("framed", "true")
        tables.setFixedWidth(_TABLES)
        tables.setTextElideMode(Qt.TextElideMode.ElideRight)
        tables.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tables.currentRowChanged.connect(self._show_table)
        return tables

    def _list_of_sources(self) -> QListWidget:
        sources = QListWidget()
        sources.setAccessibleName(self.t("Sources of the row"))
        sources.setProperty("framed", "true")
        sources.setWordWrap(True)
        sources.setSpacing(2)
        sources.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sources.setFixedHeight(_SOURCES)
        return sources

    def _table_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.rows)
        view.setAccessibleName(self.t("Rows of the table"))
        view.setProperty("framed", "true")
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.verticalHeader().setVisible(False)
        view.verticalHeader().setDefaultSectionSize(_ROW)
        head = view.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.setColumnWidth(1, 190)
        view.setColumnWidth(2, 120)
        view.selectionModel().currentRowChanged.connect(self._show_sources)
        return view

    def _lay_out_tables(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.only_unconfirmed)
        right.addWidget(self.view, 1)
        right.addWidget(self.sources)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.tables)
        row.addLayout(right, 1)
        self.body.addLayout(row, 1)

    def _fill(self) -> None:
        """Take the law data that count now."""
        found = law_view(self._context.document)
        self._shown = found.tables
        self._origin.setText(found.origin)
        self._facts.setText("\n".join(found.facts))
        chosen = max(self.tables.currentRow(), 0)
        self.tables.clear()
        for table in found.tables:
            self.tables.addItem(self._name_of(table))
            self.tables.item(self.tables.count() - 1).setSizeHint(QSize(1, _ROW))
        self.tables.setCurrentRow(chosen)

    def _name_of(self, table: LawTable) -> str:
        name = f"{table.title} ({len(table.rows)})"
        if not table.unconfirmed:
            return name
        note = self.t.plural("{n} to be confirmed", "{n} to be confirmed", table.unconfirmed)
        return f"{table.title} ({len(table.rows)}, {note})"

    def _show_table(self, *_: object) -> None:
        number = self.tables.currentRow()
        if 0 <= number < len(self._shown):
            only = self.only_unconfirmed.isChecked()
            self.rows.show_table(self._shown[number], only_unconfirmed=only)
            self._show_sources(QModelIndex())
            self.view.scrollToTop()

    def _show_sources(self, current: QModelIndex, _previous: object = None) -> None:
        row = self.rows.row_at(current.row())
        self.sources.clear()
        self.sources.addItems([*row.sources] if row else [self.t("Choose a row to see its sources.")])

    # Loading

    def _choose(self) -> None:
        """Let the user choose a pack, and compare it with what counts."""
        path = choose_file(self, self._context.settings, self.t, "zip")
        if path is None:
            return
        self.problem.set_text("")
        self.load_button.setEnabled(False)
        self.progress.start(self.t(COMPARING))
        work = compare_job(self._context.document, path)
        self._tasks.start(self.t(COMPARING), work, self._on_compared, self._on_failed)

    def _on_compared(self, compared: Compared) -> None:
        self._end_job()
        document = self._context.document
        if LawLoadDialog(document, compared, self).exec() and load_law(document, compared.chosen):
            self.is_renewed = True
            self._fill()
            announce(self, self.t(LOADED))

    def _on_failed(self, problem: Exception) -> None:
        self._end_job()
        text = trouble_text(problem, self.t)
        self.problem.set_text(text)
        announce(self, text, urgent=True)

    def _end_job(self) -> None:
        self.progress.finish()
        self.load_button.setEnabled(True)

    def done(self, result: int) -> None:
        """Wait for the worker before closing."""
        self._tasks.shut_down()
        super().done(result)


def show_law_data(window: QWidget | None, context: PageContext) -> bool:
    """Show the law data until the dialog is closed; return whether newer ones were loaded."""
    dialog = LawDataDialog(context, window)
    dialog.exec()
    return dialog.is_renewed
