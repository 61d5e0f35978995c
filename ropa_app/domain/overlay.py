"""Records of a register seen with some of them changed or gone, while those stored stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from ropa_app.domain.kinds import KINDS
from ropa_app.domain.reading import Records, Use, named_by
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId


class Overlay:
    """Records as they would be: `changed` says for some ids how the record reads then, None where it is gone.

    A changed record keeps its kind and its owner; one that is gone owns nothing. `looked` is called each time
    the records are asked, so that a long reading can be watched and stopped by raising.
    """

    def __init__(
        self,
        records: Records,
        changed: Mapping[RecordId, Record | None],
        looked: Callable[[], object] = lambda: None,
    ) -> None:
        self._records: Final = records
        self._changed: Final = dict(changed)
        self._looked: Final = looked

    def _seen(self, records: Iterable[Record]) -> list[Record]:
        self._looked()
        seen = (self._changed.get(one.id, one) for one in records)
        return [one for one in seen if one is not None]

    def get(self, record: RecordId) -> Record | None:
        """Return a record, or None if there is none with that id."""
        return self._changed[record] if record in self._changed else self._records.get(record)

    def many(self, records: Iterable[RecordId]) -> dict[RecordId, Record]:
        """Return the records that exist among these ids."""
        return {one.id: one for one in self._seen(self._records.many(records).values())}

    def of_kind(self, kind: str) -> list[Record]:
        """Return all records of a kind, by owner, position and id."""
        return self._seen(self._records.of_kind(kind))

    def one(self, kind: str) -> Record | None:
        """Return the record of a kind that occurs once, or None before it is made."""
        return next(iter(self.of_kind(kind)), None)

    def owned(self, owner: RecordId) -> list[Record]:
        """Return the records that a record owns, by kind and position."""
        return self._seen(self._records.owned(owner))

    def owned_by(self, owners: Sequence[RecordId]) -> dict[RecordId, list[Record]]:
        """Return for each owner the records it owns, by kind and position."""
        return {owner: self._seen(owned) for owner, owned in self._records.owned_by(owners).items()}

    def uses(self, record: RecordId) -> list[Use]:
        """Return where a record is named by others; ownership is not a use."""
        return [use for use in self._records.uses(record) if self._names(use, record)]

    def _names(self, use: Use, record: RecordId) -> bool:
        if use.source not in self._changed:
            return True
        now = self._changed[use.source]
        return now is not None and (use.field, record) in named_by(now)

    def all(self) -> Iterator[Record]:
        """Yield every record, kind by kind."""
        for kind in KINDS:
            yield from self.of_kind(kind)

    def counts(self) -> dict[str, int]:
        """Return how many records of each kind there are."""
        found = self._records.counts()
        for one in self._records.many(one for one, now in self._changed.items() if now is None).values():
            found[one.KIND] -= 1
        return found
