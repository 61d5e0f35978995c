"""The risks of an assessment: one by one, and where they stand by likelihood and consequence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ropa_app.domain.entities.assessments import Assessment, Risk
from ropa_app.legal.risk_levels import AFTER, BEFORE, LEVELS, is_told_after, level, number, unplaced
from ropa_app.reports.article30.context import Context, labelled
from ropa_app.reports.article30.fields import field_cell, field_value
from ropa_app.reports.article30.internal import internal_fields
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    Group,
    Heading,
    HeadingStyle,
    Row,
    Sign,
    Table,
    TableStyle,
    bold,
    cell,
    para,
    secondary,
    signed,
)
from ropa_app.reports.wording import lowered, lowered_runs


def risks_of(context: Context, one: Assessment) -> list[Risk]:
    """Return the risks of an assessment in their order."""
    return [each for each in context.records.owned(one.id) if isinstance(each, Risk)]


def risk_blocks(context: Context, risks: Sequence[Risk], style: TableStyle) -> Iterator[Block]:
    """Yield the risks in a table of a style, then where they stand before and after the measures."""
    if not risks:
        return
    yield _listed(context, risks, style)
    t = context.t
    yield from _matrix(context, risks, BEFORE, t("Before the measures"))
    if is_told_after(risks):
        yield from _matrix(context, risks, AFTER, t("After the measures"))


def _listed(context: Context, risks: Sequence[Risk], style: TableStyle) -> Table:
    t = context.t
    columns = (
        Column(t("Risk"), 0.29),
        Column(t("Before the measures"), 0.23),
        Column(t("Measures"), 0.25),
        Column(t("After the measures"), 0.23),
    )
    rows = tuple(_row(context, one) for one in risks)
    return Table(columns, rows, row_header=0, style=style, summary=t("Risks"))


def _row(context: Context, one: Risk) -> Row:
    words = context.words
    measures = words.series([context.names.measure(each) for each in one.measures])
    first, *others = field_cell(context, one, "description")
    named = para(bold(f"{number(one)} "), *first.runs)
    return (
        (named, *others, *internal_fields(context, one)),
        _levels(context, one, BEFORE),
        cell(*measures) if measures else cell(words.missing(asked=False)),
        _levels(context, one, AFTER),
    )


def _levels(context: Context, one: Risk, fields: tuple[str, str]) -> Cell:
    """Return how likely and how serious a risk is, each under its label."""
    empty = context.words.missing(asked=False).runs
    labels = zip((context.t("Likelihood"), context.t("Consequence")), fields, strict=True)
    return tuple(
        labelled(label, lowered_runs(field_value(context, one, name)) or empty) for label, name in labels
    )


def _matrix(context: Context, risks: Sequence[Risk], fields: tuple[str, str], title: str) -> Iterator[Block]:
    """Yield a table of likelihood against consequence with the numbers of the risks, most likely first."""
    t = context.t
    levels = [choice.code for choice in context.law.choices(LEVELS)]
    placed: dict[tuple[str, str], list[str]] = {}
    for one in risks:
        if found := level(one, fields):
            placed.setdefault(found, []).append(number(one))
    left = [number(one) for one in unplaced(risks, fields)]
    heading = Heading(title, level=3, style=HeadingStyle.CAPTION)
    blocks: list[Block] = []
    if placed:
        blocks += (heading, _levels_table(context, levels, placed, title))
    if left:
        why = t("Likelihood or consequence is missing for: {risks}.", risks=", ".join(left))
        blocks.append(signed(Sign.NOT_STATED, t("Not stated"), why))
    yield Group(tuple(blocks))


def _levels_table(
    context: Context, levels: Sequence[str], placed: dict[tuple[str, str], list[str]], title: str
) -> Table:
    t, words = context.t, context.words
    columns = (
        Column(t("Likelihood"), 0.24),
        *(
            Column(t("Consequence: {level}", level=lowered(words.label(LEVELS, level))), 0.19)
            for level in levels
        ),
    )
    none = secondary(t.context("risks", "None"))

    def row(likelihood: str) -> Row:
        found = (placed.get((likelihood, consequence)) for consequence in levels)
        return (
            cell(bold(words.label(LEVELS, likelihood))),
            *(cell(bold(", ".join(numbers)) if numbers else none) for numbers in found),
        )

    rows = tuple(row(likelihood) for likelihood in reversed(levels))
    return Table(columns, rows, row_header=0, summary=t("Likelihood and consequence: {title}", title=title))
