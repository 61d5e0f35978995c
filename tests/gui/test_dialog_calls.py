"""Loading law data from the menu: the window shows what counts afterwards, without being opened again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.values import RecordId
from ropa_app.gui.dialogs.law_data_dialog import LawDataDialog
from ropa_app.gui.dialogs.law_load_dialog import LawLoadDialog
from tests.gui.window import open_window, opened
from tests.law_packs import without_denmark
from tests.registers import make

ACTIVITY = Activity(id=RecordId("a"), reference="1.1", status="active")
PARTY = Party(id=RecordId("g"), name="Tivoli A/S")
PLACE = Place(id=RecordId("s"), position=1, party=PARTY.id, role="own", country="DK")
RECIPIENT = Recipient(id=RecordId("m"), position=1, activity=ACTIVITY.id, party=PARTY.id)


def when(kind: type[QDialog], act: Callable[[QDialog], object]) -> None:
    """Do something with a modal dialog as soon as it is open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def test_loading_from_the_menu_shows_at_once(qtbot, tmp_path):
    path = tmp_path / "a.ropa"
    make(path, ACTIVITY, PARTY, PLACE, RECIPIENT).close()
    pack = without_denmark(tmp_path / "pack.zip")
    window = open_window(qtbot, tmp_path, path)
    window.show_page("transfers")

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(pack.parent))
        dialog.selectFile(pack.name)
        dialog.accept()

    def load(dialog: QDialog) -> None:
        assert isinstance(dialog, LawDataDialog)
        when(QFileDialog, choose)
        when(LawLoadDialog, accept)
        QTimer.singleShot(0, dialog.load_button.click)

    def accept(dialog: QDialog) -> None:
        assert isinstance(dialog, LawLoadDialog)
        QTimer.singleShot(0, lambda: when(LawDataDialog, lambda shown: shown.reject()))
        dialog.accept_button.click()

    when(LawDataDialog, load)
    action = window.window_actions["law_data"]
    assert action.isEnabled()
    action.trigger()
    assert opened(window).law.pack.verified.isoformat() == "2026-11-23"
    assert "Regelverk per 23.11.2026" in [label.text() for label in window.status.findChildren(QLabel)]
    qtbot.waitUntil(lambda: len(window.workspace.page().context.transfers.rows or []) == 1)
    assert not window.window_actions["undo"].isEnabled()


def test_without_a_register_there_is_nothing_to_show(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path)
    window.show_welcome()
    assert not window.window_actions["law_data"].isEnabled()
