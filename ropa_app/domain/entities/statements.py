"""The statement that is printed here, and those that were published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ropa_app.domain import declare
from ropa_app.domain.record import Record
from ropa_app.domain.values import Audience, RecordId, Text
from ropa_app.i18n import N_, NC_

PUBLIC = Audience.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedStatement(Record):
    """A statement that was published, read item by item, Articles 13 and 14."""

    KIND: ClassVar[str] = "published_statement"
    published: date | None = declare.day(
        N_("Published or last updated"),
        N_("The date in the statement. If only the month is given, choose its last day."),
        needed_by="R-STM-16; R-STM-17",
    )
    place: str = declare.line(
        N_("Place"),
        N_("Web address, or where it was handed out."),
        needed_by="Art. 12(1)",
    )
    recipients_named: tuple[str, ...] = declare.lines(
        N_("Recipients named"),
        N_("As written in the statement."),
        needed_by="R-STM-14",
    )
    rights: tuple[str, ...] = declare.codes(
        "statement_rights",
        N_("Rights named"),
        N_("Only those actually named."),
        needed_by="Art. 13(2)(b); R-STM-08; R-MKT-03; item rights",
    )
    rights_channels: tuple[str, ...] = declare.codes(
        "rights_channels",
        N_("Channels for requests"),
        N_("How the reader can use the rights."),
        needed_by="Art. 12(2); R-STM-21",
    )
    reply_days: int | None = declare.number(
        N_("Promised reply time in days"),
        N_("Empty when no time limit is given."),
        needed_by="Art. 12(3); R-STM-21",
    )
    complaint_channels: tuple[str, ...] = declare.codes(
        "complaint_channels",
        N_("Complaint channels to the authority"),
        N_("The channels the statement refers to."),
        needed_by="Art. 13(2)(d); R-STM-10",
    )
    changes: str = declare.code(
        "change_policies",
        N_("How changes are told"),
        N_("What the statement says about changes."),
        needed_by="Art. 13(3); R-STM-22",
    )
    terms: tuple[str, ...] = declare.codes(
        "outdated_terms",
        N_("Terms used"),
        N_("Known terms that may become outdated."),
        needed_by="R-STM-20; R-LB-10",
    )
    phrases: tuple[str, ...] = declare.codes(
        "vague_phrases",
        N_("Vague phrases"),
        N_("Phrases on the list that occur in the text."),
        needed_by="R-STM-18",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedItem(Record):
    """What a published statement says of one required item."""

    KIND: ClassVar[str] = "published_item"
    statement: RecordId = declare.parent(
        "published_statement",
        N_("Published statement"),
        N_("The statement the item was read in."),
        needed_by="Arts. 13, 14; R-STM-*",
    )
    item: str = declare.code(
        "statement_items",
        N_("Required item"),
        N_("What Article 13 or 14 requires."),
        needed_by="Arts. 13, 14; R-STM-*",
    )
    said: str = declare.code(
        "said",
        N_("Is it said?"),
        N_("Said, not said, unclear or not applicable."),
        needed_by="R-STM-*",
    )
    section: str = declare.line(
        NC_("published_item.section", "Section of the statement"),
        N_("The number of the section."),
        needed_by="R-STM-*",
    )
    activities: tuple[RecordId, ...] = declare.refs(
        "activity",
        N_("For the activities"),
        N_("Empty means the statement as a whole."),
        needed_by="R-STM-*",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Record):
    """A promise that a published statement makes."""

    KIND: ClassVar[str] = "promise"
    statement: RecordId = declare.parent(
        "published_statement",
        N_("Published statement"),
        N_("The statement that makes the promise."),
        needed_by="Art. 5(1)(a); R-REC-06",
    )
    promise: str = declare.code(
        "promises",
        N_("Promise"),
        N_("What the statement promises."),
        needed_by="R-REC-06",
    )
    section: str = declare.line(
        NC_("promise.section", "Section of the statement"),
        N_("The number of the section."),
        needed_by="R-REC-06",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementText(Record):
    """An own paragraph of the generated statement."""

    KIND: ClassVar[str] = "statement_text"
    section: str = declare.code(
        "statement_sections",
        NC_("statement_text.section", "Section of the statement"),
        N_("The part the paragraph belongs to."),
        audience=PUBLIC,
        needed_by="2.2; Art. 12(1)",
    )
    text: Text = declare.local_text(
        N_("Own paragraph"),
        N_("In your own words, clear and short."),
        audience=PUBLIC,
        needed_by="Art. 12(1); R-STM-18; R-STM-19",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """The settings of the generated statement."""

    KIND: ClassVar[str] = "statement"
    effective: date | None = declare.day(
        N_("Effective from"),
        N_("The day the statement takes effect."),
        audience=PUBLIC,
        needed_by="Art. 12(1); section 13",
    )
    rights_how: Text = declare.local_text(
        N_("How to use the rights"),
        N_("Address or form. Reply within one month, free of charge."),
        audience=PUBLIC,
        needed_by="Art. 12(2); section 11; item rights",
    )
    copy_how: Text = declare.local_text(
        N_("How to obtain a copy of the safeguards"),
        N_(
            "Whom the reader can ask, or where the safeguards are available. For transfers under "
            "Articles 46, 47 and 49(1), second subparagraph."
        ),
        audience=PUBLIC,
        needed_by="Art. 13(1)(f); R-STM-06; item transfers",
    )
    changes_how: Text = declare.local_text(
        N_("How we tell about changes"),
        N_("Data subjects must be told of material changes."),
        audience=PUBLIC,
        needed_by="Art. 13(3); section 13; R-STM-22",
    )
