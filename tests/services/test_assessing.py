"""Assessments made from what they assess: one step with its links, taken back as a whole."""

from __future__ import annotations

import pytest

from ropa_app.domain.entities.parties import Agreement
from ropa_app.domain.values import RecordId
from ropa_app.services import assessing, creating, editing
from ropa_app.services.editing import Refused
from tests.registers import AUTHOR, fixed_clock

GONE = RecordId("gone")


@pytest.fixture
def register(tmp_path):
    path = creating.create_example(tmp_path / "a.ropa", AUTHOR, clock=fixed_clock)
    opened = creating.open_register(path, AUTHOR, clock=fixed_clock)
    yield opened
    opened.close()


def _first(register, kind: str) -> RecordId:
    return register.records.of_kind(kind)[0].id


def test_a_started_assessment_names_its_maker_and_what_it_covers(register) -> None:
    activity = _first(register, "activity")
    made = assessing.create_assessment(register, "dpia", activities=[activity]).record
    one = register.records.get(made)
    assert (one.method, one.activities, one.author) == ("dpia", (activity,), AUTHOR)
    assert (one.outcome, one.day, one.reasons) == ("", None, "")
    register.undo()
    assert register.records.get(made) is None


def test_one_that_has_its_outcome_is_of_today(register) -> None:
    purpose = _first(register, "purpose")
    made = assessing.create_assessment(register, "lia", purposes=[purpose], outcome="ok").record
    assert register.records.get(made).day == register.today()
    assert register.undoable.step.details["name"] == register.reference_of(purpose)


def test_not_required_needs_reasons(register) -> None:
    activity = _first(register, "activity")
    with pytest.raises(Refused):
        assessing.create_assessment(register, "dpia", activities=[activity], outcome="not_required")
    made = assessing.create_assessment(
        register, "dpia", activities=[activity], outcome="not_required", reasons=" Få opplysninger. "
    )
    assert register.records.get(made.record).reasons == "Få opplysninger."


def test_what_is_gone_is_not_assessed(register) -> None:
    with pytest.raises(Refused):
        assessing.create_assessment(register, "risk", activities=[GONE])
    with pytest.raises(Refused):
        assessing.link_tools(register, GONE, [])
    with pytest.raises(Refused):
        assessing.check_item(register, GONE, "a", assessing.COVERED)


def test_a_tool_and_its_assessment_are_made_and_undone_together(register) -> None:
    tool = _first(register, "transfer_tool")
    made = assessing.create_assessment(register, "tia", tools=[tool]).record
    assert register.records.get(tool).tia == made
    register.undo()
    assert register.records.get(tool).tia is None
    register.redo()
    assert register.records.get(tool).tia == made


def test_tools_are_linked_and_unlinked_in_one_step(register) -> None:
    place = _first(register, "place")
    tools = [editing.add(register, "transfer_tool", place).record for _ in range(2)]
    other = assessing.create_assessment(register, "tia", tools=tools[:1]).record
    one = assessing.create_assessment(register, "tia").record
    assessing.link_tools(register, one, tools)
    assert [register.records.get(each).tia for each in tools] == [one, one]
    assessing.link_tools(register, one, tools[1:])
    assert [register.records.get(each).tia for each in tools] == [None, one]
    register.undo()
    register.undo()
    assert [register.records.get(each).tia for each in tools] == [other, None]


def test_an_item_of_an_agreement_is_in_one_field_at_most(register) -> None:
    agreement = register.new_id()
    made = editing.add(register, Agreement.KIND, covers=("b", "c"), lacks=("c", "d"), id=agreement).record

    def state() -> tuple[tuple[str, ...], tuple[str, ...]]:
        one = register.records.get(made)
        return one.covers, one.lacks

    assessing.check_item(register, made, "a", assessing.COVERED)
    assert state() == (("a", "b", "c"), ("c", "d"))
    assessing.check_item(register, made, "c", assessing.LACKING)
    assert state() == (("a", "b"), ("c", "d"))
    assessing.check_item(register, made, "d", assessing.UNCHECKED)
    assert state() == (("a", "b"), ("c",))
    assert register.undoable.step.details["field"] == "covers"
    register.undo()
    register.undo()
    assert state() == (("a", "b", "c"), ("c", "d"))
