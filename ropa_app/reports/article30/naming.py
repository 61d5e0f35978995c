"""How a record of any kind is called in the document, with a link where it has a sheet."""

from __future__ import annotations

import re
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.assessments import Consent
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.security import Measure, System
from ropa_app.domain.entities.statements import StatementText
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.record import Record
from ropa_app.reports.article30.context import Context
from ropa_app.reports.page_model import Run
from ropa_app.reports.wording import Runs

_SLOT: Final = re.compile(r"\{(\w+)\}")


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
        case StatementText():
            name = (Run(context.words.label("statement_sections", record.section) or "?"),)
        case _:
            reference = (
                f" {context.reference(record)}" if kind.many and _may_be_named(context, record) else ""
            )
            return (Run(f"{t.marked(kind.label)}{reference}"),)
    return (Run(f"{t.marked(kind.label)}: "), *name)


def _may_be_named(context: Context, record: Record) -> bool:
    """Tell whether the reader of the document may see everything that a reference is made of."""
    specs = SPECS[record.KIND]
    slots = _SLOT.findall(KINDS[record.KIND].reference)
    return all(specs[slot].audience >= context.options.audience for slot in slots if slot in specs)


def activity_called(context: Context, activity: Activity, part: str = "") -> Runs:
    """Return number and title of an activity, linked to its sheet if that is in the document.

    `part` follows the number: /P1 for its first purpose.
    """
    title = context.words.shown(activity.title) or (Run(context.t("Without a title")),)
    reference = f"{activity.reference or '?'}{part}"
    rank = context.index.ranks.get(activity.id)
    number = Run(reference) if rank is None else context.link(reference, context.index.every[rank].anchor)
    return (number, Run(" "), *title)
