"""What the shared records of a register are called in a document: parties, systems, measures and the like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

from ropa_app.domain.entities.assessments import Consent
from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.entities.parties import Arrangement, Party, Place, TransferTool
from ropa_app.domain.entities.security import Measure, System
from ropa_app.domain.reading import Records
from ropa_app.domain.record import Record
from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.domain.values import RecordId
from ropa_app.i18n import N_
from ropa_app.legal.transfers import is_international, is_transfer
from ropa_app.reports.page_model import Run
from ropa_app.reports.wording import Runs, Wording, text_of

_Some = TypeVar("_Some", bound=Record)
INTERNATIONAL: Final = N_("International organisation")
#: The countries of the law data that are no countries but organisations with a decision of their own.
_ORGANISATION: Final = "organisation"


class Names:
    """The records that activities share, read once each kind, and their names in one language.

    A record that does not exist has the name "?": a register never holds such a link.
    """

    def __init__(self, records: Records, words: Wording) -> None:
        self.records: Final = records
        self.words: Final = words

    def _all(self, entity: type[_Some]) -> dict[RecordId, _Some]:
        return {one.id: one for one in self.records.of_kind(entity.KIND) if isinstance(one, entity)}

    @cached_property
    def parties(self) -> Mapping[RecordId, Party]:
        """Every party by its id."""
        return self._all(Party)

    @cached_property
    def systems(self) -> Mapping[RecordId, System]:
        """Every system by its id."""
        return self._all(System)

    @cached_property
    def measures(self) -> Mapping[RecordId, Measure]:
        """Every security measure by its id, in the order of the register."""
        return self._all(Measure)

    @cached_property
    def consents(self) -> Mapping[RecordId, Consent]:
        """Every consent mechanism by its id."""
        return self._all(Consent)

    @cached_property
    def arrangements(self) -> Mapping[RecordId, Arrangement]:
        """Every joint-controller arrangement by its id."""
        return self._all(Arrangement)

    @cached_property
    def places(self) -> Mapping[RecordId, list[Place]]:
        """The places of processing of each party, by position."""
        found: dict[RecordId, list[Place]] = {}
        for place in self._all(Place).values():
            found.setdefault(place.party, []).append(place)
        return found

    @cached_property
    def tools(self) -> Mapping[RecordId, list[TransferTool]]:
        """The transfer tools of each place, by position."""
        found: dict[RecordId, list[TransferTool]] = {}
        for tool in self._all(TransferTool).values():
            found.setdefault(tool.place, []).append(tool)
        return found

    @cached_property
    def contacts(self) -> Mapping[RecordId | None, list[Contact]]:
        """The contacts of each party in the order of their names, those of the organisation under None."""
        found: dict[RecordId | None, list[Contact]] = {}
        for contact in sorted(self._all(Contact).values(), key=lambda one: (sort_key(one.name), one.id)):
            found.setdefault(contact.party, []).append(contact)
        return found

    def party(self, party: RecordId | None) -> Runs:
        """Return the name of a party: that for documents if it has one."""
        one = self.parties.get(party) if party else None
        if one is None:
            return (Run("?"),)
        return self.words.shown(one.printed_name) or (Run(one.name or "?"),)

    def party_text(self, party: RecordId | None) -> str:
        """Return the name of a party without a mark of its language."""
        one = self.parties.get(party) if party else None
        return (self.words.plain(one.printed_name) or one.name or "?") if one else "?"

    def party_list(self, parties: Iterable[RecordId | None]) -> Runs:
        """Return the names of some parties as one list."""
        return self.words.series([self.party(party) for party in parties])

    def is_international(self, party: RecordId | None) -> bool:
        """Tell whether a party is an international organisation."""
        one = self.parties.get(party) if party else None
        return one is not None and is_international(one)

    def is_transfer(self, place: Place, day: date) -> bool:
        """Tell whether data that are processed at a place are transferred on a day, Article 44."""
        return is_transfer(self.parties[place.party], place, day, self.words.law)

    def land(self, place: Place) -> str:
        """Return the country of a place, "" where none is named; of an international organisation say so."""
        t, words = self.words.t, self.words
        country = words.country(place.country) if place.country else ""
        if not self.is_international(place.party):
            return country
        choice = words.law.choice("country", place.country)
        if choice is not None and choice.group == _ORGANISATION:
            return country
        return t("{country}, international organisation", country=country) if country else t(INTERNATIONAL)

    def in_order(self, parties: Iterable[RecordId]) -> list[RecordId]:
        """Return parties in the order of their printed names, each once."""

        def key(party: RecordId) -> tuple[SortKey, str]:
            return sort_key(self.party_text(party)), party

        return sorted(dict.fromkeys(parties), key=key)

    def system(self, system: RecordId) -> Runs:
        """Return the name of a system."""
        one = self.systems.get(system)
        return (Run((one.name if one else "") or "?"),)

    def consent(self, consent: RecordId) -> Runs:
        """Return the name of a consent mechanism."""
        one = self.consents.get(consent)
        return (Run((one.name if one else "") or "?"),)

    def measure(self, measure: RecordId) -> Runs:
        """Return the name of a measure: its own, else that of the catalogue."""
        one = self.measures.get(measure)
        if one is None:
            return (Run("?"),)
        return self.words.shown(one.name) or (Run(self.words.label("measures", one.catalogue) or "?"),)

    def measure_key(self, measure: Measure) -> tuple[str, SortKey, str]:
        """Return a key that puts measures in the order of Article 32, then of their names."""
        choice = self.words.law.choice("measures", measure.catalogue)
        name = text_of(self.measure(measure.id))
        return (choice.group if choice else "~", sort_key(name), measure.id)
