"""Section 7: cookies and other tracking."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.entities.activity_flow import Tracker
from ropa_app.domain.values import RecordId
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    Paragraph,
    Row,
    Run,
    Table,
    TableStyle,
    TextStyle,
    para,
)
from ropa_app.reports.statement.context import StatementContext
from ropa_app.reports.wording import Runs

CODE: Final = "07-cookies"


def trackers_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 7: a table of the trackers of the public activities."""
    t = context.t
    yield context.heading(CODE)
    yield from context.own(CODE)
    rows = tuple(_row(context, view, tracker) for view in context.views for tracker in view.trackers)
    if not rows:
        yield para(t("This statement names no cookies and no other tracking."), style=TextStyle.PROSE)
        return
    columns = (
        Column(t.context("tracker", "Name"), 0.2),
        Column(t("Set by"), 0.2),
        Column(t.context("tracker", "Used for"), 0.28),
        Column(t.context("tracker", "Kind"), 0.16),
        Column(t("How long"), 0.16),
    )
    yield Table(columns, rows, row_header=0, style=TableStyle.PROSE, summary=t("Cookies and other tracking"))


def _row(context: StatementContext, view: ActivityView, tracker: Tracker) -> Row:
    t, words = context.t, context.words
    mine = view.activity.id
    provider = context.names.party(tracker.provider) if tracker.provider else ()
    kind = _one(words.label("tracker_categories", tracker.category) if tracker.category else "")
    duration = _one(words.period(tracker.duration) if tracker.duration is not None else "")
    return (
        _cell(context, mine, t.context("tracker", "Name"), _one(tracker.name)),
        _cell(context, mine, t("Set by"), provider),
        _cell(context, mine, t.context("tracker", "Used for"), words.shown(tracker.purpose)),
        _cell(context, mine, t.context("tracker", "Kind"), kind),
        _cell(context, mine, t("How long"), duration),
    )


def _one(text: str) -> Runs:
    return (Run(text),) if text else ()


def _cell(context: StatementContext, activity: RecordId, label: str, value: Runs) -> Cell:
    return (Paragraph(value) if value else context.gap(CODE, label, activities=(activity,)),)
