"""The contents of approved versions: canonical JSON of the whole state, compressed, in a table of its own."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import sqlalchemy as sa

from ropa_app.domain.plain import canonical, from_plain, to_plain
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.storage.schema import SCHEMA_VERSION, VERSION_CONTENT

_LEVEL: Final = 9
_LARGEST: Final = 1 << 30
_BEGINNING: Final = '"records":['


def packed(records: Iterable[Record], law: Mapping[str, Any]) -> bytes:
    """Return the content of a version: its records by kind and id, and the law data it was judged by."""
    plain = sorted((to_plain(record) for record in records), key=lambda one: (one["kind"], one["id"]))
    return pack({"schema": SCHEMA_VERSION, "records": plain, "law": law})


def pack(content: Mapping[str, Any]) -> bytes:
    """Compress the plain content of a version."""
    return zlib.compress(canonical(content).encode(), _LEVEL)


def unpack(body: bytes) -> dict[str, Any]:
    """Return the plain content of a version; raise ValueError where it is not one."""
    content = json.loads(_expanded(body))
    if not isinstance(content, dict):
        raise TypeError("the content of a version is not an object")
    return content


def _expanded(body: bytes) -> bytes:
    expander = zlib.decompressobj()
    try:
        return expander.decompress(body, _LARGEST)
    except zlib.error as problem:
        raise ValueError("the content of a version cannot be read") from problem


def each(body: bytes) -> Iterator[dict[str, Any]]:
    """Yield the records of a packed content in plain form, by kind and id, no more than one in memory.

    Raises ValueError where that is none.
    """
    text = _expanded(body).decode()
    # A quotation mark inside a string is written with a backslash, so only the key itself looks like this.
    at = text.index(_BEGINNING) + len(_BEGINNING)
    decoder = json.JSONDecoder()
    while not text.startswith("]", at):
        plain, at = decoder.raw_decode(text, at)
        yield plain
        at += text.startswith(",", at)


def records(content: Mapping[str, Any]) -> list[Record]:
    """Return the records of a version's plain content; raise NotARecord where one is none."""
    return [from_plain(plain) for plain in content["records"]]


def body(connection: sa.Connection, version: RecordId) -> bytes | None:
    """Return the stored content of a version, None where there is none."""
    found: bytes | None = connection.scalar(
        sa.select(VERSION_CONTENT.c.body).where(VERSION_CONTENT.c.version == version)
    )
    return found


def store(connection: sa.Connection, version: RecordId, content: bytes) -> None:
    """Write the content of a new version, in the caller's transaction."""
    connection.execute(sa.insert(VERSION_CONTENT), {"version": version, "body": content})
