"""The processing activity: one row of the register."""

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
class Activity(Record):
    """A processing activity, Article 30(1)."""

    KIND: ClassVar[str] = "activity"
    reference: str = declare.line(
        N_("Reference"),
        N_("Short and permanent, for example 1.3."),
        audience=PUBLIC,
    )
    title: Text = declare.local_line(
        NC_("activity.title", "Processing activity"),
        N_("What the processing is about, in a few words."),
        audience=PUBLIC,
        needed_by="col C",
    )
    area: Text = declare.local_line(
        N_("Business area"),
        N_("The department or field of work."),
        audience=AUTHORITY,
        needed_by="col B",
    )
    owner: str = declare.line(
        N_("Internal owner"),
        N_("Preferably a position, not a person."),
        audience=AUTHORITY,
        needed_by="col A; R-REV-03",
    )
    status: str = declare.code(
        "activity_status",
        N_("Status"),
        N_("Draft, in use or ended."),
        audience=AUTHORITY,
        needed_by="R-ORG-06; R-REV-04; R-RET-07",
    )
    since: date | None = declare.day(
        N_("Status since"),
        N_("The day the activity got this status."),
        audience=AUTHORITY,
        needed_by="R-REV-01; R-REV-04",
    )
    last_reviewed: date | None = declare.day(
        N_("Last reviewed"),
        N_("The day somebody last went through all the fields."),
        audience=AUTHORITY,
        needed_by="R-REV-01",
    )
    public: Answer = declare.answer(
        N_("In the public statement?"),
        N_("No for activities that do not concern the readers of the statement."),
        needed_by="R-STM-*",
    )
    topics: tuple[str, ...] = declare.codes(
        "activity_topics",
        N_("Topics"),
        N_("Decides which checks apply."),
        needed_by="R-HR-01..03; R-COO-03",
    )
    systems: tuple[RecordId, ...] = declare.refs(
        "system",
        N_("Systems"),
        N_("The systems that hold the data."),
        audience=AUTHORITY,
        needed_by="col L",
    )
    recipients_answer: str = declare.code(
        "recipients_answers",
        N_("Are there recipients?"),
        N_("Choose “none” only after you have checked."),
        letter="d",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(d); R-REC-01",
    )
    art14_information: Text = declare.local_text(
        N_("How people are informed"),
        N_(
            "When the data come from others: how and when the person is told, at the latest after "
            "one month, at the first contact or on disclosure."
        ),
        audience=AUTHORITY,
        needed_by="Art. 14(1)-(3); R-SRC-02",
    )
    provision: str = declare.code(
        "provision_answers",
        N_("Must the data be provided?"),
        N_("Required by law, required for a contract or voluntary."),
        audience=PUBLIC,
        needed_by="Art. 13(2)(e); R-STM-11; item provision",
    )
    provision_consequence: Text = declare.local_text(
        N_("Consequence of not providing"),
        N_("What cannot be done without the data."),
        audience=PUBLIC,
        needed_by="Art. 13(2)(e); item provision",
    )
    automated: Answer = declare.answer(
        N_("Automated decisions?"),
        N_(
            "Yes when a decision with legal or similarly significant effect is taken without human "
            "involvement."
        ),
        audience=PUBLIC,
        needed_by="Art. 22; 13(2)(f); R-DPI-06; R-STM-12; item automated",
    )
    automated_ground: str = declare.code(
        "art22_grounds",
        N_("Ground for the decision"),
        N_("Contract, law or explicit consent."),
        audience=PUBLIC,
        needed_by="Art. 22(2); R-DPI-06",
    )
    automated_logic: Text = declare.local_text(
        N_("Logic and consequences"),
        N_("What decides the outcome, and what it means for the data subject."),
        audience=PUBLIC,
        needed_by="Art. 13(2)(f); R-DPI-06",
    )
    children_note: Text = declare.local_text(
        N_("Children: age limit and parents"),
        N_("Which age limit applies, and how parents consent where an online service relies on consent."),
        audience=AUTHORITY,
        needed_by="Art. 8; R-CAT-05",
    )
    national_id_need: Text = declare.local_text(
        N_("Need for the national identity number"),
        N_("Why secure identification is necessary and cannot be achieved in another way."),
        audience=AUTHORITY,
        needed_by="popplyl. § 12; R-CAT-06",
    )
    high_risk: Answer = declare.answer(
        N_("High privacy risk?"),
        N_("Your overall assessment. The criteria below help you."),
        audience=AUTHORITY,
        needed_by="col O",
    )
    dpia_art35: tuple[str, ...] = declare.codes(
        "dpia_art35",
        N_("Article 35(3)"),
        N_("Tick what applies. One match requires a DPIA."),
        audience=AUTHORITY,
        needed_by="R-DPI-01",
    )
    dpia_list: tuple[str, ...] = declare.codes(
        "dpia_list",
        N_("The supervisory authority's list"),
        N_("Tick what applies. One match requires a DPIA."),
        audience=AUTHORITY,
        needed_by="R-DPI-02",
    )
    dpia_criteria: tuple[str, ...] = declare.codes(
        "wp248",
        N_("Risk criteria"),
        N_("Two or more normally mean a DPIA."),
        audience=AUTHORITY,
        needed_by="R-DPI-03",
    )
    portability: Text = declare.local_text(
        N_("Portability"),
        N_("How the data subject gets the data to take elsewhere."),
        audience=AUTHORITY,
        needed_by="Art. 20; R-RGT-02",
    )
    deletion_confirmed: date | None = declare.day(
        N_("Erasure confirmed on"),
        N_("The day erasure was confirmed, after the activity ended."),
        letter="f",
        audience=AUTHORITY,
        needed_by="R-RET-07",
    )
