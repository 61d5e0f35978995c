"""Widgets in lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ropa_app.gui.widgets.flow_layout import FlowLayout


class Block(QWidget):
    def __init__(self, width: int, height: int = 24) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size


@pytest.fixture
def flow(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder, gap=6)
    for width in (100, 50, 100):
        layout.addWidget(Block(width))
    holder.show()
    yield layout
    holder.close()


def places(flow: FlowLayout, width: int) -> list[tuple[int, int]]:
    holder = flow.parentWidget()
    assert holder is not None
    holder.resize(width, max(1, flow.heightForWidth(width)))
    flow.activate()
    items = [flow.itemAt(number) for number in range(flow.count())]
    return [(item.geometry().x(), item.geometry().y()) for item in items if item is not None]


def test_what_fits_stands_on_one_line(flow):
    assert places(flow, 262) == [(0, 0), (106, 0), (162, 0)]
    assert flow.heightForWidth(262) == 24


def test_what_does_not_fit_begins_a_new_line(flow):
    assert places(flow, 261) == [(0, 0), (106, 0), (0, 30)]
    assert places(flow, 110) == [(0, 0), (0, 30), (0, 60)]
    assert flow.heightForWidth(110) == 84


def test_a_widget_wider_than_the_line_is_narrowed(flow):
    flow.addWidget(wide := Block(500))
    wide.show()
    places(flow, 200)
    assert flow.itemAt(3).geometry().width() == 200


def test_low_widgets_stand_in_the_middle_of_their_line(flow):
    flow.insert_widget(0, high := Block(20, 40))
    high.show()
    assert places(flow, 400) == [(0, 0), (26, 8), (132, 8), (188, 8)]


def test_hidden_widgets_take_no_room(flow):
    flow.itemAt(1).widget().hide()
    assert places(flow, 300)[2] == (106, 0)
    assert flow.sizeHint().width() == 206


def test_items_past_the_end_are_none(flow):
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 2


def test_an_empty_flow_has_no_height(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    assert FlowLayout(holder).heightForWidth(100) == 0


def test_lines_can_stand_closer_than_widgets(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder, gap=16, between=2)
    for width in (100, 50, 100):
        layout.addWidget(Block(width))
    holder.show()
    assert places(layout, 200) == [(0, 0), (116, 0), (0, 26)]
    assert layout.heightForWidth(200) == 50
    holder.close()
