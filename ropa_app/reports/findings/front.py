"""Front page and contents: which edition on which day, how much was found, how complete the register is."""

from __future__ import annotations

from collections.abc import Iterator

from ropa_app.legal.checks import Severity
from ropa_app.reports.edition import edition_text, hash_text
from ropa_app.reports.findings.chapters import ACCEPTED, SILENT, accepted_title, silent_title
from ropa_app.reports.findings.context import Context
from ropa_app.reports.findings.coverage import COVERAGE, coverage_title
from ropa_app.reports.findings.duties import duties_entries
from ropa_app.reports.page_model import (
    Block,
    Column,
    Contents,
    ContentsEntry,
    FieldRow,
    FieldStyle,
    FieldTable,
    Heading,
    HeadingStyle,
    Part,
    Rule,
    Table,
    TextStyle,
    TitleBlock,
    bold,
    cell,
    para,
)


def front_page(context: Context) -> Part:
    """Return the front page."""
    t = context.t
    paper = t("It is not meant for Datatilsynet, and is no part of the register.")
    blocks: tuple[Block, ...] = (
        TitleBlock(
            t("Findings in the register"),
            organisation=context.found.organisation,
            kicker=t("Internal working paper"),
            front=True,
        ),
        FieldTable(tuple(_facts(context)), FieldStyle.FRONT, t("This edition")),
        _heading(t("Findings by severity")),
        _counts(context),
        _heading(t("How complete the register is")),
        _standings(context),
        para(_what_counts(context), style=TextStyle.NOTE),
        Rule(),
        _heading(t("About this document")),
        para(
            t(
                "The document tells what the rules of the program find in the register on the day stated, "
                "the law behind each rule and what settles it. Rules look at what is recorded; they do "
                "not replace a legal assessment."
            )
            + f" {paper}"
        ),
    )
    return Part(blocks, fit=True)


def _heading(title: str) -> Heading:
    return Heading(title, level=2, style=HeadingStyle.MINOR)


def _facts(context: Context) -> Iterator[FieldRow]:
    t, edition = context.t, context.edition
    yield FieldRow(cell(t("Edition")), cell(bold(edition_text(edition, context.language))))
    yield FieldRow(cell(t("Judged as of")), cell(context.day(edition.day)))
    compared = t("Compared with their sources on {day}", day=context.day(edition.law_verified))
    law = [para(compared)]
    if edition.law_digest:
        law.append(para(f"SHA-256 {edition.law_digest}"))
    yield FieldRow(cell(t("Law data")), tuple(law))
    if history := hash_text(edition.history_hash):
        known = t("{hash} (checksum of the last change)", hash=history)
        yield FieldRow(cell(t("History")), cell(known))


def _counts(context: Context) -> Table:
    t = context.t
    rows = [
        (
            cell(bold(context.found.severities[severity])),
            cell(context.number(context.open_in(severity))),
            cell(context.number(len(context.with_findings(severity)))),
            cell(context.number(context.accepted_in(severity))),
        )
        for severity in Severity
    ]
    columns = (
        Column(t("Severity"), 0.40),
        Column(t("Open findings"), 0.20),
        Column(t("Rules behind them"), 0.20),
        Column(t("Accepted"), 0.20),
    )
    return Table(columns, tuple(rows), row_header=0, summary=t("Findings by severity"))


def _standings(context: Context) -> Table:
    t = context.t
    columns = (
        Column(t("Level"), 0.40),
        Column(t("Complete"), 0.20),
        Column(t("Records in all"), 0.20),
        Column(t("Share"), 0.20),
    )
    rows = tuple(
        (
            cell(bold(one.level)),
            cell(context.number(one.complete)),
            cell(context.number(one.total)),
            cell(f"{one.percent}\u00a0%"),
        )
        for one in context.found.standings
    )
    return Table(columns, rows, row_header=0, summary=t("How complete the register is"))


def _what_counts(context: Context) -> str:
    return context.t(
        "Counted are whole records: an activity with its purposes, data, recipients and retention rules "
        "is one. Each level asks for the ones above it too. Accepted findings do not count against it."
    )


def contents_page(context: Context) -> Part:
    """Return the contents with page numbers: severities, and the rules below them."""
    t = context.t
    heading = Heading(t("Contents"), anchor="contents", outline=0)
    return Part((heading, Contents(_entries(context))), section=t("Contents"))


def _entries(context: Context) -> Iterator[ContentsEntry]:
    t = context.t
    for severity in Severity:
        if rules := context.with_findings(severity):
            yield ContentsEntry(context.counted(severity), severity.value)
            for one in rules:
                yield ContentsEntry(f"{one.id}: {one.title}", one.id, level=1)
    yield from duties_entries(context)
    if context.accepted:
        yield ContentsEntry(accepted_title(context), ACCEPTED)
    yield ContentsEntry(silent_title(context), SILENT)
    if context.found.coverage is not None:
        yield ContentsEntry(coverage_title(t), COVERAGE)
