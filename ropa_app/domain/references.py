"""How a record is called for people: 1.3/P2 is the second purpose of activity 1.3."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId, Text
from ropa_app.i18n import Language

Finder = Callable[[RecordId], Record | None]
_SLOT: Final = re.compile(r"\{(\w+)\}")


def reference(record: Record, find: Finder, main: Language) -> str:
    """Return the reference of a record by the template of its kind; an empty value shows as a question mark.

    `find` returns the record of an id; `main` is the main language of the register.
    """

    def filled(slot: re.Match[str]) -> str:
        return _part(record, slot[1], find, main) or "?"

    return _SLOT.sub(filled, KINDS[record.KIND].reference)


def _part(record: Record, name: str, find: Finder, main: Language) -> str:
    value = getattr(record, name)
    spec = SPECS[record.KIND].get(name)
    if spec is not None and spec.is_link and value:
        target = find(value)
        return reference(target, find, main) if target is not None else ""
    return _as_text(value, main)


def _as_text(value: Any, main: Language) -> str:
    match value:
        case None:
            return ""
        case Text():
            return value.shown(main, main).text
        case date():
            return value.isoformat()
        case _:
            return str(value)
