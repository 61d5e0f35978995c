"""Who answers for the processing, Article 30(1)(a): organisation, data protection officer, representative."""

from __future__ import annotations

from collections.abc import Iterable

from ropa_app.domain.entities.organisation import Contact, Organisation
from ropa_app.domain.values import Answer, RecordId
from ropa_app.reports.article30.context import Context, address
from ropa_app.reports.page_model import Cell, Paragraph, Run, Text, bold, cell, para
from ropa_app.reports.wording import one_line, telephone

DPO = "dpo"
REPRESENTATIVE = "representative"


def commas(parts: Iterable[Text]) -> tuple[Run, ...]:
    """Return texts as runs with commas between them, leaving out empty ones."""
    found: list[Run] = []
    for part in parts:
        run = Run(part) if isinstance(part, str) else part
        if run.text:
            found.extend([Run(", "), run] if found else [run])
    return tuple(found)


def contact_runs(contact: Contact, *, named: bool = True) -> tuple[Run, ...]:
    """Return a contact on one line: name, address, e-mail, telephone."""
    return commas(
        [
            contact.name if named else "",
            one_line(contact.address),
            address(contact.email) if contact.email else "",
            telephone(contact.phone),
        ]
    )


def can_be_reached(contact: Contact) -> bool:
    """Tell whether a contact has an address of any kind."""
    return bool(contact.address or contact.email or contact.phone)


def organisation_cell(context: Context) -> Cell:
    """Return name and contact details of the controller, with a sign for what is missing."""
    one = context.organisation or Organisation(id=RecordId(""))
    if not one.name:
        return cell(context.words.missing(context.t("The name of the organisation.")))
    details = commas(
        [
            one_line(one.postal_address or one.visiting_address),
            address(one.email) if one.email else "",
            telephone(one.phone),
        ]
    )
    if not details:
        return cell(para(bold(one.name)), context.words.missing(context.t("Contact details.")))
    return cell(bold(one.name), ", ", *details)


def own_contacts(context: Context, role: str) -> list[Contact]:
    """Return the organisation's contacts with a role."""
    return [one for one in context.names.contacts.get(None, []) if one.role == role]


def _contact_cell(context: Context, contacts: list[Contact]) -> Cell:
    found: list[Paragraph] = []
    for contact in contacts:
        if runs := contact_runs(contact):
            found.append(Paragraph(runs))
        if not can_be_reached(contact):
            found.append(context.words.missing(context.t("Contact details.")))
    return tuple(found)


def dpo_cell(context: Context, *, explained: bool = True) -> Cell:
    """Return the data protection officer, or why there is none."""
    t, words = context.t, context.words
    contacts = own_contacts(context, DPO)
    if contacts:
        return _contact_cell(context, contacts)
    match context.organisation.dpo_appointed if context.organisation else Answer.UNKNOWN:
        case Answer.YES:
            return cell(words.missing(t("A data protection officer is appointed.")))
        case Answer.NO:
            return cell(t("None. The organisation has answered that none is appointed."))
        case Answer.NOT_APPLICABLE:
            return cell(t("Not applicable. The organisation has answered so."))
        case Answer.UNKNOWN:
            why = t("Nobody has decided whether the organisation is to have such an officer.")
            return cell(words.undecided(*([why] if explained else [])))


def representative_cell(context: Context) -> Cell:
    """Return the representative in the EEA, or why none is needed, Article 27."""
    t, words, one = context.t, context.words, context.organisation
    contacts = own_contacts(context, REPRESENTATIVE)
    if contacts:
        return _contact_cell(context, contacts)
    country = one.country if one else ""
    if not country:
        return cell(words.undecided(t("The country of the organisation is not stated.")))
    named = words.country(country)
    if context.law.is_eea(country, context.edition.day):
        return cell(t("Not applicable. The organisation is established in {country}.", country=named))
    return cell(words.missing(t("The organisation is established in {country}.", country=named)))


def needs_representative(context: Context) -> bool:
    """Tell whether a representative has to be mentioned on every sheet."""
    country = context.organisation.country if context.organisation else ""
    established = bool(country) and context.law.is_eea(country, context.edition.day)
    return bool(own_contacts(context, REPRESENTATIVE)) or not established
