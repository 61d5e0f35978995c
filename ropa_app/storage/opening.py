"""Opening and creating a register's file: nothing of a file is trusted, and none that is refused is changed.

The order is header, lock, journal, connection, schema, pages and references, migrations.
"""

from __future__ import annotations

import enum
import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import sqlalchemy as sa

from ropa_app.i18n import N_, Translator
from ropa_app.storage import lock_file, migrations, recovery
from ropa_app.storage.backup import check_target, copy_to, in_memory_copy
from ropa_app.storage.connection import Mode, engine, make_read_only, raw_connection, transaction
from ropa_app.storage.errors import (
    FileProblem,
    MigrationFailed,
    MovedUnderneath,
    NotARegister,
    file_problems,
    judging,
    sqlite_problems,
)
from ropa_app.storage.header import APPLICATION_ID, check_header
from ropa_app.storage.identity import Identity, Underneath
from ropa_app.storage.integrity import check_file, check_references
from ropa_app.storage.journal import has_journal
from ropa_app.storage.lock_file import Holder, LockFile
from ropa_app.storage.migrations import STEPS, Step
from ropa_app.storage.placing import put_in_place, temporary_beside
from ropa_app.storage.schema_check import Schema

PROGRAM: Final = "ropa"


class ReadOnlyReason(enum.Enum):
    """Why a register that is open cannot be edited; the value is a marked text."""

    REQUESTED = N_("The register was opened for reading only.")
    FILE = N_("The file is read-only. Save a copy to edit it.")
    FOLDER = N_("The folder is read-only. Save a copy in another folder to edit it.")
    LOCKED = N_("{user} has the register open on {host}. You can read it, but not edit it.")
    LOCKED_UNKNOWN = N_("Somebody else has the register open. You can read it, but not edit it.")


@dataclass(frozen=True, slots=True)
class _Access:
    reason: ReadOnlyReason | None
    lock: LockFile | None = None
    holder: Holder | None = None


@dataclass(frozen=True, slots=True)
class _Check:
    path: Path
    expected: Schema
    steps: tuple[Step, ...]
    content_is_sound: Callable[[sa.Connection], bool] | None

    def whole(self, connection: sa.Connection) -> None:
        with judging(self.path):
            version = _number(connection, "user_version")
            of_ours = _number(connection, "application_id") == APPLICATION_ID
        if not of_ours or not 1 <= version <= migrations.newest(self.steps):
            raise NotARegister(self.path)
        check_file(connection, self.path, migrations.expected_at(version, self.expected, self.steps))

    def sound(self, connection: sa.Connection) -> bool:
        version = _number(connection, "user_version")
        if self.content_is_sound is None or version < migrations.newest(self.steps):
            return True  # the digest of an older format is not today's to compute
        return self.content_is_sound(connection)


class OpenedFile:
    """Hold a register's file open until `close`: its one writing connection, its lock, its state."""

    def __init__(
        self, path: Path, made: sa.Engine, writer: sa.Connection, access: _Access, closing: ExitStack
    ) -> None:
        self.path: Final = path
        self.engine: Final = made
        self.writer: Final = writer
        """The one connection of the opening thread: reads in autocommit, writes in `transaction`, or only
        reads where the file is read only."""
        self.read_only_reason: Final = access.reason
        self.lock: Final = access.lock
        self.lock_holder: Final = access.holder
        """Who else has the register open for editing, None for nobody."""
        self.version: Final = _number(writer, "user_version")
        self._closing = closing
        self._identity = Identity.of(path)
        self._data_version = _number(writer, "data_version")
        self._private = _in_memory(writer)

    @property
    def read_only(self) -> bool:
        """Whether the register cannot be edited."""
        return self.read_only_reason is not None

    def read_only_text(self, t: Translator) -> str:
        """Say why the register cannot be edited, "" where it can."""
        if self.read_only_reason is None:
            return ""
        holder = self.lock_holder or Holder()
        return t.marked(self.read_only_reason.value, user=holder.user, host=holder.host)

    def underneath(self) -> Underneath:
        """Look whether the file still lies where it was opened, and whether another program wrote into it.

        CHANGED is told once for each change, the other answers for as long as they hold.
        """
        found = self._identity.underneath(self.path)
        if found in (Underneath.MISSING, Underneath.REPLACED):
            return found
        if self._private:
            if found is Underneath.CHANGED:
                self._identity = Identity.of(self.path)
            return found
        with sqlite_problems(self.path):
            before, self._data_version = self._data_version, _number(self.writer, "data_version")
        return Underneath.SAME if before == self._data_version else Underneath.CHANGED

    def close(self) -> None:
        """Give the connection and the lock back; closing twice is harmless."""
        self._closing.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_file(
    path: Path,
    *,
    expected: Schema,
    read_only: bool = False,
    sound: Callable[[sa.Connection], bool] | None = None,
    steps: tuple[Step, ...] = STEPS,
    program: str = PROGRAM,
    user: str | None = None,
) -> OpenedFile:
    """Open a register, for editing if nothing speaks against it, and check all of it.

    `expected` is the schema of the newest file format; an older file is converted first, with a backup
    beside it. `sound` compares the content with its digest; it is asked only where a journal was left, to
    tell this file's from a stranger's. `program` and `user` (default the system's) stand in the lock for
    others to read. Where the file, its folder or somebody else's lock forbids editing, the result is read
    only and says why.
    Raises FileProblem; a file that is refused keeps every byte.
    """
    with file_problems(path):
        path = path.resolve()
    check_header(path, migrations.newest(steps))
    check = _Check(path, expected, steps, sound)
    with ExitStack() as stack:
        access = _access(path, stack, read_only=read_only, program=program, user=user)
        found = Identity.of(path)
        made = _engine(path, access, check)
        stack.callback(made.dispose)
        connection = stack.enter_context(made.connect())
        check.whole(connection)
        if _number(connection, "user_version") < migrations.newest(steps):
            made, connection = _converted(path, access, connection, stack, expected, steps)
        with file_problems(path):
            if not found.same_file(Identity.of(path)):
                raise MovedUnderneath(path)
        if access.reason is not None:
            make_read_only(connection)
        return OpenedFile(path, made, connection, access, stack.pop_all())


def create_file(
    path: Path,
    *,
    metadata: sa.MetaData,
    version: int = migrations.newest(),
    fill: Callable[[sa.Connection], None] | None = None,
    overwrite: bool = False,
) -> Path:
    """Create a register's file and return where it lies; it appears complete or not at all.

    Tables, file format and what `fill` writes (called inside the transaction) become one commit. The file is
    readable by its owner only. Raises AlreadyExists unless `overwrite`, and other FileProblems.
    """
    path = path.resolve()
    with file_problems(path, writing=True):
        check_target(path, overwrite=overwrite)
    with temporary_beside(path) as passing:
        made = engine(passing, Mode.WRITE, shown_as=path)
        with made.connect() as connection, transaction(connection):
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={version}")
            metadata.create_all(connection)
            if fill is not None:
                fill(connection)
            check_references(connection, path)
        put_in_place(passing, path, overwrite=overwrite)
    return path


def _access(path: Path, stack: ExitStack, *, read_only: bool, program: str, user: str | None) -> _Access:
    """Find out whether the file may be edited, and lock it if so; the stack gives the lock back."""
    if read_only or not os.access(path, os.W_OK):
        reason = ReadOnlyReason.REQUESTED if read_only else ReadOnlyReason.FILE
        return _Access(reason, holder=lock_file.read_holder(path))
    try:
        lock = lock_file.acquire(path, program=program, user=user)
    except OSError:
        return _Access(ReadOnlyReason.FOLDER, holder=lock_file.read_holder(path))
    if isinstance(lock, Holder):
        known = lock.user and lock.host
        return _Access(ReadOnlyReason.LOCKED if known else ReadOnlyReason.LOCKED_UNKNOWN, holder=lock)
    stack.callback(lock.release)
    return _Access(None, lock=lock)


def _engine(path: Path, access: _Access, check: recovery.Check) -> sa.Engine:
    """Return an engine on the file, or on a recovered copy where its journal cannot be rolled back here."""
    editable = access.reason is None
    if has_journal(path) and not (access.holder and recovery.wait_for_writer(path)):
        if not editable:
            return recovery.recovered_in_memory(path, check)
        recovery.rehearse(path, check)
    return engine(path, Mode.WRITE if editable else Mode.READ)


def _converted(
    path: Path,
    access: _Access,
    connection: sa.Connection,
    stack: ExitStack,
    expected: Schema,
    steps: tuple[Step, ...],
) -> tuple[sa.Engine, sa.Connection]:
    """Bring an older file to the newest format: in place with a backup, in memory where it is read only."""
    version = _number(connection, "user_version")
    backup: Path | None = None
    made = connection.engine
    if access.reason is None:
        backup = copy_to(connection, _backup_path(path, version))
    else:
        made = in_memory_copy(connection, shown_as=path)
        stack.callback(made.dispose)
        connection = stack.enter_context(made.connect())
    try:
        migrations.migrate(connection, path, version, expected, steps)
    except BaseException as error:
        if backup is not None:
            backup.unlink(missing_ok=True)  # the file is what it was
        if isinstance(error, FileProblem) or not isinstance(error, Exception):
            raise
        raise MigrationFailed(path, found=version, known=migrations.newest(steps)) from error
    return made, connection


def _backup_path(path: Path, version: int) -> Path:
    """Return the first free name such as `velux.v1-backup.ropa`, `velux.v1-backup-2.ropa`."""
    number, target = 1, path.with_name(f"{path.stem}.v{version}-backup{path.suffix}")
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem}.v{version}-backup-{number}{path.suffix}")
    return target


def _number(connection: sa.Connection, pragma: str) -> int:
    value: int = raw_connection(connection).execute(f"PRAGMA {pragma}").fetchone()[0]
    return value


def _in_memory(connection: sa.Connection) -> bool:
    return not raw_connection(connection).execute("PRAGMA database_list").fetchone()[2]
