"""What only an internal copy prints: fields for the organisation itself, remarks and accepted findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from ropa_app.domain.declare import FieldType, Spec
from ropa_app.domain.entities.reviews import Remark
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.values import Audience
from ropa_app.reports.article30.context import Context, Note, field_label, labelled
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.article30.naming import called
from ropa_app.reports.page_model import (
    Block,
    FieldRow,
    FieldTable,
    Heading,
    HeadingStyle,
    Paragraph,
    Run,
    bold,
    cell,
    para,
)
from ropa_app.reports.wording import Runs

_OURS: Final = Audience.INTERNAL


def internal_fields(context: Context, record: Record) -> Iterator[Paragraph]:
    """Yield the internal fields of a record that have a value; nothing but in an internal copy."""
    yield from (labelled(label, value) for label, value in _told(context, record))


def internal_rows(context: Context, record: Record) -> Iterator[FieldRow]:
    """Yield the same as rows of a field table."""
    yield from (FieldRow(cell(label), cell(*value)) for label, value in _told(context, record))


def _told(context: Context, record: Record) -> Iterator[tuple[str, Runs]]:
    if context.options.is_internal:
        specs = SPECS[record.KIND].items()
        yield from _stated(context, record, (name for name, one in specs if one.audience is _OURS))


def every_field(context: Context, record: Record, but: Iterable[str] = ()) -> Iterator[tuple[str, Runs]]:
    """Yield label and value of each field of a record that has one, for whomever it is meant."""
    yield from _stated(context, record, (name for name in SPECS[record.KIND] if name not in but))


def _stated(context: Context, record: Record, names: Iterable[str]) -> Iterator[tuple[str, Runs]]:
    for name in names:
        spec = SPECS[record.KIND][name]
        value = () if spec.type is FieldType.PARENT else _value(context, record, name, spec)
        if value:
            yield field_label(context, record.KIND, name), value


def _value(context: Context, record: Record, name: str, spec: Spec) -> Runs:
    value: Any = getattr(record, name)
    if isinstance(record, Remark) and name == "field":
        return _field_named(context, record)
    if spec.type is FieldType.CODES:
        labels = (context.words.label(spec.of, code) for code in value)
        return (Run("; ".join(labels)),) if value else ()
    if not spec.is_link:
        return context.words.value(spec, value)
    targets = value if isinstance(value, tuple) else (value,) if value else ()
    found = context.records.many(targets)
    return context.words.series([called(context, found[one]) for one in targets if one in found])


def _field_named(context: Context, remark: Remark) -> Runs:
    """Return the label of the field that a remark is about, its name where the record is gone."""
    about = context.records.get(remark.about) if remark.about else None
    if about is not None and remark.field in SPECS[about.KIND]:
        return (Run(field_label(context, about.KIND, remark.field)),)
    return (Run(remark.field),) if remark.field else ()


def note_row(context: Context, note: Note, *, about: bool) -> FieldRow:
    """Return a remark or an accepted finding with all its fields; `about` names the record."""
    t = context.t
    subject = context.records.get(note.about) if note.about else None
    lines = [labelled(label, value) for label, value in every_field(context, note, ("about",))]
    if subject is not None and (about or subject.KIND != "activity"):
        lines.insert(0, para(*called(context, subject)))
    return FieldRow(cell(t.marked(KINDS[note.KIND].label)), tuple(lines) or cell(t("Without content")))


def internal_block(context: Context, view: ActivityView) -> tuple[Block, ...]:
    """Return what a sheet adds in an internal copy: fields of the activity and its records, then notes."""
    if not context.options.is_internal:
        return ()
    rows = list(internal_rows(context, view.activity))
    rows.extend(_owned(context, view))
    rows.extend(note_row(context, note, about=False) for note in context.notes.get(view.activity.id, ()))
    if not rows:
        return ()
    title = context.t("Internal information")
    heading = Heading(title, level=3, style=HeadingStyle.SUBSECTION)
    return (heading, FieldTable(tuple(rows), summary=title))


def _owned(context: Context, view: ActivityView) -> Iterator[FieldRow]:
    """Yield a row for each internal field of what an activity owns, one line for each record."""
    owned = (view.purposes, view.lines, view.sources, view.recipients, view.retention, view.measure_uses)
    found: dict[str, list[Paragraph]] = {}
    for record in (one for members in (*owned, view.trackers) for one in members):
        for label, value in _told(context, record):
            reference = bold(f"{context.reference(record)}: ")
            found.setdefault(label, []).append(para(reference, *value))
    yield from (FieldRow(cell(label), tuple(lines)) for label, lines in found.items())
