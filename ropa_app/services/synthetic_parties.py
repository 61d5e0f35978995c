"""Made-up parties: who they are, where they process, what transfers rest on, what was agreed with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, cycle, islice
from typing import Any, Final

from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal import LawData
from ropa_app.services.synthetic_drawing import DAY, Draw, material

LEAST: Final = 5
ACTIVITIES_TO_A_PARTY: Final = 5
_US: Final = "US"
_FEW: Final = ("supplier", "authority", "supplier", "other")
_MANY: Final = ("supplier", "other", "supplier", "other", "group", "supplier", "authority", "other")
_ALL_TERMS: Final = tuple("abcdefgh")


@dataclass(slots=True)
class Parties:
    """The parties drawn so far, by their kind, and the arrangements with those in joint control."""

    by_kind: dict[str, list[RecordId]] = field(default_factory=dict)
    countries: dict[RecordId, str] = field(default_factory=dict)
    arrangements: list[RecordId] = field(default_factory=list)
    parent: RecordId | None = None

    def of(self, kind: str) -> Sequence[RecordId]:
        """Return the parties of a kind."""
        return self.by_kind.get(kind, ())

    def add(self, kind: str, party: Record, country: str = "") -> None:
        """Note a party."""
        self.by_kind.setdefault(kind, []).append(party.id)
        self.countries[party.id] = country


class PartyDrawer:
    """Draws the parties of a register and everything that hangs on them."""

    def __init__(self, draw: Draw, law: LawData, activities: Sequence[RecordId]) -> None:
        self._draw = draw
        self._law = law
        self._activities = activities
        self._names = _names()
        self._authorities = iter(material()["authorities"])
        self._groups = iter(material()["groups"])
        self._suppliers = cycle(material()["suppliers"])
        self._others = cycle(material()["others"])
        self.parties = Parties()

    def records(self, parent_name: str) -> Iterator[Record]:
        """Yield the parties of a register, a fifth of its activities but at least five, and what they own."""
        parent = self._draw.make("party", name=parent_name, category="group_company")
        self.parties.add("group_company", parent)
        self.parties.parent = parent.id
        yield parent
        number = max(LEAST, len(self._activities) // ACTIVITIES_TO_A_PARTY) - 1
        for what in islice(chain(_FEW, cycle(_MANY)), number):
            yield from self._party(what)
        yield from self._arrangements()

    def _party(self, what: str) -> Iterator[Record]:
        self._draw.choose_languages()
        if what == "group" and (group := next(self._groups, None)):
            names, kind = group
            printed = self._draw.text(names)
            party = self._draw.make("party", name=names[0], printed_name=printed, category=kind)
            self.parties.add(kind, party)
            yield party
        elif what == "authority" and (name := next(self._authorities, None)):
            party = self._draw.make("party", name=name, category="authority")
            self.parties.add("authority", party, "NO")
            yield party
        elif what == "other":
            yield from self._other()
        else:
            yield from self._supplier()

    def _other(self) -> Iterator[Record]:
        template, kind = next(self._others)
        name = template.format(stem=next(self._names))
        party = self._draw.make("party", name=name, category=kind, sub_processors=Answer.NO)
        self.parties.add(kind, party, "NO")
        yield party
        if kind == "customer":
            yield from self._contacts(party.id)
        if self._draw.likely(0.5):
            yield self._draw.make("place", party=party.id, role="own", country="NO")

    def _contacts(self, party: RecordId) -> Iterator[Record]:
        for role in ("contract", "dpo", "representative"):
            yield self._draw.make(
                "contact",
                role=role,
                party=party,
                name=self._draw.person(),
                address=self._draw.address(),
                email=f"{role}@kunde.example",
                phone=self._draw.phone(),
            )

    def _supplier(self) -> Iterator[Record]:
        template, country = next(self._suppliers)
        draw = self._draw
        remote = draw.turn("remote", 6)
        party = draw.make(
            "party",
            name=template.format(stem=next(self._names)),
            category="supplier",
            parent_country=_US if draw.turn("parent", 5) else country,
            remote_access=Answer.YES if remote else draw.one((Answer.NO, Answer.NO, Answer.UNKNOWN)),
            sub_processors=draw.one((Answer.YES, Answer.NO, Answer.NO, Answer.UNKNOWN)),
        )
        yield party
        yield from self._places(party.id, country, remote=remote)
        self.parties.add("supplier", party, country)
        yield from self._agreement(party.id, template)

    def _places(self, party: RecordId, country: str, *, remote: bool) -> Iterator[Record]:
        draw = self._draw
        if draw.turn("unnamed", 12):
            place = draw.make("place", party=party, role="own", outside_eea=Answer.YES)
            yield place
            yield draw.make("transfer_tool", place=place.id, tool="scc-old")
            return
        known = "" if draw.turn("unknown", 11) else country
        yield from self._place(party, "own", known)
        earlier = self.parties.of("supplier")
        if earlier and draw.turn("sub-processor", 3):
            operator = draw.one(earlier)
            yield from self._place(party, "sub_processor", self.parties.countries[operator], operator)
        if remote:
            yield from self._place(party, "remote_access", "IN")

    def _place(
        self, party: RecordId, role: str, country: str, operator: RecordId | None = None
    ) -> Iterator[Record]:
        place = self._draw.make("place", party=party, role=role, country=country, operator=operator)
        yield place
        if country and not self._law.is_eea(country, DAY):
            yield from self._tools(place.id, country)

    def _tools(self, place: RecordId, country: str) -> Iterator[Record]:
        draw = self._draw
        if draw.turn("no tool", 9):
            return
        if country == _US:
            yield from self._framework(place)
        elif self._law.adequacy(country, DAY):
            confirmed = draw.one((Answer.YES, Answer.YES, Answer.NO, Answer.UNKNOWN))
            yield draw.make("transfer_tool", place=place, tool="adequacy", scope_confirmed=confirmed)
            return
        if draw.turn("compelling", 8):
            yield self._compelling(place)
            return
        yield from self._clauses(place)

    def _framework(self, place: RecordId) -> Iterator[Record]:
        draw = self._draw
        if draw.turn("shield", 3):
            shield: dict[str, Any] = {"tool": "privacy-shield", "signed": date(2017, 3, 1)}
            yield draw.make("transfer_tool", place=place, ended=date(2020, 7, 16), **shield)
        yield draw.make(
            "transfer_tool",
            place=place,
            tool="adequacy-us-dpf",
            signed=draw.day(1100, 400),
            dpf_status="inactive" if draw.turn("inactive", 7) else "active",
            dpf_data=("hr", "non_hr") if draw.likely(0.5) else ("non_hr",),
            dpf_checked=draw.day(500, 5),
        )

    def _clauses(self, place: RecordId) -> Iterator[Record]:
        draw = self._draw
        assessed = draw.likely(0.8)
        tia = self._transfer_assessment() if assessed else None
        if tia:
            yield tia
        some = self._activities and draw.turn("for some", 4)
        yield draw.make(
            "transfer_tool",
            place=place,
            tool="scc-2021-m3" if draw.turn("module 3", 5) else "scc-2021-m2",
            signed=draw.day(1800, 60),
            activities=draw.some(self._activities, 3) if some else (),
            document=f"Avtalearkivet {draw.chance.randint(2021, 2026)}/{draw.chance.randint(1, 9999)}",
            tia=tia.id if tia else None,
            safeguards=draw.common_text("safeguards"),
        )

    def _compelling(self, place: RecordId) -> Record:
        draw = self._draw
        return draw.make(
            "transfer_tool",
            place=place,
            tool="49-1-2",
            signed=draw.day(300, 100),
            document="Notat til Datatilsynet",
            repeated=Answer.NO,
            safeguards=draw.common_text("safeguards"),
            authority_notified=draw.day(300, 100),
        )

    def _transfer_assessment(self) -> Record:
        draw = self._draw
        day = draw.day(900, 30)
        return draw.make(
            "assessment",
            method="tia",
            day=day,
            author=draw.person(),
            outcome=draw.one(("ok", "ok_with_measures", "ok_with_measures", "not_ok")),
            next_review=day.replace(year=day.year + 1, day=1),
            description="Drift og brukerstøtte fra et land utenfor EØS. Ingen videre overføring.",
            risks="Myndighetene i mottakerlandet kan kreve innsyn hos leverandøren.",
            safeguards="Kryptering med egne nøkler, logging av fjerntilgang, varslingsplikt i avtalen.",
        )

    def _agreement(self, party: RecordId, name: str) -> Iterator[Record]:
        draw = self._draw
        if draw.turn("no agreement", 8):
            return
        signed = draw.day(2500, 30)
        missing = draw.some(_ALL_TERMS, 2) if draw.likely(0.3) else ()
        agreement = draw.make(
            "agreement",
            party=party,
            document=f"Databehandleravtale med {name.format(stem='').strip()}, {signed.year}",
            status=draw.one(("signed", "signed", "signed", "signed", "negotiating", "ended")),
            signed=signed,
            until=draw.day(-30, -900) if draw.likely(0.4) else None,
            covers=tuple(term for term in _ALL_TERMS if term not in missing),
            lacks=missing,
            regime=draw.one(("general", "general", "specific", "forbidden")),
        )
        yield agreement
        if draw.likely(0.5):
            note = "Gjennomgikk revisjonsrapporten og listen over underdatabehandlere."
            yield draw.make("follow_up", agreement=agreement.id, day=draw.day(900, 10), note=note)

    def _arrangements(self) -> Iterator[Record]:
        draw = self._draw
        partners = [*self.parties.of("group_company"), *self.parties.of("advertising")]
        for _ in range(1 + len(self._activities) // 100):
            draw.choose_languages()
            arrangement = draw.make(
                "arrangement",
                parties=draw.some(partners, 2),
                status=draw.one(("signed", "signed", "negotiating")),
                tasks="Vi svarer på krav og informerer. Den andre parten sikrer og sletter.",
                essence=draw.common_text("essence"),
            )
            self.parties.arrangements.append(arrangement.id)
            yield arrangement


def _names() -> Iterator[str]:
    """Yield the first words of company names, never the same one twice."""
    stems = material()["stems"]
    yield from stems
    for number in range(1, 10_000):
        mark = "" if number == 1 else f" {number}"
        for _code, town in material()["towns"]:
            yield from (f"{stem} {town}{mark}" for stem in stems)
