"""Opening: the whole chain of checks on real files; refusing never changes a byte."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ropa_app.i18n import translator
from ropa_app.storage import errors
from ropa_app.storage.connection import transaction
from ropa_app.storage.identity import Underneath
from ropa_app.storage.lock_file import lock_path
from ropa_app.storage.migrations import newest
from ropa_app.storage.opening import ReadOnlyReason, create_file, open_file
from tests.storage.small import (
    LINK,
    METADATA,
    RECORD,
    SCHEMA,
    all_bytes,
    bare_database,
    create,
    open_small,
    rounds,
    stored_rounds,
    write_round,
    written_by_hand,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return create(tmp_path / "velux.ropa", rows=20)


def test_open_write_close_reopen(path: Path) -> None:
    with open_small(path) as opened:
        assert (opened.read_only, opened.read_only_reason, opened.lock_holder) == (False, None, None)
        assert opened.lock is not None
        assert opened.version == newest()
        assert opened.read_only_text(translator("nb")) == ""
        write_round(opened, 7)
        assert opened.underneath() is Underneath.SAME
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    with open_small(path) as again:
        assert stored_rounds(again.writer) == {7}
    again.close()


def test_second_opener_reads_and_knows_who_edits(path: Path) -> None:
    with open_file(path, expected=SCHEMA, user="Kari") as first, open_small(path) as second:
        assert second.read_only_reason is ReadOnlyReason.LOCKED
        assert second.lock is None
        assert second.lock_holder is not None
        assert (second.lock_holder.user, second.lock_holder.own) == ("Kari", True)
        assert "Kari" in second.read_only_text(translator("en"))
        write_round(first, 3)
        assert stored_rounds(second.writer) == {3}
        assert second.underneath() is Underneath.CHANGED
        assert second.underneath() is Underneath.SAME
        with pytest.raises(errors.ReadOnlyFile), transaction(second.writer):
            pass
    with open_small(path) as third:
        assert not third.read_only


def test_unknown_holder_is_named_as_such(path: Path) -> None:
    lock_path(path).write_bytes(b"{}")
    with open_small(path) as opened:
        assert opened.read_only_reason is ReadOnlyReason.LOCKED_UNKNOWN
        assert "Somebody" in opened.read_only_text(translator("en"))
    assert lock_path(path).exists()


def test_reading_only_leaves_no_trace(path: Path) -> None:
    before = all_bytes(path.parent)
    with open_small(path, read_only=True) as opened:
        assert opened.read_only_reason is ReadOnlyReason.REQUESTED
        assert all_bytes(path.parent) == before
        assert stored_rounds(opened.writer) == {0}
    assert all_bytes(path.parent) == before


def test_a_link_to_the_file_locks_the_file(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "desk" / "shortcut.ropa"
    elsewhere.parent.mkdir()
    elsewhere.symlink_to(path)
    with open_small(elsewhere) as opened:
        assert opened.path == path
        assert lock_path(path).exists()
        with open_small(path) as second:
            assert second.read_only


def add(path: Path, sql: str) -> None:
    with written_by_hand(path) as raw:
        raw.execute(sql)


DELETE_ALL = "BEGIN DELETE FROM link; END"


@pytest.mark.parametrize(
    ("sql", "name"),
    [
        (f"CREATE TRIGGER evil AFTER UPDATE ON record {DELETE_ALL}", "evil"),
        (
            "CREATE VIEW evil AS WITH RECURSIVE t(a) AS (SELECT 1 UNION ALL SELECT a FROM t) SELECT * FROM t",
            "evil",
        ),
        ("CREATE TABLE evil (a)", "evil"),
        ("CREATE INDEX evil ON record (round)", "evil"),
        ("CREATE VIRTUAL TABLE evil USING fts5(a)", "evil"),
        ("ALTER TABLE record ADD COLUMN evil", "record"),
        ("DROP TABLE link", "link"),
        ("DROP INDEX ix_link_target", "ix_link_target"),
        ("ANALYZE", "sqlite_stat1"),
        ('CREATE TABLE "a\x1b[31m\nb" (a)', "a[31mb"),
    ],
)
def test_smuggled_objects_are_named_and_nothing_is_run(path: Path, sql: str, name: str) -> None:
    add(path, sql)
    before = all_bytes(path.parent)
    with pytest.raises(errors.ForeignSchema) as caught:
        open_small(path)
    assert name in str(caught.value.values["objects"])
    assert all_bytes(path.parent) == before


def test_view_in_place_of_a_table(path: Path) -> None:
    add(path, "ALTER TABLE record RENAME TO hidden")
    add(path, "CREATE VIEW record AS SELECT * FROM hidden")
    with pytest.raises(errors.ForeignSchema):
        open_small(path)


def test_references_that_dangle_are_damage(path: Path) -> None:
    add(path, "INSERT INTO link (source, target) VALUES (1, 999)")
    before = all_bytes(path.parent)
    with pytest.raises(errors.Damaged, match="foreign key: link 1 -> record"):
        open_small(path)
    assert all_bytes(path.parent) == before


def test_a_schema_format_sqlite_does_not_know(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[44:48] = b"\x00\x00\x00\x05"
    path.write_bytes(content)
    with pytest.raises(errors.Damaged, match="unsupported file format"):
        open_small(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("old", [b"source INTEGER", b"CREATE TABLE link"])
def test_definitions_that_are_no_text(path: Path, old: bytes) -> None:
    content = path.read_bytes().replace(old, b"\x80" + old[1:])
    path.write_bytes(content)
    with pytest.raises(errors.Damaged) as caught:
        open_small(path)
    assert str(caught.value.values["diagnosis"]).isprintable()
    assert path.read_bytes() == content


def test_newer_and_foreign_files_are_left_alone(tmp_path: Path) -> None:
    for number, (version, application) in enumerate([(newest() + 1, 0x524F5041), (1, 7), (0, 0x524F5041)]):
        bare_database(tmp_path / f"{number}.ropa", version, application)
    before = all_bytes(tmp_path)
    for name in before:
        with pytest.raises((errors.NewerFile, errors.NotARegister)):
            open_small(tmp_path / name)
    assert all_bytes(tmp_path) == before


def test_wal_file_is_refused_with_its_log(path: Path) -> None:
    with written_by_hand(path) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("UPDATE record SET round = 5")
        before = all_bytes(path.parent)
        with pytest.raises(errors.WalFile):
            open_small(path)
        assert all_bytes(path.parent) == before


def test_pages_of_another_file_in_the_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:8192] = os.urandom(4096)
    path.write_bytes(content)
    with pytest.raises(errors.Damaged):
        open_small(path)
    assert path.read_bytes() == content


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cut=st.integers(0, 20_480),
    changes=st.lists(st.tuples(st.integers(0, 20_479), st.binary(min_size=1, max_size=40)), max_size=6),
    tail=st.binary(max_size=40),
)
def test_whatever_is_refused_keeps_every_byte(path: Path, cut: int, changes, tail: bytes) -> None:
    folder = path.parent / "broken"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    content = bytearray(path.read_bytes())
    for at, new in changes:
        content[at : at + len(new)] = new
    (folder / "a.ropa").write_bytes(bytes(content[: len(content) - cut // 2]) + tail)
    before = all_bytes(folder)
    with contextlib.suppress(errors.FileProblem):
        open_small(folder / "a.ropa").close()
    assert all_bytes(folder) == before


def test_file_swapped_or_gone_while_open(path: Path) -> None:
    with open_small(path) as opened:
        copy = shutil.copyfile(path, path.with_name("other.ropa"))
        Path(copy).replace(path)
        assert opened.underneath() is Underneath.REPLACED
        path.unlink()
        assert opened.underneath() is Underneath.MISSING


def test_new_file_is_private_and_complete(tmp_path: Path) -> None:
    path = create(tmp_path / "new.ropa")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes()[68:72] == b"ROPA"
    assert [entry.name for entry in tmp_path.iterdir()] == ["new.ropa"]


def test_creating_overwrites_only_when_asked(tmp_path: Path) -> None:
    path = create(tmp_path / "a.ropa")
    before = path.read_bytes()
    with pytest.raises(errors.AlreadyExists):
        create_file(path, metadata=METADATA)
    assert path.read_bytes() == before
    create_file(path, metadata=METADATA, overwrite=True)
    with open_small(path) as opened:
        assert stored_rounds(opened.writer) == set()


def test_creating_never_replaces_what_somebody_has_open(path: Path) -> None:
    with open_small(path), pytest.raises(errors.OpenElsewhere):
        create_file(path, metadata=METADATA, overwrite=True)


def test_creating_respects_the_journal_of_an_interrupted_edit(tmp_path: Path) -> None:
    (tmp_path / "a.ropa-journal").write_bytes(b"\xd9\xd5\x05\xf9")
    before = all_bytes(tmp_path)
    with pytest.raises(errors.JournalInTheWay):
        create_file(tmp_path / "a.ropa", metadata=METADATA)
    assert all_bytes(tmp_path) == before


def dangling(connection: sa.Connection) -> None:
    connection.execute(RECORD.insert(), rounds(0, 3))
    connection.execute(LINK.insert(), {"source": 1, "target": 88})


def failing(connection: sa.Connection) -> None:
    connection.execute(RECORD.insert(), rounds(0, 3))
    raise ZeroDivisionError


@pytest.mark.parametrize(("fill", "error"), [(dangling, errors.Damaged), (failing, ZeroDivisionError)])
def test_a_failed_creation_leaves_nothing(tmp_path: Path, fill, error: type[Exception]) -> None:
    with pytest.raises(error):
        create_file(tmp_path / "a.ropa", metadata=METADATA, fill=fill)
    assert list(tmp_path.iterdir()) == []


def test_creating_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(errors.FileProblem):
        create_file(tmp_path / "absent" / "a.ropa", metadata=METADATA)
