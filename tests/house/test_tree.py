"""The test tree mirrors the package, and no module is a drawer for what found no room."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.house import tree

# Tests of the whole: they belong to no single module.
_OF_THE_WHOLE = {"house", "packaging", "properties", "e2e", "bench", "data"}
_DRAWERS = {"common", "helper", "helpers", "manager", "managers", "misc", "util", "utils", "stuff", "tools"}


def test_every_test_has_its_module() -> None:
    strays = [tree.name(path) for path in _mirrored_tests() if not (_has_module(path) or _joins(path))]
    assert not strays, "\n".join(strays)


def test_every_test_folder_has_its_package() -> None:
    folders = {path.parent.relative_to(tree.ROOT / "tests") for path in _mirrored_tests()}
    assert [str(folder) for folder in sorted(folders) if not (tree.ROOT / "ropa_app" / folder).is_dir()] == []


def test_no_module_is_a_drawer() -> None:
    drawers = [tree.name(path) for path in tree.python_files("ropa_app") if _DRAWERS & set(_words(path))]
    assert not drawers, "\n".join(drawers)


def test_no_class_is_a_controller_of_widgets() -> None:
    """Say `model`, `view`, `document`: a controller is who decides about personal data."""
    named = [
        f"{tree.name(path)}: {node.name}"
        for path in tree.python_files("ropa_app")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and re.search("Controller$|ViewModel|Presenter", node.name)
    ]
    assert not named, "\n".join(named)


def _mirrored_tests() -> list[Path]:
    tests = [path for path in tree.python_files("tests") if path.name.startswith("test_")]
    return [path for path in tests if path.relative_to(tree.ROOT / "tests").parts[0] not in _OF_THE_WHOLE]


def _has_module(test: Path) -> bool:
    """Find `storage/lock.py` for `storage/test_lock.py` and `storage/test_lock_stale.py`.

    What a package itself offers is tested inside: `migrations/test_migrations.py`.
    """
    folder = tree.ROOT / "ropa_app" / test.parent.relative_to(tree.ROOT / "tests")
    words = test.stem.removeprefix("test_").split("_")
    names = ["_".join(words[:count]) for count in range(1, len(words) + 1)]
    dunders = [f"__{name}__" for name in names]
    return folder.name in names or any(
        (folder / f"{name}.py").exists() or (folder / name).is_dir() for name in (*names, *dunders)
    )


def _joins(test: Path) -> bool:
    """Say whether a test is about how several modules of its package work together: it imports them."""
    package = ".".join(("ropa_app", *test.parent.relative_to(tree.ROOT / "tests").parts))
    imported: set[str] = set()
    for node in ast.walk(ast.parse(test.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == package:
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{package}."):
            imported.add((node.module or "").removeprefix(f"{package}."))
    return len(imported) > 1


def _words(path: Path) -> list[str]:
    parts = path.relative_to(tree.ROOT).with_suffix("").parts
    return [part.strip("_").lower() for part in parts]
