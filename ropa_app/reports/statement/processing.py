"""Section 2: what is done with whose data, why, on what basis; one block for each public activity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.legal.rights import CONSENT as CONSENT_BASIS
from ropa_app.legal.rights import EXPLICIT_CONSENT, INTERESTS
from ropa_app.reports import phrases
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.articles import article, basis_place
from ropa_app.reports.page_model import (
    Block,
    FieldRow,
    FieldStyle,
    FieldTable,
    Group,
    Heading,
    HeadingStyle,
    Paragraph,
    para,
)
from ropa_app.reports.statement.context import (
    StatementContext,
    anchor,
    closed,
    emphasised,
    linked,
    row,
    section_number,
)
from ropa_app.reports.statement.origins import origin_paragraphs
from ropa_app.reports.statement.provision import provision_paragraphs
from ropa_app.reports.statement.sharing import recipient_paragraphs
from ropa_app.reports.statement.storage import storage_paragraphs
from ropa_app.reports.wording import Runs, lowered, lowered_runs, raised, raised_runs, slot, text_of, woven

CODE: Final = "02-processing"
SECTION: Final = section_number(CODE)
_ART6: Final = "legal_bases_art6"
_ART9: Final = "legal_bases_art9_10"


@dataclass(frozen=True, slots=True)
class _Block:
    """Purposes of an activity that are told together, since they differ in nothing but their text."""

    purposes: tuple[Purpose, ...]
    lines: tuple[DataLine, ...]

    @property
    def first(self) -> Purpose:
        """Return the purpose that speaks for all."""
        return self.purposes[0]


def processing_section(context: StatementContext) -> Iterator[Block]:
    """Yield the section: one group of fields for each public activity."""
    yield context.heading(CODE)
    yield from context.own(CODE)
    if not context.views:
        text = context.t("This statement holds no processing activity yet.")
        yield context.gap(CODE, context.words.label("statement_sections", CODE), text, item="purposes")
    for view in context.views:
        yield from _activity(context, view)


def _activity(context: StatementContext, view: ActivityView) -> Iterator[Block]:
    """Yield what is told of an activity in pieces that stay on one page."""
    heading = Heading(text_of(context.title(view)), level=3, anchor=anchor(view), style=HeadingStyle.GROUP)
    blocks = _blocks(view)
    if len(blocks) == 1:
        rows = (*_purpose_rows(context, view, blocks[0]), *_common_rows(context, view))
        yield Group((heading, FieldTable(rows, FieldStyle.PROSE)))
        return
    for index, block in enumerate(blocks):
        table = FieldTable(tuple(_purpose_rows(context, view, block)), FieldStyle.PROSE)
        yield Group((table,) if index else (heading, table))
    common = Heading(context.t("For all these purposes"), level=4, style=HeadingStyle.SUBSECTION)
    yield Group((common, FieldTable(tuple(_common_rows(context, view)), FieldStyle.PROSE)))


def _blocks(view: ActivityView) -> list[_Block]:
    """Return the purposes of an activity, those together that differ only in their text."""
    found: dict[tuple[object, ...], list[Purpose]] = {}
    for purpose in view.purposes:
        own_rules = tuple(rule.id for rule in view.retention if rule.purpose == purpose.id)
        key = (
            *(purpose.art6, purpose.art9_10, purpose.law_reference, purpose.interest, purpose.consent),
            *(tuple(line.id for line in _lines(view, purpose)), own_rules),
        )
        found.setdefault(key, []).append(purpose)
    if not found:
        return [_Block((), view.lines)]
    return [_Block(tuple(members), _lines(view, members[0])) for members in found.values()]


def _lines(view: ActivityView, purpose: Purpose) -> tuple[DataLine, ...]:
    """Return the data lines that serve a purpose: those that name it, and those that name none."""
    return tuple(line for line in view.lines if not line.purposes or purpose.id in line.purposes)


def _purpose_rows(context: StatementContext, view: ActivityView, block: _Block) -> Iterator[FieldRow]:
    t = context.t
    yield row(t.context("statement", "Purpose"), list(_purposes(context, view, block)))
    yield row(t.context("statement", "Data"), list(_data(context, view, block)))
    yield row(t.context("statement", "Legal basis"), list(_basis(context, view, block)))
    if block.purposes and (how := list(_withdrawal(context, view, block.first))):
        yield row(t("Your consent"), how)
    own_rules = [rule for rule in view.retention if any(rule.purpose == one.id for one in block.purposes)]
    if own_rules:
        label = t("How long")
        yield row(label, storage_paragraphs(context, view, own_rules, block.lines, CODE, label))


def _common_rows(context: StatementContext, view: ActivityView) -> Iterator[FieldRow]:
    """Yield what is told once for all purposes of an activity."""
    t = context.t
    label = t("Where they come from")
    yield row(label, origin_paragraphs(context, view, CODE, label))
    label = t("Who receives them")
    yield row(label, recipient_paragraphs(context, view, CODE, label))
    named = {purpose.id for purpose in view.purposes}
    rules = [rule for rule in view.retention if rule.purpose is None or rule.purpose not in named]
    if rules or not view.retention:
        label = t("How long")
        yield row(label, storage_paragraphs(context, view, rules, view.lines, CODE, label))
    label = t("Must you give them?")
    yield row(label, provision_paragraphs(context, view, CODE, label))


def _purposes(context: StatementContext, view: ActivityView, block: _Block) -> Iterator[Paragraph]:
    label, mine = context.t.context("statement", "Purpose"), (view.activity.id,)
    if not block.purposes:
        yield context.gap(CODE, label, item="purposes", activities=mine)
    for purpose in block.purposes:
        if text := context.words.shown(purpose.text):
            context.ledger.say("purposes", SECTION, mine)
            told = closed(text)
            yield Paragraph(told if len(view.purposes) == len(block.purposes) else emphasised(told))
        else:
            yield context.gap(CODE, label, item="purposes", activities=mine)


def _data(context: StatementContext, view: ActivityView, block: _Block) -> Iterator[Paragraph]:
    """Yield one paragraph for each data line: whom it is about, and which data."""
    t, mine = context.t, (view.activity.id,)
    label = t.context("statement", "Data")
    if not block.lines:
        yield context.gap(CODE, label, item="categories", activities=mine)
    for line in block.lines:
        people = lowered_runs(phrases.subjects(line, context.words))
        data = lowered_runs(phrases.categories(line, context.words))
        if data:
            context.ledger.say("categories", SECTION, mine)
        if people and data:
            text = t("About {people}: {data}", people=slot("people"), data=slot("data"))
            yield Paragraph(closed(woven(text, people=people, data=data)))
        elif data:
            yield Paragraph(closed(raised_runs(data)))
            yield context.gap(CODE, label, t("Whom these data are about is missing."), activities=mine)
        else:
            text = t("Which data about {people} is missing.", people=slot("people"))
            why = woven(text, people=people) if people else ()
            yield context.gap(CODE, label, *why, item="categories", activities=mine)


def _basis(context: StatementContext, view: ActivityView, block: _Block) -> Iterator[Paragraph]:
    t, mine = context.t, (view.activity.id,)
    label = t.context("statement", "Legal basis")
    if not block.purposes or not block.first.art6:
        yield context.gap(CODE, label, item="legal_basis", activities=mine)
    else:
        context.ledger.say("legal_basis", SECTION, mine)
    if not block.purposes:
        return
    purpose = block.first
    for code in purpose.art6:
        yield para(_basis_text(context, _ART6, code))
    for code in purpose.art9_10:
        yield para(_basis_text(context, _ART9, code))
    if law := context.words.shown(purpose.law_reference):
        text = t("Provision: {law}", law=slot("law"))
        yield Paragraph(closed(woven(text, law=law)))
    if INTERESTS in purpose.art6 or purpose.interest:
        yield from _interest(context, view, purpose)


def _basis_text(context: StatementContext, list_name: str, code: str) -> str:
    """Return a basis in plain words, with its article; a code of no list as it stands."""
    words = context.words
    if words.law.choice(list_name, code) is None:
        return f"{code}."
    label = words.law.short_label(list_name, code, words.language)
    named = label if list_name == _ART6 else lowered(label)
    place = context.regulation(article(basis_place(code), words.t))
    return f"{raised(named)} ({place})."


def _interest(context: StatementContext, view: ActivityView, purpose: Purpose) -> Iterator[Paragraph]:
    """Yield the interest that is pursued; where it is the basis, that one can see how it was weighed."""
    t, mine = context.t, (view.activity.id,)
    if interest := context.words.shown(purpose.interest):
        context.ledger.say("interests", SECTION, mine)
        text = t("Interest: {interest}", interest=slot("interest"))
        yield Paragraph(closed(woven(text, interest=interest)))
    else:
        why = t("Which interest it is, is missing.")
        yield context.gap(CODE, t("Interest"), why, item="interests", activities=mine)
    if INTERESTS in purpose.art6:
        yield para(t("You can ask to see how we have weighed it against yours, and you can object."))


def _withdrawal(context: StatementContext, view: ActivityView, purpose: Purpose) -> Iterator[Paragraph]:
    """Yield that a consent can be withdrawn, and how; nothing where no consent is asked for."""
    if CONSENT_BASIS not in purpose.art6 and EXPLICIT_CONSENT not in purpose.art9_10:
        return
    t, mine = context.t, (view.activity.id,)
    yield para(t("You can withdraw your consent at any time. What we did before that stays lawful."))
    context.ledger.say("withdrawal", SECTION, mine)
    consent = context.names.consents.get(purpose.consent) if purpose.consent else None
    how: Runs = context.words.shown(consent.withdrawal) if consent else ()
    if how:
        text = t("How to withdraw: {how}", how=slot("how"))
        yield Paragraph(closed(linked(woven(text, how=how))))
    else:
        why = t("How you withdraw it is missing.")
        yield context.gap(CODE, t("Your consent"), why, item="withdrawal", activities=mine)
