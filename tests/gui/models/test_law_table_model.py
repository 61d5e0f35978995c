from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ropa_app.gui.law_jobs import LawRow, LawTable
from ropa_app.gui.models.law_table_model import HEADS, LawTableModel
from ropa_app.i18n import translator

SURE = LawRow("Norge", "fra 01.01.1994", True, ("EØS-avtalen",))
UNSURE = LawRow("USA", "", False, ("Rundskriv",))
TABLE = LawTable("Medlemmer", (SURE, UNSURE))


def model(qapp) -> LawTableModel:
    made = LawTableModel(translator("nb"))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def cells(made: LawTableModel) -> list[list[str]]:
    return [
        [made.data(made.index(row, column)) for column in range(made.columnCount())]
        for row in range(made.rowCount())
    ]


def test_rows_say_what_when_and_whether_they_are_sure(qapp):
    made = model(qapp)
    made.show_table(TABLE, only_unconfirmed=False)
    assert cells(made) == [["Norge", "fra 01.01.1994", ""], ["USA", "", "skal bekreftes"]]
    assert made.row_at(1) is UNSURE
    assert made.row_at(2) is None
    heads = [made.headerData(column, Qt.Orientation.Horizontal) for column in range(len(HEADS))]
    assert heads == ["Hva", "Gjelder", "Merknad"]
    assert made.headerData(0, Qt.Orientation.Vertical) is None


def test_the_unsure_ones_alone(qapp):
    made = model(qapp)
    made.show_table(TABLE, only_unconfirmed=True)
    assert cells(made) == [["USA", "", "skal bekreftes"]]
    assert TABLE.unconfirmed == 1
