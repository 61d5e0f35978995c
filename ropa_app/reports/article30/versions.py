"""The approved versions: number, day, who approved, what changed; then what changed since the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ropa_app.domain.comparing import Difference
from ropa_app.domain.entities.reviews import Version
from ropa_app.reports.article30.changes import changes
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.context import Context
from ropa_app.reports.article30.fields import field_cell
from ropa_app.reports.article30.internal import internal_fields
from ropa_app.reports.page_model import Block, Column, Part, Row, Sign, Table, cell, signed


def versions_chapter(context: Context, chapter: Chapter, since: Difference | None) -> Part:
    """Return the approved versions, the newest first, or the sign where there is none."""
    return Part(_blocks(context, chapter, since), section=chapter.title, continues=True)


def _blocks(context: Context, chapter: Chapter, since: Difference | None) -> Iterator[Block]:
    t = context.t
    found = [one for one in context.records.of_kind(Version.KIND) if isinstance(one, Version)]
    yield chapter.heading
    if found:
        yield _table(context, found, chapter.title)
    else:
        text = t("No version of the register has been approved.")
        yield signed(Sign.NOT_STATED, t("Not approved"), text)
    if since is not None:
        yield from changes(context, since)


def _table(context: Context, found: Sequence[Version], summary: str) -> Table:
    t = context.t
    columns = (
        Column(t("Version"), 0.12),
        Column(t("Approved on"), 0.20),
        Column(t("Approved by"), 0.28),
        Column(t("What has changed"), 0.40),
    )
    newest_first = sorted(found, key=lambda one: (one.number or 0, one.id), reverse=True)
    rows = tuple(_row(context, one) for one in newest_first)
    return Table(columns, rows, row_header=0, summary=summary)


def _row(context: Context, one: Version) -> Row:
    number = cell(str(one.number)) if one.number is not None else cell(context.words.missing())
    day, approver, note = (field_cell(context, one, name) for name in ("day", "approver", "note"))
    return (number, day, approver, (*note, *internal_fields(context, one)))
