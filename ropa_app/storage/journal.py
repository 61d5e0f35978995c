"""The rollback journal that SQLite keeps beside a file while an edit is being written."""

from __future__ import annotations

import stat
from pathlib import Path

from ropa_app.storage.errors import JournalMismatch, file_problems


def journal_of(path: Path) -> Path:
    """Return the name of a file's rollback journal."""
    return path.with_name(path.name + "-journal")


def has_journal(path: Path) -> bool:
    """Whether a journal lies beside the file that SQLite would want to roll back.

    Raises JournalMismatch for anything but a regular file of that name.
    """
    journal = journal_of(path)
    with file_problems(journal):
        try:
            found = journal.lstat()
        except FileNotFoundError:
            return False
        if not stat.S_ISREG(found.st_mode):
            raise JournalMismatch(path, journal=journal.name)
        with journal.open("rb") as file:
            return file.read(1) not in (b"", b"\x00")  # a finished one is emptied or zeroed by some programs
