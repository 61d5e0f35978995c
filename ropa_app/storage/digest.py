"""A digest of the state, kept current by adding and subtracting the hashes of rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final, NamedTuple

import sqlalchemy as sa

from ropa_app.domain.edits import Edit
from ropa_app.domain.plain import canonical, to_plain
from ropa_app.domain.record import Record
from ropa_app.domain.steps import BESIDE_CONTENT
from ropa_app.storage import law_packs
from ropa_app.storage.law_packs import LawPack
from ropa_app.storage.reading import Reader
from ropa_app.storage.schema import DIGEST, VERSION_CONTENT

_MODULUS: Final = 2**256


class Digests(NamedTuple):
    """Two sums of row hashes modulo 2**256.

    `state` covers every record, the contents of versions and the law data that were loaded; `content` leaves
    out the kinds that do not make a version outdated: it tells whether the register itself has changed.
    """

    state: int
    content: int

    def plus(self, record: Record) -> Digests:
        """Return the digests with one record more."""
        return self._moved(record, 1)

    def minus(self, record: Record) -> Digests:
        """Return the digests with one record less."""
        return self._moved(record, -1)

    def with_content(self, version: str, body: bytes) -> Digests:
        """Return the digests with the stored content of one version more."""
        return self._replace(state=(self.state + _hash_of_content(version, body)) % _MODULUS)

    def with_law(self, kept: LawPack) -> Digests:
        """Return the digests with loaded law data; they do not make a version outdated."""
        return self._replace(state=(self.state + _hash_of_law(kept)) % _MODULUS)

    def without_law(self, kept: LawPack) -> Digests:
        """Return the digests without law data that others take the place of."""
        return self._replace(state=(self.state - _hash_of_law(kept)) % _MODULUS)

    def after(self, edits: Iterable[Edit]) -> Digests:
        """Return the digests after these edits."""
        digests = self
        for edit in edits:
            if edit.before is not None:
                digests = digests.minus(edit.before)
            if edit.after is not None:
                digests = digests.plus(edit.after)
        return digests

    def _moved(self, record: Record, sign: int) -> Digests:
        amount = sign * hash_of(record)
        counted = record.KIND not in BESIDE_CONTENT
        return Digests(
            (self.state + amount) % _MODULUS, (self.content + amount) % _MODULUS if counted else self.content
        )


EMPTY: Final = Digests(0, 0)


def hash_of(record: Record) -> int:
    """Return the hash of one record, over its canonical JSON."""
    return int.from_bytes(hashlib.sha256(canonical(to_plain(record)).encode()).digest(), "big")


def _hash_of_content(version: str, body: bytes) -> int:
    return int.from_bytes(hashlib.sha256(version.encode() + b"\0" + body).digest(), "big")


def _hash_of_law(kept: LawPack) -> int:
    whole = b"law\0" + kept.digest.encode() + b"\0" + kept.body
    return int.from_bytes(hashlib.sha256(whole).digest(), "big")


def as_hex(value: int) -> str:
    """Return a digest as 64 hexadecimal digits."""
    return f"{value:064x}"


def stored(connection: sa.Connection) -> Digests:
    """Return the digests as the file holds them; a missing one reads as a value that cannot be."""
    rows = dict(connection.execute(sa.select(DIGEST.c.name, DIGEST.c.value)).all())
    return Digests(*(_parsed(rows.get(name)) for name in Digests._fields))


def _parsed(text: str | None) -> int:
    try:
        return int(text or "", 16)
    except ValueError:
        return -1


def store(connection: sa.Connection, digests: Digests) -> None:
    """Write the digests into the file, in the caller's transaction."""
    connection.execute(sa.delete(DIGEST))
    rows = [{"name": name, "value": as_hex(value)} for name, value in digests._asdict().items()]
    connection.execute(sa.insert(DIGEST), rows)


def computed(connection: sa.Connection) -> Digests:
    """Work the digests out anew from everything the file holds."""
    digests = EMPTY
    for record in Reader(connection).all():
        digests = digests.plus(record)
    for version, body in connection.execute(sa.select(VERSION_CONTENT.c.version, VERSION_CONTENT.c.body)):
        digests = digests.with_content(version, body)
    for kept in law_packs.every(connection):
        digests = digests.with_law(kept)
    return digests
