"""What the published statement in force says of an item, as somebody read it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ropa_app.domain.entities.statements import PublishedItem
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import RecordId
from ropa_app.legal.coverage.cells import Told

_UNCLEAR: Final = "unclear"
_UNREAD: Final = Told()


class Reading:
    """The items of a published statement, by item and activity."""

    def __init__(self, items: Iterable[PublishedItem]) -> None:
        whole: dict[str, list[PublishedItem]] = {}
        named: dict[tuple[str, RecordId], list[PublishedItem]] = {}
        for one in items:
            if one.said:
                for activity in one.activities:
                    named.setdefault((one.item, activity), []).append(one)
                if not one.activities:
                    whole.setdefault(one.item, []).append(one)
        self._whole: Final = {item: _together(found) for item, found in whole.items()}
        self._named: Final = {key: _together(found) for key, found in named.items()}

    def of(self, item: str, activity: RecordId) -> Told:
        """Return what is said of an item for an activity: what names it goes before what is said of all."""
        return self._named.get((item, activity)) or self._whole.get(item, _UNREAD)


def _together(found: list[PublishedItem]) -> Told:
    """Return what some rows say: where they differ, that it is unclear."""
    said = {one.said for one in found}
    sections = sorted({one.section for one in found if one.section}, key=sort_key)
    only = found[0].id if len(found) == 1 else None
    return Told(said.pop() if len(said) == 1 else _UNCLEAR, tuple(sections), only)
