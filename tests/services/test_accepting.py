"""Accepting a finding is one step that can be undone, and needs a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ropa_app.domain.entities.reviews import Acceptance
from ropa_app.domain.values import Answer, RecordId
from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.services import accepting, creating, editing
from ropa_app.services.checking import judge
from ropa_app.services.editing import Refused
from tests.registers import AUTHOR, fixed_clock

RULE = "R-ORG-02"


@pytest.fixture
def register(tmp_path):
    path = creating.create_example(tmp_path / "a.ropa", AUTHOR, clock=fixed_clock)
    opened = creating.open_register(path, AUTHOR, clock=fixed_clock)
    yield opened
    opened.close()


def judged(register):
    found = judge(register.file, shipped(), register.today()).findings
    return next(one for one in found if one.finding.rule == RULE)


def acceptances(register) -> list[Acceptance]:
    return register.records.of_kind("acceptance")


def test_what_is_accepted_says_why_by_whom_and_until_when(register) -> None:
    until = register.today() + timedelta(days=30)
    accepting.accept(register, judged(register).finding, " Kommer i vår ", " Kari ", until, Answer.YES)
    one = judged(register)
    assert not one.is_open
    assert one.acceptance.reason == "Kommer i vår"
    assert one.acceptance.accepted_by == "Kari"
    assert one.acceptance.day == register.today()
    assert one.acceptance.until == until
    assert one.acceptance.declared is Answer.YES
    register.undo()
    assert judged(register).is_open
    assert acceptances(register) == []


def test_it_is_taken_back_in_one_step(register) -> None:
    accepting.accept(register, judged(register).finding, "Kommer", "Kari")
    accepting.take_back(register, judged(register).acceptance.id)
    assert judged(register).is_open
    register.undo()
    assert not judged(register).is_open
    with pytest.raises(Refused):
        accepting.take_back(register, RecordId("gone"))


def test_an_acceptance_that_counts_no_longer_is_replaced(register) -> None:
    finding = judged(register).finding
    accepting.accept(register, finding, "Kommer", "Kari")
    editing.set_value(register, finding.record, "phone", "12345678")
    assert judged(register).is_open
    accepting.accept(register, finding, "Kommer fortsatt", "Kari")
    assert [one.reason for one in acceptances(register)] == ["Kommer fortsatt"]
    register.undo()
    assert [one.reason for one in acceptances(register)] == ["Kommer"]


@pytest.mark.parametrize(
    ("reason", "by", "days"), [(" ", "Kari", 9), ("Kommer", "", 9), ("Kommer", "Kari", 0)]
)
def test_without_reason_name_or_a_day_ahead_it_is_refused(register, reason: str, by: str, days: int) -> None:
    until = register.today() + timedelta(days=days)
    with pytest.raises(Refused) as refused:
        accepting.accept(register, judged(register).finding, reason, by, until)
    assert refused.value.text(translator("nb"))
    assert acceptances(register) == []
