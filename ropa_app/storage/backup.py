"""Copies of a register that is open: through SQLite's backup interface, a consistent state every time."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from ropa_app.storage import lock_file
from ropa_app.storage.connection import (
    Mode,
    connect,
    connect_memory,
    memory_engine,
    path_of,
    raw_connection,
)
from ropa_app.storage.errors import (
    AlreadyExists,
    Busy,
    Damaged,
    JournalInTheWay,
    OpenElsewhere,
    WalFile,
    file_problems,
    sqlite_problems,
)
from ropa_app.storage.header import has_log
from ropa_app.storage.journal import has_journal, journal_of
from ropa_app.storage.placing import put_in_place, temporary_beside

Source = Path | sa.Connection | sa.Engine
"""What can be copied. A connection is copied in the thread it belongs to, outside any transaction."""

_PATIENCE_S: Final = 10.0


def copy_to(source: Source, target: Path, *, overwrite: bool = False) -> Path:
    """Write a copy of a register and return where it lies; the target appears whole or not at all.

    Raises AlreadyExists unless `overwrite`, OpenElsewhere where somebody has the target open, Busy where
    another program keeps the source locked, DiskFull and other FileProblems. The source may not be the
    target: ValueError.
    """
    target = target.resolve()
    with _opened(source) as (raw, path):
        check_target(target, overwrite=overwrite)
        if target.exists() and path.exists() and target.samefile(path):
            raise ValueError("a register cannot be copied onto itself")
        with temporary_beside(target) as passing:
            with file_problems(target, writing=True), closing(connect(passing, Mode.WRITE)) as copy:
                _copy(raw, copy, path)
                if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                    raise Damaged(path, diagnosis="quick_check")
            put_in_place(passing, target, overwrite=overwrite)
    return target


def in_memory_copy(source: Source, *, shown_as: Path | None = None) -> sa.Engine:
    """Copy a register into memory for a background job and return an engine on it; `dispose` frees it.

    The copy stays as it is whatever happens to the file, and holds no lock. One thread at a time.
    `shown_as` is the file that messages name, default the source.
    """
    with _opened(source) as (raw, path):
        memory = connect_memory()
        try:
            with sqlite_problems(path):
                _copy(raw, memory, path)
        except BaseException:
            memory.close()
            raise
    return memory_engine(memory, shown_as or path)


def check_target(target: Path, *, overwrite: bool) -> None:
    """Refuse a name that is taken, open elsewhere, or would fall to the journal of an interrupted edit.

    Raises AlreadyExists, OpenElsewhere, JournalInTheWay, JournalMismatch or WalFile.
    """
    if target.exists() and not overwrite:
        raise AlreadyExists(target)
    holder = lock_file.read_holder(target)
    if holder is not None:
        raise OpenElsewhere(target, user=holder.user, host=holder.host)
    if has_journal(target):
        raise JournalInTheWay(target, journal=journal_of(target).name)
    if has_log(target):
        raise WalFile(target)


@contextmanager
def _opened(source: Source) -> Iterator[tuple[sqlite3.Connection, Path]]:
    if isinstance(source, Path):
        with closing(connect(source, Mode.READ)) as raw:
            yield raw, source
    elif isinstance(source, sa.Engine):
        with source.connect() as connection:
            yield raw_connection(connection), path_of(connection)
    else:
        yield raw_connection(source), path_of(source)


def _copy(raw: sqlite3.Connection, target: sqlite3.Connection, path: Path) -> None:
    if raw.in_transaction:
        raise RuntimeError("an open transaction would be copied half done")
    deadline = time.monotonic() + _PATIENCE_S

    def lose_patience(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise Busy(path)  # Python would go on trying for ever

    raw.backup(target, progress=lose_patience)
