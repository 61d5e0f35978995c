"""Pages and references of a file."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from ropa_app.storage import errors
from ropa_app.storage.connection import Mode, engine
from ropa_app.storage.integrity import check_file, check_pages, check_references
from tests.storage.small import SCHEMA, create, written_by_hand


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return create(tmp_path / "a.ropa")


def connection_to(path: Path) -> sa.Connection:
    return engine(path, Mode.READ).connect()


def test_a_whole_file(path: Path) -> None:
    with connection_to(path) as connection:
        check_file(connection, path, SCHEMA)


def test_missing_index_entries_are_found(path: Path) -> None:
    with written_by_hand(path) as raw:
        raw.execute("INSERT INTO link VALUES (1, 2)")
        root = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'ix_link_target'").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 + 3 : (root - 1) * 4096 + 5] = b"\x00\x00"  # the index has no entries any more
    path.write_bytes(content)
    with connection_to(path) as connection, pytest.raises(errors.Damaged):
        check_pages(connection, path)


def test_truncated_file(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 4096 * 6])
    with pytest.raises(errors.Damaged), connection_to(path) as connection:
        check_file(connection, path, SCHEMA)


def test_dangling_rows_are_named(path: Path) -> None:
    with written_by_hand(path) as raw:
        raw.execute("INSERT INTO link VALUES (1, 900), (2, 901), (3, 902), (4, 903)")
    with connection_to(path) as connection, pytest.raises(errors.Damaged) as caught:
        check_references(connection, path)
    assert caught.value.values["diagnosis"] == (
        "foreign key: link 1 -> record; link 2 -> record; link 3 -> record"
    )
