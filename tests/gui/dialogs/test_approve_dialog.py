"""Approving a version."""

from __future__ import annotations

from ropa_app.gui.dialogs.approve_dialog import ApproveDialog, ask_approval


def approve(opened):
    opened.approver.setText("Henrik Lie, juridisk")
    opened.note.setPlainText("Første protokoll")
    opened.accept_button.click()


def test_the_version_is_made_and_undo_does_not_take_it_back(document, answer):
    answer(approve)
    assert ask_approval(None, document)
    newest = document.standing().newest
    assert (newest.number, newest.approver, newest.note) == (1, "Henrik Lie, juridisk", "Første protokoll")
    assert document.undo_text() == ""


def test_what_is_approved_already_cannot_be_approved_again(qtbot, document):
    assert document.approve("Henrik Lie", "")
    dialog = ApproveDialog(document)
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    assert dialog.problem.text() == "Ingenting er endret siden versjon 1."


def test_somebody_has_to_approve(qtbot, document):
    dialog = ApproveDialog(document)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.approver.clear()
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.problem.text() != ""


def test_nobody_approves_by_leaving(document, answer):
    answer(lambda opened: opened.reject())
    assert not ask_approval(None, document)
    assert document.standing().newest is None
