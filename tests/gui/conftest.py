"""What holds for every test with widgets."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from ropa_app.gui import collecting


@pytest.fixture(autouse=True)
def _no_other_thread_collects() -> Iterator[None]:
    """Collect garbage between tests, in this thread, as the window does: no worker lets go of a widget."""
    gc.disable()
    yield
    collecting.collect_if_due()
    gc.enable()


@pytest.fixture(autouse=True)
def _deleted_widgets_are_gone() -> Iterator[None]:
    """Delete after each test what was only marked for it: outside an event loop Qt never would."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
