"""The annex for legal: what Articles 13 and 14 ask for, activity by item, and what of it is missing where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ropa_app.i18n import Translator
from ropa_app.legal.checks import Severity
from ropa_app.legal.coverage import State
from ropa_app.reports.findings.context import Context
from ropa_app.reports.findings.coverage_told import ActivityTold, CellTold, CoverageTold, LackTold
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    FieldRow,
    FieldStyle,
    FieldTable,
    Heading,
    HeadingStyle,
    Orientation,
    Part,
    Row,
    Sign,
    Table,
    TableStyle,
    TextStyle,
    bold,
    cell,
    link,
    para,
    secondary,
    signed,
)
from ropa_app.reports.wording import lowered

COVERAGE: Final = "coverage"
_NUMBER: Final = 26
_TITLE: Final = 96
_ITEM: Final = 44
_HALF: Final = 8


def coverage_title(t: Translator) -> str:
    """Return what the annex is called."""
    return t("Duty to inform")


def coverage_parts(context: Context, told: CoverageTold) -> Iterator[Part]:
    """Yield the grid on sheets that lie, then what is missing of each activity."""
    title = coverage_title(context.t)
    yield Part(_grid(context, told), Orientation.LANDSCAPE, title)
    if any(one.lacks for one in told.activities):
        yield Part(_lacks(context, told), section=title)


def _grid(context: Context, told: CoverageTold) -> Iterator[Block]:
    t, title = context.t, coverage_title(context.t)
    yield Heading(title, anchor=COVERAGE, outline=0, section=title)
    about = t(
        "One row for each activity that the privacy statement tells of, one column for each item that "
        "Articles 13 and 14 require. An item is missing where the statement would print that it is not "
        "settled, or where an error is open for it."
    )
    yield para(" ".join(part for part in (about, _settled(context, told), *_outside(context, told)) if part))
    if not told.activities:
        return
    yield _legend(context, told)
    for first in range(0, len(told.items), _HALF):
        chosen = range(first, min(first + _HALF, len(told.items)))
        names = told.items[chosen.start], told.items[chosen.stop - 1]
        caption = t("From {first} to {last}", first=lowered(names[0]), last=lowered(names[1]))
        yield Heading(caption, level=3, style=HeadingStyle.CAPTION, page_break=first > 0)
        yield _table(context, told, chosen)


def _settled(context: Context, told: CoverageTold) -> str:
    settled = sum(not one.lacks for one in told.activities)
    return context.t(
        "Nothing is missing for {n} of {total} activities.",
        n=context.number(settled),
        total=context.number(len(told.activities)),
    )


def _outside(context: Context, told: CoverageTold) -> Iterator[str]:
    """Yield how many activities are not in the grid, and why."""
    t = context.t
    if told.left_out:
        yield t.plural(
            "{n} activity is kept out of the statement.",
            "{n} activities are kept out of the statement.",
            told.left_out,
            n=context.number(told.left_out),
        )
    if told.undecided:
        yield t.plural(
            "For {n} activity nobody has answered whether the statement tells of it: {names}.",
            "For {n} activities nobody has answered whether the statement tells of them: {names}.",
            len(told.undecided),
            n=context.number(len(told.undecided)),
            names=", ".join(told.undecided),
        )


def _legend(context: Context, told: CoverageTold) -> FieldTable:
    """Return what the words in the cells mean, each as it stands in a cell."""
    t = context.t
    meanings = (
        (CellTold(State.MISSING), t("The register does not hold what the statement has to tell.")),
        (CellTold(State.FILLED, doubtful=True), t("The register holds it, but a warning is open for it.")),
        (CellTold(State.FILLED), t("The register holds it, or the statement always says it.")),
        (
            CellTold(State.NOT_APPLICABLE),
            t("What is recorded of the activity says that it is not asked for."),
        ),
    )
    rows = (FieldRow(_cell(context, told, one), cell(meaning)) for one, meaning in meanings)
    return FieldTable(tuple(rows), FieldStyle.LEGEND, t("What the words in the grid mean"))


def _table(context: Context, told: CoverageTold, chosen: range) -> Table:
    t = context.t
    heads = (
        Column(t("No."), _NUMBER),
        Column(t.context("coverage", "Activity"), _TITLE),
        *(Column(told.items[place], _ITEM) for place in chosen),
    )
    return Table(
        heads,
        _rows(context, told, chosen),
        row_header=1,
        style=TableStyle.OVERVIEW,
        summary=t("Items of Articles 13 and 14 by activity"),
        fixed_first=True,
    )


def _rows(context: Context, told: CoverageTold, chosen: range) -> Iterator[Row]:
    for number, one in enumerate(told.activities, 1):
        reference = one.reference or "?"
        first = cell(link(reference, f"#{_anchor(number)}")) if one.lacks else cell(reference)
        cells = (_cell(context, told, one.cells[place]) for place in chosen)
        yield (first, cell(one.title), *cells)
    counts = (_missing(told, place) for place in chosen)
    total = (cell(bold(context.number(count))) for count in counts)
    yield (cell(""), cell(bold(context.t.context("coverage", "Missing in all"))), *total)


def _missing(told: CoverageTold, place: int) -> int:
    return sum(one.cells[place].state is State.MISSING for one in told.activities)


def _cell(context: Context, told: CoverageTold, one: CellTold) -> Cell:
    """Return a state as a word; what is missing, and what a warning is open for, has a sign as well."""
    word = told.states[one.state]
    if one.state is State.MISSING:
        return cell(signed(Sign.NOT_STATED, word))
    if one.state is State.NOT_APPLICABLE:
        return cell(secondary(word))
    if one.doubtful:
        return cell(signed(Sign.CHANGED, context.found.severities[Severity.WARNING]))
    return cell(word)


def _anchor(number: int) -> str:
    return f"{COVERAGE}-{number}"


def _lacks(context: Context, told: CoverageTold) -> Iterator[Block]:
    t = context.t
    title = t("What is missing, activity by activity")
    yield Heading(title, anchor=f"{COVERAGE}-missing", outline=1, style=HeadingStyle.CHAPTER)
    yield para(
        t(
            "The numbers of sections are those of the statement that the program makes. Beside it stands "
            "what the published statement in force says, as far as somebody has read it."
        ),
        style=TextStyle.NOTE,
    )
    for number, one in enumerate(told.activities, 1):
        if one.lacks:
            yield Heading(
                one.title,
                3,
                number=one.reference,
                anchor=_anchor(number),
                style=HeadingStyle.SUBSECTION,
            )
            yield _lacking(context, one, one.lacks)


def _lacking(context: Context, one: ActivityTold, lacks: Sequence[LackTold]) -> Table:
    t = context.t
    columns = (
        Column(t.context("coverage", "Item"), 0.24),
        Column(t.context("coverage", "Section"), 0.1),
        Column(t("What is missing, and where it is settled"), 0.42),
        Column(t("Published statement"), 0.24),
    )
    rows = (
        (
            cell(para(bold(lack.item)), para(secondary(lack.articles))),
            cell(lack.sections),
            cell(para(lack.reason), *((para(secondary(lack.place)),) if lack.place else ())),
            cell(lack.published),
        )
        for lack in lacks
    )
    summary = t("What is missing of {activity}", activity=one.title)
    return Table(columns, rows, row_header=0, summary=summary)
