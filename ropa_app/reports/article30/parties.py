"""Everybody else who takes part: recipients and processors, their places, contacts and agreements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.values import Answer
from ropa_app.reports.article30.agreements import agreements, arrangements
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.context import Context, field_label
from ropa_app.reports.article30.controller import contact_runs
from ropa_app.reports.article30.internal import internal_fields
from ropa_app.reports.article30.places import country_paragraphs
from ropa_app.reports.article30.usage import Usage, usage
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    Heading,
    HeadingStyle,
    Paragraph,
    Part,
    Row,
    Run,
    Sign,
    Table,
    cell,
    para,
    secondary,
    signed,
)
from ropa_app.reports.wording import NBSP, Runs, lowered, raised_runs

_PROCESSOR = "processor"


def parties_chapter(context: Context, chapter: Chapter) -> Part:
    """Return the parties in Norwegian order, then contacts, agreements and arrangements."""
    return Part(_blocks(context, chapter), section=chapter.section)


def _blocks(context: Context, chapter: Chapter) -> Iterator[Block]:
    t = context.t
    yield chapter.heading
    if context.names.parties:
        yield para(
            t("Everybody who receives data from the organisation, with task, place and processor agreement.")
        )
        yield _table(context)
    else:
        yield context.words.missing(t("No recipient or processor is entered."), asked=False)
    yield from _contacts(context)
    yield from agreements(context)
    yield from arrangements(context)


def _table(context: Context) -> Table:
    t = context.t
    columns = (
        Column(t("Party and role"), 0.27),
        Column(t("Task"), 0.22),
        Column(t("Activities"), 0.125),
        Column(t("Place"), 0.205),
        Column(t("Processor agreement"), 0.18),
    )
    return Table(columns, _rows(context), row_header=0, summary=t("Recipients and processors"))


def _rows(context: Context) -> Iterator[Row]:
    for party in context.names.in_order(context.names.parties):
        found = usage(context, context.names.parties[party])
        numbers = context.index.numbers(found.activities)
        yield (
            (_name(context.names.party(party)), *_about(context, found)),
            tuple(_tasks(context, found)) or cell(context.words.missing(asked=False)),
            cell(", ".join(numbers)) if numbers else cell(secondary(context.t("None"))),
            tuple(_places(context, found)),
            tuple(_agreement(context, found)),
        )


def _name(party_name: Runs) -> Paragraph:
    return Paragraph(
        tuple(
            Run(run.text, bold=not run.secondary, secondary=run.secondary, language=run.language)
            for run in party_name
        )
    )


def _roles(found: Usage) -> list[str]:
    return list(dict.fromkeys(one.role for one in found.recipients))


def _about(context: Context, found: Usage) -> Iterator[Paragraph]:
    """Yield roles, kind and the answers on sub-processors and remote access."""
    t, words = context.t, context.words
    roles = [words.label("recipient_roles", role) if role else "" for role in _roles(found)]
    kind = words.label("party_kinds", found.party.category) if found.party.category else ""
    told = words.joined([role for role in roles if role])
    if "" in roles:
        yield signed(Sign.NOT_STATED, t("Role not determined"))
    if kind in roles or not kind:
        kind = ""
    elif told:
        kind = f"; {lowered(kind)}"
    if told or kind:
        yield para(told, secondary(kind))
    for name in ("sub_processors", "remote_access"):
        if getattr(found.party, name) is not Answer.UNKNOWN:
            answer = words.value(SPECS[Party.KIND][name], getattr(found.party, name))
            yield para(f"{field_label(context, Party.KIND, name)}: ", *answer)
    yield from internal_fields(context, found.party)


def _tasks(context: Context, found: Usage) -> Iterator[Paragraph]:
    """Yield what the party does, each task once."""
    t, words = context.t, context.words
    tasks: list[Runs] = [words.shown(one.purpose) for one in found.recipients]
    tasks += [(Run(t("Provider of {system}", system=one.name or "?")),) for one in found.systems]
    tasks += [(Run(t("Sets trackers")),) for _ in found.trackers]
    tasks += [(Run(t("Source of data")),) for _ in found.sources]
    tasks += [(Run(t("Sub-processor of another party")),) for _ in found.operated]
    for one in found.processing:
        as_controller = one.controller == found.party.id
        tasks.append((Run(t("Controller we process data for") if as_controller else t("Our sub-processor")),))
    if context.organisation and context.organisation.parent_company == found.party.id:
        tasks.append((Run(t("Parent company")),))
    for task in dict.fromkeys(one for one in tasks if one):
        yield Paragraph(raised_runs(task))


def _places(context: Context, found: Usage) -> Iterator[Paragraph]:
    """Yield where a party processes data; it is asked of those who receive some."""
    places = context.names.places.get(found.party.id, [])
    if not places:
        yield context.words.missing(asked=found.receives)
    for place in places:
        *others, last = country_paragraphs(context, place)
        yield from others
        more = _place_details(context, place).replace(" ", NBSP)
        yield replace(last, runs=(*last.runs, secondary(f" ({lowered(more)})"))) if more else last


def _place_details(context: Context, place: Place) -> str:
    words = context.words
    role = words.label("place_roles", place.role) if place.role else ""
    operator = context.names.party_text(place.operator) if place.operator else ""
    return ": ".join(part for part in (role, operator) if part)


def _agreement(context: Context, found: Usage) -> Iterator[Paragraph]:
    """Yield the processor agreements; a processor without one gets the sign."""
    t, words = context.t, context.words
    for one in found.agreements:
        status = words.label("agreement_status", one.status) if one.status else t("Status not determined")
        signed_on = f" {words.day(one.signed)}" if one.signed else ""
        yield para(context.link(status, "agreements"), signed_on)
    if found.agreements:
        return
    roles = _roles(found)
    if _PROCESSOR in roles:
        yield words.missing()
    elif "" in roles:
        yield para(secondary(t("The role has to be decided first.")))
    else:
        yield para(t("Not applicable"))


def _contacts(context: Context) -> Iterator[Block]:
    """Yield the contacts of the parties as a table."""
    t = context.t
    owners = context.names.in_order(party for party in context.names.contacts if party)
    if not owners:
        return
    columns = (
        Column(t("Party"), 0.25),
        Column(t("Role"), 0.20),
        Column(t("Name"), 0.20),
        Column(t("Contact details"), 0.35),
    )
    rows = tuple(
        (
            cell(*context.names.party(party)),
            _stated(context, context.words.label("contact_roles", one.role) if one.role else ""),
            _stated(context, one.name),
            cell(*contact_runs(one, named=False) or context.words.missing(asked=False).runs),
        )
        for party in owners
        for one in context.names.contacts[party]
    )
    yield Heading(t("Contacts of the parties"), level=3, style=HeadingStyle.SUBSECTION)
    yield Table(columns, rows, row_header=0, summary=t("Contacts of the parties"))


def _stated(context: Context, text: str) -> Cell:
    return cell(text) if text else cell(context.words.missing(asked=False))
