"""The view of the duty to inform: grid, filter, search, keyboard, the ways on, and that it follows edits."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from ropa_app.domain.values import Answer
from ropa_app.i18n import LANGUAGES
from ropa_app.legal.checks import Finding
from ropa_app.legal.coverage import ITEMS
from ropa_app.services import creating
from tests.gui.accessible import nameless, spoken
from tests.gui.window import by_reference, example, open_window, opened

WAIT = 30_000
BASIS, TRANSFERS, STORAGE = (ITEMS.index(item) + 1 for item in ("legal_basis", "transfers", "storage"))


def shown(qtbot, window):
    """Wait until the findings are known and the grid is derived, and return the view."""
    qtbot.waitUntil(lambda: opened(window).findings.is_known, timeout=WAIT)
    window.workspace.go_to_page("checks")
    page = window.workspace.page()
    page.show_view("information")
    qtbot.waitUntil(lambda: page.view()._covered is not None, timeout=WAIT)
    qtbot.waitUntil(window.tasks.is_idle, timeout=WAIT)
    return page.view()


@pytest.fixture
def window(qtbot, tmp_path):
    made = open_window(qtbot, tmp_path, example(tmp_path))
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def view(qtbot, window):
    return shown(qtbot, window)


def choose(view, reference, column):
    assert view.table.choose(by_reference(view.document, reference), column)
    view.table.setFocus()


def references(view):
    model = view.table.coverage
    return [model.line(row).reference for row in range(model.rowCount())]


def test_the_grid_holds_the_activities_in_order_and_says_each_cell(view):
    model = view.table.coverage
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert references(view)[:4] == ["1", "1.1", "1.2", "1.3"]
    assert (model.rowCount(), model.columnCount()) == (13, 17)
    said = model.index(3, BASIS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "1.3 Kunder og mulige kunder, behandlingsgrunnlag: mangler"
    said = model.index(3, STORAGE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "1.3 Kunder og mulige kunder, lagringstid: utfylt, med en advarsel"
    assert model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(": 9 krav mangler")
    assert nameless(view) == []


def test_a_screen_reader_is_told_the_cells(view):
    names = [name for _, name in spoken(view.table)]
    assert "1.3 Kunder og mulige kunder, behandlingsgrunnlag: mangler" in names


def test_everything_fits_without_scrolling_sideways(qtbot, window, view):
    for width in (1680, 1366, 911, 683):
        window.resize(width, 768)
        QApplication.processEvents()
        assert view.table.horizontalScrollBar().maximum() == 0, width
        assert view.table.columnWidth(0) >= 120


def test_arrows_go_through_the_cells_and_enter_to_the_field(qtbot, view):
    choose(view, "1.2", BASIS - 1)
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    QTest.keyClick(view.table, Qt.Key.Key_Right)
    line, column = view.table.chosen()
    assert (line.reference, column) == ("1.3", BASIS)
    assert view.detail.title.text() == "Behandlingsgrunnlag"
    with qtbot.waitSignal(view.field_wanted) as wanted:
        QTest.keyClick(view.table, Qt.Key.Key_Return)
    (goal,) = wanted.args
    assert isinstance(goal, Finding)
    assert (goal.rule, goal.kind, goal.field) == ("", "purpose", "art6")


def test_enter_leads_to_the_field_in_the_form(qtbot, window, view):
    choose(view, "1.3", BASIS)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    page = window.workspace.page()
    assert page.current_record() == by_reference(view.document, "1.3")
    assert window.focusWidget().accessibleName() == "Legg til: Behandlingsgrunnlag (artikkel 6)"


def test_what_the_organisation_lacks_leads_to_its_page(qtbot, window, view):
    choose(view, "1.3", ITEMS.index("dpo") + 1)
    QTest.mouseClick(view.detail.go, Qt.MouseButton.LeftButton)
    assert window.workspace.sidebar.current() == "organisation"


def test_every_way_leads_to_the_page_where_it_is_settled(window, view):
    goals = {}
    for line in view._covered.lines:
        for place, cell in enumerate(line.row.cells, 1):
            choose(view, line.reference, place)
            if cell.spot:
                goals[cell.spot] = view.detail.goal()
    assert len(goals) > 60
    for goal in goals.values():
        view.field_wanted.emit(goal)
        assert window.workspace.sidebar.current() != "checks"
        window.workspace.show_page("checks")


def test_what_is_added_to_an_activity_leads_to_its_section(qtbot, window, view):
    choose(view, "1.1", ITEMS.index("source") + 1)
    assert view.detail.goal().field == ""
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    form = window.workspace.page().editor.form()
    section = next(one for one in form._sections if one.key == "c")
    top = section.mapTo(form.viewport(), section.rect().topLeft()).y()
    assert 0 <= top <= 40


def test_a_filter_and_a_search_narrow_the_grid(qtbot, view):
    view.search.setText("1.3 kunder")
    qtbot.waitUntil(lambda: references(view) == ["1.3"])
    view.search.setText("xyzzy")
    qtbot.waitUntil(lambda: references(view) == [])
    assert view.empty.accessibleName() == "Ingen treff på «xyzzy»"
    view._clear.click()
    qtbot.waitUntil(lambda: len(references(view)) == 13)
    assert view.filters.texts() == ["Alle 13", "Med mangler 13"]


def test_it_follows_an_edit_and_keeps_the_cell(qtbot, window, view):
    choose(view, "1.5", ITEMS.index("provision") + 1)
    assert view.detail._word.text() == "Mangler"
    view.document.set_value(by_reference(view.document, "1.5"), "provision", "voluntary")
    qtbot.waitUntil(lambda: view.detail._word.text() == "Utfylt", timeout=WAIT)
    line, column = view.table.chosen()
    assert (line.reference, column) == ("1.5", ITEMS.index("provision") + 1)
    head = view.table.coverage.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert head == "Om opplysningene må gis: mangler for 12 av 13 aktiviteter"
    window.document.undo()
    qtbot.waitUntil(lambda: view.detail._word.text() == "Mangler", timeout=WAIT)


def test_an_activity_that_nobody_decided_on_stays_in_sight(qtbot, view):
    one = by_reference(view.document, "2.2")
    view.document.set_value(one, "public", Answer.UNKNOWN)
    qtbot.waitUntil(lambda: view._covered.grid.undecided == (one,), timeout=WAIT)
    assert len(references(view)) == 13
    choose(view, "2.2", BASIS)
    assert view.detail._word.text() == "Ikke avgjort"
    assert view.detail.goal() == Finding("", "activity", one, "public")
    view.document.set_value(one, "public", Answer.NO)
    qtbot.waitUntil(lambda: view.legend.sentence.text() != "", timeout=WAIT)
    assert view.legend.sentence.text() == "1 aktivitet er holdt utenfor erklæringen."


def test_the_day_is_that_of_the_page(qtbot, window, view):
    choose(view, "1.6", TRANSFERS)
    before = view._covered
    opened(window).findings.set_day(date(2018, 7, 31))
    qtbot.waitUntil(lambda: view._covered is not before, timeout=WAIT)
    qtbot.waitUntil(window.tasks.is_idle, timeout=WAIT)
    assert len(references(view)) == 13


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_language_of_the_window(qtbot, window, view, language):
    choose(view, "1.3", STORAGE)
    window.set_language(language)
    qtbot.waitUntil(window.tasks.is_idle, timeout=WAIT)
    head = view.table.coverage.headerData(STORAGE, Qt.Orientation.Horizontal)
    assert head == {"nb": "Lagringstid", "nn": "Lagringstid", "en": "Storage"}[language]
    told = {"nb": "Lagringstid", "nn": "Lagringstid", "en": "Storage period"}[language]
    assert view.detail.title.text() == told
    assert nameless(view) == []


def test_where_there_is_room_for_one_pane_enter_opens_it_and_going_back_closes_it(qtbot, window, view):
    window.resize(683, 600)
    QApplication.processEvents()
    choose(view, "1.3", BASIS)
    assert not view.detail.isVisible()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert view.is_alone()
    assert view.detail.go.isVisible()
    assert view.leave_record()
    assert view.table.isVisible()


def test_a_register_without_public_activities_says_what_to_do(qtbot, tmp_path):
    made = creating.create_register(tmp_path / "new.ropa", "Prøve AS", "Kari", language="nb")
    window = open_window(qtbot, tmp_path, made)
    view = shown(qtbot, window)
    assert view.empty.accessibleName() == "Ingen aktiviteter er med i personvernerklæringen"
    assert view.detail.is_empty()
