"""The dialog of the law data: what it tells, and loading newer ones from it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from ropa_app.gui.dialogs.law_data_dialog import LawDataDialog
from ropa_app.gui.dialogs.law_load_dialog import LawLoadDialog
from ropa_app.legal import shipped
from tests.law_packs import pack_file, without_denmark


@pytest.fixture
def dialog(qtbot, context):
    made = LawDataDialog(context)
    qtbot.addWidget(made)
    made.show()
    return made


def texts(rows) -> list[str]:
    return [rows.item(number).text() for number in range(rows.count())]


def choosing(answer, path) -> None:
    """Answer the dialog of the system with a file."""

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(path.parent))
        dialog.selectFile(path.name)
        dialog.accept()

    answer(choose)


def test_it_tells_the_tables_and_how_many_rows_are_to_be_confirmed(dialog):
    assert texts(dialog.tables)[0] == "Medlemmer av EØS (40)"
    assert "Sikkerhetstiltak (57, 50 skal bekreftes)" in texts(dialog.tables)
    dialog.tables.setCurrentRow(texts(dialog.tables).index("Sikkerhetstiltak (57, 50 skal bekreftes)"))
    assert dialog.rows.rowCount() == 57
    dialog.only_unconfirmed.click()
    assert dialog.rows.rowCount() == 50


def test_a_chosen_row_shows_its_sources_by_title(dialog):
    dialog.view.selectRow(0)
    shown = texts(dialog.sources)
    assert shown
    assert any(source.title in shown[0] for source in shipped().sources.values())


def test_a_newer_pack_is_compared_and_loaded(qtbot, dialog, context, answer, tmp_path):
    choosing(answer, without_denmark(tmp_path / "pack.zip"))
    asked: list[str] = []

    def accept(shown: QDialog) -> None:
        assert isinstance(shown, LawLoadDialog)
        asked.extend(texts(shown.differences))
        shown.accept_button.click()

    dialog.load_button.click()
    answer(accept)
    qtbot.waitUntil(lambda: dialog.is_renewed)
    assert any(line.startswith("Danmark (endret") for line in asked)
    assert context.document.law.pack.verified.isoformat() == "2026-11-23"
    assert context.document.state.verify().in_order
    dialog.reject()


def test_a_pack_that_was_only_looked_at_is_not_loaded(qtbot, dialog, context, answer, tmp_path):
    choosing(answer, without_denmark(tmp_path / "pack.zip"))
    seen: list[QDialog] = []

    def look(shown: QDialog) -> None:
        seen.append(shown)
        shown.reject()

    dialog.load_button.click()
    answer(look)
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.waitUntil(dialog.load_button.isEnabled)
    assert not dialog.is_renewed
    assert context.document.law is shipped()


def test_an_older_pack_is_refused_in_the_dialog(qtbot, dialog, answer, tmp_path):
    choosing(answer, pack_file(tmp_path / "old.zip", "2026-01-01"))
    dialog.load_button.click()
    qtbot.waitUntil(lambda: dialog.problem.text().startswith("Dette regelverket ble kontrollert 01.01.2026."))
    assert dialog.load_button.isEnabled()
