"""A register of two tables, small enough to see through; and ways to leave one behind broken."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from ropa_app.storage.connection import transaction
from ropa_app.storage.header import APPLICATION_ID
from ropa_app.storage.journal import journal_of
from ropa_app.storage.migrations import newest
from ropa_app.storage.opening import OpenedFile, create_file, open_file
from ropa_app.storage.schema_check import Schema, schema_of_metadata

METADATA: Final = sa.MetaData()
RECORD: Final = sa.Table(
    "record",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("round", sa.Integer, nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
)
LINK: Final = sa.Table(
    "link",
    METADATA,
    sa.Column("source", sa.ForeignKey("record.id"), primary_key=True),
    sa.Column("target", sa.ForeignKey("record.id", deferrable=True, initially="DEFERRED"), index=True),
)
SCHEMA: Final[Schema] = schema_of_metadata(METADATA)
ROWS: Final = 400
PROJECT: Final = Path(__file__).parents[2]
NOBODY: Final = 65534


def rounds(round_: int, rows: int = ROWS) -> list[dict[str, object]]:
    """Rows that all carry the number of the edit that wrote them."""
    return [{"id": n, "round": round_, "body": {"text": f"{round_:06} " + "å" * 300}} for n in range(1, rows)]


def create(path: Path, rows: int = ROWS) -> Path:
    def fill(connection: sa.Connection) -> None:
        if rows > 1:
            connection.execute(RECORD.insert(), rounds(0, rows))

    return create_file(path, metadata=METADATA, fill=fill)


def open_small(path: Path, *, read_only: bool = False) -> OpenedFile:
    return open_file(path, expected=SCHEMA, read_only=read_only)


def write_round(opened: OpenedFile, number: int) -> None:
    with transaction(opened.writer) as connection:
        connection.execute(RECORD.update().values(round=number, body={"text": f"{number:06} " + "å" * 300}))


def stored_rounds(connection: sa.Connection) -> set[int]:
    return set(connection.execute(sa.select(RECORD.c.round)).scalars())


def all_bytes(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its content."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def hot_pair(path: Path, target: Path, *, round_: int = 99) -> Path:
    """Copy a register in the middle of an edit: a half-written file and the journal that repairs it."""
    with open_small(path) as opened:
        raw = sqlite3.connect(path, isolation_level=None)
        raw.execute("PRAGMA cache_size=2")  # pages go to the file before the edit is committed
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE record SET round = ?", (round_,))
        shutil.copyfile(path, target)
        shutil.copyfile(journal_of(path), journal_of(target))
        raw.execute("ROLLBACK")
        raw.close()
        assert not opened.read_only
    return target


@contextmanager
def written_by_hand(path: Path) -> Iterator[sqlite3.Connection]:
    """Change a file with a bare connection, as another program would."""
    raw = sqlite3.connect(path, isolation_level=None)
    try:
        yield raw
    finally:
        raw.close()


def bare_database(path: Path, version: int = newest(), application: int = APPLICATION_ID) -> Path:
    """An SQLite file with a header of ours, or not, and one table of nobody's."""
    with written_by_hand(path) as raw:
        raw.execute(f"PRAGMA application_id={application}")
        raw.execute(f"PRAGMA user_version={version}")
        raw.execute("CREATE TABLE stranger (a)")
    return path


def run_unprivileged(script: str, *arguments: object) -> str:
    """Run Python code as a user whom modes of files concern (root reads and writes everything).

    Everything is imported before, since the interpreter may lie where only root can read.
    """
    prefix = "import os, sys\nfrom pathlib import Path\n"
    prefix += "from tests.storage.small import *\n"
    prefix += "from ropa_app.storage.process import birth_of\n"
    prefix += "from ropa_app.storage.backup import copy_to\n"
    prefix += "if os.getuid() == 0:\n"
    prefix += f"    os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", prefix + script, *map(str, arguments)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
