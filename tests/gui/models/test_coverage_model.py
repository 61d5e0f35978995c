"""The model of the grid: lines, signs, what is said, filter, search and the counts of the heads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.values import Answer
from ropa_app.gui.coverage_jobs import CoverageTexts, Covered
from ropa_app.gui.models.coverage_model import ALL, CELL, COUNT, LINE, LOOK, MISSING, CoverageModel
from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.legal.coverage import ITEMS, State
from ropa_app.services.coverage import lines
from ropa_app.services.naming import Naming
from tests.legal.coverage.covered import changed, complete, grid_of
from tests.reports.scenes import activity

PROVISION = ITEMS.index("provision") + 1
ROLE = Qt.ItemDataRole.AccessibleTextRole


def covered(records, language="en"):
    held = RecordsInMemory(records)
    texts = CoverageTexts(Naming(held, shipped(), translator(language), language, "nb"))
    grid = grid_of(held)
    missing = [grid.count(place, State.MISSING) for place in range(len(ITEMS))]
    return Covered(grid, lines(grid, texts), missing), texts


@pytest.fixture
def model(qapp):
    records = [
        *changed(complete(), "activity-1", provision=""),
        activity("10", "Innkjøp"),
        activity("3", "Lån"),
    ]
    found, texts = covered(changed(records, "activity-3", public=Answer.YES))
    made = CoverageModel(translator("en"), texts)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_lines(found.lines, found.missing)
    return made


def titles(model):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_lines_stand_in_the_order_of_their_numbers_undecided_ones_among_them(model):
    assert titles(model) == ["1 Nyhetsbrev", "2 Salg til nye kunder", "3 Lån", "10 Innkjøp"]
    assert model.index(3, 0).data(LINE).row is None


def test_a_cell_gives_its_sign_and_what_is_said(model):
    assert model.index(0, PROVISION).data(LOOK) == "missing"
    assert model.index(0, PROVISION).data(CELL).item == "provision"
    assert model.index(0, PROVISION).data(ROLE) == "1 Nyhetsbrev, whether data must be provided: missing"
    assert model.index(1, PROVISION).data(LOOK) == "filled"
    assert model.index(3, PROVISION).data(LOOK) == "undecided"
    assert "Nobody has answered" in model.index(3, PROVISION).data(ROLE)
    assert model.index(0, 0).data(LOOK) is None
    assert model.index(0, 0).data(ROLE) == "1 Nyhetsbrev: 1 item is missing"


def test_a_filter_leaves_what_lacks_something(model):
    assert (model.total(ALL), model.total(MISSING)) == (4, 3)
    model.narrow_to(MISSING, "")
    assert titles(model) == ["1 Nyhetsbrev", "3 Lån", "10 Innkjøp"]
    model.narrow_to(MISSING, "lån 3")
    assert titles(model) == ["3 Lån"]
    model.narrow_to(ALL, "SALG")
    assert titles(model) == ["2 Salg til nye kunder"]
    assert (model.row_of("activity-2"), model.row_of("activity-1")) == (0, -1)


def test_heads_hold_the_count_in_figures_and_in_words(model):
    across = Qt.Orientation.Horizontal
    assert model.headerData(0, across) == "Activity"
    assert model.headerData(PROVISION, across) == "Duty to provide"
    assert model.headerData(PROVISION, across, COUNT) == 2
    said = model.headerData(PROVISION, across, ROLE)
    assert said == "Whether data must be provided: missing for 2 of 4 activities"


def test_the_heads_change_with_the_language(model, qtbot):
    _, texts = covered(complete(), "nn")
    with qtbot.waitSignal(model.headerDataChanged):
        model.set_texts(translator("nn"), texts)
    assert model.headerData(PROVISION, Qt.Orientation.Horizontal) == "Plikt til å gi"
