"""What a register would say if a party took no further part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from ropa_app.domain.entities.activity_flow import Recipient, Tracker
from ropa_app.domain.entities.parties import Agreement, Arrangement, Place
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.security import System
from ropa_app.domain.reading import Records
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.legal.transfers import ENDED

Left = Mapping[RecordId, Record | None]


def without_party(records: Records, party: RecordId) -> Left:
    """Return the records that name a party in a part it would no longer play, as they would read then.

    None stands for a recipient: it is gone. A system, a tracker, a place loses who provides or runs it; an
    agreement or arrangement its party; what was processed for a controller that leaves has ended. As a source
    it stays, since what it gave came from it (Article 14(2)(f)), and so do its places, contacts and tools.
    """
    named = records.many(use.source for use in records.uses(party))
    changed: dict[RecordId, Record | None] = {}
    for one in named.values():
        make = _WITHOUT.get(one.KIND)
        left = one if make is None else make(one, party)
        if left != one:
            changed[one.id] = left
    return changed


def _processing(one: ProcessorRecord, party: RecordId) -> Record:
    others = tuple(each for each in one.sub_processors if each != party)
    return replace(one, sub_processors=others, status=ENDED if one.controller == party else one.status)


def _arrangement(one: Arrangement, party: RecordId) -> Record:
    return replace(one, parties=tuple(each for each in one.parties if each != party))


_WITHOUT: Final[Mapping[str, Callable[[Any, RecordId], Record | None]]] = {
    Recipient.KIND: lambda _one, _party: None,
    Tracker.KIND: lambda one, _party: replace(one, provider=None),
    System.KIND: lambda one, _party: replace(one, provider=None),
    Place.KIND: lambda one, _party: replace(one, operator=None),
    Agreement.KIND: lambda one, _party: replace(one, party=None),
    Arrangement.KIND: _arrangement,
    ProcessorRecord.KIND: _processing,
}
