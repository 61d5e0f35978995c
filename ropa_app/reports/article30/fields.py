"""Rows of plain fields: label and value from the declaration, the empty ones gathered in one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.record import Record
from ropa_app.reports.article30.context import Context, field_label
from ropa_app.reports.page_model import Cell, FieldRow, Paragraph, cell, para, secondary
from ropa_app.reports.wording import Runs, lowered


def field_rows(context: Context, record: Record, names: Iterable[str]) -> tuple[list[FieldRow], list[str]]:
    """Return the rows of the fields that have a value, and the labels of those that have none."""
    rows: list[FieldRow] = []
    empty: list[str] = []
    for name in names:
        label = field_label(context, record.KIND, name)
        if value := field_value(context, record, name):
            rows.append(FieldRow(cell(label), tuple(_split(value))))
        else:
            empty.append(label)
    return rows, empty


def field_value(context: Context, record: Record, name: str) -> Runs:
    """Return the value of a field that names no records, () where it is empty."""
    return context.words.value(SPECS[record.KIND][name], getattr(record, name))


def field_cell(context: Context, record: Record, name: str, *, asked: bool = False) -> Cell:
    """Return the value of a field, else *Not stated*; for an answer, role or status *Not determined*."""
    if value := field_value(context, record, name):
        return tuple(_split(value))
    undecided = SPECS[record.KIND][name].type is FieldType.ANSWER or name in ("status", "role", "outcome")
    words = context.words
    return cell(words.undecided(asked=asked) if undecided else words.missing(asked=asked))


def _split(value: Runs) -> Iterator[Paragraph]:
    """Yield a value of several lines as paragraphs."""
    if len(value) == 1 and "\n" in value[0].text:
        lines = (line.strip() for line in value[0].text.splitlines())
        yield from (para(line) for line in lines if line)
    else:
        yield Paragraph(value)


def gathered(context: Context, labels: Sequence[str]) -> Iterator[FieldRow]:
    """Yield one row for all fields without a value, nothing where there are none."""
    if labels:
        names = ", ".join(lowered(label) for label in labels)
        yield FieldRow(cell(context.t("Not stated")), cell(secondary(names)))
