"""Section 0, the first page: seven questions with short answers, and the right to say no."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from ropa_app.legal.rights import RightCode, rights_from
from ropa_app.reports import phrases
from ropa_app.reports.page_model import (
    Block,
    FieldRow,
    FieldStyle,
    FieldTable,
    Heading,
    HeadingStyle,
    Paragraph,
    Run,
    Sign,
    TextStyle,
    TitleBlock,
    bold,
    link,
)
from ropa_app.reports.statement import abroad, closing, controller, processing, rights, sharing, storage
from ropa_app.reports.statement.context import (
    StatementContext,
    closed,
    row,
    section_anchor,
)
from ropa_app.reports.statement.objection import MANY, marketing_box, markets, objecting, objection_box
from ropa_app.reports.wording import Runs, lowered, raised_runs, slot, text_of, woven

CODE: Final = "00-summary"
_FEW: Final = 6
_RIGHTS: Final = (RightCode.ACCESS, RightCode.RECTIFICATION, RightCode.ERASURE)


def first_page(context: StatementContext) -> Iterator[Block]:
    """Yield the title and the summary; everything in it leads to the section that tells more."""
    t = context.t
    yield TitleBlock(title(context), context.organisation_name, note=controller.edition_line(context))
    heading = context.words.label("statement_sections", CODE)
    anchor_name = section_anchor(CODE)
    yield Heading(heading, level=2, anchor=anchor_name, style=HeadingStyle.SECTION, outline=0)
    yield from context.own(CODE, TextStyle.SHORT)
    yield FieldTable(tuple(_rows(context)), FieldStyle.SHORT)
    if any(markets(view) for view in context.views):
        yield marketing_box(context, CODE, level=3)
    elif objecting(context):
        yield objection_box(context, level=3)
    text = t(
        "The rest of this document explains each point. {contact} stands at the end.", contact=slot("contact")
    )
    contact = (
        link(context.words.label("statement_sections", controller.CONTACT), _target(controller.CONTACT)),
    )
    yield Paragraph(woven(text, contact=contact), TextStyle.NOTE)


def title(context: StatementContext) -> str:
    """Return the title of the document; a draft says that it is one."""
    t = context.t
    return t("Privacy statement") if context.final is not None else t("Privacy statement (draft)")


def _target(code: str) -> str:
    return f"#{section_anchor(code)}"


def _rows(context: StatementContext) -> Iterator[FieldRow]:
    t = context.t
    who = t("{organisation} is responsible for the data about you.", organisation=context.organisation_name)
    yield _answer(t("Who are we?"), (Run(who),), t("How to reach us"), controller.CONTACT)
    if not context.views:
        return
    yield _answer(t("Which data?"), _data(context), t("What concerns you"), processing.CODE)
    yield _answer(t("Why?"), _why(context), t("Each purpose"), processing.CODE)
    yield _answer(t("Who receives them?"), _receivers(context), t("The whole list"), sharing.CODE)
    yield _abroad(context)
    yield _answer(t("How long?"), _storage(context), t("See the table"), storage.CODE)
    yield _answer(t("What can you ask?"), _asking(context), t("All your rights"), rights.CODE)


def _answer(question: str, told: Runs, more: str, code: str) -> FieldRow:
    """Return a question, its answer and a link to the section."""
    return row(question, [Paragraph((*told, Run(" "), link(more, _target(code))))])


def _data(context: StatementContext) -> Runs:
    """Return the kinds of data that most activities use, and how many more there are."""
    t, count = context.t, Counter[str]()
    seen: dict[str, Runs] = {}
    for view in context.views:
        for item in phrases.all_categories(view.lines, context.words):
            seen.setdefault(text_of(item), item)
            count[text_of(item)] += 1
    if not seen:
        return (Run(t("The kinds of data are not settled.")),)
    common = [name for name, _ in count.most_common(_FEW)]
    ordered = sorted(seen, key=lambda name: name not in common)
    return closed(raised_runs(context.limited([seen[name] for name in ordered], _FEW)))


def _why(context: StatementContext) -> Runs:
    """Return what the data are used for: the names of the activities."""
    return closed(raised_runs(context.limited([context.title(view) for view in context.views], MANY)))


def _receivers(context: StatementContext) -> Runs:
    t, found = context.t, sharing.receivers(context)
    if not found:
        nobody = all(view.activity.recipients_answer == "none" for view in context.views)
        return (Run(t("Nobody.") if nobody else t("The recipients are not settled.")),)
    names = [context.party(one.party) if one.party else one.name for one in found]
    return closed(raised_runs(context.limited(names, _FEW)))


def _abroad(context: StatementContext) -> FieldRow:
    """Return whether data leave the EEA, and to which countries."""
    t, found = context.t, abroad.moves(context)
    question, more = t("Outside the EEA?"), link(t("Read more"), _target(abroad.CODE))
    open_ones = abroad.unplaced(context) or any(not move.place.country for move in found)
    rest = t("Not all countries are settled.") if open_ones else ""
    if found:
        words = ". ".join(_destinations(context, found))
        told = (bold(words), Run(". "), *((Run(f"{rest} "),) if rest else ()), more)
        return row(question, [Paragraph(told, sign=Sign.ELSEWHERE)])
    if open_ones:
        return row(question, [context.gap(CODE, question, more)])
    return row(question, [Paragraph((Run(f"{abroad.no_transfer(context)} "), more))])


def _destinations(context: StatementContext, found: Sequence[abroad.Move]) -> Iterator[str]:
    """Yield that data leave the EEA, and to where, and which international organisations get some."""
    t, words, names = context.t, context.words, context.names
    outside = [move for move in found if not names.is_international(move.party.id)]
    countries = dict.fromkeys(words.country(move.place.country) for move in outside if move.place.country)
    organisations = dict.fromkeys(names.party_text(move.party.id) for move in found if move not in outside)
    if countries:
        yield t("Yes: {countries}", countries=words.listed(list(countries)))
    elif outside:
        yield t.context("answer", "Yes")
    if organisations:
        yield t.plural(
            "To an international organisation: {names}",
            "To international organisations: {names}",
            len(organisations),
            names=words.listed(list(organisations)),
        )


def _storage(context: StatementContext) -> Runs:
    """Return how long data are kept where that is the same for all, else whether it is settled."""
    t, total = context.t, len(context.views)
    if same := storage.only_limit(context):
        return same
    settled = sum(any(rule.period or rule.criteria for rule in view.retention) for view in context.views)
    if settled == total:
        return (Run(t("That depends on what we use them for.")),)
    missing = total - settled
    text = t.plural(
        "For {n} of {total} activities it is not settled.",
        "For {n} of {total} activities it is not settled.",
        missing,
        n=context.words.number(missing),
        total=context.words.number(total),
    )
    return (Run(text),)


def _asking(context: StatementContext) -> Runs:
    t, found = context.t, rights_from(context.purposes)
    named = [lowered(rights.right_name(context, code)) for code in _RIGHTS if found.right(code)]
    complaint = link("Datatilsynet", _target(closing.COMPLAINT))
    if not named:
        return woven(t("You can complain to {authority}.", authority=slot("who")), who=(complaint,))
    text = t(
        "You can ask for {rights}, and you can complain to {authority}.",
        rights=context.words.listed(named),
        authority=slot("who"),
    )
    return woven(text, who=(complaint,))
