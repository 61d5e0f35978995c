"""Activities are checked by mouse and keyboard; a search hides rows but keeps what is checked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from ropa_app.gui.dialogs.activity_chooser import ActivityChooser
from tests.gui.accessible import tree


@pytest.fixture
def chooser(qtbot, document):
    def make(chosen=None):
        made = ActivityChooser(document, chosen)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return make


def references(document, ids):
    return [document.reference_of(one) for one in ids]


def ids(document, *wanted):
    every = {one.reference: one.id for one in document.records.of_kind("activity")}
    return [every[one] for one in wanted]


def test_all_are_checked_at_first(chooser):
    shown = chooser()
    assert shown.chosen() is None
    assert shown.count.text() == "13 av 13 valgt"


def test_rows_stand_in_the_order_of_their_numbers(chooser):
    opened = chooser()
    rows = opened.list.rows
    shown = [rows.data(rows.index(row)).split()[0] for row in range(rows.rowCount())]
    assert shown[:4] == ["1", "1.1", "1.2", "1.3"]


def test_the_keyboard_searches_walks_and_checks(qtbot, chooser, document):
    shown = chooser(ids(document, "1.3", "2.1"))
    shown.search.setFocus()
    qtbot.keyClicks(shown.search, "kunde")
    assert 0 < shown.list.rows.rowCount() < 13
    qtbot.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.list.hasFocus()
    assert shown.list.currentIndex().row() == 0
    qtbot.keyClick(shown.list, Qt.Key.Key_Space)
    assert references(document, shown.chosen()) == ["1", "1.3", "2.1"]
    qtbot.keyClick(shown.list, Qt.Key.Key_Space)
    assert references(document, shown.chosen()) == ["1.3", "2.1"]
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    assert shown.result() == ActivityChooser.DialogCode.Accepted


def test_a_click_anywhere_in_a_row_checks_it(qtbot, chooser, document):
    shown = chooser(ids(document, "1.3"))
    place = shown.list.visualRect(shown.list.rows.index(0)).center()
    qtbot.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert references(document, shown.chosen()) == ["1", "1.3"]


def test_all_rows_found_are_checked_or_left_out_at_once(qtbot, chooser, document):
    shown = chooser(ids(document, "2.1"))
    shown.search.setText("kunde")
    found = shown.list.rows.rowCount()
    shown.all_button.click()
    assert len(shown.chosen()) == found + 1
    shown.none_button.click()
    assert references(document, shown.chosen()) == ["2.1"]
    shown.search.clear()
    shown.all_button.click()
    assert shown.chosen() is None


def test_a_document_without_activities_is_refused(chooser):
    shown = chooser()
    shown.none_button.click()
    shown.try_accept()
    assert shown.isVisible()
    assert shown.problem.text() == "Velg minst én aktivitet."
    shown.all_button.click()
    assert shown.problem.text() == ""
    shown.try_accept()
    assert not shown.isVisible()


def test_a_screen_reader_hears_what_is_checked(chooser, document):
    shown = chooser(ids(document, "1.3"))
    items = [part for part in tree(shown.list) if part.role() == QAccessible.Role.ListItem]
    assert len(items) > 10  # those in view
    checked = [part.text(QAccessible.Text.Name) for part in items if part.state().checked]
    assert len(checked) == 1
    assert checked[0].startswith("1.3 Kunder og mulige kunder")
    assert all(part.state().checkable for part in items)


def test_nothing_is_found_for_nonsense(chooser):
    shown = chooser()
    shown.search.setText("xyzzy")
    assert shown.list.rows.rowCount() == 0
    assert not shown.all_button.isEnabled()
    shown.list.toggle(shown.list.currentIndex())
    assert shown.chosen() is None
