"""No attic: files, lines and functions stay of a size that one reads in one go."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house import tree

MOST_LINES = 400
MOST_COLUMNS = 110
MOST_LINES_OF_A_FUNCTION = 60
_CODE_SUFFIXES = {".py", ".sh", ".toml", ".mk"}


def test_no_file_is_long() -> None:
    lengths = {tree.name(path): len(path.read_text("utf-8").splitlines()) for path in tree.python_files()}
    long = [f"{name}: {lines} lines" for name, lines in lengths.items() if lines > MOST_LINES]
    assert len(lengths) > 20
    assert not long, "\n".join(long)


def test_no_line_is_long() -> None:
    long = [
        f"{tree.name(path)}:{number}"
        for path, text in tree.text_files()
        if path.suffix in _CODE_SUFFIXES or path.name == "Makefile"
        for number, line in enumerate(text.splitlines(), 1)
        if len(line) > MOST_COLUMNS
    ]
    assert not long, "\n".join(long)


def test_no_function_is_long() -> None:
    long = [
        f"{tree.name(path)}:{function.lineno} {function.name}: {length} lines"
        for path in tree.python_files()
        for function, length in _functions(path.read_text("utf-8"))
        if length > MOST_LINES_OF_A_FUNCTION
    ]
    assert not long, "\n".join(long)


def _functions(source: str) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node, (node.end_lineno or node.lineno) - node.lineno + 1
