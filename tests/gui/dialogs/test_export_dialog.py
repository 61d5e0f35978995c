"""What the export dialog offers and shows, and what it refuses."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ropa_app.domain.values import Audience, Text
from ropa_app.gui.dialogs import export_dialog
from ropa_app.gui.dialogs.export_dialog import ExportDialog
from ropa_app.gui.widgets.language_switch import SegmentedControl
from ropa_app.i18n import LANGUAGES, translator

WAIT = 30_000


@pytest.fixture
def dialog(qtbot, context):
    def make(what="register", **more):
        made = ExportDialog(context, what, **more)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def settled(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.is_drawing(), timeout=WAIT)


def test_the_pages_are_shown_before_anything_is_written(qtbot, dialog, tmp_path):
    shown = dialog()
    settled(qtbot, shown)
    assert shown.preview.pages() > 10
    assert list(tmp_path.glob("*.pdf")) == []
    shown.reject()
    assert list(tmp_path.glob("*.pdf")) == []


def test_the_name_of_the_file_follows_the_choices(dialog, document):
    shown = dialog()
    day = document.state.head().step.day.isoformat()
    assert shown.file.path().name == f"behandlingsprotokoll-velux-norge-as-nb-{day}.pdf"
    shown.options.what.choose("statement")
    shown.options.language.findChild(SegmentedControl)
    shown.options.language.set_current("en")
    shown.options.language.chosen.emit("en")
    assert shown.file.path().name == f"personvernerklaering-velux-norge-as-en-{day}.pdf"


def test_gaps_are_listed_and_a_final_statement_needs_a_reason(qtbot, dialog):
    shown = dialog("statement")
    fields = shown.options.publication
    fields.marking.choose("final")
    settled(qtbot, shown)
    shown.try_accept()
    assert shown.problem.text() == "Oppgi hvor erklæringen publiseres."
    fields.place.setText("velux.no")
    shown.try_accept()
    assert shown.problem.text().startswith("Gi en grunn")
    assert fields.reason.isVisibleTo(fields)
    fields.reason.setPlainText("Rettes senere.")
    shown.try_accept()
    assert shown.result() == ExportDialog.DialogCode.Accepted
    assert shown.order().publication.reason == "Rettes senere."


def test_a_day_that_is_none_is_refused(qtbot, dialog):
    shown = dialog()
    shown.options.day.line().setText("i går")
    shown.try_accept()
    assert shown.problem.text() != ""
    assert shown.isVisible()


def test_a_file_that_exists_is_not_replaced_unasked(dialog, tmp_path):
    shown = dialog()
    taken = tmp_path / "taken.pdf"
    taken.write_bytes(b"kept")
    shown.file.line.setText(str(taken))
    shown.try_accept()
    assert "taken.pdf" in shown.problem.text()
    shown.file.set_path(taken)  # as the system's dialog does after its question
    shown.try_accept()
    assert shown.problem.text() == ""


@pytest.fixture
def large(monkeypatch):
    """Count every register as one whose pages are drawn on demand only."""
    monkeypatch.setattr(export_dialog, "FREE_PREVIEW", 0)


def test_the_pages_of_a_large_register_are_drawn_on_demand(qtbot, large, dialog):
    shown = dialog()
    settled(qtbot, shown)
    assert shown.preview.pages() == 0
    shown.draw_button.click()
    settled(qtbot, shown)
    assert shown.preview.pages() > 10


def test_the_gaps_of_a_large_statement_are_listed_without_its_pages(qtbot, large, dialog):
    shown = dialog("statement")
    settled(qtbot, shown)
    assert shown.preview.pages() == 0
    assert shown.options.publication.fault() == ""
    shown.options.publication.marking.choose("final")
    shown.options.publication.place.setText("velux.no")
    settled(qtbot, shown)
    assert shown.options.fault().startswith("Gi en grunn")


def test_a_narrow_dialog_gives_up_the_pages(qtbot, dialog):
    shown = dialog()
    assert shown.preview.strip.isVisible()
    shown.resize(800, 600)
    assert not shown.preview.strip.isVisible()
    assert shown.preview.isVisible()
    shown.resize(620, 380)
    assert not shown.preview.isVisible()
    assert shown.export_button.isVisible()


def unprintable_title(document, reference="1.3", **texts):
    one = next(one for one in document.records.of_kind("activity") if one.reference == reference)
    assert document.set_value(one.id, "title", Text(**texts)) == ""
    return one.id


def test_characters_that_no_font_has_are_told_before_anything_is_written(qtbot, dialog, document):
    unprintable_title(document, nb="Salg \U0001f984")
    shown = dialog()
    settled(qtbot, shown)
    assert "U+1F984" in shown.replaced.text()
    assert shown.replaced.isVisible()
    assert [link.text() for link in shown.replaced.links] == ["1.3: Behandling"]
    shown.options.what.choose("statement")
    shown.options.form.set_current("html")
    shown.options.form.chosen.emit("html")
    settled(qtbot, shown)
    assert not shown.replaced.isVisible()  # a web page keeps the character


def test_a_language_without_such_characters_is_not_cautioned(qtbot, dialog, document):
    unprintable_title(document, nb="Salg \U0001f984", en="Sales")
    shown = dialog()
    settled(qtbot, shown)
    assert shown.replaced.isVisible()
    shown.options.language.set_current("en")
    shown.options.language.chosen.emit("en")
    settled(qtbot, shown)
    assert not shown.replaced.isVisible()


def test_a_large_register_is_looked_through_without_drawing(qtbot, large, dialog, document):
    unprintable_title(document, nb="Salg \U0001f984")
    shown = dialog()
    settled(qtbot, shown)
    assert shown.preview.pages() == 0
    assert "U+1F984" in shown.replaced.text()
    shown.options.register.parts["history"].setChecked(False)
    settled(qtbot, shown)
    assert shown.replaced.isVisible()
    other = next(one.id for one in document.records.of_kind("activity") if one.reference == "2.1")
    shown.options.register.set_chosen_activities((other,))
    settled(qtbot, shown)
    assert not shown.replaced.isVisible()


def test_parts_and_activities_make_the_pages(qtbot, dialog, document):
    shown = dialog()
    settled(qtbot, shown)
    whole = shown.preview.pages()
    for box in shown.options.register.parts.values():
        box.setChecked(False)
    shown.try_accept()
    assert shown.problem.text() == "Velg minst én del."
    shown.options.register.parts["history"].setChecked(True)
    settled(qtbot, shown)
    assert shown.problem.text() == ""
    assert 0 < shown.preview.pages() < whole


def test_an_extract_says_so_in_its_name(dialog, document):
    shown = dialog(shown=document.records.of_kind("activity")[0].id)
    assert "utdrag" not in shown.file.path().name
    shown.options.register.activities.choose("shown")
    assert shown.order().activities == (document.records.of_kind("activity")[0].id,)
    assert "behandlingsprotokoll-utdrag-velux" in shown.file.path().name


def test_the_internal_copy_is_told_apart(qtbot, dialog):
    shown = dialog()
    assert shown.order().audience is Audience.AUTHORITY
    shown.options.what.choose("internal")
    assert shown.order().audience is Audience.INTERNAL
    assert shown.options.caution.isVisible()
    assert shown.file.path().name.startswith("behandlingsprotokoll-intern-velux")
    shown.options.what.choose("statement")
    assert not shown.options.caution.isVisible()
    settled(qtbot, shown)


def test_the_ending_of_the_name_follows_the_format(dialog, tmp_path):
    shown = dialog("statement")
    shown.file.set_path(tmp_path / "min.pdf")
    shown.options.form.set_current("html")
    shown.options.form.chosen.emit("html")
    assert shown.file.path() == tmp_path / "min.html"
    assert shown.order().form == "html"


def test_what_is_behind_a_fold_is_said_and_opened_where_it_is_wrong(dialog, document):
    shown = dialog()
    state = shown.options.state
    assert not state.is_open()
    assert "Slik protokollen er nå" in state.summary()
    shown.options.day.line().setText("i går")
    shown.try_accept()
    assert state.is_open()
    assert shown.options.day.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_option_is_wider_than_its_column(dialog, document, language):
    document.set_translator(translator(language))
    shown = dialog()
    bar = shown._scroll.verticalScrollBar().sizeHint().width()
    for what in ("register", "internal", "statement"):
        shown.options.what.choose(what)
        assert shown.options.minimumSizeHint().width() <= shown._scroll.width() - bar, what


@pytest.mark.parametrize("size", [(683, 384), (1024, 700), (1366, 768)])
def test_it_fits_the_window_it_is_opened_from(qtbot, context, size):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    shown = ExportDialog(context, "register", window)
    shown.show()
    assert shown.width() <= size[0]
    assert shown.height() <= size[1]
    assert shown.rect().contains(shown.export_button.geometry())
    shown.reject()


def test_tab_walks_through_the_options_as_they_stand(qtbot, dialog):
    shown = dialog()
    settled(qtbot, shown)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    options = shown.options
    options.register.more.set_open(True)
    options.state.set_open(True)
    QApplication.processEvents()
    places, seen = [], None
    options.findChild(QWidget).setFocus()
    options.what.findChildren(QWidget)[0].setFocus()
    for _ in range(60):
        focused = QApplication.focusWidget()
        if focused is None or not options.isAncestorOf(focused):
            break
        assert focused is not seen
        seen = focused
        places.append((focused.mapTo(options, focused.rect().topLeft()).y(), type(focused).__name__))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    heights = [y for y, _ in places]
    assert len(places) > 15
    assert all(later > earlier - 8 for earlier, later in pairwise(heights)), places
