"""Files and folders that may not be written, seen by a user whom that concerns."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.storage.small import NOBODY, all_bytes, create, hot_pair, run_unprivileged

REPORT = """
path = Path(sys.argv[1])
try:
    with open_small(path) as opened:
        print(opened.read_only_reason and opened.read_only_reason.name, stored_rounds(opened.writer))
except Exception as problem:
    print(type(problem).__name__)
"""


@pytest.fixture
def folder():
    """A folder that another user can reach, which pytest's own are not."""
    path = Path(tempfile.mkdtemp(prefix="ropa-test-"))
    path.chmod(0o755)
    yield path
    path.chmod(0o755)
    shutil.rmtree(path)


def give(path: Path, mode: int) -> None:
    if os.getuid() == 0:
        os.chown(path, NOBODY, NOBODY)
    path.chmod(mode)


def test_own_file_in_own_folder(folder: Path) -> None:
    path = create(folder / "a.ropa", rows=3)
    give(path, 0o600)
    give(folder, 0o700)
    assert run_unprivileged(REPORT, path) == "None {0}"


def test_read_only_file(folder: Path) -> None:
    path = create(folder / "a.ropa", rows=3)
    give(path, 0o400)
    give(folder, 0o700)
    assert run_unprivileged(REPORT, path) == "FILE {0}"


def test_read_only_folder(folder: Path) -> None:
    path = create(folder / "a.ropa", rows=3)
    give(path, 0o600)
    give(folder, 0o500)
    assert run_unprivileged(REPORT, path) == "FOLDER {0}"


def test_unreadable_file(folder: Path) -> None:
    path = create(folder / "a.ropa", rows=3)
    give(path, 0o000)
    assert run_unprivileged(REPORT, path) == "CannotRead"


def test_interrupted_edit_in_a_read_only_folder(folder: Path, tmp_path: Path) -> None:
    path = hot_pair(create(tmp_path / "a.ropa"), folder / "a.ropa")
    before = all_bytes(folder)
    for entry in folder.iterdir():
        give(entry, 0o600)
    give(folder, 0o500)
    assert run_unprivileged(REPORT, path) == "FOLDER {0}"
    assert all_bytes(folder) == before


def test_copy_into_a_read_only_folder(folder: Path) -> None:
    path = create(folder / "a.ropa", rows=3)
    give(path, 0o600)
    give(folder, 0o500)
    script = """
from ropa_app.storage.errors import FileProblem
path = Path(sys.argv[1])
with open_small(path) as opened:
    for act in (lambda: copy_to(opened.writer, path.with_name('b.ropa')),
                lambda: create(path.with_name('c.ropa'))):
        try:
            act()
        except FileProblem as problem:
            print(problem.code)
"""
    assert run_unprivileged(script, path).split() == ["cannot_write", "cannot_write"]
    assert sorted(all_bytes(folder)) == ["a.ropa"]
