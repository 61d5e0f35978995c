"""The contract every widget that edits a value keeps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from ropa_app.gui.widgets.answer_box import AnswerBox
from ropa_app.gui.widgets.chip_edit import ChipEdit
from ropa_app.gui.widgets.code_combo import CodeCombo
from ropa_app.gui.widgets.day_edit import DayEdit
from ropa_app.gui.widgets.editor import ValueEditor
from ropa_app.gui.widgets.line_edit import LineEdit
from ropa_app.gui.widgets.number_edit import NumberEdit
from ropa_app.gui.widgets.period_edit import PeriodEdit
from ropa_app.gui.widgets.text_area import TextArea
from ropa_app.i18n import Translator, translator
from tests.gui.accessible import nameless
from tests.gui.keys import write

CODES = [("b", "Avtale"), ("f", "Berettiget interesse")]
MANY = [(str(n), f"Land {n}") for n in range(40)]
UNITS = [("day", "dager"), ("month", "måneder"), ("year", "år")]
NAMES = {"a": "Navn", "b": "Adresse", "c": "Betaling"}

# name: how it is made, an empty value, two values
EDITORS: dict[str, tuple[Callable[[Translator], Any], Any, Any, Any]] = {
    "line": (LineEdit, "", "Salg", "Marked"),
    "text": (TextArea, "", "Én linje", "To\nlinjer"),
    "number": (NumberEdit, None, 12, 3400),
    "day": (DayEdit, None, date(2026, 11, 22), date(2020, 7, 16)),
    "period": (lambda t: PeriodEdit(t, UNITS), None, (Decimal(5), "year"), (Decimal("1.5"), "day")),
    "code": (lambda t: CodeCombo(t, CODES), "", "b", "f"),
    "searched code": (lambda t: CodeCombo(t, MANY), "", "3", "17"),
    "answer": (AnswerBox, "?", "yes", "n/a"),
    "chips": (lambda t: ChipEdit(t, lambda: list(NAMES.items()), NAMES.__getitem__), (), ("a",), ("b", "c")),
}
TYPED = {"line": "Øst", "text": "Øst", "number": "8", "day": "1.2.2024", "period": "3"}
WRITTEN = {"line": "Øst", "text": "Øst", "number": 8, "day": date(2024, 2, 1), "period": (Decimal(3), "day")}


@pytest.fixture(params=EDITORS)
def kind(request) -> str:
    return request.param


@pytest.fixture
def editor(kind, t, shown) -> ValueEditor:
    made = shown(EDITORS[kind][0](t))
    made.setAccessibleName("Feltet")
    return made


@pytest.fixture(params=TYPED)
def typed_kind(request) -> str:
    return request.param


@pytest.fixture
def typed(typed_kind, t, shown):
    made = shown(EDITORS[typed_kind][0](t))
    made.setAccessibleName("Feltet")
    return made


def line_of(editor):
    """Return the widget inside an editor that is typed into."""
    return editor if isinstance(editor, QLineEdit | QPlainTextEdit) else editor.findChild(QLineEdit)


def test_setting_a_value_shows_it_and_sends_nothing(kind, editor, heard):
    said = heard(editor.committed)
    _, empty, one, other = EDITORS[kind]
    assert editor.value() == empty
    for value in (one, other, empty, one):
        editor.set_value(value)
        assert editor.value() == value
        assert not editor.is_pending()
        assert editor.commit_pending()
    assert said == []


def test_leaving_an_untouched_editor_sends_nothing(kind, editor, heard, leave):
    said = heard(editor.committed)
    editor.set_value(EDITORS[kind][2])
    editor.setFocus()
    leave(editor)
    assert said == []


def test_every_focusable_part_has_a_name(editor):
    assert nameless(editor.window()) == []


@pytest.mark.parametrize("language", ["nn", "en", "nb"])
def test_another_language_keeps_the_value(kind, editor, heard, language):
    said = heard(editor.committed)
    value = EDITORS[kind][3]
    editor.set_value(value)
    editor.retranslate(translator(language))
    assert editor.value() == value
    assert not editor.is_pending()
    assert said == []
    assert nameless(editor.window()) == []


def test_a_refused_value_stays_marked_until_it_is_reverted(kind, editor, heard):
    _, _, one, _ = EDITORS[kind]
    editor.set_value(one)
    messages = heard(editor.invalidated)
    editor.set_invalid("Ikke lagret: nei.")
    assert editor.is_pending()
    editor.revert()
    assert not editor.is_pending()
    assert editor.value() == one
    assert messages == ["Ikke lagret: nei.", ""]


def test_reading_only_keeps_the_value_and_gives_it_back(kind, editor):
    editor.set_value(EDITORS[kind][2])
    editor.set_read_only(True)
    assert editor.value() == EDITORS[kind][2]
    editor.set_read_only(False)
    assert editor.value() == EDITORS[kind][2]


def test_leaving_commits_once_what_was_typed(typed_kind, typed, heard, leave):
    said = heard(typed.committed)
    write(line_of(typed), TYPED[typed_kind])
    assert typed.is_pending()
    assert said == []
    leave(typed)
    assert said == [WRITTEN[typed_kind]]
    assert typed.value() == WRITTEN[typed_kind]
    leave(typed)
    typed.commit_pending()
    assert len(said) == 1


def test_enter_commits(typed_kind, typed, heard):
    said = heard(typed.committed)
    write(line_of(typed), TYPED[typed_kind])
    QTest.keyClick(line_of(typed), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    if typed_kind != "text":
        QTest.keyClick(line_of(typed), Qt.Key.Key_Return)
    assert said == [WRITTEN[typed_kind]]


def test_escape_brings_the_stored_value_back(typed_kind, typed, heard):
    said = heard(typed.committed)
    typed.set_value(EDITORS[typed_kind][2])
    write(line_of(typed), TYPED[typed_kind])
    QTest.keyClick(line_of(typed), Qt.Key.Key_Escape)
    assert not typed.is_pending()
    assert typed.value() == EDITORS[typed_kind][2]
    assert said == []


def test_what_cannot_be_stored_is_kept_as_typed(typed_kind, typed, leave):
    before = EDITORS[typed_kind][2]
    typed.set_value(before)
    typed.committed.connect(lambda _value: typed.set_invalid("Ikke lagret: nummeret er i bruk."))
    write(line_of(typed), TYPED[typed_kind])
    leave(typed)
    assert typed.is_pending()
    assert not typed.commit_pending()
    line = line_of(typed)
    assert (line.text() or "").startswith(TYPED[typed_kind])
    typed.revert()
    assert typed.value() == before


@pytest.mark.parametrize("name", ["number", "day", "period"])
def test_text_that_is_no_value_is_not_saved_and_says_why(name, t, shown, heard, leave):
    editor = shown(EDITORS[name][0](t))
    said, messages = heard(editor.committed), heard(editor.invalidated)
    write(line_of(editor), "x1")
    leave(editor)
    assert said == []
    assert line_of(editor).text() == "x1"
    assert messages[0].startswith("Ikke lagret: ")
    assert line_of(editor).accessibleDescription() == messages[0]
    assert not editor.commit_pending()
    write(line_of(editor), TYPED[name])
    leave(editor)
    assert said == [WRITTEN[name]]
    assert messages[-1] == ""


def test_undo_belongs_to_the_field_only_while_it_is_pending(typed_kind, typed, qtbot):
    undone = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), typed.window())
    shortcut.activated.connect(lambda: undone.append(1))
    line = line_of(typed)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]
    write(line, TYPED[typed_kind])
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]


@pytest.mark.parametrize("name", ["code", "answer"])
def test_a_choice_from_the_list_commits_at_once(name, t, shown, heard):
    editor = shown(EDITORS[name][0](t))
    said = heard(editor.committed)
    value = EDITORS[name][3]
    assert isinstance(editor, QComboBox)
    editor.setCurrentIndex(editor.findData(value))
    editor.activated.emit(editor.currentIndex())
    assert said == [value]
