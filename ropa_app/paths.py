"""Where the program's own data lies: inside the package in a wheel or bundle, beside it in a checkout."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent


class MissingResource(Exception):
    """The installation lacks a file that belongs to the program."""


def _roots() -> list[Path]:
    """Return the folders that may hold `resources` and `translations`, nearest first."""
    bundle = getattr(sys, "_MEIPASS", None)
    roots = [_PACKAGE, _PACKAGE.parent]
    return [Path(bundle) / "ropa_app", *roots] if isinstance(bundle, str) else roots


@cache
def _folder(name: str) -> Path:
    for root in _roots():
        if (root / name).is_dir():
            return root / name
    raise MissingResource(name)


def resource(*parts: str) -> Path:
    """Return the path of a shipped file such as `resource("icons", "globe.svg")`.

    Raises MissingResource where the file does not exist.
    """
    path = _folder("resources").joinpath(*parts)
    if not path.exists():
        raise MissingResource("/".join(parts))
    return path


def translations() -> Path:
    """Return the folder of the gettext catalogues; raise MissingResource where there is none."""
    return _folder("translations")
