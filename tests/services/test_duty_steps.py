"""Answering a duty makes the record that answers it, linked, in one step; so does saying it is not needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from ropa_app.domain.edits import deleted
from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.assessments import Assessment, Consent
from ropa_app.domain.entities.parties import Agreement, Arrangement, Party, Place, TransferTool
from ropa_app.domain.values import Answer, RecordId, Text
from ropa_app.legal import shipped
from ropa_app.legal.duties import Duty, Reason, Remark, State, What
from ropa_app.services import editing
from ropa_app.services.duties import derive
from ropa_app.services.duty_steps import answer, can_create, can_waive, takes_not_required, waive
from ropa_app.services.editing import Refused
from tests.registers import make
from tests.reports.scenes import activity, owned

PARTY = Party(id=RecordId("party"), name="Ytre Sky Inc.")
RECORDS = (
    activity(),
    owned(Purpose, text=Text(nb="Finne nye kunder"), art6=("6-1-f",), further_use=Answer.YES),
    owned(Purpose, position=2, text=Text(nb="Sende brev"), art6=("6-1-a",)),
    PARTY,
    owned(Recipient, party=PARTY.id, role="processor"),
    owned(Recipient, position=2, party=PARTY.id, role="joint"),
    Place(id=RecordId("place"), position=1, party=PARTY.id, country="IN", role="own"),
    TransferTool(id=RecordId("tool"), position=1, place=RecordId("place"), tool="scc-2021-m2"),
)


@pytest.fixture
def register(tmp_path):
    made = make(tmp_path / "a.ropa", *RECORDS)
    yield made
    made.close()


def duty(register, what: What, state: State | None = None) -> Duty:
    found = [one for one in derive(register.file, shipped(), register.today()) if one.what is what]
    (one,) = [one for one in found if state is None or one.state is state]
    return one


def steps(register) -> int:
    return len(list(register.file.steps()))


PREFILLED = [
    (What.BALANCING_TEST, Assessment, {"method": "lia", "purposes": ("purpose-1-1",)}, None),
    (What.COMPATIBILITY, Assessment, {"method": "compatibility", "purposes": ("purpose-1-1",)}, None),
    (What.CONSENT_EVIDENCE, Consent, {"name": "Sende brev"}, ("purpose-1-2", "consent")),
    (What.PROCESSOR_AGREEMENT, Agreement, {"party": "party", "status": ""}, None),
    (What.JOINT_ARRANGEMENT, Arrangement, {"parties": ("party",)}, ("recipient-1-2", "arrangement")),
    (What.TRANSFER_ASSESSMENT, Assessment, {"method": "tia", "activities": ()}, ("tool", "tia")),
    (What.DPIA, Assessment, {"method": "dpia", "activities": ("activity-1",)}, None),
]


def left(register, what: What) -> Duty:
    """Return the duty of a kind that is open, or that cannot be decided."""
    found = [one for one in derive(register.file, shipped(), register.today()) if one.what is what]
    return next(one for one in found if one.state.is_open)


@pytest.mark.parametrize(("what", "entity", "values", "link"), PREFILLED)
def test_an_answer_is_prefilled_and_linked_in_one_step_that_undo_takes_back(
    register, what, entity, values, link
):
    one, before = left(register, what), steps(register)
    assert can_create(one)
    added = answer(register, one)
    made = register.records.get(added.record)
    assert isinstance(made, entity)
    assert {name: getattr(made, name) for name in values} == values
    if link:
        assert getattr(register.records.get(RecordId(link[0])), link[1]) == made.id
    assert steps(register) == before + 1
    begun = left(register, what)
    assert (begun.slot, begun.remarks) == ((made.id,), (Remark.BEGUN,))
    assert not can_create(begun)
    register.undo()
    assert register.records.get(made.id) is None
    assert left(register, what) == one


def test_a_balancing_test_names_its_activity_too(register):
    added = answer(register, duty(register, What.BALANCING_TEST))
    assert register.records.get(added.record).activities == (activity().id,)


def test_what_has_run_out_is_answered_by_a_new_agreement(register):
    added = answer(register, duty(register, What.PROCESSOR_AGREEMENT))
    ended = {"status": "signed", "until": register.today()}
    editing.set_values(register, added.record, ended)
    one = duty(register, What.PROCESSOR_AGREEMENT)
    assert (one.state, one.slot) == (State.OPEN, (added.record,))
    assert can_create(one)
    assert answer(register, one).record != added.record


def test_a_link_that_is_there_by_now_is_not_replaced(register):
    one = duty(register, What.CONSENT_EVIDENCE)
    answer(register, one)
    with pytest.raises(Refused):
        answer(register, one)


def test_a_duty_of_a_record_that_is_gone_is_refused(register):
    one = duty(register, What.JOINT_ARRANGEMENT)
    register.apply("delete", deleted(register.records.get(one.about.record)))
    with pytest.raises(Refused):
        answer(register, one)


@pytest.mark.parametrize("what", [What.BALANCING_TEST, What.COMPATIBILITY, What.DPIA])
def test_not_needed_is_an_assessment_where_the_rules_take_one(register, what):
    one, before, until = left(register, what), steps(register), register.today() + timedelta(days=365)
    assert can_waive(one)
    assert takes_not_required(one)
    waive(register, one, " Bare eksempler ", " Kari ", until)
    found = next(
        each
        for each in derive(register.file, shipped(), register.today())
        if (each.what, each.about) == (what, one.about)
    )
    assert (found.state, found.reason) == (State.NOT_NEEDED, Reason.NOT_REQUIRED)
    said = register.records.get(found.slot[0])
    assert (said.reasons, said.author, said.day, said.next_review, said.outcome) == (
        "Bare eksempler", "Kari", register.today(), until, "not_required"
    )  # fmt: skip
    assert steps(register) == before + 1
    register.undo()
    assert left(register, what) == one


def test_not_needed_is_said_in_the_assessment_that_is_begun(register):
    added = answer(register, left(register, What.DPIA))
    waive(register, left(register, What.DPIA), "Liten fare", "Kari")
    assert register.records.get(added.record).outcome == "not_required"
    assert len(register.records.of_kind("assessment")) == 1


def test_an_assessment_of_other_activities_too_is_left_alone(register):
    added = answer(register, left(register, What.DPIA))
    editing.add(register, "activity", title=Text(nb="Drift"))
    second = register.records.of_kind("activity")[-1]
    editing.set_value(register, added.record, "activities", (activity().id, second.id))
    one = next(
        each
        for each in derive(register.file, shipped(), register.today())
        if each.what is What.DPIA and each.about.record == activity().id
    )
    waive(register, one, "Liten fare", "Kari")
    assert register.records.get(added.record).outcome == ""


@pytest.mark.parametrize("what", [What.PROCESSOR_AGREEMENT, What.TRANSFER_ASSESSMENT, What.CONSENT_EVIDENCE])
def test_else_its_findings_are_accepted(register, what):
    one = duty(register, what, State.OPEN)
    assert not takes_not_required(one)
    waive(register, one, "Sies opp", "Kari", register.today() + timedelta(days=30), Answer.YES)
    found = duty(register, what, State.NOT_NEEDED if what is not What.TRANSFER_ASSESSMENT else None)
    assert (found.state, found.reason) == (State.NOT_NEEDED, Reason.ACCEPTED)
    (acceptance,) = found.acceptances
    assert (acceptance.reason, acceptance.accepted_by, acceptance.declared) == (
        "Sies opp",
        "Kari",
        Answer.YES,
    )
    register.undo()
    assert duty(register, what, State.OPEN) == one


def test_a_dpia_that_article_35_3_demands_is_accepted_not_declined(register):
    editing.set_values(register, activity().id, {"dpia_art35": ("35-3-a",), "dpia_list": ("DT-05",)})
    one = duty(register, What.DPIA)
    assert [found.rule for found in one.found] == ["R-DPI-01", "R-DPI-02"]
    assert not takes_not_required(one)
    before = steps(register)
    waive(register, one, "Gjøres i januar", "Kari")
    assert steps(register) == before + 1
    assert len(register.records.of_kind("acceptance")) == 2
    assert duty(register, What.DPIA).reason is Reason.ACCEPTED


def test_a_reason_a_name_and_a_day_ahead_are_wanted(register):
    one = duty(register, What.BALANCING_TEST)
    for reason, by, until in (("", "Kari", None), ("Nei", " ", None), ("Nei", "Kari", register.today())):
        with pytest.raises(Refused):
            waive(register, one, reason, by, until)
    assert register.undoable is None


def test_what_is_answered_or_follows_from_the_register_cannot_be_waived(register):
    editing.set_value(register, RecordId("activity-1"), "high_risk", Answer.NO)
    one = duty(register, What.DPIA)
    assert one.state is State.NOT_NEEDED
    assert not can_waive(one)
    assert not can_create(one)
    undecided = replace(duty(register, What.PROCESSOR_AGREEMENT), state=State.UNDECIDED, found=())
    assert not can_waive(undecided)
    with pytest.raises(Refused):
        waive(register, undecided, "Nei", "Kari")
