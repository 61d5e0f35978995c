"""Who and what stands beside the transfers of a supposition: the parts a party plays, agreements, systems."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Final, TypeVar

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import Source
from ropa_app.domain.entities.activity_flow import Recipient, Tracker
from ropa_app.domain.entities.parties import Agreement, Arrangement, Place
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.security import System
from ropa_app.domain.reading import Records, owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.domain.values import RecordId
from ropa_app.legal.supposing import PartyLeaves, Supposition
from ropa_app.legal.transfers import is_live

_Some = TypeVar("_Some", bound=Record)
_ENDED: Final = "ended"


class Part(Enum):
    """A part that a party plays in an activity, or in what is processed for others."""

    RECIPIENT = "recipient"
    SYSTEM = "system"
    TRACKER = "tracker"
    SOURCE = "source"
    CONTROLLER = "controller"
    SUB_PROCESSOR = "sub_processor"


@dataclass(frozen=True, slots=True)
class Lost:
    """A part that nobody plays any more, and the record that says who played it."""

    part: Part
    record: RecordId


@dataclass(frozen=True, slots=True)
class Parts:
    """What a supposition touches beside the transfers; `places` are those that somebody else would run."""

    lost: Mapping[RecordId, list[Lost]] = field(default_factory=dict)
    agreements: tuple[Agreement | Arrangement, ...] = ()
    systems: tuple[System, ...] = ()
    places: tuple[RecordId, ...] = ()


_OWNED: Final[Mapping[type[Record], Part]] = {
    Recipient: Part.RECIPIENT,
    Tracker: Part.TRACKER,
    Source: Part.SOURCE,
}


def parts_of(
    records: Records,
    supposition: Supposition,
    changed: Mapping[RecordId, Record | None],
    importers: Collection[RecordId],
) -> Parts:
    """Return what a supposition touches beside the transfers.

    `changed` are the records that would read otherwise where a party leaves, `importers` the parties whose
    transfers are judged otherwise; of these the agreements and systems count where only the law differs.
    """
    if isinstance(supposition, PartyLeaves):
        parties: Collection[RecordId] = {supposition.party}
    else:
        parties = importers
    named = [one for party in parties for one in _naming(records, party)]
    systems = sorted(_of(System, named), key=lambda one: (sort_key(one.name), one.id))
    agreements = sorted(_agreements(named, supposition.day), key=lambda one: (one.KIND, one.position, one.id))
    if not isinstance(supposition, PartyLeaves):
        used = tuple(one for one in systems if _users(records, one))
        return Parts(agreements=tuple(agreements), systems=used)
    places = tuple(one.id for one in _of(Place, named) if one.id in changed)
    return Parts(_lost(records, named, systems, supposition.party), tuple(agreements), tuple(systems), places)


def _naming(records: Records, party: RecordId) -> list[Record]:
    return list(records.many(use.source for use in records.uses(party)).values())


def _of(entity: type[_Some], records: Iterable[Record]) -> list[_Some]:
    return [one for one in records if isinstance(one, entity)]


def _agreements(named: Iterable[Record], day: date) -> Iterator[Agreement | Arrangement]:
    """Yield the agreements and arrangements that have not ended by a day, each once."""
    for one in {one.id: one for one in named}.values():
        if isinstance(one, Agreement | Arrangement) and one.status != _ENDED:
            until = one.until if isinstance(one, Agreement) else None
            if until is None or until > day:
                yield one


def _users(records: Records, system: System) -> list[Activity]:
    """Return the activities that go on and use a system."""
    found = records.many(use.source for use in records.uses(system.id)).values()
    return [one for one in _of(Activity, found) if is_live(one)]


def _lost(
    records: Records, named: Iterable[Record], systems: Iterable[System], party: RecordId
) -> dict[RecordId, list[Lost]]:
    """Return the parts a party plays, by the activity or the processing for others that goes on."""
    found: dict[RecordId, list[Lost]] = {}
    owned = sorted((one for one in named if type(one) in _OWNED), key=_place)
    owners = records.many(owner for one in owned if (owner := owner_of(one)))
    for one in owned:
        activity = owners.get(owner_of(one) or RecordId(""))
        if isinstance(activity, Activity) and is_live(activity):
            found.setdefault(activity.id, []).append(Lost(_OWNED[type(one)], one.id))
    for system in systems:
        for user in _users(records, system):
            found.setdefault(user.id, []).append(Lost(Part.SYSTEM, system.id))
    for processing in _of(ProcessorRecord, named):
        if is_live(processing):
            parts = _played(processing, party)
            found.setdefault(processing.id, []).extend(Lost(part, processing.id) for part in parts)
    return found


def _place(one: Record) -> tuple[int, SortKey, int]:
    return list(_OWNED).index(type(one)), sort_key(owner_of(one) or ""), one.position


def _played(one: ProcessorRecord, party: RecordId) -> Iterator[Part]:
    if one.controller == party:
        yield Part.CONTROLLER
    if party in one.sub_processors:
        yield Part.SUB_PROCESSOR
