"""Schemas are the same where only the writing differs, and different where anything else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from ropa_app.storage import errors
from ropa_app.storage.connection import Mode, engine
from ropa_app.storage.schema_check import (
    check_schema,
    compare,
    normalised,
    schema_of_metadata,
    schema_of_script,
)
from tests.storage.small import METADATA, SCHEMA, create


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("CREATE TABLE a (b,  c)", "CREATE TABLE a(\n\tb,c )", True),
        ('CREATE TABLE "a" (b)', "CREATE TABLE a (b)", True),
        ('CREATE TABLE "a b" (b)', "CREATE TABLE a b (b)", False),
        ("CREATE TABLE a (b DEFAULT 'x  y')", "CREATE TABLE a (b DEFAULT 'x y')", False),
        ("CREATE TABLE a (b DEFAULT 'b')", "CREATE TABLE a (b DEFAULT b)", False),
        ("CREATE TABLE a (b DEFAULT 'it''s ( x')", "CREATE TABLE a (b DEFAULT 'it''s (x')", False),
        ("CREATE TABLE a (b)", "CREATE TABLE a (b) STRICT", False),
        ("CREATE TABLE a (b)", "CREATE TABLE A (b)", False),
        ("a /* c */", "a", False),
    ],
)
def test_normalised(one: str, two: str, same: bool) -> None:
    assert (normalised(one) == normalised(two)) is same


def test_declared_and_stored_are_the_same(tmp_path: Path) -> None:
    path = create(tmp_path / "a.ropa")
    assert schema_of_metadata(METADATA) == SCHEMA
    assert ("table", "record") in SCHEMA
    with engine(path, Mode.READ).connect() as connection:
        check_schema(connection, SCHEMA, path)


def test_differences_by_kind() -> None:
    one = schema_of_script("CREATE TABLE a (x); CREATE TABLE b (x UNIQUE); CREATE INDEX i ON a (x)")
    two = schema_of_script("CREATE TABLE a (y); CREATE TABLE c (x); CREATE INDEX i ON c (x)")
    difference = compare(one, two)
    assert difference.extra == (("index", "sqlite_autoindex_b_1"), ("table", "b"))
    assert difference.missing == (("table", "c"),)
    assert difference.different == (("index", "i"), ("table", "a"))
    assert not compare(one, one)


def test_many_strangers_are_counted(tmp_path: Path) -> None:
    path = create(tmp_path / "a.ropa")
    expected = schema_of_script(";".join(f"CREATE TABLE t{n} (a)" for n in range(9)))
    with engine(path, Mode.READ).connect() as connection, pytest.raises(errors.ForeignSchema) as caught:
        check_schema(connection, expected, path)
    assert str(caught.value.values["objects"]).endswith(f"(+{len(SCHEMA) + 9 - 5})")
