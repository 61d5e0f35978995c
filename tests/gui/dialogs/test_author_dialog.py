"""The name for the history."""

from __future__ import annotations

from ropa_app.gui.dialogs.author_dialog import AuthorDialog, ask_author, user_of_system


def test_the_known_name_stands_there(qtbot, context):
    dialog = AuthorDialog(context.t, "Henrik Lie")
    qtbot.addWidget(dialog)
    assert dialog.author() == "Henrik Lie"


def test_without_one_it_is_that_of_the_system(qtbot, context):
    dialog = AuthorDialog(context.t, "")
    qtbot.addWidget(dialog)
    assert dialog.author() == user_of_system()


def test_an_empty_name_is_refused(qtbot, context):
    dialog = AuthorDialog(context.t, "Kari")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("  ")
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.problem.text() == "Skriv navnet ditt."


def test_the_answer_is_the_name_or_none(context, answer):
    answer(lambda opened: opened.accept_button.click())
    assert ask_author(None, context.t, "Kari") == "Kari"
    answer(lambda opened: opened.reject())
    assert ask_author(None, context.t, "Kari") is None
