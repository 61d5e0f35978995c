"""New files appear whole or not at all: written under a passing name, flushed, then moved into place."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ropa_app.storage.errors import AlreadyExists, file_problems


@contextmanager
def temporary_beside(target: Path) -> Iterator[Path]:
    """Create an empty file, readable by its owner only, in the target's folder; remove it at the end.

    Raises FileProblem where the folder takes no file.
    """
    passing = target.with_name(f".{target.name[:64]}.{secrets.token_hex(8)}.tmp")
    with file_problems(target, writing=True):
        os.close(os.open(passing, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield passing
    finally:
        passing.unlink(missing_ok=True)


def put_in_place(passing: Path, target: Path, *, overwrite: bool) -> None:
    """Flush a finished file to the disk and give it its name, in one step that a power cut cannot halve.

    Raises AlreadyExists where `overwrite` is false and the name is taken, else FileProblem.
    """
    with file_problems(target, writing=True):
        _flush(passing)
        if overwrite:
            passing.replace(target)
        else:
            _claim(passing, target)
        flush_folder(target.parent)


def _claim(passing: Path, target: Path) -> None:
    try:
        if os.name == "nt":
            passing.rename(target)  # fails there where the name is taken
        else:
            target.hardlink_to(passing)
    except FileExistsError as error:
        raise AlreadyExists(target) from error
    except OSError:  # a file system without hard links, such as a memory stick's
        if target.exists():
            raise AlreadyExists(target) from None
        passing.replace(target)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Make a new name in a folder survive a power cut, where the system offers that for folders."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:
        pass  # some network drives know no such thing; the file itself is flushed
    finally:
        os.close(descriptor)
