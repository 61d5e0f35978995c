from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import RecordId
from ropa_app.gui.document import Row, folded
from ropa_app.gui.models.record_table_model import ROW, RecordTableModel

Ascending, Descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def row(one, reference, title, detail="", cell=""):
    keys = (sort_key(reference), sort_key(title), sort_key(cell))
    text = folded(f"{reference}\n{title}\n{detail}")
    return Row(RecordId(one), reference, title, detail, (cell,), keys, text)


ROWS = (
    row("a", "1.10", "Ålesund", "Salg"),
    row("b", "1.2", "Zoologi", "Økonomi"),
    row("c", "1.1", "Ærlighet", "Marked"),
    row("d", "2", "Øst", "Behandlingsgrunnlag"),
)


@pytest.fixture
def model(qapp):
    made = RecordTableModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_columns(["Nr.", "Navn", "Mer"], numbered=True)
    made.set_rows(ROWS)
    yield made
    del tester


def shown(model, column=1):
    return [model.index(r, column).data() for r in range(model.rowCount())]


def test_numbers_sort_by_value_and_names_by_the_norwegian_alphabet(model):
    model.sort(0)
    assert shown(model, 0) == ["1.1", "1.2", "1.10", "2"]
    model.sort(1, Descending)
    assert shown(model) == ["Ålesund", "Øst", "Ærlighet", "Zoologi"]


def test_search_finds_parts_of_words_without_marks_or_capitals(model):
    model.set_search("OKONOMI")
    assert shown(model) == ["Zoologi"]
    model.set_search("grunnlag")
    assert shown(model) == ["Øst"]
    model.set_search("1.1 marked")
    assert shown(model) == ["Ærlighet"]
    model.set_search("finnes ikke")
    assert model.rowCount() == 0
    assert model.total() == 4


def test_the_search_looks_into_whole_records_once_their_texts_are_there(model):
    model.set_search("nyhetsbrev")
    assert shown(model) == []
    model.set_haystacks({RecordId("a"): "sender nyhetsbrev"})
    assert shown(model) == ["Ålesund"]


def test_a_changed_row_moves_to_its_place_and_a_new_one_comes_in(model):
    model.sort(1)
    model.put(row("b", "1.2", "Å være"))
    model.put(row("e", "3", "Alfa"))
    assert shown(model) == ["Alfa", "Ærlighet", "Øst", "Å være", "Ålesund"]
    model.remove(RecordId("d"))
    assert model.row_of(RecordId("d")) == -1
    assert not model.holds(RecordId("d"))


def test_a_row_that_no_longer_fits_the_search_leaves(model):
    model.set_search("zoologi")
    model.put(row("b", "1.2", "Botanikk"))
    assert model.rowCount() == 0
    model.set_search("")
    assert model.rowCount() == 4


def test_a_screen_reader_hears_number_name_and_detail(model):
    model.sort(0)
    index = model.index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "1.1, Ærlighet, Marked"
    assert index.data(ROW).id == "c"


def test_without_numbers_the_name_comes_first(model):
    model.set_columns(["Navn", "Mer"], numbered=False)
    model.sort(0)
    assert shown(model, 0) == ["Zoologi", "Ærlighet", "Øst", "Ålesund"]


CHANGES = st.tuples(st.sampled_from("abcdef"), st.text("abæøå1", max_size=3), st.booleans())


@given(st.lists(CHANGES, max_size=20))
def test_rows_are_always_in_order(qapp, changes):
    model = RecordTableModel()
    model.set_columns(["Nr.", "Navn", "Mer"], numbered=True)
    model.sort(1, Descending)
    for one, title, stays in changes:
        if stays:
            model.put(row(one, "", title))
        else:
            model.remove(RecordId(one))
    keys = [model.index(r, 1).data(ROW).keys[1] for r in range(model.rowCount())]
    assert keys == sorted(keys, reverse=True)
