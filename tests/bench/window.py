"""Measure the window on a register: open, search, show, edit, undo; alone and beside an export; as JSON."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from itertools import chain, cycle
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from ropa_app.gui import application, qt_translator
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.jobs import RegisterOrder, export_job
from ropa_app.gui.main_window import MainWindow
from ropa_app.gui.pages.record_page import RecordPage
from ropa_app.gui.settings import Settings
from ropa_app.gui.theme import Theme

REPEATS: Final = 17
SIZE: Final = (1366, 768)
WORD: Final = "kunde nyhetsbrev"
#: A user thinks between two steps; a worker that gave way is back at work by then.
THINKS_S: Final = 0.12
#: What an edit leaves for later is done within this time.
SETTLED_S: Final = 1.2


class WindowBench:
    """A real window on a register, and what a user does in it, each step up to the painted window."""

    def __init__(self, path: Path) -> None:
        self.path: Final = path
        app = application.application()
        qt_translator.install(app, "nb")
        settings = Settings(path.with_suffix(".ini"))
        settings.author = "bench"
        start = time.perf_counter()
        self.window: Final = MainWindow(settings, Theme(app, "light"), "nb")
        self.window.resize(*SIZE)
        self.window.show()
        assert self.window.open_file(path)
        until(lambda: self.page().list.table.records.rowCount() > 0)
        self.paint()
        self.opened_ms: Final = (time.perf_counter() - start) * 1000
        until(self.window.tasks.is_idle)
        self._is_exporting = False
        self._numbers = iter(range(1_000_000))

    def page(self) -> RecordPage:
        """Return the page of activities."""
        workspace = self.window.workspace
        assert workspace is not None
        page = workspace.page()
        assert isinstance(page, RecordPage)
        return page

    def document(self) -> RegisterDocument:
        """Return the open register."""
        assert self.window.document is not None
        return self.window.document

    def paint(self) -> None:
        """Let the window do what waits, and draw what changed now instead of at the next tick."""
        QApplication.processEvents()
        QCoreApplication.sendEvent(self.window, QEvent(QEvent.Type.UpdateRequest))

    def median(self, work: Callable[[], Any]) -> float:
        """Return the median milliseconds of a step and of the painting after it."""
        found = []
        for _ in range(REPEATS):
            time.sleep(THINKS_S)
            start = time.perf_counter()
            work()
            self.paint()
            found.append((time.perf_counter() - start) * 1000)
        return statistics.median(found)

    # Steps

    def search(self) -> Callable[[], None]:
        """Return a keystroke in the search: the word grows and shrinks letter by letter."""
        lengths = cycle(chain(range(1, len(WORD) + 1), range(len(WORD) - 1, 0, -1)))
        return lambda: self.page().list.search.setText(WORD[: next(lengths)])

    def show(self) -> Callable[[], None]:
        """Return the step that selects another row, far from the one before."""
        table = self.page().list.table
        rows = cycle([place * 7919 % table.records.rowCount() for place in range(1, 101)])
        return lambda: table.selectRow(next(rows))

    def edit(self, field: str) -> Callable[[], None]:
        """Return the step that types another text into a field of the activity and leaves it."""
        line = next(one for one in self.page().findChildren(QWidget, field) if one.isVisible())

        def commit() -> None:
            line.setText(f"Kunder {next(self._numbers)}")
            assert line.commit_pending()

        return commit

    def longest_pause(self) -> float:
        """Return the longest time the window stood still in a while after an edit, the edit left out."""
        edit, longest = self.edit("activity.title"), 0.0
        for _ in range(3):
            edit()
            last = end = time.perf_counter()
            end += SETTLED_S
            while last < end:
                self.paint()
                now = time.perf_counter()
                longest, last = max(longest, now - last), now
        return longest * 1000

    def steps(self, where: str) -> dict[str, float]:
        """Measure all steps; `where` ends their names."""
        page, found = self.page(), {}
        found[f"key in search{where} (ms)"] = self.median(self.search())
        page.list.search.clear()
        self.paint()
        found[f"show a record{where} (ms)"] = self.median(self.show())
        page.list.table.selectRow(0)
        self.paint()
        found[f"edit the owner{where} (ms)"] = self.median(self.edit("activity.owner"))
        found[f"edit the title{where} (ms)"] = self.median(self.edit("activity.title"))
        found[f"undo{where} (ms)"] = self.median(self.window.undo)
        return found

    # The export

    def start_export(self) -> None:
        """Draw the register in the worker, again and again until the end."""
        self._is_exporting = True
        document, target = self.document(), self.path.with_suffix(".window.pdf")
        job = export_job(document.snapshot(), RegisterOrder("nb"), target, document.law)
        again = lambda _written: self.start_export() if self._is_exporting else None  # noqa: E731
        self.window.tasks.start("export", job, again)

    def stop_export(self) -> None:
        """End the export."""
        self._is_exporting = False
        self.window.tasks.cancel_all()
        until(self.window.tasks.is_idle)


def until(look: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    while not look():
        QApplication.processEvents()
        time.sleep(0.001)


def main(path: Path) -> dict[str, float]:
    """Return milliseconds by name."""
    bench = WindowBench(path)
    figures = {"window: open (ms)": bench.opened_ms}
    figures |= bench.steps("")
    figures["longest pause after (ms)"] = bench.longest_pause()
    bench.start_export()
    figures |= bench.steps(", export")
    bench.stop_export()
    bench.window.close()
    return {name if name.startswith("window") else f"window: {name}": one for name, one in figures.items()}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
