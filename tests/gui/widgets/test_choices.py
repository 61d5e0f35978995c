"""Boxes with codes, answers, days and periods."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QToolButton

from ropa_app.gui.widgets.answer_box import AnswerBox
from ropa_app.gui.widgets.code_combo import CodeCombo
from ropa_app.gui.widgets.day_edit import DayEdit
from ropa_app.gui.widgets.period_edit import PeriodEdit
from ropa_app.i18n import translator
from tests.gui.accessible import nameless
from tests.gui.keys import write

CODES = [("a", "Samtykke"), ("b", "Avtale"), ("f", "Berettiget interesse")]
COUNTRIES = [("NO", "Norge"), ("SE", "Sverige"), ("US", "USA"), ("GB", "Storbritannia")] + [
    (f"X{n}", f"Land {n}") for n in range(20)
]
UNITS = [("month", "måneder"), ("year", "år")]


def test_none_is_the_first_choice_and_is_grey(t):
    box = CodeCombo(t, CODES)
    assert [box.itemText(row) for row in range(box.count())][:2] == ["Ikke oppgitt", "Samtykke"]
    assert box.property("empty") == "true"
    box.set_value("b")
    assert box.property("empty") == "false"


def test_a_stored_code_nobody_offers_is_shown_and_kept(t):
    box = CodeCombo(t, CODES)
    box.set_value("gone")
    assert box.value() == "gone"
    assert box.currentText() == "gone"
    assert not box.is_pending()


def test_arrow_keys_are_one_change_however_many_are_pressed(t, shown, leave, heard):
    box = shown(CodeCombo(t, CODES))
    said = heard(box.committed)
    box.setFocus()
    for _ in range(3):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert said == []
    assert box.is_pending()
    leave(box)
    assert said == ["f"]


def test_the_wheel_never_changes_a_value(t, shown):
    box = shown(CodeCombo(t, CODES))
    box.set_value("b")
    box.setFocus()
    down = QPoint(0, -120)
    event = QWheelEvent(
        QPointF(5, 5),
        box.mapToGlobal(QPointF(5, 5)),
        down,
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert box.currentData() == "b"
    assert not event.isAccepted()


@pytest.mark.parametrize(("typed", "code"), [("usa", "US"), ("storbr", "GB"), ("Land 7", "X7"), ("", "")])
def test_a_long_list_is_searched_by_typing(typed, code, t, shown, leave, heard):
    box = shown(CodeCombo(t, COUNTRIES))
    box.set_value("NO")
    said = heard(box.committed)
    line = box.lineEdit()
    write(line, typed)
    box.completer().popup().hide()
    leave(box)
    assert said == [code]
    assert box.value() == code


def test_a_name_that_fits_several_is_not_guessed_at(t, shown, leave, heard):
    box = shown(CodeCombo(t, COUNTRIES))
    said = heard(box.committed)
    write(box.lineEdit(), "Land")
    box.completer().popup().hide()
    leave(box)
    assert said == []
    assert box.property("finding") == "error"
    assert box.lineEdit().text() == "Land"


def test_a_box_that_may_only_be_read_does_not_open_or_move(t, shown):
    box = shown(CodeCombo(t, CODES))
    box.set_value("b")
    box.set_read_only(True)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.showPopup()
    assert box.value() == "b"
    assert box.currentData() == "b"
    assert not box.view().isVisible()


def test_the_four_answers_and_their_words(t):
    box = AnswerBox(t)
    words = [(box.itemData(row), box.itemText(row)) for row in range(box.count())]
    assert words == [("yes", "Ja"), ("no", "Nei"), ("n/a", "Ikke aktuelt"), ("?", "Ikke avklart")]
    assert box.value() == "?"
    assert box.property("empty") == "true"
    box.retranslate(translator("nn"))
    assert box.itemText(3) == "Ikkje avklart"


def test_an_answer_that_makes_no_sense_is_left_out(t):
    box = AnswerBox(t, answers=("yes", "no"))
    assert [box.itemData(row) for row in range(box.count())] == ["yes", "no", "?"]
    box.set_value("n/a")
    assert box.value() == "n/a"


def test_a_day_is_picked_in_the_calendar(t, shown, heard):
    field = shown(DayEdit(t))
    field.set_value(date(2026, 11, 1))
    said = heard(field.committed)
    popup = field.open_calendar()
    assert popup.calendar.selectedDate() == QDate(2026, 11, 1)
    assert popup.calendar.locale().language() == QLocale.Language.NorwegianBokmal
    assert nameless(popup) == []
    popup.calendar.activated.emit(QDate(2026, 11, 22))
    assert said == [date(2026, 11, 22)]
    assert field.line().text() == "22.11.2026"


def test_a_day_is_taken_away_in_the_calendar(t, shown, heard):
    field = shown(DayEdit(t))
    field.set_value(date(2026, 11, 1))
    said = heard(field.committed)
    popup = field.open_calendar()
    clear = next(one for one in popup.findChildren(QToolButton) if one.text() == "Ingen dag")
    clear.click()
    assert said == [None]
    assert field.value() is None


def test_english_writes_the_day_another_way(t):
    field = DayEdit(t)
    field.set_value(date(2026, 11, 22))
    field.retranslate(translator("en"))
    assert field.line().text() == "2026-11-22"


def parts(period: PeriodEdit) -> tuple[QLineEdit, QComboBox]:
    return period.findChildren(QLineEdit)[0], period.findChildren(QComboBox)[0]


def choose(box: QComboBox, code: str) -> None:
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def test_number_and_unit_are_one_change(t, shown, leave, heard):
    period = shown(PeriodEdit(t, UNITS))
    said = heard(period.committed)
    line, unit = parts(period)
    write(line, "5")
    unit.setFocus()
    assert said == []
    choose(unit, "year")
    assert said == [(Decimal(5), "year")]
    leave(period)
    assert len(said) == 1


def test_another_unit_beside_a_number_commits(t, shown, heard):
    period = shown(PeriodEdit(t, UNITS))
    period.set_value((Decimal("1.5"), "year"))
    said = heard(period.committed)
    choose(parts(period)[1], "month")
    assert said == [(Decimal("1.5"), "month")]


def test_a_unit_without_a_number_is_no_period(t, shown, leave, heard):
    period = shown(PeriodEdit(t, UNITS, unit="year"))
    said = heard(period.committed)
    _, unit = parts(period)
    assert unit.currentData() == "year"
    unit.setFocus()
    choose(unit, "month")
    leave(period)
    assert said == []
    assert period.value() is None
    assert not period.is_pending()


def test_leaving_the_unit_commits_the_number(t, shown, leave, heard):
    period = shown(PeriodEdit(t, UNITS))
    said = heard(period.committed)
    line, unit = parts(period)
    write(line, "2,5")
    unit.setFocus()
    leave(period)
    assert said == [(Decimal("2.5"), "month")]
    assert line.text() == "2,5"


def test_a_refused_unit_goes_back_with_the_number(t, shown):
    period = shown(PeriodEdit(t, UNITS))
    period.set_value((Decimal(5), "year"))
    period.committed.connect(lambda _value: period.set_invalid("Ikke lagret."))
    choose(parts(period)[1], "month")
    assert period.is_pending()
    period.revert()
    assert period.value() == (Decimal(5), "year")
