"""What an activity owns, first half: purposes, data lines, sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ropa_app.domain import declare
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Audience, RecordId, Text
from ropa_app.i18n import N_, NC_

AUTHORITY = Audience.AUTHORITY
PUBLIC = Audience.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose(Record):
    """One purpose of an activity with its own legal basis, Articles 6, 9 and 10."""

    KIND: ClassVar[str] = "purpose"
    activity: RecordId = declare.parent(
        "activity",
        NC_("purpose.activity", "Processing activity"),
        N_("The activity the purpose belongs to."),
        letter="b",
        audience=PUBLIC,
        needed_by="Art. 30(1)(b)",
    )
    text: Text = declare.local_text(
        N_("Purpose"),
        N_("What the data are used for, specific enough for an outsider to understand."),
        letter="b",
        audience=PUBLIC,
        needed_by="Art. 30(1)(b); 13(1)(c); col D; R-PUR-01; R-PUR-02; item purposes",
    )
    art6: tuple[str, ...] = declare.codes(
        "legal_bases_art6",
        N_("Legal basis (Art. 6)"),
        N_("One for each purpose."),
        audience=PUBLIC,
        needed_by="Art. 6(1); 13(1)(c); col I; R-LB-01..09; item legal_basis",
    )
    art9_10: tuple[str, ...] = declare.codes(
        "legal_bases_art9_10",
        N_("Condition (Art. 9 or 10)"),
        N_("Also required when a data line holds special categories or criminal-offence data."),
        audience=PUBLIC,
        needed_by="Art. 9(2), 10; col K; R-SC-01..03; R-LB-06; R-RGT-02",
    )
    law_reference: Text = declare.local_line(
        N_("Legal provision"),
        N_("Act and section, for example section 13 of the Bookkeeping Act."),
        audience=PUBLIC,
        needed_by="Art. 6(3); col J; R-LB-05; R-SC-02; R-SC-03",
    )
    interest: Text = declare.local_text(
        N_("Legitimate interest"),
        N_("Which interest, and whose. Printed in the statement."),
        audience=PUBLIC,
        needed_by="Art. 13(1)(d); col J; R-LB-03; item interests",
    )
    consent: RecordId | None = declare.ref(
        "consent",
        N_("Consent mechanism"),
        N_("How consent is obtained, evidenced and withdrawn."),
        audience=AUTHORITY,
        needed_by="Art. 7; R-LB-06",
    )
    further_use: Answer = declare.answer(
        N_("Collected for another purpose?"),
        N_(
            "Yes requires an assessment of whether the purposes are compatible, where the use does "
            "not rest on consent or law."
        ),
        audience=AUTHORITY,
        needed_by="Art. 6(4); R-PUR-04",
    )
    marketing_channels: tuple[str, ...] = declare.codes(
        "marketing_channels",
        N_("Marketing by channel"),
        N_("Empty when the purpose is not marketing."),
        audience=AUTHORITY,
        needed_by="mfl. §§ 12, 13, 15; R-MKT-01..04",
    )
    marketing_ground: str = declare.code(
        "marketing_grounds",
        N_("Ground under the Marketing Control Act"),
        N_("Consent or an existing customer relationship. Comes in addition to the basis in Article 6."),
        audience=AUTHORITY,
        needed_by="mfl. § 15; R-MKT-01",
    )
    customer_conditions: tuple[str, ...] = declare.codes(
        "mfl_15_3",
        N_("Conditions confirmed"),
        N_("All four must be met for an existing customer relationship."),
        audience=AUTHORITY,
        needed_by="mfl. § 15(3); R-MKT-02",
    )
    suppression: Text = declare.local_text(
        N_("How opt-outs are kept"),
        N_("How you avoid contacting people who have said no."),
        audience=AUTHORITY,
        needed_by="Art. 21(3); R-MKT-04",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DataLine(Record):
    """Which data about whom, for which purposes, Article 30(1)(c)."""

    KIND: ClassVar[str] = "data_line"
    activity: RecordId = declare.parent(
        "activity",
        NC_("data_line.activity", "Processing activity"),
        N_("The activity the data line belongs to."),
        letter="c",
        audience=PUBLIC,
        needed_by="Art. 30(1)(c)",
    )
    subjects: tuple[str, ...] = declare.codes(
        "subject_categories",
        N_("Data subjects"),
        N_("Whom the data are about. Choose several only when they have the same data."),
        letter="c",
        audience=PUBLIC,
        needed_by="Art. 30(1)(c); col E; R-CAT-01; R-CAT-04; R-CAT-05; R-LB-07",
    )
    subjects_note: Text = declare.local_line(
        N_("More on the data subjects"),
        N_("For example “contacts at business customers”."),
        letter="c",
        audience=PUBLIC,
        needed_by="Art. 30(1)(c); col E",
    )
    categories: tuple[str, ...] = declare.codes(
        "data_categories",
        N_("Personal data"),
        N_("Which data they are. Special categories are marked."),
        letter="c",
        audience=PUBLIC,
        needed_by="Art. 30(1)(c); col F; R-CAT-02; R-CAT-06; R-SC-01; R-SC-02; R-SEC-02; item categories",
    )
    categories_note: Text = declare.local_line(
        N_("More on the data"),
        N_("Say what it is. Avoid “other information” and “etc.”."),
        letter="c",
        audience=PUBLIC,
        needed_by="Art. 30(1)(c); col F; R-CAT-03",
    )
    purposes: tuple[RecordId, ...] = declare.refs(
        "purpose",
        N_("Used for"),
        N_("The purposes the line serves. Empty means all."),
        letter="c",
        audience=PUBLIC,
        needed_by="Art. 6; R-PUR-03; R-SC-01",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """Where data come from, Article 14(2)(f)."""

    KIND: ClassVar[str] = "source"
    activity: RecordId = declare.parent(
        "activity",
        NC_("source.activity", "Processing activity"),
        N_("The activity the source belongs to."),
        audience=PUBLIC,
        needed_by="Art. 14(2)(f)",
    )
    origin: str = declare.code(
        "source_kinds",
        N_("Source"),
        N_("The data subject, others, public sources or automatic collection."),
        audience=PUBLIC,
        needed_by="Art. 14(2)(f); col G; R-SRC-01; R-SRC-02; item source",
    )
    party: RecordId | None = declare.ref(
        "party",
        N_("From whom"),
        N_("When the source is someone other than the data subject."),
        audience=PUBLIC,
        needed_by="Art. 14(2)(f); col G",
    )
    note: Text = declare.local_line(
        N_("More on the source"),
        N_("For example which register or form."),
        audience=PUBLIC,
        needed_by="Art. 14(2)(f)",
    )
    lines: tuple[RecordId, ...] = declare.refs(
        "data_line",
        N_("For the data lines"),
        N_("Empty means every data line of the activity."),
        audience=PUBLIC,
        needed_by="Art. 14(2)(f); R-SRC-01",
    )
