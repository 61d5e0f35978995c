"""The page of the checks: its views, the day they share, and what it hands on to the one shown."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ropa_app.gui.pages.check_views import VIEWS
from ropa_app.i18n import LANGUAGES
from tests.gui.accessible import nameless
from tests.gui.window import example, open_window, opened

WAIT = 30_000


@pytest.fixture
def window(qtbot, tmp_path):
    made = open_window(qtbot, tmp_path, example(tmp_path))
    qtbot.waitUntil(lambda: opened(made).findings.is_known, timeout=WAIT)
    qtbot.waitUntil(made.tasks.is_idle, timeout=WAIT)
    made.workspace.go_to_page("checks")
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def page(window):
    return window.workspace.page()


def test_the_findings_are_shown_first(page):
    assert page.choice.current() == "findings"
    assert page.view().tree.isVisible()
    assert page.panes() == page.view().panes()
    page.focus_search()
    assert page.view().search.hasFocus()


@pytest.mark.parametrize("key", VIEWS)
def test_every_view_is_reached_and_named_in_three_languages(window, page, key):
    for language in LANGUAGES:
        window.set_language(language)
        page.show_view(key)
        QApplication.processEvents()
        assert page.view().isVisible()
        assert nameless(page) == []


def test_another_day_gives_other_findings(qtbot, page):
    findings = page.document.findings
    before = findings.total()
    page.day.setFocus()
    page.day.set_value(date(2018, 7, 31))
    page.day.committed.emit(date(2018, 7, 31))
    qtbot.waitUntil(lambda: findings.day == date(2018, 7, 31), timeout=WAIT)
    assert findings.total() != before
    assert page.day.value() == date(2018, 7, 31)
    assert f"Alle {findings.total().open}" in page.view().filters.texts()


def test_a_view_out_of_sight_catches_up_when_it_is_shown(qtbot, window, page):
    before = page.document.findings.total()
    window.workspace.show_page("activities")
    organisation = page.document.records.one("organisation")
    opened(window).set_value(organisation.id, "org_number", "974760673")
    qtbot.waitUntil(lambda: page.document.findings.total() != before, timeout=WAIT)
    assert f"Alle {before.open}" in page.view().filters.texts()
    window.workspace.show_page("checks")
    assert f"Alle {page.document.findings.total().open}" in page.view().filters.texts()


def test_very_narrow_the_choice_stands_below_the_title(window, page):
    assert page.choice.y() < page._title.geometry().bottom()
    window.resize(683, 384)
    QApplication.processEvents()
    assert page.choice.y() > page._title.geometry().bottom()
    window.resize(1366, 768)
    QApplication.processEvents()
    assert page.choice.y() < page._title.geometry().bottom()


def test_a_finding_explained_elsewhere_shows_the_findings(window, page):
    page.view().tree.setFocus()
    QTest.keyClick(page.view().tree, Qt.Key.Key_Home)
    one = page.document.findings.everything[-1].finding
    assert page.show_finding(one)
    assert page.choice.current() == "findings"
    assert page.view().detail.shown().finding == one
