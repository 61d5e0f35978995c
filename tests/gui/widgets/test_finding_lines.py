"""Lines of findings: mark, sentence, colour and the way to the reason."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from ropa_app.gui.widgets.field_row import FieldRow
from ropa_app.gui.widgets.filter_chips import FilterChips
from ropa_app.gui.widgets.finding_lines import FindingLines, Said
from ropa_app.gui.widgets.line_edit import LineEdit
from ropa_app.gui.widgets.wrapped_link import WrappedLink
from ropa_app.i18n import translator
from tests.gui.accessible import nameless, spoken

MISSING = Said("error", "Behandlingsgrunnlag mangler.", 1)
VAGUE = Said("warning", "Formålet er for generelt.", 2)


def test_lines_are_there_while_there_is_something_to_say(t, shown, heard):
    lines = FindingLines(t)
    shown(lines)
    assert not lines.isVisible()
    lines.show_findings([MISSING, VAGUE])
    assert [one.said() for one in lines.lines()] == [MISSING, VAGUE]
    assert [one.spoken() for one in lines.lines()] == [
        "Feil: Behandlingsgrunnlag mangler.",
        "Advarsel: Formålet er for generelt.",
    ]
    assert nameless(lines) == []
    wanted = heard(lines.why_wanted)
    second = lines.lines()[1].findChild(QToolButton)
    assert second is not None
    assert second.accessibleName() == "Hvorfor? Formålet er for generelt."
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert wanted == [2]
    lines.show_findings([])
    assert not lines.isVisible()


def test_the_sentence_has_the_colour_of_its_severity(t, shown):
    lines = shown(FindingLines(t))
    lines.show_findings([MISSING, VAGUE, Said("advice", "Råd.")])
    tones = [label.property("tone") for line in lines.lines() for label in line.findChildren(QLabel)]
    assert tones == ["error", "warning", "advice"]


def test_lines_speak_another_language(t, shown):
    lines = shown(FindingLines(t))
    lines.show_findings([MISSING])
    lines.retranslate(translator("nn"))
    assert lines.lines()[0].findChild(QToolButton).text() == "Kvifor?"


def test_a_field_takes_the_border_of_its_worst_finding_until_it_is_invalid(t, shown):
    editor = LineEdit(t)
    row = shown(FieldRow(t, "Grunnlag", editor))
    row.set_findings([VAGUE, MISSING])
    assert editor.property("finding") == "warning"
    assert editor.accessibleDescription() == f"{VAGUE.sentence} {MISSING.sentence}"
    editor.set_invalid("Ikke lagret")
    assert (editor.property("finding"), editor.accessibleDescription()) == ("error", "Ikke lagret")
    editor.set_invalid("")
    assert editor.property("finding") == "warning"
    row.set_findings([])
    assert editor.property("finding") == ""


def test_filters_are_one_stop_and_move_by_arrow(t, shown, heard):
    chips = FilterChips(["all", "error", "info"])
    chips.set_texts("Funn som vises", ["Alle 3", "Feil 2", "Råd 1"])
    shown(chips)
    said = heard(chips.chosen)
    chips.setFocus()
    button = chips.focusProxy()
    assert button is not None
    QTest.keyClick(button, Qt.Key.Key_Right)
    assert said == ["error"]
    assert chips.current() == "error"
    assert nameless(chips) == []
    assert "Funn som vises: Råd 1" in [name for _, name in spoken(chips)]


def test_a_long_link_wraps_and_is_followed_by_key(shown):
    link = WrappedLink()
    link.set_text("Kunder og mulige kunder \u203a Formål \u203a Behandlingsgrunnlag (artikkel 6)")
    shown(link)
    clicked: list[str] = []
    link.clicked.connect(lambda: clicked.append("there"))
    assert link.heightForWidth(120) > 2 * link.heightForWidth(900)
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert clicked == ["there"]
