"""A register holds exactly the tables and indexes of its file format; anything else is refused unread.

Triggers and views in a foreign file run when rows are read or written, so they are looked for before the
first row is.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from ropa_app.storage.connection import connect_memory, memory_engine, raw_connection, transaction
from ropa_app.storage.errors import ForeignSchema

Key = tuple[str, str]
"""Type and name of an object."""
Schema = Mapping[Key, tuple[str, str]]
"""Each object's table and normalised definition ("" for an index that SQLite makes by itself)."""

_TOKEN: Final = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|\s+|\w+|.""", re.DOTALL)
_PLAIN_QUOTED: Final = re.compile(r'"(\w+)"')
_MOST_NAMES: Final = 5
_LONGEST_NAME: Final = 60


def normalised(sql: str) -> str:
    """Return a definition without differences in blanks and in quotes around plain names."""
    tokens = (token for token in _TOKEN.findall(sql) if not token.isspace())
    return " ".join(_PLAIN_QUOTED.sub(r"\1", token) if token[0] == '"' else token for token in tokens)


def read_schema(raw: sqlite3.Connection) -> Schema:
    """Read what the file declares; no row of any table is touched."""
    rows = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return {
        (str(kind), str(name)): (str(table), normalised(str(sql or ""))) for kind, name, table, sql in rows
    }


def schema_of_metadata(metadata: sa.MetaData) -> Schema:
    """Return the schema that SQLAlchemy's declarations create in this very SQLite."""
    raw = connect_memory()
    engine = memory_engine(raw, Path(":memory:"))
    try:
        with engine.connect() as connection, transaction(connection):
            metadata.create_all(connection)
        return read_schema(raw)
    finally:
        raw.close()


def schema_of_script(script: str) -> Schema:
    """Return the schema that SQL definitions create; old file formats are kept as such a script."""
    raw = connect_memory()
    try:
        raw.executescript(script)
        return read_schema(raw)
    finally:
        raw.close()


@dataclass(frozen=True, slots=True)
class Difference:
    """Name what a file has too much, too little and otherwise than expected."""

    extra: tuple[Key, ...]
    missing: tuple[Key, ...]
    different: tuple[Key, ...]

    def __bool__(self) -> bool:
        return bool(self.extra or self.missing or self.different)


def compare(found: Schema, expected: Schema) -> Difference:
    """Compare two schemas; the result is false where they are the same."""
    return Difference(
        extra=tuple(sorted(found.keys() - expected.keys())),
        missing=tuple(sorted(expected.keys() - found.keys())),
        different=tuple(sorted(key for key in found.keys() & expected.keys() if found[key] != expected[key])),
    )


def check_schema(connection: sa.Connection, expected: Schema, path: Path) -> None:
    """Raise ForeignSchema unless the file declares exactly what is expected."""
    difference = compare(read_schema(raw_connection(connection)), expected)
    if difference:
        keys = (*difference.extra, *difference.missing, *difference.different)
        raise ForeignSchema(path, objects=_named(keys))


def _named(keys: tuple[Key, ...]) -> str:
    # the names come out of a stranger's file
    names = ("".join(letter for letter in name if letter.isprintable()) for _, name in keys[:_MOST_NAMES])
    more = f" (+{len(keys) - _MOST_NAMES})" if len(keys) > _MOST_NAMES else ""
    return ", ".join(name[:_LONGEST_NAME] for name in names) + more
