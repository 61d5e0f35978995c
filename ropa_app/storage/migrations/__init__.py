"""From one file format to the next: numbered steps on `user_version`, all of them in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from ropa_app.storage.connection import transaction
from ropa_app.storage.integrity import check_references
from ropa_app.storage.schema_check import Schema, check_schema, schema_of_script

_FOLDER: Final = Path(__file__).parent


@cache
def frozen(version: int) -> Schema:
    """Return the schema of a file format as it was released, whatever SQLAlchemy makes of it today."""
    return schema_of_script((_FOLDER / f"format_{version}.sql").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Step:
    """Lift a file by one format: the schema it must have before, and what is done.

    A step names tables and columns in its own SQL and never asks today's declarations, which will have
    moved on. `before` returns what is frozen too: the schema over the definitions of that format.
    """

    before: Callable[[], Schema]
    run: Callable[[sa.Connection], None]


def _add_law_pack(connection: sa.Connection) -> None:
    """Make room for law data newer than those of the program; the digest of a file without any stays."""
    connection.exec_driver_sql(
        "CREATE TABLE law_pack (digest VARCHAR NOT NULL, body BLOB NOT NULL, PRIMARY KEY (digest))"
    )


STEPS: Final[tuple[Step, ...]] = (Step(lambda: frozen(1), _add_law_pack),)
"""Step i lifts file format i + 1 to i + 2."""


def newest(steps: tuple[Step, ...] = STEPS) -> int:
    """Return the file format that the last step leads to."""
    return len(steps) + 1


def expected_at(version: int, current: Schema, steps: tuple[Step, ...] = STEPS) -> Schema:
    """Return the schema of a file format, 1 to `newest`."""
    return current if version == newest(steps) else steps[version - 1].before()


def migrate(
    connection: sa.Connection, path: Path, version: int, current: Schema, steps: tuple[Step, ...] = STEPS
) -> None:
    """Bring a file of format `version` to the newest; an exception leaves it exactly as it was.

    Raises whatever a step raises, Damaged for references that dangle afterwards, ForeignSchema where the
    steps did not lead to the current schema.
    """
    connection.rollback()
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")  # a table is rebuilt by dropping it; checked below
    try:
        with transaction(connection):
            for step in steps[version - 1 :]:
                step.run(connection)
            connection.exec_driver_sql(f"PRAGMA user_version={newest(steps)}")
            check_references(connection, path)
            check_schema(connection, current, path)
    finally:
        connection.rollback()
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
