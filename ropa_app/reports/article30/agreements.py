"""Processor agreements, Article 28(3), and arrangements between joint controllers, Article 26."""

from __future__ import annotations

from collections.abc import Iterator

from ropa_app.domain.entities.parties import Agreement, FollowUp
from ropa_app.reports.article30.context import Context, field_label
from ropa_app.reports.article30.fields import field_rows, gathered
from ropa_app.reports.article30.internal import internal_rows
from ropa_app.reports.page_model import (
    Block,
    Cell,
    FieldRow,
    FieldTable,
    Group,
    Heading,
    HeadingStyle,
    Paragraph,
    cell,
    para,
    secondary,
)
from ropa_app.reports.wording import text_of


def agreements(context: Context) -> Iterator[Block]:
    """Yield every processor agreement with what it covers and how it was followed up."""
    found = [one for one in context.records.of_kind(Agreement.KIND) if isinstance(one, Agreement)]
    if not found:
        return
    t = context.t
    yield Heading(t("Processor agreements"), level=3, anchor="agreements", style=HeadingStyle.SUBSECTION)
    for one in sorted(found, key=lambda each: (each.position, each.id)):
        yield Group((_named(context, one), FieldTable(tuple(_agreement(context, one)))))


def _named(context: Context, one: Agreement) -> Heading:
    name = text_of(context.names.party(one.party)) if one.party else context.t("Party not stated")
    return Heading(name, level=4, number=context.reference(one), style=HeadingStyle.CAPTION)


def _agreement(context: Context, one: Agreement) -> Iterator[FieldRow]:
    t, words = context.t, context.words
    if one.status:
        yield FieldRow(cell(t("Status")), cell(words.label("agreement_status", one.status)))
    else:
        yield FieldRow(cell(t("Status")), cell(words.undecided(asked=False)))
    names = ("document", "signed", "until", "regime")
    rows, empty = field_rows(context, one, names)
    yield from rows
    yield from _checklist(context, one)
    followed = [each for each in context.records.owned(one.id) if isinstance(each, FollowUp)]
    if followed:
        yield FieldRow(cell(t("Follow-ups")), tuple(_follow_up(context, each) for each in followed))
    else:
        empty.append(t("Follow-ups"))
    yield from gathered(context, empty)
    yield from internal_rows(context, one)


def _checklist(context: Context, one: Agreement) -> Iterator[FieldRow]:
    """Yield what the agreement covers, what it lacks, and what nobody has looked for."""
    t = context.t
    every = [choice.code for choice in context.law.choices("art28_3")]
    open_ones = [code for code in every if code not in one.covers and code not in one.lacks]
    if one.covers:
        yield FieldRow(cell(field_label(context, one.KIND, "covers")), _duties(context, one.covers))
    if one.lacks:
        yield FieldRow(cell(field_label(context, one.KIND, "lacks")), _duties(context, one.lacks))
    if open_ones and len(open_ones) < len(every):
        yield FieldRow(cell(t("Not checked")), _duties(context, tuple(open_ones)))
    elif open_ones:
        yield FieldRow(cell(t("Content")), cell(secondary(t("Not checked against Article 28(3)."))))


def _duties(context: Context, codes: tuple[str, ...]) -> Cell:
    """Return the letters of Article 28(3) with their labels in order, as one list."""
    labels = [f"{code}) {context.words.label('art28_3', code)}" for code in sorted(codes)]
    return cell("; ".join(labels))


def _follow_up(context: Context, one: FollowUp) -> Paragraph:
    t = context.t
    day = context.words.day(one.day) if one.day else t("date not stated")
    note = one.note or t("nothing noted")
    return para(f"{day}: {note}")


def arrangements(context: Context) -> Iterator[Block]:
    """Yield every arrangement between joint controllers."""
    t, words = context.t, context.words
    found = sorted(context.names.arrangements.values(), key=lambda one: (one.position, one.id))
    if not found:
        return
    yield Heading(
        t("Joint-controller arrangements"), level=3, anchor="arrangements", style=HeadingStyle.SUBSECTION
    )
    for one in found:
        parties = context.names.party_list(context.names.in_order(one.parties))
        rows = [
            FieldRow(cell(t("Parties")), cell(*parties) if parties else cell(words.missing())),
            FieldRow(
                cell(t("Status")),
                cell(words.label("agreement_status", one.status) if one.status else words.undecided()),
            ),
        ]
        more, empty = field_rows(context, one, ("tasks", "essence"))
        title = Heading(t("Arrangement"), level=4, number=context.reference(one), style=HeadingStyle.CAPTION)
        yield Group(
            (title, FieldTable((*rows, *more, *gathered(context, empty), *internal_rows(context, one))))
        )
