"""The risk matrix: where risks stand, what each cell says, keys, pointer, and colours in both schemes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest

from ropa_app.gui import theme
from ropa_app.gui.widgets.risk_matrix import RiskMatrix, Spot
from ropa_app.i18n import translator
from tests.gui.accessible import nameless, spoken

LEVELS = ("Lav", "Moderat", "Høy", "Svært høy")
SPOTS = (
    Spot("a", "R1", "Innsyn", (2, 1), (0, 1)),
    Spot("b", "R2", "Tap", (2, 1), None),
    Spot("c", "R3", "Feil", (3, 3), (3, 3)),
    Spot("d", "R4", "Uten nivå", None, None),
)


@pytest.fixture
def matrix(t, shown) -> RiskMatrix:
    made = shown(RiskMatrix(t))
    made.setFixedWidth(640)
    made.set_risks(t, LEVELS, SPOTS)
    made.window().activateWindow()
    return made


def _stands(matrix: RiskMatrix) -> set[tuple[str, bool]]:
    return {(one.spot.number, one.after) for one in matrix.signs()}


def test_each_risk_stands_before_and_after_where_both_are_stated(matrix) -> None:
    assert _stands(matrix) == {("R1", False), ("R1", True), ("R2", False), ("R3", False), ("R3", True)}
    boxes = [one.box for one in matrix.signs()]
    assert all(matrix.viewport().rect().toRectF().contains(box) for box in boxes)
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_a_cell_says_its_levels_and_risks(matrix) -> None:
    assert matrix.spoken(2, 1) == "Sannsynlighet høy, konsekvens moderat: risiko R1, R2 før tiltakene"
    assert matrix.spoken(0, 1) == "Sannsynlighet lav, konsekvens moderat: risiko R1 etter tiltakene"
    assert matrix.spoken(0, 0) == "Sannsynlighet lav, konsekvens lav: ingen risiko"
    assert matrix.spoken(3, 3).endswith("risiko R3 før tiltakene; risiko R3 etter tiltakene")


def test_a_screen_reader_reads_it_as_a_table(matrix) -> None:
    table = QAccessible.queryAccessibleInterface(matrix)
    assert table.role() == QAccessible.Role.Table
    told = [name for role, name in spoken(matrix) if role == QAccessible.Role.Cell]
    assert len(told) == 16
    assert "Sannsynlighet høy, konsekvens moderat: risiko R1, R2 før tiltakene" in told
    assert nameless(matrix.window()) == []


def test_enter_chooses_the_risks_of_a_cell_in_turn_and_arrows_move(matrix, heard) -> None:
    said = heard(matrix.risk_chosen)
    matrix.setFocus()
    assert matrix.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == matrix.spoken(2, 1)
    for _ in range(3):
        QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert said == ["a", "b", "a"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(matrix, key)
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert said[-1] == "a"
    QTest.keyClick(matrix, Qt.Key.Key_Left)
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert len(said) == 4


def test_a_ring_shows_the_cell_with_the_focus(matrix) -> None:
    matrix.setFocus()
    cell = matrix.visualRect(matrix.currentIndex())
    accent = theme.tokens().color("accent")
    edge = QPoint(cell.center().x(), cell.bottom() - 1)
    assert matrix.viewport().grab().toImage().pixelColor(edge) == accent
    QTest.keyClick(matrix, Qt.Key.Key_Left)
    assert matrix.viewport().grab().toImage().pixelColor(edge) != accent


def test_a_click_chooses_the_sign_under_the_pointer_or_the_cell(matrix, heard) -> None:
    said = heard(matrix.risk_chosen)
    sign = next(one for one in matrix.signs() if one.spot.key == "b")
    QTest.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=sign.box.center().toPoint())
    assert said == ["b"]
    assert matrix.sign_at(QPointF(sign.box.center())).spot.number == "R2"
    empty = QPoint(5, matrix.viewport().height() - 5)
    QTest.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=empty)
    assert said == ["b"]


def test_the_cell_with_the_focus_stays_when_risks_change(matrix, t) -> None:
    matrix.setFocus()
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    place = matrix.currentIndex().row(), matrix.currentIndex().column()
    matrix.set_risks(t, LEVELS, SPOTS[:1])
    assert (matrix.currentIndex().row(), matrix.currentIndex().column()) == place
    assert _stands(matrix) == {("R1", False), ("R1", True)}


def test_many_risks_in_one_cell_stand_in_lines(matrix, t) -> None:
    many = [Spot(str(n), f"R{n}", "", (1, 1), None) for n in range(1, 8)]
    matrix.set_risks(t, LEVELS, many)
    boxes = [one.box for one in matrix.signs()]
    assert len({box.top() for box in boxes}) > 1
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_names_follow_the_language(matrix) -> None:
    matrix.set_risks(translator("en"), ("Low", "Moderate", "High", "Very high"), SPOTS)
    assert matrix.spoken(2, 1) == "Likelihood high, consequence moderate: risks R1, R2 before the measures"
    assert matrix.accessibleName().startswith("Risk matrix")


def _luminance(name: str) -> float:
    color = theme.tokens().color(name)
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
             for part in (color.redF(), color.greenF(), color.blueF())]  # fmt: skip
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _ratio(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_signs_stand_out_from_every_ground(matrix, look, scheme) -> None:
    look.set_appearance(scheme)
    for ground in ("base", "alt", "chip", "hair"):
        assert _ratio("text2", ground) >= 4.5
        assert _ratio("accent", ground) >= 3
    assert _ratio("on_accent", "accent") >= 4.5
    image = QImage(matrix.viewport().grab().toImage())
    after = next(one for one in matrix.signs() if one.after)
    inside = image.pixelColor(round(after.box.left() + 6), after.box.center().toPoint().y())
    assert inside == theme.tokens().color("accent")
