"""What lies under the journal's name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ropa_app.storage import errors
from ropa_app.storage.journal import has_journal, journal_of
from tests.storage.small import create, hot_pair, open_small


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return create(tmp_path / "velux.ropa")


def test_an_interrupted_edit_leaves_one(path: Path, tmp_path: Path) -> None:
    assert journal_of(path).name == "velux.ropa-journal"
    assert not has_journal(path)
    assert has_journal(hot_pair(path, tmp_path / "killed.ropa"))


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_journal_that_is_no_file(path: Path, kind: str) -> None:
    journal = journal_of(path)
    if kind == "link":
        journal.symlink_to(path)
    elif kind == "folder":
        journal.mkdir()
    else:
        os.mkfifo(journal)
    before = path.read_bytes()
    with pytest.raises(errors.JournalMismatch):
        open_small(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"\x00" * 512])
def test_finished_journals_are_none(path: Path, content: bytes) -> None:
    journal_of(path).write_bytes(content)
    assert not has_journal(path)
    with open_small(path) as opened:
        assert not opened.read_only
