"""The annex and the window call the same steps told: the plate is dashed where something asked is missing."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.assessments import Assessment, Risk
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.assessing import Known, Told, is_settled_without, method_of, told
from ropa_app.legal.methods import CONCLUSION, METHODS
from ropa_app.reports.assessment.steps import step_blocks
from ropa_app.reports.page_model import LetterHeading
from tests.reports import scenes

_VALUES: tuple[dict[str, Any], ...] = (
    {},
    {"description": "a", "safeguards": "b", "next_review": date(2027, 1, 1)},
    {"necessity": "a", "balance": "b", "risks": "c", "residual_risk": "low", "reasons": "d"},
    {"residual_risk": "high", "dpo_advice": "a"},
    {"residual_risk": "high", "consulted": date(2026, 1, 1), "description": "a", "risks": "b"},
)
_HIGH: dict[str, Any] = {"likelihood": "high", "consequence": "low"}
_LOWERED: dict[str, Any] = {**_HIGH, "likelihood_after": "low", "consequence_after": "low"}
_LEVELS: tuple[tuple[dict[str, Any], ...], ...] = (
    *((), ({},), (_HIGH,), (_HIGH, {"likelihood": "low"})),
    *((_HIGH, _LOWERED), (_LOWERED, _LOWERED)),
)
_OUTCOMES = ("", "ok", "ok_with_measures")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("officer", list(Answer))
def test_the_plates_of_the_annex_are_those_of_the_window(method: str, officer: Answer) -> None:
    for values, outcome, levels in itertools.product(_VALUES, _OUTCOMES, _LEVELS):
        one = Assessment(id=RecordId("v"), method=method, outcome=outcome, **values)
        risks = [
            Risk(id=RecordId(f"r{place}"), position=place, assessment=one.id, description="Brann", **level)
            for place, level in enumerate(levels, 1)
        ]
        organisation = scenes.organisation(dpo_appointed=officer)
        blocks = step_blocks(scenes.context(organisation, one, *risks), one)
        plates = [block.complete for block in blocks if isinstance(block, LetterHeading)]
        known = Known(tuple(risks), officer=officer)
        steps = (*method_of(one).steps, CONCLUSION)
        assert not is_settled_without(one)
        assert plates == [told(one, step, known) is not Told.MISSING for step in steps], (values, outcome)


@pytest.mark.parametrize("outcome", ["not_required", "assessed_by_law"])
def test_where_the_outcome_settles_the_matter_only_reasons_are_asked_for(outcome: str) -> None:
    one = Assessment(id=RecordId("v"), method="dpia", outcome=outcome)
    assert {told(one, step, Known()) for step in METHODS["dpia"].steps} == {Told.OPEN}
    assert told(one, CONCLUSION, Known()) is Told.MISSING
