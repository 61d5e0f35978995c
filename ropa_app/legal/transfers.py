"""Transfers out of the EEA: never recorded, always derived from who is used and where they process.

A party is *used* when something that goes on rests on it, a place is *outside* when its country is no EEA
country on the day, and a transfer is a used party with a place outside. An international organisation is
one wherever it sits, Article 44.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_flow import Recipient, Tracker
from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.security import System
from ropa_app.domain.record import Record
from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.law import LawData
from ropa_app.legal.rows import Adequacy, Choice

ENDED: Final = "ended"
ADEQUACY: Final = "adequacy"
DPF: Final = "adequacy-us-dpf"
DPF_COUNTRY: Final = "US"
_DPF_ENDED: Final = "inactive"
_INTERNATIONAL: Final = "international_organisation"


class ToolState(Enum):
    """What a recorded transfer tool is worth on a day."""

    VALID = "valid"
    LAPSED = "lapsed"
    NOT_YET = "not_yet"
    NOT_COVERED = "not_covered"
    UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True)
class JudgedTool:
    """A transfer tool on a day.

    `since` is the first day it no longer held (LAPSED) or the first day it holds (NOT_YET). NOT_COVERED: it
    does not reach this country or importer; UNSETTLED: too little is recorded to say. Not `confirmed`: the
    rows of the law data that say so are still to be confirmed.
    """

    tool: TransferTool
    state: ToolState
    since: date | None = None
    confirmed: bool = True

    def serves(self, activity: RecordId) -> bool:
        """Tell whether the tool is meant for an activity; one that names none is meant for all."""
        return not self.tool.activities or activity in self.tool.activities


@dataclass(frozen=True, slots=True)
class Transfer:
    """A place outside the EEA of a party that is used, what uses it, and the tools recorded for it.

    The place of an international organisation may be anywhere.
    """

    place: Place
    party: Party
    activities: tuple[Activity, ...]
    processor_records: tuple[ProcessorRecord, ...]
    tools: tuple[JudgedTool, ...]

    @property
    def is_settled(self) -> bool:
        """Tell whether a tool that holds is recorded for every activity that uses the party.

        Where only processing for others uses it, one tool that holds is enough.
        """
        valid = [judged for judged in self.tools if judged.state is ToolState.VALID]
        return bool(valid) and all(any(v.serves(one.id) for v in valid) for one in self.activities)

    @property
    def lapsed(self) -> tuple[JudgedTool, ...]:
        """Return the recorded tools that no longer hold."""
        return tuple(judged for judged in self.tools if judged.state is ToolState.LAPSED)


@dataclass(slots=True)
class _Index:
    """The records that matter to transfers, by kind."""

    parties: dict[RecordId, Party] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    tools: dict[RecordId, list[TransferTool]] = field(default_factory=dict)
    activities: dict[RecordId, Activity] = field(default_factory=dict)
    recipients: list[Recipient] = field(default_factory=list)
    trackers: list[Tracker] = field(default_factory=list)
    providers: dict[RecordId, RecordId] = field(default_factory=dict)
    processing: list[ProcessorRecord] = field(default_factory=list)


def is_live(record: Activity | ProcessorRecord) -> bool:
    """Tell whether an activity, or processing for others, has not ended."""
    return record.status != ENDED


def is_outside(place: Place, day: date, law: LawData) -> bool:
    """Tell whether a place of processing lies outside the EEA on a day, its country named or not."""
    if place.country:
        return not law.is_eea(place.country, day)
    return place.outside_eea is Answer.YES


def is_international(party: Party) -> bool:
    """Tell whether a party is an international organisation, Article 4(26)."""
    return party.category == _INTERNATIONAL


def is_transfer(party: Party, place: Place, day: date, law: LawData) -> bool:
    """Tell whether data that a party gets at a place are transferred on a day, Article 44."""
    return is_international(party) or is_outside(place, day, law)


def used_parties(records: Iterable[Record]) -> frozenset[RecordId]:
    """Return the parties that something which has not ended rests on.

    That is: a recipient, the provider of a tracker or of a system of a live activity, a sub-processor of
    processing for others. A party that is only a source, an operator or the parent company is not used.
    """
    index = _indexed(records)
    return frozenset(_users(index)) | frozenset(_processing(index))


def transfers(records: Iterable[Record], day: date, law: LawData) -> tuple[Transfer, ...]:
    """Return the transfers out of the EEA on a day, in the order of the parties' names and their places."""
    index = _indexed(records)
    users, processing = _users(index), _processing(index)
    found = [
        Transfer(
            place=place,
            party=index.parties[place.party],
            activities=tuple(_in_order(users.get(place.party, {}).values())),
            processor_records=tuple(processing.get(place.party, ())),
            tools=tuple(judge(tool, place, day, law) for tool in _on_day(index, place, day)),
        )
        for place in index.places
        if (place.party in users or place.party in processing)
        and is_transfer(index.parties[place.party], place, day, law)
    ]
    return tuple(sorted(found, key=lambda one: (sort_key(one.party.name), one.party.id, one.place.position)))


def judge(tool: TransferTool, place: Place, day: date, law: LawData) -> JudgedTool:
    """Return what a transfer tool is worth for a place on a day, Articles 45, 46 and 49."""
    choice = law.choice("transfer_tools", tool.tool)
    if choice is None:
        return JudgedTool(tool, ToolState.UNSETTLED)
    state, since = _state(tool, choice, place, day, law)
    rows = (choice, law.lapsed(tool.tool, day), _decision(tool, place, day, law))
    return JudgedTool(tool, state, since, all(row.confirmed for row in rows if row))


def _state(
    tool: TransferTool, choice: Choice, place: Place, day: date, law: LawData
) -> tuple[ToolState, date | None]:
    if lapsed := law.lapsed(tool.tool, day):
        return ToolState.LAPSED, lapsed.valid_to
    closed = law.signable_until(tool.tool)
    if closed and tool.signed and tool.signed >= closed:
        return ToolState.LAPSED, closed
    if choice.valid_from and day < choice.valid_from:
        return ToolState.NOT_YET, choice.valid_from
    return _coverage(tool, place.country, day, law), None


def _decision(tool: TransferTool, place: Place, day: date, law: LawData) -> Adequacy | None:
    """Return the adequacy decision that a tool of Article 45 rests on, None for other tools."""
    country = DPF_COUNTRY if tool.tool == DPF else place.country if tool.tool == ADEQUACY else ""
    return law.adequacy(country, day) if country else None


def _coverage(tool: TransferTool, country: str, day: date, law: LawData) -> ToolState:
    """Return whether a tool that is in force reaches the country and the importer."""
    only = DPF_COUNTRY if tool.tool == DPF else law.country_of(tool.tool)
    if not only and tool.tool != ADEQUACY:
        return ToolState.VALID
    if not country:
        return ToolState.UNSETTLED
    if only and country != only:
        return ToolState.NOT_COVERED
    if tool.tool == DPF:
        return _certified(tool) if law.adequacy(country, day) else ToolState.NOT_COVERED
    if tool.tool == ADEQUACY and (country == DPF_COUNTRY or law.adequacy(country, day) is None):
        return ToolState.NOT_COVERED
    return ToolState.VALID


def _certified(tool: TransferTool) -> ToolState:
    """Return whether the importer is on the list of the Data Privacy Framework, as far as it is recorded."""
    if not tool.dpf_status:
        return ToolState.UNSETTLED
    return ToolState.NOT_COVERED if tool.dpf_status == _DPF_ENDED else ToolState.VALID


def _on_day(index: _Index, place: Place, day: date) -> list[TransferTool]:
    """Return the tools of a place that were agreed and not ended on a day."""
    return [
        tool
        for tool in sorted(index.tools.get(place.id, ()), key=lambda tool: tool.position)
        if (tool.signed is None or tool.signed <= day) and (tool.ended is None or tool.ended > day)
    ]


def _indexed(records: Iterable[Record]) -> _Index:
    index = _Index()
    for record in records:
        match record:
            case Party():
                index.parties[record.id] = record
            case Place():
                index.places.append(record)
            case TransferTool():
                index.tools.setdefault(record.place, []).append(record)
            case Activity():
                index.activities[record.id] = record
            case Recipient():
                index.recipients.append(record)
            case Tracker():
                index.trackers.append(record)
            case System() if record.provider:
                index.providers[record.id] = record.provider
            case ProcessorRecord():
                index.processing.append(record)
            case _:
                pass
    return index


def _users(index: _Index) -> Mapping[RecordId, dict[RecordId, Activity]]:
    """Return for each party the live activities that use it."""
    found: dict[RecordId, dict[RecordId, Activity]] = {}

    def use(party: RecordId | None, activity: Activity) -> None:
        if party is not None and is_live(activity):
            found.setdefault(party, {})[activity.id] = activity

    for recipient in index.recipients:
        use(recipient.party, index.activities[recipient.activity])
    for tracker in index.trackers:
        use(tracker.provider, index.activities[tracker.activity])
    for activity in index.activities.values():
        for system in activity.systems:
            use(index.providers.get(system), activity)
    return found


def _processing(index: _Index) -> Mapping[RecordId, list[ProcessorRecord]]:
    found: dict[RecordId, list[ProcessorRecord]] = {}
    for record in index.processing:
        for party in record.sub_processors if is_live(record) else ():
            found.setdefault(party, []).append(record)
    return found


def _in_order(activities: Iterable[Activity]) -> list[Activity]:
    def key(activity: Activity) -> tuple[SortKey, str]:
        return sort_key(activity.reference), activity.id

    return sorted(activities, key=key)
