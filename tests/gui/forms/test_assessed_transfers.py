"""A transfer assessment shows its tools and transfers, and links tools in one step."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from ropa_app.gui.forms.assessed_transfers import AssessedTools, AssessedTransfers, ProcedurePanel
from ropa_app.gui.widgets.label import Label
from ropa_app.legal.assessing import Told
from tests.gui.accessible import nameless


@pytest.fixture
def tools(desk):
    return [one.id for one in desk.document.records.of_kind("transfer_tool")[:2]]


@pytest.fixture
def made(desk):
    return desk.document.add("assessment", method="tia")


def _texts(panel) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in panel.findChildren(Label) if label.isVisible())


def _choose(panel, *tools) -> None:
    panel.chips._change(tools)


def test_without_tools_each_step_says_so(desk, made) -> None:
    form = desk.show(made)
    for kind in (AssessedTransfers, AssessedTools, ProcedurePanel):
        told = _texts(form.findChild(kind))
        assert "Ingen overføringsgrunnlag i protokollen viser til denne vurderingen." in told
    assert nameless(form) == []


def test_linking_and_unlinking_edits_the_tools_in_one_step_each(desk, made, tools) -> None:
    form = desk.show(made)
    panel = form.findChild(AssessedTransfers)
    _choose(panel, *tools)
    assert [desk.on_disk(tool).tia for tool in tools] == [made, made]
    assert sorted(panel.chips.value()) == sorted(tools)
    panel.chips.chips()[0].removed.emit()
    gone = next(tool for tool in tools if tool not in panel.chips.value())
    assert desk.on_disk(gone).tia is None
    desk.press_undo()
    assert [desk.on_disk(tool).tia for tool in tools] == [made, made]
    assert sorted(panel.chips.value()) == sorted(tools)
    desk.press_undo()
    assert panel.chips.value() == ()


def test_the_steps_tell_transfers_state_and_procedure(desk, made, tools) -> None:
    form = desk.show(made)
    panel = form.findChild(AssessedTransfers)
    _choose(panel, tools[0])
    assert "Følger av: 1.1 " in _texts(panel)
    assert "Privacy Shield \u00b7 ugyldig siden 16.07.2020" in _texts(form.findChild(AssessedTools))
    procedure = form.findChild(ProcedurePanel)
    assert "Det er ikke ført noe om hvordan grunnlaget ble tatt i bruk." in _texts(procedure)
    told = {section.letter: section.told() for section in form.sections()}
    assert (told["2"], told["5"]) == (Told.TOLD, Told.OPEN)
    assert desk.document.set_value(tools[0], "signed", date(2019, 3, 1)) == ""
    assert "Inngått: 01.03.2019" in _texts(procedure)
    assert next(one.told() for one in form.sections() if one.letter == "5") is Told.TOLD


def test_a_tool_is_called_by_party_country_and_kind(desk, made, tools) -> None:
    form = desk.show(made)
    names = [name for _, name in form.findChild(AssessedTransfers)._choices()]
    assert len(names) == len(desk.document.records.of_kind("transfer_tool"))
    assert all(name.count(" \u00b7 ") == 2 for name in names)
