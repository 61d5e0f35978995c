"""What holds for every rule about activities: one that has ended is let be, where the condition says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.kinds import OWNED
from ropa_app.legal.checks import rules
from ropa_app.legal.checks.registry import CASE_CHECKS
from tests.legal.checks.judging import Pair, every_pair, findings

OF_AN_ACTIVITY = {Activity.KIND, *OWNED[Activity.KIND]}
LIVE = [
    pair for pair in every_pair() if pair.rule in CASE_CHECKS and "live(a)" in rules()[pair.rule].condition
]


@pytest.mark.parametrize("pair", LIVE, ids=str)
def test_an_activity_that_has_ended_is_let_be(pair: Pair) -> None:
    ended = [replace(one, status="ended") if isinstance(one, Activity) else one for one in pair.records]
    found = findings(ended, pair.rule, pair.day, pair.history)

    assert not [one for one in found if one.kind in OF_AN_ACTIVITY]
