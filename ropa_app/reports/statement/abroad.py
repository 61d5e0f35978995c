"""Section 5: transfers out of the EEA, what they rest on that day, and how to get a copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.sorting import SortKey, sort_key
from ropa_app.domain.values import RecordId
from ropa_app.legal.transfers import ADEQUACY, JudgedTool, ToolState
from ropa_app.reports.articles import tool_place
from ropa_app.reports.page_model import (
    Block,
    Column,
    FieldStyle,
    FieldTable,
    Paragraph,
    Row,
    Run,
    Sign,
    Table,
    TableStyle,
    TextStyle,
    bold,
    para,
    secondary,
)
from ropa_app.reports.statement.context import StatementContext, closed, linked, row, section_number
from ropa_app.reports.statement.sharing import Receiver, country_paragraph, is_unplaced, receivers
from ropa_app.reports.wording import Runs, lowered_runs, slot, woven

CODE: Final = "05-transfers"
_SECTION: Final = section_number(CODE)
_ITEM: Final = "transfers"
_SECOND_SUBPARAGRAPH: Final = "49-1-2"


@dataclass(slots=True)
class Move:
    """A place outside the EEA that public activities use, with the tools that serve one of them."""

    party: Party
    place: Place
    activities: dict[RecordId, None] = field(default_factory=dict)
    tools: dict[RecordId, JudgedTool] = field(default_factory=dict)


def moves(context: StatementContext) -> list[Move]:
    """Return the transfers of the public activities, named countries first, then by recipient."""
    found: dict[RecordId, Move] = {}
    for view in context.views:
        for transfer in view.transfers:
            made = found.setdefault(transfer.place.id, Move(transfer.party, transfer.place))
            made.activities[view.activity.id] = None
            for judged in transfer.tools:
                if judged.serves(view.activity.id):
                    made.tools.setdefault(judged.tool.id, judged)

    def key(move: Move) -> tuple[bool, SortKey, SortKey, int]:
        country = context.words.country(move.place.country) if move.place.country else ""
        name = sort_key(context.names.party_text(move.party.id))
        return not country, sort_key(country), name, move.place.position

    return sorted(found.values(), key=key)


def unplaced(context: StatementContext) -> list[Receiver]:
    """Return the recipients of whom it is not known whether they process data outside the EEA."""
    return [one for one in receivers(context) if is_unplaced(context, one)]


def no_transfer(context: StatementContext) -> str:
    """Return that nothing leaves the EEA; where some place is not known, that we know of nothing."""
    if all(one.party and context.names.places.get(one.party) for one in receivers(context)):
        return context.t("No data are transferred to countries outside the EEA.")
    return context.t("We know of no transfer to countries outside the EEA.")


def transfers_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 5: a table of the transfers, then how to get a copy of the safeguards."""
    found, open_ones = moves(context), unplaced(context)
    yield context.heading(CODE)
    yield from context.own(CODE)
    if found:
        yield para(_who(context, found), style=TextStyle.PROSE)
        yield _table(context, found)
    elif not open_ones:
        context.ledger.skip(_ITEM, _SECTION)
        yield para(no_transfer(context), style=TextStyle.PROSE) if context.views else context.quiet_gap()
    if open_ones:
        yield _open(context, open_ones)
    yield from _copy(context, found)


def _who(context: StatementContext, found: Sequence[Move]) -> str:
    """Return why what these recipients get is a transfer: where they process, or what they are."""
    t = context.t
    kinds = {context.names.is_international(move.party.id) for move in found}
    if kinds == {True}:
        return t("These recipients are international organisations.")
    if True in kinds:
        return t(
            "These recipients process data in countries outside the EEA (third countries), or are "
            "international organisations."
        )
    return t("These recipients process data in countries outside the EEA (third countries).")


def _open(context: StatementContext, open_ones: Sequence[Receiver]) -> Paragraph:
    names = context.words.series([_inline(context, one) for one in open_ones])
    text = context.t(
        "We do not yet state in which countries these process the data: {names}.", names=slot("names")
    )
    activities = {activity: None for one in open_ones for activity in one.activities}
    label = context.t("Country")
    why = woven(text, names=names)
    return context.gap(CODE, label, *why, item=_ITEM, activities=activities, style=TextStyle.PROSE)


def _inline(context: StatementContext, one: Receiver) -> Runs:
    return context.party(one.party) if one.party else lowered_runs(one.name)


def _table(context: StatementContext, found: Sequence[Move]) -> Table:
    t = context.t
    columns = (
        Column(t("Country"), 0.2),
        Column(t("Recipient"), 0.28),
        Column(t("What the transfer rests on"), 0.52),
    )
    rows = tuple(_row(context, move) for move in found)
    return Table(columns, rows, row_header=1, style=TableStyle.PROSE, summary=t("Transfers out of the EEA"))


def _row(context: StatementContext, move: Move) -> Row:
    country = [country_paragraph(context, move.place)]
    if not move.place.country:
        label = context.t("Country")
        country.append(context.gap(CODE, label, item=_ITEM, activities=move.activities))
    else:
        context.ledger.say(_ITEM, _SECTION, move.activities)
    cells = tuple(one for one in country if one)
    return (cells, (Paragraph(context.names.party(move.party.id)),), tuple(_tools(context, move)))


def _tools(context: StatementContext, move: Move) -> Iterator[Paragraph]:
    """Yield what a transfer rests on; nothing that does not hold that day is printed as if it did."""
    label = context.t("What the transfer rests on")
    named = [judged for judged in move.tools.values() if judged.tool.tool]
    replaced = any(_is_safeguard(context, judged) for judged in named)
    if text := _without_decision(context, move, named):
        yield para(text)
    for judged in named:
        yield _tool(context, move, judged, replaced=replaced)
    if not named:
        yield context.gap(CODE, label, item=_ITEM, activities=move.activities)


def _without_decision(context: StatementContext, move: Move, named: Sequence[JudgedTool]) -> str:
    """Return that there is no adequacy decision, Article 13(1)(f), "" where there is one or nobody can tell.

    A decision for a country is none for an organisation that sits there. The law data tell of one by its own
    code; whoever records a decision as the tool says that there is one.
    """
    t, country = context.t, move.place.country
    name = context.words.country(country) if country else ""
    decided = bool(country) and context.law.adequacy(country, context.edition.day) is not None
    if not context.names.is_international(move.party.id):
        return t("There is no adequacy decision for {country}.", country=name) if name and not decided else ""
    its_own = decided and context.names.land(move.place) == name
    if its_own or any(judged.tool.tool == ADEQUACY for judged in named):
        return ""
    return t("There is no adequacy decision for this international organisation.")


def _is_safeguard(context: StatementContext, judged: JudgedTool) -> bool:
    """Tell whether a tool holds and may carry a transfer for good: a derogation of Article 49 may not."""
    choice = context.law.choice("transfer_tools", judged.tool.tool)
    return judged.state is ToolState.VALID and choice is not None and choice.group != "49"


def _unsure(context: StatementContext, judged: JudgedTool) -> Runs:
    """Return a word for whoever reads a draft, where the law data on a tool are to be confirmed."""
    if judged.confirmed or context.final is not None:
        return ()
    word = context.t("to be confirmed")
    return (secondary(f" ({word})"),)


def _tool(context: StatementContext, move: Move, judged: JudgedTool, *, replaced: bool) -> Paragraph:
    t, words = context.t, context.words
    name = words.label("transfer_tools", judged.tool.tool)
    since = words.day(judged.since) if judged.since else ""
    if judged.state is ToolState.VALID:
        place = tool_place(judged.tool.tool, words)
        context.ledger.say(_ITEM, _SECTION, move.activities)
        whole = f"{name} ({context.regulation(place)})" if place else name
        return para(whole, *_unsure(context, judged))
    lacking = not replaced
    match judged.state:
        case ToolState.LAPSED:
            text = t("lapsed {day}", day=since)
        case ToolState.NOT_YET:
            text = t("does not hold before {day}", day=since)
        case ToolState.NOT_COVERED:
            text = t("does not cover this transfer")
        case _:
            text = t("whether it covers this transfer is not settled")
    if judged.state is ToolState.LAPSED and lacking:
        text = t("lapsed {day}, a new basis is not settled", day=since)
    if lacking or judged.state is ToolState.UNSETTLED:
        context.ledger.lack(_ITEM, _SECTION, name, move.activities)
    sign = Sign.NOT_STATED if judged.state is ToolState.UNSETTLED else Sign.INVALID
    return Paragraph((bold(name), Run(f": {text}")), sign=sign)


def _copy(context: StatementContext, found: Sequence[Move]) -> Iterator[Block]:
    """Yield how to get a copy of the safeguards, where some transfer rests on safeguards."""
    served: dict[RecordId, None] = {}
    for move in found:
        if any(_has_copy(context, judged) for judged in move.tools.values()):
            served.update(move.activities)
    if not served:
        return
    label = context.t("How to get a copy")
    how = context.words.shown(context.settings.copy_how) if context.settings else ()
    if how:
        yield FieldTable((row(label, closed(linked(how))),), FieldStyle.PROSE)
    else:
        gap = context.gap(CODE, label, item=_ITEM, activities=served)
        yield FieldTable((row(label, [gap]),), FieldStyle.PROSE)


def _has_copy(context: StatementContext, judged: JudgedTool) -> bool:
    """Tell whether a tool is a safeguard of which Article 13(1)(f) promises a copy."""
    choice = context.law.choice("transfer_tools", judged.tool.tool)
    return choice is not None and (choice.group == "46" or choice.code == _SECOND_SUBPARAGRAPH)
