"""Security measures under the headings of Article 32(1), and the systems that hold the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ropa_app.domain.entities.activity_flow import MeasureUse
from ropa_app.domain.entities.assessments import Risk
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.security import Measure, System
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import Answer
from ropa_app.i18n import N_
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.context import Context
from ropa_app.reports.article30.fields import field_cell
from ropa_app.reports.article30.internal import internal_fields
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    Heading,
    HeadingStyle,
    Paragraph,
    Part,
    Row,
    Table,
    cell,
    para,
    secondary,
)

# The headings of Article 32(1), the letter before each, and the groups of the catalogue that belong there.
_HEADINGS: Final = (
    ("a", N_("Pseudonymisation and encryption"), ("A",)),
    ("b", N_("Confidentiality, integrity, availability and resilience"), ("B", "C", "D")),
    ("c", N_("Restoring access after an incident"), ("E",)),
    ("d", N_("Regular testing and evaluation"), ("F",)),
    ("", N_("Organisational measures (Articles 24 and 32(4))"), ("G",)),
)
_OTHER: Final = N_("Other measures")


def measures_chapter(context: Context, chapter: Chapter) -> Part:
    """Return every measure; a heading without one gets the sign."""
    return Part(_blocks(context, chapter), section=chapter.title, continues=True)


def _blocks(context: Context, chapter: Chapter) -> Iterator[Block]:
    t = context.t
    yield chapter.heading
    yield para(t("The measures follow the headings of Article 32(1)."))
    groups: dict[str, list[Measure]] = {}
    for one in sorted(context.names.measures.values(), key=context.names.measure_key):
        choice = context.law.choice("measures", one.catalogue)
        groups.setdefault(choice.group if choice else "", []).append(one)
    for letter, title, codes in _HEADINGS:
        yield Heading(t.marked(title), level=3, number=letter, style=HeadingStyle.SUBSECTION)
        found = [one for code in codes for one in groups.get(code, [])]
        yield _table(context, found) if found else context.words.missing()
    if others := groups.get("", []):
        yield Heading(t.marked(_OTHER), level=3, style=HeadingStyle.SUBSECTION)
        yield _table(context, others)


def _table(context: Context, measures: Sequence[Measure]) -> Table:
    t = context.t
    columns = (
        Column(t("Measure"), 0.40),
        Column(t("Status"), 0.24),
        Column(t("Applies to"), 0.19),
        Column(t("Last tested"), 0.17),
    )
    rows = (_row(context, one) for one in measures)
    return Table(columns, tuple(rows), row_header=0, summary=t("Security measures"))


def _row(context: Context, one: Measure) -> Row:
    described = context.words.shown(one.description)
    more = (*((Paragraph(described),) if described else ()), *internal_fields(context, one))
    name = cell(*context.names.measure(one.id), *more)
    return (
        name,
        field_cell(context, one, "status"),
        _applies(context, one),
        field_cell(context, one, "tested"),
    )


def _applies(context: Context, one: Measure) -> Cell:
    """Return whether a measure is for all, else the numbers of what names it."""
    t = context.t
    if one.organisation_wide is Answer.YES:
        return cell(t("The whole organisation"))
    uses = context.records.uses(one.id)
    named = context.records.many([use.source for use in uses if use.kind != Risk.KIND]).values()
    activities = [each.activity for each in named if isinstance(each, MeasureUse)]
    processing = [context.reference(each) for each in named if isinstance(each, ProcessorRecord)]
    numbers = [*context.index.numbers(activities), *processing]
    if numbers:
        return cell(", ".join(numbers))
    if one.organisation_wide is Answer.UNKNOWN:
        return cell(context.words.undecided(asked=False))
    return cell(secondary(t("No activity")))


def systems_chapter(context: Context, chapter: Chapter) -> Part:
    """Return every system with its provider and the activities that use it."""
    t = context.t
    columns = (Column(t("System"), 0.36), Column(t("Provider"), 0.34), Column(t("Activities"), 0.30))
    found = sorted(context.names.systems.values(), key=lambda one: (sort_key(one.name), one.id))
    rows = (_system(context, one) for one in found)
    table = Table(columns, rows, row_header=0, summary=chapter.title)
    return Part((chapter.heading, table), section=chapter.title, continues=True)


def _system(context: Context, one: System) -> Row:
    words = context.words
    provider = context.names.party(one.provider) if one.provider else ()
    numbers = context.index.numbers(use.source for use in context.records.uses(one.id))
    return (
        cell(*context.names.system(one.id), *internal_fields(context, one)),
        cell(*provider) if provider else cell(words.missing(asked=False)),
        cell(", ".join(numbers)) if numbers else cell(secondary(context.t("No activity"))),
    )
