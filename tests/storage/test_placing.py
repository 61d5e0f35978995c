"""Files appear whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from ropa_app.storage.errors import AlreadyExists, FileProblem
from ropa_app.storage.placing import flush_folder, put_in_place, temporary_beside


def test_written_then_named(tmp_path: Path) -> None:
    target = tmp_path / "a.ropa"
    with temporary_beside(target) as passing:
        assert stat.S_IMODE(passing.stat().st_mode) == 0o600
        passing.write_bytes(b"content")
        assert not target.exists()
        put_in_place(passing, target, overwrite=False)
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("a.ropa", b"content")]


def test_given_up_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), temporary_beside(tmp_path / "a.ropa"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_names_that_are_taken(tmp_path: Path) -> None:
    target = tmp_path / "a.ropa"
    target.write_bytes(b"old")
    with temporary_beside(target) as passing:
        passing.write_bytes(b"new")
        with pytest.raises(AlreadyExists):
            put_in_place(passing, target, overwrite=False)
        assert target.read_bytes() == b"old"
        put_in_place(passing, target, overwrite=True)
    assert target.read_bytes() == b"new"


def test_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    target = tmp_path / "a.ropa"
    for overwritten in (False, True):
        with temporary_beside(target) as passing:
            passing.write_bytes(b"new")
            if overwritten:
                with pytest.raises(AlreadyExists):
                    put_in_place(passing, target, overwrite=False)
            else:
                put_in_place(passing, target, overwrite=False)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.ropa"]


def test_long_names_and_absent_folders(tmp_path: Path) -> None:
    with temporary_beside(tmp_path / ("x" * 250)) as passing:
        put_in_place(passing, tmp_path / ("x" * 250), overwrite=False)
    with pytest.raises(FileProblem), temporary_beside(tmp_path / "absent" / "a"):
        pass
    flush_folder(tmp_path)
