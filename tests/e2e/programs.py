"""Running the program as a person does: a process of its own, from wherever they stand."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def ropa(
    *arguments: str | Path,
    before: tuple[str, ...] = (),
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run the program, behind another command if one is given; fail with its words if it fails."""
    command = [*before, sys.executable, "-m", "ropa_app", *map(str, arguments)]
    everything = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=everything)
    assert run.returncode == 0, run.stderr
    return run
