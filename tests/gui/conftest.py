"""What holds for every test with widgets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def _deleted_widgets_are_gone() -> Iterator[None]:
    """Delete after each test what was only marked for it: outside an event loop Qt never would."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
