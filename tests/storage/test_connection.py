"""What every connection is set to, and what a transaction promises."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from ropa_app.storage import errors
from ropa_app.storage.connection import (
    Mode,
    connect,
    engine,
    json_text,
    make_read_only,
    path_of,
    raw_connection,
    transaction,
)
from tests.storage.small import LINK, RECORD, create, rounds, stored_rounds, written_by_hand

PRAGMAS = {
    "foreign_keys": 1,
    "journal_mode": "delete",
    "synchronous": 3,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "temp_store": 2,
    "busy_timeout": 2000,
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return create(tmp_path / "a.ropa", rows=4)


@pytest.fixture
def writer(path: Path):
    with engine(path, Mode.WRITE).connect() as connection:
        yield connection


@pytest.mark.parametrize("mode", Mode)
def test_pragmas_hold_on_every_connection(path: Path, mode: Mode) -> None:
    with engine(path, mode).connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}
        assert found == PRAGMAS
        assert connection.exec_driver_sql("PRAGMA query_only").scalar() == (mode is Mode.READ)
        assert path_of(connection) == path


def test_nothing_can_be_attached(writer: sa.Connection, tmp_path: Path) -> None:
    with pytest.raises(sa.exc.OperationalError, match="too many attached"):
        writer.exec_driver_sql(f"ATTACH '{tmp_path / 'b.db'}' AS other")
    assert not (tmp_path / "b.db").exists()


def test_defensive_where_python_can_ask_for_it(writer: sa.Connection) -> None:
    raw = raw_connection(writer)
    if hasattr(raw, "setconfig"):
        with pytest.raises(sqlite3.OperationalError):
            raw.execute("PRAGMA writable_schema=ON").execute("DELETE FROM sqlite_schema")
    assert raw.getlimit(sqlite3.SQLITE_LIMIT_ATTACHED) == 0


def test_neither_mode_creates_a_file(tmp_path: Path) -> None:
    for mode in Mode:
        with pytest.raises(errors.CannotRead):
            connect(tmp_path / "absent.ropa", mode)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["a b.ropa", "æøå.ropa", "50%.ropa", "what?mode=rwc.ropa", "#1.ropa", "a&b.ropa"]
)
def test_any_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    path = create(tmp_path / name, rows=2)
    with engine(path, Mode.READ).connect() as connection:
        assert stored_rounds(connection) == {0}
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_json_keeps_letters_and_an_order(writer: sa.Connection) -> None:
    with transaction(writer):
        writer.execute(RECORD.insert(), {"id": 9, "round": 1, "body": {"b": "æ", "a": [1]}})
    stored = writer.exec_driver_sql("SELECT body FROM record WHERE id = 9").scalar()
    assert stored == '{"a":[1],"b":"æ"}' == json_text({"b": "æ", "a": [1]})


def test_reading_takes_no_lock(path: Path, writer: sa.Connection) -> None:
    assert stored_rounds(writer) == {0}
    assert writer.in_transaction()  # SQLAlchemy's bracket
    with written_by_hand(path) as other:
        other.execute("UPDATE record SET round = 5")
    assert stored_rounds(writer) == {5}


def test_all_or_nothing_with_definitions_and_version(path: Path, writer: sa.Connection) -> None:
    before = path.read_bytes()

    def broken_off() -> None:
        with transaction(writer):
            writer.exec_driver_sql("CREATE TABLE extra (a)")
            writer.exec_driver_sql("PRAGMA user_version=9")
            writer.execute(RECORD.delete())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_off()
    assert path.read_bytes() == before
    assert stored_rounds(writer) == {0}
    with transaction(writer):
        writer.execute(RECORD.update().values(round=2))
    assert stored_rounds(writer) == {2}


def test_transactions_do_not_nest(writer: sa.Connection) -> None:
    with (
        pytest.raises(RuntimeError, match="already open"),
        transaction(writer),
        transaction(writer),
    ):
        writer.execute(RECORD.delete())
    assert stored_rounds(writer) == {0}


def test_commit_refused_by_deferred_references_leaves_nothing(writer: sa.Connection) -> None:
    with pytest.raises(sa.exc.IntegrityError), transaction(writer):
        writer.execute(LINK.insert(), {"source": 1, "target": 77})
    assert not raw_connection(writer).in_transaction
    with transaction(writer):
        writer.execute(LINK.insert(), {"source": 1, "target": 2})
    assert writer.execute(sa.select(LINK)).all() == [(1, 2)]


def test_disk_full_is_told_and_undone(writer: sa.Connection) -> None:
    pages = writer.exec_driver_sql("PRAGMA page_count").scalar()
    writer.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(errors.DiskFull), transaction(writer):
        writer.execute(RECORD.insert(), [row | {"id": 1000 + n} for n, row in enumerate(rounds(1))])
    assert not raw_connection(writer).in_transaction
    assert stored_rounds(writer) == {0}


def test_second_writer_is_told_to_wait(path: Path, writer: sa.Connection) -> None:
    writer.exec_driver_sql("PRAGMA busy_timeout=10")
    with written_by_hand(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(errors.Busy), transaction(writer):
            pass
        other.execute("ROLLBACK")
    with transaction(writer):
        writer.execute(RECORD.update().values(round=3))
    assert stored_rounds(writer) == {3}


def test_reader_that_stays_makes_the_commit_fail_whole(path: Path, writer: sa.Connection) -> None:
    writer.exec_driver_sql("PRAGMA busy_timeout=10")
    with written_by_hand(path) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM record").fetchone()
        with pytest.raises(errors.Busy), transaction(writer):
            writer.execute(RECORD.update().values(round=3))
        other.execute("ROLLBACK")
    assert stored_rounds(writer) == {0}


def test_bugs_are_not_dressed_up_as_problems(writer: sa.Connection) -> None:
    with pytest.raises(sa.exc.OperationalError, match="no such table"), transaction(writer):
        writer.exec_driver_sql("INSERT INTO nowhere VALUES (1)")
    with pytest.raises(FileNotFoundError), transaction(writer):
        raise FileNotFoundError


def test_read_only_connection_refuses_before_trying(path: Path, writer: sa.Connection) -> None:
    make_read_only(writer)
    with engine(path, Mode.READ).connect() as reader:
        for connection in (reader, writer):
            with pytest.raises(errors.ReadOnlyFile), transaction(connection):
                pass
            with pytest.raises(sa.exc.OperationalError):
                connection.execute(RECORD.delete())


def test_file_replaced_underneath_is_noticed_by_the_next_edit(path: Path, writer: sa.Connection) -> None:
    assert stored_rounds(writer) == {0}
    other = path.with_name("other.ropa")
    other.write_bytes(path.read_bytes())
    other.replace(path)
    before = path.read_bytes()
    with pytest.raises(errors.MovedUnderneath), transaction(writer):
        writer.execute(RECORD.update().values(round=4))
    assert path.read_bytes() == before


def test_deleted_personal_data_leaves_the_file(path: Path, writer: sa.Connection) -> None:
    assert "å".encode() * 300 in path.read_bytes()
    with transaction(writer):
        writer.execute(RECORD.delete())
    assert "å".encode() * 10 not in path.read_bytes()
