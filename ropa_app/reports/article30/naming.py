"""How a record of any kind is called in the document, with a link where it has a sheet."""

from __future__ import annotations

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.assessments import Consent
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.security import Measure, System
from ropa_app.domain.kinds import KINDS
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.reports.article30.context import Context
from ropa_app.reports.page_model import Run
from ropa_app.reports.wording import Runs


def root_of(context: Context, record: Record) -> Record:
    """Return the record that owns another in the end, itself if no record does."""
    while (owner := owner_of(record)) and (above := context.records.get(owner)):
        record = above
    return record


def called(context: Context, record: Record) -> Runs:
    """Return kind and name of a record; an activity by number, linked to its sheet, and title."""
    t, names, kind = context.t, context.names, KINDS[record.KIND]
    match record:
        case Activity():
            return activity_called(context, record)
        case Party():
            name = context.words.shown(record.printed_name) or (Run(record.name or "?"),)
        case Measure():
            name = names.measure(record.id)
        case System() | Consent():
            name = (Run(record.name or "?"),)
        case _:
            reference = f" {context.reference(record)}" if kind.many else ""
            return (Run(f"{t.marked(kind.label)}{reference}"),)
    return (Run(f"{t.marked(kind.label)}: "), *name)


def activity_called(context: Context, activity: Activity) -> Runs:
    """Return number and title of an activity, linked to its sheet if that is in the document."""
    title = context.words.shown(activity.title) or (Run(context.t("Without a title")),)
    reference = activity.reference or "?"
    rank = context.index.ranks.get(activity.id)
    number = Run(reference) if rank is None else context.link(reference, context.index.every[rank].anchor)
    return (number, Run(" "), *title)
