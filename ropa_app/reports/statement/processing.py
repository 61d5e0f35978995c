"""Section 2: what is done with whose data, why and on what basis, told once where it is the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.reports import phrases
from ropa_app.reports.article30.index import ActivityView
from ropa_app.reports.page_model import (
    Block,
    FieldRow,
    FieldStyle,
    FieldTable,
    Group,
    Heading,
    HeadingStyle,
    Paragraph,
    Run,
)
from ropa_app.reports.statement import clauses
from ropa_app.reports.statement.basis import CODE, SECTION, basis_paragraphs, withdrawal
from ropa_app.reports.statement.context import StatementContext, closed, emphasised, row
from ropa_app.reports.statement.origins import origin_paragraphs
from ropa_app.reports.statement.provision import provision_paragraphs
from ropa_app.reports.statement.sharing import recipient_paragraphs
from ropa_app.reports.statement.storage import storage_paragraphs
from ropa_app.reports.statement.together import Views, told_once
from ropa_app.reports.wording import Runs, lowered_runs, raised_runs, slot, text_of, woven

__all__ = ["CODE", "SECTION", "processing_section"]
# In Norwegian a relative clause before the verb is closed by a comma: "personer som tar kontakt, …".
_RELATIVE: Final = " som "


@dataclass(frozen=True, slots=True)
class _Block:
    """Purposes that are told together, since they differ in nothing but their text.

    `places` are their places among the purposes of each activity, () where there is none.
    """

    places: tuple[int, ...]

    def purposes(self, view: ActivityView) -> tuple[Purpose, ...]:
        """Return the purposes of one activity."""
        return tuple(view.purposes[at] for at in self.places)

    def speaker(self, view: ActivityView) -> Purpose | None:
        """Return the purpose that speaks for all."""
        return view.purposes[self.places[0]] if self.places else None

    def lines(self, view: ActivityView) -> tuple[DataLine, ...]:
        """Return the data lines of one activity that serve the purposes."""
        speaker = self.speaker(view)
        return _lines(view, speaker) if speaker else view.lines


def processing_section(context: StatementContext) -> Iterator[Block]:
    """Yield the section: a group of fields for each public activity, or for those told together."""
    yield context.heading(CODE)
    yield from context.own(CODE)
    if not context.views:
        text = context.t("This statement holds no processing activity yet.")
        yield context.gap(CODE, context.words.label("statement_sections", CODE), text, item="purposes")
    for views in context.groups:
        yield from _activities(context, views)


def _activities(context: StatementContext, views: Views) -> Iterator[Block]:
    """Yield what is told of some activities in pieces that stay on one page."""
    title = raised_runs(context.words.series([context.title(view) for view in views]))
    heading = Heading(text_of(title), level=3, anchor=context.anchor(views[0]), style=HeadingStyle.GROUP)
    blocks = _blocks(views)
    if len(blocks) == 1:
        rows = (*_purpose_rows(context, views, blocks[0], only=True), *_common_rows(context, views))
        yield Group((heading, FieldTable(rows, FieldStyle.PROSE)))
        return
    for index, block in enumerate(blocks):
        table = FieldTable(tuple(_purpose_rows(context, views, block, only=False)), FieldStyle.PROSE)
        yield Group((table,) if index else (heading, table))
    common = Heading(context.t("For all these purposes"), level=4, style=HeadingStyle.SUBSECTION)
    yield Group((common, FieldTable(tuple(_common_rows(context, views)), FieldStyle.PROSE)))


def _blocks(views: Views) -> list[_Block]:
    """Return the purposes of some activities, those together that differ only in their text."""
    found: dict[tuple[object, ...], list[int]] = {}
    for at in range(len(views[0].purposes)):
        found.setdefault(tuple(_rests_on(view, view.purposes[at]) for view in views), []).append(at)
    return [_Block(tuple(places)) for places in found.values()] or [_Block(())]


def _rests_on(view: ActivityView, purpose: Purpose) -> tuple[object, ...]:
    own_rules = tuple(rule.id for rule in view.retention if rule.purpose == purpose.id)
    return (
        *(purpose.art6, purpose.art9_10, purpose.law_reference, purpose.interest, purpose.consent),
        *(tuple(line.id for line in _lines(view, purpose)), own_rules),
    )


def _lines(view: ActivityView, purpose: Purpose) -> tuple[DataLine, ...]:
    """Return the data lines that serve a purpose: those that name it, and those that name none."""
    return tuple(line for line in view.lines if not line.purposes or purpose.id in line.purposes)


def _purpose_rows(
    context: StatementContext, views: Views, block: _Block, *, only: bool
) -> Iterator[FieldRow]:
    """Yield what is told of the purposes of a block; `only` tells that there is no other block."""
    t = context.t
    purposes = told_once(context, views, lambda view: list(_purposes(context, view, block, only=only)))
    yield row(t.context("statement", "Purpose"), purposes)
    data = told_once(context, views, lambda view: list(_data(context, view, block.lines(view))))
    yield row(t.context("statement", "Data"), data)
    bases = told_once(context, views, lambda view: list(basis_paragraphs(context, view, block.speaker(view))))
    yield row(t.context("statement", "Legal basis"), bases)
    if how := told_once(context, views, lambda view: list(_withdrawal(context, view, block))):
        yield row(t("Your consent"), how)
    label = t("How long")
    if own := told_once(context, views, lambda view: _own_storage(context, view, block, label)):
        yield row(label, own)


def _withdrawal(context: StatementContext, view: ActivityView, block: _Block) -> Iterator[Paragraph]:
    speaker = block.speaker(view)
    return withdrawal(context, view, speaker) if speaker else iter(())


def _own_storage(context: StatementContext, view: ActivityView, block: _Block, label: str) -> list[Paragraph]:
    """Return how long the data are kept that only serve the purposes of a block."""
    ids = {one.id for one in block.purposes(view)}
    rules = [rule for rule in view.retention if rule.purpose in ids]
    return storage_paragraphs(context, view, rules, block.lines(view), CODE, label) if rules else []


def _common_rows(context: StatementContext, views: Views) -> Iterator[FieldRow]:
    """Yield what is told once for all purposes of some activities."""
    t = context.t
    origin = t("Where they come from")
    yield row(origin, told_once(context, views, lambda view: origin_paragraphs(context, view, CODE, origin)))
    receiving = t("Who receives them")
    yield row(
        receiving,
        told_once(context, views, lambda view: recipient_paragraphs(context, view, CODE, receiving)),
    )
    label = t("How long")
    if kept := told_once(context, views, lambda view: _common_storage(context, view, label)):
        yield row(label, kept)
    must = t("Must you give them?")
    yield row(must, told_once(context, views, lambda view: provision_paragraphs(context, view, CODE, must)))


def _common_storage(context: StatementContext, view: ActivityView, label: str) -> list[Paragraph]:
    """Return how long the data are kept whatever they serve; nothing where each purpose tells it."""
    named = {purpose.id for purpose in view.purposes}
    rules = [rule for rule in view.retention if rule.purpose is None or rule.purpose not in named]
    if not rules and view.retention:
        return []
    return storage_paragraphs(context, view, rules, view.lines, CODE, label)


def _purposes(
    context: StatementContext, view: ActivityView, block: _Block, *, only: bool
) -> Iterator[Paragraph]:
    label, mine = context.t.context("statement", "Purpose"), (view.activity.id,)
    purposes = block.purposes(view)
    if not purposes:
        yield context.gap(CODE, label, item="purposes", activities=mine)
    for purpose in purposes:
        if text := context.words.shown(purpose.text):
            context.ledger.say("purposes", SECTION, mine)
            told = closed(clauses.purpose(text, context.words))
            yield Paragraph(told if only else emphasised(told))
        else:
            yield context.gap(CODE, label, item="purposes", activities=mine)


def _data(context: StatementContext, view: ActivityView, lines: tuple[DataLine, ...]) -> Iterator[Paragraph]:
    """Yield one paragraph for each data line: whom it is about, and which data."""
    t, mine = context.t, (view.activity.id,)
    label = t.context("statement", "Data")
    if not lines:
        yield context.gap(CODE, label, item="categories", activities=mine)
    for line in lines:
        people = lowered_runs(phrases.subjects(line, context.words))
        data = lowered_runs(phrases.categories(line, context.words))
        if data:
            context.ledger.say("categories", SECTION, mine)
        if people and data:
            yield Paragraph(closed(_told_of(context, people, data)))
        elif data:
            yield Paragraph(closed(raised_runs(data)))
            yield context.gap(CODE, label, t("Whom these data are about is missing."), activities=mine)
        else:
            text = t("Which data about {people} is missing.", people=slot("people"))
            why = woven(text, people=people) if people else ()
            yield context.gap(CODE, label, *why, item="categories", activities=mine)


def _told_of(context: StatementContext, people: Runs, data: Runs) -> Runs:
    """Return a data line as a sentence; where it names many people that are lists themselves, as a list."""
    t = context.t
    if ";" in text_of(people):
        text = t("About {people}: {data}", people=slot("people"), data=slot("data"))
    else:
        text = t("About {people} we process {data}", people=slot("people"), data=slot("data"))
        people = (*people, Run(",")) if _RELATIVE in f"{text_of(people)} " else people
    return woven(text, people=people, data=data)
