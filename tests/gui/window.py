"""A real window on a real file, for the tests of pages and forms."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.gui import application, qt_translator
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.main_window import MainWindow
from ropa_app.gui.settings import Settings
from ropa_app.gui.theme import Theme
from ropa_app.i18n import Language
from ropa_app.services import creating

NOW = datetime(2026, 11, 22, 8, 52, tzinfo=UTC)


def example(folder: Path, name: str = "velux.ropa") -> Path:
    """Make the worked example."""
    return creating.create_example(folder / name, "Kari Nordmann", clock=lambda: NOW)


def settings(folder: Path) -> Settings:
    """Return settings of their own file, with a name for the history."""
    made = Settings(folder / "settings.ini")
    made.author = "Kari Nordmann"
    return made


def open_window(
    qtbot, folder: Path, path: Path | None = None, language: Language = "nb", *, read_only: bool = False
) -> MainWindow:
    """Open the window on a file and show it; the test closes it."""
    app = application.application()
    qt_translator.install(app, language)
    window = MainWindow(settings(folder), Theme(app, "light"), language)
    qtbot.addWidget(window, before_close_func=lambda one: one.close_register())
    window.resize(1366, 768)
    window.show()
    if path is not None:
        assert window.open_file(path, read_only=read_only)
        qtbot.waitUntil(window.tasks.is_idle)
    return window


def page_of(window: MainWindow) -> Any:
    """Return the page that is shown."""
    assert window.workspace is not None
    return window.workspace.page()


def opened(window: MainWindow) -> RegisterDocument:
    """Return the open register."""
    assert window.document is not None
    return window.document


def editor(window: QWidget, name: str):
    """Return the one visible editor of a field, such as `purpose.text`."""
    found = [one for one in window.findChildren(QWidget, name) if one.isVisible()]
    assert len(found) == 1, (name, len(found))
    return found[0]


def by_reference(document: RegisterDocument, reference: str) -> RecordId:
    """Return the activity of a number."""
    return next(one.id for one in document.records.of_kind("activity") if one.reference == reference)


def added(document: RegisterDocument, kind: str, owner: RecordId | None = None, **values: Any) -> RecordId:
    """Add a record as the window does, and return its id."""
    made = document.add(kind, owner, **values)
    assert made is not None
    return made


def stored(path: Path, record: RecordId) -> Record | None:
    """Read a record from the file on disk, through a connection of its own."""
    register = creating.open_register(path, "another", read_only=True)
    try:
        return register.records.get(record)
    finally:
        register.close()


def type_into(widget: QWidget, text: str) -> None:
    """Put a text into an editor as if it were typed and left."""
    widget.setFocus()
    if hasattr(widget, "setPlainText"):
        widget.setPlainText(text)
    else:
        widget.setText(text)
    assert widget.commit_pending()
    QApplication.processEvents()
