"""Where a register holds characters that no font of the documents has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.reading import Records, owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.references import reference
from ropa_app.domain.values import Audience, RecordId
from ropa_app.i18n import DEFAULT, Language, as_language
from ropa_app.reports.pdf import Coverage, FontSet

_TEXTS: Final = frozenset(
    {FieldType.LINE, FieldType.LINES, FieldType.TEXT, FieldType.LOCAL_LINE, FieldType.LOCAL_TEXT}
)
_STEP: Final = 200


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A field whose text has characters that are printed as their numbers.

    `reference` is how people call the record: 1.3/P2.
    """

    record: RecordId
    kind: str
    field: str
    reference: str
    characters: tuple[str, ...]


def unprintable(
    records: Records,
    language: Language,
    audience: Audience,
    activities: Collection[RecordId] | None = None,
    progress: Callable[[int], object] | None = None,
) -> Iterator[Unprintable]:
    """Yield the fields of a document's audience whose text, in its language, no font can draw.

    `activities` are those in the document, None for all of them. `progress` hears of records looked at.
    """
    register = records.one("register")
    main = as_language(getattr(register, "language", "")) or DEFAULT
    coverage, looked_at = _coverage(), 0
    for kind in KINDS:
        fields = [
            name for name, spec in SPECS[kind].items() if spec.type in _TEXTS and spec.audience >= audience
        ]
        for one in records.of_kind(kind) if fields else []:
            looked_at += 1
            if progress is not None and looked_at % _STEP == 0:
                progress(looked_at)
            for field in fields:
                found = coverage.lacking(_shown(getattr(one, field), language, main))
                if found and _is_told(records, one, activities):
                    yield Unprintable(one.id, kind, field, reference(one, records.get, main), found)


@cache
def _coverage() -> Coverage:
    return Coverage(FontSet.shipped())


def _shown(value: Any, language: Language, main: Language) -> str:
    if isinstance(value, str):
        return value
    return "\n".join(value) if isinstance(value, tuple) else str(value.shown(language, main).text)


def _is_told(records: Records, record: Record, activities: Collection[RecordId] | None) -> bool:
    """Tell whether a record is in a document of some activities: all but other activities and their parts."""
    if activities is None:
        return True
    found: Record | None = record
    while found is not None:
        if found.KIND == "activity":
            return found.id in activities
        found = records.get(owner_of(found) or RecordId(""))
    return True
