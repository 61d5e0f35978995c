"""What has changed in the statement since the last approved version, told where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from ropa_app.domain.comparing import Change, Difference, Way
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.statements import StatementText
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Audience, RecordId
from ropa_app.i18n import N_, NC_
from ropa_app.legal.transfers import is_live
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.page_model import Block, BulletList, ListItem, Paragraph, Run, TextStyle, para
from ropa_app.reports.statement.context import StatementContext, section_anchor
from ropa_app.reports.wording import Runs, lowered, slot, woven

_PURPOSE: Final = NC_("statement", "Purpose")
_DATA: Final = NC_("statement", "Data")
_BASIS: Final = NC_("statement", "Legal basis")
_ORIGIN: Final = N_("Where they come from")
_RECEIVERS: Final = N_("Who receives them")
_LONG: Final = N_("How long")
_MUST: Final = N_("Must you give them?")
# Which row of an activity a record that it owns is told in.
_ROWS: Final[Mapping[str, str]] = {
    "data_line": _DATA,
    "source": _ORIGIN,
    "recipient": _RECEIVERS,
    "retention": _LONG,
}
_SECTIONS: Final[Mapping[str, str]] = {
    "organisation": "01-controller",
    "contact": "01-controller",
    "arrangement": "01-controller",
    "consent": "02-processing",
    "party": "04-recipients",
    "place": "05-transfers",
    "transfer_tool": "05-transfers",
    "tracker": "07-cookies",
    "measure": "10-security",
    "measure_use": "10-security",
    "statement": "13-changes",
}
_FIELDS: Final[Mapping[str, str]] = {
    "copy_how": "05-transfers",
    "rights_how": "11-rights",
    "automated": "09-automated",
    "automated_ground": "09-automated",
    "automated_logic": "09-automated",
}


def changes_since(context: StatementContext, since: Difference) -> Iterator[Block]:
    """Yield what is new since the version before; nothing where there is none to compare with."""
    if since.number is None:
        return
    items = [*_activities(context, since), *_sections(context, since)]
    t = context.t
    if items:
        text = t("This is new since version {number}:", number=since.number)
        yield para(text, style=TextStyle.PROSE)
        yield BulletList(tuple(ListItem((Paragraph(one),)) for one in items), TextStyle.PROSE)
    else:
        text = t("Nothing in this statement has changed since version {number}.", number=since.number)
        yield para(text, style=TextStyle.PROSE)


def _public(change: Change) -> tuple[str, ...]:
    """Return the fields of a changed record that anybody may read, all of them for one that came or went."""
    specs = SPECS[change.kind]
    names = change.fields if change.way is Way.CHANGED else tuple(specs)
    return tuple(name for name in names if specs[name].audience is Audience.PUBLIC)


def _activities(context: StatementContext, since: Difference) -> Iterator[Runs]:
    """Yield the activities that are new, those that are told otherwise, and those that are gone."""
    told = {view.activity.id: view for view in context.views}
    rows: dict[RecordId, dict[str, None]] = {one: {} for one in told}
    fresh: set[RecordId] = set()
    for change in since.changes:
        activity = change.id if change.kind == Activity.KIND else change.owner
        if activity not in told:
            continue
        if change.kind == Activity.KIND and (change.way is Way.ADDED or "public" in change.fields):
            fresh.add(activity)
        rows[activity].update(dict.fromkeys(_rows(context, change)))
    for activity, view in told.items():
        if activity in fresh:
            yield _named(context, view, context.t("New: {activity}", activity=slot("activity")))
        elif rows[activity]:
            parts = context.words.listed(list(rows[activity]))
            text = context.t("{activity}: {parts}", activity=slot("activity"), parts=parts)
            yield _named(context, view, text)
    for change in since.changes:
        gone = change.before or change.was
        if isinstance(gone, Activity) and gone.id not in told and _was_told(gone):
            title = context.words.shown(gone.title) or (Run(context.t("Without a title")),)
            yield woven(context.t("No longer: {activity}", activity=slot("activity")), activity=title)


def _was_told(activity: Activity) -> bool:
    """Tell whether an activity as it was stood in the statement."""
    return activity.public is Answer.YES and is_live(activity)


def _named(context: StatementContext, view: ActivityView, text: str) -> Runs:
    return woven(text, activity=context.linked_title(view))


def _rows(context: StatementContext, change: Change) -> Iterator[str]:
    """Yield the names of the rows in which a change of an activity, or of what it owns, is told."""
    t, fields = context.t, _public(change)
    if change.kind == Activity.KIND:
        if "title" in fields:
            yield lowered(t("Heading"))
        if any(name.startswith("provision") for name in fields):
            yield lowered(t.marked(_MUST)).rstrip("?")
        if any(name.startswith("automated") for name in fields):
            yield lowered(context.words.label("statement_sections", "09-automated"))
    elif change.kind == "purpose":
        if "text" in fields:
            yield lowered(t.marked(_PURPOSE))
        if any(name != "text" for name in fields):
            yield lowered(t.marked(_BASIS))
    elif fields and (row := _ROWS.get(change.kind)):
        yield lowered(t.marked(row))


def _sections(context: StatementContext, since: Difference) -> Iterator[Runs]:
    """Yield the sections in which something else is told otherwise, in their order."""
    codes: set[str] = set()
    for change in since.changes:
        if fields := _public(change):
            codes.update(_section_codes(context, change, fields))
    for code in sorted(codes):
        label = Run(context.words.label("statement_sections", code), link=f"#{section_anchor(code)}")
        yield woven(
            context.t("Section {number}: {name}", number=int(code[:2]), name=slot("name")), name=(label,)
        )


def _section_codes(context: StatementContext, change: Change, fields: tuple[str, ...]) -> Iterator[str]:
    record = change.before or context.records.get(change.id)
    if record is None or not _is_told(context, record):
        return
    if isinstance(record, StatementText):
        yield record.section
    elif change.kind in _SECTIONS:
        yield from (_FIELDS.get(name, _SECTIONS[change.kind]) for name in fields)


def _is_told(context: StatementContext, record: Record) -> bool:
    """Tell whether a record has to do with a public activity, or belongs to the statement as a whole."""
    kind = record.KIND
    if kind in ("tracker", "measure_use"):
        return owner_of(record) in context.activities
    if kind == "transfer_tool":
        place = context.records.get(owner_of(record) or RecordId(""))
        return place is not None and _is_told(context, place)
    if kind in ("party", "place"):
        party = record.id if kind == "party" else owner_of(record)
        return any(party in view.parties(context.names) for view in context.views)
    return True
