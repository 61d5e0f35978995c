"""What things take at growing sizes, and how much more the next size takes: `make bench`, `make nightly`."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

SIZES = (10, 100, 1_000)
NIGHTLY = (*SIZES, 10_000)
ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    """Measure each size in a process of its own and print one table."""
    sizes = NIGHTLY if "--nightly" in arguments else SIZES
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            results.append(measured(size, Path(folder) / f"{size}.ropa"))
            print(f"measured {size} activities", file=sys.stderr)
    print(table(sizes, results))
    return 0


def measured(size: int, path: Path) -> dict[str, float]:
    """Return what one size took, by name of the work: the register, its export, the window on it."""
    figures = run("tests.bench.measure", str(size), str(path))
    figures |= run("tests.bench.export", str(path), str(path.with_suffix(".pdf")))
    return figures | run("tests.bench.window", str(path))


def run(module: str, *arguments: str) -> dict[str, float]:
    """Run a part in a process of its own and return the figures it prints; end with its words if it fails."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def table(sizes: tuple[int, ...], results: list[dict[str, float]]) -> str:
    """Return the figures as a table; after each figure but the first, how many times the one before."""
    lines = [f"{'':34}" + "".join(f"{size:>18,}" for size in sizes)]
    for name in results[0]:
        cells = [_cell(results, place, name) for place in range(len(sizes))]
        lines.append(f"{name:34}" + "".join(f"{cell:>18}" for cell in cells))
    return "\n".join(lines)


def _cell(results: list[dict[str, float]], place: int, name: str) -> str:
    value = results[place][name]
    if place == 0 or not results[place - 1][name]:
        return f"{value:,.1f}"
    return f"{value:,.1f} (x{value / results[place - 1][name]:.1f})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
