"""The checklist of an agreement: each choice is one step that keeps both fields apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ropa_app.gui.forms.agreement_panel import AgreementPanel
from ropa_app.legal import shipped
from tests.gui.accessible import nameless
from tests.gui.keys import focused, press


@pytest.fixture
def made(desk):
    party = desk.first("party").id
    values = {"party": party, "status": "signed", "covers": ("a", "b"), "lacks": ("c",)}
    return desk.document.add("agreement", **values)


def _panel(desk) -> AgreementPanel:
    return next(one for one in desk.form().findChildren(AgreementPanel) if one.isVisible())


def _fields(desk, made):
    one = desk.on_disk(made)
    return one.covers, one.lacks


def test_it_has_a_row_for_each_item_of_the_list(desk, made) -> None:
    form = desk.show(made)
    rows = _panel(desk).checklist.rows()
    assert list(rows) == [choice.code for choice in shipped().choices("art28_3")]
    assert [row.current() for row in rows.values()][:4] == ["covered", "covered", "lacking", "unchecked"]
    assert (
        _panel(desk).checklist.progress.text() == "2 av 8 funnet \u00b7 1 mangler \u00b7 5 ikke kontrollert"
    )
    assert nameless(form) == []


def test_a_choice_by_key_is_one_step_on_disk_and_undone_as_one(desk, made) -> None:
    desk.show(made)
    row = _panel(desk).checklist.rows()["c"]
    row.setFocus()
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Space)
    assert focused().accessibleName() == "Sikkerhet: Dekket"
    assert _fields(desk, made) == (("a", "b", "c"), ())
    desk.press_undo()
    assert _fields(desk, made) == (("a", "b"), ("c",))
    assert row.current() == "lacking"
    assert desk.document.undo_text().startswith("Legg til")


def test_the_same_rows_stand_in_the_card_of_the_processor(desk, made) -> None:
    form = desk.show(desk.document.get(made).party)
    assert form.reveal(made)
    row = _panel(desk).checklist.rows()["d"]
    QTest.mouseClick(row.buttons()[1], Qt.MouseButton.LeftButton)
    assert _fields(desk, made) == (("a", "b"), ("c", "d"))


def test_a_finding_stands_above_the_rows_and_its_focus_is_the_first_open_item(desk, qtbot, made) -> None:
    form = desk.show(made)
    qtbot.waitUntil(lambda: desk.document.findings.is_known and desk.window.tasks.is_idle(), timeout=10_000)
    desk.form().show_findings()
    form.focus_field("covers")
    assert focused().accessibleName() == "Sikkerhet: Mangler"
