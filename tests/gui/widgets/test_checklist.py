"""A checklist: one answer for each item, given by key or pointer; walking through it changes nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ropa_app.gui.widgets.checklist import Checklist, Entry
from tests.gui.accessible import nameless, spoken
from tests.gui.keys import focused, press

ENTRIES = (Entry("a", "a)", "Instrukser"), Entry("b", "b)", "Taushetsplikt"), Entry("c", "c)", "Sikkerhet"))
ANSWERS = (("yes", "Dekket"), ("no", "Mangler"), ("open", "Ikke kontrollert"))


@pytest.fixture
def checklist(shown) -> Checklist:
    made = shown(Checklist())
    made.set_entries(ENTRIES, ANSWERS)
    made.set_answers({"a": "yes", "b": "open", "c": "open"})
    made.window().activateWindow()
    return made


def test_every_answer_is_spoken_with_its_item(checklist) -> None:
    names = [name for _, name in spoken(checklist)]
    assert "Taushetsplikt: Ikke kontrollert" in names
    assert nameless(checklist.window()) == []


def test_each_row_is_one_stop_at_its_answer(checklist) -> None:
    checklist.rows()["a"].setFocus()
    assert focused().text() == "Dekket"
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Taushetsplikt: Ikke kontrollert"


def test_arrows_walk_and_space_or_enter_answers(checklist) -> None:
    said: list[tuple[str, str]] = []
    checklist.answered.connect(lambda item, answer: said.append((item, answer)))
    checklist.rows()["b"].setFocus()
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert focused().accessibleName() == "Taushetsplikt: Dekket"
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Down)
    assert focused().accessibleName() == "Sikkerhet: Dekket"
    press(Qt.Key.Key_Down)
    assert focused().accessibleName() == "Sikkerhet: Dekket"
    assert said == []
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    assert said == [("c", "yes"), ("b", "yes")]


def test_the_focus_stays_in_the_row_that_is_answered(checklist) -> None:
    checklist.rows()["b"].setFocus()
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Space)
    checklist.set_answers({"a": "yes", "b": "no", "c": "open"})
    assert focused().accessibleName() == "Taushetsplikt: Mangler"
    assert checklist.rows()["b"].current() == "no"


def test_texts_change_and_answers_stay(checklist) -> None:
    english = (("yes", "Covered"), ("no", "Lacking"), ("open", "Not checked"))
    checklist.set_entries([Entry("a", "a)", "Instructions")], english)
    names = [name for _, name in spoken(checklist)]
    assert "Instructions: Covered" in names
    assert checklist.rows()["a"].current() == "yes"


def test_nothing_can_be_answered_read_only(checklist) -> None:
    checklist.set_read_only(True)
    assert not any(row.isEnabled() for row in checklist.rows().values())
