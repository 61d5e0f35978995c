"""What every check may ask: the records that activities share, the law, the day, and the history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final, NamedTuple, TypeVar

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.assessments import Assessment, Consent
from ropa_app.domain.entities.organisation import Contact, Organisation, Register
from ropa_app.domain.entities.parties import Agreement, Arrangement, FollowUp, Party, Place, TransferTool
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.reviews import Version
from ropa_app.domain.entities.security import Measure, System
from ropa_app.domain.entities.statements import (
    Promise,
    PublishedItem,
    PublishedStatement,
    Statement,
    StatementText,
)
from ropa_app.domain.reading import Records
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Period, RecordId
from ropa_app.i18n import DEFAULT, Language, as_language
from ropa_app.legal import transfers
from ropa_app.legal.checks import spans
from ropa_app.legal.checks.cases import Flagged
from ropa_app.legal.law import LawData

SUBJECTS: Final = "subject_categories"
DATA: Final = "data_categories"
_REVIEW_MONTHS: Final = 12
_IN_PLACE: Final = frozenset({"in_place", "partly"})
_Some = TypeVar("_Some", bound=Record)


@dataclass(frozen=True, slots=True)
class HistoryFacts:
    """What the history says, for checks: none of it where a register has no history.

    `changed` is the day of the last step on an activity or what it owns, after the register was made or
    imported. `last_step` is the sequence number of the last step that makes a version outdated, 0 for none.
    """

    changed: Mapping[RecordId, date] = field(default_factory=dict)
    last_step: int = 0


class ToolAbroad(NamedTuple):
    """A transfer tool, with the place outside the EEA it is for and the party that processes there."""

    tool: TransferTool
    place: Place
    party: Party


class Shared:
    """The shared records of one register on one day; each kind is read when it is first asked for."""

    def __init__(
        self, records: Records, law: LawData, day: date, history: HistoryFacts | None = None
    ) -> None:
        self.records: Final = records
        self.law: Final = law
        self.day: Final = day
        self.history: Final = history or HistoryFacts()
        self._eea: Final[dict[str, bool]] = {}
        self._thresholds: Final[dict[str, Period | None]] = {}
        self._flagged: Final[dict[tuple[str, str], frozenset[str]]] = {}

    def _all(self, entity: type[_Some]) -> tuple[_Some, ...]:
        return tuple(one for one in self.records.of_kind(entity.KIND) if isinstance(one, entity))

    def _one(self, entity: type[_Some]) -> _Some | None:
        return next(iter(self._all(entity)), None)

    @cached_property
    def organisation(self) -> Organisation | None:
        """The organisation, None before it is entered."""
        return self._one(Organisation)

    @cached_property
    def register(self) -> Register | None:
        """The settings of the register."""
        return self._one(Register)

    @cached_property
    def main(self) -> Language:
        """The main language of the documents."""
        return as_language(self.register.language if self.register else "") or DEFAULT

    @cached_property
    def statement(self) -> Statement | None:
        """The settings of the statement."""
        return self._one(Statement)

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """Every contact."""
        return self._all(Contact)

    @cached_property
    def reachable(self) -> frozenset[RecordId | None]:
        """The parties with a contact that has an address, e-mail or telephone; None stands for our own."""
        return frozenset(one.party for one in self.contacts if one.email or one.phone or one.address)

    @cached_property
    def parties(self) -> Mapping[RecordId, Party]:
        """Every party by its id."""
        return {one.id: one for one in self._all(Party)}

    @cached_property
    def places(self) -> Mapping[RecordId, list[Place]]:
        """The places of processing by their party."""
        return _grouped(self._all(Place), "party")

    @cached_property
    def outside(self) -> tuple[tuple[Party, Place], ...]:
        """The places outside the EEA on the day, and all those of international organisations, Article 44."""
        return tuple(
            (party, place)
            for party in self.parties.values()
            for place in self.places.get(party.id, ())
            if transfers.is_transfer(party, place, self.day, self.law)
        )

    @cached_property
    def tools(self) -> Mapping[RecordId, list[TransferTool]]:
        """The transfer tools of a place that are agreed and not ended on the day."""
        return _grouped(
            (
                one
                for one in self._all(TransferTool)
                if (one.signed is None or one.signed <= self.day)
                and (one.ended is None or one.ended > self.day)
            ),
            "place",
        )

    @cached_property
    def tools_abroad(self) -> Mapping[str, list[ToolAbroad]]:
        """The transfer tools that are agreed and not ended, of the places outside, by what they are."""
        found: dict[str, list[ToolAbroad]] = defaultdict(list)
        for party, place in self.outside:
            for tool in self.tools_of(place.id):
                found[tool.tool].append(ToolAbroad(tool, place, party))
        return found

    @cached_property
    def agreements(self) -> Mapping[RecordId, list[Agreement]]:
        """The agreements by their party."""
        return _grouped((one for one in self._all(Agreement) if one.party), "party")

    @cached_property
    def follow_ups(self) -> Mapping[RecordId, list[FollowUp]]:
        """The follow-ups by their agreement."""
        return _grouped(self._all(FollowUp), "agreement")

    @cached_property
    def arrangements(self) -> Mapping[RecordId, Arrangement]:
        """Every joint-controller arrangement by its id."""
        return {one.id: one for one in self._all(Arrangement)}

    @cached_property
    def systems(self) -> Mapping[RecordId, System]:
        """Every system by its id."""
        return {one.id: one for one in self._all(System)}

    @cached_property
    def providers(self) -> Mapping[RecordId, RecordId]:
        """The providers of the systems that have one."""
        return {one.id: one.provider for one in self.systems.values() if one.provider}

    @cached_property
    def measures(self) -> Mapping[RecordId, Measure]:
        """The security measures that are in place, at least partly, by their id."""
        return {one.id: one for one in self._all(Measure) if one.status in _IN_PLACE}

    @cached_property
    def common_measures(self) -> tuple[Measure, ...]:
        """The measures in place that hold for the whole organisation."""
        return tuple(one for one in self.measures.values() if one.organisation_wide is Answer.YES)

    @cached_property
    def consents(self) -> Mapping[RecordId, Consent]:
        """Every consent mechanism by its id."""
        return {one.id: one for one in self._all(Consent)}

    @cached_property
    def assessments(self) -> Mapping[RecordId, Assessment]:
        """Every assessment by its id."""
        return {one.id: one for one in self._all(Assessment)}

    @cached_property
    def assessed(self) -> Mapping[tuple[str, RecordId], list[Assessment]]:
        """The assessments with an outcome, by method and by each activity and purpose they name."""
        found: dict[tuple[str, RecordId], list[Assessment]] = defaultdict(list)
        for one in self.assessments.values():
            if one.outcome:
                for target in (*one.activities, *one.purposes):
                    found[one.method, target].append(one)
        return found

    @cached_property
    def begun(self) -> Mapping[tuple[str, RecordId], list[Assessment]]:
        """The assessments without an outcome yet, by method and by each activity and purpose they name."""
        found: dict[tuple[str, RecordId], list[Assessment]] = defaultdict(list)
        for one in self.assessments.values():
            if not one.outcome:
                for target in one.purposes or one.activities:
                    found[one.method, target].append(one)
        return found

    @cached_property
    def assessed_purposes(self) -> Mapping[RecordId, RecordId]:
        """The activities of the purposes that some assessment names, by the purpose."""
        named = dict.fromkeys(purpose for one in self.assessments.values() for purpose in one.purposes)
        found = self.records.many(named).values()
        return {one.id: one.activity for one in found if isinstance(one, Purpose)}

    @cached_property
    def processing(self) -> tuple[ProcessorRecord, ...]:
        """What is processed for others and has not ended."""
        return tuple(one for one in self._all(ProcessorRecord) if transfers.is_live(one))

    @cached_property
    def sub_processors(self) -> frozenset[RecordId]:
        """The sub-processors of what is processed for others."""
        return frozenset(party for one in self.processing for party in one.sub_processors)

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """The approved versions."""
        return self._all(Version)

    @cached_property
    def statement_texts(self) -> tuple[StatementText, ...]:
        """The organisation's own paragraphs of the statement."""
        return self._all(StatementText)

    @cached_property
    def published(self) -> PublishedStatement | None:
        """The published statement in force: the latest that is not of a later day, None without one."""
        found = [one for one in self._all(PublishedStatement) if one.published and one.published <= self.day]
        return max(found, key=lambda one: (one.published or date.min, one.id), default=None)

    @cached_property
    def published_items(self) -> tuple[PublishedItem, ...]:
        """What was read of the published statement in force."""
        return tuple(one for one in self._all(PublishedItem) if self._is_published(one.statement))

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """The promises of the published statement in force."""
        return tuple(one for one in self._all(Promise) if self._is_published(one.statement))

    def _is_published(self, statement: RecordId) -> bool:
        return self.published is not None and statement == self.published.id

    @cached_property
    def staff(self) -> frozenset[str]:
        """The categories of data subjects that are staff or applicants."""
        return self.flagged(SUBJECTS, "staff")

    @cached_property
    def flags(self) -> Flagged:
        """The codes that the facts of activities are told by."""
        return Flagged(self.staff, self.flagged(DATA, "special"), self.flagged(DATA, "online_identifier"))

    # questions

    def flagged(self, list_name: str, flag: str) -> frozenset[str]:
        """Return the codes of a list that carry a flag."""
        key = list_name, flag
        if key not in self._flagged:
            choices = self.law.choices(list_name)
            self._flagged[key] = frozenset(choice.code for choice in choices if flag in choice.flags)
        return self._flagged[key]

    @property
    def review_months(self) -> int:
        """Return the months between reviews, 12 where the register does not say."""
        months = self.register.review_months if self.register else None
        return _REVIEW_MONTHS if months is None else months

    def done(self, method: str, activity: RecordId, purpose: RecordId | None = None) -> list[Assessment]:
        """Return the assessments of a method with an outcome that cover an activity, or a purpose of it.

        An assessment that names an activity and no purposes covers all its purposes.
        """
        whole = self.assessed.get((method, activity), [])
        if purpose is None:
            return whole
        return [*self.assessed.get((method, purpose), []), *(one for one in whole if not one.purposes)]

    def tools_of(self, place: RecordId) -> list[TransferTool]:
        """Return the transfer tools of a place that are agreed and not ended on the day."""
        return self.tools.get(place, [])

    def is_outdated(self, term: str, rule: str) -> bool:
        """Tell whether a term is outdated on the day, as a rule reads the list of such terms."""
        choice = self.law.choice("outdated_terms", term)
        return choice is not None and rule in choice.flags and choice.in_force(self.day)

    def is_eea(self, country: str) -> bool:
        """Tell whether a country belongs to the EEA on the day."""
        if country not in self._eea:
            self._eea[country] = self.law.is_eea(country, self.day)
        return self._eea[country]

    def threshold(self, code: str) -> Period | None:
        """Return a threshold on the day as a period, None before it holds."""
        if code not in self._thresholds:
            self._thresholds[code] = spans.threshold(self.law, code, self.day)
        return self._thresholds[code]

    def is_past(self, day: date | None, threshold: str) -> bool:
        """Tell whether a period that began on a day has run out: day + threshold < the day asked."""
        period = self.threshold(threshold)
        return day is not None and period is not None and spans.after(day, period) < self.day

    def ago(self, threshold: str) -> date:
        """Return the first day of the period that ends on the day, the day itself before it holds."""
        period = self.threshold(threshold)
        return spans.before(self.day, period) if period else self.day

    def lasts_longer(self, period: Period | None, threshold: str) -> bool:
        """Tell whether a period is longer than a threshold on the day."""
        limit = self.threshold(threshold)
        return period is not None and limit is not None and spans.in_days(period) > spans.in_days(limit)


def _grouped(records: Iterable[Any], field_name: str) -> dict[RecordId, list[Any]]:
    found: dict[RecordId, list[Any]] = defaultdict(list)
    for record in records:
        found[getattr(record, field_name)].append(record)
    return found
