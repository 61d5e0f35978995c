"""Section 11: the rights that follow from the bases in use, and how to use them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.legal.rights import (
    CONSENT,
    INTERESTS,
    OBLIGATION,
    PUBLIC_TASK,
    Right,
    RightCode,
    Rights,
    rights_from,
)
from ropa_app.reports.page_model import (
    Block,
    Cell,
    Column,
    Paragraph,
    Row,
    Run,
    Table,
    TableStyle,
    TextStyle,
    cell,
    para,
)
from ropa_app.reports.statement.context import StatementContext, closed, linked, section_number
from ropa_app.reports.statement.controller import reach
from ropa_app.reports.statement.objection import objecting, objection_box
from ropa_app.reports.wording import Runs, lowered, raised, slot, woven

CODE: Final = "11-rights"
_SECTION: Final = section_number(CODE)
_ITEM: Final = "rights"


def rights_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 11: how to ask, the table of rights, and those that do not apply here."""
    yield context.heading(CODE)
    yield from context.own(CODE)
    yield from _how(context)
    found = rights_from(context.purposes)
    if not found.rights:
        return
    context.ledger.say(_ITEM, _SECTION)
    yield _table(context, found)
    yield from _others(context, found)
    if objecting(context):
        yield objection_box(context, level=3)


def _how(context: StatementContext) -> Iterator[Paragraph]:
    """Yield how to ask: the organisation's own words and where it is reached; then time and cost."""
    t = context.t
    how = context.words.shown(context.settings.rights_how) if context.settings else ()
    if how:
        yield Paragraph(closed(linked(how)), TextStyle.PROSE)
    else:
        label = t("How to use your rights")
        why = t("How you ask us is missing.")
        yield context.gap(CODE, label, why, item=_ITEM, style=TextStyle.PROSE)
    found = reach(context)
    if found:
        where = context.words.series([runs for _, runs in found])
        text = t("You reach us here: {where}", where=slot("where"))
        yield Paragraph(closed(woven(text, where=where)), TextStyle.PROSE)
    _note_channels(context, how)
    longer = t(
        "If your request is complex, we can take two months more. We tell you why within the first month."
    )
    reply = t("It is free of charge, and we reply within one month.")
    yield para(f"{reply} {longer}", style=TextStyle.PROSE)


def _note_channels(context: StatementContext, how: Runs) -> None:
    """Note the channels that are printed; a text without an address counts as none."""
    channels = context.ledger.channels
    for run in linked(how):
        if run.link.startswith("mailto:"):
            channels["email"] = None
        elif run.link:
            channels["form"] = None
    for channel, _ in reach(context):
        channels[channel] = None
    if how and not channels:
        channels["customer_support"] = None


def _table(context: StatementContext, found: Rights) -> Table:
    t = context.t
    columns = (
        Column(t("Right"), 0.22),
        Column(t("What you can ask for"), 0.39),
        Column(t("When it applies"), 0.39),
    )
    rows = tuple(_row(context, right) for right in found.rights)
    return Table(columns, rows, row_header=0, style=TableStyle.PROSE, summary=t("Your rights"))


def _row(context: StatementContext, right: Right) -> Row:
    if right.code is not RightCode.WITHDRAWAL:
        context.ledger.rights[right.code.value] = None
    return (cell(right_name(context, right.code)), cell(_what(context)[right.code]), _applies(context, right))


def right_name(context: StatementContext, code: RightCode) -> str:
    """Return what a right is called."""
    if code is RightCode.WITHDRAWAL:
        return context.t("Withdrawing consent")
    return raised(context.words.label("statement_rights", code.value))


def _what(context: StatementContext) -> dict[RightCode, str]:
    t = context.t
    return {
        RightCode.ACCESS: t("See which data we hold about you, and get a copy."),
        RightCode.RECTIFICATION: t(
            "Have data corrected that are wrong, and completed where some are missing."
        ),
        RightCode.ERASURE: t("Have data erased."),
        RightCode.RESTRICTION: t("Have us keep data without using them."),
        RightCode.PORTABILITY: t("Get data you gave us, in a format you can take with you."),
        RightCode.OBJECTION: t("Say no when your situation gives you a reason."),
        RightCode.MARKETING: t("Say no to marketing."),
        RightCode.WITHDRAWAL: t("Take back a consent as easily as you gave it."),
    }


def _applies(context: StatementContext, right: Right) -> Cell:
    """Return in sentences when a right applies."""
    t = context.t
    match right.code:
        case RightCode.ACCESS | RightCode.RECTIFICATION | RightCode.MARKETING:
            return cell(t("Always."))
        case RightCode.RESTRICTION:
            text = t(
                "While we check whether data are correct or an objection is right, when our use is "
                "unlawful, and when you need the data for a legal claim."
            )
            return cell(text)
        case RightCode.ERASURE:
            return cell(" ".join(_erasure(context, right)))
        case RightCode.PORTABILITY:
            labels = [_basis(context, ground.basis) for ground in right.grounds]
            bases = context.words.listed(list(dict.fromkeys(labels)))
            return cell(t("For data we process automatically. The basis is {bases}.", bases=bases))
        case RightCode.OBJECTION | RightCode.WITHDRAWAL:
            return (Paragraph(closed(_activities(context, right))),)


def _erasure(context: StatementContext, right: Right) -> Iterator[str]:
    t, bases = context.t, {ground.basis for ground in right.grounds}
    yield t("When we no longer need the data, or when our use is unlawful.")
    if CONSENT in bases:
        yield t("When you withdraw a consent.")
    if INTERESTS in bases or PUBLIC_TASK in bases:
        yield t("When you have objected, and we have no compelling grounds.")
    if OBLIGATION in bases:
        yield t("Not while the law requires us to keep them.")
    if PUBLIC_TASK in bases:
        yield t("Not while we need them for a task in the public interest.")


def _basis(context: StatementContext, code: str) -> str:
    name = "legal_bases_art6" if code.startswith("6") else "legal_bases_art9_10"
    return lowered(context.words.law.short_label(name, code, context.words.language))


def _activities(context: StatementContext, right: Right) -> Runs:
    """Return the activities whose purposes give a right."""
    owners = {purpose.activity for ground in right.grounds for purpose in ground.purposes}
    return context.titles([view for view in context.views if view.activity.id in owners])


def _others(context: StatementContext, found: Rights) -> Iterator[Paragraph]:
    """Yield the rights that no basis gives here, or that the basis is missing that would tell."""
    t = context.t
    if found.undecided:
        owners = {purpose.activity for purpose in found.undecided}
        views = [view for view in context.views if view.activity.id in owners]
        text = t(
            "The legal basis is missing for: {what}. It decides whether you can object there, and "
            "whether you can take data with you.",
            what=slot("what"),
        )
        why = woven(text, what=context.every(views, marked=True))
        activities = [view.activity.id for view in views]
        label = t("Your rights")
        context.ledger.rights.update({"portability": None, "objection": None})
        yield context.gap(CODE, label, *why, activities=activities, style=TextStyle.PROSE)
        return
    if found.right(RightCode.PORTABILITY) is None:
        context.ledger.rights["portability"] = None
        text = t(
            "The right to data portability does not apply here: none of our purposes rests on consent or a "
            "contract."
        )
        yield Paragraph((Run(text),), TextStyle.PROSE)
    if found.right(RightCode.OBJECTION) is None:
        context.ledger.rights["objection"] = None
        text = t("None of our purposes rests on a legitimate interest or a public task.")
        if found.right(RightCode.MARKETING):
            text = t("Apart from marketing, there is no right to object here: {why}", why=lowered(text))
        else:
            text = t("There is no right to object here: {why}", why=lowered(text))
        yield Paragraph((Run(text),), TextStyle.PROSE)
