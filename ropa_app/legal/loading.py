"""Loading the law data: from the files of a folder to one checked object."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ropa_app import paths
from ropa_app.legal import reading
from ropa_app.legal.consistency import refuse_unknown
from ropa_app.legal.law import LawData


def digest(folder: Path) -> str:
    """Return the SHA-256 of the files of the law data, in the fixed order of their names."""
    whole = hashlib.sha256()
    for file in reading.FILES:
        content = (folder / file).read_bytes()
        whole.update(f"{file}\n{len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()


def load(folder: Path) -> LawData:
    """Read the law data of a folder.

    Raises LawDataError, which names file and line, for a wrong column, an unknown code, a bad date or two
    rows that hold on the same day.
    """
    lists = reading.choice_lists(folder)
    by_code = {name: MappingProxyType({c.code: c for c in entries}) for name, entries in lists.items()}
    law = LawData(
        pack=reading.pack(folder),
        lists=MappingProxyType(lists),
        by_code=MappingProxyType(by_code),
        memberships=reading.memberships(folder),
        decisions=reading.adequacy_decisions(folder),
        lapsed_tools=reading.lapsed_tools(folder),
        retention=reading.retention_suggestions(folder),
        thresholds=reading.thresholds(folder),
        sources=MappingProxyType(reading.sources(folder)),
        digest=digest(folder),
    )
    refuse_unknown(law)
    return law


@cache
def shipped() -> LawData:
    """Return the law data that comes with the program."""
    return load(paths.resource("legal"))
