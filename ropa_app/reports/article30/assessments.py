"""Consent mechanisms, and the assessments the law asks for, with their risks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.assessments import Assessment, Consent, Risk
from ropa_app.domain.entities.parties import Place, TransferTool
from ropa_app.domain.record import Record
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import RecordId
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.context import Context, labelled
from ropa_app.reports.article30.fields import field_cell, field_rows, field_value, gathered
from ropa_app.reports.article30.internal import internal_rows
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    FieldRow,
    FieldTable,
    Group,
    Heading,
    HeadingStyle,
    Part,
    Row,
    Table,
    cell,
    secondary,
)
from ropa_app.reports.wording import lowered_runs

_CONSENT = ("text", "active", "evidence", "withdrawal")
_ASSESSMENT = (
    *("day", "author", "outcome", "residual_risk", "reasons", "next_review", "description", "necessity"),
    *("balance", "risks", "safeguards", "dpo_advice", "consulted"),
)


def assessments_chapter(context: Context, chapter: Chapter) -> Part:
    """Return consent mechanisms in Norwegian order, then the assessments by their numbers."""
    return Part(_blocks(context, chapter), section=chapter.title, continues=True)


def _blocks(context: Context, chapter: Chapter) -> Iterator[Block]:
    yield chapter.heading
    consents = sorted(context.names.consents.values(), key=lambda one: (sort_key(one.name), one.id))
    if consents:
        yield _head(context.t("Consent mechanisms"))
    for consent in consents:
        yield from _consent(context, consent)
    found = [one for one in context.records.of_kind(Assessment.KIND) if isinstance(one, Assessment)]
    if found and consents:
        yield _head(context.t("Assessments"))
    for assessment in sorted(found, key=lambda each: (each.position, each.id)):
        yield from _assessment(context, assessment)


def _head(title: str) -> Heading:
    return Heading(title, level=3, style=HeadingStyle.SUBSECTION)


def _named(context: Context, title: str, number: str = "") -> Heading:
    return Heading(title or context.t("Without a name"), level=4, number=number, style=HeadingStyle.CAPTION)


def purpose_numbers(context: Context, purposes: Iterable[RecordId]) -> list[str]:
    """Return purposes by activity and number: 1.4 (purpose 2)."""
    found = [one for one in context.records.many(purposes).values() if isinstance(one, Purpose)]
    ranks = context.index.ranks
    kept = sorted(
        (one for one in found if one.activity in ranks), key=lambda one: (ranks[one.activity], one.position)
    )
    return [
        context.t(
            "{activity} (purpose {number})",
            activity=context.index.every[ranks[one.activity]].reference or "?",
            number=one.position,
        )
        for one in kept
    ]


def _consent(context: Context, one: Consent) -> Iterator[Block]:
    t = context.t
    uses = purpose_numbers(context, (use.source for use in context.records.uses(one.id)))
    used = cell(", ".join(uses)) if uses else cell(secondary(t("No purpose")))
    rows, empty = field_rows(context, one, _CONSENT)
    more = (*gathered(context, empty), *internal_rows(context, one))
    table = FieldTable((FieldRow(cell(t("Used for")), used), *rows, *more))
    yield Group((_named(context, one.name), table))


def _assessment(context: Context, one: Assessment) -> Iterator[Block]:
    t = context.t
    method = context.words.label("assessment_kinds", one.method) if one.method else t("Assessment")
    rows, empty = field_rows(context, one, _ASSESSMENT)
    covers = FieldRow(cell(t("Covers")), _covers(context, one))
    table = FieldTable((covers, *rows, *gathered(context, empty), *internal_rows(context, one)))
    yield Group((_named(context, method, context.reference(one)), table))
    risks = [each for each in context.records.owned(one.id) if isinstance(each, Risk)]
    if risks:
        yield _risks(context, risks)


def _covers(context: Context, one: Assessment) -> Cell:
    """Return what an assessment is about: activities, purposes, or a transfer."""
    found = [*context.index.numbers(one.activities), *purpose_numbers(context, one.purposes)]
    found.extend(_transfers(context, one))
    return cell(", ".join(found)) if found else cell(context.words.missing(asked=False))


def _transfers(context: Context, one: Assessment) -> Iterator[str]:
    uses = context.records.uses(one.id)
    named: Iterable[Record] = context.records.many([use.source for use in uses]).values()
    for tool in named:
        if isinstance(tool, TransferTool):
            place = context.records.get(tool.place)
            party = place.party if isinstance(place, Place) else None
            yield context.t("transfer to {party}", party=context.names.party_text(party))


def _risks(context: Context, risks: list[Risk]) -> Table:
    t = context.t
    columns = (
        Column(t("Risk"), 0.30),
        Column(t("Likelihood and consequence"), 0.20),
        Column(t("Measures"), 0.28),
        Column(t("After the measures"), 0.22),
    )
    rows = tuple(_risk(context, one) for one in risks)
    return Table(columns, rows, row_header=0, summary=t("Risks"))


def _risk(context: Context, one: Risk) -> Row:
    words = context.words
    measures = words.series([context.names.measure(each) for each in one.measures])
    return (
        field_cell(context, one, "description"),
        _level(context, one, "likelihood", "consequence"),
        cell(*measures) if measures else cell(words.missing(asked=False)),
        _level(context, one, "likelihood_after", "consequence_after"),
    )


def _level(context: Context, one: Risk, likelihood: str, consequence: str) -> Cell:
    """Return how likely and how serious a risk is, each under its label."""
    empty = context.words.missing(asked=False).runs
    labels = ((context.t("Likelihood"), likelihood), (context.t("Consequence"), consequence))
    return tuple(
        labelled(label, lowered_runs(field_value(context, one, name)) or empty) for label, name in labels
    )
