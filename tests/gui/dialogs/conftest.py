"""Dialogs are tried on a real register, in the look and with the worker they have in the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ropa_app.gui import theme
from ropa_app.gui.document import RegisterDocument, create_example
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.settings import Settings
from ropa_app.gui.tasks import Tasks
from ropa_app.i18n import translator

HERE = Path(__file__).parent
AUTHOR = "Kari Nordmann"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say of every dialog that opens what it cannot do with it."""
    cannot = pytest.mark.qt_log_ignore(
        r"This plugin does not support (raise\(\)|grabbing the (keyboard|mouse))", extend=True
    )
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(cannot)


@pytest.fixture(autouse=True)
def look(qapp) -> Iterator[theme.Theme]:
    made = theme.Theme(qapp, "light")
    yield made
    made.set_appearance("light")
    made.deleteLater()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "choices.ini")
    made.author = AUTHOR
    made.last_folder = tmp_path
    return made


@pytest.fixture
def document(tmp_path: Path) -> Iterator[RegisterDocument]:
    path = create_example(tmp_path / "velux.ropa", AUTHOR)
    opened = RegisterDocument.open(path, AUTHOR, translator("nb"))
    yield opened
    opened.close()


@pytest.fixture
def context(document: RegisterDocument, settings: Settings) -> Iterator[PageContext]:
    tasks = Tasks()
    yield PageContext(document, tasks, settings)
    tasks.shut_down()


@pytest.fixture
def answer(qtbot) -> Callable[[Callable[[QDialog], object]], None]:
    """Do something with the next modal dialog as soon as it is open."""

    def plan(act: Callable[[QDialog], object]) -> None:
        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog):
                act(dialog)
            else:
                QTimer.singleShot(10, look)

        QTimer.singleShot(0, look)

    return plan


class Teller(QWidget):
    """A window that keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[tuple[str, Path]] = []
        self.messages: list[tuple[str, str]] = []
        self.records: list[str] = []

    def show_done(self, text: str, path: Path) -> None:
        self.done.append((text, path))

    def show_message(self, kind: str, text: str) -> None:
        self.messages.append((kind, text))

    def show_record(self, record: str) -> bool:
        self.records.append(record)
        return True


@pytest.fixture
def teller(qtbot) -> Teller:
    window = Teller()
    qtbot.addWidget(window)
    return window
