"""A pack of law data: one zip of exactly the files of the law data, safe to read from a stranger.

An older pack may lack the tables that came later.

Nothing is unpacked to disk: the members are read into memory, each by its exact name and up to a limit, so
that neither folders, nor names that lead elsewhere, nor a zip that swells have a way in.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Final

from ropa_app.legal.reading import FILES, LATER_FILES
from ropa_app.legal.table import LawDataError

MOST_BYTES: Final = 4 << 20
"""The largest pack, and the most that its files may hold together."""
_MOST_OF_A_FILE: Final = 1 << 20
_NAME: Final = "zip"
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_ENCRYPTED: Final = 0x1
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
# What zipfile raises for a file that is broken or lies about itself.
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError),
    *(ValueError, RuntimeError, NotImplementedError, OverflowError, IndexError),
)


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return a pack of the files of law data; the same files give the same bytes."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in (one for one in FILES if one in files or one not in LATER_FILES):
            member = zipfile.ZipInfo(file, _FIRST_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, files[file])
    return target.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return the files of a pack; raise LawDataError for anything but a zip of exactly those files."""
    if len(content) > MOST_BYTES:
        raise LawDataError(_NAME, 0, f"larger than {MOST_BYTES} bytes")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            _refuse_other_files([member.filename for member in members])
            return {member.filename: _read(archive, member) for member in members}
    except _BROKEN as error:
        raise LawDataError(_NAME, 0, f"cannot be read ({type(error).__name__})") from error


def _refuse_other_files(names: list[str]) -> None:
    strange = sorted(set(names) - set(FILES))
    if strange:
        shown = "".join(letter for letter in strange[0] if letter.isprintable())[:60]
        raise LawDataError(_NAME, 0, f"“{shown}” does not belong into a pack")
    missing = sorted(set(FILES) - LATER_FILES - set(names))
    if missing:
        raise LawDataError(_NAME, 0, f"{missing[0]} is missing")
    if len(names) != len(set(names)):
        raise LawDataError(_NAME, 0, "a file is there twice")


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & _ENCRYPTED or member.compress_type not in _METHODS:
        raise LawDataError(_NAME, 0, f"{member.filename} is encrypted or packed in an unknown way")
    with archive.open(member) as file:
        content = file.read(_MOST_OF_A_FILE + 1)
    if len(content) > _MOST_OF_A_FILE:
        raise LawDataError(_NAME, 0, f"{member.filename} is larger than {_MOST_OF_A_FILE} bytes")
    return content
