"""The first hundred bytes decide whether SQLite ever sees a file."""

from __future__ import annotations

import os
import sqlite3
import struct
import zipfile
from pathlib import Path

import pytest

from ropa_app.storage import errors
from ropa_app.storage.header import APPLICATION_ID, check_header, read_header
from ropa_app.storage.migrations import newest
from tests.storage.small import bare_database, create, written_by_hand


def test_header_of_a_register(tmp_path: Path) -> None:
    path = create(tmp_path / "a.ropa")
    header = check_header(path, newest=newest())
    with written_by_hand(path) as raw:
        assert header.page_size == raw.execute("PRAGMA page_size").fetchone()[0]
    assert (header.user_version, header.application_id, header.uses_wal) == (newest(), APPLICATION_ID, False)
    assert header.change_counter == 1
    assert path.read_bytes()[68:72] == b"ROPA"


def test_largest_page_size_is_written_as_one(tmp_path: Path) -> None:
    path = tmp_path / "large.db"
    with written_by_hand(path) as raw:
        raw.execute("PRAGMA page_size=65536")
        raw.execute("CREATE TABLE t (a)")
    assert read_header(path).page_size == 65536


def zip_file(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", "x" * 500)


def two_pages(path: Path, at: int, new: bytes) -> None:
    create(path)
    content = bytearray(path.read_bytes())
    content[at : at + len(new)] = new
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (zip_file, errors.NotARegister),
        (lambda path: path.write_bytes(b"abc"), errors.NotARegister),
        (lambda path: path.write_bytes(b""), errors.EmptyFile),
        (lambda path: path.write_bytes(b"\x00" * 4096), errors.NotARegister),
        (lambda path: path.mkdir(), errors.NotAFile),
        (lambda path: None, errors.MissingFile),
        (lambda path: path.symlink_to(path.parent / "nowhere"), errors.MissingFile),
        (os.mkfifo, errors.NotAFile),
        (lambda path: bare_database(path, application=0), errors.NotARegister),
        (lambda path: bare_database(path, version=0), errors.NotARegister),
        (lambda path: bare_database(path, version=newest() + 1), errors.NewerFile),
        (lambda path: bare_database(path, version=-1), errors.NewerFile),
        (lambda path: two_pages(path, 16, struct.pack(">H", 1000)), errors.NotARegister),
        (lambda path: two_pages(path, 18, b"\x02\x02"), errors.WalFile),
        (lambda path: two_pages(path, 21, b"\x00"), errors.NotARegister),
        (lambda path: two_pages(path, 56, struct.pack(">I", 2)), errors.NotARegister),
    ],
)
def test_what_is_no_register_is_named(tmp_path: Path, make, problem: type[errors.FileProblem]) -> None:
    path = tmp_path / "file.ropa"
    make(path)
    with pytest.raises(problem):
        check_header(path, newest=newest())


def test_a_newer_file_says_both_formats(tmp_path: Path) -> None:
    path = bare_database(tmp_path / "new.ropa", version=7)
    with pytest.raises(errors.NewerFile) as caught:
        check_header(path, newest=3)
    assert caught.value.values == {"name": "new.ropa", "found": 7, "known": 3}


def test_a_log_beside_the_file_counts_as_one(tmp_path: Path) -> None:
    path = create(tmp_path / "a.ropa")
    log = tmp_path / "a.ropa-wal"
    log.write_bytes(b"")
    assert check_header(path, newest=newest()).user_version == newest()
    log.write_bytes(b"frames")
    with pytest.raises(errors.WalFile):
        check_header(path, newest=newest())


def test_sqlite_itself_would_believe_the_stray_log(tmp_path: Path) -> None:
    """Why the log is refused although the header does not speak of it."""
    path, other = create(tmp_path / "a.ropa", rows=3), tmp_path / "b.ropa"
    other.write_bytes(path.read_bytes())
    with written_by_hand(other) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("UPDATE record SET round = 13")
        (tmp_path / "a.ropa-wal").write_bytes((tmp_path / "b.ropa-wal").read_bytes())
    assert not read_header(path).uses_wal
    with sqlite3.connect(path) as raw:
        found = raw.execute("SELECT DISTINCT round FROM record").fetchall()
    raw.close()
    assert found == [(13,)]
