"""Accepting a finding with a reason, for as long as its record stays as it is; and taking that back."""

from __future__ import annotations

from datetime import date

from ropa_app.domain.edits import Changes, Edit, created, deleted
from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.values import Answer, RecordId
from ropa_app.i18n import N_
from ropa_app.legal.checks import Finding
from ropa_app.services.editing import Refused, new_record
from ropa_app.services.session import OpenRegister
from ropa_app.storage import digest


def accept(
    register: OpenRegister,
    finding: Finding,
    reason: str,
    by: str,
    until: date | None = None,
    declared: Answer = Answer.UNKNOWN,
) -> Changes:
    """Accept a finding in one step, in place of an acceptance of it that no longer counts.

    `until` is the first day it shows again; `declared` lists it in the copy for the authority. Raises Refused
    without a reason or a name, for a day that does not lie ahead, and where the record is gone.
    """
    edits = acceptance_edits(register, finding, reason, by, until, declared)
    return register.apply("create", *edits, kind=Acceptance.KIND, name=finding.rule)


def acceptance_edits(
    register: OpenRegister,
    finding: Finding,
    reason: str,
    by: str,
    until: date | None = None,
    declared: Answer = Answer.UNKNOWN,
) -> list[Edit]:
    """Return the edits that accept a finding; see `accept`."""
    about = register.records.get(finding.record)
    if about is None:
        raise Refused(N_("The record is no longer in the register."))
    if not reason.strip() or not by.strip():
        raise Refused(N_("An acceptance needs a reason and the name of whoever accepts."))
    if until is not None and until <= register.today():
        raise Refused(N_("The day until which it holds must lie ahead."))
    made = new_record(
        register,
        Acceptance.KIND,
        rule=finding.rule,
        about=finding.record,
        reason=reason.strip(),
        declared=declared,
        accepted_by=by.strip(),
        day=register.today(),
        until=until,
        digest=digest.as_hex(digest.hash_of(about)),
    )
    before = [one for one in _acceptances(register) if (one.rule, one.about) == (finding.rule, about.id)]
    return [*map(deleted, before), created(made)]


def take_back(register: OpenRegister, acceptance: RecordId) -> Changes:
    """Let an accepted finding show again; raise Refused where that was done already."""
    one = register.records.get(acceptance)
    if not isinstance(one, Acceptance):
        raise Refused(N_("The record is no longer in the register."))
    return register.apply("delete", deleted(one), kind=Acceptance.KIND, name=one.rule)


def _acceptances(register: OpenRegister) -> list[Acceptance]:
    return [one for one in register.records.of_kind(Acceptance.KIND) if isinstance(one, Acceptance)]
