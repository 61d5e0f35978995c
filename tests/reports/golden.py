"""Texts that were read and approved: a test compares, ROPA_WRITE_GOLDEN=1 writes them anew for review."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parents[1] / "data" / "golden"


def assert_golden(name: str, text: str) -> None:
    """Fail with a comparison where a text is not the approved one."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("ROPA_WRITE_GOLDEN") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    assert text.splitlines() == path.read_text("utf-8").splitlines()
