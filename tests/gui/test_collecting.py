"""Garbage is collected in the thread of the window only."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest

from ropa_app.gui import application, collecting


class Knot:
    """Something in a cycle, which only a collection lets go."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def _app(qapp):
    application.application()


def _allocate() -> None:
    kept = [[] for _ in range(4 * collecting.COLLECT_AFTER[0])]
    assert kept


def test_another_thread_that_allocates_collects_nothing():
    gone = weakref.ref(Knot())
    worker = threading.Thread(target=_allocate)
    worker.start()
    worker.join()
    assert gone() is not None
    gc.collect()
    assert gone() is None


def test_the_window_collects_what_is_due(qtbot):
    gc.collect()
    assert not collecting.collect_if_due()
    gone = weakref.ref(Knot())
    kept = [[] for _ in range(2 * collecting.COLLECT_AFTER[0])]
    qtbot.waitUntil(lambda: gone() is None, timeout=5_000)
    assert kept


def test_one_collector_is_enough(qapp):
    application.application()
    assert len(qapp.findChildren(collecting.Collector)) == 1
