from __future__ import annotations

from pathlib import Path

import pytest

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.values import Answer, RecordId, Text
from ropa_app.i18n import translator
from ropa_app.services import editing
from ropa_app.services.editing import Refused
from ropa_app.services.session import OpenRegister
from ropa_app.services.step_texts import step_text
from tests.registers import make

A = Activity(id=RecordId("a"), reference="1.3", title=Text(nb="Kunder"))
P1 = Purpose(id=RecordId("p1"), position=1, activity=A.id, text=Text(nb="Levere"))
P2 = Purpose(id=RecordId("p2"), position=2, activity=A.id, text=Text(nb="Fakturere"))
D = DataLine(id=RecordId("d"), position=1, activity=A.id, purposes=(P2.id,), subjects=("customers",))


@pytest.fixture
def register(tmp_path: Path):
    opened = make(tmp_path / "a.ropa", A, P1, P2, D)
    yield opened
    opened.close()


def positions(register: OpenRegister) -> dict[str, int]:
    return {r.id: r.position for r in register.records.owned(A.id) if r.KIND == "purpose"}


def test_a_new_purpose_is_the_last(register: OpenRegister) -> None:
    added = editing.add(register, "purpose", A.id)
    assert positions(register) == {"p1": 1, "p2": 2, added.record: 3}
    assert register.reference_of(added.record) == "1.3/P3"
    register.undo()
    assert positions(register) == {"p1": 1, "p2": 2}


def test_a_new_activity_has_a_free_reference_and_is_a_draft(register: OpenRegister) -> None:
    found = register.records.get(editing.add(register, "activity").record)
    assert isinstance(found, Activity)
    assert (found.reference, found.status, found.since) == ("1", "draft", register.today())


def test_a_kind_that_occurs_once_is_not_added_again(register: OpenRegister) -> None:
    with pytest.raises(Refused):
        editing.add(register, "organisation")


def test_a_value_is_set_and_named_in_the_history(register: OpenRegister) -> None:
    editing.set_value(register, P1.id, "text", P1.text.with_("nn", "Levere varer"))
    found = register.records.get(P1.id)
    assert isinstance(found, Purpose)
    assert found.text == Text(nb="Levere", nn="Levere varer")
    head = register.file.head()
    assert head is not None
    assert step_text(head.step, translator("en")) == "Change “Purpose” in 1.3/P1"
    register.undo()
    assert register.records.get(P1.id) == P1


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ("p1", "text", "not localised"),
        ("a", "reference", "two\nlines"),
        ("p1", "activity", RecordId("x")),
        ("a", "public", "yes"),
        ("gone", "text", Text()),
    ],
)
def test_a_wrong_value_is_refused(register: OpenRegister, record: str, field: str, value: object) -> None:
    with pytest.raises(Refused):
        editing.set_value(register, RecordId(record), field, value)
    assert len(register.file.steps()) == 1


def test_a_reference_is_unique(register: OpenRegister) -> None:
    other = editing.add(register, "activity", title=Text(nb="Annet")).record
    with pytest.raises(Refused) as refused:
        editing.set_value(register, other, "reference", "1.3")
    assert "1.3" in refused.value.text(translator("nb"))
    editing.set_value(register, A.id, "public", Answer.YES)


def test_a_duplicate_is_whole_and_points_into_itself(register: OpenRegister) -> None:
    copy = editing.duplicate(register, A.id).record
    found = register.records.get(copy)
    assert isinstance(found, Activity)
    assert (found.reference, found.title) == ("1.4", A.title)
    owned = register.records.owned(copy)
    assert [r.KIND for r in owned] == ["purpose", "purpose", "data_line"]
    assert isinstance(owned[2], DataLine)
    assert owned[2].purposes == (owned[1].id,)
    register.undo()
    assert register.records.counts()["purpose"] == 2


def test_what_occurs_once_is_not_duplicated(register: OpenRegister) -> None:
    with pytest.raises(Refused):
        editing.duplicate(register, RecordId("organisation"))


def test_moving_closes_up(register: OpenRegister) -> None:
    editing.add(register, "purpose", A.id)
    editing.move(register, P1.id, 3)
    assert positions(register)["p2"] == 1
    assert positions(register)["p1"] == 3
    with pytest.raises(Refused):
        editing.move(register, A.id, 1)


@pytest.mark.parametrize(
    ("taken", "after", "wanted"),
    [
        ([], "", "1"),
        (["1", "2.1"], "", "2"),
        (["1.3", "1.7", "1.10"], "1.3", "1.11"),
        (["HR-9", "HR-10"], "HR-9", "HR-11"),
        (["HR"], "HR", "HR 1"),
    ],
)
def test_the_next_free_reference(taken: list[str], after: str, wanted: str) -> None:
    assert editing.next_reference(taken, after) == wanted
