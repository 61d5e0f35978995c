"""A program as a process of its own: how long it takes and how much memory it holds."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Took:
    """What a process took: seconds on the clock, of the processor, megabytes at its peak; what it said."""

    wall: float
    cpu: float
    peak_mb: float
    status: int
    words: str


def took(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> Took:
    """Run a command in the checkout and measure it, its children included.

    The caller must be small: a child's peak is never below what its parent holds when it starts it.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read().decode("utf-8", "replace")
    cpu = usage.ru_utime + usage.ru_stime
    return Took(wall, cpu, megabytes(usage.ru_maxrss), process.returncode, words)


def megabytes(maxrss: int) -> float:
    """Return a peak as the system counts it, in kilobytes but on macOS, in megabytes."""
    return maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
