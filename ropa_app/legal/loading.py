"""Loading the law data: from the files of a folder or of a pack to one checked object."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ropa_app import paths
from ropa_app.legal import reading
from ropa_app.legal.consistency import refuse_unknown
from ropa_app.legal.law import LawData
from ropa_app.legal.table import LawDataError


def digest(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of the files of the law data, in the fixed order of their names."""
    whole = hashlib.sha256()
    for file in (one for one in reading.FILES if one in files or one not in reading.LATER_FILES):
        whole.update(f"{file}\n{len(files[file])}\n".encode())
        whole.update(files[file])
    return whole.hexdigest()


def files_of(folder: Path) -> dict[str, bytes]:
    """Read the files of a folder of law data; raise LawDataError where one cannot be read.

    A later table need not be there.
    """
    found: dict[str, bytes] = {}
    for file in reading.FILES:
        if file in reading.LATER_FILES and not (folder / file).exists():
            continue
        try:
            found[file] = (folder / file).read_bytes()
        except OSError as error:
            raise LawDataError(file, 0, f"cannot be read ({type(error).__name__})") from error
    return found


def load(folder: Path) -> LawData:
    """Read the law data of a folder; see `law_from`."""
    return law_from(files_of(folder))


def law_from(files: Mapping[str, bytes]) -> LawData:
    """Make law data of the bytes of its files.

    Raises LawDataError, which names file and line, for a wrong column, an unknown code, a bad date or two
    rows that hold on the same day. Of a later table that is not among the files the program's is taken.
    """
    tables = reading.tables(_whole(files))
    lists = reading.choice_lists(tables)
    by_code = {name: MappingProxyType({c.code: c for c in entries}) for name, entries in lists.items()}
    law = LawData(
        pack=reading.pack(tables),
        lists=MappingProxyType(lists),
        by_code=MappingProxyType(by_code),
        memberships=reading.memberships(tables),
        decisions=reading.adequacy_decisions(tables),
        lapsed_tools=reading.lapsed_tools(tables),
        retention=reading.retention_suggestions(tables),
        thresholds=reading.thresholds(tables),
        claims=reading.claims(tables),
        sources=MappingProxyType(reading.sources(tables)),
        tables=MappingProxyType(tables),
        files=MappingProxyType({file: files[file] for file in reading.FILES if file in files}),
        digest=digest(files),
    )
    refuse_unknown(law)
    return law


def _whole(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the files with the program's later tables in place of those they lack."""
    missing = sorted(reading.LATER_FILES - files.keys())
    return {**files, **{file: paths.resource("legal", file).read_bytes() for file in missing}}


@cache
def shipped() -> LawData:
    """Return the law data that comes with the program."""
    return load(paths.resource("legal"))
