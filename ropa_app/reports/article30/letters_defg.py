"""Letters (d) to (g) of a sheet: recipients, transfers, time limits, security measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ropa_app.domain.entities.activity_data import DataLine
from ropa_app.domain.entities.activity_flow import Recipient, Retention
from ropa_app.domain.entities.security import Measure
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.transfers import JudgedTool, Transfer, is_live
from ropa_app.reports import phrases
from ropa_app.reports.article30.context import (
    Context,
    labelled,
    missing_because,
    paragraphs,
    see,
)
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.article30.places import (
    country_paragraphs,
    is_unplaced,
    place_paragraphs,
    tool_name,
    tool_reference,
    tool_state,
)
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    FieldRow,
    FieldTable,
    Paragraph,
    Run,
    Table,
    TableStyle,
    TextStyle,
    cell,
    para,
    secondary,
)
from ropa_app.reports.wording import Runs, slot, woven

WORKING = ("in_place", "partly")


def _table(columns: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]], summary: str) -> Table:
    return Table(columns, tuple(rows), row_header=0, style=TableStyle.UNDER_LETTER, summary=summary)


def _field(label: str, *contents: str | Paragraph) -> tuple[Block, ...]:
    return (FieldTable((FieldRow(cell(label), cell(*contents)),)),)


def letter_d(context: Context, view: ActivityView) -> tuple[Block, ...]:
    """Return who receives which data, in which role and where."""
    t, words = context.t, context.words
    if not view.recipients:
        return _field(t("Recipients"), no_recipients(context, view))
    columns = (
        Column(t("Recipient"), 0.25),
        Column(t("Receives these data"), 0.33),
        Column(t("Role"), 0.21),
        Column(t("Country"), 0.21),
    )
    rows = (
        (
            recipient_name(context, recipient),
            _received(context, view, recipient),
            cell(*_role(context, recipient)),
            tuple(place_paragraphs(context, recipient.party)) if recipient.party else cell(words.missing()),
        )
        for recipient in view.recipients
    )
    return (_table(columns, rows, t("Recipients")),)


def no_recipients(context: Context, view: ActivityView) -> Paragraph:
    """Return that there are no recipients, or that nobody has said."""
    t, words = context.t, context.words
    match view.activity.recipients_answer:
        case "none":
            return para(t("None. The organisation has checked that nobody receives the data."))
        case "some":
            return words.missing(t("There are recipients, but none is entered."))
        case _:
            return words.missing()


def recipient_name(context: Context, recipient: Recipient) -> Cell:
    """Return the name of a recipient, else its category, else the sign."""
    if recipient.party:
        return cell(*context.names.party(recipient.party))
    category = context.words.shown(recipient.category)
    return cell(*category) if category else cell(context.words.missing())


def _received(context: Context, view: ActivityView, recipient: Recipient) -> Cell:
    t, words = context.t, context.words
    if recipient.all_lines is Answer.YES:
        found = [para(t("All data of the activity"))]
    else:
        found = paragraphs(phrases.line_labels(recipient.lines, view.lines, words))
    if not found:
        found = [words.missing(asked=False)]
    if recipient.purpose:
        found.append(labelled(t("Purpose"), words.shown(recipient.purpose)))
    match recipient.own_marketing:
        case Answer.YES:
            found.append(para(t("Uses the data for its own marketing.")))
        case Answer.NO:
            found.append(para(t("Does not use the data for its own marketing.")))
        case _:
            pass
    return tuple(found)


def _role(context: Context, recipient: Recipient) -> Iterator[Paragraph]:
    words = context.words
    if recipient.role:
        yield para(words.label("recipient_roles", recipient.role))
    else:
        yield words.undecided(asked=False)
    if arrangement := context.names.arrangements.get(recipient.arrangement or RecordId("")):
        yield para(
            context.link(
                context.t("Arrangement {number}", number=context.reference(arrangement)), "arrangements"
            )
        )


def letter_e(context: Context, view: ActivityView) -> tuple[Block, ...]:
    """Return the transfers out of the EEA, each tool with its worth on the day."""
    t = context.t
    if not view.transfers:
        return _field(t("Transfers out of the EEA"), no_transfers(context, view))
    columns = (
        Column(t("Recipient"), 0.24),
        Column(t("Country"), 0.215),
        Column(t("Transfer tool"), 0.285),
        Column(context.day_status(), 0.26),
    )
    rows = [row for transfer in view.transfers for row in _transfer_rows(context, view, transfer)]
    blocks: list[Block] = [_table(columns, rows, t("Transfers out of the EEA"))]
    if unplaced := _unplaced(context, view):
        blocks.append(replace(missing_because(context, unplaced), style=TextStyle.COMPACT))
    return tuple(blocks)


def tools_for(view: ActivityView, transfer: Transfer) -> list[JudgedTool]:
    """Return the tools of a transfer that are meant for an activity."""
    return [judged for judged in transfer.tools if judged.serves(view.activity.id)]


def _transfer_rows(context: Context, view: ActivityView, transfer: Transfer) -> Iterator[tuple[Cell, ...]]:
    party = cell(*context.names.party(transfer.party.id))
    country = tuple(country_paragraphs(context, transfer.place))
    judged = tools_for(view, transfer)
    if not judged:
        why = cell(secondary(context.t("No transfer tool is recorded.")))
        yield (party, country, cell(context.words.missing()), why)
    for one in judged:
        status = cell(tool_state(context, one), *_tool_notes(context, one))
        yield (party, country, cell(tool_name(context, one)), status)


def _tool_notes(context: Context, judged: JudgedTool) -> Iterator[Run]:
    if reference := tool_reference(context, judged):
        yield Run(" ")
        yield from reference


def no_transfers(context: Context, view: ActivityView) -> Paragraph:
    """Return why there are no transfers, or what has to be known first."""
    t, words = context.t, context.words
    if not is_live(view.activity):
        return para(t("Not applicable. The activity has ended."))
    if unplaced := _unplaced(context, view):
        return missing_because(context, unplaced)
    if not view.parties(context.names):
        if view.activity.recipients_answer == "none":
            return para(t("None. The activity has no recipients."))
        return words.missing(t("The recipients are not stated."))
    return para(t("None. All places of processing entered are in the EEA."))


def _unplaced(context: Context, view: ActivityView) -> Runs:
    """Return whose place of processing is not known, () where every one is."""
    words = context.words
    open_ones = [party for party in view.parties(context.names) if is_unplaced(context, party)]
    called = [context.names.party(party) for party in open_ones]
    called += [words.shown(one.category) for one in view.recipients if not one.party]
    called = [one for one in called if one]
    if not called:
        return ()
    return woven(
        context.t("The place of processing is not known of: {parties}.", parties=slot("parties")),
        parties=words.series(called),
    )


def letter_f(context: Context, view: ActivityView) -> tuple[Block, ...]:
    """Return when the data are erased, rule by rule; a data line without a rule gets the sign."""
    t, words = context.t, context.words
    if not view.retention:
        return _field(t("Time limits for erasure"), words.missing())
    by_criteria = any(rule.period is None and rule.criteria for rule in view.retention)
    columns = (
        Column(t.context("column", "Data"), 0.27 if by_criteria else 0.38),
        Column(t("Erased"), 0.43 if by_criteria else 0.26),
        Column(t("Counted from"), 0.30 if by_criteria else 0.36),
    )
    rows = [
        (_ruled(context, view, rule), _limit(context, rule), _start(context, rule)) for rule in view.retention
    ]
    rows.extend(
        (cell(*phrases.line_label(line, words)), cell(words.missing()), cell(words.missing()))
        for line in lines_without_rule(view)
    )
    return (_table(columns, rows, t("Time limits for erasure")),)


def lines_without_rule(view: ActivityView) -> list[DataLine]:
    """Return the data lines that no retention rule covers."""
    if any(not rule.lines for rule in view.retention):
        return []
    ruled = {line for rule in view.retention for line in rule.lines}
    return [line for line in view.lines if line.id not in ruled]


def _ruled(context: Context, view: ActivityView, rule: Retention) -> Cell:
    found = paragraphs(phrases.line_labels(rule.lines, view.lines, context.words))
    if not found:
        found = [para(context.t("All data of the activity"))]
    purpose = next((one for one in view.purposes if one.id == rule.purpose), None)
    if purpose is not None:
        number = (Run(f"{purpose.position}. "),) if len(view.purposes) > 1 else ()
        text = context.words.shown(purpose.text) or (Run(context.t("Not stated")),)
        found.append(labelled(context.t("Purpose"), (*number, *text)))
    return tuple(found)


def _limit(context: Context, rule: Retention) -> Cell:
    words = context.words
    limit = phrases.time_limit(rule, words)
    found = [Paragraph(limit)] if limit else [words.missing()]
    if rule.period is not None and rule.criteria:
        found.append(labelled(context.t("Criteria"), words.shown(rule.criteria)))
    if rule.method:
        found.append(para(f"{words.label('deletion_methods', rule.method)}."))
    return tuple(found)


def _start(context: Context, rule: Retention) -> Cell:
    t, words = context.t, context.words
    if start := phrases.counted_from(rule, words):
        found = [para(start)]
    elif rule.period is None and rule.criteria:
        found = [para(t("Not applicable. No period is given."))]
    else:
        found = [words.missing()]
    if rule.law_reference:
        found.append(labelled(t("Legal provision"), words.shown(rule.law_reference)))
    if rule.reason:
        found.append(labelled(t("Reason"), words.shown(rule.reason)))
    return tuple(found)


def letter_g(context: Context, view: ActivityView) -> tuple[Block, ...]:
    """Return the measures of the activity and those of the whole organisation."""
    own, shared = own_measures(context, view), shared_measures(context)
    return (measures_table(context, own, shared),)


def measures_table(context: Context, own: Sequence[Measure], shared: Sequence[Measure]) -> FieldTable:
    """Return the measures of an activity and those of all; one row where there are neither."""
    t, words = context.t, context.words
    asked = not any(one.status in WORKING for one in [*own, *shared])
    where = see(context, t("Security measures"), "measures")
    if not own and not shared:
        row = FieldRow(cell(t("Own and shared measures")), described(cell(words.missing()), where))
        return FieldTable((row,), summary=t("Security measures"))
    own_cell = measures_cell(context, own) or cell(words.missing(asked=asked))
    shared_cell = measures_cell(context, shared) or cell(words.missing(asked=False))
    rows = (
        FieldRow(cell(t("Own measures")), own_cell),
        FieldRow(cell(t("For the whole organisation")), described(shared_cell, where)),
    )
    return FieldTable(rows, summary=t("Security measures"))


def described(measures: Cell, where: Runs) -> Cell:
    """Return measures and, in the same line, where they are described."""
    if not where:
        return measures
    *others, last = measures
    return (*others, replace(last, runs=(*last.runs, Run(". "), *where)))


def own_measures(context: Context, view: ActivityView) -> list[Measure]:
    """Return the measures that an activity names, in the order of Article 32."""
    measures = context.names.measures
    found = [measures[one] for use in view.measure_uses if (one := use.measure) and one in measures]
    return sorted(found, key=context.names.measure_key)


def shared_measures(context: Context) -> list[Measure]:
    """Return the measures that every activity has, without those that are retired."""
    found = [
        one
        for one in context.names.measures.values()
        if one.organisation_wide is Answer.YES and one.status != "retired"
    ]
    return sorted(found, key=context.names.measure_key)


def measures_cell(context: Context, measures: Iterable[Measure]) -> Cell:
    """Return measures as one list; the status of one that is not in place follows its name."""
    return cell(*context.words.series([_with_status(context, one) for one in measures]))


def _with_status(context: Context, measure: Measure) -> Runs:
    name = context.names.measure(measure.id)
    if measure.status == "in_place":
        return name
    t, words = context.t, context.words
    status = words.label("measure_status", measure.status) if measure.status else t("status not determined")
    return (*name, Run(f" ({status[:1].lower()}{status[1:]})"))
