"""A journal beside the file: this file's is rolled back, any other is refused before it does harm."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from ropa_app.storage import errors, recovery
from ropa_app.storage.identity import Underneath
from ropa_app.storage.journal import has_journal, journal_of
from ropa_app.storage.lock_file import lock_path
from ropa_app.storage.opening import OpenedFile, ReadOnlyReason, open_file
from tests.storage.small import (
    SCHEMA,
    all_bytes,
    create,
    hot_pair,
    open_small,
    stored_rounds,
    write_round,
    written_by_hand,
)

JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "first").mkdir()
    return create(tmp_path / "first" / "velux.ropa")


@pytest.fixture
def hot(path: Path, tmp_path: Path) -> Path:
    """A register that was killed in the middle of an edit, alone in a folder with its journal."""
    folder = tmp_path / "killed"
    folder.mkdir()
    return hot_pair(path, folder / "velux.ropa")


def half_written(path: Path) -> bool:
    with written_by_hand(path) as raw:
        return len(raw.execute("SELECT DISTINCT round FROM record").fetchall()) == 2


def one_round(connection: sa.Connection) -> bool:
    """What the digest of a real register does: tell whether the content is one edit's."""
    return len(stored_rounds(connection)) == 1


def test_the_example_really_is_half_written(hot: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone.ropa"
    shutil.copyfile(hot, alone)
    assert half_written(alone)


def test_own_journal_is_rolled_back_in_place(hot: Path) -> None:
    with open_small(hot) as opened:
        assert not opened.read_only
        assert not journal_of(hot).exists()
        assert stored_rounds(opened.writer) == {0}
        write_round(opened, 1)
    with open_small(hot) as again:
        assert stored_rounds(again.writer) == {1}


def test_reading_only_works_on_a_recovered_copy(hot: Path) -> None:
    before = all_bytes(hot.parent)
    with open_small(hot, read_only=True) as opened:
        assert opened.read_only
        assert stored_rounds(opened.writer) == {0}
        with pytest.raises(sa.exc.OperationalError):
            opened.writer.exec_driver_sql("DELETE FROM record")
    assert all_bytes(hot.parent) == before


def test_private_copies_are_removed(hot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    private = tmp_path / "temporary"
    private.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(private))
    seen: list[int] = []

    def note(connection: sa.Connection) -> bool:
        (folder,) = private.iterdir()
        seen.append(folder.stat().st_mode & 0o777)
        return True

    with open_file(hot, expected=SCHEMA, sound=note) as opened:
        assert list(private.iterdir()) == []
        assert stored_rounds(opened.writer) == {0}
    assert seen == [0o700]


def refused(path: Path, problem: type[errors.FileProblem], sound=None) -> None:
    before = all_bytes(path.parent)
    for read_only in (False, True):
        with pytest.raises(problem):
            open_file(path, expected=SCHEMA, read_only=read_only, sound=sound)
        assert all_bytes(path.parent) == before


def test_journal_of_another_register(hot: Path, tmp_path: Path) -> None:
    other = create(tmp_path / "other.ropa", rows=2000)
    shutil.copyfile(other, hot)
    refused(hot, errors.JournalMismatch)


def test_journal_from_an_earlier_time(path: Path, hot: Path) -> None:
    with open_small(path) as opened:
        for number in range(1, 4):
            write_round(opened, number)
    shutil.copyfile(path, hot)  # as when a newer backup is laid over the interrupted file
    refused(hot, errors.JournalMismatch, sound=one_round)


def test_journal_that_would_set_the_change_counter_back(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "velux.ropa"
    with written_by_hand(path) as raw:
        raw.execute("PRAGMA cache_size=2")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("PRAGMA user_version=1")
        raw.execute("PRAGMA application_id=0")  # touches the first page, which holds the counter
        raw.execute("UPDATE record SET round = 8")
        shutil.copyfile(journal_of(path), journal_of(target))
        raw.execute("ROLLBACK")
    with open_small(path) as opened:
        for number in range(1, 4):
            write_round(opened, number)
    shutil.copyfile(path, target)
    refused(target, errors.JournalMismatch)


def test_content_that_was_unsound_before_is_no_reason_to_refuse(hot: Path) -> None:
    with open_file(hot, expected=SCHEMA, sound=lambda connection: False) as opened:
        assert stored_rounds(opened.writer) == {0}


def test_damaged_with_and_without_its_journal(hot: Path) -> None:
    content = bytearray(hot.read_bytes())
    content[4096 * 3 : 4096 * 4] = os.urandom(4096)
    hot.write_bytes(content)
    journal = bytearray(journal_of(hot).read_bytes())
    journal[512:] = os.urandom(len(journal) - 512)
    journal_of(hot).write_bytes(journal)
    refused(hot, errors.Damaged)


def test_schema_is_compared_after_the_rollback(hot: Path) -> None:
    with written_by_hand(hot) as raw:
        raw.execute("PRAGMA cache_size=2")
        raw.execute("CREATE TRIGGER evil AFTER UPDATE ON record BEGIN DELETE FROM link; END")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE record SET round = 5")
        pair = hot.parent.with_name("pair")
        pair.mkdir()
        shutil.copyfile(hot, pair / "velux.ropa")
        shutil.copyfile(journal_of(hot), journal_of(pair / "velux.ropa"))
        raw.execute("ROLLBACK")
    refused(pair / "velux.ropa", errors.ForeignSchema)


def test_a_journal_that_names_a_super_journal_deletes_nothing(hot: Path, tmp_path: Path) -> None:
    victim = tmp_path / "thesis.txt"
    victim.write_text("years of work")
    name = str(victim).encode()
    trailer = (0x40000000 // 4096 + 1).to_bytes(4, "big") + name + len(name).to_bytes(4, "big")
    with journal_of(hot).open("ab") as journal:
        journal.write(trailer + sum(name).to_bytes(4, "big") + JOURNAL_MAGIC)
    shutil.copytree(hot.parent, tmp_path / "bare")
    refused(hot, errors.JournalMismatch)
    assert victim.exists()
    with written_by_hand(tmp_path / "bare" / "velux.ropa") as raw:
        raw.execute("SELECT count(*) FROM record").fetchone()
    assert not victim.exists(), "SQLite deletes the named file: that is what the refusal is for"


def test_reader_beside_an_edit_that_does_not_end_sees_the_state_before(path: Path) -> None:
    with open_small(path) as editor, written_by_hand(path) as raw:
        raw.execute("PRAGMA cache_size=2")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE record SET round = 6")
        assert has_journal(path)
        before = all_bytes(path.parent)
        with open_small(path) as reader:
            assert reader.read_only_reason is ReadOnlyReason.LOCKED
            assert stored_rounds(reader.writer) == {0}
            assert reader.underneath() is Underneath.SAME
            assert all_bytes(path.parent) == before
            raw.execute("COMMIT")
            assert reader.underneath() is Underneath.CHANGED
        assert recovery.wait_for_writer(path)
        assert stored_rounds(editor.writer) == {6}


def test_open_beside_an_unknown_program_that_is_writing(path: Path) -> None:
    """No lock of ours, a journal, and yet nobody died: SQLite's own locks keep its edit from us."""
    with written_by_hand(path) as raw:
        raw.execute("PRAGMA cache_size=2")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE record SET round = 6")
        before = all_bytes(path.parent)
        with pytest.raises(errors.Busy):
            open_small(path)
        assert all_bytes(path.parent) == before
        raw.execute("COMMIT")
    with open_small(path) as opened:
        assert stored_rounds(opened.writer) == {6}


def test_dead_editors_lock_and_journal_are_both_taken_care_of(hot: Path) -> None:
    lock_path(hot).write_bytes(b"")
    os.utime(lock_path(hot), (1_000_000_000, 1_000_000_000))
    opened: OpenedFile
    with open_small(hot) as opened:
        assert not opened.read_only
        assert stored_rounds(opened.writer) == {0}
    assert list(all_bytes(hot.parent)) == ["velux.ropa"]
