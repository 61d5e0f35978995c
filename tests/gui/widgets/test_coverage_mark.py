"""Signs of the grid: five shapes that differ without their colours, each with a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from ropa_app.gui import theme
from ropa_app.gui.widgets.coverage_mark import LOOKS, LookMark, look_of, paint_look
from ropa_app.i18n import LANGUAGES, translator
from ropa_app.legal.coverage import Cell, Reason, State, Told
from tests.legal.coverage.covered import cell, changed, complete, grid
from tests.reports.scenes import same

SIDE = 28


def drawn(look):
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_look(painter, look, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return image


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_shapes_differ_without_colour(qapp, scheme):
    theme.apply(qapp, scheme)
    shapes = set()
    for look in LOOKS:
        image = drawn(look)
        ink = frozenset(
            (x, y) for x in range(SIDE) for y in range(SIDE) if image.pixelColor(x, y) != Qt.GlobalColor.white
        )
        assert len(ink) > 10
        shapes.add(ink)
    assert len(shapes) == len(LOOKS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_a_word_of_its_own(language):
    t = translator(language)
    assert len({t.marked(word) for word in LOOKS.values()}) == len(LOOKS)


def test_a_cell_shows_its_state_and_a_doubt():
    for state, look in (
        (State.MISSING, "missing"),
        (State.FILLED, "filled"),
        (State.NOT_APPLICABLE, "not_applicable"),
    ):
        assert look_of(Cell("rights", state, Reason.STATED, None, (), (), Told())) == look
    assert look_of(None) == "undecided"
    vague = changed(complete(), "retention-2-1", criteria=same("Vi lagrer så lenge det er nødvendig."))
    assert look_of(cell(grid(vague), "storage", "activity-2")) == "doubtful"


def test_a_mark_shows_another_sign(qtbot):
    one = LookMark("filled")
    qtbot.addWidget(one)
    one.set_look("missing")
    assert one.look() == "missing"
    assert one.sizeHint().width() == one.sizeHint().height() == 12
