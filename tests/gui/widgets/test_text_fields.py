"""Lines, areas and numbers: what is particular to each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ropa_app.gui.widgets.line_edit import LineEdit
from ropa_app.gui.widgets.number_edit import NumberEdit
from ropa_app.gui.widgets.text_area import TextArea
from ropa_app.i18n import translator
from tests.gui.keys import focused, write


@pytest.mark.parametrize("kind", [LineEdit, TextArea])
def test_an_empty_field_says_so_in_words(kind, t):
    field = kind(t)
    hint = field.ghost if kind is TextArea else field.placeholderText
    assert hint() == "Ikke oppgitt"
    field.set_ghost("Kunder", "Bokmål")
    assert hint() == "Bokmål: Kunder"
    field.retranslate(translator("nn"))
    assert hint() == "Bokmål: Kunder"
    field.set_ghost("")
    assert hint() == "Ikkje oppgitt"
    assert field.value() == ""


def test_space_around_a_line_is_dropped(t, shown, leave, heard):
    field = shown(LineEdit(t))
    said = heard(field.committed)
    write(field, "  Salg  ")
    leave(field)
    assert said == ["Salg"]
    assert field.text() == "Salg"


def test_only_space_changes_nothing(t, shown, leave, heard):
    field = shown(LineEdit(t))
    said = heard(field.committed)
    write(field, "   ")
    leave(field)
    assert said == []
    assert field.text() == ""


@pytest.mark.parametrize("kind", [LineEdit, TextArea])
def test_no_break_spaces_survive_an_edit(kind, t, shown, leave, heard):
    field = shown(kind(t))
    said = heard(field.committed)
    field.set_value("artikkel\u00a06")
    assert not field.is_pending()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "b")
    leave(field)
    assert said == ["artikkel\u00a06b"]


def test_an_area_grows_with_its_text_and_stops_growing(t, shown, qtbot):
    area = shown(TextArea(t))
    heights = []
    for lines in (1, 4, 8, 40, 80):
        area.set_value("\n".join(["linje"] * lines))
        heights.append(area.height())
    assert heights[0] < heights[1] < heights[2] < heights[3] == heights[4]
    area.set_value("\n".join(["linje"] * 8))
    assert area.height() == heights[2]
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())


def test_an_area_grows_with_what_stands_in_for_its_text(t, shown):
    area = shown(TextArea(t))
    before = area.height()
    area.set_ghost("Opplysningene slettes når formålet er nådd. " * 12, "Bokmål")
    assert area.height() > before


def test_tab_leaves_an_area(t, shown):
    area = shown(TextArea(t))
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert focused() is not area
    assert area.text() == ""


def test_enter_makes_a_new_line_in_an_area(t, shown, leave, heard):
    area = shown(TextArea(t))
    said = heard(area.committed)
    write(area, "en")
    QTest.keyClick(area, Qt.Key.Key_Return)
    QTest.keyClicks(area, "t")
    leave(area)
    assert said == ["en\nt"]


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("12 500", 12500), ("12\u00a0500", 12500), ("007", 7), ("", None)]
)
def test_numbers_are_read_with_spaces(text, number, t):
    field = NumberEdit(t)
    field.setText(text)
    assert field.commit_pending()
    assert field.value() == number


@pytest.mark.parametrize("text", ["-1", "1,5", "tolv", "1e3", "12.500", "9" * 13, "٣"])
def test_what_is_no_whole_number_is_refused(text, t):
    field = NumberEdit(t)
    field.setText(text)
    assert not field.commit_pending()
    assert field.value() is None
    assert field.property("finding") == "error"


def test_numbers_are_written_in_groups(t):
    field = NumberEdit(t)
    field.set_value(1234567)
    assert field.text() == "1\u00a0234\u00a0567"


def test_escape_goes_on_to_the_page_where_there_is_nothing_to_revert(t, shown):
    field = shown(LineEdit(t))
    field.set_value("Salg")
    field.setFocus()
    pressed = []
    field.window().keyPressEvent = lambda event: pressed.append(event.key())
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert pressed == [Qt.Key.Key_Escape]
