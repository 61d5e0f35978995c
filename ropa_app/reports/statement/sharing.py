"""Section 4: who receives the data, as what, why and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.parties import Place
from ropa_app.domain.values import Answer, RecordId
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    Paragraph,
    Run,
    Sign,
    Table,
    TableStyle,
    TextStyle,
    bold,
    para,
    secondary,
)
from ropa_app.reports.statement.context import StatementContext, closed, section_number
from ropa_app.reports.wording import Runs, lowered_runs, raised_runs, slot, text_of, woven

CODE: Final = "04-recipients"
_ITEM: Final = "recipients"
_NONE: Final = "none"
_ASKED: Final = frozenset({"processor", ""})


@dataclass(slots=True)
class Receiver:
    """Somebody who receives data from public activities; `party` is None for a category in words."""

    name: Runs
    party: RecordId | None
    roles: dict[str, None] = field(default_factory=dict)
    purposes: dict[str, Runs] = field(default_factory=dict)
    activities: dict[RecordId, None] = field(default_factory=dict)


def recipient_paragraphs(
    context: StatementContext, view: ActivityView, code: str, label: str
) -> list[Paragraph]:
    """Return who receives the data of an activity."""
    t, mine, section = context.t, (view.activity.id,), section_number(code)
    named: dict[str, Runs] = {}
    for recipient in view.recipients:
        category = lowered_runs(context.words.shown(recipient.category))
        name = context.party(recipient.party) if recipient.party else category
        named.setdefault(text_of(name), name)
    for party in view.parties(context.names):
        name = context.party(party)
        named.setdefault(text_of(name), name)
    kept = [name for name in named.values() if name]
    found: list[Paragraph] = []
    if kept:
        context.ledger.say(_ITEM, section, mine)
        text = t("We share them with {recipients}", recipients=slot("recipients"))
        found.append(Paragraph(closed(woven(text, recipients=context.words.series(kept, prose=True)))))
    elif view.activity.recipients_answer == _NONE:
        context.ledger.say(_ITEM, section, mine)
        found.append(para(t("We share them with nobody.")))
    if not found or len(kept) < len(named):
        found.append(context.gap(code, label, item=_ITEM, activities=mine))
    return found


def receivers(context: StatementContext) -> list[Receiver]:
    """Return everybody who receives data from public activities, parties first, in the order of names."""
    parties: dict[RecordId, Receiver] = {}
    categories: dict[str, Receiver] = {}
    for view in context.views:
        for party in view.parties(context.names):
            made = parties.setdefault(party, Receiver(context.names.party(party), party))
            made.activities[view.activity.id] = None
        for recipient in view.recipients:
            if recipient.party:
                one = parties[recipient.party]
            elif name := context.words.shown(recipient.category):
                one = categories.setdefault(text_of(name), Receiver(raised_runs(name), None))
            else:
                continue
            _add(context, one, view, recipient)
    ordered = [parties[party] for party in context.names.in_order(parties)]
    return [*ordered, *categories.values()]


def _add(context: StatementContext, one: Receiver, view: ActivityView, recipient: Recipient) -> None:
    one.roles[recipient.role] = None
    one.activities[view.activity.id] = None
    if why := context.words.shown(recipient.purpose):
        one.purposes.setdefault(text_of(why), why)


def recipients_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 4: a table of everybody who receives data."""
    t = context.t
    yield context.heading(CODE)
    yield from context.own(CODE)
    found = receivers(context)
    if not found:
        yield from _nobody(context)
        return
    columns = (
        Column(t("Recipient"), 0.28),
        Column(t("Why"), 0.3),
        Column(t("Role"), 0.19),
        Column(t("Country"), 0.23),
    )
    rows = tuple(
        (
            (Paragraph(one.name),),
            _why(context, one),
            _roles(context, one),
            tuple(_countries(context, one)),
        )
        for one in found
    )
    for one in found:
        if one.party:
            context.ledger.recipients[context.names.party_text(one.party)] = None
    yield Table(columns, rows, row_header=0, style=TableStyle.PROSE, summary=t("Who receives the data"))


def _nobody(context: StatementContext) -> Iterator[Block]:
    """Yield that nobody receives the data where every activity says so, else that it is not known."""
    if context.views and all(view.activity.recipients_answer == _NONE for view in context.views):
        yield para(context.t("We share the data with nobody."), style=TextStyle.PROSE)
    elif context.views:
        from_whom = context.words.label("statement_sections", CODE)
        yield context.gap(CODE, from_whom, activities=context.activities)
    else:
        yield context.quiet_gap()


def _why(context: StatementContext, one: Receiver) -> Cell:
    if one.purposes:
        return tuple(Paragraph(why) for why in one.purposes.values())
    return (context.gap(CODE, context.t("Why"), activities=one.activities),)


def _roles(context: StatementContext, one: Receiver) -> Cell:
    """Return the roles of a recipient in plain words; one that nobody has decided is said so."""
    t = context.t
    words = {
        "processor": t("Works for us"),
        "controller": t("Decides for themselves"),
        "joint": t("Decides together with us"),
        "authority": t("Public authority"),
        "internal": t("Part of our organisation"),
    }
    found = [words[role] for role in words if role in one.roles]
    undecided = not found or any(role not in words for role in one.roles)
    paragraphs = [para(text) for text in found]
    return (*paragraphs, *((para(secondary(t("Not determined"))),) if undecided else ()))


def _countries(context: StatementContext, one: Receiver) -> Iterator[Paragraph]:
    """Yield the countries where a recipient processes the data, each once."""
    places = context.names.places.get(one.party, []) if one.party else []
    seen: set[str] = set()
    for place in places:
        paragraph = country_paragraph(context, place)
        if paragraph is not None and paragraph.text not in seen:
            seen.add(paragraph.text)
            yield paragraph
    if (places and any(not place.country for place in places)) or (not places and _is_asked(context, one)):
        yield context.gap(CODE, context.t("Country"), activities=one.activities)
    elif not places:
        yield context.quiet_gap(TextStyle.BODY)


def _is_asked(context: StatementContext, one: Receiver) -> bool:
    """Tell whether a country is asked for: of processors, and of those whose role nobody has decided.

    It is of international organisations too: data are transferred to them wherever they sit. Others decide
    for themselves where they process the data; a category in words has no place at all.
    """
    if context.names.is_international(one.party):
        return True
    return one.party is not None and (not one.roles or not one.roles.keys().isdisjoint(_ASKED))


def country_paragraph(context: StatementContext, place: Place) -> Paragraph | None:
    """Return the country of a place, with who runs it, and a sign for a transfer; None where not known."""
    t, outside = context.t, context.names.is_transfer(place, context.edition.day)
    operator = (Run(" ("), *context.party(place.operator), Run(")")) if place.operator else ()
    name = context.names.land(place)
    if not name and outside:
        name = t("Outside the EEA")
    elif not name and place.outside_eea is Answer.NO:
        name = t("In the EEA")
    if not name:
        return Paragraph((Run(context.names.party_text(place.operator)),)) if place.operator else None
    if outside:
        return Paragraph((bold(name), *operator), sign=Sign.ELSEWHERE)
    return Paragraph((Run(name), *operator))


def is_unplaced(context: StatementContext, one: Receiver) -> bool:
    """Tell whether it is not known of a recipient whether it processes data outside the EEA."""
    places = context.names.places.get(one.party, []) if one.party else []
    known = (Answer.YES, Answer.NO)
    if not places or context.names.is_international(one.party):
        return not places and _is_asked(context, one)
    return any(not place.country and place.outside_eea not in known for place in places)
