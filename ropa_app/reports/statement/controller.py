"""Section 1: who is responsible; section 14: how to reach them, and which edition this is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.organisation import Contact, Organisation
from ropa_app.domain.values import Answer, RecordId
from ropa_app.reports.edition import edition_text
from ropa_app.reports.page_model import (
    Block,
    FieldRow,
    FieldStyle,
    FieldTable,
    Group,
    Paragraph,
    Run,
    TextStyle,
    bold,
    secondary,
)
from ropa_app.reports.statement.context import (
    DPO,
    PRIVACY,
    REPRESENTATIVE,
    StatementContext,
    address,
    closed,
    row,
    section_number,
)
from ropa_app.reports.wording import (
    NBSP,
    Runs,
    one_line,
    org_number,
    raised_runs,
    slot,
    telephone,
    text_of,
    woven,
)

CODE: Final = "01-controller"
CONTACT: Final = "14-contact"
_SECTION: Final = section_number(CODE)


def controller_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 1: the organisation, its officer, its representative and joint controllers."""
    yield context.heading(CODE)
    yield from context.own(CODE)
    yield FieldTable(tuple(_rows(context)), FieldStyle.PROSE)


def _rows(context: StatementContext) -> Iterator[FieldRow]:
    t, one = context.t, context.organisation
    label = t("Responsible")
    if one is None or not one.name:
        yield row(label, [context.gap(CODE, label, item="controller")])
    else:
        yield row(label, (bold(one.name), *_group(context, one)))
        context.ledger.say("controller", _SECTION)
    reached = list(_reach_rows(context, one)) if one else []
    yield from reached
    if not reached:
        label = t("How to reach us")
        yield row(label, [context.gap(CODE, label, item="controller")])
    for contact in context.contacts(PRIVACY):
        yield row(t("Privacy contact"), contact_runs(context, contact))
    yield from _officer(context, one)
    for contact in context.contacts(REPRESENTATIVE):
        yield row(t("Representative in the EEA"), contact_runs(context, contact))
    yield from _joint(context)


def _group(context: StatementContext, one: Organisation) -> Runs:
    """Return that the organisation is part of a group, () where that is not entered."""
    if not one.parent_company:
        return ()
    text = context.t(", which is part of {parent}", parent=slot("parent"))
    return woven(text, parent=context.names.party(one.parent_company))


def _reach_rows(context: StatementContext, one: Organisation) -> Iterator[FieldRow]:
    t = context.t
    if one.org_number:
        yield row(t("Organisation number"), org_number(one.org_number))
    if one.postal_address:
        yield row(t("Postal address"), one_line(one.postal_address))
    if one.visiting_address:
        yield row(t("Visiting address"), one_line(one.visiting_address))
    if one.email:
        yield row(t("E-mail"), (address(one.email),))
    if one.phone:
        yield row(t("Telephone"), telephone(one.phone))


def contact_runs(context: StatementContext, contact: Contact) -> Runs:
    """Return how a contact is reached; a name is not public."""
    parts: list[Runs] = []
    if contact.email:
        parts.append((address(contact.email),))
    if contact.phone:
        parts.append((Run(_telephone(context, contact.phone)),))
    if contact.address:
        parts.append((Run(one_line(contact.address)),))
    return tuple(run for index, part in enumerate(parts) for run in (*((Run(", "),) if index else ()), *part))


def _telephone(context: StatementContext, number: str) -> str:
    return context.t("telephone {number}", number=telephone(number)).replace(" ", NBSP)


def _officer(context: StatementContext, one: Organisation | None) -> Iterator[FieldRow]:
    """Yield the data protection officer; nothing where the organisation has none."""
    label = context.t("Data protection officer")
    found = context.contacts(DPO)
    for contact in found:
        yield row(label, contact_runs(context, contact))
    if found:
        context.ledger.say("dpo", _SECTION)
    elif one is not None and one.dpo_appointed in (Answer.NO, Answer.NOT_APPLICABLE):
        context.ledger.skip("dpo", _SECTION)
    else:
        yield row(label, [context.gap(CODE, label, item="dpo")])


def _joint(context: StatementContext) -> Iterator[FieldRow]:
    """Yield those who are responsible together with the organisation, and what they agreed, Article 26."""
    label = context.t("Together with")
    told: dict[str, list[RecordId]] = {}
    shown: dict[str, tuple[Runs, Runs]] = {}
    for view in context.views:
        for recipient in view.recipients:
            if recipient.role == "joint":
                name, essence = _agreed(context, recipient)
                key = f"{text_of(name)}|{text_of(essence)}"
                shown[key] = (name, essence)
                told.setdefault(key, []).append(view.activity.id)
    for key, activities in told.items():
        yield row(label, _arrangement(context, *shown[key], label, activities))


def _agreed(context: StatementContext, recipient: Recipient) -> tuple[Runs, Runs]:
    """Return who is responsible together with the organisation, and the essence of what they agreed."""
    words, names = context.words, context.names
    name = names.party(recipient.party) if recipient.party else words.shown(recipient.category)
    found = names.arrangements.get(recipient.arrangement) if recipient.arrangement else None
    return raised_runs(name), words.shown(found.essence) if found else ()


def _arrangement(
    context: StatementContext, name: Runs, essence: Runs, label: str, activities: Sequence[RecordId]
) -> list[Paragraph]:
    first = Paragraph(closed(name)) if name else context.gap(CODE, label, activities=activities)
    if essence:
        return [first, Paragraph(closed(essence))]
    why = context.t("What they have agreed with us is missing.")
    return [first, context.gap(CODE, label, why, activities=activities)]


def reach(context: StatementContext) -> list[tuple[str, Runs]]:
    """Return how a reader reaches the organisation: codes of `rights_channels`, each with its words."""
    contact = next(iter(context.contacts(PRIVACY)), None)
    one = context.organisation
    email = (contact.email if contact else "") or (one.email if one else "")
    phone = (contact.phone if contact else "") or (one.phone if one else "")
    letter = (contact.address if contact else "") or (
        (one.postal_address or one.visiting_address) if one else ""
    )
    found: list[tuple[str, Runs]] = []
    if email:
        found.append(("email", (address(email),)))
    if phone:
        found.append(("phone", (Run(_telephone(context, phone)),)))
    if letter:
        found.append(("post", (Run(one_line(letter)),)))
    return found


def contact_section(context: StatementContext) -> Iterator[Block]:
    """Yield section 14, in one piece: name and address again, then version and date."""
    yield Group((context.heading(CONTACT), *context.own(CONTACT), _contact(context)))


def _contact(context: StatementContext) -> Paragraph:
    edition = secondary(edition_line(context))
    if found := reach(context):
        joined = tuple(run for _, runs in found for run in (Run(", "), *runs))
        name = bold(context.organisation_name)
        return Paragraph((name, *joined, Run("\n"), edition), TextStyle.PROSE)
    gap = context.gap(CONTACT, context.t("How to reach us"), item="controller", style=TextStyle.PROSE)
    return replace(gap, runs=(*gap.runs, Run(". "), edition))


def edition_line(context: StatementContext) -> str:
    """Return which edition this is, and of which day."""
    t, words = context.t, context.words
    if context.final is not None:
        day = words.day(context.final.published)
        if context.edition.version_number is None:
            return t("Published {day}", day=day)
        number = context.edition.version_number
        return t("Version {number}, published {day}", number=number, day=day)
    edition = edition_text(context.edition, words.language)
    return f"{edition} | {words.day(context.edition.day)}"
