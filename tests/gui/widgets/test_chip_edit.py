"""Rows of chips: adding by part of a name, moving, opening and removing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ropa_app.gui.widgets.chip_edit import ChipEdit
from ropa_app.i18n import translator
from tests.gui.accessible import nameless
from tests.gui.keys import focused, write

NAMES = {"a": "Navn", "b": "Adresse", "c": "Betalingsopplysninger", "d": "Kundenavn"}


@pytest.fixture
def make(t, shown):
    def build(**options) -> ChipEdit:
        names = dict(NAMES)
        edit = shown(ChipEdit(t, lambda: list(names.items()), lambda key: names.get(key, key), **options))
        edit.setAccessibleName("Opplysninger")
        edit.names = names
        return edit

    return build


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


def shown_texts(edit: ChipEdit) -> list[str]:
    return [chip.text() for chip in edit.chips()]


def test_chips_stand_in_the_order_they_were_added(make):
    edit = make()
    edit.set_value(["c", "a"])
    assert shown_texts(edit) == ["Betalingsopplysninger", "Navn"]
    assert edit.value() == ("c", "a")


def test_part_of_a_name_adds(make, heard):
    edit = make()
    said = heard(edit.committed)
    edit.open_line()
    write(edit.line(), "beta")
    press(edit.line().suggestions(), Qt.Key.Key_Return)
    assert said == [("c",)]
    assert shown_texts(edit) == ["Betalingsopplysninger"]
    assert edit.line().text() == ""


def test_the_list_offers_what_is_not_chosen_yet(make):
    edit = make()
    edit.set_value(("a", "b"))
    edit.open_line()
    assert edit.line().rows() == ["Betalingsopplysninger", "Kundenavn"]


def test_a_click_in_the_list_adds(make, heard):
    edit = make()
    said = heard(edit.committed)
    edit.open_line()
    view = edit.line().suggestions()
    index = view.model().index(1, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert said == [("b",)]


def test_a_name_that_fits_several_is_not_guessed_at(make, leave, heard):
    edit = make()
    said, messages = heard(edit.committed), heard(edit.invalidated)
    edit.open_line()
    edit.line().suggestions().hide()
    edit.line().setText("navn x")
    assert edit.is_pending()
    assert not edit.commit_pending()
    assert said == []
    assert messages == ["Ikke lagret: velg fra listen."]
    edit.revert()
    assert not edit.is_pending()


def test_a_whole_name_wins_over_those_it_is_part_of(make, heard):
    edit = make()
    said = heard(edit.committed)
    edit.line().setText("navn")
    assert edit.commit_pending()
    assert said == [("a",)]


def test_delete_removes_and_the_focus_stays_near(make, heard):
    edit = make()
    edit.set_value(("a", "b", "c"))
    said = heard(edit.committed)
    edit.chips()[1].setFocus()
    press(edit.chips()[1], Qt.Key.Key_Delete)
    assert said == [("a", "c")]
    assert focused() is edit.chips()[1]
    for _ in range(2):
        press(focused(), Qt.Key.Key_Backspace)
    assert said[-1] == ()
    assert focused() is edit.add_button()


def test_arrow_keys_move_between_chips_and_the_button(make):
    edit = make()
    edit.set_value(("a", "b"))
    edit.chips()[0].setFocus()
    press(edit.chips()[0], Qt.Key.Key_Right)
    assert focused() is edit.chips()[1]
    press(edit.chips()[1], Qt.Key.Key_Right)
    assert focused() is edit.add_button()
    press(edit.add_button(), Qt.Key.Key_Left)
    assert focused() is edit.chips()[1]


def test_tab_stops_once_at_the_chips(make):
    edit = make()
    edit.set_value(("a", "b", "c"))
    stops = [chip for chip in edit.chips() if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == edit.chips()[:1]


def test_a_linked_chip_opens_and_its_cross_removes(make, heard):
    edit = make(link=True)
    edit.set_value(("a", "b"))
    opened, said = heard(edit.opened), heard(edit.committed)
    chip = edit.chips()[1]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    press(chip, Qt.Key.Key_Return)
    assert opened == ["b", "b"]
    assert said == []
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 9, 12))
    assert said == [("a",)]


def test_a_single_value_offers_no_second(make, heard):
    edit = make(single=True)
    said = heard(edit.committed)
    assert edit.add_button().text() == "Velg"
    edit.open_line()
    edit.line().setText("Adresse")
    assert edit.commit_pending()
    assert said == [("b",)]
    assert not edit.add_button().isVisible()
    assert not edit.line().isVisible()


def test_a_new_name_is_made_only_when_asked_for(make, heard):
    made = []

    def create(text: str) -> str | None:
        made.append(text)
        return None if text == "nei" else "new"

    edit = make(create=create)
    said = heard(edit.committed)
    edit.line().setText("Google LLC")
    assert edit.commit_pending()
    assert said == [("new",)]
    edit.line().setText("nei")
    edit.commit_pending()
    assert made == ["Google LLC", "nei"]
    assert said == [("new",)]
    edit.open_line()
    edit.line().setText("Kunde")
    edit.line().open_list()
    assert edit.line().rows() == ["Kundenavn", "Ny: «Kunde»"]


def test_a_refused_chip_disappears_again(make):
    edit = make()
    edit.set_value(("a",))
    edit.committed.connect(lambda _value: edit.set_invalid("Ikke lagret."))
    edit.chips()[0].setFocus()
    press(edit.chips()[0], Qt.Key.Key_Delete)
    assert edit.value() == ("a",)
    assert shown_texts(edit) == ["Navn"]
    assert edit.is_pending()


def test_escape_closes_the_line_and_keeps_the_chips(make):
    edit = make()
    edit.set_value(("a",))
    edit.open_line()
    edit.line().suggestions().hide()
    press(edit.line(), Qt.Key.Key_Escape)
    assert not edit.line().isVisible()
    assert edit.add_button().isVisible()
    assert edit.value() == ("a",)


def test_nothing_chosen_says_so_in_words(make):
    edit = make()
    assert edit._none.isVisible()
    assert edit._none.text() == "Ikke oppgitt"
    edit.retranslate(translator("nn"))
    assert edit._none.text() == "Ikkje oppgitt"
    edit.set_value(("a",))
    assert not edit._none.isVisible()


def test_reading_only_takes_away_what_changes(make):
    edit = make(link=True)
    edit.set_value(("a",))
    edit.set_read_only(True)
    assert not edit.add_button().isVisible()
    press(edit.chips()[0], Qt.Key.Key_Delete)
    assert edit.value() == ("a",)


def test_every_part_is_named(make):
    edit = make(link=True)
    edit.set_value(("a", "b"))
    assert edit.add_button().accessibleName() == "Legg til: Opplysninger"
    assert edit.chips()[0].accessibleDescription() == "Enter åpner, Delete fjerner."
    edit.open_line()
    assert nameless(edit.window()) == []
