"""The grid as it is drawn: columns that fit, a chosen cell, heads that stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ropa_app.gui.models.coverage_model import CoverageModel
from ropa_app.gui.pages.coverage_table import CoverageTable
from ropa_app.i18n import translator
from ropa_app.legal.coverage import ITEMS
from tests.gui.models.test_coverage_model import covered
from tests.legal.coverage.covered import complete


@pytest.fixture
def table(qtbot):
    found, texts = covered(complete(), "nb")
    made = CoverageTable(translator("nb"), CoverageModel(translator("nb"), texts))
    qtbot.addWidget(made)
    made.coverage.set_lines(found.lines, found.missing)
    made.resize(780, 300)
    made.show()
    return made


def test_columns_share_the_room(table):
    widths = {table.columnWidth(column) for column in range(1, len(ITEMS) + 1)}
    assert len(widths) == 1
    assert table.columnWidth(0) >= 250
    table.resize(560, 300)
    QApplication.processEvents()
    assert table.horizontalScrollBar().maximum() == 0
    assert table.columnWidth(1) == 26


def test_the_columns_have_room_for_the_counts(table):
    found, _ = covered(complete(), "nb")
    table.resize(560, 300)
    QApplication.processEvents()
    table.coverage.set_lines(found.lines, [88_888] * len(ITEMS))
    assert table.columnWidth(1) == table.head.widest_count() > 26


def test_the_heads_are_high_enough_for_the_longest_name(table):
    metrics = table.head.fontMetrics()
    longest = max(
        metrics.horizontalAdvance(table.coverage.headerData(column, Qt.Orientation.Horizontal))
        for column in range(1, len(ITEMS) + 1)
    )
    assert table.head.sizeHint().height() > longest


def test_a_cell_is_chosen_told_and_found_again(qtbot, table):
    with qtbot.waitSignal(table.picked):
        assert table.choose("activity-2", 3)
    line, column = table.chosen()
    assert (line.activity, column, table.head.current) == ("activity-2", 3, 3)
    assert not table.choose("activity-9", 3)


def test_enter_and_a_double_click_go_on(qtbot, table):
    table.choose("activity-1", 2)
    with qtbot.waitSignal(table.opened):
        QTest.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(table.currentIndex()).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.opened):
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_chosen_cell_is_drawn_with_a_ring_and_its_row_in_another_colour(table):
    table.choose("activity-1", 2)
    before = table.viewport().grab().toImage()
    table.choose("activity-1", 5)
    after = table.viewport().grab().toImage()
    assert before != after
    there = table.visualRect(table.coverage.index(0, 5)).center()
    other = table.visualRect(table.coverage.index(1, 5)).topLeft()
    assert after.pixelColor(there.x() + 12, there.y()) != after.pixelColor(other.x() + 2, other.y() + 3)
