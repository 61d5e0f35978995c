"""Packs of law data for tests: those of the program with words changed, verified later."""

from __future__ import annotations

from pathlib import Path

from ropa_app.legal import shipped
from ropa_app.legal.packing import packed

VERIFIED = "verified|2026-11-22"
LATER = "2026-11-23"
DENMARK = "DK|Danmark|Danmark|Denmark|EU|1994-01-01|"


def changed_files(day: str = LATER, **changes: tuple[str, str]) -> dict[str, bytes]:
    """Return the files of the program's law data, verified on a day, each change a pair of words.

    The names of the changes are those of the files without their ending.
    """
    files = dict(shipped().files)
    for name, (old, new) in ({"pack": (VERIFIED, f"verified|{day}")} | changes).items():
        text = files[f"{name}.csv"].decode()
        assert old in text, (name, old)
        files[f"{name}.csv"] = text.replace(old, new, 1).encode()
    return files


def pack_file(path: Path, day: str = LATER, **changes: tuple[str, str]) -> Path:
    """Write a pack and return where it lies."""
    path.write_bytes(packed(changed_files(day, **changes)))
    return path


def without_denmark(path: Path, day: str = LATER) -> Path:
    """Write a pack by which Denmark left the EEA on 1 November 2026."""
    return pack_file(path, day, eea=(DENMARK, f"{DENMARK}2026-11-01"))
