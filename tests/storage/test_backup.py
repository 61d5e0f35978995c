"""Copies are whole, private, and stand in nobody's way."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from ropa_app.storage import backup, errors
from ropa_app.storage.backup import copy_to, in_memory_copy
from ropa_app.storage.connection import path_of, transaction
from ropa_app.storage.opening import OpenedFile
from tests.storage.small import (
    RECORD,
    all_bytes,
    create,
    hot_pair,
    open_small,
    stored_rounds,
    write_round,
    written_by_hand,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return create(tmp_path / "velux.ropa")


@pytest.fixture
def opened(path: Path):
    with open_small(path) as opened:
        yield opened


def test_copy_of_an_open_register(opened: OpenedFile, tmp_path: Path) -> None:
    write_round(opened, 4)
    copy = copy_to(opened.writer, tmp_path / "copy.ropa")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    write_round(opened, 5)
    with open_small(copy) as other:
        assert stored_rounds(other.writer) == {4}
    assert sorted(all_bytes(tmp_path)) == [".~lock.velux.ropa#", "copy.ropa", "velux.ropa"]


@pytest.mark.parametrize("kind", ["path", "engine", "connection"])
def test_copies_from_any_source(opened: OpenedFile, kind: str) -> None:
    sources: dict[str, backup.Source] = {
        "path": opened.path,
        "engine": opened.engine,
        "connection": opened.writer,
    }
    engine = in_memory_copy(sources[kind])
    with engine.connect() as connection:
        assert stored_rounds(connection) == {0}
        assert path_of(connection) == opened.path
    engine.dispose()


def test_memory_copy_is_left_alone_by_edits_and_leaves_the_file_alone(opened: OpenedFile) -> None:
    engine = in_memory_copy(opened.writer)
    write_round(opened, 8)
    found: list[set[int]] = []

    def job() -> None:
        with engine.connect() as connection:
            found.append(stored_rounds(connection))
            with transaction(connection):
                connection.execute(RECORD.delete())

    worker = threading.Thread(target=job)
    worker.start()
    worker.join()
    engine.dispose()
    assert found == [{0}]
    assert stored_rounds(opened.writer) == {8}


def test_long_job_on_a_copy_never_delays_an_edit(opened: OpenedFile) -> None:
    engine = in_memory_copy(opened.path)
    with engine.connect() as connection:
        rows = connection.execute(sa.select(RECORD))
        assert rows.fetchone() is not None
        opened.writer.exec_driver_sql("PRAGMA busy_timeout=0")
        write_round(opened, 2)
        rows.close()
    engine.dispose()


def test_half_an_edit_is_never_copied(opened: OpenedFile) -> None:
    def inside() -> None:
        with transaction(opened.writer) as connection:
            connection.execute(RECORD.delete())
            in_memory_copy(connection)

    with pytest.raises(RuntimeError, match="half done"):
        inside()
    assert stored_rounds(opened.writer) == {0}


def test_overwriting_is_asked_for(opened: OpenedFile, tmp_path: Path) -> None:
    target = tmp_path / "copy.ropa"
    target.write_bytes(b"letters")
    with pytest.raises(errors.AlreadyExists):
        copy_to(opened.writer, target)
    assert target.read_bytes() == b"letters"
    copy_to(opened.writer, target, overwrite=True)
    with open_small(target) as other:
        assert stored_rounds(other.writer) == {0}


def test_never_onto_itself(opened: OpenedFile, tmp_path: Path) -> None:
    (tmp_path / "same.ropa").hardlink_to(opened.path)
    with pytest.raises(ValueError, match="itself"):
        copy_to(opened.writer, tmp_path / "same.ropa", overwrite=True)
    with pytest.raises(errors.OpenElsewhere):
        copy_to(opened.writer, opened.path, overwrite=True)


def test_never_onto_a_register_that_waits_for_its_journal(
    opened: OpenedFile, path: Path, tmp_path: Path
) -> None:
    opened.close()
    target = hot_pair(path, tmp_path / "killed.ropa")
    before = all_bytes(tmp_path)
    with pytest.raises(errors.JournalInTheWay):
        copy_to(path, target, overwrite=True)
    assert all_bytes(tmp_path) == before


def test_a_folder_that_is_not_there(opened: OpenedFile, tmp_path: Path) -> None:
    with pytest.raises(errors.CannotWrite, match="No such file or directory"):
        copy_to(opened.writer, tmp_path / "absent" / "copy.ropa")


def test_patience_ends(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "_PATIENCE_S", 0.0)
    with written_by_hand(path) as raw:
        raw.execute("BEGIN EXCLUSIVE")
        with pytest.raises(errors.Busy):
            in_memory_copy(path)
        raw.execute("ROLLBACK")
