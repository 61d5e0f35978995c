"""Processors and recipients, where they process, on what the transfers rest, and the agreements with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ropa_app.domain import declare
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Audience, RecordId, Text
from ropa_app.i18n import N_, NC_

AUTHORITY = Audience.AUTHORITY
PUBLIC = Audience.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Record):
    """Somebody else who takes part in the processing, or a group of them."""

    KIND: ClassVar[str] = "party"
    name: str = declare.line(
        N_("Name"),
        N_("The legal name of the contracting party, or a working name for a group."),
        letter="d",
        audience=PUBLIC,
        needed_by="Art. 30(1)(d); col P; R-PRO-08; R-STM-14",
    )
    printed_name: Text = declare.local_line(
        N_("Name in the documents"),
        N_("Only for a group, for example “dealers”. Empty means the name above."),
        letter="d",
        audience=PUBLIC,
        needed_by="Art. 30(1)(d); item recipients",
    )
    category: str = declare.code(
        "party_kinds",
        N_("Kind"),
        N_("What kind of recipient this is."),
        letter="d",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(d)",
    )
    parent_country: str = declare.code(
        "country",
        N_("Country of the parent company"),
        N_("The country of the ultimate parent company. Empty means not yet known."),
        letter="e",
        needed_by="R-TRA-16",
    )
    remote_access: Answer = declare.answer(
        N_("Remote access from outside the EEA?"),
        N_("Includes troubleshooting and user support."),
        letter="e",
        audience=AUTHORITY,
        needed_by="R-TRA-16",
    )
    sub_processors: Answer = declare.answer(
        N_("Uses sub-processors?"),
        N_(
            "Yes when they are entered as places of processing, no when the provider has confirmed "
            "that there are none."
        ),
        letter="d",
        audience=AUTHORITY,
        needed_by="Art. 28(2), (4); R-PRO-04",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """A place where a party processes the data; outside the EEA it makes a transfer appear."""

    KIND: ClassVar[str] = "place"
    party: RecordId = declare.parent(
        "party",
        N_("Party"),
        N_("Whoever processes the data here."),
        letter="e",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(d)-(e)",
    )
    role: str = declare.code(
        "place_roles",
        N_("Kind of place"),
        N_("Own operation, sub-processor or remote access."),
        letter="e",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(e); R-TRA-16",
    )
    country: str = declare.code(
        "country",
        N_("Country"),
        N_("The country where the data are stored or can be read. Empty means not yet known."),
        letter="e",
        audience=PUBLIC,
        needed_by="Art. 30(1)(e); col R; R-PRO-05; R-TRA-01",
    )
    outside_eea: Answer = declare.answer(
        N_("Outside the EEA?"),
        N_("Used only when the country is empty: yes means outside the EEA, country not stated."),
        letter="e",
        audience=PUBLIC,
        needed_by="Art. 30(1)(e); R-TRA-02; R-PRO-05",
    )
    operator: RecordId | None = declare.ref(
        "party",
        N_("Carried out by"),
        N_("The sub-processor, when it runs the place."),
        letter="e",
        audience=PUBLIC,
        needed_by="Art. 28(2), (4)",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferTool(Record):
    """What a transfer to a place rests on, Articles 44 to 49."""

    KIND: ClassVar[str] = "transfer_tool"
    place: RecordId = declare.parent(
        "place",
        N_("Place of processing"),
        N_("The place the data are transferred to."),
        letter="e",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(e); 44",
    )
    tool: str = declare.code(
        "transfer_tools",
        N_("Transfer tool"),
        N_("One tool per entry. Add another entry for the fallback."),
        letter="e",
        audience=PUBLIC,
        needed_by="Art. 30(1)(e); col S; item transfers; R-TRA-01..14",
    )
    signed: date | None = declare.day(
        NC_("transfer_tool.signed", "Signed on"),
        N_("The day the agreement was signed or the tool taken into use."),
        letter="e",
        audience=AUTHORITY,
        needed_by="R-TRA-06",
    )
    ended: date | None = declare.day(
        N_("Ended on"),
        N_("The first day the tool is no longer used."),
        letter="e",
        audience=AUTHORITY,
        needed_by="R-TRA-01..14",
    )
    activities: tuple[RecordId, ...] = declare.refs(
        "activity",
        N_("Only for"),
        N_("Empty means every activity that uses this place."),
        letter="e",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(e)",
    )
    document: str = declare.line(
        N_("Document"),
        N_("Name or file number, so that you can find it again."),
        letter="e",
        audience=AUTHORITY,
        needed_by="col S; Art. 13(1)(f)",
    )
    scope_confirmed: Answer = declare.answer(
        N_("Is the importer covered?"),
        N_("Some adequacy decisions cover only certain recipients in the country."),
        letter="e",
        audience=AUTHORITY,
        needed_by="R-TRA-04",
    )
    tia: RecordId | None = declare.ref(
        "assessment",
        N_("Transfer impact assessment"),
        N_("Required for tools under Article 46."),
        letter="e",
        audience=AUTHORITY,
        needed_by="R-TRA-10; R-TRA-11",
    )
    dpf_status: str = declare.code(
        "dpf_status",
        N_("Status on the DPF List"),
        N_("As it stood when the list was read, for exactly this legal entity."),
        letter="e",
        audience=AUTHORITY,
        needed_by="R-TRA-07",
    )
    dpf_data: tuple[str, ...] = declare.codes(
        "dpf_data",
        N_("Data types certified"),
        N_("HR data and other data are certified separately."),
        letter="e",
        audience=AUTHORITY,
        needed_by="R-TRA-07",
    )
    dpf_checked: date | None = declare.day(
        N_("List read on"),
        N_("The day you read the list. Certification is renewed every year."),
        letter="e",
        audience=AUTHORITY,
        needed_by="R-TRA-07; R-TRA-08",
    )
    repeated: Answer = declare.answer(
        N_("Is the transfer repeated?"),
        N_("The derogations in Article 49 are mainly for single cases."),
        letter="e",
        audience=AUTHORITY,
        needed_by="R-TRA-13",
    )
    safeguards: Text = declare.local_text(
        N_("Safeguards under Art. 49"),
        N_("The assessment and safeguards when the second subparagraph of Article 49(1) is used."),
        letter="e",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(e); R-TRA-14",
    )
    authority_notified: date | None = declare.day(
        N_("Authority notified on"),
        N_("Required when the second subparagraph of Article 49(1) is used."),
        letter="e",
        audience=AUTHORITY,
        needed_by="R-TRA-14",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """An agreement with a processor, Article 28(3)."""

    KIND: ClassVar[str] = "agreement"
    party: RecordId | None = declare.ref(
        "party",
        N_("Processor"),
        N_("The processor you have the agreement with."),
        letter="d",
        audience=AUTHORITY,
        needed_by="Art. 28(3); R-PRO-01",
    )
    document: str = declare.line(
        N_("Document"),
        N_("Name or file number."),
        audience=AUTHORITY,
        needed_by="Art. 28(9)",
    )
    status: str = declare.code(
        "agreement_status",
        N_("Status"),
        N_("Only a signed agreement counts."),
        audience=AUTHORITY,
        needed_by="R-PRO-01",
    )
    signed: date | None = declare.day(
        NC_("agreement.signed", "Signed on"),
        N_("The day the last party signed."),
        audience=AUTHORITY,
        needed_by="Art. 28(3); R-PRO-01; R-PRO-03; R-PRO-06",
    )
    until: date | None = declare.day(
        N_("Valid until"),
        N_("The first day the agreement no longer applies. Empty means open-ended."),
        audience=AUTHORITY,
        needed_by="R-PRO-01; R-PRO-03",
    )
    covers: tuple[str, ...] = declare.codes(
        "art28_3",
        N_("The agreement covers"),
        N_(
            "Tick what you have found in the agreement. It must also set out purpose, duration, "
            "data and data subjects."
        ),
        audience=AUTHORITY,
        needed_by="Art. 28(3)(a)-(h); R-PRO-02; R-PRO-03",
    )
    lacks: tuple[str, ...] = declare.codes(
        "art28_3",
        N_("The agreement lacks"),
        N_("Tick what you looked for and did not find."),
        audience=AUTHORITY,
        needed_by="Art. 28(3)(a)-(h); R-PRO-02",
    )
    regime: str = declare.code(
        "sub_processor_regimes",
        N_("Sub-processors are authorised"),
        N_("Specifically for each, or generally with notice."),
        audience=AUTHORITY,
        needed_by="Art. 28(2)",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Record):
    """One follow-up of a processor agreement, Article 28(3)(h)."""

    KIND: ClassVar[str] = "follow_up"
    agreement: RecordId = declare.parent(
        "agreement",
        N_("Agreement"),
        N_("The agreement that was followed up."),
        audience=AUTHORITY,
        needed_by="Art. 28(3)(h); R-PRO-06",
    )
    day: date | None = declare.day(
        N_("Date"),
        N_("The day of the follow-up."),
        audience=AUTHORITY,
        needed_by="R-PRO-06",
    )
    note: str = declare.text(
        N_("What was checked and found"),
        N_("Say briefly what you looked at and what you found."),
        audience=AUTHORITY,
        needed_by="Art. 28(1), 28(3)(h)",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement(Record):
    """An arrangement between joint controllers, Article 26."""

    KIND: ClassVar[str] = "arrangement"
    parties: tuple[RecordId, ...] = declare.refs(
        "party",
        N_("Parties"),
        N_("The other controllers."),
        letter="a",
        audience=AUTHORITY,
        needed_by="Art. 26(1); col Q",
    )
    status: str = declare.code(
        "agreement_status",
        N_("Status"),
        N_("Only a concluded arrangement counts."),
        audience=AUTHORITY,
        needed_by="R-REC-05",
    )
    tasks: str = declare.text(
        N_("Division of tasks"),
        N_("Who informs people, answers requests and notifies breaches."),
        audience=AUTHORITY,
        needed_by="Art. 26(1)",
    )
    essence: Text = declare.local_text(
        N_("Essence of the arrangement"),
        N_("Must be available to the data subjects."),
        audience=PUBLIC,
        needed_by="Art. 26(2)",
    )
