"""Our export beside WeasyPrint and LibreOffice, the same content in the same run: `make bench-peers`."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.peers.programs import Missing, Program, fonts, libreoffice, ours, weasyprint
from tests.bench.processes import ROOT, Took, took

SIZES: Final = (10, 100, 1_000)
_HEAD: Final = (
    f"{'activities':>10}  {'':12}{'seconds':>9}{'processor':>11}{'pages':>8}{'ms a page':>11}"
    f"{'peak MB':>9}{'file MB':>9}{'times ours':>12}"
)


@dataclass(frozen=True, slots=True)
class Result:
    """What a program took for one size, and what it made."""

    took: Took
    pages: int
    megabytes: float

    @property
    def per_page(self) -> float:
        """Return the milliseconds of the processor for a page, the start of the program included."""
        return self.took.cpu * 1000 / self.pages


def main(arguments: list[str]) -> int:
    """Print a table; sizes may be given as arguments."""
    sizes = tuple(map(int, arguments)) or SIZES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        programs = list(_found(folder))
        print(_HEAD)
        for size in sizes:
            path = folder / f"{size}.ropa"
            _make("ropa_app", "example", path, "--activities", size)
            _make("tests.bench.peers.source", path)
            _compare(size, programs, path)
    return 0


def _found(folder: Path) -> Iterator[Program]:
    """Yield the programs that are here; say of the others what would bring them."""
    yield ours()
    for find in (weasyprint, lambda: libreoffice(folder)):
        try:
            yield find()
        except Missing as missing:
            print(missing, file=sys.stderr)


def _make(module: str, *arguments: str | int | Path) -> None:
    """Run one of our modules beside us, so that we stay small."""
    subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
    )


def _compare(size: int, programs: list[Program], path: Path) -> None:
    first: Result | None = None
    for program in programs:
        result = _result(program, path)
        if result is None:
            continue
        first = first or result
        print(_line(size, program.name, result, first), flush=True)


def _result(program: Program, path: Path) -> Result | None:
    """Let a program write the document; None if it fails, with its last words."""
    folder = path.parent / program.name
    folder.mkdir(exist_ok=True)
    target = folder / path.with_suffix(".pdf").name
    places = {"source": path.with_suffix(program.suffix), "target": target, "folder": folder}
    command = [_filled(part, places) for part in program.command]
    spent = took(command, fonts(path.parent))
    if spent.status or not target.exists():
        print(f"{program.name} fails: {spent.words[-400:]}", file=sys.stderr)
        return None
    return Result(spent, _pages(target), target.stat().st_size / 1e6)


def _filled(part: str, places: dict[str, Path]) -> str:
    return re.sub(r"^\{(source|target|folder)\}$", lambda found: str(places[found[1]]), part)


def _pages(target: Path) -> int:
    """Count the pages with a library that had no part in any of the files."""
    count = "import sys, pymupdf; print(pymupdf.open(sys.argv[1]).page_count)"
    done = subprocess.run([sys.executable, "-c", count, target], check=True, capture_output=True, text=True)
    return int(done.stdout)


def _line(size: int, name: str, result: Result, first: Result) -> str:
    spent = result.took
    cells = (
        f"{size:>10,}  {name:12}{spent.wall:>9.1f}{spent.cpu:>11.1f}",
        f"{result.pages:>8,}{result.per_page:>11.1f}{spent.peak_mb:>9.0f}{result.megabytes:>9.1f}",
        f"{result.per_page / first.per_page:>12.1f}",
    )
    return "".join(cells)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
