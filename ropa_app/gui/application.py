"""Starts Qt: look, language, the window, and what happens when something goes wrong that nobody foresaw."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ropa_app.gui import collecting, qt_translator, singletons
from ropa_app.gui.main_window import MainWindow
from ropa_app.gui.settings import Settings
from ropa_app.gui.theme import Appearance, Theme
from ropa_app.i18n import DEFAULT, N_, Language, translator

UNFORESEEN: Final = N_("Something went wrong in the program: {what}. What was saved is safe.")
SWITCH_INTERVAL_S: Final = 0.0005
PICTURE_SIZE: Final = (1366, 768)
_log = logging.getLogger(__name__)


def run(path: Path | None, *, language: Language | None = None, settings: Settings | None = None) -> int:
    """Open the window on a file, on the last one, or on the welcome page; return the exit status."""
    chosen = settings or Settings()
    app = application()
    speech = language or chosen.language or DEFAULT
    qt_translator.install(app, speech)
    window = MainWindow(chosen, Theme(app, chosen.appearance), speech)
    _catch_the_unforeseen(window)
    window.show()
    last = path or next((one for one in chosen.recent_files[:1] if one.is_file()), None)
    QTimer.singleShot(0, window, lambda: _begin(window, last))
    return app.exec()


def _begin(window: MainWindow, path: Path | None) -> None:
    if path is None or not window.open_file(path):
        window.show_welcome()


def picture(
    path: Path,
    target: Path,
    *,
    language: Language = DEFAULT,
    appearance: Appearance = "light",
    size: tuple[int, int] = PICTURE_SIZE,
) -> int:
    """Draw the window with a register open into a PNG file; return the exit status."""
    app = application()
    qt_translator.install(app, language)
    window = MainWindow(Settings(target.with_suffix(".ini")), Theme(app, appearance), language)
    window.resize(*size)
    window.show()
    opened = window.open_file(path)
    for _ in range(20):
        app.processEvents()
    saved = opened and window.grab().save(str(target))
    window.close()
    target.with_suffix(".ini").unlink(missing_ok=True)
    return 0 if saved else 1


def application() -> QApplication:
    """Return the application, made and set up where there is none yet."""
    singletons.protect()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([sys.argv[0] if sys.argv else "ropa"])
    collecting.keep_to_this_thread(app)
    app.setApplicationName("ropa")
    app.setDesktopFileName("ropa")
    return app


def _catch_the_unforeseen(window: MainWindow) -> None:
    """Log an exception nobody caught and tell it in one sentence: a traceback helps nobody on the screen."""

    def caught(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        _log.critical("not foreseen", exc_info=(kind, problem, trace))
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        what = f"{kind.__name__}: {problem}".splitlines()[0][:200]
        window.show_message("error", translator(window.t.language)(UNFORESEEN, what=what))

    sys.excepthook = caught
