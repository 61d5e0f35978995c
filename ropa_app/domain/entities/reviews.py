"""Versions, reviews, remarks and accepted findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ropa_app.domain import declare
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Audience, RecordId
from ropa_app.i18n import N_, NC_

AUTHORITY = Audience.AUTHORITY
PUBLIC = Audience.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class Version(Record):
    """An approved version of the register."""

    KIND: ClassVar[str] = "version"
    number: int | None = declare.number(
        N_("Version"),
        N_("1, 2, 3 ... Set by the program."),
        audience=PUBLIC,
        needed_by="template front page; R-REV-02",
    )
    day: date | None = declare.day(
        N_("Approved on"),
        N_("The day the version was approved."),
        audience=PUBLIC,
        needed_by="template front page; R-REV-02",
    )
    approver: str = declare.line(
        N_("Approved by"),
        N_("Name and role."),
        audience=AUTHORITY,
        needed_by="template front page",
    )
    note: str = declare.text(
        N_("What has changed"),
        N_("One sentence for the change history."),
        audience=AUTHORITY,
        needed_by="template front page",
    )
    history_sequence: int | None = declare.number(
        N_("Last step of the history"),
        N_("Set by the program."),
        needed_by="version",
    )
    digest: str = declare.line(
        N_("Digest of the content"),
        N_("Set by the program."),
        needed_by="version",
    )
    law_pack: str = declare.line(
        N_("Law data used"),
        N_("Set by the program."),
        needed_by="version",
    )
    program: str = declare.line(
        N_("Program version"),
        N_("Set by the program."),
        needed_by="version",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """One copy sent out for review."""

    KIND: ClassVar[str] = "review"
    reviewer: str = declare.line(
        N_("Reviewed by"),
        N_("Whoever is to read it."),
        needed_by="review",
    )
    due: date | None = declare.day(
        N_("Due"),
        N_("The day you need the answer."),
        needed_by="review",
    )
    sent: date | None = declare.day(
        N_("Sent"),
        N_("The day the copy was made."),
        needed_by="review",
    )
    version: RecordId | None = declare.ref(
        "version",
        N_("Version"),
        N_("The version being read. Empty means the working draft."),
        needed_by="review",
    )
    base_sequence: int | None = declare.number(
        N_("Step of the history"),
        N_("Set by the program."),
        needed_by="review",
    )
    scope: tuple[RecordId, ...] = declare.refs(
        "activity",
        NC_("review.scope", "Processing activities"),
        N_("Empty means all."),
        needed_by="review",
    )
    internal_fields: Answer = declare.answer(
        N_("With internal fields?"),
        N_("No when the copy leaves the organisation."),
        needed_by="review",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Record):
    """A comment, proposal or verdict of a reviewer."""

    KIND: ClassVar[str] = "remark"
    review: RecordId | None = declare.ref(
        "review",
        N_("Review"),
        N_("The review the remark came from."),
        needed_by="review",
    )
    answers: RecordId | None = declare.ref(
        "remark",
        N_("Answers"),
        N_("The remark this one answers."),
        needed_by="review",
    )
    what: str = declare.code(
        "remark_kinds",
        N_("Kind"),
        N_("Comment, proposal or verdict."),
        needed_by="review",
    )
    about: RecordId | None = declare.ref(
        "*",
        N_("About"),
        N_("The record the remark belongs to."),
        needed_by="review",
    )
    field: str = declare.line(
        N_("Field"),
        N_("Empty when the remark concerns the whole record."),
        needed_by="review",
    )
    section: str = declare.code(
        "statement_sections",
        N_("Part of the statement"),
        N_("When the remark concerns a part of the statement, not a record."),
        needed_by="review",
    )
    language: str = declare.code(
        "languages",
        N_("Language"),
        N_("The language the proposal is for, where the text has several."),
        needed_by="review",
    )
    base: str = declare.text(
        N_("The value that was read"),
        N_("Set by the program, so that a change in the meantime is noticed."),
        needed_by="review",
    )
    author: str = declare.line(
        N_("By"),
        N_("Whoever wrote the remark."),
        needed_by="review",
    )
    day: date | None = declare.day(
        N_("Date"),
        N_("The day the remark was written."),
        needed_by="review",
    )
    text: str = declare.text(
        N_("Text"),
        N_("What you want to say."),
        needed_by="review",
    )
    proposed: str = declare.text(
        N_("Proposed value"),
        N_("The proposed value, in the form the field stores it."),
        needed_by="review",
    )
    state: str = declare.code(
        "remark_states",
        N_("State"),
        N_("Open, resolved, adopted, rejected, approved, approved with remarks or sent back."),
        needed_by="review",
    )
    state_reason: str = declare.text(
        N_("Reason"),
        N_("Why the proposal was rejected or changed, or the activity sent back."),
        needed_by="review",
    )
    version: RecordId | None = declare.ref(
        "version",
        N_("Version"),
        N_("The version that was read."),
        needed_by="review",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance(Record):
    """A finding accepted with a reason."""

    KIND: ClassVar[str] = "acceptance"
    rule: str = declare.line(
        N_("Rule"),
        N_("The rule the finding comes from."),
        needed_by="finding acceptance",
    )
    about: RecordId | None = declare.ref(
        "*",
        N_("About"),
        N_("The record the finding points at."),
        needed_by="finding acceptance",
    )
    reason: str = declare.text(
        N_("Reason"),
        N_("Why the finding is accepted. Required."),
        audience=AUTHORITY,
        needed_by="finding acceptance",
    )
    declared: Answer = declare.answer(
        N_("Shown to the authority?"),
        N_("Yes lists the item under “Not determined” in the copy for Datatilsynet."),
        audience=AUTHORITY,
        needed_by="declared gaps",
    )
    accepted_by: str = declare.line(
        N_("Accepted by"),
        N_("The name of whoever accepted the finding."),
        needed_by="finding acceptance",
    )
    day: date | None = declare.day(
        N_("Accepted on"),
        N_("The day the finding was accepted."),
        needed_by="finding acceptance",
    )
    until: date | None = declare.day(
        N_("Accepted until"),
        N_("The first day the finding shows again."),
        needed_by="finding acceptance",
    )
    digest: str = declare.line(
        N_("Digest of the record"),
        N_("Set by the program. If the record changes, the finding returns."),
        needed_by="finding acceptance",
    )
