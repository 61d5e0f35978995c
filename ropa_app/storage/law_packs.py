"""The law data that somebody loaded into a register: at most one pack, in a table of its own.

Storage knows nothing of law: a pack is a name, the SHA-256 of its files, and a packed body.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Final, NamedTuple

import sqlalchemy as sa

from ropa_app.domain.plain import canonical
from ropa_app.storage.schema import LAW_PACK

_LEVEL: Final = 9
# A stranger's file must not make the program fill the memory.
_LARGEST: Final = 8 << 20


class LawPack(NamedTuple):
    """Law data as a register keeps them: `digest` is the SHA-256 of the files, 64 hexadecimal digits."""

    digest: str
    body: bytes


def pack(digest: str, files: Mapping[str, str]) -> LawPack:
    """Return the texts of the files of law data as a register keeps them."""
    return LawPack(digest, zlib.compress(canonical(dict(files)).encode(), _LEVEL))


def unpack(kept: LawPack) -> dict[str, str]:
    """Return the texts of the files by their names; raise ValueError where the body is not that."""
    expander = zlib.decompressobj()
    try:
        files = json.loads(expander.decompress(kept.body, _LARGEST))
    except (zlib.error, RecursionError) as problem:
        raise ValueError("the kept law data cannot be read") from problem
    if not isinstance(files, dict) or not all(isinstance(text, str) for text in files.values()):
        raise ValueError("the kept law data are not texts")
    return files


def every(connection: sa.Connection) -> list[LawPack]:
    """Return all packs of the file: none or one, unless a stranger put more into it."""
    rows = connection.execute(sa.select(LAW_PACK).order_by(LAW_PACK.c.digest))
    return [LawPack(row.digest, row.body) for row in rows]


def stored(connection: sa.Connection) -> LawPack | None:
    """Return the pack that the file keeps, None where it keeps none."""
    return next(iter(every(connection)), None)


def store(connection: sa.Connection, kept: LawPack) -> None:
    """Keep a pack in place of the one before, in the caller's transaction."""
    connection.execute(sa.delete(LAW_PACK))
    connection.execute(sa.insert(LAW_PACK), kept._asdict())
