"""What every rule says: its slots are filled, and the field it points at exists."""

from __future__ import annotations

from string import Formatter

import pytest

from ropa_app.domain.kinds import SPECS
from ropa_app.domain.values import Text
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal.checks.catalogue import rules
from ropa_app.legal.checks.registry import CASE_CHECKS, REST_CHECKS
from tests.legal.checks.judging import Pair, every_pair, findings

#: What settles these stands in no record: R-TRA-17 asks how old the law data are.
WITHOUT_PAIR = {"R-TRA-17"}


EVERY_PAIR = tuple(every_pair())


def _slots(text: Text, language: Language) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text.written(language)) if name}


def _all_slots(rule: str) -> set[str]:
    texts = rules()[rule].message, rules()[rule].advice
    return {slot for text in texts for language in LANGUAGES for slot in _slots(text, language)}


def test_every_rule_that_is_asked_has_a_pair() -> None:
    assert {pair.rule for pair in EVERY_PAIR} == (CASE_CHECKS.keys() | REST_CHECKS.keys()) - WITHOUT_PAIR


def test_every_rule_that_is_asked_stands_in_the_table() -> None:
    assert (CASE_CHECKS.keys() | REST_CHECKS.keys()) <= rules().keys()


@pytest.mark.parametrize("pair", EVERY_PAIR, ids=str)
def test_a_finding_fills_the_slots_of_its_rule_and_no_others(pair: Pair) -> None:
    for one in findings(pair.records, pair.rule, pair.day, pair.history):
        assert {name for name, _ in one.values} == _all_slots(pair.rule)


@pytest.mark.parametrize("pair", EVERY_PAIR, ids=str)
def test_a_finding_points_at_a_field_of_its_record(pair: Pair) -> None:
    for one in findings(pair.records, pair.rule, pair.day, pair.history):
        assert one.kind in rules()[pair.rule].fields or "*" in rules()[pair.rule].fields
        assert not one.field or one.field in SPECS[one.kind]


@pytest.mark.parametrize("rule", rules())
def test_a_rule_has_the_same_slots_in_every_language(rule: str) -> None:
    for text in (rules()[rule].message, rules()[rule].advice):
        assert _slots(text, "nb") == _slots(text, "nn") == _slots(text, "en")
        assert all(text.written(language) for language in LANGUAGES)
