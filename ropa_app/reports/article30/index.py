"""The activities of a register, read a few at a time with all that belongs to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import DataLine, Purpose, Source
from ropa_app.domain.entities.activity_flow import MeasureUse, Recipient, Retention, Tracker
from ropa_app.domain.reading import Records
from ropa_app.domain.record import Record
from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.domain.values import RecordId, Text
from ropa_app.legal.transfers import Transfer, transfers
from ropa_app.reports.edition import Edition
from ropa_app.reports.names import Names
from ropa_app.reports.page_model import Run
from ropa_app.reports.wording import Runs

BATCH: Final = 50
SHEET_ANCHOR: Final = "activity-"
_LONGEST_LIST: Final = 24
_Some = TypeVar("_Some", bound=Record)


@dataclass(frozen=True, slots=True)
class Entry:
    """What lists say of an activity; `anchor` is the link target of its sheet."""

    id: RecordId
    reference: str
    title: Text
    anchor: str


@dataclass(frozen=True, slots=True)
class ActivityView:
    """An activity with what it owns, and the transfers out of the EEA it takes part in."""

    entry: Entry
    activity: Activity
    purposes: tuple[Purpose, ...]
    lines: tuple[DataLine, ...]
    sources: tuple[Source, ...]
    recipients: tuple[Recipient, ...]
    retention: tuple[Retention, ...]
    measure_uses: tuple[MeasureUse, ...]
    trackers: tuple[Tracker, ...]
    transfers: tuple[Transfer, ...]

    def parties(self, names: Names) -> list[RecordId]:
        """Return the parties that get data from the activity: recipients, trackers, providers of systems."""
        systems = (names.systems.get(one) for one in self.activity.systems)
        found = [
            *(one.party for one in self.recipients),
            *(one.provider for one in self.trackers),
            *(one.provider for one in systems if one),
        ]
        return list(dict.fromkeys(party for party in found if party))


class ActivityIndex:
    """The activities in the order of their references; those that were `chosen`, None being all."""

    def __init__(
        self,
        records: Records,
        names: Names,
        edition: Edition,
        chosen: frozenset[RecordId] | None = None,
    ) -> None:
        self._records: Final = records
        self._chosen: Final = chosen
        self._names: Final = names
        self._edition: Final = edition

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The number and title of every chosen activity."""
        return tuple(one for one in self.every if self._chosen is None or one.id in self._chosen)

    @cached_property
    def every(self) -> tuple[Entry, ...]:
        """The number and title of every activity of the register, chosen or not."""
        found = [one for one in self._records.of_kind(Activity.KIND) if isinstance(one, Activity)]

        def key(activity: Activity) -> tuple[SortKey, str]:
            return sort_key(activity.reference), activity.id

        return tuple(
            Entry(one.id, one.reference, one.title, f"{SHEET_ANCHOR}{place}")
            for place, one in enumerate(sorted(found, key=key), 1)
        )

    @property
    def is_partial(self) -> bool:
        """Tell whether some activities were left out."""
        return len(self.entries) < len(self.every)

    @cached_property
    def ranks(self) -> Mapping[RecordId, int]:
        """The place of every chosen activity in the order of the register, from 0."""
        chosen = self._chosen
        places = ((entry.id, rank) for rank, entry in enumerate(self.every))
        return {one: rank for one, rank in places if chosen is None or one in chosen}

    def views(self) -> Iterator[ActivityView]:
        """Yield every chosen activity with what belongs to it; no more than a batch is held at a time."""
        for start in range(0, len(self.entries), BATCH):
            yield from self._batch(self.entries[start : start + BATCH])

    def numbers(self, activities: Iterable[RecordId]) -> list[str]:
        """Return the numbers of some activities in order, three or more in a row as a range 1.1-1.3.

        After two dozen comes one text that says how many there are besides.
        """
        ranks = sorted({self.ranks[one] for one in activities if one in self.ranks})
        spans = _spans(ranks)
        shown = [self._span(first, last) for first, last in spans[:_LONGEST_LIST]]
        if more := sum(last - first + 1 for first, last in spans[_LONGEST_LIST:]):
            words = self._names.words
            shown.append(words.t.plural("{n} more", "{n} more", more, n=words.number(more)))
        return shown

    def linked_numbers(self, activities: Iterable[RecordId], link: Callable[[str, str], Run]) -> Runs:
        """Return the numbers of some activities as `numbers` does, but all of them and each with its link."""
        found: list[Run] = []
        for first, last in _spans(sorted({self.ranks[one] for one in activities if one in self.ranks})):
            found.extend((Run(", "),) if found else ())
            ends = [self.every[rank] for rank in dict.fromkeys((first, last))]
            for place, entry in enumerate(ends):
                found.extend((Run("\u2013"),) if place else ())
                found.append(link(entry.reference or "?", entry.anchor))
        return tuple(found)

    def _span(self, first: int, last: int) -> str:
        begin, end = self.every[first].reference or "?", self.every[last].reference or "?"
        return begin if first == last else f"{begin}\u2013{end}"

    def _batch(self, entries: Sequence[Entry]) -> Iterator[ActivityView]:
        ids = [entry.id for entry in entries]
        found, owned = self._records.many(ids), self._records.owned_by(ids)
        moved = self._transfers(found.values(), owned)
        for entry in entries:
            activity = found[entry.id]
            if isinstance(activity, Activity):
                yield _view(entry, activity, owned.get(entry.id, []), moved.get(entry.id, []))

    def _transfers(
        self, activities: Iterable[Record], owned: Mapping[RecordId, Sequence[Record]]
    ) -> dict[RecordId, list[Transfer]]:
        """Return the transfers of a batch of activities, by activity."""
        some = [*activities, *(record for members in owned.values() for record in members)]
        involved = [*some, *self._involved(some)]
        found: dict[RecordId, list[Transfer]] = {}
        for transfer in transfers(involved, self._edition.day, self._names.words.law):
            for activity in transfer.activities:
                found.setdefault(activity.id, []).append(transfer)
        for members in found.values():
            members.sort(key=lambda one: (sort_key(self._names.party_text(one.party.id)), one.place.position))
        return found

    def _involved(self, some: Iterable[Record]) -> Iterator[Record]:
        """Yield the systems and parties that some records use, with places and transfer tools."""
        names = self._names
        parties: dict[RecordId, None] = {}
        for record in some:
            match record:
                case Recipient(party=party) | Tracker(provider=party) if party:
                    parties[party] = None
                case Activity(systems=systems):
                    for system in systems:
                        if one := names.systems.get(system):
                            yield one
                            parties.update({one.provider: None} if one.provider else {})
                case _:
                    pass
        for party in parties:
            yield from party_records(party, names)


def party_records(party: RecordId, names: Names) -> Iterator[Record]:
    """Yield a party, its places and their transfer tools."""
    if one := names.parties.get(party):
        yield one
    for place in names.places.get(party, ()):
        yield place
        yield from names.tools.get(place.id, ())


def _of(entity: type[_Some], owned: Sequence[Record]) -> tuple[_Some, ...]:
    return tuple(record for record in owned if isinstance(record, entity))


def _view(
    entry: Entry, activity: Activity, owned: Sequence[Record], moved: Sequence[Transfer]
) -> ActivityView:
    return ActivityView(
        entry=entry,
        activity=activity,
        purposes=_of(Purpose, owned),
        lines=_of(DataLine, owned),
        sources=_of(Source, owned),
        recipients=_of(Recipient, owned),
        retention=_of(Retention, owned),
        measure_uses=_of(MeasureUse, owned),
        trackers=_of(Tracker, owned),
        transfers=tuple(moved),
    )


def _spans(ranks: Sequence[int]) -> list[tuple[int, int]]:
    """Return runs of three or more neighbours as spans, everything else as spans of one."""
    spans: list[tuple[int, int]] = []
    for rank in ranks:
        if spans and spans[-1][1] + 1 == rank:
            spans[-1] = (spans[-1][0], rank)
        else:
            spans.append((rank, rank))
    return [part for first, last in spans for part in _short(first, last)]


def _short(first: int, last: int) -> list[tuple[int, int]]:
    return [(first, last)] if last - first >= 2 else [(one, one) for one in range(first, last + 1)]
