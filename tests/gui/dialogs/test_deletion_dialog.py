"""Deleting a record that others name: every remedy, and nothing dangles."""

from __future__ import annotations

import pytest

from ropa_app.gui.dialogs.deletion_dialog import DeletionDialog, ask_deletion
from ropa_app.gui.document import Remedy


@pytest.fixture
def party(document):
    """A party that recipients name."""
    used = [
        one
        for one in document.records.of_kind("party")
        if {use.kind for use in document.records.uses(one.id)} == {"recipient"}
    ]
    return max(used, key=lambda one: len(document.records.uses(one.id)))


@pytest.fixture
def dialog(qtbot, document, party):
    made = DeletionDialog(document, document.deletion(party.id))
    qtbot.addWidget(made)
    made.show()
    return made


def carry_out(document, party, dialog):
    dialog.accept_button.click()
    assert dialog.result() == DeletionDialog.DialogCode.Accepted
    assert document.delete(party.id, *dialog.answer())
    assert document.get(party.id) is None
    assert document.records.uses(party.id) == []


def test_the_fields_are_left_empty(document, party, dialog):
    users = [use.source for use in document.records.uses(party.id)]
    carry_out(document, party, dialog)
    assert all(document.get(user).party is None for user in users)
    assert document.undo()
    assert document.get(party.id) == party
    assert all(document.get(user).party == party.id for user in users)


def test_another_one_takes_its_place(document, party, dialog):
    users = [use.source for use in document.records.uses(party.id)]
    other = next(one for one in document.records.of_kind("party") if one.id != party.id)
    dialog.choices.choose(Remedy.REPLACE.value)
    dialog.accept_button.click()
    assert dialog.problem.text() == "Velg hva som skal stå der i stedet."
    dialog.other.set_value(other.id)
    carry_out(document, party, dialog)
    assert all(document.get(user).party == other.id for user in users)


def test_the_entries_go_along(document, party, dialog):
    users = [use.source for use in document.records.uses(party.id)]
    dialog.choices.choose(Remedy.DELETE.value)
    carry_out(document, party, dialog)
    assert [document.get(user) for user in users] == [None] * len(users)


def test_nothing_is_asked_where_nothing_else_is_concerned(document):
    alone = document.add("party", name="Ubrukt AS")
    assert ask_deletion(None, document, document.deletion(alone)) == (Remedy.CLEAR, None)


def test_keeping_the_record_changes_nothing(document, party, answer):
    answer(lambda opened: opened.reject())
    assert ask_deletion(None, document, document.deletion(party.id)) is None
    assert document.get(party.id) == party
