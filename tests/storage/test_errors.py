"""Problems speak to people in their language; everything else stays an error."""

from __future__ import annotations

import errno
import inspect
import sqlite3
from pathlib import Path
from string import Formatter

import pytest

from ropa_app.i18n import LANGUAGES, translator
from ropa_app.storage import errors
from ropa_app.storage.errors import FileProblem, file_problems, from_sqlite, from_system
from tests.storage.small import written_by_hand

PATH = Path("folder") / "velux {}.ropa"
KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, FileProblem)]


def sqlite_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("words of SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_names_the_file(kind: type[FileProblem], language) -> None:
    places = {field for _, field, _, _ in Formatter().parse(kind.message) if field}
    problem = kind(PATH, **{place: f"<{place}>" for place in places - {"name"}})
    text = problem.text(translator(language))
    assert PATH.name in text
    assert all(f"<{place}>" in text for place in places - {"name"})
    assert str(problem).startswith(f"{kind.code}: {PATH}")


def test_an_unknown_holder_has_no_name_to_print() -> None:
    problem = errors.OpenElsewhere(PATH, user="", host="")
    assert problem.text(translator("en")) == f"“{PATH.name}” is open in another program."


def test_codes_are_unique() -> None:
    assert len({kind.code for kind in KINDS}) == len(KINDS) > 20


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, errors.DiskFull),
        (sqlite3.SQLITE_BUSY, errors.Busy),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, errors.Busy),
        (sqlite3.SQLITE_LOCKED, errors.Busy),
        (sqlite3.SQLITE_READONLY, errors.ReadOnlyFile),
        (sqlite3.SQLITE_READONLY_DIRECTORY, errors.ReadOnlyFolder),
        (sqlite3.SQLITE_READONLY_DBMOVED, errors.MovedUnderneath),
        (sqlite3.SQLITE_READONLY_ROLLBACK, errors.NeedsRecovery),
        (sqlite3.SQLITE_CORRUPT, errors.Damaged),
        (sqlite3.SQLITE_CORRUPT_INDEX, errors.Damaged),
        (sqlite3.SQLITE_NOTADB, errors.Damaged),
        (sqlite3.SQLITE_IOERR_READ, errors.DeviceTrouble),
        (sqlite3.SQLITE_CANTOPEN, errors.CannotRead),
        (sqlite3.SQLITE_PERM, errors.CannotRead),
    ],
)
def test_errors_of_sqlite_become_problems(code: int, kind: type[FileProblem]) -> None:
    problem = from_sqlite(sqlite_error(code), PATH)
    assert type(problem) is kind
    assert "{" not in problem.text(translator("en")).replace(PATH.name, "")


@pytest.mark.parametrize("code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISUSE])
def test_our_own_mistakes_stay_errors(code: int) -> None:
    error = sqlite_error(code)
    assert from_sqlite(error, PATH) is None
    with pytest.raises(sqlite3.OperationalError) as caught, file_problems(PATH):
        raise error
    assert caught.value is error
    assert from_sqlite(sqlite3.ProgrammingError("no code"), PATH) is None


@pytest.mark.parametrize(
    ("number", "writing", "kind"),
    [
        (errno.ENOENT, False, errors.MissingFile),
        (errno.EACCES, False, errors.CannotRead),
        (errno.EACCES, True, errors.CannotWrite),
        (errno.ENOENT, True, errors.CannotWrite),
        (errno.ENOSPC, True, errors.DiskFull),
        (errno.EROFS, True, errors.ReadOnlyFolder),
        (errno.EIO, False, errors.DeviceTrouble),
        (errno.EISDIR, False, errors.NotAFile),
    ],
)
def test_errors_of_the_system_become_problems(number: int, writing: bool, kind: type[FileProblem]) -> None:
    problem = from_system(OSError(number, "words of the system"), PATH, writing=writing)
    assert type(problem) is kind
    if kind in (errors.CannotRead, errors.CannotWrite):
        assert "words of the system" in problem.text(translator("en"))


def test_a_real_error_keeps_its_cause(tmp_path: Path) -> None:
    path = tmp_path / "a.ropa"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 500)
    with pytest.raises(errors.Damaged) as caught, file_problems(path), written_by_hand(path) as raw:
        raw.execute("SELECT * FROM sqlite_schema")
    assert isinstance(caught.value.__cause__, sqlite3.DatabaseError)
    assert caught.value.values["diagnosis"] == "file is not a database"
