"""The register as processor, Article 30(2): one sheet for each controller data are processed for."""

from __future__ import annotations

from collections.abc import Iterator

from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.values import RecordId
from ropa_app.legal.transfers import is_live, transfers
from ropa_app.reports import articles
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.context import Context, is_complete
from ropa_app.reports.article30.controller import (
    can_be_reached,
    contact_runs,
    dpo_cell,
    needs_representative,
    organisation_cell,
    representative_cell,
)
from ropa_app.reports.article30.index import party_records
from ropa_app.reports.article30.letters_defg import measures_table, shared_measures
from ropa_app.reports.article30.places import (
    country_paragraphs,
    is_unplaced,
    place_paragraphs,
    tool_name,
    tool_state,
)
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    FieldRow,
    FieldTable,
    Heading,
    HeadingStyle,
    LetterHeading,
    Part,
    Row,
    Table,
    TableStyle,
    bold,
    cell,
    para,
    secondary,
)
from ropa_app.reports.wording import text_of


def processor_records(context: Context) -> list[ProcessorRecord]:
    """Return what is processed for others, in the order of the register."""
    found = [one for one in context.records.of_kind(ProcessorRecord.KIND) if isinstance(one, ProcessorRecord)]
    return sorted(found, key=lambda one: (one.position, one.id))


def processor_sheets(context: Context, chapter: Chapter) -> Iterator[Part]:
    """Yield a sheet for each controller; the first begins the chapter."""
    for number, record in enumerate(processor_records(context)):
        yield _sheet(context, chapter, record, first=number == 0)


def _sheet(context: Context, chapter: Chapter, record: ProcessorRecord, *, first: bool) -> Part:
    t = context.t
    name = text_of(context.names.party(record.controller)) if record.controller else t("Not stated")
    reference = context.reference(record)
    blocks: list[Block] = [chapter.heading] if first else []
    blocks.append(Heading(name, level=3, number=reference, style=HeadingStyle.GROUP))
    letters = (
        ("a", t("Processor and controller"), _letter_a(context, record)),
        ("b", t("Categories of processing"), _letter_b(context, record)),
        ("c", t("Transfers out of the EEA"), _letter_c(context, record)),
        ("d", t("Security measures"), _letter_d(context, record)),
    )
    for letter, title, content in letters:
        place = articles.article(f"30(2)({letter})", t)
        blocks.extend([LetterHeading(letter, title, place, is_complete(content), level=4), *content])
    return Part(tuple(blocks), section=chapter.title, fit=True)


def _letter_a(context: Context, record: ProcessorRecord) -> tuple[Block, ...]:
    t = context.t
    rows = [
        FieldRow(cell(t("Processor")), organisation_cell(context)),
        FieldRow(cell(t("Data protection officer")), dpo_cell(context, explained=False)),
    ]
    if needs_representative(context):
        rows.append(FieldRow(cell(t("Representative")), representative_cell(context)))
    rows.append(FieldRow(cell(t("Controller")), _controller(context, record)))
    return (FieldTable(tuple(rows), summary=t("Processor and controller")),)


def _controller(context: Context, record: ProcessorRecord) -> Cell:
    """Return the controller with its contacts, each with its role."""
    words = context.words
    if not record.controller:
        return cell(words.missing())
    found = [para(bold(text_of(context.names.party(record.controller))))]
    contacts = context.names.contacts.get(record.controller, [])
    for one in contacts:
        role = words.label("contact_roles", one.role) if one.role else context.t("Contact")
        found.append(para(f"{role}: ", *contact_runs(one)))
    if not any(can_be_reached(one) for one in contacts):
        found.append(words.missing(context.t("Contact details.")))
    return tuple(found)


def _letter_b(context: Context, record: ProcessorRecord) -> tuple[Block, ...]:
    t, words = context.t, context.words
    categories = words.shown(record.categories)
    status = words.label("activity_status", record.status) if record.status else ""
    rows = (
        FieldRow(cell(t("Processing")), cell(*categories) if categories else cell(words.missing())),
        FieldRow(cell(t("Status")), cell(status or words.undecided(asked=False))),
    )
    return (FieldTable(rows),)


def _letter_c(context: Context, record: ProcessorRecord) -> tuple[Block, ...]:
    """Return the sub-processors with their places, and each transfer with its tools."""
    t = context.t
    if not record.sub_processors:
        value = cell(secondary(t("No sub-processor is entered.")))
        return (FieldTable((FieldRow(cell(t("Sub-processors")), value),)),)
    columns = (
        Column(t("Sub-processor"), 0.25),
        Column(t("Country"), 0.20),
        Column(t("Transfer tool"), 0.28),
        Column(context.day_status(), 0.27),
    )
    rows = [row for party in record.sub_processors for row in _sub_processor(context, record, party)]
    table = Table(
        columns, tuple(rows), row_header=0, style=TableStyle.UNDER_LETTER, summary=t("Sub-processors")
    )
    return (table,)


def _sub_processor(context: Context, record: ProcessorRecord, party: RecordId) -> Iterator[Row]:
    t, words = context.t, context.words
    name = cell(*context.names.party(party))
    involved = [*party_records(party, context.names), record]
    found = transfers(involved, context.edition.day, context.law)
    for transfer in found:
        country = tuple(country_paragraphs(context, transfer.place))
        if not transfer.tools:
            nothing = cell(secondary(t("No transfer tool is recorded.")))
            yield (name, country, cell(words.missing()), nothing)
        for judged in transfer.tools:
            yield (name, country, cell(tool_name(context, judged)), cell(tool_state(context, judged)))
    if found:
        return
    places = tuple(place_paragraphs(context, party))
    if is_unplaced(context, party):
        yield (name, places, cell(words.missing()), cell(t("The place of processing is not known.")))
    elif not is_live(record):
        yield (name, places, cell(t("Not applicable")), cell(t("The processing has ended.")))
    else:
        yield (name, places, cell(t("Not applicable")), cell(t("All places are in the EEA.")))


def _letter_d(context: Context, record: ProcessorRecord) -> tuple[Block, ...]:
    measures = context.names.measures
    own = sorted((measures[one] for one in record.measures if one in measures), key=context.names.measure_key)
    return (measures_table(context, own, shared_measures(context)),)
