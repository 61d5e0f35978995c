"""An assessment of no method offers the methods; choosing one is one step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ropa_app.legal.methods import METHODS
from tests.gui.accessible import nameless
from tests.gui.keys import focused
from tests.gui.window import page_of


def test_a_new_assessment_offers_every_method_from_the_keyboard(desk) -> None:
    desk.window.workspace.show_page("assessments")
    page = page_of(desk.window)
    page.list.set_kind("assessment")
    page.new_record()
    desk.activate()
    made = desk.shown()
    assert nameless(desk.form()) == []
    names = [desk.child(f"method.{code}") for code in METHODS]
    assert focused() is names[0]
    assert all(one.accessibleDescription() for one in names)
    assert names[1].accessibleName() == "Velg Vurdering av personvernkonsekvenser (DPIA)"
    names[1].setFocus()
    QTest.keyClick(names[1], Qt.Key.Key_Space)
    assert desk.on_disk(made).method == "dpia"
    assert desk.form().key == ("assessment", "dpia")
    desk.press_undo()
    assert desk.form().key == ("assessment", "")
    assert desk.on_disk(made).method == ""


def test_what_was_recorded_before_a_method_is_chosen_is_shown(desk) -> None:
    made = desk.document.add("assessment", necessity="Fordi")
    form = desk.show(made)
    assert form.sections()[-1].isVisibleTo(form)
