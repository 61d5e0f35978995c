"""The versions page: what was approved, the steps in between, and the way to approve and export."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from ropa_app.domain.entities.reviews import Acceptance, Remark, Review
from ropa_app.domain.values import Text
from ropa_app.i18n import LANGUAGES
from tests.gui.accessible import nameless
from tests.gui.approving import approved
from tests.gui.window import by_reference, example, open_window, opened

WAIT = 30_000


@pytest.fixture
def window(qtbot, tmp_path):
    made = open_window(qtbot, tmp_path, example(tmp_path))
    assert made.workspace.show_page("versions")
    return made


@pytest.fixture
def page(window):
    return window.workspace.page()


def rows(table):
    model = table.steps
    return [tuple(model.index(row, column).data() for column in (0, 2, 3)) for row in range(model.rowCount())]


def titles(page):
    model = page.versions.rows
    return [model.index(row).data() for row in range(model.rowCount())]


def spoken(page):
    model = page.versions.rows
    return [model.data(model.index(row), 11) for row in range(model.rowCount())]  # AccessibleTextRole


def test_a_new_register_has_a_draft_and_a_history(page):
    assert titles(page) == ["Arbeidsutkast"]
    assert spoken(page) == ["Arbeidsutkast, Ingen versjon er godkjent ennå"]
    assert rows(page.steps) == [("1", "Kari Nordmann", "Lag eksempelprotokollen")]
    assert page.approve_button.isEnabled()


def test_an_approved_version_is_shown_with_its_facts(window, page):
    document = opened(window)
    assert approved(document, note="Første protokoll")
    assert titles(page) == ["Arbeidsutkast", "Versjon 1"]
    assert spoken(page)[0] == "Arbeidsutkast, Uendret siden versjon 1"
    assert not page.approve_button.isEnabled()
    version = document.records.of_kind("version")[0]
    assert page.show_record(version.id)
    QApplication.processEvents()  # lets what was just added be shown
    shown = [one.text() for one in page._facts.findChildren(type(page.check)) if one.isVisible()]
    assert "Henrik Lie" in shown
    assert "Første protokoll" in shown
    assert [row[0] for row in rows(page.steps)] == ["2", "1"]


def test_the_draft_shows_what_came_after(window, page):
    document = opened(window)
    assert approved(document)
    activity = by_reference(document, "1.3")
    assert document.set_value(activity, "owner", "Salgssjefen") == ""
    assert document.set_value(activity, "area", Text(nb="Salg")) == ""
    assert spoken(page)[0] == "Arbeidsutkast, 2 endringer etter versjon 1"
    assert [row[0] for row in rows(page.steps)] == ["4", "3"]
    assert "1.3" in rows(page.steps)[1][2]
    assert page.approve_button.isEnabled()


def test_a_long_history_is_read_as_one_scrolls(window, page):
    document = opened(window)
    activity = by_reference(document, "1.3")
    for number in range(450):
        document.set_value(activity, "owner", f"Leder {number}")
    model = page.steps.steps
    first = model.rowCount()
    assert 0 < first < 450
    while model.canFetchMore():
        model.fetchMore()
    numbers = [int(row[0]) for row in rows(page.steps)]
    assert numbers == list(range(451, 0, -1))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)


def test_the_history_is_checked_once(qtbot, page):
    qtbot.waitUntil(lambda: page.check.text() == "Historikken er kontrollert, ingen brudd.", timeout=WAIT)


def test_a_version_is_exported_and_approval_asked_for(qtbot, window, page):
    document = opened(window)
    approved(document)
    page.export_wanted.disconnect()
    page.approve_wanted.disconnect()
    page.show_record(document.records.of_kind("version")[0].id)
    with qtbot.waitSignal(page.export_wanted) as asked:
        page.export_button.click()
    assert asked.args == ["register:1"]
    document.set_value(by_reference(document, "1.3"), "owner", "Salgssjefen")
    with qtbot.waitSignal(page.approve_wanted):
        page.approve_button.click()


def test_reviews_are_shown_where_there_are_any(window, page):
    assert not page.reviews.isVisible()
    document = opened(window)
    document.add(Review.KIND, reviewer="Henrik Lie")
    document.add(Remark.KIND, author="Henrik Lie", text="Interessen må si hva dere gjør.")
    document.add(Acceptance.KIND, rule="R-RET-01", reason="Avklares i desember.")
    assert page.reviews.isVisible()
    QApplication.processEvents()  # lets what was just added be shown
    shown = [one.text() for one in page.reviews.findChildren(type(page.check)) if one.isVisible()]
    assert "Interessen må si hva dere gjør." in shown
    assert "Avklares i desember." in shown


def test_a_read_only_register_cannot_be_approved(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path), read_only=True)
    assert window.workspace.show_page("versions")
    assert not window.workspace.page().approve_button.isEnabled()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_a_name_in_every_language(qtbot, tmp_path, language):
    window = open_window(qtbot, tmp_path, example(tmp_path), language)
    assert window.workspace.show_page("versions")
    page = window.workspace.page()
    assert page is not None
    assert nameless(page) == []


def test_the_words_change_with_the_window(window, page):
    window.set_language("nn")
    assert page.steps.steps.headerData(2, page.steps.horizontalHeader().orientation()) == "Kven"
    assert titles(page) == ["Arbeidsutkast"]
    assert spoken(page) == ["Arbeidsutkast, Ingen versjon er godkjend enno"]


def test_a_narrow_window_leaves_the_numbers_out(page):
    page.set_narrow(True, single=True)
    assert page.steps.isColumnHidden(0)
    page.set_narrow(False)
    assert not page.steps.isColumnHidden(0)
