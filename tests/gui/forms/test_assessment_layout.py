"""The form of an assessment follows its method, in the steps of the annex; nothing recorded gets lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ropa_app.domain.kinds import SPECS
from ropa_app.gui.forms.assessment_layout import ASSESSMENTS, _items
from ropa_app.gui.forms.layout import fields_of, parts_of
from ropa_app.i18n import LANGUAGES, translator
from ropa_app.legal.assessing import Told
from ropa_app.legal.methods import METHODS
from tests.gui.accessible import nameless
from tests.gui.keys import focused
from tests.gui.window import added, editor, example, open_window, opened, page_of, type_into


@pytest.mark.parametrize("method", ASSESSMENTS)
def test_every_field_and_the_risks_stand_once_in_each_form(method) -> None:
    items = tuple(item for section in ASSESSMENTS[method] for item in section.items)
    fields = fields_of(items)
    assert sorted(fields) == sorted(SPECS["assessment"])
    assert [part.kind for part in parts_of(items)] == ["risk"]


@pytest.mark.parametrize("method", METHODS)
def test_the_sections_are_the_steps_of_the_annex_in_their_order(method) -> None:
    steps = METHODS[method].steps
    sections = [section for section in ASSESSMENTS[method] if section.step is not None]
    assert [section.step for section in sections[:-1]] == list(steps)
    assert [section.letter for section in sections] == [str(n) for n in range(1, len(steps) + 2)]
    assert [section.items for section in sections[:-1]] == [_items(step, method) for step in steps]
    assert all(section.hint and section.word for section in sections)


def _titles(form) -> list[str]:
    return [section.title() for section in form.sections() if section.isVisibleTo(form)]


def test_choosing_another_method_shows_its_steps_and_undo_brings_the_first_back(desk) -> None:
    made = added(desk.document, "assessment", method="lia", balance="Veier tyngst")
    desk.show(made)
    assert _titles(desk.form())[1:4] == ["Hvilken interesse, og hvem sin", "Nødvendighet", "Avveining"]
    method = editor(desk.window, "assessment.method")
    method.setFocus()
    method.setCurrentIndex(method.findData("dpia"))
    method.activated.emit(method.currentIndex())
    QApplication.processEvents()
    QTest.qWait(20)
    assert desk.on_disk(made).method == "dpia"
    assert "Risikoer for de registrerte" in _titles(desk.form())
    assert focused() is editor(desk.window, "assessment.method")
    desk.press_undo()
    assert _titles(desk.form())[1] == "Hvilken interesse, og hvem sin"
    assert editor(desk.window, "assessment.balance").text() == "Veier tyngst"


def test_a_text_of_another_method_stays_in_reach_until_it_is_emptied_and_left(desk) -> None:
    made = added(desk.document, "assessment", method="dpia", balance="Fra en annen metode")
    form = desk.show(made)
    assert _titles(form)[-1] == "Annet som er ført opp"
    area = editor(desk.window, "assessment.balance")
    type_into(area, "")
    assert desk.on_disk(made).balance == ""
    assert area.isVisible()
    desk.press_undo()
    assert editor(desk.window, "assessment.balance").text() == "Fra en annen metode"
    assert desk.document.set_value(made, "balance", "") == ""
    desk.show(desk.activity("1.3"))
    form = desk.show(made)
    assert "Annet som er ført opp" not in _titles(form)


def test_risks_of_a_method_without_risks_stay_in_reach(desk) -> None:
    made = added(desk.document, "assessment", method="lia")
    risk = desk.document.add("risk", made, description="Innsyn")
    form = desk.show(made)
    assert form.reveal(risk)
    assert editor(desk.window, "risk.description").text() == "Innsyn"


def test_each_step_says_how_far_it_is_and_follows_each_edit(desk) -> None:
    made = added(desk.document, "assessment", method="lia")
    form = desk.show(made)
    steps = [section for section in form.sections() if section.told() is not None]
    assert [one.told() for one in steps] == [*[Told.MISSING] * 3, Told.OPEN, Told.MISSING]
    assert steps[0].accessibleName() == "Trinn 1: Hvilken interesse, og hvem sin"
    assert steps[0].accessibleDescription() == "Mangler"
    type_into(editor(desk.window, "assessment.description"), "Vår egen")
    assert steps[0].told() is Told.TOLD
    assert steps[0].accessibleDescription() == "Fylt ut"
    assert desk.document.set_value(made, "outcome", "ok_with_measures") == ""
    assert [one.told() for one in steps[3:]] == [Told.MISSING, Told.TOLD]
    desk.press_undo()
    desk.press_undo()
    assert steps[0].told() is Told.MISSING


def test_the_editor_under_a_heading_is_named_by_it_and_its_hint_stands_there(desk) -> None:
    made = added(desk.document, "assessment", method="compatibility")
    form = desk.show(made)
    assert editor(desk.window, "assessment.risks").accessibleName() == "Mulige konsekvenser"
    assert nameless(form) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_steps_are_named_in_the_language_of_the_window(qtbot, tmp_path, language) -> None:
    window = open_window(qtbot, tmp_path, example(tmp_path), language)
    t = translator(language)
    for method, asked in METHODS.items():
        made = added(opened(window), "assessment", method=method)
        window.workspace.show_record(made)
        editing = page_of(window).editor
        titles = _titles(editing.form())
        assert titles[1 : 1 + len(asked.steps)] == [t.marked(step.title) for step in asked.steps]
        words = [t.marked(step.word) for step in asked.steps]
        assert [jump.word for jump in editing.form().jumps()][:-1] == words
        assert nameless(editing.form()) == []


def test_a_text_is_on_disk_as_soon_as_it_is_left(desk) -> None:
    made = added(desk.document, "assessment", method="risk")
    desk.show(made)
    area = editor(desk.window, "assessment.description")
    area.setFocus()
    QTest.keyClicks(area, "Tjenere")
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert desk.on_disk(made).description == "Tjenere"
