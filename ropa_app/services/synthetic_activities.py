"""Made-up processing activities: a template of the material at one of many places, with all that it owns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId, Text
from ropa_app.legal import LawData
from ropa_app.services.synthetic_drawing import Draw, material
from ropa_app.services.synthetic_parties import Parties

_SHARE_OF_FORGOTTEN: Final = 0.08
_YEAR: Final = 365


@dataclass(frozen=True, slots=True)
class Shared:
    """What activities refer to."""

    parties: Parties
    systems: Sequence[RecordId]
    measures: Sequence[RecordId]
    consents: Sequence[RecordId]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of one activity that its other parts name."""

    activity: RecordId
    purposes: tuple[RecordId, ...]
    lines: tuple[RecordId, ...]


class ActivityDrawer:
    """Draws activities one by one."""

    def __init__(self, draw: Draw, law: LawData, shared: Shared) -> None:
        self._draw = draw
        self._law = law
        self._shared = shared
        self._areas = list(material()["areas"])
        self._in_area: Counter[str] = Counter()
        templates: list[dict[str, Any]] = list(material()["templates"])
        draw.chance.shuffle(templates)
        self._templates = templates

    def records(self, number: int, activity: RecordId) -> Iterator[Record]:
        """Yield the activity of a number, from 0, with what it owns and the assessments of it."""
        draw = self._draw
        draw.choose_languages()
        round_, index = divmod(number, len(self._templates))
        template = self._templates[index]
        yield self._activity(activity, template, round_)
        purposes = [self._purpose(activity, one) for one in template["purposes"]]
        yield from purposes
        named = tuple(one.id for one in purposes)
        lines = [self._line(activity, one, named) for one in template["lines"]]
        yield from lines
        parts = _Parts(activity, named, tuple(one.id for one in lines))
        yield from self._flow(parts, template)
        yield from self._assessments(parts, template)

    def _activity(self, activity: RecordId, template: Mapping[str, Any], round_: int) -> Record:
        draw, area = self._draw, template["area"]
        self._in_area[area] += 1
        status = draw.one(("active",) * 8 + ("draft", "ended"))
        ended = status == "ended"
        values = draw.values("activity", template["activity"])
        for optional in ("portability", "art14_information", "provision_consequence"):
            if draw.likely(_SHARE_OF_FORGOTTEN):
                values.pop(optional, None)
        return draw.make(
            "activity",
            id=activity,
            reference=f"{self._areas.index(area) + 1}.{self._in_area[area]}",
            title=self._title(template["title"], round_),
            area=draw.text(material()["areas"][area]),
            owner="" if draw.likely(_SHARE_OF_FORGOTTEN) else draw.one(material()["owners"]),
            status=status,
            since=draw.day(8 * _YEAR, 10),
            last_reviewed=None if status == "draft" else draw.day(2 * _YEAR, 1),
            public=draw.one((Answer.YES, Answer.YES, Answer.YES, Answer.NO)),
            systems=draw.some(self._shared.systems, 2),
            recipients_answer="some" if template["recipients"] else "none",
            deletion_confirmed=draw.day(200, 1) if ended and draw.likely(0.7) else None,
            **values,
        )

    def _title(self, title: Sequence[str], round_: int) -> Text:
        """Return the title; from the second round on a place tells activities of one template apart."""
        if round_ == 0:
            return self._draw.text(title)
        towns = material()["towns"]
        unit, town = divmod(round_ - 1, len(towns))
        names = ("avdeling", "avdeling", "unit")
        marks = [f", {name} {unit + 1}" if unit else "" for name in names]
        place = towns[town][1]
        written = [f"{text}, {place}{mark}" for text, mark in zip(title, marks, strict=True)]
        return self._draw.text(written)

    def _purpose(self, activity: RecordId, described: Mapping[str, Any]) -> Record:
        draw = self._draw
        consents = self._shared.consents
        named = described.get("consent") and not draw.likely(_SHARE_OF_FORGOTTEN)
        values = draw.values("purpose", described)
        if draw.likely(_SHARE_OF_FORGOTTEN):
            values.pop("interest", None)
        consent = draw.one(consents) if named else None
        return draw.make("purpose", activity=activity, consent=consent, **values)

    def _line(self, activity: RecordId, described: Mapping[str, Any], purposes: Sequence[RecordId]) -> Record:
        values = self._draw.values("data_line", described)
        return self._draw.make(
            "data_line", activity=activity, purposes=_chosen(described, purposes), **values
        )

    def _flow(self, parts: _Parts, template: Mapping[str, Any]) -> Iterator[Record]:
        """Yield sources, recipients, retention rules, measures and trackers."""
        draw = self._draw
        for one in template["sources"]:
            values = draw.values("source", one)
            party = self._party(one["from"]) if "from" in one else None
            lines = _chosen(one, parts.lines)
            yield draw.make("source", activity=parts.activity, party=party, lines=lines, **values)
        for one in template["recipients"]:
            yield self._recipient(parts, one)
        for one in template["retention"]:
            yield self._retention(parts, one)
        for measure in draw.some(self._shared.measures, 3):
            yield draw.make("measure_use", activity=parts.activity, measure=measure)
        for one in template.get("trackers", ()):
            values = draw.values("tracker", one)
            provider = self._party("advertising") if one["category"] != "necessary" else None
            yield draw.make("tracker", activity=parts.activity, provider=provider, **values)

    def _recipient(self, parts: _Parts, described: Mapping[str, Any]) -> Record:
        draw = self._draw
        values = draw.values("recipient", described)
        party = self._party(described["from"]) if "from" in described else None
        if party is None and "category" not in values:
            values["category"] = self._kind_of_party(described["from"])
        arrangements = self._shared.parties.arrangements
        joint = described.get("role") == "joint" and arrangements
        return draw.make(
            "recipient",
            activity=parts.activity,
            party=party,
            lines=_chosen(described, parts.lines),
            arrangement=draw.one(arrangements) if joint else None,
            **values,
        )

    def _retention(self, parts: _Parts, described: Mapping[str, Any]) -> Record:
        purpose = described.get("purpose")
        return self._draw.make(
            "retention",
            activity=parts.activity,
            lines=_chosen(described, parts.lines),
            purpose=None if purpose is None else parts.purposes[purpose],
            **self._draw.values("retention", described),
        )

    def _party(self, kind: str) -> RecordId | None:
        parties = self._shared.parties.of(kind)
        return self._draw.one(parties) if parties else None

    def _kind_of_party(self, kind: str) -> Text:
        choice = self._law.choice("party_kinds", kind)
        return choice.label if choice else Text()

    def _assessments(self, parts: _Parts, template: Mapping[str, Any]) -> Iterator[Record]:
        """Yield the assessments that the law asks for, most of them; some are always missing."""
        draw = self._draw
        for purpose, described in zip(parts.purposes, template["purposes"], strict=True):
            if "6-1-f" in described["art6"] and draw.likely(0.7):
                yield self._balance(purpose)
            if described.get("further_use") == "yes" and draw.likely(0.7):
                yield self._compatibility(purpose)
        if template["activity"].get("high_risk") == "yes" and draw.likely(0.75):
            yield from self._impact(parts.activity)
        if draw.turn("risk assessment", 10):
            yield from self._risks(parts.activity, "risk")

    def _assessment(self, method: str, **values: Any) -> Record:
        draw = self._draw
        day = draw.day(1500, 20)
        return draw.make(
            "assessment",
            method=method,
            day=day,
            author=draw.person(),
            next_review=day.replace(year=day.year + 2, day=1),
            **values,
        )

    def _balance(self, purpose: RecordId) -> Record:
        return self._assessment(
            "lia",
            purposes=(purpose,),
            outcome=self._draw.one(("ok", "ok_with_measures")),
            description="Interessen er lovlig, reell og konkret.",
            necessity="Formålet kan ikke nås med færre opplysninger.",
            balance="De registrerte venter dette, og kan enkelt si nei. Ulempen er liten.",
            safeguards="Reservasjon, kort lagringstid og begrenset tilgang.",
        )

    def _compatibility(self, purpose: RecordId) -> Record:
        return self._assessment(
            "compatibility",
            purposes=(purpose,),
            outcome="ok",
            reasons="Det nye formålet ligger nær det gamle, og de registrerte er informert.",
        )

    def _impact(self, activity: RecordId) -> Iterator[Record]:
        draw = self._draw
        if draw.turn("no impact assessment", 9):
            yield self._assessment(
                "dpia",
                activities=(activity,),
                outcome="not_required",
                reasons="Behandlingen ligner en vi har vurdert før, med samme risiko.",
            )
            return
        yield from self._risks(activity, "dpia")

    def _risks(self, activity: RecordId, method: str) -> Iterator[Record]:
        draw = self._draw
        residual = draw.one(("low", "low", "medium", "high"))
        impact: dict[str, Any] = {}
        if method == "dpia":
            impact = {
                "dpo_advice": "Ombudet ber om kortere lagringstid og årlig gjennomgang av tilganger.",
                "residual_risk": residual,
                "consulted": draw.day(300, 5) if residual == "high" and draw.likely(0.8) else None,
            }
        assessment = self._assessment(
            method,
            activities=(activity,),
            outcome=draw.one(("ok", "ok_with_measures")),
            description="Hvilke opplysninger, hvem de gjelder, hvilke systemer og hvem som har tilgang.",
            necessity="Behandlingen følger av oppgaven og kan ikke gjøres mer skånsomt.",
            risks="Uvedkommende får innsyn, opplysninger blir feil, eller systemet er nede.",
            safeguards="Tilgangsstyring, logging, opplæring og testet gjenoppretting.",
            **impact,
        )
        yield assessment
        for what in ("Uvedkommende leser opplysningene", "Opplysningene går tapt"):
            before = draw.one(("moderate", "high", "very_high"))
            yield draw.make(
                "risk",
                assessment=assessment.id,
                description=what,
                likelihood=before,
                consequence=draw.one(("moderate", "high", "very_high")),
                measures=draw.some(self._shared.measures, 3),
                likelihood_after="low",
                consequence_after=draw.one(("low", "moderate")),
            )


def _chosen(described: Mapping[str, Any], among: Sequence[RecordId]) -> tuple[RecordId, ...]:
    """Return those of an activity's parts that an entry of the material names by number."""
    return tuple(among[number] for number in described.get("for", ()))
