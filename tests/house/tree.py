"""The files of the repository, found without git: everything but what is built or installed here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
_NOT_OURS: Final = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis"}
_CODE: Final = ("ropa_app", "tests", "packaging")


def _is_cache(folder: str) -> bool:
    return folder.startswith(".") and folder.endswith("_cache")


@cache
def files() -> tuple[Path, ...]:
    """Return all files, sorted."""
    return tuple(sorted(_walk()))


def _walk() -> Iterator[Path]:
    for folder, below, names in os.walk(ROOT):
        below[:] = [name for name in below if name not in _NOT_OURS and not _is_cache(name)]
        yield from (Path(folder) / name for name in names)


def python_files(*rooms: str) -> list[Path]:
    """Return the Python files of these top folders; of all that hold code by default."""
    starts = tuple(ROOT / room for room in (rooms or _CODE))
    return [path for path in files() if path.suffix == ".py" and any(map(path.is_relative_to, starts))]


def text_files() -> Iterator[tuple[Path, str]]:
    """Yield every file that is text, with its text."""
    for path in files():
        data = path.read_bytes()
        if b"\0" in data[:4096]:
            continue
        try:
            yield path, data.decode("utf-8")
        except UnicodeDecodeError:
            continue


def name(path: Path) -> str:
    """Return a path as messages show it: from the root of the repository, with slashes."""
    return path.relative_to(ROOT).as_posix()
