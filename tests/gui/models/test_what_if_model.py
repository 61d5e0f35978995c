"""The answer to a supposition as Qt asks for it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ropa_app.domain.values import RecordId
from ropa_app.gui.models.what_if_model import HOW, NODE, WHAT, WhatIfModel
from ropa_app.gui.what_if_jobs import Group, Line
from ropa_app.i18n import translator

ONE = Line(RecordId("a"), "activity", "1.1 Kunder", ("Mister mottakeren",))
TWO = Line(RecordId("b"), "activity", "1.2 Salg", ("Mister A", "Mister B"))
SECTION = Line(RecordId("s"), "statement", "4 Hvem", ("2 linjer",), ("bort",), ("nytt", "mer"), section="4")
GROUPS = (Group("activities", "Aktiviteter", (ONE, TWO)), Group("sections", "Erklæringen", (SECTION,)))


def model(*, one_column=False, groups=GROUPS):
    made = WhatIfModel(translator("nb"))
    made.fill(translator("nb"), groups, one_column=one_column)
    return made


def rows(made, above=None):
    parent = above or QModelIndex()
    found = (made.index(row, WHAT, parent) for row in range(made.rowCount(parent)))
    return [(one.data(), rows(made, one)) for one in found]


def test_groups_hold_what_is_hit_and_that_what_says_more():
    assert rows(model()) == [
        ("Aktiviteter", [("1.1 Kunder", []), ("1.2 Salg", [("Mister A", []), ("Mister B", [])])]),
        ("Erklæringen", [("4 Hvem", [("\u2212 bort", []), ("+ nytt", []), ("+ mer", [])])]),
    ]


def test_with_one_column_and_where_it_is_long_how_stands_below():
    assert ("1.1 Kunder", [("Mister mottakeren", [])]) in rows(model(one_column=True))[0][1]
    long = Line(RecordId("a"), "activity", "1.1", ("Mister " * 12,))
    assert rows(model(groups=(Group("activities", "A", (long,)),)))[0][1] == [("1.1", [(long.how[0], [])])]


def test_a_row_says_how_it_is_hit_and_which_line_it_stands_for():
    made = model()
    activity = made.index(1, WHAT, made.index(0, WHAT))
    assert activity.siblingAtColumn(HOW).data() == "Mister A; Mister B"
    assert activity.data(NODE).line is TWO
    assert made.index(0, WHAT, activity).data(NODE).line is TWO
    assert made.index(0, WHAT).data(NODE).is_group


def test_it_is_spoken():
    made, spoken = model(), Qt.ItemDataRole.AccessibleTextRole
    section = made.index(0, WHAT, made.index(1, WHAT))
    assert made.index(0, WHAT).data(spoken) == "Aktiviteter, 2"
    assert [made.index(row, WHAT, section).data(spoken) for row in range(2)] == [
        "Faller bort: bort",
        "Kommer til: nytt",
    ]
    assert made.headerData(HOW, Qt.Orientation.Horizontal) == "Hvordan"


def test_it_keeps_the_rules_of_models(qtbot):
    made = WhatIfModel(translator("nb"))
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for groups in (GROUPS, (), GROUPS[:1]):
        made.fill(translator("nb"), groups)
        assert made.groups() == groups
    assert tester.model() is made
