"""The transfers out of the EEA by country, with all that is recorded on each transfer tool."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ropa_app.domain.entities.parties import Place, TransferTool
from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.domain.values import RecordId
from ropa_app.legal.transfers import JudgedTool, ToolState, judge
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.context import Context, field_label, labelled, missing_because, paragraphs
from ropa_app.reports.article30.country_chart import country_chart
from ropa_app.reports.article30.fields import field_value
from ropa_app.reports.article30.places import (
    country_paragraphs,
    is_unplaced,
    tool_name,
    tool_reference,
    tool_state,
)
from ropa_app.reports.article30.usage import Move, moves
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
    Table,
    cell,
    para,
    secondary,
)
from ropa_app.reports.wording import slot, woven

# What is recorded on a tool beside its name, activities and assessment, in the order it is told.
DETAILS = (
    "signed",
    "ended",
    "document",
    "scope_confirmed",
    "dpf_status",
    "dpf_data",
    "dpf_checked",
    "repeated",
    "safeguards",
    "authority_notified",
)


def transfers_chapter(context: Context, chapter: Chapter) -> Part:
    """Return the transfers on the day, then the tools that are recorded but not in use."""
    return Part(_blocks(context, chapter), section=chapter.title, continues=True)


def _blocks(context: Context, chapter: Chapter) -> Iterator[Block]:
    t = context.t
    found = sorted(moves(context), key=lambda move: _key(context, move))
    yield chapter.heading
    yield para(_summary(context, found))
    if organisations := _organisations(context, found):
        yield organisations
    if open_ones := _unplaced(context):
        text = t.plural(
            "The place of processing of {n} party is not known: {parties}.",
            "The place of processing of {n} parties is not known: {parties}.",
            len(open_ones),
            n=context.words.number(len(open_ones)),
            parties=slot("parties"),
        )
        why = woven(text, parties=context.names.party_list(open_ones))
        yield missing_because(context, why)
    yield from country_chart(context)
    if found:
        yield Heading(t("Transfers"), level=3, style=HeadingStyle.SUBSECTION)
        yield _table(context, _rows(context, found), t("Transfers out of the EEA"))
    shown = {judged.tool.id for move in found for judged in move.tools}
    if rest := [pair for pair in _recorded(context) if pair[1].id not in shown]:
        yield Heading(t("Other recorded transfer tools"), level=3, style=HeadingStyle.SUBSECTION)
        yield para(t("These tools are recorded, but no transfer rests on them on the day of this document."))
        yield _table(context, _other_rows(context, rest), t("Other recorded transfer tools"))


def _key(context: Context, move: Move) -> tuple[bool, SortKey, SortKey, int]:
    country = context.words.country(move.place.country) if move.place.country else ""
    party = sort_key(context.names.party_text(move.party))
    return (not country, sort_key(country), party, move.place.position)


def _summary(context: Context, found: Sequence[Move]) -> str:
    t, words = context.t, context.words
    if found and all(context.names.is_international(move.party) for move in found):
        return t("No transfer to a third country is derived from the places of processing entered.")
    found = [move for move in found if not context.names.is_international(move.party)]
    parties = len({move.party for move in found})
    if not parties:
        return t("No transfer out of the EEA is derived from the places of processing entered.")
    named = {move.place.country for move in found if move.place.country}
    countries = sorted((words.country(code) for code in named), key=sort_key)
    if not countries:
        return t.plural(
            "{n} recipient processes data outside the EEA (in a third country). No country is stated.",
            "{n} recipients process data outside the EEA (in third countries). No country is stated.",
            parties,
            n=words.number(parties),
        )
    return t.plural(
        "{n} recipient processes data outside the EEA (in a third country): {countries}.",
        "{n} recipients process data outside the EEA (in third countries): {countries}.",
        parties,
        n=words.number(parties),
        countries=words.listed(countries),
    )


def _organisations(context: Context, found: Sequence[Move]) -> Paragraph | None:
    """Return which international organisations get data, None where none does."""
    parties = [move.party for move in found if context.names.is_international(move.party)]
    if not (named := context.names.in_order(parties)):
        return None
    text = context.t.plural(
        "{n} recipient is an international organisation: {parties}. Data it gets are transferred, "
        "wherever it sits (Article 44).",
        "{n} recipients are international organisations: {parties}. Data they get are transferred, "
        "wherever they sit (Article 44).",
        len(named),
        n=context.words.number(len(named)),
        parties=slot("parties"),
    )
    return Paragraph(woven(text, parties=context.names.party_list(named)))


def _unplaced(context: Context) -> list[RecordId]:
    """Return the parties in use whose place of processing is not known."""
    used = (
        party
        for party in context.names.in_order(context.names.parties)
        if is_unplaced(context, party) and _receives(context, party)
    )
    return list(used)


def _receives(context: Context, party: RecordId) -> bool:
    kinds = {"recipient", "tracker", "system"}
    fields = {("processor_record", "sub_processors")}
    uses = context.records.uses(party)
    return any(use.kind in kinds or (use.kind, use.field) in fields for use in uses)


def _table(context: Context, rows: Iterator[Row], summary: str) -> Table:
    t = context.t
    columns = (
        Column(t("Country"), 0.205),
        Column(t("Recipient"), 0.20),
        Column(t("Activities"), 0.125),
        Column(t("Transfer tool"), 0.225),
        Column(context.day_status(), 0.245),
    )
    return Table(columns, rows, row_header=1, summary=summary)


def _rows(context: Context, found: Sequence[Move]) -> Iterator[Row]:
    t = context.t
    for move in found:
        country = tuple(country_paragraphs(context, move.place))
        party = cell(*context.names.party(move.party))
        if not move.tools:
            status = cell(secondary(t("No transfer tool is recorded.")))
            numbers = _numbers(context, move.activities, move.processing)
            yield (country, party, numbers, cell(context.words.missing()), status)
        for judged in move.tools:
            served = [one for one in move.activities if judged.serves(one)]
            numbers = _numbers(context, served, move.processing)
            status = tuple(_status(context, judged))
            yield (country, party, numbers, cell(tool_name(context, judged)), status)


def _numbers(context: Context, activities: Sequence[RecordId], processing: Sequence[str]) -> Cell:
    numbers = [*context.index.numbers(activities), *processing]
    return cell(", ".join(numbers)) if numbers else cell(secondary(context.t("None")))


def _status(context: Context, judged: JudgedTool) -> Iterator[Paragraph]:
    """Yield what a tool is worth on the day, then what is recorded on it."""
    reference = tool_reference(context, judged)
    yield para(tool_state(context, judged), *([Run(" "), *reference] if reference else []))
    yield from _details(context, judged.tool, assessed=judged.state is not ToolState.LAPSED)


def _details(context: Context, tool: TransferTool, *, assessed: bool) -> Iterator[Paragraph]:
    """Yield what is recorded on a tool; where an assessment is due, that it is missing."""
    t = context.t
    for name in DETAILS:
        if value := field_value(context, tool, name):
            yield labelled(field_label(context, tool.KIND, name), value)
    choice = context.law.choice("transfer_tools", tool.tool)
    found = paragraphs(context.assessments.get(tool.tia, ())[:1]) if tool.tia else []
    yield from found
    if assessed and not found and choice is not None and choice.group == "46":
        yield para(secondary(t("Transfer impact assessment: not stated")))


def _recorded(context: Context) -> Iterator[tuple[Place, TransferTool]]:
    """Yield every transfer tool with its place, in the order of the parties."""
    for party in context.names.in_order(context.names.parties):
        for place in context.names.places.get(party, ()):
            for tool in context.names.tools.get(place.id, ()):
                yield place, tool


def _other_rows(context: Context, rest: Sequence[tuple[Place, TransferTool]]) -> Iterator[Row]:
    t, day = context.t, context.edition.day
    for place, tool in rest:
        judged = judge(tool, place, day, context.law)
        if tool.ended and tool.ended <= day:
            why = t("No longer used.")
        elif tool.signed and tool.signed > day:
            why = t("Not yet used.")
        elif not context.names.is_transfer(place, day):
            why = t("The place is not outside the EEA.")
        elif context.index.is_partial:
            why = t("No transfer in this extract rests on it.")
        else:
            why = t("No activity in use rests on this party.")
        numbers = _numbers(context, tool.activities, ())
        status = (para(why), *_details(context, tool, assessed=False))
        yield (
            tuple(country_paragraphs(context, place)),
            cell(*context.names.party(place.party)),
            numbers,
            cell(para(*tool_name(context, judged).runs)),
            status,
        )
