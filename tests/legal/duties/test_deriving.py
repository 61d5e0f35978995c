"""Duties and checks agree, both ways: a duty is open exactly where the rules behind it find something."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.reading import RecordsInMemory, owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal import shipped
from ropa_app.legal.checks import Finding, check_register
from ropa_app.legal.duties import OPEN_WHERE, Duty, Reason, State, What, duties_of
from ropa_app.legal.transfers import is_live
from ropa_app.services.synthetic import synthetic_records
from tests.reports.scenes import velux

DAYS = (date(2018, 7, 31), date(2026, 11, 22))
#: The rules that find that too little is answered, for each reason; no rule asks for the reasons left out.
UNANSWERED = {
    Reason.NO_BASIS: ("R-LB-01",),
    Reason.RECIPIENTS_UNASKED: ("R-REC-01",),
    Reason.ROLE_UNSETTLED: ("R-REC-02",),
    Reason.NO_PURPOSE: ("R-PUR-01",),
    Reason.COUNTRY_UNKNOWN: ("R-PRO-05", "R-TRA-02", "R-TRA-18"),
    Reason.TOOL_MISSING: ("R-TRA-01", "R-TRA-03", "R-TRA-05", "R-TRA-06", "R-TRA-07", "R-TRA-18"),
}
BY_RULE = {rule: what for what, rules in OPEN_WHERE.items() for rule in rules}


@cache
def register(name: str) -> RecordsInMemory:
    numbers = itertools.count(1)
    if name == "velux":
        return velux()
    activities, seed = map(int, name.split("/"))
    return RecordsInMemory(synthetic_records(activities, seed, lambda: f"id{next(numbers)}"))


def owner_in(records: RecordsInMemory, one: Finding) -> RecordId:
    """Return the record of the duty a finding belongs to: its own, or the party of an agreement."""
    record = records.get(one.record)
    assert record is not None
    return getattr(record, "party", one.record) if one.kind == "agreement" else one.record


def assert_agree(
    records: RecordsInMemory, day: date, accepted: Mapping[tuple[str, RecordId], Acceptance]
) -> tuple[Duty, ...]:
    duties = duties_of(records, shipped(), day, accepted=accepted)
    asked = [one for one in check_register(records, shipped(), day).all() if one.rule in BY_RULE]
    wanted = {
        (BY_RULE[one.rule], owner_in(records, one)) for one in asked if (one.rule, one.record) not in accepted
    }
    still_open = [(one.what, one.about.record) for one in duties if one.state is State.OPEN]
    assert len(still_open) == len(set(still_open))
    assert set(still_open) == wanted
    found = {(each.rule, each.record) for one in duties for each in one.found}
    assert found == {(one.rule, one.record) for one in asked} - accepted.keys()
    return duties


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", ["velux", "30/0", "40/7"])
def test_a_duty_is_open_exactly_where_its_rules_find_something(name, day):
    duties = assert_agree(register(name), day, {})
    assert {one.state for one in duties} >= {State.OPEN, State.NOT_NEEDED, State.UNDECIDED}


#: Edits that make or settle duties.
_CHANGES: dict[str, list[dict[str, Any]]] = {
    "purpose": [{"art6": ("6-1-f",)}, {"art6": ("6-1-a",)}, {"art6": ()}, {"further_use": Answer.YES}],
    "recipient": [{"role": "processor"}, {"role": "joint"}, {"role": ""}, {"party": None}],
    "activity": [{"dpia_art35": ("35-3-a",)}, {"status": "ended"}, {"high_risk": Answer.NO}],
    "assessment": [{"outcome": ""}, {"outcome": "not_required"}, {"activities": ()}, {"method": "tia"}],
    "agreement": [{"status": "signed"}, {"until": DAYS[0]}, {"party": None}],
    "transfer_tool": [{"tool": "scc-2021-m2"}, {"tool": "49-1-a"}, {"tia": None}],
    "place": [{"country": "IN"}, {"country": ""}, {"country": "NO"}],
    "arrangement": [{"status": "signed"}, {"status": ""}],
    "consent": [{"active": Answer.NO}],
}


def _changes(record: Record) -> list[dict[str, Any]]:
    return _CHANGES.get(record.KIND, [])


@settings(max_examples=40)
@given(data=st.data(), day=st.sampled_from(DAYS))
def test_they_agree_whatever_is_edited_and_accepted(data, day):
    held = {one.id: one for one in register("30/0").all()}
    edited = st.sampled_from(sorted(one.id for one in held.values() if _changes(one)))
    for one in data.draw(st.lists(edited, max_size=25, unique=True)):
        change = data.draw(st.sampled_from(_changes(held[one])))
        known = {key: value for key, value in change.items() if hasattr(held[one], key)}
        held[one] = replace(held[one], **known)
    records = RecordsInMemory(held.values())
    asked = [one for one in check_register(records, shipped(), day).all() if one.rule in BY_RULE]
    chosen = data.draw(st.lists(st.sampled_from(asked), max_size=6)) if asked else []
    said = Acceptance(id=RecordId("accepted"), reason="Kjent")
    duties = assert_agree(records, day, {(one.rule, one.record): said for one in chosen})
    assert_every_activity_is_told(records, duties)


def assert_every_activity_is_told(records: RecordsInMemory, duties: tuple[Duty, ...]) -> None:
    live = {one.id for one in records.of_kind("activity") if isinstance(one, Activity) and is_live(one)}
    for what in What:
        told = {activity for one in duties if one.what is what for activity in one.activities}
        assert told == live, what


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("name", ["velux", "40/7"])
def test_what_is_undecided_is_what_rules_find_unanswered(name, day):
    records = register(name)
    found: dict[RecordId, set[str]] = {}
    for finding in check_register(records, shipped(), day).all():
        found.setdefault(finding.record, set()).add(finding.rule)
    for one in duties_of(records, shipped(), day):
        if one.state is State.UNDECIDED and one.reason in UNANSWERED:
            spots = {one.spot.record, *one.because}
            tools = {tool.id for tool in records.of_kind("transfer_tool") if owner_of(tool) in spots}
            rules = {rule for each in spots | tools for rule in found.get(each, ())}
            assert rules & set(UNANSWERED[one.reason]), (one.reason, one.spot)


def test_progress_is_told_and_duties_stand_kind_by_kind():
    told: list[int] = []
    duties = duties_of(register("30/0"), shipped(), DAYS[1], going=told.append)
    assert told == [1]
    kinds = [what for what, _ in itertools.groupby(one.what for one in duties)]
    assert kinds == list(What)
