from __future__ import annotations

import threading
import time
from pathlib import Path

from ropa_app.gui.giving_way import LONGEST_WAIT_S, GivingWay
from ropa_app.services import creating


def waited(way: GivingWay) -> float:
    """Return how long a worker is held up."""
    found: list[float] = []

    def work() -> None:
        start = time.monotonic()
        way.wait()
        found.append(time.monotonic() - start)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    return found[0]


def test_a_worker_waits_while_the_window_is_at_it() -> None:
    way = GivingWay()
    assert waited(way) < LONGEST_WAIT_S
    way.hold()
    begun = time.monotonic()
    way.wait()
    here = time.monotonic() - begun
    way.hold()
    assert waited(way) > here


def test_a_worker_that_is_held_up_all_the_time_goes_on_in_the_end() -> None:
    way = GivingWay()
    stop = threading.Event()

    def type_on() -> None:
        while not stop.is_set():
            way.hold()
            time.sleep(0.01)

    typist = threading.Thread(target=type_on)
    typist.start()
    try:
        assert waited(way) >= LONGEST_WAIT_S
    finally:
        stop.set()
        typist.join()


def test_each_query_of_a_copy_asks_first(tmp_path: Path) -> None:
    register = creating.open_register(creating.create_example(tmp_path / "a.ropa", "Kari"), "Kari")
    asked: list[bool] = []
    with register.file.snapshot(lambda: asked.append(True)) as snapshot:
        snapshot.reader.of_kind("activity")
        first = len(asked)
        snapshot.reader.of_kind("activity")
    register.close()
    assert 0 < first < len(asked)
