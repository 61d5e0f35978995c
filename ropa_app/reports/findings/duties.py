"""The chapter of what must be documented: kind by kind what must exist, where it stands, why it need not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.reports.findings.context import AlikeDuties, Context, DutyKind, DutyLine
from ropa_app.reports.page_model import (
    Block,
    Column,
    ContentsEntry,
    Heading,
    HeadingStyle,
    Part,
    Row,
    Table,
    bold,
    cell,
    para,
    secondary,
)

ANCHOR: Final = "duties"
_MOST_NAMED: Final = 100


def duties_title(context: Context) -> str:
    """Return what the chapter is called."""
    return context.t("What must be documented")


def duties_entries(context: Context) -> Iterator[ContentsEntry]:
    """Yield the entries of the contents: the chapter, and the kinds below it."""
    if context.found.duties:
        yield ContentsEntry(duties_title(context), ANCHOR)
        for one in context.found.duties:
            yield ContentsEntry(one.title, _anchor(one), level=1)


def _anchor(one: DutyKind) -> str:
    return f"{ANCHOR}-{one.key}"


def duties_chapter(context: Context) -> Part:
    """Return what must be documented, kind by kind, open ones first."""
    return Part(_duties(context), section=duties_title(context))


def _duties(context: Context) -> Iterator[Block]:
    t = context.t
    yield Heading(duties_title(context), anchor=ANCHOR, outline=0, section=duties_title(context))
    yield para(
        t(
            "The register itself says what must be documented: a purpose that rests on legitimate interests "
            "asks for a balancing test, a processor for an agreement. What nobody has answered yet is not "
            "decided, and never taken for a no."
        )
    )
    yield _counts(context)
    for one in context.found.duties:
        yield from _kind(context, one)


def _counts(context: Context) -> Table:
    t = context.t
    columns = (
        Column(t.context("duty", "What"), 0.44),
        Column(t.context("duty", "Missing"), 0.14),
        Column(t.context("duty", "Not decided"), 0.14),
        Column(t.context("duty", "In place"), 0.14),
        Column(t.context("duty", "Not needed"), 0.14),
    )
    rows = tuple(
        (cell(bold(one.title)), *(cell(context.number(count)) for count in one.counts))
        for one in context.found.duties
    )
    return Table(columns, rows, row_header=0, summary=duties_title(context))


def _kind(context: Context, one: DutyKind) -> Iterator[Block]:
    t = context.t
    yield Heading(one.title, 3, anchor=_anchor(one), style=HeadingStyle.SUBSECTION, outline=1)
    yield para(bold(f"{t('Ground')}: "), one.article)
    if one.lines:
        columns = (
            Column(t("Concerns"), 0.36),
            Column(t.context("duty", "Where it stands"), 0.18),
            Column(t.context("duty", "Why, and what answers it"), 0.46),
        )
        rows = (_line(line) for line in one.lines)
        yield Table(columns, rows, row_header=0, summary=one.title)
    if one.alike and one.lines:
        yield para(t("Of the other activities the register says this:"))
    if one.alike:
        columns = (
            Column(t.context("duty", "The register says"), 0.36),
            Column(t.context("duty", "Where it stands"), 0.18),
            Column(t("Concerns"), 0.46),
        )
        rows = (_alike(context, line) for line in one.alike)
        yield Table(columns, rows, row_header=0, summary=t("{kind}: what the register says", kind=one.title))


def _line(one: DutyLine) -> Row:
    about = [para(one.name), *([para(secondary(one.kept_in))] if one.kept_in else [])]
    told = (para(text) for text in one.told)
    return (tuple(about), cell(bold(one.standing)), (para(one.why), *told))


def _alike(context: Context, one: AlikeDuties) -> Row:
    named, left = one.references[:_MOST_NAMED], len(one.references) - _MOST_NAMED
    text = ", ".join(named)
    if left > 0:
        text = context.t("{list} and {n} more", list=text, n=context.number(left))
    return (cell(one.why), cell(bold(one.standing)), cell(text))
