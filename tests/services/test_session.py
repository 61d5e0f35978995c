from __future__ import annotations

from pathlib import Path

import pytest

from ropa_app.domain.edits import changed, created
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.values import RecordId
from ropa_app.services.session import OpenRegister
from ropa_app.storage.errors import ReadOnlyFile
from tests.registers import AUTHOR, make, reopen

PARTY = Party(id=RecordId("g"), name="Google Inc.")


@pytest.fixture
def register(tmp_path: Path):
    opened = make(tmp_path / "a.ropa", PARTY)
    yield opened
    opened.close()


def test_undo_and_redo_are_steps_of_their_own(register: OpenRegister) -> None:
    register.apply("change", changed(PARTY, name="Google LLC"), name="Google Inc.")
    register.undo()
    assert register.records.get(PARTY.id) == PARTY
    register.redo()
    assert register.records.get(PARTY.id) == changed(PARTY, name="Google LLC").after
    steps = [(s.sequence, s.step.action, s.step.undoes) for s in register.file.steps()]
    assert steps == [(4, "redo", 3), (3, "undo", 2), (2, "change", None), (1, "new", None)]
    assert register.file.verify().in_order


def test_an_edit_that_changes_nothing_is_no_step(register: OpenRegister) -> None:
    assert not register.apply("change", changed(PARTY, name=PARTY.name))
    assert register.undoable is None
    assert len(register.file.steps()) == 1


def test_a_new_edit_ends_redo(register: OpenRegister) -> None:
    register.apply("change", changed(PARTY, name="Google LLC"))
    register.undo()
    register.apply("change", changed(PARTY, name="Alphabet"))
    assert register.redoable is None
    assert not register.redo()


def test_nothing_to_undo_touches_nothing(register: OpenRegister) -> None:
    assert not register.undo()
    assert len(register.file.steps()) == 1


def test_what_is_done_for_good_ends_undo(register: OpenRegister) -> None:
    register.apply("change", changed(PARTY, name="Google LLC"))
    register.apply_for_good("approve", created(Party(id=RecordId("x"))))
    assert register.undoable is None


def test_a_step_says_who_and_when(register: OpenRegister) -> None:
    register.apply("change", changed(PARTY, name="Google LLC"), name="Google Inc.", kind="party")
    head = register.file.head()
    assert head is not None
    assert (head.step.who, head.step.day.isoformat(), dict(head.step.details)) == (
        AUTHOR,
        "2026-11-22",
        {"name": "Google Inc.", "kind": "party"},
    )
    with pytest.raises(ValueError, match="sing"):
        register.apply("sing", changed(PARTY, name="x"))


def test_undo_that_fails_stays_undoable(register: OpenRegister) -> None:
    register.apply("change", changed(PARTY, name="Google LLC"))
    register.file.close()
    other = reopen(register.file.path)
    blocked = OpenRegister(type(other.file).open(register.file.path), AUTHOR)
    blocked._undo.extend(register._undo)
    with pytest.raises(ReadOnlyFile):
        blocked.undo()
    assert blocked.undoable == register.undoable
    other.close()
    blocked.close()
