"""The view of suppositions in a real window: ask by keyboard, read the answer, go where a row leads."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ropa_app.gui.models.what_if_model import HOW, WHAT
from tests.gui.accessible import nameless
from tests.gui.window import open_window, opened
from tests.registers import make
from tests.suppositions import DAY, RECORDS, i

WAIT = 30_000


@pytest.fixture
def window(qtbot, tmp_path):
    make(tmp_path / "a.ropa", *RECORDS).close()
    made = open_window(qtbot, tmp_path, tmp_path / "a.ropa")
    qtbot.waitUntil(lambda: opened(made).findings.is_known and made.tasks.is_idle(), timeout=WAIT)
    made.workspace.go_to_page("checks")
    made.workspace.page().show_view("what_if")
    made.activateWindow()
    qtbot.waitUntil(lambda: made.isActiveWindow() and made.tasks.is_idle(), timeout=WAIT)
    return made


@pytest.fixture
def view(window):
    return window.workspace.page().view()


@pytest.fixture
def ask(qtbot, window, view):
    def put(kind, code, day=DAY):
        view.form.ask(kind, code, day)
        qtbot.waitUntil(window.tasks.is_idle, timeout=WAIT)

    return put


def groups(view):
    model = view.tree.answer
    return {
        model.index(row, WHAT).data(): model.rowCount(model.index(row, WHAT))
        for row in range(model.rowCount())
    }


def line(view, group, row=0):
    """Make a row of a group the current one."""
    model = view.tree.answer
    titles = [model.index(number, WHAT).data() for number in range(model.rowCount())]
    index = model.index(row, WHAT, model.index(titles.index(group), WHAT))
    view.tree.setFocus()
    view.tree.setCurrentIndex(index)
    return index


def test_before_anything_is_asked_it_says_what_can_be_asked(view):
    assert view.empty.isVisible()
    assert view.empty.accessibleName() == "Hva ville blitt berørt?"
    assert view.form.question() is None
    names = [view.form.choice.itemText(row) for row in range(view.form.choice.count())]
    assert names[1:] == ["Albion", "Breeze", "Cirrus", "Drift", "Echo"]


def test_a_question_is_asked_with_the_keyboard(qtbot, window, view):
    view.form.kind.setFocus()
    QTest.keyClick(view.form.kind, Qt.Key.Key_Down)
    assert view.form.current_kind() == "country"
    view.focus_search()
    QTest.keyClicks(view.form.choice.lineEdit(), "storbrit")
    QTest.keyClick(view.form.choice, Qt.Key.Key_Return)
    qtbot.waitUntil(window.tasks.is_idle, timeout=WAIT)
    assert view.question.text().startswith("Hva om Storbritannia mister adekvansbeslutningen ")
    assert view.tree.isVisible()
    assert groups(view) == {
        "Behandlingsaktiviteter": 1,
        "Overføringer": 1,
        "Avtaler og ordninger": 1,
        "Personvernerklæring": 1,
        "Nye funn": 1,
    }
    assert nameless(view) == []
    assert view.panes() == [view.form, view.tree]
    window.workspace.next_pane(1)
    assert view.tree.hasFocus()
    window.workspace.next_pane(-1)
    assert view.form.kind.hasFocus()


def test_what_is_half_typed_keeps_nobody_back(window, view):
    view.focus_search()
    view.form.choice.setEditable(True)
    view.form.choice.lineEdit().setText("Atlantis")
    assert window.workspace.show_page("activities")
    assert view.form.question() is None
    assert not view.form.choice.is_pending()


def test_a_row_says_how_it_is_hit(ask, view):
    ask("party", "breeze")
    index = line(view, "Behandlingsaktiviteter")
    assert index.data() == "1 Kundeservice"
    assert index.siblingAtColumn(HOW).data().startswith("Mister mottakeren Breeze (databehandler); ")
    assert view.summary.text().startswith("2 aktiviteter; 2 overføringer; 1 avtale; 1 system; ")


def test_enter_leads_to_the_record(ask, window, view):
    ask("party", "breeze")
    line(view, "Behandlingsaktiviteter", 1)
    QTest.keyClick(view.tree, Qt.Key.Key_Return)
    assert window.workspace.page().current_record() == "a2"
    window.workspace.go(-1)
    assert window.workspace.page().view() is view
    assert view.tree.isVisible()


def test_enter_leads_to_the_field_of_a_finding(ask, window, view):
    ask("country", "GB")
    line(view, "Nye funn")
    QTest.keyClick(view.tree, Qt.Key.Key_Return)
    page = window.workspace.page()
    assert page is not window.workspace.pages()["checks"]
    assert page.current_record() == "albion-GB"


def test_enter_leads_to_the_section_of_the_statement(ask, window, view):
    ask("country", "GB")
    line(view, "Personvernerklæring")
    QTest.keyClick(view.tree, Qt.Key.Key_Return)
    page = window.workspace.page()
    assert page is window.workspace.pages()["statement"]
    assert page.sections.current() == "05-transfers"


def test_enter_on_a_group_closes_it(ask, view):
    ask("country", "GB")
    first = view.tree.answer.index(0, WHAT)
    view.tree.setCurrentIndex(first)
    QTest.keyClick(view.tree, Qt.Key.Key_Return)
    assert not view.tree.isExpanded(first)


def test_nothing_is_said_plainly(ask, view):
    ask("tool", "bcr")
    assert view.empty.isVisible()
    assert view.empty.accessibleName() == "Ingenting ville blitt berørt"
    assert "Bindende virksomhetsregler" in view.empty.accessibleDescription()


def test_a_newer_question_drops_the_one_before(qtbot, window, view):
    view.form.ask("party", "breeze", DAY)
    first = view._job
    view.form.ask("party", "albion", DAY)
    assert first.stopped
    assert view.empty.accessibleName().startswith("Regner ut")
    qtbot.waitUntil(window.tasks.is_idle, timeout=WAIT)
    assert view.question.text() == "Hva om Albion slutter 28.11.2026?"


def test_the_answer_stays_until_the_next_is_there(ask, qtbot, window, view):
    ask("party", "breeze")
    view.form.ask("party", "albion", DAY)
    assert view.working.isVisible()
    assert not view.copy_button.isEnabled()
    assert view.question.text() == "Hva om Breeze slutter 28.11.2026?"
    qtbot.waitUntil(window.tasks.is_idle, timeout=WAIT)
    assert not view.working.isVisible()
    assert view.question.text() == "Hva om Albion slutter 28.11.2026?"


def test_another_kind_of_question_begins_anew(ask, view):
    ask("party", "breeze")
    view.form.kind.setCurrentIndex(2)
    view.form.kind.activated.emit(2)
    assert view.form.question() is None
    assert view.empty.accessibleName() == "Hva ville blitt berørt?"
    names = [view.form.choice.itemText(row) for row in range(view.form.choice.count())]
    assert names[1].startswith("EU-US Data Privacy Framework")
    assert names[-1].endswith(" · ikke i bruk")


def test_the_day_of_the_page_is_followed_and_another_can_be_asked(qtbot, window, view, ask):
    ask("tool", "privacy-shield", date(2019, 3, 1))
    assert view.empty.accessibleName() == "Ingenting ville blitt berørt"
    view.form.day_chosen.emit()
    qtbot.waitUntil(window.tasks.is_idle, timeout=WAIT)
    codes = [view.form.choice.itemData(row) for row in range(view.form.choice.count())]
    assert "privacy-shield" in codes
    view.form.ask("tool", "privacy-shield", DAY)
    view.form.day_chosen.emit()
    qtbot.waitUntil(window.tasks.is_idle, timeout=WAIT)
    assert view.form.choice.currentText().startswith("Privacy Shield")
    view.form.ask("tool", "privacy-shield", date(2019, 3, 1))
    assert "scc-2021" not in codes
    opened(window).findings.set_day(date(2027, 5, 1))
    qtbot.waitUntil(lambda: view.form.day.value() == date(2027, 5, 1), timeout=WAIT)
    qtbot.waitUntil(window.tasks.is_idle, timeout=WAIT)


def test_it_is_answered_anew_after_an_edit_and_in_another_language(ask, qtbot, window, view):
    ask("country", "GB")
    assert window.workspace.show_page("activities")
    opened(window).set_value(i("a1"), "status", "ended")
    window.workspace.show_page("checks")
    qtbot.waitUntil(lambda: view.empty.accessibleName() == "Ingenting ville blitt berørt", timeout=WAIT)
    qtbot.waitUntil(window.tasks.is_idle, timeout=WAIT)
    ask("party", "albion")
    window.set_language("en")
    qtbot.waitUntil(lambda: view.question.text().startswith("What if Albion leaves on 28"), timeout=WAIT)
    qtbot.waitUntil(window.tasks.is_idle, timeout=WAIT)


def test_the_answer_goes_to_the_clipboard(ask, view):
    ask("country", "GB")
    view.copy_button.click()
    told = QGuiApplication.clipboard().text()
    assert told.startswith("Hva om Storbritannia mister adekvansbeslutningen 28.11.2026?\n")
    assert "\nNye funn (1)\n  R-TRA-03 · Albion/S1/G1: " in told


def test_very_narrow_there_is_one_column_and_how_stands_below(ask, window, view):
    ask("country", "GB")
    assert not view.tree.isColumnHidden(HOW)
    window.resize(683, 500)
    QApplication.processEvents()
    assert view.tree.isColumnHidden(HOW)
    index = line(view, "Avtaler og ordninger")
    assert view.tree.answer.rowCount(index) == 1
    window.resize(1366, 768)
    QApplication.processEvents()
    assert not view.tree.isColumnHidden(HOW)


def test_asking_writes_nothing(ask, window, view):
    before = opened(window).state.digests()
    ask("party", "breeze")
    assert opened(window).state.digests() == before
