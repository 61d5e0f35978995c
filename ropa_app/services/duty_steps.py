"""Answering a duty with a record that is linked, and saying with a reason that it is not needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from ropa_app.domain.edits import Changes, changed, created, deleted
from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.assessments import Assessment, Consent
from ropa_app.domain.entities.parties import Agreement, Arrangement, TransferTool
from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer
from ropa_app.i18n import N_
from ropa_app.legal.checks.impact import NOT_REQUIRED
from ropa_app.legal.duties import Duty, Remark, State, What
from ropa_app.services.accepting import acceptance_edits
from ropa_app.services.editing import Added, Refused, new_record
from ropa_app.services.session import OpenRegister

_LONGEST_NAME: Final = 80
_GONE: Final = N_("The record is no longer in the register.")
_CRITERIA: Final = "R-DPI-03"
#: The method of the assessment that answers, for the duties that one answers.
METHODS: Final[Mapping[What, str]] = {
    What.BALANCING_TEST: "lia",
    What.COMPATIBILITY: "compatibility",
    What.DPIA: "dpia",
    What.TRANSFER_ASSESSMENT: "tia",
}
#: The field of the record concerned that names the record that answers.
LINKS: Final[Mapping[What, str]] = {
    What.CONSENT_EVIDENCE: "consent",
    What.JOINT_ARRANGEMENT: "arrangement",
    What.TRANSFER_ASSESSMENT: "tia",
}


def can_create(duty: Duty) -> bool:
    """Tell whether a record can be made that answers: not where one is begun that has to be finished."""
    if duty.state is State.UNDECIDED:
        return duty.what is What.DPIA and not duty.slot
    return duty.state is State.OPEN and not (duty.slot and _is_to_be_finished(duty))


def _is_to_be_finished(duty: Duty) -> bool:
    """Tell whether the record in the slot is the one to work on; an agreement that has run out is not."""
    return Remark.BEGUN in duty.remarks or any(one.field == "covers" for one in duty.found)


def can_waive(duty: Duty) -> bool:
    """Tell whether somebody can say with a reason that it is not needed."""
    return duty.state is State.OPEN or (duty.state is State.UNDECIDED and duty.what is What.DPIA)


def takes_not_required(duty: Duty) -> bool:
    """Tell whether the rules take an assessment for an answer that says with reasons: not required.

    They do for balancing test and compatibility, and for a DPIA where the law itself does not demand it.
    """
    if duty.what is What.DPIA:
        return all(one.rule == _CRITERIA for one in duty.found)
    return duty.what in (What.BALANCING_TEST, What.COMPATIBILITY)


def answer(register: OpenRegister, duty: Duty) -> Added:
    """Make the record that answers a duty, prefilled and linked, in one step; return its id.

    Raises Refused where the record concerned is gone, or names an answer by now.
    """
    about = register.records.get(duty.about.record)
    if about is None:
        raise Refused(_GONE)
    link = LINKS.get(duty.what)
    if link and getattr(about, link):
        raise Refused(N_("An answer is recorded already."))
    made = _MAKE[duty.what](register, duty, about)
    links = [changed(about, **{link: made.id})] if link else []
    name = register.reference_of(about.id)
    touched = register.apply("create", created(made), *links, kind=made.KIND, name=name)
    return Added(made.id, touched)


def _assessment(register: OpenRegister, duty: Duty, about: Record) -> Record:
    covered: dict[str, Any] = {"activities": duty.activities}
    if isinstance(about, Purpose):
        covered["purposes"] = (about.id,)
    elif isinstance(about, TransferTool):
        covered["activities"] = about.activities
    return new_record(register, Assessment.KIND, method=METHODS[duty.what], **covered)


def _consent(register: OpenRegister, _duty: Duty, about: Record) -> Record:
    main = register.main_language
    text = " ".join(about.text.shown(main, main).text.split()) if isinstance(about, Purpose) else ""
    return new_record(register, Consent.KIND, name=text[:_LONGEST_NAME].strip())


def _agreement(register: OpenRegister, _duty: Duty, about: Record) -> Record:
    return new_record(register, Agreement.KIND, party=about.id)


def _arrangement(register: OpenRegister, _duty: Duty, about: Record) -> Record:
    parties = (about.party,) if isinstance(about, Recipient) and about.party else ()
    return new_record(register, Arrangement.KIND, parties=parties)


_MAKE: Final[Mapping[What, Callable[[OpenRegister, Duty, Record], Record]]] = {
    What.BALANCING_TEST: _assessment,
    What.CONSENT_EVIDENCE: _consent,
    What.PROCESSOR_AGREEMENT: _agreement,
    What.JOINT_ARRANGEMENT: _arrangement,
    What.TRANSFER_ASSESSMENT: _assessment,
    What.DPIA: _assessment,
    What.COMPATIBILITY: _assessment,
}


def waive(
    register: OpenRegister,
    duty: Duty,
    reason: str,
    by: str,
    until: date | None = None,
    declared: Answer = Answer.UNKNOWN,
) -> Changes:
    """Say in one step that something is not needed: with an assessment where the rules take one.

    Else its findings are accepted. `until` is the day of the next review, or the first day they show again.
    Raises Refused without a reason or a name, for a day that does not lie ahead, and where a record is gone.
    """
    if not reason.strip() or not by.strip():
        raise Refused(N_("Give the reason and the name of whoever says that it is not needed."))
    if until is not None and until <= register.today():
        raise Refused(N_("The day until which it holds must lie ahead."))
    if takes_not_required(duty):
        return _decline(register, duty, reason.strip(), by.strip(), until)
    edits = [
        edit for one in duty.found for edit in acceptance_edits(register, one, reason, by, until, declared)
    ]
    if not edits:
        raise Refused(N_("Nothing is open here that could be accepted."))
    name = ", ".join(one.rule for one in duty.found)
    return register.apply("create", *edits, kind=Acceptance.KIND, name=name)


def _decline(register: OpenRegister, duty: Duty, reason: str, by: str, until: date | None) -> Changes:
    """Record an assessment that says: not required; one that is begun takes it on."""
    about = register.records.get(duty.about.record)
    if about is None:
        raise Refused(_GONE)
    said: dict[str, Any] = {
        "outcome": NOT_REQUIRED,
        "reasons": reason,
        "author": by,
        "day": register.today(),
        "next_review": until,
    }
    if begun := _begun(register, duty):
        edit, name = changed(begun, **said), register.reference_of(begun.id)
        return register.apply("change", edit, kind=Assessment.KIND, field="outcome", name=name)
    made = replace(_assessment(register, duty, about), **said)
    name = register.reference_of(about.id)
    return register.apply("create", created(made), kind=Assessment.KIND, name=name)


def _begun(register: OpenRegister, duty: Duty) -> Assessment | None:
    """Return the assessment without an outcome that is about this record and no other."""
    one = register.records.get(duty.slot[0]) if duty.slot else None
    if not isinstance(one, Assessment) or one.outcome:
        return None
    named = {*one.activities, *one.purposes}
    return one if named <= {duty.about.record, *duty.activities} else None


def take_back(register: OpenRegister, duty: Duty) -> Changes:
    """Let what was accepted of a duty show again, in one step; raise Refused where that was done already."""
    known = register.records.many(one.id for one in duty.acceptances)
    if not known:
        raise Refused(_GONE)
    name = ", ".join(one.rule for one in duty.acceptances)
    return register.apply("delete", *map(deleted, known.values()), kind=Acceptance.KIND, name=name)
