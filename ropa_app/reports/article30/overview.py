"""The overview: one row for each activity, in the columns A to S of Datatilsynet's template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ropa_app.i18n import N_, NC_
from ropa_app.reports.article30 import overview_cells as cells
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.context import Context
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.page_model import (
    Cell,
    Column,
    Heading,
    HeadingStyle,
    Orientation,
    Part,
    Row,
    Table,
    TableStyle,
    TextStyle,
    cell,
    para,
)


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A column of the template: letter, head, width, whether Article 30 asks for it, and its cells."""

    letter: str
    head: str
    weight: float
    mandatory: bool
    write: Callable[[Context, ActivityView], Cell]


COLUMNS: Final = (
    TemplateColumn("A", N_("Internal owner"), 48, False, cells.owner),
    TemplateColumn("B", N_("Business area"), 48, False, cells.area),
    TemplateColumn("C", N_("What the processing is about"), 80, False, cells.title),
    TemplateColumn("D", NC_("column", "Purposes"), 112, True, cells.purposes),
    TemplateColumn("E", N_("Categories of data subjects"), 106, True, cells.subjects),
    TemplateColumn("F", N_("Categories of personal data"), 106, True, cells.categories),
    TemplateColumn("G", N_("Where the data come from"), 84, False, cells.sources),
    TemplateColumn("H", N_("Categories of recipients"), 92, True, cells.recipients),
    TemplateColumn("I", N_("Legal basis, Article 6"), 84, False, cells.bases),
    TemplateColumn("J", NC_("column", "Which obligation, public task or interest"), 58, False, cells.grounds),
    TemplateColumn("K", NC_("column", "Legal basis, Article 9 or 10"), 56, False, cells.conditions),
    TemplateColumn("L", NC_("column", "In which system"), 68, False, cells.systems),
    TemplateColumn("M", N_("Planned time limits for erasure"), 104, True, cells.retention),
    TemplateColumn("N", NC_("column", "Security measures"), 66, True, cells.measures),
    TemplateColumn("O", NC_("column", "High privacy risk?"), 57, False, cells.high_risk),
    TemplateColumn("P", NC_("column", "Processors"), 67, False, cells.processors),
    TemplateColumn("Q", NC_("column", "Joint controller, name and contact details"), 70, True, cells.joint),
    TemplateColumn("R", NC_("column", "Third countries or organisations"), 72, True, cells.countries),
    TemplateColumn("S", N_("Necessary safeguards"), 98, True, cells.safeguards),
)
_TITLE: Final = 2
_SPLIT: Final = 9
_NUMBER: Final = 26


def overview(context: Context, chapter: Chapter) -> Part:
    """Return the overview as two tables on A4, or one on A3."""
    t = context.t
    about = t(
        "One row for each activity, in the columns of Datatilsynet's template (A to S). Grey head: required "
        "by Article 30. White: recommended."
    )
    head = (chapter.heading, para(about, style=TextStyle.NOTE))
    if context.options.wide_overview:
        return Part((*head, _table(context, COLUMNS)), Orientation.LANDSCAPE_A3, chapter.title)
    second = (COLUMNS[_TITLE], *COLUMNS[_SPLIT:])
    blocks = (
        *head,
        _caption(t("Part 1. Columns A to I")),
        _table(context, COLUMNS[:_SPLIT]),
        _caption(t("Part 2. Columns J to S")),
        _table(context, second),
    )
    return Part(blocks, Orientation.LANDSCAPE, chapter.title)


def _caption(text: str) -> Heading:
    return Heading(text, level=3, style=HeadingStyle.CAPTION)


def _table(context: Context, columns: Sequence[TemplateColumn]) -> Table:
    t = context.t
    heads = (
        Column(t("No."), _NUMBER),
        *(Column(t.marked(one.head), one.weight, one.letter, one.mandatory) for one in columns),
    )
    place = next(number for number, one in enumerate(columns, 1) if one.letter == "C")
    return Table(
        heads,
        _rows(context, columns),
        row_header=place,
        style=TableStyle.OVERVIEW,
        summary=t("Overview of the processing activities"),
        fixed_first=True,
    )


def _rows(context: Context, columns: Sequence[TemplateColumn]) -> Iterator[Row]:
    for view in context.index.views():
        number = cell(context.link(view.entry.reference or "?", view.entry.anchor))
        yield (number, *(one.write(context, view) for one in columns))
