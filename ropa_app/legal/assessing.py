"""How far an assessment is: which steps its method asks for, which are told, which are missing."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from ropa_app.domain.entities.assessments import Assessment, Risk
from ropa_app.domain.entities.parties import TransferTool
from ropa_app.domain.values import Answer
from ropa_app.legal import risk_levels
from ropa_app.legal.methods import CONCLUSION, METHODS, UNSTATED, Content, Method, Step

_SETTLED_WITHOUT: Final = ("not_required", "assessed_by_law")
_WITH_MEASURES: Final = "ok_with_measures"
_HIGH: Final = "high"
_NO_OFFICER: Final = (Answer.NO, Answer.NOT_APPLICABLE)
#: The fields whose text or answer belongs to some step of some method.
STEP_FIELDS: Final = (
    *("description", "necessity", "balance", "risks", "safeguards"),
    *("dpo_advice", "residual_risk", "consulted"),
)
#: What a transfer tool says of how it was put in place; its other fields say what it covers.
PROCEDURE_FIELDS: Final = ("signed", "document", "authority_notified")


class Known(NamedTuple):
    """What else is recorded that tells about the steps: risks, transfer tools, an officer or none."""

    risks: tuple[Risk, ...] = ()
    tools: tuple[TransferTool, ...] = ()
    officer: Answer = Answer.UNKNOWN


class Told(Enum):
    """How far a step is: told, missing although it is asked for, or open where nothing asks for it."""

    TOLD = "told"
    MISSING = "missing"
    OPEN = "open"


def method_of(one: Assessment) -> Method:
    """Return what the kind of an assessment asks for."""
    return METHODS.get(one.method, UNSTATED)


def is_settled_without(one: Assessment) -> bool:
    """Tell whether the outcome settles the matter without the steps, Article 35(10)."""
    return one.outcome in _SETTLED_WITHOUT


def fields_told(method: Method) -> frozenset[str]:
    """Return the fields that the steps of a method tell."""
    residual = any(step.content is Content.RESIDUAL for step in method.steps)
    return frozenset({step.field for step in method.steps} | ({"consulted"} if residual else set()))


def is_told(one: Assessment, step: Step, known: Known) -> bool:
    """Tell whether anything is recorded that belongs to a step."""
    match step.content:
        case Content.RISKS:
            return bool(one.risks or known.risks)
        case Content.RESIDUAL:
            return bool(one.residual_risk or one.consulted)
        case Content.TOOLS:
            return bool(known.tools)
        case Content.PROCEDURE:
            return any(getattr(tool, name) for tool in known.tools for name in PROCEDURE_FIELDS)
        case _:
            return bool(getattr(one, step.field))


def is_asked(one: Assessment, step: Step, known: Known) -> bool:
    """Tell whether an answer is asked for: not where the assessment ended before that step."""
    if is_settled_without(one):
        return False
    if step.content is Content.OFFICER:
        return known.officer not in _NO_OFFICER
    return step.asked or (step.content is Content.MEASURES and one.outcome == _WITH_MEASURES)


def told(one: Assessment, step: Step, known: Known) -> Told:
    """Return how far a step is.

    A high residual risk asks for the day of the consultation, Article 36(1); a risk for its levels.
    """
    if step is CONCLUSION:
        reasoned = bool(one.reasons) or not is_settled_without(one)
        return Told.TOLD if one.outcome and reasoned else Told.MISSING
    unconsulted = one.method == "dpia" and one.residual_risk == _HIGH and one.consulted is None
    if step.content is Content.RESIDUAL and (unconsulted or not one.residual_risk):
        return Told.MISSING if unconsulted or is_asked(one, step, known) else Told.OPEN
    if step.content is Content.RISKS and not risk_levels.is_complete(known.risks):
        return Told.MISSING
    if is_told(one, step, known):
        return Told.TOLD
    return Told.MISSING if is_asked(one, step, known) else Told.OPEN
