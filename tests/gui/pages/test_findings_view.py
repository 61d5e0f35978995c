"""The view of the findings: tree, filters, search, detail, accepting and taking back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from ropa_app.gui.models.finding_tree_model import Group, Rule
from ropa_app.gui.pages import findings_view
from ropa_app.i18n import LANGUAGES
from ropa_app.legal.checks import Level
from tests.gui.accessible import nameless
from tests.gui.window import example, open_window, opened

WAIT = 30_000


@pytest.fixture
def window(qtbot, tmp_path):
    made = open_window(qtbot, tmp_path, example(tmp_path))
    qtbot.waitUntil(lambda: opened(made).findings.is_known, timeout=WAIT)
    qtbot.waitUntil(made.tasks.is_idle, timeout=WAIT)
    made.workspace.go_to_page("checks")
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def page(window):
    return window.workspace.page().view()


def titles(page):
    return [group.title for group in page.tree.findings.groups()]


def count(page):
    return sum(group.count() for group in page.tree.findings.groups())


def choose(page, rule):
    one = next(one for one in page._findings.everything if one.rule.id == rule)
    assert page.tree.select(one.finding)
    return one


def accept(qtbot, page, rule, **said):
    one = choose(page, rule)
    page.detail.accept_button.click()
    page.detail.panel.reason.setPlainText(said.get("reason", "Ledelsen behandler saken."))
    page.detail.panel.declared.setChecked(said.get("declared", False))
    QTest.keyClick(page.detail.panel.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page._findings.judged(one.finding).is_open)
    return one


def test_the_tree_groups_by_severity_and_rule(page):
    QAbstractItemModelTester(page.tree.findings, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert titles(page) == ["Feil", "Advarsler", "Råd"]
    assert count(page) == page._findings.total().open
    names = [rule.title for group in page.tree.findings.groups() for rule in group.rules]
    assert "Behandlingsgrunnlag mangler" in names
    counts = page._findings.total()
    assert page.filters.texts()[:2] == [f"Alle {counts.open}", f"Feil {counts.error}"]
    assert nameless(page) == []


def test_a_filter_shows_one_severity(page):
    page.filters.setFocus()
    QTest.keyClick(page.filters.focusProxy(), Qt.Key.Key_Right)
    assert titles(page) == ["Feil"]
    assert count(page) == page._findings.total().error


@pytest.mark.parametrize("by", ["page", "record"])
def test_other_groupings_hold_the_same_findings(page, by):
    page.grouping.setCurrentIndex(page.grouping.findData(by))
    page.grouping.activated.emit(page.grouping.currentIndex())
    assert titles(page)[:2] == ["Virksomheten", "Behandlingsaktiviteter"]
    assert count(page) == page._findings.total().open
    rule = page.tree.findings.groups()[1].rules[0]
    assert rule.mark == ("error" if by == "record" else "warning")
    assert (rule.title == "1 Kundeopplevelse og produktutvikling") == (by == "record")


@pytest.mark.parametrize(
    ("by", "shown"),
    [
        ("family", ["Virksomheten", "Formål", "Registrerte og opplysninger"]),
        ("level", ["Det artikkel 30 krever", "Klart for personvernerklæringen", "God praksis"]),
    ],
)
def test_findings_are_grouped_by_family_and_level(page, by, shown):
    page.grouping.setCurrentIndex(page.grouping.findData(by))
    page.grouping.activated.emit(page.grouping.currentIndex())
    assert titles(page)[:3] == shown
    assert count(page) == page._findings.total().open
    first = page.tree.findings.groups()[0].rules[0].found[0].rule
    assert (first.family if by == "family" else first.level.value) == ("ORG" if by == "family" else "art30")


def test_the_levels_stand_beside_and_lead_to_what_they_lack(qtbot, page):
    bars = page.detail.completeness.bars
    told = {one.level: one.standing for one in page._findings.standings()}
    assert [bar.percent() for bar in bars.values()] == [told[level].percent for level in bars]
    bar = bars[Level.ART13]
    assert f"{told[Level.ART13].complete} av {told[Level.ART13].total}" in bar.accessibleName()
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Return)
    assert page.grouping.currentData() == "level"
    assert page.tree.currentIndex().data() == "Klart for personvernerklæringen"
    assert [page.tree.isExpanded(page.tree.findings.index(row, 0)) for row in range(3)] == [
        False,
        True,
        False,
    ]
    choose(page, "R-ORG-04")
    assert not page.detail.completeness.isVisible()


def test_the_levels_follow_an_edit(qtbot, window, page):
    before = page.detail.completeness.bars[Level.PRACTICE].accessibleName()
    for record in page.document.records.of_kind("activity"):
        opened(window).set_value(record.id, "status", "ended")
    qtbot.waitUntil(
        lambda: page.detail.completeness.bars[Level.PRACTICE].accessibleName() != before, timeout=WAIT
    )


def test_the_search_looks_into_rules_and_names_of_records(qtbot, page):
    page.search.setText("sikkerhetstiltak 1.3")
    qtbot.waitUntil(lambda: count(page) == 1)
    (group,) = page.tree.findings.groups()
    assert group.rules[0].found[0].rule.id == "R-SEC-01"
    page.search.setText("xyzzy")
    qtbot.waitUntil(lambda: count(page) == 0)
    assert page.empty.isVisible()
    assert "«xyzzy»" in page.empty.accessibleName()
    page._clear.click()
    qtbot.waitUntil(lambda: count(page) == page._findings.total().open)


def test_the_search_reads_the_names_of_a_large_register_bit_by_bit(qtbot, page, monkeypatch):
    monkeypatch.setattr(findings_view, "_READ_AT_ONCE", 10)
    page.refresh()
    page.search.setText("sikkerhetstiltak 1.3")
    QApplication.processEvents()
    assert count(page) == page._findings.total().open
    qtbot.waitUntil(lambda: count(page) == 1)


def test_the_detail_says_what_why_and_what_to_do(page):
    choose(page, "R-ORG-04")
    detail = page.detail
    assert detail.title.text() == "Det er ikke tatt stilling til om virksomheten skal ha personvernombud."
    assert detail.place.text() == "VELUX Norge AS \u203a Er personvernombud utpekt?"
    assert detail._why.text.text() == "Art. 37 nr. 1, art. 24"
    assert detail._advice.text.text().startswith("Vurder plikten etter artikkel 37")
    assert detail.mark.accessibleName() == "Råd"


def test_enter_goes_to_the_field(window, page):
    choose(page, "R-ORG-02")
    page.tree.setFocus()
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    assert window.workspace.sidebar.current() == "organisation"


def test_a_finding_is_accepted_by_keyboard_and_listed_apart(qtbot, window, page):
    before = page._findings.total()
    one = accept(qtbot, page, "R-ORG-04", declared=True)
    judged = page._findings.judged(one.finding)
    assert judged.acceptance.reason == "Ledelsen behandler saken."
    assert judged.acceptance.accepted_by == "Kari Nordmann"
    assert judged.acceptance.declared.value == "yes"
    assert page._findings.total().accepted == 1
    assert page._findings.total().open == before.open - 1
    page.filters.set_current("accepted")
    page.refresh()
    assert titles(page) == ["Godtatte"]
    assert page.tree.select(one.finding)
    assert not page.detail.accept_button.isVisible()
    assert "Godtatt av Kari Nordmann" in page.detail._accepted.text.text()
    page.detail.take_back_button.click()
    qtbot.waitUntil(lambda: page._findings.total() == before)


def test_accepting_is_one_step_that_undo_takes_back(qtbot, window, page):
    before = page._findings.total()
    accept(qtbot, page, "R-ORG-04")
    assert window.window_actions["undo"].isEnabled()
    opened(window).undo()
    qtbot.waitUntil(lambda: page._findings.total() == before)


def test_the_panel_wants_a_reason_and_a_day_ahead(page):
    one = choose(page, "R-ORG-04")
    page.detail.accept_button.click()
    panel = page.detail.panel
    panel.accept_button.click()
    assert panel.problem.text() == "Skriv hvorfor funnet godtas, og hvem som godtar det."
    panel.reason.setPlainText("Senere")
    panel.until.set_value(page.document.today() - timedelta(days=1))
    panel.accept_button.click()
    assert panel.problem.text() == "Dagen må ligge fram i tid."
    assert page._findings.judged(one.finding).is_open
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert page.detail.accept_button.isVisible()


def test_f8_walks_through_the_tree(page):
    page.tree.setFocus()
    assert page.step_finding(1)
    first = page.tree.current()
    assert page.step_finding(1)
    assert page.tree.current() is not first
    assert page.step_finding(-1)
    assert page.tree.current().finding == first.finding


def test_an_edit_settles_the_finding_that_is_shown(qtbot, window, page):
    one = choose(page, "R-ORG-02")
    opened(window).set_value(one.finding.record, "org_number", "974760673")
    qtbot.waitUntil(lambda: page.detail.shown() is None or page.detail.shown().rule.id != "R-ORG-02")
    assert not any(judged.rule.id == "R-ORG-02" for judged in page._findings.everything)


def test_narrow_the_detail_stands_below_and_very_narrow_alone(window, page):
    window.resize(911, 512)
    QApplication.processEvents()
    choose(page, "R-ORG-04")
    QApplication.processEvents()
    assert page.detail.isVisible()
    assert page.detail.mapTo(page, page.detail.rect().topLeft()).y() > page.tree.y()
    window.resize(683, 384)
    QApplication.processEvents()
    assert not page.detail.isVisible()
    page.tree.setFocus()
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert page.is_alone()
    assert page.leave_record()
    assert page.tree.isVisible()


def test_the_page_speaks_three_languages(window, page):
    for language in LANGUAGES:
        window.set_language(language)
        assert nameless(page) == []
        assert page.tree.findings.headerData(0, Qt.Orientation.Horizontal)
    assert titles(page) == ["Errors", "Warnings", "Advice"]
    assert any(
        rule.title == "Legal basis missing" for group in page.tree.findings.groups() for rule in group.rules
    )


def test_a_register_that_is_read_only_can_be_read(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path), read_only=True)
    qtbot.waitUntil(lambda: opened(window).findings.is_known, timeout=WAIT)
    window.workspace.show_page("checks")
    page = window.workspace.page().view()
    choose(page, "R-ORG-04")
    assert not page.detail.accept_button.isVisible()
    assert page.detail.go.isVisible()


def test_the_tree_holds_groups_rules_and_findings(page):
    model = page.tree.findings
    top = model.index(0, 0)
    middle = model.index(0, 0, top)
    leaf = model.index(0, 0, middle)
    assert isinstance(model.node(top), Group)
    assert isinstance(model.node(middle), Rule)
    assert leaf.parent() == middle
    assert model.index_of(model.node(leaf).finding) == leaf
