"""What an export writes, what it refuses to write, and what is remembered of it."""

from __future__ import annotations

from datetime import date

import pytest
from pypdf import PdfReader

from ropa_app.domain.values import Audience, Text
from ropa_app.gui.dialogs.export_choices import remembered
from ropa_app.gui.dialogs.export_dialog import ExportDialog
from ropa_app.gui.dialogs.export_flow import ask_export, ask_json_export, start_export
from ropa_app.gui.jobs import Publication, RegisterOrder, StatementOrder
from tests.gui.approving import approved

WAIT = 30_000


def text_of(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


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


def test_a_final_statement_without_reason_writes_nothing(qtbot, context, teller, tmp_path):
    order = StatementOrder("nb", None, Publication(date(2026, 11, 23), "velux.no"))
    start_export(teller, context, order, tmp_path / "statement.pdf")
    qtbot.waitUntil(lambda: bool(teller.messages), timeout=WAIT)
    assert teller.messages[0][0] == "error"
    assert list(tmp_path.glob("*.pdf*")) == []


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


def activities(document, *references):
    every = {one.reference: one.id for one in document.records.of_kind("activity")}
    return tuple(every[reference] for reference in references)


def test_an_internal_copy_of_some_activities_is_written(qtbot, context, teller, tmp_path):
    some = activities(context.document, "1.3", "2.1")
    order = RegisterOrder(
        "nb", audience=Audience.INTERNAL, parts=frozenset({"sheets", "history"}), activities=some
    )
    start_export(teller, context, order, tmp_path / "copy.pdf")
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    text = text_of(tmp_path / "copy.pdf")
    assert "Intern kopi" in text
    assert "Kunder og mulige kunder" in text
    assert "Nyhetsbrev og markedsføring" not in text


@pytest.mark.parametrize(("form", "begins"), [("html", "<!DOCTYPE html"), ("txt", "Utkast")])
def test_a_statement_is_written_as_web_page_and_as_text(qtbot, context, teller, tmp_path, form, begins):
    path = tmp_path / f"statement.{form}"
    start_export(teller, context, StatementOrder("nb", form=form), path)
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    text = path.read_text("utf-8")
    assert text.startswith(begins)
    assert "VELUX Norge AS" in text


def export_with(answer, choose):
    def act(opened):
        choose(opened.options)
        opened.export_button.click()

    answer(act)


def test_what_was_chosen_is_offered_the_next_time(qtbot, context, teller, answer):
    document, settings = context.document, context.settings
    some = activities(document, "1.3", "2.1")

    def choose(options):
        options.language.set_current("nn")
        options.register.parts["history"].setChecked(False)
        options.register.parts["measures"].setChecked(False)
        options.register.wide.setChecked(True)
        options.register.set_chosen_activities(some)

    before = document.state.head().sequence
    export_with(answer, choose)
    ask_export(teller, context, "register")
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    assert settings.sync()
    again = ExportDialog(context, "register")
    qtbot.addWidget(again)
    order = again.order()
    assert (order.language, order.wide_overview, order.activities) == ("nn", True, some)
    assert not again.options.register.chosen_parts(internal=False) & {"history", "measures"}
    assert (order.day, order.version) == (None, None)
    again.reject()
    assert document.state.head().sequence == before
    document.delete(some[0])
    fewer = ExportDialog(context, "register")
    qtbot.addWidget(fewer)
    assert fewer.order().activities == some[1:]
    fewer.reject()


def test_the_format_of_the_statement_is_offered_the_next_time(qtbot, context, teller, answer):
    def choose(options):
        options.language.set_current("en")
        options.form.set_current("txt")
        options.form.chosen.emit("txt")

    export_with(answer, choose)
    ask_export(teller, context, "statement")
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    assert teller.done[0][1].suffix == ".txt"
    again = ExportDialog(context, "statement")
    qtbot.addWidget(again)
    assert (again.order().language, again.order().form, again.order().publication) == ("en", "txt", None)
    again.options.what.choose("register")
    assert again.file.path().suffix == ".pdf"
    again.reject()


def test_an_internal_copy_is_offered_again_with_a_caution_but_a_version_is_not(
    qtbot, context, teller, answer
):
    assert approved(context.document)

    def choose(options):
        options.what.choose("internal")
        options.register.parts["gaps"].setChecked(True)

    export_with(answer, choose)
    ask_export(teller, context, "register")
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    assert "-intern-" in teller.done[0][1].name
    again = ExportDialog(context, "register")
    qtbot.addWidget(again)
    again.show()
    assert again.order().audience is Audience.INTERNAL
    assert again.options.register.parts["gaps"].isChecked()
    assert again.options.caution.isVisible()
    assert "Datatilsynet" in again.options.caution.text()
    assert "intern" in again.export_button.text()
    again.options.what.choose("register")
    assert not again.options.caution.isVisible()
    assert not again.options.register.parts["gaps"].isChecked()
    assert "intern" not in again.file.path().name
    again.reject()
    handed_over = ExportDialog(context, "register", version="1")
    qtbot.addWidget(handed_over)
    assert handed_over.order().audience is Audience.AUTHORITY
    handed_over.reject()


def test_nothing_is_remembered_of_an_export_that_was_not_made(context, teller, answer):
    def leave(opened):
        opened.options.what.choose("internal")
        opened.cancel_button.click()

    answer(leave)
    ask_export(teller, context, "register")
    assert not remembered(context.document, context.settings).internal
    assert teller.done == []


def test_a_link_leads_to_the_record_and_keeps_the_choices(qtbot, context, teller, answer):
    document = context.document
    (activity,) = activities(document, "1.3")
    assert document.set_value(activity, "title", Text(nb="Salg \U0001f984")) == ""

    def follow(opened):
        opened.options.what.choose("internal")
        qtbot.waitUntil(lambda: not opened.is_drawing(), timeout=WAIT)
        opened.replaced.links[0].click()

    answer(follow)
    ask_export(teller, context, "register")
    assert teller.records == [activity]
    assert remembered(document, context.settings).internal
    assert teller.done == []


def _save_as(path):
    def save(opened):
        opened.selectFile(str(path))
        opened.accept()

    return save


def test_findings_are_written_in_the_language_of_the_window(qtbot, context, teller, answer, tmp_path):
    context.document.set_language("en")
    answer(_save_as(tmp_path / "funn.pdf"))
    ask_export(teller, context, "findings")
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    text = text_of(teller.done[0][1])
    assert "Funn i protokollen" in text
    assert "Internt arbeidsdokument" in text


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_an_assessment_is_written_in_the_language_of_the_forms(
    qtbot, context, teller, answer, tmp_path, language
):
    document = context.document
    added = document.add("assessment")
    assert document.set_value(added, "method", "lia") == ""
    document.set_language(language)
    answer(_save_as(tmp_path / "vedlegg.pdf"))
    ask_export(teller, context, f"assessment:{added}")
    qtbot.waitUntil(lambda: bool(teller.done), timeout=WAIT)
    name = {"nb": "Interesseavveining", "nn": "Interesseavveging", "en": "Legitimate interests assessment"}
    assert f"V1 {name[language]}" in text_of(teller.done[0][1])


def test_a_paper_is_not_written_where_no_file_is_chosen(context, teller, answer, tmp_path):
    answer(lambda opened: opened.reject())
    ask_export(teller, context, "findings")
    assert list(tmp_path.glob("*.pdf")) == []
    assert context.tasks.is_idle()
