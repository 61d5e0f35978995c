"""Connections to a register's file: hardened, durable, with transactions that are asked for.

Python's sqlite3 is told to begin no transaction by itself; SQLAlchemy's own idea of a transaction is then a
mere bracket around reads in autocommit. Whoever writes says `with transaction(connection):`.
"""

from __future__ import annotations

import enum
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, cast

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import NullPool, StaticPool

from ropa_app.storage.errors import ReadOnlyFile, WalFile, judging, sqlite_problems

BUSY_TIMEOUT_MS: Final = 2000
_LONGEST_VALUE: Final = 512 * 1024 * 1024
_PRAGMAS: Final = (
    "foreign_keys=ON",
    "synchronous=EXTRA",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",
    "temp_store=MEMORY",
    f"busy_timeout={BUSY_TIMEOUT_MS}",
)
_SETTINGS: Final = {
    "SQLITE_DBCONFIG_DEFENSIVE": True,
    "SQLITE_DBCONFIG_TRUSTED_SCHEMA": False,
    "SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION": False,
    "SQLITE_DBCONFIG_ENABLE_VIEW": False,
    "SQLITE_DBCONFIG_DQS_DDL": False,
    "SQLITE_DBCONFIG_DQS_DML": False,
}
_PATH: Final = "ropa_path"
_READ_ONLY: Final = "ropa_read_only"


class Mode(enum.Enum):
    """How a file is opened; neither creates one."""

    READ = "ro"
    WRITE = "rw"


def json_text(value: object) -> str:
    """Write JSON as the file holds it: sorted keys, letters as they are, no blanks."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def connect(path: Path, mode: Mode) -> sqlite3.Connection:
    """Open an existing file with every protection of a register; use it in the calling thread only.

    Raises FileProblem, WalFile among them where the file cannot leave the write-ahead log.
    """
    with judging(path):
        raw = sqlite3.connect(
            _uri(path, mode), uri=True, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000
        )
        try:
            harden(raw)
            raw.execute(f"PRAGMA query_only={'ON' if mode is Mode.READ else 'OFF'}")
            journal = raw.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
            if journal != "delete":
                raise WalFile(path)
        except BaseException:
            raw.close()
            raise
    return raw


def connect_memory() -> sqlite3.Connection:
    """Open an empty private database in memory; any one thread at a time may use it."""
    raw = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    harden(raw)
    return raw


def harden(raw: sqlite3.Connection) -> None:
    """Set limits, switches and pragmas before the first statement reads the schema."""
    raw.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    raw.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    setconfig = getattr(raw, "setconfig", None)  # Python 3.12 and later
    if setconfig is not None:
        for name, on in _SETTINGS.items():
            setconfig(getattr(sqlite3, name), on)
    for pragma in _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")


def _uri(path: Path, mode: Mode) -> str:
    uri = path.absolute().as_uri()
    if not uri.startswith("file:///"):  # a Windows share: SQLite takes no host name, but four slashes
        uri = "file:////" + uri.removeprefix("file://")
    return f"{uri}?mode={mode.value}"


def engine(path: Path, mode: Mode, *, shown_as: Path | None = None) -> sa.Engine:
    """Return an engine on a file; every connection is a new one and closes with its use.

    `shown_as` is the file that messages name, where the one at hand has a passing name.
    """
    made = sa.create_engine(
        "sqlite://", creator=lambda: connect(path, mode), poolclass=NullPool, json_serializer=json_text
    )
    _remember(made, shown_as or path, read_only=mode is Mode.READ)
    return made


def memory_engine(raw: sqlite3.Connection, path: Path) -> sa.Engine:
    """Return an engine on one in-memory connection; `path` is the file that messages name."""
    made = sa.create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool, json_serializer=json_text)
    _remember(made, path, read_only=False)
    return made


def _remember(made: sa.Engine, path: Path, *, read_only: bool) -> None:
    @event.listens_for(made, "connect")
    def note(_raw: object, record: Any) -> None:
        record.info[_PATH] = path
        record.info[_READ_ONLY] = read_only


def make_read_only(connection: sa.Connection) -> None:
    """Let a connection read only from now on."""
    raw_connection(connection).execute("PRAGMA query_only=ON")
    connection.info[_READ_ONLY] = True


def path_of(connection: sa.Connection) -> Path:
    """Return the file a connection of this module works on."""
    found: Path = connection.info[_PATH]
    return found


def raw_connection(connection: sa.Connection) -> sqlite3.Connection:
    """Return the sqlite3 connection under an SQLAlchemy one."""
    return cast(sqlite3.Connection, connection.connection.dbapi_connection)


@contextmanager
def transaction(connection: sa.Connection) -> Iterator[sa.Connection]:
    """Write in one transaction, table definitions and user_version included: all of it or nothing.

    Raises ReadOnlyFile before anything is tried, Busy after two seconds beside another writer, DiskFull,
    MovedUnderneath and the like; after any exception the file holds what it held before. Transactions do
    not nest: RuntimeError.
    """
    path, raw = path_of(connection), raw_connection(connection)
    if connection.info[_READ_ONLY]:
        raise ReadOnlyFile(path)
    if raw.in_transaction:
        raise RuntimeError("a transaction is already open on this connection")
    if connection.in_transaction():
        connection.rollback()  # SQLAlchemy's bracket around earlier reads; SQLite has nothing open
    with sqlite_problems(path):
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()
        except BaseException:
            connection.rollback()
            raw.rollback()  # after a COMMIT that was refused SQLAlchemy thinks all is over, SQLite waits
            raise
