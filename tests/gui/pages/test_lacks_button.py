"""The head of an activity says what it lacks, level by level, and leads to the field."""

from __future__ import annotations

import pytest

from ropa_app.gui.pages.lacks_button import LacksButton
from ropa_app.i18n import LANGUAGES
from ropa_app.legal.checks import Level
from tests.gui.window import by_reference, example, open_window, opened

WAIT = 30_000


@pytest.fixture
def window(qtbot, tmp_path):
    made = open_window(qtbot, tmp_path, example(tmp_path))
    qtbot.waitUntil(lambda: opened(made).findings.is_known, timeout=WAIT)
    made.show_record(by_reference(opened(made), "1.3"))
    return made


@pytest.fixture
def button(window):
    return window.workspace.page().findChild(LacksButton)


def lacks(window):
    return opened(window).findings.lacks_of(by_reference(opened(window), "1.3"))


def test_the_first_level_that_is_not_reached_is_told(window, button):
    assert button.isVisible()
    assert lacks(window)[Level.ART30] == 1
    assert button.accessibleName() == "Mangler: 1 punkt etter artikkel 30"
    told = [action.text() for action in button.menu().actions()]
    counted = list(lacks(window).values())
    assert told == [
        f"Det artikkel 30 krever: {counted[0]} gjenstår",
        f"Klart for personvernerklæringen: {counted[1]} gjenstår",
        f"God praksis: {counted[2]} gjenstår",
    ]


def test_a_level_leads_to_a_field_it_lacks(window, button):
    button.menu().actions()[1].trigger()
    focused = window.focusWidget()
    shown = window.workspace.page().editor.form()
    assert focused is not None
    assert shown.isAncestorOf(focused)


def test_what_is_settled_is_told_at_once(qtbot, window, button):
    document, one = opened(window), by_reference(opened(window), "1.3")
    before = button.accessibleName()
    assert document.set_value(one, "status", "ended") == ""
    qtbot.waitUntil(lambda: button.accessibleName() != before, timeout=WAIT)
    assert button.accessibleName() == "Mangler: 1 punkt til god praksis"
    assert button.menu().actions()[0].text() == "Det artikkel 30 krever: i orden"
    document.undo()
    qtbot.waitUntil(lambda: button.accessibleName() == before, timeout=WAIT)


def test_it_speaks_three_languages_and_is_for_activities_only(window, button):
    said = set()
    for language in LANGUAGES:
        window.set_language(language)
        said.add(button.accessibleName())
    assert len(said) == 3
    window.workspace.show_page("parties")
    assert window.workspace.page().findChild(LacksButton) is None
