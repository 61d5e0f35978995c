"""Comparing the register with an approved version of it, kind by kind: never two registers in memory."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from ropa_app.domain import comparing
from ropa_app.domain.comparing import Change, Difference
from ropa_app.domain.reading import Records
from ropa_app.storage import versions


def difference(number: int, body: bytes, records: Records) -> Difference:
    """Return how records differ from the version of a number, whose packed content is `body`.

    Raises ValueError where that is none.
    """
    return Difference(number, comparing.told(_changes(body, records)))


def _changes(body: bytes, records: Records) -> Iterator[Change]:
    stored = groupby(versions.each(body), key=itemgetter("kind"))
    kind, members = next(stored, ("", iter(())))
    for compared in comparing.COMPARED:
        while kind and kind < compared:
            kind, members = next(stored, ("", iter(())))
        before = members if kind == compared else ()
        yield from comparing.changes(before, records.of_kind(compared))
