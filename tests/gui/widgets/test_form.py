"""Cards, sections, rows and hints."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from ropa_app.gui.widgets.card import CollapsibleCard
from ropa_app.gui.widgets.chip_edit import ChipEdit
from ropa_app.gui.widgets.day_edit import DayEdit
from ropa_app.gui.widgets.field_row import FIELD_WIDTH, FieldRow
from ropa_app.gui.widgets.form_section import FormSection
from ropa_app.gui.widgets.line_edit import LineEdit
from ropa_app.gui.widgets.text_area import TextArea
from ropa_app.i18n import translator
from tests.gui.accessible import nameless
from tests.gui.keys import focused, write

HINT = "Skriv hvilken interesse dere forfølger."


@pytest.fixture
def card(t, shown) -> CollapsibleCard:
    made = CollapsibleCard(t, "p3")
    made.set_texts(t, "3", "Finne nye kunder", "Avtale · artikkel 6 nr. 1 bokstav b")

    def build() -> None:
        if not made.body.count():
            made.body.addWidget(LineEdit(t))

    made.toggled.connect(build)
    return shown(made)


def tools(card: CollapsibleCard) -> dict[str, QToolButton]:
    return {one.accessibleName(): one for one in card.findChildren(QToolButton)}


def test_a_closed_card_shows_text_and_no_fields(card):
    assert not card.is_open()
    assert card._meta.isVisible()
    assert card.findChildren(LineEdit) == []
    assert card.accessibleName() == "3 Finne nye kunder"
    assert card.accessibleDescription() == "Avtale · artikkel 6 nr. 1 bokstav b"


def test_a_click_on_the_head_opens_and_closes(card, heard):
    said = heard(card.toggled)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(60, 14))
    assert card.is_open()
    assert card.property("card") == "open"
    assert not card._meta.isVisible()
    assert card.findChildren(LineEdit)[0].isVisible()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(60, 14))
    assert said == [True, False]
    assert card._meta.isVisible()


def test_enter_opens_and_escape_closes_with_the_focus_on_the_card(card, t):
    card.focus_head()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert card.is_open()
    field = card.findChildren(LineEdit)[0]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not card.is_open()
    assert focused().accessibleName() == "Åpne Finne nye kunder"


def test_escape_reverts_the_field_before_it_closes_the_card(card):
    card.set_open(True)
    field = card.findChildren(LineEdit)[0]
    write(field, "halvveis")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert card.is_open()
    assert field.text() == ""


def test_tools_come_with_the_focus_and_ask(card, heard, leave):
    deleted, moved = [], heard(card.moved)
    card.deleted.connect(lambda: deleted.append(1))
    leave(card)
    assert not tools(card)["Slett Finne nye kunder"].isVisible()
    card.focus_head()
    tools(card)["Slett Finne nye kunder"].click()
    tools(card)["Flytt Finne nye kunder opp"].click()
    QTest.keyClick(focused(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert deleted == [1]
    assert moved == [-1, 1]


def test_a_card_that_may_only_be_read_offers_nothing(card, heard):
    moved = heard(card.moved)
    card.set_read_only(True)
    card.focus_head()
    assert not tools(card)["Slett Finne nye kunder"].isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert moved == []
    card.set_read_only(False)
    card.set_movable(False)
    assert tools(card)["Slett Finne nye kunder"].isVisible()
    assert not tools(card)["Flytt Finne nye kunder opp"].isVisible()


def test_a_card_without_title_says_so(card):
    card.set_texts(translator("nn"), "1", "", "")
    assert card.accessibleName() == "1 Ikkje oppgitt"
    assert nameless(card.window()) == []


@pytest.fixture
def row(t, shown) -> FieldRow:
    return shown(FieldRow(t, "Interessen", LineEdit(t), HINT))


def test_a_row_names_its_editor(row):
    assert row.editor.accessibleName() == "Interessen"
    row.set_texts(translator("en"), "Interest", "Say which interest you pursue.")
    assert row.label() == "Interest"
    assert row.editor.accessibleName() == "Interest"
    assert row.editor.placeholderText() == "Not stated"
    assert nameless(row.window()) == []


def test_a_row_says_under_the_field_what_is_wrong(row):
    row.editor.set_invalid("Ikke lagret: nummeret er i bruk.")
    assert row.message() == "Ikke lagret: nummeret er i bruk."
    assert row._message.isVisible()
    row.editor.revert()
    assert not row._message.isVisible()


@pytest.mark.parametrize("make", [LineEdit, DayEdit])
def test_fields_keep_their_width_in_a_wide_form(make, t, shown):
    row = shown(FieldRow(t, "Felt", make(t)))
    row.window().resize(1000, 300)
    QApplication.processEvents()
    assert row.editor.width() <= FIELD_WIDTH
    assert row.editor.mapTo(row, QPoint()).x() == 158


@pytest.mark.parametrize("make", [TextArea, lambda t: ChipEdit(t, lambda: [("a", "Navn")], lambda key: key)])
def test_wide_fields_take_the_room_there_is(make, t, shown):
    row = shown(FieldRow(t, "Felt", make(t), wide=True))
    row.window().resize(1000, 300)
    QApplication.processEvents()
    assert row.editor.width() > 700


def test_a_narrow_form_has_its_labels_above(row):
    side = row.editor.mapTo(row, QPoint())
    row.set_stacked(True)
    QApplication.processEvents()
    above = row.editor.mapTo(row, QPoint())
    assert above.x() == 0
    assert above.y() > side.y()
    row.set_stacked(False)
    QApplication.processEvents()
    assert row.editor.mapTo(row, QPoint()) == side


def test_a_hint_opens_beside_the_field_and_takes_no_focus(row):
    row.editor.setFocus()
    button = row.hint_button()
    button.click()
    panel = button.panel()
    assert panel is not None
    assert panel.accessibleDescription() == HINT
    assert row.window().rect().contains(panel.geometry())
    assert focused() is row.editor
    assert nameless(row.window()) == []
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert button.panel() is None


def test_a_hint_closes_when_the_window_changes(row):
    button = row.hint_button()
    button.toggle()
    row.window().resize(500, 300)
    QApplication.processEvents()
    assert button.panel() is None


def test_a_field_without_hint_has_no_button(t, shown):
    assert not shown(FieldRow(t, "Felt", LineEdit(t))).hint_button().isVisible()


def test_a_section_carries_letter_title_and_rows(t, shown):
    section = shown(FormSection(t, "purposes", "Formål", "b", HINT, reference="Art. 30 nr. 1"))
    row = section.add_row(FieldRow(t, "Interessen", LineEdit(t)))
    extra = QWidget()
    section.add_widget(extra)
    assert section.rows() == [row]
    assert section.accessibleName() == "Bokstav b: Formål"
    section.set_texts(translator("en"), "Purposes", "What it is for.", "Art. 30(1)")
    assert section.accessibleName() == "Letter b: Purposes"
    assert section.title() == "Purposes"
    section.set_narrow(True)
    QApplication.processEvents()
    assert row.editor.mapTo(row, QPoint()).x() == 0
    assert nameless(section.window()) == []


def test_a_section_without_letter_is_named_by_its_title(t):
    assert FormSection(t, "more", "Mer").accessibleName() == "Mer"
