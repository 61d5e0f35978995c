"""Whether an impact assessment is due follows from the ticks, as the rules DPI-01 to DPI-03 read them."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal import shipped
from ropa_app.legal.screening import Due, is_answered, screened
from tests.legal.checks.judging import findings
from tests.reports.scenes import activity

ONE = RecordId("activity-1")
DAY = date(2026, 11, 22)
_RULES = ("R-DPI-01", "R-DPI-02", "R-DPI-03")


def _due(day: date = DAY, **ticks: Any) -> tuple[Due, tuple[str, ...]]:
    found = screened(activity(**ticks), shipped(), day)
    return found.due, found.grounds


@pytest.mark.parametrize(
    ("ticks", "due", "grounds"),
    [
        ({}, Due.NOT_ANSWERED, ()),
        ({"dpia_art35": ("35-3-a",)}, Due.REQUIRED, ("dpia_art35",)),
        ({"dpia_list": ("DT-13",)}, Due.REQUIRED, ("dpia_list",)),
        ({"high_risk": Answer.YES}, Due.REQUIRED, ("high_risk",)),
        ({"dpia_criteria": ("evaluation", "vulnerable")}, Due.NORMALLY, ("dpia_criteria",)),
        ({"dpia_criteria": ("evaluation",)}, Due.NOT_INDICATED, ()),
        ({"high_risk": Answer.NO}, Due.NOT_INDICATED, ()),
        (
            {"dpia_art35": ("35-3-b",), "dpia_list": ("DT-05",), "dpia_criteria": ("a", "b")},
            Due.REQUIRED,
            ("dpia_art35", "dpia_list"),
        ),
    ],
)
def test_what_follows_from_the_ticks(ticks: dict[str, Any], due: Due, grounds: tuple[str, ...]) -> None:
    assert _due(**ticks) == (due, grounds)


def test_the_list_of_the_authority_counts_from_its_first_day() -> None:
    assert _due(date(2019, 1, 27), dpia_list=("DT-13",))[0] is Due.NOT_INDICATED
    assert _due(date(2019, 1, 28), dpia_list=("DT-13",))[0] is Due.REQUIRED


_ARTICLE = ((), ("35-3-a",))
_LISTED = ((), ("DT-13",))
_CRITERIA = ((), ("evaluation",), ("evaluation", "vulnerable"))
_OUTCOMES = (None, "", "ok", "not_required", "assessed_by_law")


@pytest.mark.parametrize(
    ("article", "listed", "criteria", "outcome"),
    list(itertools.product(_ARTICLE, _LISTED, _CRITERIA, _OUTCOMES)),
)
def test_the_rules_find_exactly_what_is_not_answered(
    article: tuple[str, ...], listed: tuple[str, ...], criteria: tuple[str, ...], outcome: str | None
) -> None:
    one = activity(dpia_art35=article, dpia_list=listed, dpia_criteria=criteria)
    made = (
        []
        if outcome is None
        else [Assessment(id=RecordId("v"), method="dpia", activities=(ONE,), day=DAY, outcome=outcome)]
    )
    found = [each for rule in _RULES for each in findings([one, *made], rule, DAY)]
    assert bool(found) is not is_answered(screened(one, shipped(), DAY), made)
