"""The transfers a transfer impact assessment stands behind, and the tools they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.parties import Place, TransferTool
from ropa_app.legal.assessing import PROCEDURE_FIELDS
from ropa_app.legal.transfers import judge
from ropa_app.reports.article30.context import Context, field_label, labelled
from ropa_app.reports.article30.fields import field_value
from ropa_app.reports.article30.internal import internal_fields
from ropa_app.reports.article30.places import country_paragraphs, tool_name, tool_reference, tool_state
from ropa_app.reports.article30.transfers import DETAILS
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    Paragraph,
    Row,
    Run,
    Table,
    TableStyle,
    cell,
    para,
)

Used = tuple[Place, TransferTool]


def tools_behind(context: Context, one: Assessment) -> list[Used]:
    """Return the tools that name an assessment with their places, in the order of the parties."""
    names = context.names
    return [
        (place, tool)
        for party in names.in_order(names.parties)
        for place in names.places.get(party, ())
        for tool in names.tools.get(place.id, ())
        if tool.tia == one.id
    ]


def transfers_block(context: Context, used: Sequence[Used]) -> Block:
    """Return who receives the data, and in which country."""
    t = context.t
    columns = (
        Column(t("Recipient"), 0.40),
        Column(t("Country"), 0.30),
        Column(t("Activities"), 0.30),
    )
    rows = tuple(
        (
            cell(*context.names.party(place.party)),
            tuple(country_paragraphs(context, place)),
            _activities(context, tool),
        )
        for place, tool in used
    )
    return Table(columns, rows, row_header=0, summary=t("Transfers"))


def _activities(context: Context, tool: TransferTool) -> Cell:
    numbers = context.index.numbers(tool.activities)
    return cell(", ".join(numbers)) if numbers else cell(context.t("All that use the recipient"))


def tools_block(context: Context, used: Sequence[Used]) -> Block:
    """Return the tools, what each is worth on the day, and what is recorded on it."""
    t = context.t
    columns = (
        Column(t("Recipient"), 0.28),
        Column(t("Transfer tool"), 0.34),
        Column(context.day_status(), 0.38),
    )
    rows = tuple(_tool_row(context, place, tool) for place, tool in used)
    style = TableStyle.UNDER_LETTER
    return Table(columns, rows, row_header=0, style=style, summary=t("Transfer tools"))


def _tool_row(context: Context, place: Place, tool: TransferTool) -> Row:
    judged = judge(tool, place, context.edition.day, context.law)
    reference = tool_reference(context, judged)
    state = para(tool_state(context, judged), *([Run(" "), *reference] if reference else []))
    told = [name for name in DETAILS if name not in PROCEDURE_FIELDS]
    return (
        cell(*context.names.party(place.party)),
        cell(tool_name(context, judged)),
        (state, *_details(context, tool, told), *internal_fields(context, tool)),
    )


def procedure_block(context: Context, used: Sequence[Used]) -> Block | None:
    """Return what is recorded of putting the tools in place, None where that is nothing."""
    t = context.t
    rows = [
        (cell(*context.names.party(place.party)), details)
        for place, tool in used
        if (details := tuple(_details(context, tool, PROCEDURE_FIELDS)))
    ]
    if not rows:
        return None
    columns = (Column(t("Recipient"), 0.40), Column(t("Recorded on the transfer tool"), 0.60))
    return Table(columns, tuple(rows), row_header=0, summary=t("Procedural steps"))


def _details(context: Context, tool: TransferTool, names: Sequence[str]) -> Iterator[Paragraph]:
    for name in names:
        if value := field_value(context, tool, name):
            yield labelled(field_label(context, tool.KIND, name), value)
