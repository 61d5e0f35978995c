"""Which activities and parts a register document gets."""

from __future__ import annotations

import pytest

from ropa_app.domain.values import RecordId
from ropa_app.gui.dialogs.export_choices import ExportChoices
from ropa_app.gui.dialogs.register_fields import RegisterFields
from ropa_app.gui.jobs import default_parts


@pytest.fixture
def fields(qtbot, document):
    def make(choices=None, shown=None):
        made = RegisterFields(document, choices or ExportChoices(), shown)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def activity(document, reference):
    return next(one.id for one in document.records.of_kind("activity") if one.reference == reference)


def test_all_activities_and_the_usual_parts_stand_at_first(fields):
    made = fields()
    assert made.chosen_activities() is None
    assert made.activities.currentText() == "Alle 13"
    assert made.chosen_parts(internal=False) == default_parts()
    assert made.more.summary() == "Alle 8 er med."


def test_the_activity_shown_in_the_list_is_offered(fields, document):
    one = activity(document, "1.3")
    made = fields(shown=one)
    made.activities.choose("shown")
    assert made.activities.currentText() == "Bare 1.3 Kunder og mulige kunder"
    assert made.chosen_activities() == (one,)


def test_activities_are_chosen_from_the_list(qtbot, fields, document, answer):
    made = fields()
    heard: list[None] = []
    made.changed.connect(lambda: heard.append(None))

    def pick(opened):
        opened.none_button.click()
        opened.list.toggle(opened.list.rows.index(0))
        opened.list.toggle(opened.list.rows.index(3))
        opened.accept_button.click()

    answer(pick)
    made.choose_button.click()
    chosen = made.chosen_activities()
    assert [document.reference_of(one) for one in chosen] == ["1", "1.3"]
    assert made.activities.currentText() == "2 av 13 valgt"
    assert heard
    made.activities.choose("all")
    assert made.chosen_activities() is None
    made.activities.choose("some")
    assert made.chosen_activities() == chosen


def test_leaving_the_list_changes_nothing(fields, document, answer):
    made = fields(ExportChoices(activities=(activity(document, "2.1"),)))

    def leave(opened):
        opened.all_button.click()
        opened.reject()

    answer(leave)
    made.choose_button.click()
    assert made.chosen_activities() == (activity(document, "2.1"),)


def test_remembered_activities_that_are_gone_are_dropped(fields, document):
    kept = activity(document, "2.1")
    assert fields(ExportChoices(activities=(RecordId("gone"), kept))).chosen_activities() == (kept,)
    assert fields(ExportChoices(activities=(RecordId("gone"),))).chosen_activities() is None


def test_each_reader_has_parts_of_their_own(fields):
    made = fields(ExportChoices(parts=frozenset({"sheets", "history"})))
    made.set_internal(True)
    assert made.parts["measures"].isChecked()
    made.parts["gaps"].setChecked(True)
    made.set_internal(False)
    assert not made.parts["gaps"].isChecked()
    assert made.chosen_parts(internal=False) == {"sheets", "history"}
    assert made.chosen_parts(internal=True) == default_parts() | {"gaps"}


def test_what_stands_on_sheets_needs_them(fields):
    made = fields(ExportChoices(parts=frozenset({"sheets", "flow", "recommended"})))
    assert made.fault() == ""
    made.parts["sheets"].setChecked(False)
    assert not made.parts["flow"].isEnabled()
    assert made.fault() == "Velg minst én del."
    made.parts["overview"].setChecked(True)
    assert made.fault() == ""


def test_the_fold_says_what_is_behind_it(fields):
    made = fields()
    made.parts["systems"].setChecked(False)
    made.wide.setChecked(True)
    assert made.more.summary() == "7 av 8 er med. Oversikten som én tabell på A3."
    made.parts["overview"].setChecked(False)
    assert made.more.summary() == "6 av 8 er med."
    assert not made.wide.isEnabled()
