"""What an activity itself says of each item: told, missing, or not asked for by what it holds.

An item is missing here exactly where the generated statement prints that it is not settled. Besides, an item
that only applies to some legal bases or recipients is missing while these are: a blank never becomes a no.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import DataLine, Purpose, Source
from ropa_app.domain.entities.activity_flow import Recipient, Retention
from ropa_app.domain.entities.assessments import Consent
from ropa_app.domain.values import Answer
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.coverage.abroad import transfers
from ropa_app.legal.coverage.cells import Content, Reason, State
from ropa_app.legal.coverage.frame import Frame, filled, missing, not_applicable
from ropa_app.legal.rights import CONSENT, EXPLICIT_CONSENT, INTERESTS

_KINDS: Final = "source_kinds"
_NONE: Final = "none"
_NEEDED: Final = frozenset({"statutory", "contractual"})
_NOT_APPLICABLE: Final = "not_applicable"
_ALWAYS: Final = Content(State.FILLED, Reason.ALWAYS_TOLD)

Asked = Callable[[Frame, Case], Content]


def told_sources(case: Case) -> tuple[Source, ...]:
    """Return the sources that say something."""
    return tuple(one for one in case.sources if one.origin or one.party or one.note)


def is_from_others(frame: Frame, source: Source) -> bool:
    """Tell whether a source is somebody other than the data subject, Article 14."""
    return not source.origin or source.origin in frame.shared.flagged(_KINDS, "indirect")


def _purposes(_frame: Frame, case: Case) -> Content:
    """Articles 13(1)(c) and 14(1)(c)."""
    if not case.purposes:
        return missing(Reason.NO_PURPOSE, Activity.KIND, case.id)
    for one in case.purposes:
        if not one.text:
            return missing(Reason.NO_PURPOSE, Purpose.KIND, one.id, "text")
    return filled(Purpose.KIND, case.purposes[0].id, "text")


def _basis(_frame: Frame, case: Case) -> Content:
    """Articles 13(1)(c) and 14(1)(c)."""
    return _undecided(case, Reason.NO_BASIS) or filled(Purpose.KIND, case.purposes[0].id, "art6")


def _undecided(case: Case, reason: Reason) -> Content | None:
    """Return that something is missing for want of a purpose, or of the basis of one; None where all have."""
    if not case.purposes:
        return missing(reason, Activity.KIND, case.id)
    for one in case.purposes:
        if not one.art6:
            return missing(reason, Purpose.KIND, one.id, "art6")
    return None


def _interests(_frame: Frame, case: Case) -> Content:
    """Articles 13(1)(d) and 14(2)(b)."""
    resting = [one for one in case.purposes if INTERESTS in one.art6]
    for one in resting:
        if not one.interest:
            return missing(Reason.NO_INTEREST, Purpose.KIND, one.id, "interest")
    if undecided := _undecided(case, Reason.BASIS_DECIDES):
        return undecided
    if resting:
        return filled(Purpose.KIND, resting[0].id, "interest")
    return not_applicable(Reason.NO_INTERESTS, Purpose.KIND, case.purposes[0].id, "art6")


def _categories(_frame: Frame, case: Case) -> Content:
    """Article 14(1)(d)."""
    if not case.lines:
        return missing(Reason.NO_DATA, Activity.KIND, case.id)
    for one in case.lines:
        if not one.categories and not one.categories_note:
            return missing(Reason.NO_DATA, DataLine.KIND, one.id, "categories")
    return filled(DataLine.KIND, case.lines[0].id, "categories")


def _recipients(frame: Frame, case: Case) -> Content:
    """Articles 13(1)(e) and 14(1)(e)."""
    for one in case.recipients:
        if not one.party and not one.category:
            return missing(Reason.UNNAMED_RECIPIENT, Recipient.KIND, one.id, "party")
    if case.recipients:
        return filled(Recipient.KIND, case.recipients[0].id, "party")
    none = case.activity.recipients_answer == _NONE
    if not none and not frame.users_of(case.id):
        return missing(Reason.NO_RECIPIENTS, Activity.KIND, case.id, "recipients_answer")
    reason = Reason.NOBODY_RECEIVES if none and not frame.users_of(case.id) else Reason.STATED
    return filled(Activity.KIND, case.id, "recipients_answer" if none else "systems", reason)


def _transfers(frame: Frame, case: Case) -> Content:
    """Articles 13(1)(f) and 14(1)(f)."""
    found = transfers(frame, case.id)
    if found is not None:
        return found
    if not case.recipients and case.activity.recipients_answer != _NONE:
        return missing(Reason.RECIPIENTS_DECIDE, Activity.KIND, case.id, "recipients_answer")
    recipients = _recipients(frame, case)
    if recipients.state is State.MISSING and (spot := recipients.spot):
        return missing(Reason.RECIPIENTS_DECIDE, spot.kind, spot.record, spot.field)
    return not_applicable(Reason.NO_TRANSFER, Activity.KIND, case.id)


def _storage(_frame: Frame, case: Case) -> Content:
    """Articles 13(2)(a) and 14(2)(a)."""
    if not case.retention:
        return missing(Reason.NO_PERIOD, Activity.KIND, case.id)
    for one in case.retention:
        if one.period is None and not one.criteria:
            return missing(Reason.NO_PERIOD, Retention.KIND, one.id, "period")
        if one.period is not None and not one.start:
            return missing(Reason.NO_START, Retention.KIND, one.id, "start")
    for line in case.lines:
        if not any(not one.lines or line.id in one.lines for one in case.retention):
            return missing(Reason.NO_PERIOD, DataLine.KIND, line.id)
    first = case.retention[0]
    return filled(Retention.KIND, first.id, "criteria" if first.period is None else "period")


def _rights(frame: Frame, case: Case) -> Content:
    """Articles 13(2)(b) and 14(2)(c): the bases decide which rights there are."""
    if frame.asking.state is State.MISSING:
        return frame.asking
    return _undecided(case, Reason.BASIS_DECIDES) or frame.asking


def _withdrawal(frame: Frame, case: Case) -> Content:
    """Articles 13(2)(c) and 14(2)(d)."""
    asking = [one for one in case.purposes if CONSENT in one.art6 or EXPLICIT_CONSENT in one.art9_10]
    for one in asking:
        consent = frame.shared.consents.get(one.consent) if one.consent else None
        if consent is None:
            return missing(Reason.NO_WITHDRAWAL, Purpose.KIND, one.id, "consent")
        if not consent.withdrawal:
            return missing(Reason.NO_WITHDRAWAL, Consent.KIND, consent.id, "withdrawal")
    if undecided := _undecided(case, Reason.BASIS_DECIDES):
        return undecided
    if asking and asking[0].consent:
        return filled(Consent.KIND, asking[0].consent, "withdrawal")
    return not_applicable(Reason.NO_CONSENT, Purpose.KIND, case.purposes[0].id, "art6")


def _provision(_frame: Frame, case: Case) -> Content:
    """Article 13(2)(e)."""
    one = case.activity
    if not one.provision:
        return missing(Reason.NO_PROVISION, one.KIND, one.id, "provision")
    if one.provision == _NOT_APPLICABLE:
        return not_applicable(Reason.NOT_ASKED_OF_PERSON, one.KIND, one.id, "provision")
    if one.provision in _NEEDED and not one.provision_consequence:
        return missing(Reason.NO_CONSEQUENCE, one.KIND, one.id, "provision_consequence")
    return filled(one.KIND, one.id, "provision")


def _source(frame: Frame, case: Case) -> Content:
    """Article 14(2)(f); Article 13 does not ask for it, since the person knows."""
    told = told_sources(case)
    if not told:
        empty = next(iter(case.sources), None)
        if empty is not None:
            return missing(Reason.NO_SOURCE, Source.KIND, empty.id, "origin")
        return missing(Reason.NO_SOURCE, Activity.KIND, case.id)
    for line in case.lines:
        if not any(not one.lines or line.id in one.lines for one in told):
            return missing(Reason.NO_SOURCE, DataLine.KIND, line.id)
    others = [one for one in told if is_from_others(frame, one)]
    if others:
        return filled(Source.KIND, others[0].id, "origin")
    return not_applicable(Reason.FROM_THE_PERSON, Source.KIND, told[0].id, "origin")


def _automated(_frame: Frame, case: Case) -> Content:
    """Articles 13(2)(f) and 14(2)(g)."""
    one = case.activity
    if one.automated is Answer.UNKNOWN:
        return missing(Reason.NO_ANSWER, one.KIND, one.id, "automated")
    if one.automated is not Answer.YES:
        return not_applicable(Reason.NO_DECISION, one.KIND, one.id, "automated")
    if not one.automated_logic:
        return missing(Reason.NO_LOGIC, one.KIND, one.id, "automated_logic")
    return filled(one.KIND, one.id, "automated_logic")


#: What is asked of an activity for each item. The statement says the right to complain and that new purposes
#: are told beforehand in words of its own, whatever the register holds.
CONTENTS: Final[Mapping[str, Asked]] = MappingProxyType(
    {
        "controller": lambda frame, _case: frame.controller,
        "dpo": lambda frame, _case: frame.officer,
        "purposes": _purposes,
        "legal_basis": _basis,
        "interests": _interests,
        "categories": _categories,
        "recipients": _recipients,
        "transfers": _transfers,
        "storage": _storage,
        "rights": _rights,
        "withdrawal": _withdrawal,
        "complaint": lambda _frame, _case: _ALWAYS,
        "provision": _provision,
        "source": _source,
        "automated": _automated,
        "further_purpose": lambda _frame, _case: _ALWAYS,
    }
)
