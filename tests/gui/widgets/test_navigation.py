"""The sidebar and the row of sections."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest

from ropa_app.gui.widgets.jump_bar import Jump, JumpBar
from ropa_app.gui.widgets.navigation_list import NARROWEST, RAIL, WIDEST, Entry, NavigationList
from ropa_app.i18n import translator
from tests.gui.accessible import nameless, spoken

ENTRIES = [
    Entry("Protokoll"),
    Entry("Virksomheten", "organisation", "building-2"),
    Entry("Aktiviteter", "activities", "list-checks", 13),
    Entry("Dokumenter"),
    Entry("Versjoner", "versions", "history", 2),
]
JUMPS = [
    Jump("a", "a", "Ansvarlig"),
    Jump("b", "b", "Formål"),
    Jump("c", "c", "Opplysninger"),
    Jump("more", "", "Mer"),
]


@pytest.fixture
def sidebar(t, shown) -> NavigationList:
    made = NavigationList(t, "Sider")
    made.set_entries(t, "Sider", ENTRIES)
    made.set_current("organisation")
    return shown(made)


@pytest.fixture
def bar(shown) -> JumpBar:
    made = JumpBar("Deler av skjemaet")
    made.set_jumps(JUMPS)
    return shown(made)


def test_choosing_by_click_and_by_program(sidebar, heard):
    said = heard(sidebar.chosen)
    sidebar.set_current("versions")
    assert sidebar.current() == "versions"
    assert said == []
    row = sidebar.visualRect(sidebar.model().index(2, 0)).center()
    QTest.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert said == ["activities"]


def test_arrow_keys_skip_captions(sidebar, heard):
    said = heard(sidebar.chosen)
    sidebar.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(sidebar, key)
    assert said == ["activities", "versions", "activities"]


def test_a_caption_cannot_be_chosen(sidebar, heard):
    said = heard(sidebar.chosen)
    caption = sidebar.visualRect(sidebar.model().index(3, 0)).center()
    QTest.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=caption)
    assert said == []
    assert sidebar.current() == "organisation"


def test_counts_are_shown_and_spoken(sidebar):
    index = sidebar.model().index(2, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Aktiviteter, 13"
    sidebar.set_count("activities", 14)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Aktiviteter, 14"
    sidebar.set_count("nowhere", 1)


def test_another_language_keeps_the_page_and_tells_nobody(sidebar, heard):
    said = heard(sidebar.chosen)
    sidebar.set_current("activities")
    english = [Entry("Register"), Entry("Activities", "activities", "list-checks", 13)]
    sidebar.set_entries(translator("en"), "Pages", english)
    assert sidebar.current() == "activities"
    assert sidebar.keys() == ["activities"]
    assert sidebar.accessibleName() == "Pages"
    assert said == []


def test_the_width_follows_the_longest_row_within_bounds(sidebar, t):
    assert sidebar.width() == NARROWEST
    sidebar.set_entries(t, "Sider", [Entry("Behandlingsaktiviteter i konsernet", "a", "globe", 10000)])
    assert sidebar.width() == WIDEST


def test_the_rail_shows_drawings_and_names_them_in_tooltips(sidebar):
    index = sidebar.model().index(2, 0)
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None
    sidebar.set_rail(True)
    assert sidebar.is_rail()
    assert sidebar.width() == RAIL
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Aktiviteter"
    sidebar.set_rail(False)
    assert sidebar.width() == NARROWEST


def test_the_sidebar_is_a_sound_model(sidebar, qtmodeltester):
    tester = QAbstractItemModelTester(sidebar.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    sidebar.set_count("versions", 3)
    assert tester.model() is sidebar.model()
    assert nameless(sidebar.window()) == []


def test_a_click_jumps_and_following_does_not(bar, heard):
    said = heard(bar.jumped)
    bar.set_current("c")
    assert bar.current() == "c"
    assert said == []
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert said == ["b"]
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert said == ["b", "b"]


def test_arrow_keys_jump(bar, heard):
    said = heard(bar.jumped)
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert said == ["b"]


def test_a_jump_moves_no_other_tab(bar):
    bar.resize(640, bar.height())
    before = [bar.tabRect(number) for number in range(bar.count())]
    bar.set_current("c")
    assert [bar.tabRect(number) for number in range(bar.count())] == before


def test_a_narrow_row_keeps_letters_and_the_current_word(bar):
    wide = bar.sizeHint().width()
    bar.set_current("b")
    bar.setFixedWidth(wide - 40)
    assert bar.is_narrow()
    assert [bar._word(number) for number in range(4)] == ["", "Formål", "", "Mer"]
    assert bar.sizeHint().width() < wide - 40
    bar.setFixedWidth(wide + 40)
    assert not bar.is_narrow()


def test_the_row_is_a_list_of_tabs_to_screen_readers(bar):
    told = spoken(bar)
    assert told[0][0] == QAccessible.Role.PageTabList
    assert bar.accessibleName() == "Deler av skjemaet"
    assert nameless(bar.window()) == []
    assert (QAccessible.Role.PageTab, "b Formål") in told


def test_other_sections_keep_the_current_one(bar, heard):
    said = heard(bar.jumped)
    bar.set_current("b")
    bar.set_jumps([Jump("x", "", "Ny"), *JUMPS])
    assert bar.current() == "b"
    assert bar.tabAt(QPoint(3, 3)) == 0
    assert said == []
