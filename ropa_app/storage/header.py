"""The first hundred bytes of a file, read without SQLite, so that nothing foreign ever reaches it.

The layout is SQLite's published file format, section 1.3; numbers are big-endian.
"""

from __future__ import annotations

import stat
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ropa_app.storage.errors import EmptyFile, NewerFile, NotAFile, NotARegister, WalFile, file_problems

APPLICATION_ID: Final = 0x524F5041
"""The letters ROPA; `file` prints them, MIME rules find them at offset 68."""

_SIZE: Final = 100
_MAGIC: Final = b"SQLite format 3\x00"
_PAYLOAD_FRACTIONS: Final = bytes((64, 32, 32))
_UTF8: Final = 1


@dataclass(frozen=True, slots=True)
class Header:
    """Hold what the header says: page size in bytes, counter of changes, file format and kind."""

    page_size: int
    write_version: int
    read_version: int
    change_counter: int
    encoding: int
    user_version: int
    application_id: int

    @property
    def uses_wal(self) -> bool:
        """Whether the file is kept with a write-ahead log, which a register never is."""
        return self.write_version != 1 or self.read_version != 1


def read_header(path: Path) -> Header:
    """Read the header of an SQLite file.

    Raises MissingFile, NotAFile, CannotRead, EmptyFile, or NotARegister for anything SQLite did not write.
    """
    with file_problems(path):
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotAFile(path)  # never opened: a pipe would wait for its other end
        with path.open("rb") as file:
            start = file.read(_SIZE)
    if not start:
        raise EmptyFile(path)
    header = _parsed(start)
    if header is None:
        raise NotARegister(path)
    return header


def _parsed(start: bytes) -> Header | None:
    if len(start) < _SIZE or start[:16] != _MAGIC or start[21:24] != _PAYLOAD_FRACTIONS:
        return None
    (page_size,) = struct.unpack_from(">H", start, 16)
    page_size = 65536 if page_size == 1 else page_size
    if page_size < 512 or page_size & (page_size - 1):
        return None
    number = struct.Struct(">I")
    return Header(
        page_size=page_size,
        write_version=start[18],
        read_version=start[19],
        change_counter=number.unpack_from(start, 24)[0],
        encoding=number.unpack_from(start, 56)[0],
        user_version=number.unpack_from(start, 60)[0],
        application_id=number.unpack_from(start, 68)[0],
    )


def check_header(path: Path, newest: int) -> Header:
    """Read the header and refuse whatever is not a register of file format 1 to `newest`.

    Raises what `read_header` raises, NotARegister, NewerFile or WalFile.
    """
    header = read_header(path)
    if header.application_id != APPLICATION_ID or header.encoding != _UTF8 or header.user_version < 1:
        raise NotARegister(path)
    if header.user_version > newest:
        raise NewerFile(path, found=header.user_version, known=newest)
    if header.uses_wal or has_log(path):
        raise WalFile(path)
    return header


def has_log(path: Path) -> bool:
    """Whether a write-ahead log lies beside the file: SQLite would read it whatever the header says."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size > 0
    except OSError:
        return False
