"""What an activity owns, second half: recipients, retention rules, uses of measures, trackers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ropa_app.domain import declare
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Audience, Period, RecordId, Text
from ropa_app.i18n import N_, NC_

AUTHORITY = Audience.AUTHORITY
PUBLIC = Audience.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient(Record):
    """Who receives which data, in which role, Article 30(1)(d)."""

    KIND: ClassVar[str] = "recipient"
    activity: RecordId = declare.parent(
        "activity",
        NC_("recipient.activity", "Processing activity"),
        N_("The activity the recipient belongs to."),
        letter="d",
        audience=PUBLIC,
        needed_by="Art. 30(1)(d)",
    )
    party: RecordId | None = declare.ref(
        "party",
        N_("Recipient"),
        N_("A named recipient or a group."),
        letter="d",
        audience=PUBLIC,
        needed_by="Art. 30(1)(d); col H, P; item recipients",
    )
    category: Text = declare.local_line(
        N_("Category of recipients"),
        N_("Used when no party is chosen."),
        letter="d",
        audience=PUBLIC,
        needed_by="Art. 30(1)(d); col H",
    )
    role: str = declare.code(
        "recipient_roles",
        N_("Role"),
        N_(
            "Processor when the recipient works only for you. Leave empty when the role has not "
            "been assessed."
        ),
        letter="d",
        audience=PUBLIC,
        needed_by="Art. 4(7)-(10); col P, Q; R-REC-02; R-REC-05; R-PRO-01",
    )
    purpose: Text = declare.local_text(
        N_("Why they receive the data"),
        N_("Short and specific: what the recipient uses the data for."),
        letter="d",
        audience=PUBLIC,
        needed_by="Art. 13(1)(e); item recipients",
    )
    lines: tuple[RecordId, ...] = declare.refs(
        "data_line",
        N_("Receives the data lines"),
        N_("Which data they receive, about whom."),
        letter="d",
        audience=AUTHORITY,
        needed_by="R-REC-03",
    )
    all_lines: Answer = declare.answer(
        N_("Do they receive all lines?"),
        N_("Yes instead of choosing every line."),
        letter="d",
        audience=AUTHORITY,
        needed_by="R-REC-03",
    )
    own_marketing: Answer = declare.answer(
        N_("For their own marketing?"),
        N_("Yes when the recipient uses the data for its own marketing."),
        letter="d",
        audience=AUTHORITY,
        needed_by="R-REC-04",
    )
    arrangement: RecordId | None = declare.ref(
        "arrangement",
        N_("Joint-controller arrangement"),
        N_("Required when the role is joint controller."),
        letter="a",
        audience=AUTHORITY,
        needed_by="Art. 26; col Q; R-REC-05",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention(Record):
    """When data are erased, Article 30(1)(f)."""

    KIND: ClassVar[str] = "retention"
    activity: RecordId = declare.parent(
        "activity",
        NC_("retention.activity", "Processing activity"),
        N_("The activity the retention rule belongs to."),
        letter="f",
        audience=PUBLIC,
        needed_by="Art. 30(1)(f)",
    )
    lines: tuple[RecordId, ...] = declare.refs(
        "data_line",
        N_("For the data lines"),
        N_("Empty means every data line of the activity."),
        letter="f",
        audience=PUBLIC,
        needed_by="Art. 30(1)(f); R-RET-01; R-RET-05",
    )
    purpose: RecordId | None = declare.ref(
        "purpose",
        N_("For the purpose"),
        N_("When the period applies to one purpose only."),
        letter="f",
        audience=PUBLIC,
        needed_by="Art. 30(1)(f); R-PUR-03",
    )
    period: Period | None = declare.period(
        N_("Period"),
        N_("Number and unit. Leave empty if only criteria can be given."),
        letter="f",
        audience=PUBLIC,
        needed_by="Art. 30(1)(f); 13(2)(a); col M; R-RET-01; R-RET-03..05; R-HR-01; item storage",
    )
    start: str = declare.code(
        "retention_starts",
        N_("Counted from"),
        N_("The event that starts the period."),
        letter="f",
        audience=PUBLIC,
        needed_by="R-RET-03; item storage",
    )
    criteria: Text = declare.local_text(
        N_("Criteria"),
        N_("What decides the time when no period can be given. “As long as necessary” is not enough."),
        letter="f",
        audience=PUBLIC,
        needed_by="Art. 13(2)(a); R-RET-01; R-RET-02",
    )
    law_reference: Text = declare.local_line(
        N_("Legal provision"),
        N_("The act and section that set the period."),
        letter="f",
        audience=PUBLIC,
        needed_by="R-RET-04",
    )
    method: str = declare.code(
        "deletion_methods",
        N_("Method of erasure"),
        N_("Automatically, by hand or by anonymisation."),
        letter="f",
        audience=AUTHORITY,
        needed_by="R-RET-06",
    )
    reason: Text = declare.local_text(
        N_("Reason"),
        N_("Why the period is unusually long."),
        letter="f",
        audience=AUTHORITY,
        needed_by="R-RET-04; R-HR-01",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureUse(Record):
    """The use of a measure in an activity, Article 30(1)(g)."""

    KIND: ClassVar[str] = "measure_use"
    activity: RecordId = declare.parent(
        "activity",
        NC_("measure_use.activity", "Processing activity"),
        N_("The activity the measure is used in."),
        letter="g",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(g); col N; R-SEC-01",
    )
    measure: RecordId | None = declare.ref(
        "measure",
        N_("Measure"),
        N_("Measures that do not already apply to the whole organisation."),
        letter="g",
        audience=AUTHORITY,
        needed_by="Art. 30(1)(g); col N; R-SEC-01",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracker(Record):
    """A cookie or other tracker, ekomloven section 3-15."""

    KIND: ClassVar[str] = "tracker"
    activity: RecordId = declare.parent(
        "activity",
        NC_("tracker.activity", "Processing activity"),
        N_("The activity the tracker belongs to."),
        audience=PUBLIC,
        needed_by="ekomloven § 3-15",
    )
    name: str = declare.line(
        N_("Name"),
        N_("The name of the cookie or tracker."),
        audience=PUBLIC,
        needed_by="R-COO-03",
    )
    provider: RecordId | None = declare.ref(
        "party",
        N_("Set by"),
        N_("Whoever receives the data."),
        audience=PUBLIC,
        needed_by="R-COO-03",
    )
    category: str = declare.code(
        "tracker_categories",
        N_("Category"),
        N_("Only strictly necessary ones may be used without consent."),
        audience=PUBLIC,
        needed_by="R-COO-01; R-COO-03",
    )
    purpose: Text = declare.local_text(
        N_("Purpose"),
        N_("What the tracker is used for."),
        audience=PUBLIC,
        needed_by="R-COO-03",
    )
    duration: Period | None = declare.period(
        N_("Duration"),
        N_("How long the tracker stays on the device."),
        audience=PUBLIC,
        needed_by="R-COO-03",
    )
    consent_way: str = declare.code(
        "consent_ways",
        N_("How consent is obtained"),
        N_("Browser settings have not been enough since 1 January 2025."),
        audience=AUTHORITY,
        needed_by="R-COO-01; R-COO-02",
    )
    called_anonymous: Answer = declare.answer(
        N_("Described as anonymous?"),
        N_("Yes when the statement says that the data identify nobody."),
        needed_by="R-COO-04",
    )
