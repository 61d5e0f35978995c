"""What newer law data change is told before they are loaded; a register that is only read keeps its own."""

from __future__ import annotations

from ropa_app.gui.dialogs.law_load_dialog import LawLoadDialog
from ropa_app.gui.document import RegisterDocument
from ropa_app.i18n import translator
from tests.gui.law import compared


def test_it_tells_the_days_and_the_difference(qtbot, document, tmp_path):
    dialog = LawLoadDialog(document, compared(document, tmp_path))
    qtbot.addWidget(dialog)
    lines = [dialog.differences.item(row).text() for row in range(dialog.differences.count())]
    assert lines[0] == "Medlemmer av EØS (1)"
    assert lines[1].startswith("Danmark (endret, fra 01.01.1994 til 01.11.2026")
    assert dialog.fault() == ""


def test_a_register_that_is_only_read_cannot_take_them(qtbot, document, tmp_path):
    reading = RegisterDocument.open(document.path, "Ola", translator("nb"), read_only=True)
    dialog = LawLoadDialog(reading, compared(reading, tmp_path))
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    assert dialog.fault() == reading.read_only_text() != ""
    reading.close()
