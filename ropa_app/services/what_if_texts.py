"""What a supposition would change, in words: the question, a summary, and rows in groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.parties import Agreement, Place
from ropa_app.domain.entities.statements import Statement
from ropa_app.domain.kinds import KINDS
from ropa_app.domain.values import RecordId
from ropa_app.i18n import N_
from ropa_app.legal.carrying import Footing, Moved
from ropa_app.legal.supposing import AdequacyEnds, PartyLeaves, ToolsLapse
from ropa_app.services.checking import Judged
from ropa_app.services.finding_texts import FindingTexts
from ropa_app.services.law_texts import transfer_name, worth
from ropa_app.services.naming import Naming
from ropa_app.services.what_if import Consequences, Hit
from ropa_app.services.what_if_choices import tool_label
from ropa_app.services.what_if_lines import Group, Line
from ropa_app.services.what_if_parts import Lost, Part

#: The groups in their order, with their marked titles.
GROUPS: Final[Mapping[str, str]] = {
    "activities": KINDS["activity"].plural,
    "processing": N_("Processing for others"),
    "transfers": N_("Transfers"),
    "agreements": N_("Agreements and arrangements"),
    "systems": N_("Systems"),
    "places": N_("Places of processing"),
    "sections": N_("The privacy statement"),
    "appeared": N_("New findings"),
    "settled": N_("Findings that no longer stand"),
}
_MOVED: Final[Mapping[Footing, str]] = {
    Footing.CEASES: N_("The transfer to {place} ceases"),
    Footing.UNCARRIED: N_("The transfer to {place} is left without a transfer tool: {lost} falls away"),
    Footing.DEROGATION: N_(
        "The transfer to {place} rests only on a derogation under Article 49, {after}, in place of {before}"
    ),
    Footing.FALLBACK: N_("The transfer to {place} rests on the fallback {after} in place of {before}"),
    Footing.RESERVE: N_("The transfer to {place} still rests on {after}: {lost} falls away"),
    Footing.STILL_UNCARRIED: N_("The transfer to {place} has no valid tool as it is: {lost} falls away too"),
}


class WhatIfTexts:
    """Words for the consequences of a supposition, in the language of the naming."""

    def __init__(self, found: Consequences, naming: Naming) -> None:
        self._found: Final = found
        self._n: Final = naming
        self._t: Final = naming.t
        self._findings: Final = FindingTexts(naming)

    def question(self) -> str:
        """Return the supposition as a question."""
        t, day = self._t, self._n.day(self._found.supposition.day)
        match self._found.supposition:
            case PartyLeaves():
                return t("What if {party} leaves on {day}?", party=self._what(), day=day)
            case AdequacyEnds():
                text = N_("What if {country} loses its adequacy decision on {day}?")
                return t.marked(text, country=self._what(), day=day)
            case _:
                return t("What if the transfer tool “{tool}” lapses on {day}?", tool=self._what(), day=day)

    def summary(self) -> str:
        """Return in one or two sentences how much is hit, or that nothing is and why."""
        t, one = self._t, self._found
        if one.is_nothing:
            nothing = t("Nothing in this register would be hit.")
            return f"{self._why_nothing()} {nothing}" if one.is_moot else nothing
        return "; ".join(text for number, text in self._counts() if number)

    def _counts(self) -> Iterator[tuple[int, str]]:
        """Yield how much of each sort is hit, and the same in words."""
        t, one = self._t, self._found
        n = sum(isinstance(hit.record, Activity) for hit in one.hits)
        yield n, t.plural("{n} activity", "{n} activities", n)
        n = len(one.hits) - n
        yield n, t.plural("{n} entry of processing for others", "{n} entries of processing for others", n)
        n = len(one.transfers)
        yield n, t.plural("{n} transfer", "{n} transfers", n)
        n = len(one.agreements)
        yield n, t.plural("{n} agreement", "{n} agreements", n)
        n = len(one.systems)
        yield n, t.plural("{n} system", "{n} systems", n)
        n = len(one.places)
        yield n, t.plural("{n} place of processing", "{n} places of processing", n)
        n = len(one.sections)
        yield n, t.plural("{n} section of the statement", "{n} sections of the statement", n)
        n = len(one.appeared)
        yield n, t.plural("{n} new finding", "{n} new findings", n)
        n = len(one.settled)
        yield n, t.plural("{n} finding no longer stands", "{n} findings no longer stand", n)

    def groups(self) -> Iterator[Group]:
        """Yield the groups that have rows."""
        for code, title in GROUPS.items():
            lines = tuple(_LINES[code](self))
            if lines:
                yield Group(code, self._t.marked(title), lines)

    def plain(self) -> dict[str, Any]:
        """Return everything for other programs."""
        kind, what = _named(self._found)
        return {
            "question": self.question(),
            "supposition": {"kind": kind, "what": what, "day": self._found.supposition.day.isoformat()},
            "hit": not self._found.is_nothing,
            "summary": self.summary(),
            "groups": {group.code: [line.plain() for line in group.lines] for group in self.groups()},
        }

    def lines(self) -> Iterator[str]:
        """Yield everything as the lines of a plain text."""
        yield self.question()
        yield self.summary()
        for group in self.groups():
            yield ""
            yield f"{group.title} ({len(group.lines)})"
            for line in group.lines:
                yield from line.told()

    # What it is about

    def _what(self) -> str:
        match self._found.supposition:
            case PartyLeaves(party=party):
                return self._n.name_of(party)
            case AdequacyEnds(country=country):
                return self._n.code("country", country)
            case ToolsLapse(code=code):
                return tool_label(code, self._n)

    def _why_nothing(self) -> str:
        t, day = self._t, self._n.day(self._found.supposition.day)
        match self._found.supposition:
            case PartyLeaves():
                text = N_("{party} receives, provides, runs and agrees nothing that is recorded.")
                return t.marked(text, party=self._what())
            case AdequacyEnds():
                text = N_("No adequacy decision for {country} held before {day} that could end.")
                return t.marked(text, country=self._what(), day=day)
            case _:
                return t(
                    "The transfer tool “{tool}” did not hold before {day} anyhow.", tool=self._what(), day=day
                )

    # Rows

    def activities(self) -> Iterator[Line]:
        """Yield the activities that are hit."""
        yield from (self._hit(one) for one in self._found.hits if isinstance(one.record, Activity))

    def processing(self) -> Iterator[Line]:
        """Yield what is processed for others that is hit."""
        yield from (self._hit(one) for one in self._found.hits if not isinstance(one.record, Activity))

    def _hit(self, hit: Hit) -> Line:
        how = (*map(self._lost, hit.lost), *map(self._moved, hit.moved))
        codes: tuple[Mapping[str, Any], ...] = (
            *({"way": one.part.value, "record": one.record} for one in hit.lost),
            *(
                {
                    "way": one.footing.value,
                    "place": one.place,
                    "before": list(one.before),
                    "after": list(one.after),
                    "lost": list(one.lost),
                }
                for one in hit.moved
            ),
        )
        return Line(hit.record.id, hit.record.KIND, self._n.label(hit.record), how, codes=codes)

    def _lost(self, lost: Lost) -> str:
        t, party = self._t, self._what()
        match lost.part:
            case Part.RECIPIENT:
                return t("Loses the recipient {party}", party=party) + self._role(lost.record)
            case Part.SYSTEM:
                return t("The system {name} loses its provider", name=self._n.name_of(lost.record))
            case Part.TRACKER:
                name = self._n.name_of(lost.record)
                if not name:
                    return t("A tracker loses its provider")
                return t("The tracker {name} loses its provider", name=name)
            case Part.SOURCE:
                return t("Gets no more data from {party}; what it gave keeps its source", party=party)
            case Part.CONTROLLER:
                return t("Ends, as {party} is the controller", party=party)
            case Part.SUB_PROCESSOR:
                return t("Loses the sub-processor {party}", party=party)

    def _role(self, recipient: RecordId) -> str:
        role = getattr(self._n.records.get(recipient), "role", "")
        return f" ({self._n.codes('recipient_roles', [role]).lower()})" if role else ""

    def _moved(self, one: Moved) -> str:
        tools = {
            "before": self._tools(one.before[:1]),
            "after": self._tools(one.after[:1]),
            "lost": self._tools(one.lost),
        }
        return self._t.marked(_MOVED[one.footing], place=self._place(one.place), **tools)

    def _tools(self, codes: tuple[str, ...]) -> str:
        return ", ".join(self._n.code("transfer_tools", code) or self._t("Not determined") for code in codes)

    def _place(self, place: RecordId) -> str:
        one = self._n.records.get(place)
        return (
            self._n.dotted(self._n.name_of(one.party), self._n.title(one)) if isinstance(one, Place) else ""
        )

    def transfers(self) -> Iterator[Line]:
        """Yield the transfers, with their tools before and after."""
        for change in self._found.transfers:
            place = change.transfer.place
            before, after = (worth(one, self._n) for one in (change.before, change.after))
            how = (self._t("Before: {tools}", tools=before), self._t("After: {tools}", tools=after))
            yield Line(place.id, place.KIND, transfer_name(change.transfer, self._n), how)

    def agreements(self) -> Iterator[Line]:
        """Yield the agreements and arrangements."""
        hit = self._hit_parties()
        for one in self._found.agreements:
            parties = (one.party,) if isinstance(one, Agreement) else one.parties
            names = self._n.names_of(party for party in parties if party in hit)
            text = N_("{party} is no longer a party to it")
            if not isinstance(self._found.supposition, PartyLeaves):
                text = N_("It is with {party}, whose transfer is judged otherwise")
            yield Line(one.id, one.KIND, self._n.label(one), (self._t.marked(text, party=names),))

    def _hit_parties(self) -> set[RecordId]:
        if isinstance(self._found.supposition, PartyLeaves):
            return {self._found.supposition.party}
        return {change.transfer.party.id for change in self._found.transfers}

    def systems(self) -> Iterator[Line]:
        """Yield the systems."""
        text = N_("Loses its provider {party}")
        if not isinstance(self._found.supposition, PartyLeaves):
            text = N_("It is provided by {party}, whose transfer is judged otherwise")
        for one in self._found.systems:
            how = self._t.marked(text, party=self._n.name_of(one.provider))
            yield Line(one.id, one.KIND, self._n.label(one), (how,))

    def places(self) -> Iterator[Line]:
        """Yield the places that another party would have to run."""
        for place in self._found.places:
            how = self._t("The sub-processor {party} no longer runs it", party=self._what())
            yield Line(place, Place.KIND, self._place(place), (how,))

    def sections(self) -> Iterator[Line]:
        """Yield the sections of the statement, with the lines that go and come."""
        statement = self._n.records.one(Statement.KIND)
        for one in self._found.sections:
            number = "" if one.number == "0" else f"{one.number} "
            go = self._t.plural("{n} line goes", "{n} lines go", len(one.gone)) if one.gone else ""
            come = self._t.plural("{n} line comes", "{n} lines come", len(one.came)) if one.came else ""
            how = ", ".join(filter(None, (go, come))) or self._t("The order of the lines changes")
            yield Line(
                statement.id if statement else RecordId(""),
                Statement.KIND,
                f"{number}{one.title}",
                (how,),
                one.gone,
                one.came,
                section=one.number,
            )

    def appeared(self) -> Iterator[Line]:
        """Yield the findings that would be new."""
        yield from map(self._finding, self._findings.in_order(self._found.appeared))

    def settled(self) -> Iterator[Line]:
        """Yield the findings that would no longer stand."""
        yield from map(self._finding, self._findings.in_order(self._found.settled))

    def _finding(self, one: Judged) -> Line:
        finding, texts = one.finding, self._findings
        where = self._n.dotted(finding.rule, texts.reference(finding.record))
        how = (texts.message(finding),)
        return Line(finding.record, finding.kind, where, how, finding=one, codes=(texts.plain(one),))


_LINES: Final = {
    "activities": WhatIfTexts.activities,
    "processing": WhatIfTexts.processing,
    "transfers": WhatIfTexts.transfers,
    "agreements": WhatIfTexts.agreements,
    "systems": WhatIfTexts.systems,
    "places": WhatIfTexts.places,
    "sections": WhatIfTexts.sections,
    "appeared": WhatIfTexts.appeared,
    "settled": WhatIfTexts.settled,
}


def _named(found: Consequences) -> tuple[str, str]:
    match found.supposition:
        case PartyLeaves(party=party):
            return "party", party
        case AdequacyEnds(country=country):
            return "country", country
        case ToolsLapse(code=code):
            return "tool", code
