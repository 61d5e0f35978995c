"""The right pane shows the form that a record has, also when that changed out of sight."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.gui.window import added, editor, example, open_window, opened, page_of


def test_the_form_follows_the_kind_of_an_assessment_changed_out_of_sight(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    document = opened(window)
    made = added(document, "assessment", method="lia")
    window.workspace.show_record(made)
    pane = page_of(window).editor
    assert pane.form().key == ("assessment", "lia")
    assert [jump.letter for jump in pane.form().jumps()] == ["1", "2", "3", "4", "5"]
    window.workspace.show_page("activities")
    assert document.set_value(made, "method", "dpia") == ""
    window.workspace.show_page("assessments")
    QApplication.processEvents()
    assert pane.form().key == ("assessment", "dpia")
    assert pane.form().isVisible()
    assert pane.jump_bar.count() == 7
    assert editor(window, "assessment.necessity").isVisible()


def test_each_form_is_built_once_and_shows_what_was_edited_in_another(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    document = opened(window)
    made = added(document, "assessment", method="lia")
    window.workspace.show_record(made)
    pane = page_of(window).editor
    first = pane.form()
    assert document.set_value(made, "method", "compatibility") == ""
    assert document.set_value(made, "safeguards", "Kryptering") == ""
    assert editor(window, "assessment.safeguards").text() == "Kryptering"
    assert document.set_value(made, "method", "lia") == ""
    assert pane.form() is first
    assert editor(window, "assessment.safeguards").text() == "Kryptering"


def test_a_deleted_assessment_leaves_the_pane(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    document = opened(window)
    made = added(document, "assessment", method="tia")
    window.workspace.show_record(made)
    assert document.undo()
    assert page_of(window).editor.record() is None
