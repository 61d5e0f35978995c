"""Find code that neither program nor tests use, knowing what is used by name: fields, and what Qt calls.

Run through `make unused`.
"""

from __future__ import annotations

import ast
import sys
from functools import cache
from pathlib import Path
from typing import Final

import click
from PySide6 import QtCore, QtGui, QtPdfWidgets, QtSvgWidgets, QtWidgets
from vulture import Vulture
from vulture.core import Item

ROOT: Final = Path(__file__).resolve().parents[1]
DECORATORS: Final = ["@of_*", "@*.command", "@*.group", "@*.listens_for", "@*.register", "@*Slot"]
# Entry points of pyproject.toml, what packaging reads, what `sys` calls, settings of click and of zipfile.
CALLED_FROM_OUTSIDE: Final = {"main", "main_window", "__version__", "excepthook", "help", "external_attr"}


def names_that_frameworks_call() -> set[str]:
    """Return the names in all classes of Qt and click: they call what overrides a method of theirs."""
    modules = (QtCore, QtGui, QtWidgets, QtPdfWidgets, QtSvgWidgets, click)
    values = (getattr(module, name) for module in modules for name in dir(module))
    return {name for value in values if isinstance(value, type) for name in dir(value)}


@cache
def fields(path: Path) -> frozenset[int]:
    """Return the lines of a file that declare a field in the body of a class: those are read by name."""
    classes = (
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef)
    )
    return frozenset(
        part.lineno for node in classes for part in node.body if isinstance(part, (ast.Assign, ast.AnnAssign))
    )


def is_field(item: Item) -> bool:
    """Say whether an item is a field of a class."""
    return item.typ == "variable" and item.first_lineno in fields(Path(item.filename).resolve())


def main() -> int:
    """Print what nothing uses; return 1 if there is any."""
    known = names_that_frameworks_call() | CALLED_FROM_OUTSIDE
    search = Vulture(ignore_names=sorted(known), ignore_decorators=DECORATORS)
    search.scavenge([str(ROOT / "ropa_app"), str(ROOT / "tests")])
    found = (item for item in search.get_unused_code(min_confidence=60) if not is_field(item))
    unused = [item for item in found if Path(item.filename).resolve().is_relative_to(ROOT / "ropa_app")]
    for item in unused:
        print(f"{Path(item.filename).resolve().relative_to(ROOT)}:{item.first_lineno}: {item.message}")
    return 1 if unused else 0


if __name__ == "__main__":
    sys.exit(main())
