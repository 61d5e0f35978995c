"""Measure one export of the register document in a process that does nothing else; prints JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from ropa_app.legal import shipped
from ropa_app.services import creating, exporting
from tests.bench.processes import megabytes


def main(path: Path, target: Path) -> dict[str, float]:
    """Return seconds, pages, and megabytes before and at the peak, by name."""
    law = shipped()
    base = _peak()
    register = creating.open_register(path, "bench")
    start, start_cpu = time.perf_counter(), _cpu()
    with register.file.snapshot() as snapshot:
        source = exporting.source(snapshot, law)
        made = exporting.export_register(source, target, "nb", law)
    seconds, cpu = time.perf_counter() - start, _cpu() - start_cpu
    register.close()
    return {
        "export (ms)": seconds * 1000,
        "export: processor (ms)": cpu * 1000,
        "export: pages": made.pages,
        "export: pages a second": made.pages / seconds,
        "export: program at rest (MB)": base,
        "export: peak memory (MB)": _peak(),
        "export: file (MB)": target.stat().st_size / 1e6,
    }


def _peak() -> float:
    return megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]))))
