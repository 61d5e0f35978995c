"""Where a party is used, and the transfers out of the EEA that follow, party by party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import Source
from ropa_app.domain.entities.activity_flow import Recipient, Tracker
from ropa_app.domain.entities.parties import Agreement, Arrangement, Party, Place
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.security import System
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.legal.transfers import JudgedTool, transfers
from ropa_app.reports.article30.context import Context
from ropa_app.reports.article30.index import party_records


@dataclass(frozen=True, slots=True)
class Usage:
    """What names a party, and the activities that come with it."""

    party: Party
    recipients: tuple[Recipient, ...]
    trackers: tuple[Tracker, ...]
    sources: tuple[Source, ...]
    systems: tuple[System, ...]
    agreements: tuple[Agreement, ...]
    arrangements: tuple[Arrangement, ...]
    processing: tuple[ProcessorRecord, ...]
    operated: tuple[Place, ...]
    activities: dict[RecordId, Activity]

    @property
    def receives(self) -> bool:
        """Tell whether the party gets data: as recipient, by trackers or systems, or as our sub-processor."""
        sub_processor = any(self.party.id in one.sub_processors for one in self.processing)
        return bool(self.recipients or self.trackers or self.systems) or sub_processor


@dataclass(frozen=True, slots=True)
class Move:
    """A transfer out of the EEA without the records that cause it; `numbers` are those of its activities."""

    party: RecordId
    place: Place
    activities: tuple[RecordId, ...]
    processing: tuple[str, ...]
    tools: tuple[JudgedTool, ...]


def usage(context: Context, party: Party) -> Usage:
    """Return where a party is used."""
    uses = context.records.uses(party.id)
    named = list(context.records.many([use.source for use in uses]).values())
    systems = tuple(one for one in named if isinstance(one, System))
    return Usage(
        party=party,
        recipients=tuple(one for one in named if isinstance(one, Recipient)),
        trackers=tuple(one for one in named if isinstance(one, Tracker)),
        sources=tuple(one for one in named if isinstance(one, Source)),
        systems=systems,
        agreements=tuple(one for one in named if isinstance(one, Agreement)),
        arrangements=tuple(one for one in named if isinstance(one, Arrangement)),
        processing=tuple(one for one in named if isinstance(one, ProcessorRecord)),
        operated=tuple(one for one in named if isinstance(one, Place)),
        activities=_activities(context, named, systems),
    )


def _activities(
    context: Context, named: Iterable[Record], systems: Iterable[System]
) -> dict[RecordId, Activity]:
    """Return the activities behind recipients, trackers, sources and systems."""
    wanted: dict[RecordId, None] = {}
    for record in named:
        if isinstance(record, Recipient | Tracker | Source) and (owner := owner_of(record)):
            wanted[owner] = None
    for system in systems:
        wanted.update({use.source: None for use in context.records.uses(system.id)})
    found = context.records.many(wanted)
    return {one.id: one for one in found.values() if isinstance(one, Activity)}


def moves(context: Context) -> Iterator[Move]:
    """Yield the transfers out of the EEA on the day, in the order of the parties' printed names."""
    for party in context.names.in_order(context.names.parties):
        if context.names.places.get(party):
            yield from _moves(context, party)


def _moves(context: Context, party: RecordId) -> Iterator[Move]:
    found = usage(context, context.names.parties[party])
    involved = [
        *party_records(party, context.names),
        *found.activities.values(),
        *found.recipients,
        *found.trackers,
        *found.systems,
        *found.processing,
    ]
    for transfer in transfers(involved, context.edition.day, context.law):
        yield Move(
            party=party,
            place=transfer.place,
            activities=tuple(one.id for one in transfer.activities),
            processing=tuple(context.reference(one) for one in transfer.processor_records),
            tools=transfer.tools,
        )
