"""Sections 9, 10, 12 and 13: automated decisions, security, complaints, changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.entities.security import Measure
from ropa_app.domain.values import Answer, RecordId
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.articles import article
from ropa_app.reports.page_model import (
    Block,
    BulletList,
    ListItem,
    Paragraph,
    Run,
    TextStyle,
    link,
    para,
)
from ropa_app.reports.statement.changes import changes_since
from ropa_app.reports.statement.context import StatementContext, closed, linked, section_number
from ropa_app.reports.wording import NBSP, slot, woven

AUTOMATED: Final = "09-automated"
SECURITY: Final = "10-security"
COMPLAINT: Final = "12-complaint"
CHANGES: Final = "13-changes"
AUTHORITY_SITE: Final = "https://www.datatilsynet.no"
_SITE_NAME: Final = "datatilsynet.no"
_AUTHORITY_ADDRESS: Final = f"Postboks{NBSP}458 Sentrum, 0105{NBSP}Oslo"
_IN_PLACE: Final = ("in_place", "partly")


def automated_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 9: decisions without human involvement, with their ground and logic, Article 22."""
    yield context.heading(AUTOMATED)
    yield from context.own(AUTOMATED)
    by_answer = {
        answer: [view for view in context.views if view.activity.automated is answer] for answer in Answer
    }
    for view in by_answer[Answer.YES]:
        yield from _decision(context, view)
    yield from _no_decision(context, [*by_answer[Answer.NO], *by_answer[Answer.NOT_APPLICABLE]])
    if unknown := by_answer[Answer.UNKNOWN]:
        text = context.t("Whether such decisions are taken is missing for: {what}", what=slot("what"))
        why = closed(woven(text, what=context.every(unknown)))
        label = context.words.label("statement_sections", AUTOMATED)
        activities = [view.activity.id for view in unknown]
        style = TextStyle.PROSE
        yield context.gap(AUTOMATED, label, *why, item="automated", activities=activities, style=style)
    if not context.views:
        yield context.quiet_gap()


def _decision(context: StatementContext, view: ActivityView) -> Iterator[Paragraph]:
    t, mine = context.t, (view.activity.id,)
    section = section_number(AUTOMATED)
    context.ledger.say("automated", section, mine)
    text = t("Decisions are taken without a human being in: {what}", what=slot("what"))
    yield Paragraph(closed(woven(text, what=context.linked_title(view))), TextStyle.PROSE)
    label = t("What allows the decision")
    if view.activity.automated_ground:
        ground = context.words.label("art22_grounds", view.activity.automated_ground)
        yield para(t("What allows the decision: {ground}.", ground=ground), style=TextStyle.PROSE)
    else:
        why = t("What allows the decision is missing.")
        yield context.gap(AUTOMATED, label, why, activities=mine, style=TextStyle.PROSE)
    if logic := context.words.shown(view.activity.automated_logic):
        yield Paragraph(closed(logic), TextStyle.PROSE)
    else:
        why = t("How the decision is reached, and what it means for you, is missing.")
        label = t("Logic and consequences")
        style = TextStyle.PROSE
        yield context.gap(AUTOMATED, label, why, item="automated", activities=mine, style=style)
    yield para(
        t("You can ask for a person to look at it, give your view and contest it."), style=TextStyle.PROSE
    )


def _no_decision(context: StatementContext, views: list[ActivityView]) -> Iterator[Paragraph]:
    if not views:
        return
    t, ids = context.t, [view.activity.id for view in views]
    context.ledger.say("automated", section_number(AUTOMATED), ids)
    if len(views) == len(context.views):
        text = t("We take no decisions without a human being that have legal or similar effects for you.")
        yield para(text, style=TextStyle.PROSE)
        return
    text = t("No such decisions are taken in: {what}", what=slot("what"))
    yield Paragraph(closed(woven(text, what=context.titles(views))), TextStyle.PROSE)


def security_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 10: the measures in place that have a text for the public."""
    yield context.heading(SECURITY)
    own = context.own(SECURITY)
    yield from own
    told = dict.fromkeys(closed(context.words.shown(one.public_text)) for one in _told(context))
    if told:
        yield BulletList(tuple(ListItem((Paragraph(one),)) for one in told), TextStyle.PROSE)
    elif not own:
        yield context.quiet_gap()


def _told(context: StatementContext) -> list[Measure]:
    """Return the measures that count for a public activity and have a text for the public."""
    used: set[RecordId | None] = set()
    for view in context.views:
        used.update(use.measure for use in view.measure_uses)
    return sorted(
        (
            one
            for one in context.names.measures.values()
            if one.public_text
            and one.status in _IN_PLACE
            and (one.organisation_wide is Answer.YES or one.id in used)
        ),
        key=context.names.measure_key,
    )


def complaint_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 12: the right to complain to Datatilsynet, which depends on nothing, Article 77."""
    t = context.t
    yield context.heading(COMPLAINT)
    text = t("You can always complain to Datatilsynet if you think that we break the rules on personal data.")
    yield para(text, " ", t("You need not complain to us first."), style=TextStyle.PROSE)
    text = t(
        "Datatilsynet has a digital form for complaints on {site}. You can also send a letter to: {address}.",
        site=slot("site"),
        address=slot("address"),
    )
    site = (link(_SITE_NAME, AUTHORITY_SITE),)
    letter = (Run(f"Datatilsynet, {_AUTHORITY_ADDRESS}"),)
    yield Paragraph(woven(text, site=site, address=letter), TextStyle.PROSE)
    context.ledger.say("complaint", section_number(COMPLAINT))
    context.ledger.complaints.update({"web_form": None, "post": None})
    yield from context.own(COMPLAINT)


def changes_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 13: from when the statement holds, what is new in it, and how changes are told."""
    t, words, settings = context.t, context.words, context.settings
    yield context.heading(CHANGES)
    own = context.own(CHANGES)
    yield from own
    if settings and settings.effective:
        text = t("This statement holds from {day}.", day=words.day(settings.effective))
        yield para(text, style=TextStyle.PROSE)
    yield from changes_since(context, context.since)
    how = words.shown(settings.changes_how) if settings else ()
    if how:
        yield Paragraph(closed(linked(how)), TextStyle.PROSE)
    elif not own:
        label = t("How we tell about changes")
        yield context.gap(CHANGES, label, t("How we tell about changes is missing."), style=TextStyle.PROSE)
    text = t(
        "Before we use data for a new purpose, we tell you. That follows from {regulation} and {article}.",
        regulation=context.regulation(article("13(3)", t)),
        article=article("14(4)", t),
    )
    yield para(text, style=TextStyle.PROSE)
    context.ledger.say("further_purpose", section_number(CHANGES))
