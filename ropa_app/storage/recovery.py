"""After an interrupted edit a journal lies beside the file; here it is tried out before it is trusted.

SQLite rolls such a journal back as soon as it opens the file. That is right for the journal of this file
and ruinous for any other: one that was left by an older file of the same name, one that a stranger sent
along. So both are first copied into a private folder and rolled back and checked there.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol

import sqlalchemy as sa

from ropa_app.storage.backup import in_memory_copy
from ropa_app.storage.connection import Mode, engine
from ropa_app.storage.errors import Busy, FileProblem, JournalMismatch, file_problems
from ropa_app.storage.header import read_header
from ropa_app.storage.identity import Identity
from ropa_app.storage.journal import has_journal, journal_of


class Check(Protocol):
    """Judge a file by a connection to it."""

    def whole(self, connection: sa.Connection) -> None:
        """Raise a FileProblem unless it is a register with every page in order."""

    def sound(self, connection: sa.Connection) -> bool:
        """Tell whether the content is what the last edit left, as far as the file itself can tell."""


_JOURNAL_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_WAIT_S: Final = 2.0
_PAUSE_S: Final = 0.05
_ATTEMPTS: Final = 5


def wait_for_writer(path: Path) -> bool:
    """Wait while another program is in the middle of an edit; return whether its journal is gone."""
    deadline = time.monotonic() + _WAIT_S
    while has_journal(path):
        if time.monotonic() > deadline:
            return False
        time.sleep(_PAUSE_S)
    return True


def rehearse(path: Path, check: Check) -> None:
    """Try out, on a private copy, what the journal makes of the file; the original is not touched.

    Raises JournalMismatch where the file is whole only without the journal, else the problem that `check`
    found, and Busy where another program keeps writing.
    """
    with _private_copy(path) as copy:
        _check_recovered(path, copy, check)


def recovered_in_memory(path: Path, check: Check) -> sa.Engine:
    """Roll the journal back on a private copy and return that copy in memory; raises as `rehearse`."""
    with _private_copy(path) as copy:
        _check_recovered(path, copy, check)
        return in_memory_copy(copy, shown_as=path)


def _check_recovered(path: Path, copy: Path, check: Check) -> None:
    if _names_super_journal(journal_of(copy)):
        raise JournalMismatch(path, journal=journal_of(path).name)
    before = read_header(copy).change_counter
    try:
        sound = _is_sound(path, copy, check)
    except FileProblem as problem:
        if _sound_without_journal(path, check) is not None:
            raise JournalMismatch(path, journal=journal_of(path).name) from problem
        raise
    if not sound and _sound_without_journal(path, check):
        raise JournalMismatch(path, journal=journal_of(path).name)
    # an edit raises the counter by one: a journal that leads elsewhere is from another time or file
    if (before - read_header(copy).change_counter) % 2**32 > 1:
        raise JournalMismatch(path, journal=journal_of(path).name)


def _is_sound(path: Path, copy: Path, check: Check) -> bool:
    with engine(copy, Mode.WRITE, shown_as=path).connect() as connection:  # rolls the journal back
        check.whole(connection)
        return check.sound(connection)


def _sound_without_journal(path: Path, check: Check) -> bool | None:
    """Look at the file alone; None where it is not even whole."""
    with _private_copy(path, journal=False) as copy:
        try:
            return _is_sound(path, copy, check)
        except FileProblem:
            return None


def _names_super_journal(journal: Path) -> bool:
    """Whether the journal speaks of a transaction over several files.

    No register is ever part of one, and SQLite would *delete* the file named there, whatever it is.
    """
    if not journal.exists():
        return False
    with journal.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - len(_JOURNAL_MAGIC)))
        return size > 2 * len(_JOURNAL_MAGIC) and file.read() == _JOURNAL_MAGIC


@contextmanager
def _private_copy(path: Path, *, journal: bool = True) -> Iterator[Path]:
    """Copy the file and its journal into a folder that only its owner may enter; remove it at the end."""
    with file_problems(path), tempfile.TemporaryDirectory(prefix="ropa-") as folder:
        copy = Path(folder) / path.name
        for _attempt in range(_ATTEMPTS):
            before = _states(path)
            _copy_both(path, copy, journal=journal)
            if _states(path) == before:
                break
            time.sleep(_PAUSE_S)
        else:
            raise Busy(path)
        yield copy


def _copy_both(path: Path, copy: Path, *, journal: bool) -> None:
    shutil.copyfile(path, copy)
    journal_of(copy).unlink(missing_ok=True)
    if journal and has_journal(path):
        shutil.copyfile(journal_of(path), journal_of(copy))


def _states(path: Path) -> tuple[Identity, Identity | None]:
    try:
        journal = Identity.of(journal_of(path))
    except FileNotFoundError:
        journal = None
    return Identity.of(path), journal
