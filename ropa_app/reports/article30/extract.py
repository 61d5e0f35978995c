"""The register as some of its activities see it: those activities, and of what is shared, what they use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.assessments import Assessment, Consent, Risk
from ropa_app.domain.entities.organisation import Contact, Organisation
from ropa_app.domain.entities.parties import Agreement, Arrangement, FollowUp, Party, Place, TransferTool
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.security import Measure, System
from ropa_app.domain.kinds import KINDS
from ropa_app.domain.reading import Records, Use, named_by, owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId

_SHARED: Final = frozenset(
    entity.KIND
    for entity in (
        *(Agreement, Arrangement, Assessment, Consent, FollowUp, Measure, Party),
        *(Place, Risk, System, TransferTool),
    )
)


class Extract:
    """Reads a register so that only some activities stand in it; what is named can still be looked up.

    Parties, systems, measures, agreements, consents and assessments stand in it where a chosen activity uses
    them, directly or through another; measures of the whole organisation always do. With `processing` the
    register as processor belongs to it too.
    """

    def __init__(self, records: Records, activities: frozenset[RecordId], *, processing: bool) -> None:
        self._records: Final = records
        self._activities: Final = activities
        self._processing: Final = processing

    def get(self, record: RecordId) -> Record | None:
        """Return a record, whether it stands in the extract or not."""
        return self._records.get(record)

    def many(self, records: Iterable[RecordId]) -> dict[RecordId, Record]:
        """Return the records that exist among these ids, whether they stand in the extract or not."""
        return self._records.many(records)

    def of_kind(self, kind: str) -> list[Record]:
        """Return the records of a kind that stand in the extract."""
        return [one for one in self._records.of_kind(kind) if self.holds(one)]

    def one(self, kind: str) -> Record | None:
        """Return the record of a kind that occurs once."""
        return self._records.one(kind)

    def owned(self, owner: RecordId) -> list[Record]:
        """Return the records that a record owns."""
        return self._records.owned(owner)

    def owned_by(self, owners: Sequence[RecordId]) -> dict[RecordId, list[Record]]:
        """Return for each owner the records it owns."""
        return self._records.owned_by(owners)

    def uses(self, record: RecordId) -> list[Use]:
        """Return where records of the extract name a record."""
        uses = self._records.uses(record)
        sources = self._records.many(use.source for use in uses)
        return [use for use in uses if use.source in sources and self.holds(sources[use.source])]

    def all(self) -> Iterator[Record]:
        """Yield every record of the extract, kind by kind."""
        for kind in KINDS:
            yield from self.of_kind(kind)

    def counts(self) -> dict[str, int]:
        """Return how many records of each kind stand in the extract."""
        return {kind: len(self.of_kind(kind)) for kind in KINDS}

    def holds(self, record: Record) -> bool:
        """Tell whether a record stands in the extract."""
        match record:
            case Activity():
                return record.id in self._activities
            case ProcessorRecord():
                return self._processing
            case Contact(party=party):
                return party is None or party in self._used
            case _ if record.KIND in _SHARED:
                return record.id in self._used
            case _:
                owner = owner_of(record)
                return KINDS[record.KIND].parent != Activity.KIND or owner in self._activities

    @cached_property
    def _used(self) -> frozenset[RecordId]:
        """The shared records that stand in the extract."""
        used: set[RecordId] = set()
        fresh = list(self._seeds())
        while fresh:
            used.update(one.id for one in fresh if one.KIND in _SHARED)
            named = {target for one in fresh for _, target in named_by(one)} - used
            fresh = [one for one in self._records.many(named).values() if one.KIND in _SHARED]
            fresh.extend(self._family(fresh))
        agreements = [one for one in self._records.of_kind(Agreement.KIND) if isinstance(one, Agreement)]
        signed = [one for one in agreements if one.party in used]
        used.update(one.id for one in [*signed, *self._family(signed)])
        return frozenset(used)

    def _seeds(self) -> Iterator[Record]:
        """Yield what the extract begins with; what these records name belongs to it."""
        chosen = list(self._records.many(self._activities).values())
        owned = self._family(chosen)
        yield from (*chosen, *owned, *self._records.of_kind(Organisation.KIND))
        if self._processing:
            yield from self._records.of_kind(ProcessorRecord.KIND)
        covered = self._activities.union(one.id for one in owned)
        for record in (*self._records.of_kind(Measure.KIND), *self._records.of_kind(Assessment.KIND)):
            match record:
                case Measure(organisation_wide=Answer.YES):
                    yield record
                case Assessment(activities=activities, purposes=purposes):
                    if covered.intersection((*activities, *purposes)):
                        yield from (record, *self._family([record]))
                case _:
                    pass

    def _family(self, owners: Sequence[Record]) -> list[Record]:
        """Return what records own, and what that owns in turn."""
        found: list[Record] = []
        generation = [one.id for one in owners]
        while generation:
            owned = [one for members in self._records.owned_by(generation).values() for one in members]
            found.extend(owned)
            generation = [one.id for one in owned]
        return found
