"""A new register: whose, in which language, where."""

from __future__ import annotations

from ropa_app.gui.dialogs.new_register_dialog import NewRegisterDialog, ask_new_register
from ropa_app.gui.document import RegisterDocument, create_register


def fill(opened):
    opened.name.setText("Fjellheim Skole")
    opened.language.set_current("nn")
    opened.accept_button.click()


def test_the_file_follows_the_organisation(context, answer, tmp_path):
    answer(fill)
    asked = ask_new_register(None, context.settings, context.t)
    assert asked == (tmp_path / "fjellheim-skole.ropa", "Fjellheim Skole", "nn")
    path, name, _ = asked
    made = create_register(path, name, "Kari", "nn")
    opened = RegisterDocument.open(made, "Kari", context.t)
    assert (opened.name, opened.main_language) == ("Fjellheim Skole", "nn")
    opened.close()


def test_a_name_given_by_hand_stays(qtbot, context, tmp_path):
    dialog = NewRegisterDialog(context.t, context.settings)
    qtbot.addWidget(dialog)
    dialog.file.line.clear()
    qtbot.keyClicks(dialog.file.line, str(tmp_path / "min"))
    dialog.name.setText("Fjellheim")
    assert dialog.file.path() == tmp_path / "min.ropa"


def test_what_cannot_be_is_refused(qtbot, context, tmp_path):
    dialog = NewRegisterDialog(context.t, context.settings)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept_button.click()
    assert dialog.problem.text() == "Oppgi navnet på virksomheten."
    dialog.name.setText("Fjellheim")
    dialog.file.line.setText(str(tmp_path / "nowhere" / "x.ropa"))
    dialog.accept_button.click()
    assert "nowhere" in dialog.problem.text()
    assert dialog.isVisible()


def test_leaving_makes_nothing(context, answer, tmp_path):
    answer(lambda opened: opened.reject())
    assert ask_new_register(None, context.settings, context.t) is None
    assert list(tmp_path.glob("*.ropa")) == [tmp_path / "velux.ropa"]
