"""The first page: the ways to a register, and the files opened last."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel

from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.pages.welcome_page import WelcomePage
from ropa_app.i18n import LANGUAGES, translator
from ropa_app.storage.lock_file import lock_path
from tests.gui.accessible import nameless
from tests.gui.window import example, open_window, settings


@pytest.fixture
def kept(tmp_path):
    made = settings(tmp_path)
    made.remember_file(tmp_path / "gone.ropa")
    made.remember_file(example(tmp_path))
    return made


@pytest.fixture
def page(qtbot, kept):
    made = WelcomePage(translator("nb"), kept)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    return made


def spoken(page):
    files = page.recent.files
    return [files.data(files.index(row), 11) for row in range(files.rowCount())]  # AccessibleTextRole


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("new_button", "new_wanted"),
        ("open_button", "open_wanted"),
        ("example_button", "example_wanted"),
    ],
)
def test_every_way_asks(qtbot, page, button, signal):
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.keyClick(getattr(page, button), Qt.Key.Key_Space)


def test_the_files_tell_their_state(page, kept):
    assert spoken(page)[0].startswith("velux, ")
    assert spoken(page)[1].endswith("Finner ikke filen")
    QAbstractItemModelTester(page.recent.files, QAbstractItemModelTester.FailureReportingMode.Fatal, page)


def test_a_file_that_another_has_open_says_who(page, tmp_path):
    lock_path(tmp_path / "velux.ropa").write_text(
        '{"user": "Henrik Lie", "host": "annen-maskin", "pid": 7, "since": "", "program": "", "birth": "",'
        ' "token": "abc"}',
        "utf-8",
    )
    page.refresh()
    assert "Åpen hos Henrik Lie" in spoken(page)[0]


def test_ones_own_lock_is_no_obstacle(page, tmp_path):
    opened = RegisterDocument.open(tmp_path / "velux.ropa", "Kari", translator("nb"))
    page.refresh()
    assert "Åpen" not in spoken(page)[0]
    opened.close()


def test_a_click_and_enter_open_a_file(qtbot, page, tmp_path):
    with qtbot.waitSignal(page.file_wanted) as asked:
        box = page.recent.visualRect(page.recent.files.index(0))
        qtbot.mouseClick(page.recent.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert asked.args == [tmp_path / "velux.ropa"]
    with qtbot.waitSignal(page.file_wanted):
        qtbot.keyClick(page.recent, Qt.Key.Key_Return)


def test_files_are_taken_off_the_list(qtbot, page, kept, tmp_path):
    page.recent.setCurrentIndex(page.recent.files.index(1))
    qtbot.keyClick(page.recent, Qt.Key.Key_Delete)
    assert kept.recent_files == [tmp_path / "velux.ropa"]
    page.clear_button.click()
    assert kept.recent_files == []
    assert not page.recent.isVisible()
    assert not page.clear_button.isVisible()


def test_a_narrow_window_puts_the_columns_below_each_other(page):
    wide = page.recent.mapTo(page, page.recent.rect().topLeft())
    page.resize(700, 900)
    QApplication.processEvents()
    narrow = page.recent.mapTo(page, page.recent.rect().topLeft())
    assert wide.x() > page.new_button.width()
    assert narrow.y() > page.example_button.mapTo(page, page.example_button.rect().bottomLeft()).y()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_words(qtbot, kept, language):
    page = WelcomePage(translator("nb"), kept)
    qtbot.addWidget(page)
    page.show()
    before = {label.text() for label in page.findChildren(QLabel)}
    page.retranslate(translator(language))
    assert nameless(page) == []
    after = {label.text() for label in page.findChildren(QLabel)}
    assert (before == after) == (language == "nb")


def test_the_window_follows_its_wishes(qtbot, tmp_path):
    path = example(tmp_path)
    window = open_window(qtbot, tmp_path)
    window.settings.remember_file(path)
    window.show_welcome()
    page = window.findChild(WelcomePage)
    page.language.chosen.emit("nn")
    assert window.t.language == "nn"
    page.recent.opened.emit(path)
    assert window.document is not None
    assert window.document.path == path
