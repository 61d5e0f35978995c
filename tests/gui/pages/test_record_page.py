"""The menu of a record: an assessment can be printed as an annex, other records cannot."""

from __future__ import annotations

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from ropa_app.gui.pages.editor_pane import ANNEX
from ropa_app.i18n import LANGUAGES, translator
from tests.gui.window import example, open_window, page_of


def _action(page, language):
    return next(one for one in page.editor.header.menu.actions() if one.text() == translator(language)(ANNEX))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_assessment_can_be_printed_and_a_consent_cannot(qtbot, tmp_path, language):
    window = open_window(qtbot, tmp_path, example(tmp_path), language)
    window.workspace.show_page("assessments")
    page = page_of(window)
    for kind, wanted in (("assessment", True), ("consent", False)):
        page.list.set_kind(kind)
        page.new_record()
        assert _action(page, language).isVisible() is wanted


def test_the_window_writes_the_assessment_that_is_shown(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    window.settings.last_folder = tmp_path
    window.workspace.show_page("assessments")
    page = page_of(window)
    page.list.set_kind("assessment")
    page.new_record()
    assert window.document.set_value(page.current_record(), "method", "dpia") == ""
    target = tmp_path / "vedlegg.pdf"

    def save():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            dialog.selectFile(str(target))
            dialog.accept()
        else:
            QTimer.singleShot(10, save)

    QTimer.singleShot(0, save)
    _action(page, "nb").trigger()
    qtbot.waitUntil(lambda: target.exists() and window.tasks.is_idle(), timeout=30_000)
    assert "V1 Vurdering av" in PdfReader(target).pages[0].extract_text()


def test_the_menu_of_the_register_offers_the_findings(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path)
    action = window.window_actions["export_findings"]
    assert action in window.menus.menu("register").actions()
    assert not action.isEnabled()
    assert window.open_file(example(tmp_path))
    assert action.isEnabled()
