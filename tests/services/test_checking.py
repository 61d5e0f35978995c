"""Checking a register: findings with acceptances, and what the history says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ropa_app.domain.edits import changed, created, deleted
from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.organisation import Organisation
from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.values import RecordId
from ropa_app.legal import shipped
from ropa_app.legal.checks import Severity
from ropa_app.services import creating
from ropa_app.services.checking import history_facts, judge
from ropa_app.services.session import OpenRegister
from ropa_app.storage import digest
from tests.reports.scenes import same

DAY = date(2026, 11, 22)
RULE = "R-ORG-02"


@pytest.fixture
def register(tmp_path):
    made = creating.open_register(creating.create_example(tmp_path / "velux.ropa", "DPO"), "DPO")
    yield made
    made.close()


def _organisation(register: OpenRegister) -> Organisation:
    found = register.records.one("organisation")
    assert isinstance(found, Organisation)
    return found


def _accept(register: OpenRegister, **values: Any) -> Acceptance:
    one = _organisation(register)
    standing = {
        "rule": RULE,
        "about": one.id,
        "reason": "Kommer",
        "digest": digest.as_hex(digest.hash_of(one)),
    }
    made = Acceptance(id=register.new_id(), **standing | values)
    register.apply("create", created(made), kind="acceptance")
    return made


def _open(register: OpenRegister, day: date = DAY) -> bool:
    found = [one for one in judge(register.file, shipped(), day).findings if one.finding.rule == RULE]
    assert len(found) == 1
    return found[0].is_open


def test_a_finding_is_open_until_somebody_accepts_it(register) -> None:
    before = judge(register.file, shipped(), DAY)
    assert _open(register)
    _accept(register)
    after = judge(register.file, shipped(), DAY)
    assert not _open(register)
    assert after.count(Severity.WARNING) == before.count(Severity.WARNING) - 1
    assert len(after.findings) == len(before.findings)


def test_it_comes_back_on_its_day(register) -> None:
    _accept(register, until=DAY)
    assert not _open(register, DAY - timedelta(days=1))
    assert _open(register, DAY)


def test_it_comes_back_when_the_record_changes_and_goes_when_that_is_undone(register) -> None:
    _accept(register)
    one = _organisation(register)
    register.apply("change", changed(one, phone="12345678"), kind="organisation")
    assert _open(register)
    register.undo()
    assert not _open(register)


def test_another_rule_or_record_is_not_accepted_along(register) -> None:
    _accept(register, rule="R-ORG-04")
    assert _open(register)
    _accept(register, about=register.records.of_kind("party")[0].id)
    assert _open(register)


def test_the_history_tells_when_an_activity_was_changed(register) -> None:
    assert history_facts(register.file.touches(), DAY).changed == {}
    activity = register.records.of_kind("activity")[0]
    made = Purpose(id=RecordId("new"), position=9, activity=activity.id, text=same("Levere varer"))
    register.apply("create", created(made), kind="purpose")
    register.apply("delete", deleted(made), kind="purpose")
    today = register.today()
    facts = history_facts(register.file.touches(), today)
    assert facts.changed == {activity.id: today}
    assert facts.last_step == 3
    assert history_facts(register.file.touches(), today - timedelta(days=1)).changed == {}


def test_what_lies_beside_the_content_is_no_change_of_it(register) -> None:
    _accept(register)
    assert history_facts(register.file.touches(), register.today()).last_step == 0
