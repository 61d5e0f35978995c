"""Measure one size: makes a register, then opens, lists, searches and edits it; prints JSON."""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.values import RecordId
from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.services import check_session, creating, exporting
from ropa_app.services.editing import set_value
from ropa_app.services.naming import Naming
from ropa_app.services.searching import haystacks, is_hit
from ropa_app.services.session import OpenRegister

REPEATS = 9


def main(size: int, path: Path) -> dict[str, float]:
    """Return milliseconds and megabytes by name."""
    figures: dict[str, float] = {}
    figures["create (ms)"] = timed(lambda: creating.create_synthetic(path, "bench", size, 1))
    figures["open (ms)"] = median(lambda: creating.open_register(path, "bench").close())
    register = creating.open_register(path, "bench")
    purpose = next(one for one in register.records.of_kind("purpose") if isinstance(one, Purpose))
    figures["read a record (ms)"] = median(lambda: register.records.owned(purpose.activity))
    figures["list (ms)"] = median(lambda: listed(register))
    figures |= searching(register)
    figures["edit (ms)"] = median(editing_of(register, purpose.id))
    figures["undo (ms)"] = median(register.undo)
    figures["snapshot (ms)"] = median(lambda: register.file.snapshot().close())
    figures["every rule, processor (ms)"] = checking(register)
    figures["edit beside export (ms)"] = beside_export(register, purpose.id, path)
    register.close()
    figures["file (MB)"] = path.stat().st_size / 1e6
    figures["peak memory (MB)"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def timed(work: Callable[[], Any]) -> float:
    """Return the milliseconds that one run takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def median(work: Callable[[], Any]) -> float:
    """Return the median milliseconds over some runs."""
    return statistics.median(timed(work) for _ in range(REPEATS))


def listed(register: OpenRegister) -> list[Any]:
    """Read what the list of activities shows."""
    return register.file.reader.values("activity", "reference", "title", "status")


def searching(register: OpenRegister) -> dict[str, float]:
    """Measure the first folding of the texts and a keystroke in search."""
    naming = Naming(register.records, shipped(), translator("nb"), "nb", register.main_language)
    texts: dict[RecordId, str] = {}
    first = timed(lambda: texts.update(haystacks(register.records, "activity", naming, lambda _a, _b: None)))
    words = ("kunde", "lev")
    found = median(lambda: [one for one, text in texts.items() if is_hit(words, text)])
    return {"fold for search (ms)": first, "search (ms)": found}


def checking(register: OpenRegister) -> float:
    """Return the median milliseconds of the processor for every rule over a copy of the register."""
    found = []
    for _ in range(3):
        with register.file.snapshot() as copy:
            start = time.process_time()
            check_session.run(copy, shipped(), register.today())
            found.append((time.process_time() - start) * 1000)
    return statistics.median(found)


def editing_of(register: OpenRegister, purpose: RecordId) -> Callable[[], Any]:
    """Return an edit that differs each time."""
    numbers = iter(range(10_000))

    def edit() -> None:
        found = register.records.get(purpose)
        assert isinstance(found, Purpose)
        set_value(register, purpose, "text", found.text.with_("nb", f"Formål {next(numbers)}"))

    return edit


def beside_export(register: OpenRegister, purpose: RecordId, path: Path) -> float:
    """Return the median edit while a worker draws the register again and again."""
    sys.setswitchinterval(0.0005)
    law = shipped()
    stop = threading.Event()
    with register.file.snapshot() as snapshot:
        source = exporting.source(snapshot, law)

        def draw() -> None:
            target = path.with_suffix(".beside.pdf")
            while not stop.is_set():
                try:
                    exporting.export_register(
                        source, target, "nb", law, progress=lambda _parts: not stop.is_set()
                    )
                except exporting.Cancelled:
                    return

        worker = threading.Thread(target=draw)
        worker.start()
        found = median(editing_of(register, purpose))
        stop.set()
        worker.join()
    return found


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), Path(sys.argv[2]))))
