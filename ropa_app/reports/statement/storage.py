"""How long data are kept: told of each activity, and as a table in section 6."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ropa_app.domain.entities.activity_data import DataLine
from ropa_app.domain.entities.activity_flow import Retention
from ropa_app.reports import phrases
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.page_model import Block, Cell, Column, Paragraph, Row, Run, Table, TableStyle
from ropa_app.reports.statement.context import StatementContext, closed, section_number
from ropa_app.reports.statement.data_lines import chosen_lines
from ropa_app.reports.wording import Runs, lowered, raised_runs, slot, woven

CODE: Final = "06-storage"
_ITEM: Final = "storage"


def storage_paragraphs(
    context: StatementContext,
    view: ActivityView,
    rules: Sequence[Retention],
    lines: Sequence[DataLine],
    code: str,
    label: str,
) -> list[Paragraph]:
    """Return how long the data of some lines are kept, one paragraph for each rule."""
    mine, section = (view.activity.id,), section_number(code)
    if not rules:
        return [context.gap(code, label, item=_ITEM, activities=mine)]
    found: list[Paragraph] = []
    for rule in rules:
        about = _about(context, view, rule, lines)
        told = _limit(context, rule)
        if told:
            context.ledger.say(_ITEM, section, mine)
            found.append(Paragraph((*about, *told)))
        else:
            found.append(context.gap(code, label, *about[:-1], item=_ITEM, activities=mine))
        if rule.period is not None and not rule.start:
            why = context.t("What the period is counted from is missing.")
            found.append(context.gap(code, label, why, item=_ITEM, activities=mine))
    return found


def _about(context: StatementContext, view: ActivityView, rule: Retention, lines: Sequence[DataLine]) -> Runs:
    """Return which data a rule is about and a colon; () where it is about all that are told of."""
    if not rule.lines or {line.id for line in lines} <= set(rule.lines):
        return ()
    chosen = chosen_lines(context, view, rule.lines)
    return (*raised_runs(chosen), Run(": ")) if chosen else ()


def _limit(context: StatementContext, rule: Retention) -> Runs:
    """Return a rule as a sentence, () where it says neither a period nor criteria."""
    t, words = context.t, context.words
    told: Runs = ()
    if rule.period is not None:
        period = words.period(rule.period)
        if rule.start:
            event = lowered(phrases.counted_from(rule, words))
            told = (Run(t("We erase them {period} after this event: {event}.", period=period, event=event)),)
        else:
            told = (Run(t("We erase them after {period}.", period=period)),)
    elif criteria := words.shown(rule.criteria):
        told = closed(criteria)
    if told and (law := words.shown(rule.law_reference)):
        text = t("Provision: {law}", law=slot("law"))
        told = (*told, Run(" "), *closed(woven(text, law=law)))
    return told


def storage_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 6: a table of the data of each activity and how long they are kept."""
    t = context.t
    yield context.heading(CODE)
    yield from context.own(CODE)
    if not context.views:
        yield context.quiet_gap()
        return
    columns = (
        Column(t.context("statement", "Activity"), 0.26),
        Column(t.context("statement", "Data"), 0.34),
        Column(t("How long"), 0.4),
    )
    rows = tuple(one for view in context.views for one in _rows(context, view))
    yield Table(columns, rows, row_header=0, style=TableStyle.PROSE, summary=t("How long we keep the data"))


def _rows(context: StatementContext, view: ActivityView) -> Iterator[Row]:
    """Yield one row for each rule of an activity, or one that says that there is none."""
    title: Cell = (Paragraph(context.linked_title(view)),)
    for rule in view.retention or (None,):
        lines = view.lines if rule is None or not rule.lines else _chosen(view, rule)
        data = raised_runs(context.words.series(phrases.all_categories(lines, context.words)))
        told = _limit(context, rule) if rule else ()
        yield (title, _data(context, view, data), (_told(context, view, told),))


def _chosen(view: ActivityView, rule: Retention) -> list[DataLine]:
    return [line for line in view.lines if line.id in rule.lines]


def _data(context: StatementContext, view: ActivityView, data: Runs) -> Cell:
    if data:
        return (Paragraph(data),)
    label = context.t.context("statement", "Data")
    return (context.gap(CODE, label, activities=(view.activity.id,)),)


def _told(context: StatementContext, view: ActivityView, told: Runs) -> Paragraph:
    if told:
        return Paragraph(told)
    return context.gap(CODE, context.t("How long"), activities=(view.activity.id,))
