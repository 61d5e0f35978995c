"""The approved versions: number, day, who approved, what changed."""

from __future__ import annotations

from ropa_app.domain.entities.reviews import Version
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.context import Context
from ropa_app.reports.article30.fields import field_cell
from ropa_app.reports.page_model import Column, Part, Row, Sign, Table, cell, signed


def versions_chapter(context: Context, chapter: Chapter) -> Part:
    """Return the approved versions, the newest first, or the sign where there is none."""
    t = context.t
    found = [one for one in context.records.of_kind(Version.KIND) if isinstance(one, Version)]
    if not found:
        text = t("No version of the register has been approved.")
        gap = signed(Sign.NOT_STATED, t("Not approved"), text)
        return Part((chapter.heading, gap), section=chapter.title, continues=True)
    columns = (
        Column(t("Version"), 0.12),
        Column(t("Approved on"), 0.20),
        Column(t("Approved by"), 0.28),
        Column(t("What has changed"), 0.40),
    )
    newest_first = sorted(found, key=lambda one: (one.number or 0, one.id), reverse=True)
    rows = tuple(_row(context, one) for one in newest_first)
    table = Table(columns, rows, row_header=0, summary=chapter.title)
    return Part((chapter.heading, table), section=chapter.title, continues=True)


def _row(context: Context, one: Version) -> Row:
    number = cell(str(one.number)) if one.number is not None else cell(context.words.missing())
    return (number, *(field_cell(context, one, name) for name in ("day", "approver", "note")))
