"""A window on the example, and what the tests of forms ask of it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ropa_app.domain.values import RecordId
from tests.gui.window import by_reference, example, open_window, opened, page_of, stored


class Desk:
    """A window on the example in bokmål, and the file under it."""

    def __init__(self, qtbot, folder) -> None:
        self.path = example(folder)
        self.window = open_window(qtbot, folder, self.path)
        self._qtbot = qtbot
        self.activate()
        self.document = opened(self.window)

    def activate(self) -> None:
        """Let the window have the focus, whatever window was closed meanwhile."""
        QApplication.processEvents()
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    def show(self, record: RecordId):
        """Show a record and return its form."""
        self.window.workspace.show_record(record)
        self.activate()
        return self.form()

    def form(self):
        """Return the form that is shown."""
        return page_of(self.window).editor.form()

    def shown(self) -> RecordId:
        """Return the record that is shown."""
        return page_of(self.window).editor.record()

    def activity(self, reference: str) -> RecordId:
        """Return an activity by its number."""
        return by_reference(self.document, reference)

    def first(self, kind: str, owner: RecordId | None = None):
        """Return the first record of a kind, or of those an owner owns."""
        records = self.document.records
        pool = records.owned(owner) if owner else records.of_kind(kind)
        return next(one for one in pool if kind == one.KIND)

    def on_disk(self, record: RecordId):
        """Return a record as the file has it, read through another connection."""
        return stored(self.path, record)

    def child(self, name: str):
        """Return the one visible widget of a name in the form."""
        found = [one for one in self.form().findChildren(object, name) if one.isVisible()]
        assert len(found) == 1, (name, len(found))
        return found[0]

    def press_undo(self) -> None:
        """Undo as the menu does."""
        assert self.document.undo()
        QApplication.processEvents()


@pytest.fixture
def desk(qtbot, tmp_path) -> Desk:
    return Desk(qtbot, tmp_path)
