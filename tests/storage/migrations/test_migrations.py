"""Steps from one file format to the next, tried with formats that never were."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from ropa_app.storage import errors
from ropa_app.storage.header import APPLICATION_ID, read_header
from ropa_app.storage.migrations import STEPS, Step, expected_at, frozen, newest
from ropa_app.storage.opening import OpenedFile, open_file
from ropa_app.storage.schema_check import schema_of_script
from tests.storage.small import all_bytes, written_by_hand

FIRST = "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT)"
SECOND = FIRST + "; CREATE TABLE note (person INTEGER REFERENCES person (id), body TEXT)"
THIRD = (
    "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL); "
    "CREATE TABLE note (person INTEGER REFERENCES person (id), body TEXT)"
)


def add_notes(connection: sa.Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE note (person INTEGER REFERENCES person (id), body TEXT)")
    connection.exec_driver_sql("INSERT INTO note SELECT id, 'of ' || name FROM person")


def demand_names(connection: sa.Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE new_person (id INTEGER PRIMARY KEY, name TEXT NOT NULL)")
    connection.exec_driver_sql("INSERT INTO new_person SELECT id, coalesce(name, '') FROM person")
    connection.exec_driver_sql("DROP TABLE person")
    connection.exec_driver_sql("ALTER TABLE new_person RENAME TO person")


GOOD = (
    Step(lambda: schema_of_script(FIRST), add_notes),
    Step(lambda: schema_of_script(SECOND), demand_names),
)


def steps_with(last) -> tuple[Step, ...]:
    return (GOOD[0], Step(lambda: schema_of_script(SECOND), last))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "velux.ropa"
    with written_by_hand(path) as raw:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute("PRAGMA user_version=1")
        raw.execute(FIRST)
        raw.execute("INSERT INTO person VALUES (1, 'Åse'), (2, NULL)")
    return path


def opened_with(path: Path, steps: tuple[Step, ...] = GOOD, *, read_only: bool = False) -> OpenedFile:
    return open_file(path, expected=schema_of_script(THIRD), steps=steps, read_only=read_only)


def content(connection: sa.Connection) -> list[object]:
    return list(connection.exec_driver_sql("SELECT name, body FROM person JOIN note ON id = person"))


def test_each_format_has_a_step_to_it() -> None:
    assert (len(STEPS), newest()) == (1, 2)
    assert expected_at(1, frozen(2)) == STEPS[0].before() == frozen(1)
    current = schema_of_script(THIRD)
    assert expected_at(3, current, GOOD) == current
    assert expected_at(1, current, GOOD) == schema_of_script(FIRST)


def test_all_steps_with_a_backup_of_what_was(old: Path) -> None:
    before = old.read_bytes()
    with opened_with(old) as opened:
        assert (opened.version, opened.read_only) == (3, False)
        assert content(opened.writer) == [("Åse", "of Åse"), ("", None)]
        assert opened.writer.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    assert sorted(all_bytes(old.parent)) == ["velux.ropa", "velux.v1-backup.ropa"]
    backup = old.with_name("velux.v1-backup.ropa")
    assert read_header(backup).user_version == 1
    with written_by_hand(backup) as raw:
        assert raw.execute("SELECT name FROM person").fetchall() == [("Åse",), (None,)]
    assert old.read_bytes() != before
    with opened_with(old) as again:
        assert again.version == 3
    assert len(all_bytes(old.parent)) == 2


def test_backups_never_replace_each_other(old: Path) -> None:
    old.with_name("velux.v1-backup.ropa").write_bytes(b"kept")
    opened_with(old).close()
    assert sorted(all_bytes(old.parent))[1:] == ["velux.v1-backup-2.ropa", "velux.v1-backup.ropa"]
    assert old.with_name("velux.v1-backup.ropa").read_bytes() == b"kept"


def test_reading_only_converts_a_copy_in_memory(old: Path) -> None:
    before = all_bytes(old.parent)
    with opened_with(old, read_only=True) as opened:
        assert (opened.version, opened.read_only) == (3, True)
        assert len(content(opened.writer)) == 2
        with pytest.raises(sa.exc.OperationalError):
            opened.writer.exec_driver_sql("DELETE FROM note")
    assert all_bytes(old.parent) == before


def fails(connection: sa.Connection) -> None:
    demand_names(connection)
    raise ZeroDivisionError


def dangles(connection: sa.Connection) -> None:
    demand_names(connection)
    connection.exec_driver_sql("INSERT INTO note VALUES (77, 'of nobody')")


def leads_elsewhere(connection: sa.Connection) -> None:
    demand_names(connection)
    connection.exec_driver_sql("CREATE TABLE left_over (a)")


@pytest.mark.parametrize(
    ("last", "problem"),
    [
        (fails, errors.MigrationFailed),
        (dangles, errors.Damaged),
        (leads_elsewhere, errors.ForeignSchema),
    ],
)
def test_a_failed_conversion_leaves_nothing_behind(old: Path, last, problem) -> None:
    before = all_bytes(old.parent)
    for read_only in (False, True):
        with pytest.raises(problem):
            opened_with(old, steps_with(last), read_only=read_only)
        assert all_bytes(old.parent) == before
    opened_with(old).close()
    assert read_header(old).user_version == 3


def test_old_files_are_held_against_their_own_schema(old: Path) -> None:
    with written_by_hand(old) as raw:
        raw.execute("CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM person; END")
    before = all_bytes(old.parent)
    with pytest.raises(errors.ForeignSchema):
        opened_with(old)
    assert all_bytes(old.parent) == before
