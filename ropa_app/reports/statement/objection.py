"""Section 8 and the boxes of the first page: the right to say no, apart from all else, Article 21(4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.legal.rights import RightCode, rights_from
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.page_model import (
    Block,
    Box,
    Heading,
    HeadingStyle,
    Paragraph,
    TextStyle,
    para,
)
from ropa_app.reports.statement.context import StatementContext, closed
from ropa_app.reports.statement.controller import reach
from ropa_app.reports.wording import slot, woven

CODE: Final = "08-marketing"
MANY: Final = 14  # titles that a box names at most; it stands in one piece


def markets(view: ActivityView) -> bool:
    """Tell whether a purpose of an activity is marketing."""
    return any(purpose.marketing_channels for purpose in view.purposes)


def marketing_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 8: what is used for marketing, and the box that tells how to say no."""
    t = context.t
    yield context.heading(CODE)
    found = [view for view in context.views if markets(view)]
    if not found:
        yield from context.own(CODE)
        yield para(t("None of the purposes in this statement is marketing."), style=TextStyle.PROSE)
        return
    text = t("We use data for marketing here: {what}", what=slot("what"))
    yield Paragraph(closed(woven(text, what=context.titles(found))), TextStyle.PROSE)
    yield marketing_box(context, CODE, level=3)


def marketing_box(context: StatementContext, code: str, level: int) -> Box:
    """Return the box on marketing; how to say no is the organisation's own text, else its address."""
    t = context.t
    heading = Heading(t("You can always say no to marketing"), level=level, style=HeadingStyle.BOX)
    fixed = para(t("You need not give a reason, and it costs nothing. Then we stop."))
    context.ledger.rights["marketing_optout"] = None
    context.ledger.rights["marketing_optout_separate"] = None
    return Box((heading, fixed, *_how(context, code)))


def _how(context: StatementContext, code: str) -> list[Paragraph]:
    if own := context.own(CODE, TextStyle.BODY):
        return own
    if found := reach(context):
        text = context.t("Tell us here: {where}", where=slot("where"))
        return [Paragraph(closed(woven(text, where=found[0][1])))]
    return [context.gap(code, context.t("You can always say no to marketing"))]


def objecting(context: StatementContext) -> list[ActivityView]:
    """Return the activities to which one can object on grounds of one's own situation, Article 21(1)."""
    return [view for view in context.views if rights_from(view.purposes).right(RightCode.OBJECTION)]


def objection_box(context: StatementContext, level: int) -> Box:
    """Return the box on the right to object where the basis is an interest or a public task."""
    t = context.t
    heading = Heading(t("You can object"), level=level, style=HeadingStyle.BOX)
    text = t(
        "You can object when your situation gives you a reason. This concerns: {what}", what=slot("what")
    )
    who = Paragraph(closed(woven(text, what=context.titles(objecting(context), MANY))))
    then = para(t("Then we stop, unless we have compelling grounds or need the data for a legal claim."))
    context.ledger.rights["objection"] = None
    return Box((heading, who, then))
