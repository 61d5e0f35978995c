"""What a data line is called inside a sentence: name and contact details of customers."""

from __future__ import annotations

from collections.abc import Iterable

from ropa_app.domain.entities.activity_data import DataLine
from ropa_app.domain.values import RecordId
from ropa_app.reports import phrases
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.statement.context import StatementContext
from ropa_app.reports.wording import Runs, lowered_runs, slot, woven


def chosen_lines(context: StatementContext, view: ActivityView, chosen: Iterable[RecordId]) -> Runs:
    """Return what some data lines of an activity are called, as one list in lower case."""
    wanted = set(chosen)
    return context.words.series([_name(context, line) for line in view.lines if line.id in wanted])


def _name(context: StatementContext, line: DataLine) -> Runs:
    data = phrases.categories(line, context.words)
    people = lowered_runs(phrases.subjects(line, context.words))
    if not data or not people:
        return lowered_runs(phrases.line_label(line, context.words))
    text = context.t("{data} about {people}", data=slot("data"), people=slot("people"))
    return woven(text, data=lowered_runs(data), people=people)
