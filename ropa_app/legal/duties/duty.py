"""What a duty is: to have something documented, because of some records, with a slot for the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.values import RecordId
from ropa_app.legal.checks.finding import Finding

Accepted = Mapping[tuple[str, RecordId], Acceptance]


class What(Enum):
    """What has to exist, in the order in which it is told."""

    BALANCING_TEST = "balancing_test"
    CONSENT_EVIDENCE = "consent_evidence"
    PROCESSOR_AGREEMENT = "processor_agreement"
    JOINT_ARRANGEMENT = "joint_arrangement"
    TRANSFER_ASSESSMENT = "transfer_assessment"
    DPIA = "dpia"
    COMPATIBILITY = "compatibility"


class State(Enum):
    """Where a duty stands; UNDECIDED: too little is answered to say whether it is one."""

    OPEN = "open"
    UNDECIDED = "undecided"
    ANSWERED = "answered"
    NOT_NEEDED = "not_needed"

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still has to do something."""
        return self in (State.OPEN, State.UNDECIDED)


class Reason(Enum):
    """Why something is not needed, or cannot be decided.

    ACCEPTED, NOT_REQUIRED and BY_LAW are said by a record, with a reason of its own; all others are derived.
    OWN_ACCORD is why something is there that nothing asks for.
    """

    OWN_ACCORD = "own_accord"
    ACCEPTED = "accepted"
    NOT_REQUIRED = "not_required"
    BY_LAW = "by_law"
    LAW_LATER = "law_later"
    NO_INTERESTS = "no_interests"
    NO_CONSENT = "no_consent"
    NO_PROCESSOR = "no_processor"
    NO_JOINT = "no_joint"
    NO_TRANSFER = "no_transfer"
    ADEQUACY = "adequacy"
    DEROGATION = "derogation"
    NO_CRITERION = "no_criterion"
    NO_FURTHER_USE = "no_further_use"
    CONSENT_OR_LAW = "consent_or_law"
    NO_PURPOSE = "no_purpose"
    NO_BASIS = "no_basis"
    RECIPIENTS_UNASKED = "recipients_unasked"
    ROLE_UNSETTLED = "role_unsettled"
    PROCESSOR_UNNAMED = "processor_unnamed"
    COUNTRY_UNKNOWN = "country_unknown"
    TOOL_MISSING = "tool_missing"
    NOT_SCREENED = "not_screened"
    HIGH_RISK = "high_risk"
    FURTHER_USE_UNASKED = "further_use_unasked"


class Remark(Enum):
    """What has to be said of an answer beside what rules find of it.

    BEGUN: an assessment is there, without an outcome; NOT_ENOUGH: one says that it is not required where the
    law requires it. LATER: what answers is of a day after the one asked.
    """

    BEGUN = "begun"
    NOT_ENOUGH = "not_enough"
    NOT_OK = "not_ok"
    REVIEW_PASSED = "review_passed"
    LATER = "later"


class Spot(NamedTuple):
    """Where something is settled: a field ("": no one field) of a record."""

    kind: str
    record: RecordId
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """That something must exist, or need not.

    `about` is the record concerned, `activities` those it concerns, `because` the records from which it
    follows, `rule` the rule with the article. `slot` holds the records that answer, or begin to; `spot` is
    where to go. `found` are the findings that leave it open, `also` what else is found of the answer.
    """

    what: What
    state: State
    about: Spot
    activities: tuple[RecordId, ...]
    because: tuple[RecordId, ...]
    rule: str
    spot: Spot
    slot: tuple[RecordId, ...] = ()
    reason: Reason | None = None
    remarks: tuple[Remark, ...] = ()
    found: tuple[Finding, ...] = ()
    also: tuple[Finding, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
