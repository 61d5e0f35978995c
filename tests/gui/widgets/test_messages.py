"""Strips, empty pages, search, switches, heads and marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton, QToolButton

from ropa_app.gui import theme
from ropa_app.gui.widgets.buttons import link_button, plain_button, primary_button, tool_button
from ropa_app.gui.widgets.empty_state import EmptyState
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.language_switch import LanguageSwitch
from ropa_app.gui.widgets.mark import WORDS, Mark, paint_mark
from ropa_app.gui.widgets.message_strip import MessageStrip
from ropa_app.gui.widgets.progress_strip import ProgressStrip
from ropa_app.gui.widgets.record_header import PropertyButton, RecordHeader
from ropa_app.gui.widgets.search_field import SearchField
from ropa_app.i18n import translator
from tests.gui.accessible import nameless
from tests.gui.keys import focused


def buttons(widget) -> dict[str, QToolButton]:
    return {one.accessibleName(): one for one in widget.findChildren(QToolButton) if one.isVisible()}


def test_a_message_stays_until_it_is_closed(t, shown, heard):
    strip = shown(MessageStrip(t))
    opened, closed = [], []
    strip.closed.connect(lambda: closed.append(1))
    assert not strip.isVisible()
    strip.show_message("ok", "Protokollen er eksportert.", [("Åpne", lambda: opened.append(1))])
    assert strip.isVisible()
    assert strip.accessibleName() == "I orden: Protokollen er eksportert."
    assert nameless(strip.window()) == []
    buttons(strip)["Åpne"].click()
    assert opened == [1]
    assert strip.isVisible()
    buttons(strip)["Lukk meldingen"].click()
    assert closed == [1]
    assert not strip.isVisible()


def test_a_new_message_takes_the_place_of_the_old(t, shown):
    strip = shown(MessageStrip(t))
    strip.show_message("ok", "Ferdig.", [("Åpne", print), ("Vis i mappe", print)])
    strip.show_message("error", "Disken er full.", closable=False)
    assert strip.property("strip") == "error"
    assert strip.text() == "Disken er full."
    assert buttons(strip) == {}
    strip.retranslate(translator("en"))
    strip.show_message("warning", "Careful.")
    assert list(buttons(strip)) == ["Close the message"]


def test_progress_appears_only_when_a_job_takes_its_time(t, shown, qtbot):
    strip = shown(ProgressStrip(t))
    strip.start("Eksporterer")
    assert strip.is_running()
    assert not strip.isVisible()
    qtbot.waitUntil(strip.isVisible)
    strip.finish()
    assert not strip.isVisible()
    assert not strip.is_running()
    strip.start("Igjen")
    strip.finish()
    assert not strip.is_running()


def test_progress_says_how_far_and_can_be_stopped(t, shown):
    strip = shown(ProgressStrip(t))
    cancelled = []
    strip.cancelled.connect(lambda: cancelled.append(1))
    strip.start("Eksporterer", at_once=True)
    strip.set_progress(11, 24, "Side 11 av 24")
    bar = strip.findChild(QProgressBar)
    assert (bar.value(), bar.maximum(), bar.accessibleName()) == (11, 24, "Eksporterer")
    assert bar.accessibleDescription() == "Side 11 av 24"
    button = strip.findChild(QPushButton)
    assert button.text() == "Avbryt"
    button.click()
    button.click()
    assert cancelled == [1]
    assert nameless(strip.window()) == []


def test_search_tells_every_change_and_escape_empties(t, shown, heard):
    field = shown(SearchField(t, "Søk i aktivitetene"))
    said = heard(field.searched)
    field.setFocus()
    QTest.keyClicks(field, "lo ")
    assert said == ["l", "lo", "lo"]
    assert nameless(field.window()) == []
    assert field.clear_button().accessibleName() == "Tøm søket"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert said[-1] == ""
    assert not field.clear_button().isVisible()
    wanted = []
    field.list_wanted.connect(lambda: wanted.append(1))
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert wanted == [1]


def test_an_empty_page_says_what_to_do(shown):
    page = shown(EmptyState("handshake"))
    page.set_texts("Ingen ennå", "Registrer hver virksomhet én gang. " * 6)
    page.set_buttons(primary_button("Ny", "plus"), plain_button("Importer"))
    QApplication.processEvents()
    sentence = page._sentence
    assert sentence.height() >= sentence.heightForWidth(sentence.width())
    assert page.accessibleDescription().startswith("Registrer")
    page.set_buttons(plain_button("Fjern filtre"))
    QApplication.processEvents()
    assert [one.text() for one in page.findChildren(QPushButton) if one.isVisible()] == ["Fjern filtre"]
    assert nameless(page.window()) == []


def test_one_language_holds_and_arrows_change_it(shown, heard):
    switch = shown(LanguageSwitch("Dokumentspråk"))
    said = heard(switch.chosen)
    assert switch.current() == "nb"
    switch.set_current("nn")
    assert said == []
    switch.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert switch.current() == "en"
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert said == ["en"]
    assert "Dokumentspråk: English" in buttons(switch)
    stops = [one for one in buttons(switch).values() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [one.text() for one in stops] == ["English"]
    switch.set_name("Language of the documents")
    assert "Language of the documents: Bokmål" in buttons(switch)


def test_a_record_head_steps_and_keeps_its_whole_title(t, shown, heard):
    head = shown(RecordHeader(t))
    said = heard(head.stepped)
    head.set_record("1.3", "Kunder og potensielle kunder i Norge og resten av Norden " * 3)
    head.set_neighbours(before=False, after=True)
    QApplication.processEvents()
    assert head._title.height() >= head._title.heightForWidth(head._title.width())
    named = buttons(head)
    assert not named["Forrige post"].isEnabled()
    named["Neste post"].click()
    assert said == [1]
    assert nameless(head.window()) == []
    head.set_narrow(True)
    head.set_record("", "")
    assert head.title() == "Ikke oppgitt"
    head.retranslate(translator("en"))
    assert "Next record" in buttons(head)


def test_a_property_shows_and_changes_its_value(shown, heard):
    button = shown(PropertyButton())
    said = heard(button.chosen)
    button.set_choices("Status", [("draft", "Utkast"), ("used", "I bruk")], "draft", "Ikke oppgitt")
    assert button.accessibleName() == "Status: Utkast"
    button.menu().actions()[1].trigger()
    assert said == ["used"]
    width = button.sizeHint().width()
    button.set_choices("Status", [("draft", "Utkast")], "", "Ikke oppgitt")
    assert button.accessibleName() == "Status: Ikke oppgitt"
    assert button.sizeHint().width() > width


def drawn(kind) -> bytes:
    """Return the shape of a mark without its colours."""
    image = QImage(28, 28, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_mark(painter, kind, QRectF(0, 0, 28, 28))
    painter.end()
    return bytes(image.pixelColor(x, y).alpha() > 127 for x in range(28) for y in range(28))


def test_every_mark_has_its_own_shape_and_word(t):
    shapes = {kind: drawn(kind) for kind in WORDS}
    assert len(set(shapes.values())) == len(WORDS)
    assert all(any(shape) for shape in shapes.values())
    words = {kind: Mark(t, kind).accessibleName() for kind in WORDS}
    assert words == {
        "error": "Feil",
        "warning": "Advarsel",
        "advice": "Råd",
        "accepted": "Godtatt",
        "ok": "I orden",
    }


def test_what_somebody_typed_is_never_markup(shown):
    label = shown(Label("<b>Kari</b> & <img src='x'>"))
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>Kari</b> & <img src='x'>"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_controls_have_the_height_of_the_design(look, shown, scheme):
    look.set_appearance(scheme)
    assert shown(plain_button("Avbryt")).sizeHint().height() == 30
    assert primary_button("Ny", "plus").sizeHint().height() == 30
    assert tool_button("Flyt", "workflow").height() == 30
    assert link_button("Legg til", "plus").sizeHint().height() >= 24
    assert theme.line_height("body") == 20
