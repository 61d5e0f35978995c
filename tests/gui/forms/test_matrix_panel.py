"""The matrix of an assessment follows every edit of its risks, and leads to their cards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ropa_app.gui.forms.matrix_panel import MatrixPanel
from tests.gui.window import editor


@pytest.fixture
def made(desk):
    return desk.document.add("assessment", method="dpia")


def _spots(desk):
    return {one.number: (one.before, one.after) for one in _panel(desk).matrix.spots()}


def _panel(desk) -> MatrixPanel:
    return desk.form().findChild(MatrixPanel)


def _risk(desk, made, *levels: str):
    names = ("likelihood", "consequence", "likelihood_after", "consequence_after")
    values = dict(zip(names, levels, strict=False))
    return desk.document.add("risk", made, description="Innsyn", **values)


def test_without_risks_it_says_what_belongs_there(desk, made) -> None:
    desk.show(made)
    panel = _panel(desk)
    assert panel.isVisible()
    assert not panel.matrix.isVisible()


def test_risks_move_with_each_edit_and_undo(desk, made) -> None:
    risk = _risk(desk, made, "high", "moderate", "low", "moderate")
    desk.show(made)
    assert _spots(desk) == {"R1": ((2, 1), (0, 1))}
    desk.form().reveal(risk)
    combo = editor(desk.window, "risk.likelihood_after")
    combo.setCurrentIndex(combo.findData("moderate"))
    combo.activated.emit(combo.currentIndex())
    assert desk.on_disk(risk).likelihood_after == "moderate"
    assert _spots(desk) == {"R1": ((2, 1), (1, 1))}
    desk.press_undo()
    assert _spots(desk) == {"R1": ((2, 1), (0, 1))}
    assert _panel(desk).matrix.spoken(2, 1).endswith("risiko R1 før tiltakene")
    desk.press_undo()
    assert _spots(desk) == {}


def test_enter_opens_the_card_of_the_risk(desk, made) -> None:
    _risk(desk, made, "low", "low")
    second = _risk(desk, made, "very_high", "high")
    desk.show(made)
    matrix = _panel(desk).matrix
    matrix.setFocus()
    matrix.setCurrentIndex(matrix.model().index(0, 2))
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    QApplication.processEvents()
    card = next(card for card in _cards(desk) if card.record.id == second)
    assert card.card.is_open()
    assert card.card.accessibleName() == "R2 Innsyn"
    assert card.card.isAncestorOf(QApplication.focusWidget())


def _cards(desk):
    parts = (part for group in desk.form().groups() for part in group.parts())
    return [card for part in parts for card in part.cards()]


def test_a_risk_without_levels_is_named_below(desk, made) -> None:
    _risk(desk, made, "low", "low", "low", "low")
    _risk(desk, made, "high")
    desk.show(made)
    told = _panel(desk)._unplaced.text()
    assert told == (
        "Før tiltakene mangler sannsynlighet eller konsekvens for: R2.\n"
        "Etter tiltakene mangler sannsynlighet eller konsekvens for: R2."
    )


def test_a_transfer_assessment_shows_it_only_with_risks(desk) -> None:
    made = desk.document.add("assessment", method="tia")
    desk.show(made)
    assert not _panel(desk).isVisible()
    _risk(desk, made, "low", "low")
    assert _panel(desk).matrix.isVisible()
