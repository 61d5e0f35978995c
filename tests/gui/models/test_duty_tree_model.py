"""The tree of duties as Qt walks through it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ropa_app.gui.duty_jobs import DutyTexts
from ropa_app.gui.models.duty_tree_model import NODE, Alike, DutyTreeModel
from ropa_app.gui.pages.duty_groups import gathered
from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.services.duties import duties_in, rows
from ropa_app.services.naming import Naming
from tests.reports.scenes import DAY, velux


def made():
    records, t = velux(), translator("en")
    naming = Naming(records, shipped(), t, "en", "nb")
    texts = DutyTexts(naming)
    model = DutyTreeModel(t, texts)
    every = rows(duties_in(records, shipped(), DAY), naming)
    model.fill(t, texts, gathered(every, texts, "all", ""))
    return model, every


def test_every_duty_is_found_where_it_stands(qapp):
    model, every = made()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert sum(group.count() for group in model.groups()) == len(every)
    for one in every:
        index = model.index_of(one.duty.what, one.duty.about)
        assert index.data(NODE) is one
        assert model.rowCount(index) == 0
        top = index
        while top.parent().isValid():
            top = top.parent()
        assert top.data(NODE).what is one.duty.what


def test_a_row_says_its_short_name_and_the_whole_one_when_asked(qapp):
    model, every = made()
    one = next(one for one in every if one.short != one.where)
    index = model.index_of(one.duty.what, one.duty.about)
    assert index.data() == one.short
    assert index.data(Qt.ItemDataRole.ToolTipRole) == one.where
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(one.where)


def test_heads_are_words_and_groups_say_their_number(qapp):
    model, _ = made()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads == ["Concerns", "Status", "Answer or reason"]
    first = model.index(0, 0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == f"Balancing tests, {model.groups()[0].count()}"
    assert any(isinstance(node, Alike) for node in model.groups()[0].nodes)
