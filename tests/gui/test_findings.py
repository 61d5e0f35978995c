"""The findings of the open window follow what is typed, and lead to the field and back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ropa_app.domain.values import Answer, Text
from ropa_app.gui.forms.card_stack import CardStack
from ropa_app.gui.law_jobs import load_law
from ropa_app.gui.models.record_table_model import MARKS
from ropa_app.gui.pages.page_texts import ALL_PAGES
from tests.gui.law import compared
from tests.gui.window import by_reference, editor, example, open_window, opened, page_of, type_into

WAIT = 30_000


@pytest.fixture
def window(qtbot, tmp_path):
    made = open_window(qtbot, tmp_path, example(tmp_path))
    qtbot.waitUntil(lambda: opened(made).findings.is_known, timeout=WAIT)
    qtbot.waitUntil(made.tasks.is_idle, timeout=WAIT)
    return made


@pytest.fixture
def findings(window):
    return opened(window).findings


def rules_at(findings, record):
    return [one.rule.id for one in findings.at(record)]


def test_a_field_says_what_is_wrong_until_it_is_filled_in(qtbot, window, findings):
    document = opened(window)
    one = by_reference(document, "1.3")
    window.show_record(one)
    line = editor(window, "activity.owner")
    row = line.parentWidget()
    assert line.property("finding") == "info"
    assert [said.sentence for said in row.findings.said()] == ["Internt ansvarlig mangler."]
    type_into(line, "Salgssjefen")
    qtbot.waitUntil(lambda: not row.findings.isVisible())
    assert line.property("finding") == ""
    document.undo()
    qtbot.waitUntil(row.findings.isVisible)


def test_a_closed_card_says_the_worst_and_an_open_one_each_at_its_field(qtbot, window):
    document = opened(window)
    window.show_record(by_reference(document, "1.3"))
    stack = next(
        one for one in window.findChildren(CardStack) if one.part.kind == "purpose" and one.isVisible()
    )
    card = stack.cards()[0]
    assert card.card.accessibleDescription() == "Feil: Behandlingsgrunnlag mangler."
    card.open()
    chips = editor(window, "purpose.art6")
    assert [said.sentence for said in chips.parentWidget().findings.said()] == [
        "Behandlingsgrunnlag mangler."
    ]
    document.set_value(card.record.id, "art6", ("6-1-b",))
    qtbot.waitUntil(lambda: not chips.parentWidget().findings.isVisible())


def test_lists_and_sidebar_and_jump_bar_carry_marks_with_words(qtbot, window, findings):
    document = opened(window)
    one = by_reference(document, "1.3")
    window.show_record(one)
    table = page_of(window).list.table.records
    index = table.index(table.row_of(one), 1)
    counts = findings.counts_of(one)
    assert index.data(MARKS)[0] == ("error", counts.error)
    assert f"{counts.error} feil, {counts.warning} advarsler" in index.data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    entry = window.workspace.sidebar.entry("activities")
    assert (entry.mark, entry.marked) == ("error", findings.by_page()["activities"].error)
    assert window.workspace.sidebar.entry("checks").marked == findings.total().error
    bar = page_of(window).editor.jump_bar
    assert "b Formål, Feil" in [bar.tabText(place) for place in range(bar.count())]
    assert window.status.checked_text() == "Kontrollert per 22.11.2026".replace(
        "22.11.2026", window.status.checked_text().split()[-1]
    )


def test_what_concerns_everything_is_asked_by_the_worker(qtbot, window, findings):
    document = opened(window)
    before = findings.total()
    one = document.records.one("organisation")
    document.set_value(one.id, "public_authority", Answer.YES)
    qtbot.waitUntil(lambda: findings.total() != before, timeout=WAIT)
    qtbot.waitUntil(lambda: any(one.rule.id == "R-LB-09" for one in findings.everything), timeout=WAIT)
    assert "R-ORG-11" in rules_at(findings, document.records.one("organisation"))


def test_another_day_is_judged_anew_and_today_is_followed_again(qtbot, window, findings):
    assert any(one.rule.id == "R-TRA-05" for one in findings.everything)
    findings.set_day(date(2019, 1, 1))
    qtbot.waitUntil(lambda: findings.day == date(2019, 1, 1), timeout=WAIT)
    assert not any(one.rule.id == "R-TRA-05" for one in findings.everything)
    assert window.status.checked_text() == "Kontrollert per 1.1.2019"
    findings.set_day(None)
    qtbot.waitUntil(lambda: findings.day == opened(window).today(), timeout=WAIT)


def test_other_law_data_are_judged_by_anew(qtbot, window, findings, tmp_path):
    document, day = opened(window), findings.day
    told: list[int] = []
    findings.changed.connect(lambda: told.append(1))
    assert load_law(document, compared(document, tmp_path).chosen)
    qtbot.waitUntil(lambda: findings._session.law is document.law, timeout=WAIT)
    assert told
    assert findings.day == day


def test_f8_goes_from_finding_to_finding_and_shift_f8_back(qtbot, window, findings):
    document = opened(window)
    window.show_record(by_reference(document, "1.3"))
    seen = []
    for _ in range(3):
        window.window_actions["next_finding"].trigger()
        QApplication.processEvents()
        seen.append(window.workspace._findings._last)
    assert len({(one.rule, one.record, one.field) for one in seen}) == 3
    assert {findings.root(one) for one in seen} == {by_reference(document, "1.3")}
    window.window_actions["previous_finding"].trigger()
    assert window.workspace._findings._last == seen[1]


def test_f8_walks_on_through_the_sections_of_the_statement(qtbot, window, findings):
    document = opened(window)
    said = Text(nb="Vi deler ikke opplysningene dine med andre.")
    added = document.add("statement_text", section="04-recipients", text=said)
    qtbot.waitUntil(lambda: any(one.finding.record == added for one in findings.everything), timeout=WAIT)
    one = next(judged for judged in findings.everything if judged.finding.record == added)
    route = [judged.finding for judged in findings.route(ALL_PAGES)]
    window.workspace._findings.go(one.finding)
    QApplication.processEvents()
    assert window.workspace.page().section.section() == "04-recipients"
    place = route.index(one.finding)
    window.window_actions["next_finding"].trigger()
    assert window.workspace._findings._last == route[(place + 1) % len(route)]
    window.workspace._findings.go(one.finding)
    window.window_actions["previous_finding"].trigger()
    assert window.workspace._findings._last == route[place - 1]


def test_go_opens_the_card_and_focuses_the_field(qtbot, window, findings):
    document = opened(window)
    one = next(judged for judged in findings.everything if judged.rule.id == "R-LB-01")
    window.workspace._findings.go(one.finding)
    QApplication.processEvents()
    chips = editor(window, "purpose.art6")
    assert chips.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    focused = QApplication.focusWidget()
    assert focused is chips or chips.isAncestorOf(focused)
    assert page_of(window).current_record() == document.get(one.finding.record).activity


@pytest.mark.parametrize("rule", ["R-ORG-02", "R-PRO-01", "R-TRA-05", "R-STM-10", "R-REV-02", "R-SEC-01"])
def test_every_kind_of_finding_has_a_page(window, findings, rule):
    one = next(judged for judged in findings.everything if judged.rule.id == rule)
    window.workspace._findings.go(one.finding)
    pages = {"R-ORG-02": "organisation", "R-PRO-01": "parties", "R-TRA-05": "transfers"}
    pages |= {"R-STM-10": "statement", "R-REV-02": "versions", "R-SEC-01": "activities"}
    assert window.workspace.sidebar.current() == pages[rule]


def test_why_shows_the_finding_among_the_checks(qtbot, window, findings):
    document = opened(window)
    window.show_record(by_reference(document, "1.3"))
    row = editor(window, "activity.owner").parentWidget()
    row.findings.why_wanted.emit(row.findings.said()[0].finding)
    assert window.workspace.sidebar.current() == "checks"
    assert page_of(window).view().detail.shown().rule.id == "R-REV-03"
    assert "1.3" in page_of(window).view().detail.place.text()


def test_a_renamed_activity_is_called_so_in_its_findings(qtbot, window, findings):
    document = opened(window)
    one = by_reference(document, "1.3")
    document.set_value(one, "title", Text(nb="Kundeforhold"))
    qtbot.waitUntil(
        lambda: document.findings.texts.where(findings.of(one)[0].finding).startswith("1.3 Kunde")
    )
