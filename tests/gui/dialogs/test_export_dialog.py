"""What the export dialog writes, and what it refuses to write."""

from __future__ import annotations

from datetime import date

import pytest
from pypdf import PdfReader

from ropa_app.domain.values import Text
from ropa_app.gui.dialogs import export_dialog
from ropa_app.gui.dialogs.export_dialog import ExportDialog
from ropa_app.gui.dialogs.export_flow import ask_export, ask_json_export, start_export
from ropa_app.gui.jobs import Publication, RegisterOrder, StatementOrder
from ropa_app.gui.widgets.language_switch import SegmentedControl
from tests.gui.approving import approved

WAIT = 30_000


@pytest.fixture
def dialog(qtbot, context):
    def make(what="register"):
        made = ExportDialog(context, what)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def settled(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.is_drawing(), timeout=WAIT)


def text_of(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


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


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_register_is_written_and_can_be_read(qtbot, context, teller, tmp_path, language):
    path = tmp_path / "register.pdf"
    start_export(teller, context, RegisterOrder(language, date(2026, 11, 22)), path)
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    assert teller.done[0][1] == path
    assert path.name in teller.done[0][0]
    text = text_of(path)
    assert "VELUX Norge AS" in text
    assert "SnapEngage" in text


def test_an_approved_version_is_exported_as_it_was(qtbot, context, teller, tmp_path):
    document = context.document
    assert approved(document)
    organisation = document.records.one("organisation")
    assert document.set_value(organisation.id, "name", "Et annet navn AS") == ""
    path = tmp_path / "version.pdf"
    start_export(teller, context, RegisterOrder("nb", version=1), path)
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    text = text_of(path)
    assert "VELUX Norge AS" in text
    assert "Et annet navn AS" not in text


def test_a_cancelled_export_leaves_no_file(qtbot, context, teller, tmp_path):
    path = tmp_path / "register.pdf"
    job = start_export(teller, context, RegisterOrder("nb"), path)
    job.cancel()
    qtbot.waitUntil(context.tasks.is_idle, timeout=WAIT)
    assert not path.exists()
    assert list(tmp_path.glob("*.pdf*")) == []
    assert teller.done == []


def test_a_final_statement_is_recorded_and_undo_takes_it_back(qtbot, context, teller, tmp_path):
    document = context.document
    before = len(document.records.of_kind("published_statement"))
    path = tmp_path / "statement.pdf"
    order = StatementOrder("nb", None, Publication(date(2026, 11, 23), "velux.no", "Blir rettet i desember."))
    start_export(teller, context, order, path)
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    added = [
        one for one in document.records.of_kind("published_statement") if one.published == date(2026, 11, 23)
    ]
    assert len(added) == 1
    assert added[0].place == "velux.no"
    assert document.records.owned(added[0].id) != []
    assert "utkast" not in str(PdfReader(path).metadata).casefold()
    assert document.undo()
    assert len(document.records.of_kind("published_statement")) == before
    assert path.exists()


def test_a_draft_is_not_recorded(qtbot, context, teller, tmp_path):
    before = context.document.state.head().sequence
    start_export(teller, context, StatementOrder("nb"), tmp_path / "draft.pdf")
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    assert context.document.state.head().sequence == before


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


def test_a_final_statement_without_reason_writes_nothing(qtbot, context, teller, tmp_path):
    order = StatementOrder("nb", None, Publication(date(2026, 11, 23), "velux.no"))
    start_export(teller, context, order, tmp_path / "statement.pdf")
    qtbot.waitUntil(lambda: bool(teller.messages), timeout=WAIT)
    assert teller.messages[0][0] == "error"
    assert list(tmp_path.glob("*.pdf*")) == []


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


def test_the_window_asks_and_writes(qtbot, context, teller, answer):
    answer(lambda opened: opened.export_button.click())
    ask_export(teller, context, "register")
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    assert teller.done[0][1].read_bytes().startswith(b"%PDF-")


def test_json_is_written_where_the_user_says(qtbot, context, teller, answer, tmp_path):
    def save(opened):
        opened.selectFile(str(tmp_path / "velux.json"))
        opened.accept()

    answer(save)
    ask_json_export(teller, context)
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    assert (tmp_path / "velux.json").read_text("utf-8").startswith("{")


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


def test_a_version_is_offered_where_it_was_asked_for(qtbot, context, teller, answer):
    assert approved(context.document)
    names: list[str] = []

    def export(opened):
        names.append(opened.file.path().name)
        opened.export_button.click()

    answer(export)
    ask_export(teller, context, "register:1")
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    assert "-v1-nb-" in names[0]
    assert "Versjon 1" in text_of(teller.done[0][1])


def test_characters_that_no_font_has_are_told(qtbot, context, teller, tmp_path):
    document = context.document
    activity = document.records.of_kind("activity")[0]
    assert document.set_value(activity.id, "title", Text(nb="Salg \U0001f984")) == ""
    start_export(teller, context, RegisterOrder("nb"), tmp_path / "register.pdf")
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    assert "Tegn som skriftene mangler" in teller.done[0][0]
