"""What can be wrong with a register's file, in words for the person who opened it.

A `FileProblem` is nobody's bug: the disk is full, the file is foreign, somebody else writes. Everything
else that SQLite raises is a bug of ours and passes through untouched.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Final

from sqlalchemy.exc import DBAPIError

from ropa_app.i18n import N_, Translator


class FileProblem(Exception):
    """Tell a user why a file cannot be opened, written or copied; `text` says it in their language."""

    code: ClassVar[str] = "file_problem"
    message: ClassVar[str] = N_("“{name}” cannot be used.")

    def __init__(self, path: Path, **values: object) -> None:
        self.path = path
        self.values: dict[str, object] = {"name": path.name, **values}
        details = ", ".join(f"{name}={value!r}" for name, value in values.items())
        super().__init__(f"{self.code}: {path}" + (f" ({details})" if details else ""))

    def text(self, t: Translator) -> str:
        """Return the message in the translator's language, one or more whole sentences."""
        return t.marked(self.message, **self.values)


class MissingFile(FileProblem):
    """Nothing has that name."""

    code = "missing"
    message = N_("“{name}” was not found.")


class NotAFile(FileProblem):
    """A folder, a device or a pipe has that name."""

    code = "not_a_file"
    message = N_("“{name}” is not a file.")


class EmptyFile(FileProblem):
    """The file has no content, as after a broken download."""

    code = "empty"
    message = N_("“{name}” is empty. Fetch the file again, or take it from a backup.")


class NotARegister(FileProblem):
    """The file is of another kind."""

    code = "not_a_register"
    message = N_("“{name}” is not a register of processing activities.")


class NewerFile(FileProblem):
    """A newer program wrote the file; values: `found` and `known`, the file formats."""

    code = "newer"
    message = N_(
        "“{name}” was written by a newer version of this program (file format {found}; this version reads "
        "up to {known}). Install the newer version to open it."
    )


class WalFile(FileProblem):
    """Another database program switched the file to a write-ahead log or left one beside it."""

    code = "wal"
    message = N_(
        "“{name}” was last used by another database program, which keeps a part of the content in a second "
        "file. Close it there and set the journal mode back to DELETE."
    )


class Damaged(FileProblem):
    """The content is not whole; value: `diagnosis`, SQLite's words."""

    code = "damaged"
    message = N_("“{name}” is damaged and was left as it is. Take it from a backup. Diagnosis: {diagnosis}")


class ForeignSchema(FileProblem):
    """The file holds tables, views or triggers no register has; value: `objects`, their names."""

    code = "foreign_schema"
    message = N_(
        "“{name}” is not built as this program builds a register and was left unread. "
        "It differs in: {objects}"
    )


class JournalMismatch(FileProblem):
    """The journal beside the file is not this file's; value: `journal`, its name."""

    code = "journal_mismatch"
    message = N_(
        "The journal “{journal}” lies beside “{name}” but does not belong to it. Move the journal to another "
        "folder and open the file again."
    )


class JournalInTheWay(FileProblem):
    """A journal without its file occupies the name of a new one; value: `journal`, its name."""

    code = "journal_in_the_way"
    message = N_(
        "“{name}” cannot be written: the journal “{journal}” of an interrupted edit lies there. Choose "
        "another name, or open the register it belongs to first."
    )


class NeedsRecovery(FileProblem):
    """Whoever had the file open ended in the middle of an edit; opening it again repairs it."""

    code = "needs_recovery"
    message = N_(
        "An edit of “{name}” was interrupted in another program. Close the register and open it again."
    )


class CannotRead(FileProblem):
    """The system does not let us read the file; value: `reason`, the system's words."""

    code = "cannot_read"
    message = N_("“{name}” cannot be read: {reason}")


class CannotWrite(FileProblem):
    """The system does not let us write the file or its folder; value: `reason`, the system's words."""

    code = "cannot_write"
    message = N_("“{name}” cannot be written: {reason}")


class ReadOnlyFile(FileProblem):
    """The file may be read but not written."""

    code = "read_only"
    message = N_("“{name}” is read-only. Save a copy to go on editing.")


class ReadOnlyFolder(FileProblem):
    """The folder takes no new files, so that no edit can be made safely."""

    code = "read_only_folder"
    message = N_("The folder of “{name}” is read-only. Save a copy in another folder to go on editing.")


class Busy(FileProblem):
    """Another program is writing and did not finish within the waiting time of two seconds."""

    code = "busy"
    message = N_("Another program is writing to “{name}”. Try again in a moment.")


class OpenElsewhere(FileProblem):
    """Somebody has the file open; values: `user` and `host`."""

    code = "open_elsewhere"
    message = N_("“{name}” is open for {user} on {host}.")
    unknown: ClassVar[str] = N_("“{name}” is open in another program.")

    def text(self, t: Translator) -> str:
        """Return the message; a lock that nobody can read leaves the names out."""
        known = self.values.get("user") and self.values.get("host")
        return t.marked(self.message if known else self.unknown, **self.values)


class DiskFull(FileProblem):
    """There is no room left; nothing of the edit was kept."""

    code = "disk_full"
    message = N_("The disk is full; “{name}” is unchanged. Make room, or save a copy on another disk.")


class DeviceTrouble(FileProblem):
    """The disk or the network drive failed while reading or writing."""

    code = "device"
    message = N_("The disk or network drive with “{name}” reported an error. Save a copy on another disk.")


class MovedUnderneath(FileProblem):
    """The file was moved, removed or replaced while it was open."""

    code = "moved"
    message = N_("“{name}” was moved or replaced while it was open. Save a copy, then open the file again.")


class AlreadyExists(FileProblem):
    """A file has that name and nobody allowed to replace it."""

    code = "exists"
    message = N_("“{name}” already exists.")


class MigrationFailed(FileProblem):
    """The file of an older version could not be brought up to date; values: `found` and `known`."""

    code = "migration_failed"
    message = N_(
        "“{name}” (file format {found}) could not be converted to file format {known} and is unchanged."
    )


_LONGEST_DIAGNOSIS: Final = 200
_BY_EXTENDED: dict[int, type[FileProblem]] = {
    sqlite3.SQLITE_READONLY_DBMOVED: MovedUnderneath,
    sqlite3.SQLITE_READONLY_DIRECTORY: ReadOnlyFolder,
    sqlite3.SQLITE_READONLY_ROLLBACK: NeedsRecovery,
    sqlite3.SQLITE_READONLY_RECOVERY: NeedsRecovery,
    sqlite3.SQLITE_READONLY_CANTLOCK: WalFile,
}
_BY_PRIMARY: dict[int, type[FileProblem]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_BUSY: Busy,
    sqlite3.SQLITE_LOCKED: Busy,
    sqlite3.SQLITE_PROTOCOL: Busy,
    sqlite3.SQLITE_READONLY: ReadOnlyFile,
    sqlite3.SQLITE_CORRUPT: Damaged,
    sqlite3.SQLITE_NOTADB: Damaged,
    sqlite3.SQLITE_FORMAT: Damaged,
    sqlite3.SQLITE_IOERR: DeviceTrouble,
    sqlite3.SQLITE_CANTOPEN: CannotRead,
    sqlite3.SQLITE_PERM: CannotRead,
}
_BY_ERRNO: dict[int, type[FileProblem]] = {
    errno.ENOENT: MissingFile,
    errno.EISDIR: NotAFile,
    errno.ENOTDIR: MissingFile,
    errno.ENOSPC: DiskFull,
    getattr(errno, "EDQUOT", errno.ENOSPC): DiskFull,  # Windows has no quota error of its own
    errno.EROFS: ReadOnlyFolder,
    errno.EIO: DeviceTrouble,
    errno.EEXIST: AlreadyExists,
}


def from_sqlite(error: sqlite3.Error | DBAPIError, path: Path) -> FileProblem | None:
    """Return the problem behind an error of SQLite, None where the error is a bug of this program."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(origin, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    kind = _BY_EXTENDED.get(code) or _BY_PRIMARY.get(code & 0xFF)
    return kind(path, **_details(kind, str(origin))) if kind else None


def from_system(error: OSError, path: Path, *, writing: bool = False) -> FileProblem:
    """Return the problem behind an error of the operating system."""
    other = CannotWrite if writing else CannotRead
    kind = _BY_ERRNO.get(error.errno or 0, other)
    if writing and kind is MissingFile:
        kind = other  # it is the folder that is missing
    return kind(path, **_details(kind, error.strerror or type(error).__name__))


def _details(kind: type[FileProblem], words: str) -> dict[str, object]:
    if issubclass(kind, Damaged):
        return {"diagnosis": _words(words)}
    return {"reason": words} if issubclass(kind, (CannotRead, CannotWrite)) else {}


@contextmanager
def sqlite_problems(path: Path) -> Iterator[None]:
    """Turn errors of SQLite into a `FileProblem` of this path; bugs pass through."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        problem = from_sqlite(error, path)
        if problem is None:
            raise
        raise problem from error


@contextmanager
def judging(path: Path) -> Iterator[None]:
    """Turn every error of SQLite into a `FileProblem`, by statements that cannot fail on a whole file.

    What has no better name is damage: text that is no UTF-8, a schema format nobody knows.
    """
    try:
        yield
    except (sqlite3.Error, DBAPIError, UnicodeDecodeError) as error:
        problem = None if isinstance(error, UnicodeDecodeError) else from_sqlite(error, path)
        raise problem or Damaged(path, diagnosis=_words(str(error))) from error


def _words(text: str) -> str:
    # SQLite quotes the file, and the file may be a stranger's
    return "".join(letter if letter.isprintable() else " " for letter in text)[:_LONGEST_DIAGNOSIS]


@contextmanager
def file_problems(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Turn errors of SQLite and of the operating system into a `FileProblem` of this path."""
    try:
        with sqlite_problems(path):
            yield
    except OSError as error:
        raise from_system(error, path, writing=writing) from error
