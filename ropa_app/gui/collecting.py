"""Collecting cyclic garbage in the thread of the window, and in no other.

Python collects in whichever thread happens to allocate. The worker allocates most, and a widget in a cycle
that the worker's collection lets go is destroyed outside the thread it lives in, which ends the program some
time later. So the automatic collection is off as long as there is a window, and a timer takes its place.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

#: Records hold no cycles; looking for some among a million of them stops the window for a tenth of a second.
COLLECT_AFTER: Final = (50_000, 50, 1_000)
_LOOK_EVERY_MS: Final = 1_000


def collect_if_due() -> bool:
    """Collect the oldest generation that has grown past its limit; return whether there was one."""
    counts = gc.get_count()
    for generation in reversed(range(len(COLLECT_AFTER))):
        if counts[generation] > COLLECT_AFTER[generation]:
            gc.collect(generation)
            return True
    return False


class Collector(QObject):
    """Collects now and then as long as the application lives."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._timer: Final = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(collect_if_due)
        self._timer.start()


def keep_to_this_thread(app: QApplication) -> None:
    """Let garbage be collected in the thread that calls, which is that of the window."""
    gc.disable()
    if app.findChild(Collector) is None:
        Collector(app)
