"""How long data are kept: told of each activity, and as a table in section 6."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from ropa_app.domain.entities.activity_data import DataLine
from ropa_app.domain.entities.activity_flow import Retention
from ropa_app.domain.values import RecordId
from ropa_app.i18n import NC_
from ropa_app.reports import phrases
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.page_model import Block, Cell, Column, Paragraph, Row, Run, Table, TableStyle
from ropa_app.reports.statement.context import StatementContext, closed, section_number
from ropa_app.reports.statement.data_lines import chosen_lines
from ropa_app.reports.wording import Runs, lowered, raised_runs, slot, text_of, woven

CODE: Final = "06-storage"
_ITEM: Final = "storage"
# What a period is counted from, as a sentence goes on: 3 years after the last contact.
AFTER: Final = {
    "collected": NC_("retention", "after we collected them"),
    "last_contact": NC_("retention", "after the last contact"),
    "case_closed": NC_("retention", "after the case is closed"),
    "contract_end": NC_("retention", "after the contract has ended"),
    "delivery": NC_("retention", "after delivery or taking over"),
    "accounting_year_end": NC_("retention", "after the end of the accounting year"),
    "income_year_end": NC_("retention", "after the end of the income year"),
    "employment_end": NC_("retention", "after the employment has ended"),
    "exposure_end": NC_("retention", "after the exposure has ended"),
    "position_filled": NC_("retention", "after the position is filled"),
    "withdrawal": NC_("retention", "after you object or withdraw your consent"),
    "survey_closed": NC_("retention", "after the survey is closed"),
    "recording": NC_("retention", "after the recording"),
    "event": NC_("retention", "after the event was recorded"),
    "placed_on_market": NC_("retention", "after the product was placed on the market"),
}


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
        if told := _limit(context, rule, about):
            context.ledger.say(_ITEM, section, mine)
            found.append(Paragraph(told))
        else:
            found.append(context.gap(code, label, *raised_runs(about), item=_ITEM, activities=mine))
        if rule.period is not None and not rule.start:
            why = context.t("What the period is counted from is missing.")
            found.append(context.gap(code, label, why, item=_ITEM, activities=mine))
    return found


def _about(context: StatementContext, view: ActivityView, rule: Retention, lines: Sequence[DataLine]) -> Runs:
    """Return which data a rule is about; () where it is about all that are told of."""
    if not rule.lines or {line.id for line in lines} <= set(rule.lines):
        return ()
    return chosen_lines(context, view, rule.lines)


def _limit(context: StatementContext, rule: Retention, about: Runs = ()) -> Runs:
    """Return a rule as sentences, () where it says neither a period nor criteria; `about` are the data."""
    t, words = context.t, context.words
    told: Runs = ()
    if rule.period is not None:
        told = _period(context, words.period(rule.period), _event(context, rule), about)
    elif criteria := words.shown(rule.criteria):
        told = (*raised_runs(about), Run(": "), *closed(criteria)) if about else closed(criteria)
    if told and (law := words.shown(rule.law_reference)):
        text = t("The provision is {law}", law=slot("law"))
        told = (*told, Run(" "), *closed(woven(text, law=law)))
    return told


def _period(context: StatementContext, period: str, event: str, about: Runs) -> Runs:
    """Return until when data are kept: We erase name and contact details 3 years after the last contact."""
    t = context.t
    if about and ";" in text_of(about):
        return (*raised_runs(about), Run(": "), *_period(context, period, event, ()))
    data = about or (Run(t.context("erased", "them")),)
    if event:
        text = t("We erase {data} {period} {after}.", data=slot("data"), period=period, after=event)
    else:
        text = t("We erase {data} after {period}.", data=slot("data"), period=period)
    return woven(text, data=data)


def _event(context: StatementContext, rule: Retention) -> str:
    """Return what a period is counted from: after the last contact; "" where nothing is said."""
    if not rule.start:
        return ""
    if known := AFTER.get(rule.start):
        return context.t.marked(known)
    return context.t.context(
        "retention", "after this event: {event}", event=lowered(phrases.counted_from(rule, context.words))
    )


def storage_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 6: a table of the data of each activity and how long they are kept."""
    t = context.t
    yield context.heading(CODE)
    yield from context.own(CODE)
    if not context.views:
        yield context.quiet_gap()
        return
    columns = (
        Column(t("How long"), 0.3),
        Column(t.context("statement", "Data"), 0.42),
        Column(t.context("statement", "Activity"), 0.28),
    )
    rows = tuple(_row(context, limit) for limit in _limits(context))
    yield Table(columns, rows, row_header=0, style=TableStyle.PROSE, summary=t("How long we keep the data"))


@dataclass(slots=True)
class _Kept:
    """Data that are kept equally long: how long (() if nobody has said), which, and for what."""

    told: Runs
    data: dict[str, Runs] = field(default_factory=dict)
    views: dict[RecordId, ActivityView] = field(default_factory=dict)
    unknown: dict[RecordId, None] = field(default_factory=dict)


def only_limit(context: StatementContext) -> Runs:
    """Return how long data are kept where it is the same for all of them, () where it is not."""
    found = _limits(context)
    return found[0].told if len(found) == 1 else ()


def _limits(context: StatementContext) -> list[_Kept]:
    """Return every time limit once, in the order of the activities; what is not settled comes last."""
    found: dict[str, _Kept] = {}
    for view in context.views:
        for rule in view.retention or (None,):
            told = _limit(context, rule) if rule else ()
            kept = found.setdefault(text_of(told), _Kept(told))
            kept.views[view.activity.id] = view
            lines = view.lines if rule is None or not rule.lines else _chosen(view, rule)
            items = phrases.all_categories(lines, context.words)
            kept.data.update((text_of(item), item) for item in items)
            if not items:
                kept.unknown[view.activity.id] = None
    return sorted(found.values(), key=lambda kept: not kept.told)


def _row(context: StatementContext, kept: _Kept) -> Row:
    titles = tuple(Paragraph(context.linked_title(view)) for view in kept.views.values())
    if kept.told:
        return ((Paragraph(kept.told),), _data(context, kept), titles)
    return ((context.gap(CODE, context.t("How long"), activities=kept.views),), _data(context, kept), titles)


def _chosen(view: ActivityView, rule: Retention) -> list[DataLine]:
    return [line for line in view.lines if line.id in rule.lines]


def _data(context: StatementContext, kept: _Kept) -> Cell:
    """Return the data that are kept equally long, and the activities of which nobody has said which."""
    found: list[Paragraph] = []
    if kept.data:
        found.append(Paragraph(raised_runs(context.words.series(list(kept.data.values())))))
    if kept.unknown:
        label = context.t.context("statement", "Data")
        why: Runs = ()
        if len(kept.unknown) < len(kept.views):
            titles = context.titles([kept.views[one] for one in kept.unknown])
            why = woven(context.t("This concerns: {what}", what=slot("what")), what=titles)
        found.append(context.gap(CODE, label, *closed(why), activities=kept.unknown))
    return tuple(found)
