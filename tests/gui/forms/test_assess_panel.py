"""An assessment starts from what it assesses: activity, purpose or transfer tool, in one step."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ropa_app.domain.values import Answer
from ropa_app.gui.forms.assess_panel import AssessPurpose, AssessTool, assessments_of


def _start(desk, name: str):
    desk.child(name).click()
    QApplication.processEvents()
    return desk.on_disk(desk.shown())


@pytest.fixture
def purpose(desk):
    one = desk.first("purpose", desk.activity("1.3"))
    assert desk.document.set_value(one.id, "art6", ("6-1-f",)) == ""
    return one.id


def test_the_risk_assessment_starts_at_the_measures_of_an_activity(desk) -> None:
    activity = desk.activity("1.3")
    desk.show(activity)
    made = _start(desk, "assess.risk")
    assert (made.method, made.activities) == ("risk", (activity,))
    desk.press_undo()
    desk.show(activity)
    assert desk.child("assess.risk").isVisible()


def test_the_balancing_test_starts_at_a_purpose_on_legitimate_interests(desk, purpose) -> None:
    form = desk.show(desk.document.get(purpose).activity)
    assert form.reveal(purpose)
    made = _start(desk, "assess.lia")
    assert (made.method, made.purposes) == ("lia", (purpose,))
    form = desk.show(desk.document.get(purpose).activity)
    assert form.reveal(purpose)
    row = form.findChild(AssessPurpose)
    assert "V1" in " ".join(chip.text() for chip in row._rows["lia"]._chips)


def test_a_purpose_asks_for_what_basis_and_answer_ask_for(desk, purpose) -> None:
    form = desk.show(desk.document.get(purpose).activity)
    assert form.reveal(purpose)
    panel = form.findChild(AssessPurpose)
    assert [name for name, row in panel._rows.items() if row.isVisible()] == ["lia"]
    assert desk.document.set_value(purpose, "art6", ("6-1-b",)) == ""
    assert not panel.isVisible()
    assert desk.document.set_value(purpose, "further_use", Answer.YES) == ""
    assert [name for name, row in panel._rows.items() if row.isVisible()] == ["compatibility"]


def test_a_transfer_assessment_starts_at_a_tool_under_article_46(desk) -> None:
    place = desk.first("transfer_tool").place
    tool = desk.document.add("transfer_tool", place)
    form = desk.show(place)
    assert form.reveal(tool)
    panel = next(one for one in form.findChildren(AssessTool) if one.record and one.record.id == tool)
    assert not panel.isVisible()
    assert desk.document.set_value(tool, "tool", "scc-2021-m2") == ""
    assert panel.isVisible()
    made = _start(desk, "assess.tia")
    assert made.method == "tia"
    assert desk.on_disk(tool).tia == made.id
    desk.press_undo()
    assert desk.on_disk(tool).tia is None


def test_an_assessment_of_a_whole_activity_is_one_of_its_purposes_too(desk, purpose) -> None:
    activity = desk.document.get(purpose).activity
    form = desk.show(activity)
    made = desk.document.add("assessment", method="lia", activities=(activity,))
    assert [one.id for one in assessments_of(form.context, purpose, "lia")] == [made]
    assert desk.document.set_value(made, "purposes", (desk.first("purpose").id,)) == ""
    other = desk.first("purpose").id
    found = [one.id for one in assessments_of(form.context, purpose, "lia")]
    assert found == ([made] if other == purpose else [])
