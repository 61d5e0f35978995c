"""Whether an impact assessment is due for an activity, by what was ticked there: Article 35(1) to (4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.values import Answer
from ropa_app.legal.law import LawData

METHOD: Final = "dpia"
#: The lists that are ticked on an activity, by field.
LISTS: Final = {"dpia_art35": "dpia_art35", "dpia_list": "dpia_list", "dpia_criteria": "wp248"}
_NOT_REQUIRED: Final = "not_required"
_ENOUGH_CRITERIA: Final = 2


class Due(Enum):
    """What follows from the ticks."""

    REQUIRED = "required"
    NORMALLY = "normally"
    NOT_INDICATED = "not_indicated"
    NOT_ANSWERED = "not_answered"


@dataclass(frozen=True, slots=True)
class Screening:
    """What follows for an activity, and the grounds: the fields that say so, `high_risk` among them."""

    due: Due
    grounds: tuple[str, ...] = ()


def by_article(one: Activity) -> bool:
    """Tell whether Article 35(3) names the processing."""
    return bool(one.dpia_art35)


def by_list(one: Activity, law: LawData, day: date) -> bool:
    """Tell whether the authority's list names the processing on a day, Article 35(4)."""
    listed = (law.choice(LISTS["dpia_list"], code) for code in one.dpia_list)
    return any(choice is not None and choice.in_force(day) for choice in listed)


def by_criteria(one: Activity) -> bool:
    """Tell whether enough criteria of risk are met for an assessment to be normal, WP 248."""
    return len(one.dpia_criteria) >= _ENOUGH_CRITERIA


def screened(one: Activity, law: LawData, day: date) -> Screening:
    """Return what follows from the ticks of an activity on a day.

    An answer that the risk is high requires the assessment as well, Article 35(1).
    """
    required = {
        "dpia_art35": by_article(one),
        "dpia_list": by_list(one, law, day),
        "high_risk": one.high_risk is Answer.YES,
    }
    if any(required.values()):
        return Screening(Due.REQUIRED, tuple(name for name, holds in required.items() if holds))
    if by_criteria(one):
        return Screening(Due.NORMALLY, ("dpia_criteria",))
    if one.dpia_criteria or one.dpia_list or one.high_risk is not Answer.UNKNOWN:
        return Screening(Due.NOT_INDICATED)
    return Screening(Due.NOT_ANSWERED)


def is_carried_out(assessments: Iterable[Assessment]) -> bool:
    """Tell whether one of the finished assessments is a DPIA, or the law's own, Article 35(10)."""
    return any(one.outcome and one.outcome != _NOT_REQUIRED for one in assessments)


def is_answered(screening: Screening, assessments: Iterable[Assessment]) -> bool:
    """Tell whether what follows from the ticks is met by some assessments of the activity.

    Where an assessment is required, "not required" is no answer.
    """
    finished = [one for one in assessments if one.outcome]
    if screening.due is Due.REQUIRED:
        return is_carried_out(finished)
    return bool(finished) or screening.due is not Due.NORMALLY
