"""Every page of a register with hundreds of activities opens in three languages without a warning of Qt."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication

from ropa_app.gui.main_window import MainWindow
from ropa_app.gui.pages.page_texts import LISTED, PAGE_TEXTS
from ropa_app.gui.pages.record_page import RecordPage
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.services import creating
from tests.gui.window import open_window, opened

ACTIVITIES = 300


@pytest.fixture(name="many", scope="module")
def _many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("many") / "many.ropa"
    creating.create_synthetic(path, "Kari Nordmann", ACTIVITIES, 7)
    return path


def show_some(page: RecordPage, kind: str) -> int:
    """List a kind and go to its first, a middle and its last record; return how many are listed."""
    page.list.set_kind(kind)
    table = page.list.table
    rows = table.records.rowCount()
    for row in sorted({0, rows // 2, rows - 1} & set(range(rows))):
        table.selectRow(row)
        QApplication.processEvents()
        assert page.current_record() == table.records.record_at(row)
        assert table.records.data(table.records.index(row, 0, QModelIndex()))
    return rows


def listed(qtbot, window: MainWindow, key: str) -> dict[str, int]:
    """Show a page and some of what it lists; return how many records of each kind there are."""
    assert window.workspace is not None
    window.show_page(key)
    qtbot.waitUntil(window.tasks.is_idle, timeout=60_000)
    page = window.workspace.page()
    assert page is window.workspace.pages()[key]
    found: dict[str, int] = {}
    if isinstance(page, RecordPage):
        for kind in LISTED[key]:
            found[kind] = show_some(page, kind)
            qtbot.waitUntil(window.tasks.is_idle, timeout=60_000)
    window.grab()
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_opens_without_a_warning(qtbot, tmp_path, many: Path, language: Language) -> None:
    window = open_window(qtbot, tmp_path, many, language, read_only=True)
    counts = opened(window).records.counts()
    for key in PAGE_TEXTS:
        for kind, rows in listed(qtbot, window, key).items():
            assert rows == counts.get(kind, rows), (key, kind)
    assert counts["activity"] == ACTIVITIES
