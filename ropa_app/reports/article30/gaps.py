"""What the organisation itself declares as not settled: required by law first, then what is recommended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.values import RecordId, Text
from ropa_app.reports import articles
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.context import Context, field_label
from ropa_app.reports.article30.naming import called
from ropa_app.reports.article30.options import DeclaredGap
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    Heading,
    HeadingStyle,
    Part,
    Row,
    Run,
    Table,
    cell,
    para,
    secondary,
)
from ropa_app.reports.wording import Runs, lowered


@dataclass(slots=True)
class Point:
    """Gaps that say the same: told once, with every place they concern."""

    what: Runs
    reason: str
    article: str
    required: bool
    activities: dict[RecordId, None] = field(default_factory=dict)
    others: dict[Runs, None] = field(default_factory=dict)
    everywhere: bool = False


def points(context: Context) -> list[Point]:
    """Return the declared gaps that concern the document, those that say the same as one point."""
    found: dict[tuple[Runs, str, str, bool], Point] = {}
    for gap in context.options.declared:
        place = _place(context, gap)
        if place is None:
            continue
        what = _what(context, gap)
        key = (what, gap.reason, gap.article, gap.required)
        point = found.setdefault(key, Point(*key[:3], gap.required))
        point.everywhere |= place == ()
        if isinstance(place, str):
            point.activities[place] = None
        elif place:
            point.others[place] = None
    return list(found.values())


def _what(context: Context, gap: DeclaredGap) -> Runs:
    runs = context.words.shown(gap.what) if isinstance(gap.what, Text) else gap.what
    if runs:
        return runs
    record = context.records.get(gap.record) if gap.record else None
    named = record is not None and gap.field in SPECS[record.KIND]
    return (Run(field_label(context, record.KIND, gap.field)),) if record and named else (Run("?"),)


def _place(context: Context, gap: DeclaredGap) -> RecordId | Runs | None:
    """Return the activity a gap concerns, else runs that name the record, () for the whole register.

    None for a gap of a record that is not in the document.
    """
    if gap.record is None:
        return ()
    record = context.records.get(gap.record)
    root = context.root(record) if record else None
    if root is None or not context.holds(root):
        return None
    return root.id if isinstance(root, Activity) else called(context, root)


def gaps_chapter(context: Context, chapter: Chapter) -> Part:
    """Return the declared points in two tables, or that there are none."""
    return Part(_blocks(context, chapter), section=chapter.title)


def _blocks(context: Context, chapter: Chapter) -> Iterator[Block]:
    t = context.t
    found = points(context)
    yield chapter.heading
    if not found:
        yield para(t("The organisation has declared no point as not settled."))
        yield para(t("What the register itself does not answer, is marked in the other parts."))
        return
    yield para(t("The organisation had not settled this on the day of this document."))
    for required, title in ((True, t("Required by law")), (False, t("Recommended"))):
        rows = [_row(context, one) for one in found if one.required is required]
        if rows:
            yield Heading(title, level=3, style=HeadingStyle.SUBSECTION)
            yield _table(context, rows, title)


def _table(context: Context, rows: Sequence[Row], summary: str) -> Table:
    t = context.t
    columns = (
        Column(t("Not determined"), 0.48),
        Column(t("Concerns"), 0.30),
        Column(t.context("gaps", "Legal provision"), 0.22),
    )
    return Table(columns, tuple(rows), row_header=0, summary=summary)


def _row(context: Context, point: Point) -> Row:
    what = [para(*point.what)]
    if point.reason.strip():
        what.append(para(secondary(point.reason.strip())))
    return (tuple(what), _concerns(context, point), cell(_provision(context, point.article)))


def _concerns(context: Context, point: Point) -> Cell:
    """Return the activities with links to their sheets, then other records; else the whole register."""
    t, index = context.t, context.index
    lines: list[Runs] = []
    if point.everywhere:
        lines.append((Run(t("The whole register")),))
    if point.activities and len(point.activities) == len(index.every):
        lines.append((Run(t("All processing activities")),))
    elif point.activities:
        lines.append(index.linked_numbers(point.activities, context.link))
    if point.others:
        lines.append(context.words.series(list(point.others)))
    return tuple(para(*line) for line in lines)


def _provision(context: Context, places: str) -> str:
    if not places.strip():
        return context.t("Not stated")
    first, *others = (articles.short_article(place, context.t) for place in places.split(", "))
    if context.words.language != "en":  # Norwegian begins with a small letter what goes on after a comma
        others = [lowered(one) for one in others]
    return ", ".join((first, *others))
