"""What holds for every rule: a pair, a value for every slot, a record and field it may point at."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.kinds import OWNED
from ropa_app.domain.values import RecordId
from ropa_app.i18n import LANGUAGES
from ropa_app.legal.checks import rules
from ropa_app.legal.checks.registry import CASE_CHECKS, REST_CHECKS
from tests.legal.checks.judging import every_pair, findings

_SLOT = re.compile(r"\{(\w+)\}")
ASKED = sorted({*CASE_CHECKS, *REST_CHECKS})


PAIRS_OF = {rule: [pair for pair in every_pair() if pair.rule == rule] for rule in ASKED}
OF_AN_ACTIVITY = {Activity.KIND, *OWNED[Activity.KIND]}
LIVE = [rule for rule in ASKED if rule in CASE_CHECKS and "live(a)" in rules()[rule].condition]


@pytest.mark.parametrize("rule", ASKED)
def test_what_a_rule_says_has_exactly_the_values_it_gives(rule: str) -> None:
    said = rules()[rule]
    pairs = PAIRS_OF[rule]
    assert pairs
    for language in LANGUAGES:
        text = said.message.written(language) + said.advice.written(language)
        for pair in pairs:
            for one in findings(pair.records, rule, pair.day, pair.history):
                assert {name for name, _ in one.values} == set(_SLOT.findall(text)), (language, str(pair))
                assert all(value != "" for _, value in one.values)


@pytest.mark.parametrize("rule", LIVE)
def test_an_activity_that_has_ended_is_let_be(rule: str) -> None:
    for pair in PAIRS_OF[rule]:
        ended = [replace(one, status="ended") if isinstance(one, Activity) else one for one in pair.records]
        found = findings(ended, rule, pair.day, pair.history)
        assert not [one for one in found if one.kind in OF_AN_ACTIVITY], str(pair)


@pytest.mark.parametrize("rule", ASKED)
def test_it_points_at_fields_that_the_table_names(rule: str) -> None:
    fields = rules()[rule].fields
    for pair in PAIRS_OF[rule]:
        for one in findings(pair.records, rule, pair.day, pair.history):
            assert one.kind in fields or "*" in fields
            assert one.record in {RecordId("organisation"), *(record.id for record in pair.records)}
