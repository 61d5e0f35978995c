"""The organisation whose register this is, its contacts, and the settings of the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ropa_app.domain import declare
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Audience, RecordId
from ropa_app.i18n import N_

AUTHORITY = Audience.AUTHORITY
PUBLIC = Audience.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """The controller: name and contact details, Article 30(1)(a)."""

    KIND: ClassVar[str] = "organisation"
    name: str = declare.line(
        N_("Name"),
        N_(
            "The organisation's full name, as entered in the Central Coordinating Register for "
            "Legal Entities."
        ),
        letter="a",
        audience=PUBLIC,
        needed_by="Art. 30(1)(a); R-ORG-01; item controller",
    )
    org_number: str = declare.line(
        N_("Organisation number"),
        N_("Nine digits. The program checks them."),
        letter="a",
        audience=PUBLIC,
        needed_by="template front page; R-ORG-02",
    )
    country: str = declare.code(
        "country",
        N_("Country"),
        N_("The country where the organisation is established."),
        letter="a",
        audience=AUTHORITY,
        needed_by="R-ORG-05",
    )
    postal_address: str = declare.text(
        N_("Postal address"),
        N_("The full address for letters."),
        letter="a",
        audience=PUBLIC,
        needed_by="Art. 30(1)(a); R-ORG-01; R-ORG-09",
    )
    visiting_address: str = declare.text(
        N_("Visiting address"),
        N_("The address where people can call in person."),
        letter="a",
        audience=PUBLIC,
        needed_by="Art. 30(1)(a); R-ORG-01",
    )
    email: str = declare.line(
        N_("E-mail"),
        N_("An address that is read regularly, preferably not a personal one."),
        letter="a",
        audience=PUBLIC,
        needed_by="Art. 30(1)(a); R-ORG-01",
    )
    phone: str = declare.line(
        N_("Telephone"),
        N_("Switchboard or customer service."),
        letter="a",
        audience=PUBLIC,
        needed_by="Art. 30(1)(a); R-ORG-01",
    )
    parent_company: RecordId | None = declare.ref(
        "party",
        N_("Parent company"),
        N_("The parent company, if the organisation is part of a group."),
        letter="a",
        audience=PUBLIC,
        needed_by="Art. 30(1)(a)",
    )
    public_authority: Answer = declare.answer(
        N_("Public authority"),
        N_("Yes for central and local government and others that exercise official authority."),
        needed_by="R-LB-09; R-ORG-05",
    )
    employees: int | None = declare.number(
        N_("Number of employees"),
        N_("An approximate number will do. Leave empty if it is not known."),
        needed_by="Art. 30(5); R-HR-03",
    )
    record_waived: Answer = declare.answer(
        N_("Is the register considered unnecessary?"),
        N_("The exemption in Article 30(5) is narrow. The answer is normally no."),
        needed_by="R-ORG-07",
    )
    acts_as_processor: Answer = declare.answer(
        N_("Do you process data for others?"),
        N_("Yes if you are a processor for at least one other organisation."),
        letter="2a",
        audience=AUTHORITY,
        needed_by="Art. 30(2); R-ORG-08",
    )
    dpo_appointed: Answer = declare.answer(
        N_("Is a DPO appointed?"),
        N_("Yes or no. A no must rest on an assessment."),
        letter="a",
        audience=AUTHORITY,
        needed_by="R-ORG-03; R-ORG-04; R-STM-02; item dpo",
    )
    dpo_assessed: date | None = declare.day(
        N_("Duty to appoint assessed on"),
        N_("The day you assessed whether Article 37 requires a data protection officer."),
        needed_by="R-ORG-04",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """A contact of the organisation or of a party, Article 30(1)(a) and (2)(a)."""

    KIND: ClassVar[str] = "contact"
    role: str = declare.code(
        "contact_roles",
        N_("Role"),
        N_("The contact's task."),
        letter="a",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(a), (2)(a); R-ORG-03; R-ORG-05",
    )
    party: RecordId | None = declare.ref(
        "party",
        N_("Belongs to"),
        N_("Empty means your own organisation."),
        letter="a",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(a), (2)(a)",
    )
    name: str = declare.line(
        N_("Name"),
        N_("A person or a unit. A person's name is not printed in the statement."),
        letter="a",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(a); R-ORG-03",
    )
    address: str = declare.text(
        N_("Address"),
        N_("The contact's postal address."),
        letter="a",
        audience=PUBLIC,
        needed_by="Art. 30(1)(a)",
    )
    email: str = declare.line(
        N_("E-mail"),
        N_("Preferably a shared address, such as privacy@organisation.no."),
        letter="a",
        audience=PUBLIC,
        needed_by="Art. 30(1)(a); 13(1)(b); R-ORG-03",
    )
    phone: str = declare.line(
        N_("Telephone"),
        N_("The number for data subjects and Datatilsynet to use."),
        letter="a",
        audience=PUBLIC,
        needed_by="Art. 30(1)(a); 13(1)(b); R-ORG-03",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Record):
    """The settings of the register; the id is its identity, kept by copies and JSON."""

    KIND: ClassVar[str] = "register"
    language: str = declare.code(
        "languages",
        N_("Main language of the documents"),
        N_("Text in this language is shown when another is missing."),
        needed_by="fallback",
    )
    review_months: int | None = declare.number(
        N_("Months between reviews"),
        N_("Usually 12."),
        needed_by="R-REV-01; R-LB-04",
    )
