"""The last chapter of an internal copy: what has no place in the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.organisation import Organisation, Register
from ropa_app.domain.entities.reviews import Review
from ropa_app.domain.entities.statements import PublishedStatement
from ropa_app.domain.kinds import KINDS
from ropa_app.domain.record import Record
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.context import Context, Note
from ropa_app.reports.article30.internal import every_field, internal_rows, note_row
from ropa_app.reports.page_model import (
    Block,
    FieldRow,
    FieldTable,
    Group,
    Heading,
    HeadingStyle,
    Part,
    Run,
    cell,
    para,
)
from ropa_app.reports.wording import Runs


def internal_chapter(context: Context, chapter: Chapter) -> Part:
    """Return settings, remarks, reviews and published statements."""
    return Part((chapter.heading, *internal_blocks(context)), section=chapter.title, continues=True)


def internal_blocks(context: Context) -> tuple[Block, ...]:
    """Return the blocks of the chapter, none where there is nothing to tell or the copy is not internal."""
    if not context.options.is_internal:
        return ()
    return tuple(_blocks(context))


def _blocks(context: Context) -> Iterator[Block]:
    t = context.t
    for entity in (Organisation, Register):
        one = context.records.one(entity.KIND)
        if one is not None and (rows := list(internal_rows(context, one))):
            title = t.marked(KINDS[entity.KIND].label)
            yield Group((_head(title), FieldTable(tuple(rows), summary=title)))
    if notes := _notes(context):
        title = t("Remarks and accepted findings")
        rows = [note_row(context, note, about=True) for note in notes]
        yield from (_head(title), FieldTable(tuple(rows), summary=title))
    if context.index.is_partial:
        return
    yield from _each(context, Review.KIND)
    yield from _each(context, PublishedStatement.KIND)


def _head(title: str) -> Heading:
    return Heading(title, level=3, style=HeadingStyle.SUBSECTION)


def _notes(context: Context) -> Sequence[Note]:
    """Return the notes that no sheet carries; in an extract only those on what stands in it."""
    found: list[Note] = []
    for about, notes in context.notes.items():
        record = context.records.get(about) if about else None
        if isinstance(record, Activity) and context.has("sheets") and context.holds(record):
            continue
        if not context.index.is_partial or (record is not None and context.holds(record)):
            found.extend(notes)
    return found


def _each(context: Context, kind: str) -> Iterator[Block]:
    """Yield every record of a kind with what it owns."""
    t, records = context.t, context.records.of_kind(kind)
    if records:
        yield _head(t.marked(KINDS[kind].plural))
    for one in records:
        name = _called(context, one)
        rows = [FieldRow(cell(label), cell(*value)) for label, value in every_field(context, one)]
        rows.extend(_line(context, owned) for owned in context.records.owned(one.id))
        if rows:
            yield Heading(name, level=4, style=HeadingStyle.CAPTION)
            yield FieldTable(tuple(rows), summary=name)


def _called(context: Context, record: Record) -> str:
    if isinstance(record, PublishedStatement) and record.published:
        return context.words.day(record.published)
    return context.reference(record)


def _line(context: Context, record: Record) -> FieldRow:
    """Return an owned record on one line: what it is, then its fields."""
    runs: list[Run] = []
    for label, value in every_field(context, record):
        runs.extend(_parted(f"{label}: ", value, first=not runs))
    label = f"{context.t.marked(KINDS[record.KIND].label)} {record.position}"
    return FieldRow(cell(label), cell(para(*runs)) if runs else cell(context.words.missing(asked=False)))


def _parted(label: str, value: Runs, *, first: bool) -> Runs:
    return (*(() if first else (Run("; "),)), Run(label), *value)
