"""A name and the file under it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ropa_app.storage.identity import Identity, Underneath


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.ropa"
    path.write_bytes(b"one")
    return path


def test_untouched(path: Path) -> None:
    assert Identity.of(path).underneath(path) is Underneath.SAME


def test_written_into(path: Path) -> None:
    before = Identity.of(path)
    path.write_bytes(b"longer")
    assert before.underneath(path) is Underneath.CHANGED
    assert before.same_file(Identity.of(path))


def test_same_size_another_time(path: Path) -> None:
    before = Identity.of(path)
    os.utime(path, ns=(before.modified_ns + 5, before.modified_ns + 5))
    assert before.underneath(path) is Underneath.CHANGED


def test_another_file_in_its_place(path: Path) -> None:
    before = Identity.of(path)
    other = path.with_name("b")
    other.write_bytes(b"one")
    other.replace(path)
    assert before.underneath(path) is Underneath.REPLACED
    assert not before.same_file(Identity.of(path))


def test_moved_away(path: Path) -> None:
    before = Identity.of(path)
    path.rename(path.with_name("c"))
    assert before.underneath(path) is Underneath.MISSING
