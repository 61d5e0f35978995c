"""The worker gives way: while the window answers the user, the worker waits at its next step.

Window and worker share one interpreter. Without this, an edit beside a long export takes twice its time.
"""

from __future__ import annotations

import threading
import time
from typing import Final

#: How long after something the user did the window is taken to be still at it: longer than an edit takes.
STILL_BUSY_S: Final = 0.06
#: A user who types without pause must not keep a job from its end.
LONGEST_WAIT_S: Final = 1.0
_NAP_S: Final = 0.004


class GivingWay:
    """What the window holds up and the worker looks at."""

    def __init__(self) -> None:
        self._busy_until = 0.0

    def hold(self) -> None:
        """Say that the window begins to answer the user."""
        self._busy_until = time.monotonic() + STILL_BUSY_S

    def wait(self) -> None:
        """Wait until the window is done; the thread of the window itself never waits."""
        if time.monotonic() >= self._busy_until or threading.current_thread() is threading.main_thread():
            return
        patience = time.monotonic() + LONGEST_WAIT_S
        while time.monotonic() < min(self._busy_until, patience):
            time.sleep(_NAP_S)


WAY: Final = GivingWay()
"""The one of this process: it has one window and one worker."""
