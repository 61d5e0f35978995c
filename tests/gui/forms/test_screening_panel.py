"""The screening of an activity: what follows from its ticks, and the two answers, each one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ropa_app.domain.values import Answer
from ropa_app.gui.forms.fact_rows import FactRows
from ropa_app.gui.forms.screening_panel import ScreenedPanel, ScreeningPanel
from ropa_app.gui.widgets.label import Label
from tests.gui.accessible import nameless
from tests.gui.window import editor

REFERENCE = "1.3"
LISTED = "den står på Datatilsynets liste (artikkel 35 nr. 4)"


@pytest.fixture
def activity(desk):
    return desk.activity(REFERENCE)


def _said(panel) -> list[str]:
    QApplication.processEvents()
    rows = panel.findChild(FactRows)
    return [label.text() for label in rows.findChildren(Label) if label.isVisible()]


def _panel(desk) -> ScreeningPanel:
    return desk.form().findChild(ScreeningPanel)


@pytest.mark.parametrize(
    ("ticks", "said"),
    [
        ({}, "Ikke besvart. Kryss av det som passer, så følger det om DPIA er påkrevd."),
        ({"high_risk": Answer.NO}, "Svarene tyder ikke på at DPIA er påkrevd (artikkel 35 nr. 1)."),
        (
            {"dpia_criteria": ("evaluation", "vulnerable")},
            "DPIA er normalt påkrevd: 2 av 9 kriterier er oppfylt (artikkel 35 nr. 1, WP 248).",
        ),
        (
            {"dpia_art35": ("35-3-a",), "dpia_list": ("DT-13",)},
            f"DPIA er påkrevd: behandlingen er nevnt i artikkel 35 nr. 3; {LISTED}.",
        ),
    ],
)
def test_it_says_what_follows_and_follows_each_tick(desk, activity, ticks, said) -> None:
    desk.show(activity)
    for field, value in ticks.items():
        assert desk.document.set_value(activity, field, value) == ""
    assert said in _said(_panel(desk))
    for _ in ticks:
        desk.press_undo()
    assert "Ikke besvart. Kryss av det som passer, så følger det om DPIA er påkrevd." in _said(_panel(desk))


def test_a_dpia_starts_from_the_activity_in_one_step_and_is_shown(desk, activity) -> None:
    desk.show(activity)
    desk.child("assess.dpia").click()
    QApplication.processEvents()
    made = desk.on_disk(desk.shown())
    assert (made.method, made.activities, made.author) == ("dpia", (activity,), "Kari Nordmann")
    desk.show(activity)
    assert not _panel(desk).start_button.isVisible()
    assert any(text.startswith("DPIA") for text in _said(_panel(desk)))
    desk.press_undo()
    assert desk.on_disk(made.id) is None
    assert _panel(desk).start_button.isVisible()


def test_not_required_is_recorded_with_its_reasons(desk, activity) -> None:
    assert desk.document.set_value(activity, "dpia_criteria", ("evaluation", "vulnerable")) == ""
    form = desk.show(activity)
    assert nameless(form) == []
    desk.child("assess.not_required").click()
    button = desk.child("not_required.record")
    assert not button.isEnabled()
    area = desk.child("not_required.reasons")
    QTest.keyClicks(area, "Samme risiko som i fjor")
    button.click()
    made = desk.first("assessment")
    stored = desk.on_disk(made.id)
    assert (stored.outcome, stored.reasons) == ("not_required", "Samme risiko som i fjor")
    assert stored.day == desk.document.today()
    assert not area.isVisible()
    assert desk.shown() == activity
    desk.press_undo()
    assert desk.document.records.of_kind("assessment") == []
    assert desk.child("assess.not_required").isVisible()


def test_where_a_dpia_is_required_no_reasons_will_do(desk, activity) -> None:
    assert desk.document.set_value(activity, "dpia_art35", ("35-3-a",)) == ""
    desk.show(activity)
    assert _panel(desk).start_button.isVisible()
    assert not _panel(desk).other_button.isVisible()


def test_esc_leaves_the_reasons_and_another_activity_does_not_show_them(desk, activity) -> None:
    desk.show(activity)
    desk.child("assess.not_required").click()
    QTest.keyClick(desk.child("not_required.reasons"), Qt.Key.Key_Escape)
    assert not _panel(desk).reasons.isVisible()
    desk.child("assess.not_required").click()
    desk.show(desk.activity("1.4"))
    assert not _panel(desk).reasons.isVisible()


def test_a_dpia_shows_the_ticks_of_each_activity_it_covers(desk, activity) -> None:
    other = desk.activity("2.1")
    made = desk.document.add("assessment", method="dpia", activities=(activity, other))
    form = desk.show(made)
    panel = form.findChild(ScreenedPanel)
    said = _said(panel)
    assert "DPIA er påkrevd: den står på Datatilsynets liste (artikkel 35 nr. 4)." in said
    assert "Artikkel 35 nr. 3: ikke noe krysset av" in said
    chips = editor(desk.window, "assessment.activities")
    chips.chips()[1].removed.emit()
    assert desk.on_disk(made).activities == (activity,)
    assert not any("påkrevd: den står" in text for text in _said(panel))
