"""Approving a version."""

from __future__ import annotations

from ropa_app.gui.dialogs.approve_dialog import ApproveDialog, ask_approval
from tests.gui.approving import approved


def approve(opened):
    opened.approver.setText("Henrik Lie, juridisk")
    opened.note.setPlainText("Første protokoll")
    opened.accept_button.click()


def test_the_version_is_made_and_undo_does_not_take_it_back(qtbot, context, answer):
    document = context.document
    answer(approve)
    assert ask_approval(None, document, context.tasks) is not None
    qtbot.waitUntil(context.tasks.is_idle)
    newest = document.standing().newest
    assert (newest.number, newest.approver, newest.note) == (1, "Henrik Lie, juridisk", "Første protokoll")
    assert document.undo_text() == ""


def test_what_is_approved_already_cannot_be_approved_again(qtbot, document):
    assert approved(document)
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


def test_nobody_approves_by_leaving(context, answer):
    document = context.document
    answer(lambda opened: opened.reject())
    assert ask_approval(None, document, context.tasks) is None
    assert document.standing().newest is None


def test_an_edit_meanwhile_is_told_and_nothing_is_approved(context):
    document, told = context.document, []
    document.problem.connect(told.append)
    prepare = document.version_job("Henrik Lie", "")
    activity = document.records.of_kind("activity")[0]
    assert document.set_value(activity.id, "owner", "Salgssjef") == ""
    assert not document.approve(prepare())
    assert len(told) == 1
    assert document.standing().newest is None
