"""What has changed since the version before, record by record; many changes are summed up by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from ropa_app.domain.comparing import Change, Difference, Way
from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.references import reference
from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.domain.values import RecordId
from ropa_app.i18n import N_
from ropa_app.reports.article30.context import Context, field_label
from ropa_app.reports.article30.naming import activity_called, called
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    Heading,
    HeadingStyle,
    Row,
    Run,
    Sign,
    Table,
    TextStyle,
    cell,
    para,
    secondary,
    signed,
)
from ropa_app.reports.wording import Runs, lowered, text_of

MOST: Final = 200
_SIGNS: Final = {
    Way.ADDED: (Sign.ADDED, N_("Added")),
    Way.REMOVED: (Sign.REMOVED, N_("Removed")),
    Way.CHANGED: (Sign.CHANGED, N_("Changed")),
}
_ORDER: Final = {kind: place for place, kind in enumerate(KINDS)}


def changes(context: Context, since: Difference) -> Iterator[Block]:
    """Yield the changes, or that there is nothing to compare with, or that nothing has changed."""
    t = context.t
    if since.number is None:
        draft = t("There is no approved version to compare this draft with.")
        yield para(draft if context.edition.is_draft else t("This is the first version."))
        return
    title = t("Changes since version {number}", number=since.number)
    yield Heading(title, level=3, style=HeadingStyle.SUBSECTION)
    if context.index.is_partial:
        yield para(t("Only changes of what stands in this extract."), style=TextStyle.NOTE)
    found = [change for change in since.changes if _is_told(context, change)]
    if not found:
        yield para(t("Nothing of what this document prints has changed."))
    elif len(found) > MOST:
        yield para(t("So much has changed that it is summed up by kind."))
        yield _sums(context, found, title)
    else:
        yield _table(context, found, title)


def _fields(context: Context, change: Change) -> list[str]:
    """Return the fields of a changed record that the reader of the document may see."""
    specs, least = SPECS[change.kind], context.options.audience
    return [name for name in change.fields if specs[name].audience >= least]


def _is_told(context: Context, change: Change) -> bool:
    least = context.options.audience
    if change.way is Way.CHANGED:
        shown = bool(_fields(context, change))
    else:
        shown = any(spec.audience >= least for spec in SPECS[change.kind].values())
    return shown and (not context.index.is_partial or _stands(context, change))


def _stands(context: Context, change: Change) -> bool:
    """Tell whether a change concerns something in an extract."""
    record = _record(context, change)
    root = context.root(record) if record else None
    gone = change.way is Way.REMOVED and change.owner is None
    return root is not None and not gone and context.holds(root)


def _record(context: Context, change: Change) -> Record | None:
    return change.before or context.records.get(change.id)


def _table(context: Context, found: Sequence[Change], summary: str) -> Table:
    t = context.t
    columns = (
        Column(t.context("column", "Change"), 0.16),
        Column(t.context("column", "Where"), 0.46),
        Column(t.context("column", "Fields"), 0.38),
    )
    gone = {change.id: change.before for change in found if change.before}
    rows = [_row(context, change, record, gone) for change in found if (record := _record(context, change))]
    rows.sort(key=lambda pair: pair[0])
    return Table(columns, tuple(row for _, row in rows), row_header=1, summary=summary)


Key = tuple[int, SortKey, int, SortKey]


def _row(context: Context, change: Change, record: Record, gone: dict[RecordId, Record]) -> tuple[Key, Row]:
    """Return a row with what puts it in order: the activities by number, then the other kinds."""
    sign, word = _SIGNS[change.way]
    root = context.root(record)
    named = _called(context, record, root, gone)
    family = root.reference if isinstance(root, Activity) else ""
    among = 0 if isinstance(root, Activity) else 1 + _ORDER[root.KIND]
    key = (among, sort_key(family), _ORDER[record.KIND], sort_key(text_of(named)))
    return key, (cell(signed(sign, context.t.marked(word))), cell(*named), _what(context, change))


def _called(context: Context, record: Record, root: Record, gone: dict[RecordId, Record]) -> Runs:
    """Return what a record is called; one that an activity owns by its number and the title of that one."""
    if not isinstance(root, Activity):
        return called(context, record)
    if record is root:
        return activity_called(context, root)

    def find(one: RecordId) -> Record | None:
        return gone.get(one) or context.records.get(one)

    kind = context.t.marked(KINDS[record.KIND].label)
    number = reference(record, find, context.words.main).removeprefix(root.reference or "?")
    return (*activity_called(context, root, number), Run(f": {lowered(kind)}"))


def _what(context: Context, change: Change) -> Cell:
    labels = [field_label(context, change.kind, name) for name in _fields(context, change)]
    if not labels:
        return cell(secondary(context.t("The whole record")))
    return cell(context.words.listed([labels[0], *map(lowered, labels[1:])]))


def _sums(context: Context, found: Sequence[Change], summary: str) -> Table:
    t, words = context.t, context.words
    counted = Counter((change.kind, change.way) for change in found)
    kinds = sorted({change.kind for change in found}, key=_ORDER.__getitem__)
    columns = (
        Column(t("Kind of record"), 0.43),
        *(Column(t.marked(word), 0.19) for _, word in _SIGNS.values()),
    )
    rows = tuple(
        (
            cell(t.marked(KINDS[kind].plural)),
            *(cell(words.number(counted[kind, way])) for way in _SIGNS),
        )
        for kind in kinds
    )
    return Table(columns, rows, row_header=0, summary=summary)
