"""Whether a file is whole: its pages by SQLite's quick check, its references by its foreign keys."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import sqlalchemy as sa

from ropa_app.storage.connection import raw_connection
from ropa_app.storage.errors import Damaged, judging
from ropa_app.storage.schema_check import Schema, check_schema

_MOST: Final = 3


def check_pages(connection: sa.Connection, path: Path) -> None:
    """Raise Damaged unless SQLite finds every page in order (30 ms for a large register)."""
    found = [row[0] for row in raw_connection(connection).execute(f"PRAGMA quick_check({_MOST})")]
    if found != ["ok"]:
        raise Damaged(path, diagnosis="; ".join(str(line) for line in found))


def check_references(connection: sa.Connection, path: Path) -> None:
    """Raise Damaged if a row points at one that is not there."""
    dangling = raw_connection(connection).execute("PRAGMA foreign_key_check").fetchmany(_MOST)
    if dangling:
        rows = "; ".join(f"{table} {row} -> {parent}" for table, row, parent, _ in dangling)
        raise Damaged(path, diagnosis=f"foreign key: {rows}")


def check_file(connection: sa.Connection, path: Path, expected: Schema) -> None:
    """Check the schema, then pages and references; raises ForeignSchema, Damaged or another FileProblem."""
    with judging(path):
        check_schema(connection, expected, path)
        check_pages(connection, path)
        check_references(connection, path)
