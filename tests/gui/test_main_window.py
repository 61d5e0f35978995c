"""The window as a whole: an edit, its undo, the file on disk; opening, closing, languages, read-only."""

from __future__ import annotations

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from ropa_app.gui.dialogs.export_dialog import ExportDialog
from ropa_app.gui.forms.card_stack import CardStack
from tests.gui.accessible import nameless
from tests.gui.window import by_reference, editor, example, open_window, opened, page_of, stored, type_into


def _open_purpose(window, reference="1.3", number=0):
    document = opened(window)
    assert window.show_record(by_reference(document, reference))
    form = page_of(window).editor.form()
    stack = next(one for one in form.findChildren(CardStack) if one.part.kind == "purpose")
    card = stack.cards()[number]
    card.open()
    return card.record


def test_a_purpose_is_changed_undone_and_redone_and_the_file_follows(qtbot, tmp_path):
    path = example(tmp_path)
    window = open_window(qtbot, tmp_path, path)
    purpose = _open_purpose(window)
    area = editor(window, "purpose.text")
    type_into(area, "Svare på spørsmål fra kundene")
    assert stored(path, purpose.id).text.nb == "Svare på spørsmål fra kundene"
    assert stored(path, purpose.id).text.nn == purpose.text.nn
    assert "1.3/P1" in window.window_actions["undo"].text()

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(path, purpose.id) == purpose
    assert area.text() == purpose.text.nb
    assert not window.window_actions["undo"].isEnabled()

    window.window_actions["redo"].trigger()
    assert stored(path, purpose.id).text.nb == "Svare på spørsmål fra kundene"


def test_half_typed_text_is_saved_when_another_record_is_shown(qtbot, tmp_path):
    path = example(tmp_path)
    window = open_window(qtbot, tmp_path, path)
    document = opened(window)
    first = by_reference(document, "1.1")
    assert window.show_record(first)
    line = editor(window, "activity.owner")
    line.setText("Salgssjefen")
    page = page_of(window)
    page.list.table.selectRow(page.list.table.records.row_of(by_reference(document, "1.2")))
    assert stored(path, first).owner == "Salgssjefen"
    assert page.current_record() == by_reference(document, "1.2")


def test_a_value_that_is_refused_stays_as_typed_and_keeps_the_record(qtbot, tmp_path):
    path = example(tmp_path)
    window = open_window(qtbot, tmp_path, path)
    document = opened(window)
    first = by_reference(document, "1.1")
    assert window.show_record(first)
    line = editor(window, "activity.reference")
    line.setFocus()
    line.setText("1.2")
    assert not page_of(window).commit_pending()
    assert line.text() == "1.2"
    assert line.is_pending()
    assert not window.show_record(by_reference(document, "1.4"))
    assert page_of(window).current_record() == first
    line.revert()
    assert stored(path, first).reference == "1.1"


def test_the_second_opener_can_read_but_not_change(qtbot, tmp_path):
    path = example(tmp_path)
    first = open_window(qtbot, tmp_path, path)
    second = open_window(qtbot, tmp_path, path)
    assert not opened(first).read_only
    assert opened(second).read_only
    assert second.workspace.read_only_strip.isVisible()
    assert "Kari" in second.workspace.read_only_strip.text()
    assert second.show_record(by_reference(opened(second), "1.1"))
    assert editor(second, "activity.reference").isReadOnly()
    assert not second.window_actions["new_record"].isEnabled()


def test_the_language_is_switched_while_the_window_is_open(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    assert window.windowTitle() == "VELUX Norge AS – Behandlingsprotokoll"
    window.set_language("nn")
    assert window.status.text() == "Alle endringar er lagra"
    window.set_language("en")
    assert window.status.text() == "All changes are saved"
    assert window.window_actions["open"].text() == "&Open …"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    window.set_language("nb")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Avbryt"
    assert window.settings.language == "nb"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_everything_that_takes_the_focus_has_a_name(qtbot, tmp_path, language):
    window = open_window(qtbot, tmp_path, example(tmp_path), language)
    window.show_message("warning", "Noe")
    assert nameless(window) == []
    window.files.close()
    assert nameless(window) == []


def test_the_layout_follows_the_width(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    page = page_of(window)
    assert not window.workspace.sidebar.is_rail()
    window.resize(911, 512)
    assert window.workspace.sidebar.is_rail()
    assert page.list.isVisible()
    assert page.editor.isVisible()
    window.resize(683, 384)
    assert window.width() == 683
    assert page.list.isVisible()
    assert not page.editor.isVisible()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert page.editor.isVisible()
    assert not page.list.isVisible()
    window.window_actions["back"].trigger()
    assert page.list.isVisible()
    window.resize(1366, 768)
    assert page.editor.isVisible()


def test_undo_shows_what_it_turned_back(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    document = opened(window)
    first, other = by_reference(document, "1.1"), by_reference(document, "1.5")
    window.show_record(first)
    type_into(editor(window, "activity.owner"), "Sjefen")
    window.show_record(other)
    window.undo()
    assert page_of(window).current_record() == first
    assert editor(window, "activity.owner").text() == ""


def test_the_forms_are_filled_in_another_language(qtbot, tmp_path):
    path = example(tmp_path)
    window = open_window(qtbot, tmp_path, path)
    activity = by_reference(opened(window), "1.3")
    window.show_record(activity)
    before = stored(path, activity).title
    window.menus.corner.switch.chosen.emit("en")
    title = editor(window, "activity.title")
    assert title.text() == before.en
    type_into(title, "Customers")
    assert stored(path, activity).title == before.with_("en", "Customers")
    assert window.settings.document_language == "en"


def test_a_file_that_is_replaced_underneath_is_noticed(qtbot, tmp_path):
    path = example(tmp_path)
    window = open_window(qtbot, tmp_path, path)
    window.files.look_after()
    assert not window.workspace.strip.isVisible()
    path.unlink()
    window.files.look_after()
    assert window.workspace.strip.isVisible()
    window.workspace.strip.close_message()
    window.files.look_after()
    assert not window.workspace.strip.isVisible()


def test_a_file_that_cannot_be_opened_leaves_the_open_one(qtbot, tmp_path):
    path = example(tmp_path)
    window = open_window(qtbot, tmp_path, path)
    broken = tmp_path / "broken.ropa"
    broken.write_bytes(b"not a register at all" * 40)
    assert not window.open_file(broken)
    assert opened(window).path == path
    assert "broken.ropa" in window.workspace.strip.text()


def test_the_history_is_checked_in_the_background(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    window.window_actions["verify"].trigger()
    qtbot.waitUntil(window.tasks.is_idle)
    assert "hel" in window.workspace.strip.text()


def test_panes_are_walked_with_a_key(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.workspace.sidebar.setFocus()
    window.window_actions["next_pane"].trigger()
    assert page_of(window).list.table.hasFocus()
    window.window_actions["next_pane"].trigger()
    assert page_of(window).editor.form().isAncestorOf(QApplication.focusWidget())
    window.window_actions["next_pane"].trigger()
    assert window.workspace.sidebar.hasFocus()


def test_closing_frees_the_file_and_shows_the_first_page(qtbot, tmp_path):
    path = example(tmp_path)
    window = open_window(qtbot, tmp_path, path)
    assert list(tmp_path.glob(".~lock*"))
    assert window.close_register()
    assert not list(tmp_path.glob(".~lock*"))
    assert window.document is None
    assert window.settings.recent_files == [path]


def test_the_activity_in_the_list_can_be_exported_alone(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    window.settings.last_folder = tmp_path
    assert window.show_record(by_reference(opened(window), "1.3"))
    offered: list[str] = []

    def export():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ExportDialog):
            QTimer.singleShot(10, export)
            return
        dialog.options.register.activities.choose("shown")
        offered.append(dialog.options.register.activities.currentText())
        dialog.export_button.click()

    QTimer.singleShot(0, export)
    window.export("register")
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.pdf"))), timeout=30_000)
    assert offered == ["Bare 1.3 Kunder og mulige kunder"]
    (path,) = tmp_path.glob("*utdrag*.pdf")
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "1 av 13" in text.replace("\u00a0", " ")
