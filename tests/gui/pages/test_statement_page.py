"""The statement page: sections, own paragraphs, settings, published statements, pages that follow."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from ropa_app.domain.values import Text
from ropa_app.gui.pages import statement_preview
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import LANGUAGES
from tests.gui.accessible import nameless
from tests.gui.window import example, open_window, opened, stored

WAIT = 30_000
MARKETING = "08-marketing"


@pytest.fixture
def window(qtbot, tmp_path):
    made = open_window(qtbot, tmp_path, example(tmp_path))
    assert made.workspace.show_page("statement")
    return made


@pytest.fixture
def page(window):
    return window.workspace.page()


def drawn(qtbot, page):
    qtbot.waitUntil(lambda: page.preview.pages() > 0 and not page.drawing.is_stale(), timeout=WAIT)
    qtbot.waitUntil(page.context.tasks.is_idle, timeout=WAIT)


def choose(page, key):
    page.sections.setCurrentIndex(page.sections.rows.index(page.sections.rows.row_of(key)))


def words(pane):
    QApplication.processEvents()  # lets what was just added be shown
    return " ".join(one.text() for one in pane.findChildren(type(pane._title)) if one.isVisible())


def test_the_sections_tell_what_is_not_settled(qtbot, page):
    drawn(qtbot, page)
    model = page.sections.rows
    rows = [model.index(row).data() for row in range(model.rowCount())]
    assert rows[0] == "Kort fortalt"
    assert rows[-2:] == ["Innstillinger for erklæringen", "Publiserte erklæringer"]
    assert len(rows) == 17
    spoken = [model.data(model.index(row), 11) for row in range(model.rowCount())]  # AccessibleTextRole
    assert "1 Hvem som er ansvarlig, deler er ikke fastsatt" in spoken
    assert "12 Klage" in spoken
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)


def test_a_section_shows_its_generated_text_and_its_page(qtbot, page):
    drawn(qtbot, page)
    choose(page, "12-complaint")
    assert "Du kan alltid klage til Datatilsynet" in words(page.section)
    assert page.preview.page() > 5


def test_an_own_paragraph_is_added_written_and_taken_back(qtbot, window, page, tmp_path):
    drawn(qtbot, page)
    document = opened(window)
    choose(page, MARKETING)
    before = len(page.section.own)
    page.new_record()
    assert len(page.section.own) == before + 1
    block = page.section.own[-1]
    block.text.widget.setPlainText("Skriv til oss, så slipper du flere brev.")
    assert page.commit_pending()
    record = stored(document.path, block.record)
    assert (record.section, record.text.nb) == (MARKETING, "Skriv til oss, så slipper du flere brev.")
    drawn(qtbot, page)
    number = len([one for one in page.section.own if one.record == block.record])
    assert number == 1
    assert words(page.section).count("slipper du flere brev") == 0  # it stands in its field only
    block.deleted.emit()
    assert document.get(block.record) is None
    assert len(page.section.own) == before
    assert document.undo()
    assert len(page.section.own) == before + 1


def test_the_paragraph_follows_the_language_of_the_forms(qtbot, window, page):
    document = opened(window)
    added = document.add("statement_text", section=MARKETING, text=Text(nb="Bokmål her", nn="Nynorsk her"))
    choose(page, MARKETING)
    block = next(one for one in page.section.own if one.record == added)
    assert block.text.widget.text() == "Bokmål her"
    document.set_language("nn")
    assert block.text.widget.text() == "Nynorsk her"
    drawn(qtbot, page)


def test_another_section_takes_the_paragraph(qtbot, window, page):
    document = opened(window)
    added = document.add("statement_text", section=MARKETING, text=Text(nb="Flyttes"))
    choose(page, MARKETING)
    assert added is not None
    assert document.set_value(added, "section", "12-complaint") == ""
    assert all(one.record != added for one in page.section.own)
    choose(page, "12-complaint")
    assert any(one.record == added for one in page.section.own)


def test_the_pages_follow_an_edit(qtbot, window, page):
    drawn(qtbot, page)
    document = opened(window)
    statement = document.records.one("statement")
    document.set_value(statement.id, "rights_how", Text(nb="Ring oss på rådhuset."))
    assert page.drawing.is_stale()
    drawn(qtbot, page)
    choose(page, "11-rights")
    assert "Ring oss på rådhuset." in words(page.section)


def test_records_of_the_page_are_found(page, window):
    document = opened(window)
    published = document.records.of_kind("published_statement")[0]
    assert page.show_record(published.id)
    assert page.current_record() == published.id
    item = document.records.owned(published.id)[0]
    assert page.show_record(item.id)
    assert page.show_record(document.records.one("statement").id)
    assert page.settings.isVisible()
    assert not page.show_record(document.records.one("organisation").id)


def test_published_statements_are_added_and_deleted(page, window):
    document = opened(window)
    choose(page, "published")
    first = page.current_record()
    page.new_record()
    added = page.current_record()
    assert added != first
    assert document.get(added).KIND == "published_statement"
    page.delete_record()
    assert document.get(added) is None
    assert page.current_record() == first


def test_export_is_asked_for(qtbot, page):
    page.export_wanted.disconnect()
    with qtbot.waitSignal(page.export_wanted) as asked:
        page.export_button.click()
    assert asked.args == ["statement"]


def test_a_narrow_window_shows_text_or_pages(page):
    page.set_narrow(True)
    assert page.section.isVisible()
    assert not page.preview.isVisible()
    page.pages_button.click()
    assert page.preview.isVisible()
    assert not page.section.isVisible()
    page.pages_button.click()
    assert page.section.isVisible()


def test_a_read_only_register_can_be_read(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path), read_only=True)
    assert window.workspace.show_page("statement")
    page = window.workspace.page()
    drawn(qtbot, page)
    assert not page.can_add()
    assert not page.section.add_button.isEnabled()
    assert not page.published.new_button.isEnabled()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_a_name_in_every_language(qtbot, tmp_path, language):
    window = open_window(qtbot, tmp_path, example(tmp_path), language)
    assert window.workspace.show_page("statement")
    page = window.workspace.page()
    drawn(qtbot, page)
    assert page is not None
    for key in (MARKETING, "settings", "published"):
        choose(page, key)
        assert nameless(page) == []


def test_the_words_change_with_the_window(qtbot, window, page):
    drawn(qtbot, page)
    window.set_language("en")
    assert page.export_button.text() == "Export …"
    assert page.sections.rows.index(0).data() == "In short"


def test_the_pages_of_a_large_register_are_drawn_on_demand(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(statement_preview, "FREE", 0)
    window = open_window(qtbot, tmp_path, example(tmp_path))
    assert window.workspace.show_page("statement")
    page = window.workspace.page()
    assert page.preview.pages() == 0
    assert "be om sidene" in words(page.section)
    assert page.pages_button.isVisible()
    page.pages_button.click()
    drawn(qtbot, page)
    choose(page, "12-complaint")
    assert "Du kan alltid klage til Datatilsynet" in words(page.section)


def test_a_placeholder_is_inserted_and_an_unknown_one_is_told_beside_the_paragraph(qtbot, window, page):
    drawn(qtbot, page)
    document = opened(window)
    choose(page, MARKETING)
    page.new_record()
    block = page.section.own[-1]
    assert not block.unknown.isVisible()
    block.text.widget.setPlainText("Skriv til {organisation.mail} eller ")
    block.text.widget.moveCursor(QTextCursor.MoveOperation.End)
    entries = {one.text(): one for one in block.insert_button.menu().actions()}
    entries["Virksomheten: E-post"].trigger()
    assert page.commit_pending()
    record = stored(document.path, block.record)
    assert record.text.nb == "Skriv til {organisation.mail} eller {organisation.email}"
    assert block.unknown.text().endswith("trykkes som det står: {organisation.mail}")
    drawn(qtbot, page)
    # The paragraph stands in its field, not a second time among what is generated.
    assert "eller velux-no@velux.com" not in words(page.section)
    window.undo()
    assert not page.section.own[-1].unknown.isVisible()


def test_a_contradiction_stands_beside_the_paragraph_until_it_is_mended(qtbot, window, page):
    drawn(qtbot, page)
    document = opened(window)
    choose(page, "04-recipients")
    page.new_record()
    block = page.section.own[-1]
    block.text.widget.setPlainText("Vi deler ikke opplysningene dine med andre.")
    assert page.commit_pending()
    beside = block.text.row.findings
    qtbot.waitUntil(lambda: "deler ikke opplysningene dine med andre" in told(beside), timeout=WAIT)
    with qtbot.waitSignal(page.why_wanted, check_params_cb=lambda one: one.rule == "R-STM-23"):
        beside.why_wanted.emit(beside_finding(document, block))
    choose(page, MARKETING)
    assert page.show_record(block.record)
    assert page.section.own[-1].text.widget.text().startswith("Vi deler ikke")
    block = page.section.own[-1]
    assert "Vi deler ikke" not in told(block.section.row.findings)
    block.text.widget.setPlainText("Vi deler opplysningene dine med dem vi nevner her.")
    assert page.commit_pending()
    qtbot.waitUntil(lambda: not told(block.text.row.findings), timeout=WAIT)


def test_a_paragraph_that_was_gone_to_stays_in_view_when_the_text_above_it_comes(qtbot, window, page):
    document = opened(window)
    added = document.add("statement_text", section="04-recipients", text=Text(nb="Vi deler lite."))
    assert page.show_record(added)
    drawn(qtbot, page)
    QApplication.processEvents()
    (block,) = (one for one in page.section.own if one.record == added)
    assert page.section.verticalScrollBar().maximum() > 0
    assert not block.visibleRegion().isEmpty()


def told(lines):
    return " ".join(one.text() for one in lines.findChildren(Label) if one.isVisibleTo(lines))


def beside_finding(document, block):
    (found,) = document.findings.of(block.record)
    return found.finding
