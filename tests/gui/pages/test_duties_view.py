"""The view of what must be documented: tree, filters, search, answers, not needed, undo, following edits."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from ropa_app.domain.values import Answer
from ropa_app.gui.models.duty_tree_model import Alike
from ropa_app.i18n import LANGUAGES
from ropa_app.legal.duties import Reason, State, What
from ropa_app.services import creating
from tests.gui.accessible import nameless
from tests.gui.window import example, open_window, opened, page_of

WAIT = 30_000
NONE_IN_EXAMPLE = {What.JOINT_ARRANGEMENT, What.COMPATIBILITY}
KINDS = [
    "Interesseavveininger",
    "Dokumentasjon av samtykke",
    "Databehandleravtaler",
    "Ordninger mellom felles behandlingsansvarlige",
    "Vurderinger av overføringer (TIA)",
    "Vurderinger av personvernkonsekvenser (DPIA)",
    "Forenlige formål",
]


def shown_window(qtbot, tmp_path, path, **options):
    made = open_window(qtbot, tmp_path, path, **options)
    qtbot.waitUntil(lambda: opened(made).findings.is_known, timeout=WAIT)
    qtbot.waitUntil(made.tasks.is_idle, timeout=WAIT)
    made.workspace.go_to_page("checks")
    page_of(made).show_view("duties")
    qtbot.waitUntil(page_of(made).view().is_derived, timeout=WAIT)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def window(qtbot, tmp_path):
    return shown_window(qtbot, tmp_path, example(tmp_path))


@pytest.fixture
def view(window):
    return page_of(window).view()


def titles(view):
    return [group.title for group in view.tree.duties.groups()]


def count(view):
    return sum(group.count() for group in view.tree.duties.groups())


def rows(view, what, state):
    return [one for one in view._derived.rows if one.duty.what is what and one.duty.state is state]


def choose(view, what, state=State.OPEN, place=0):
    one = rows(view, what, state)[place]
    assert view.tree.select(one.duty.what, one.duty.about)
    return one


def settled(qtbot, view, row):
    """Wait until what was derived after an edit is shown, and return the duty as it stands then."""
    was = view._derived

    def is_new():
        return view.is_derived() and view._derived is not was

    qtbot.waitUntil(is_new, timeout=WAIT)
    return next(
        one.duty
        for one in view._derived.rows
        if (one.duty.what, one.duty.about) == (row.duty.what, row.duty.about)
    )


def test_the_tree_shows_kinds_with_open_duties_first(view):
    QAbstractItemModelTester(view.tree.duties, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert titles(view) == KINDS
    counts = view._derived.counts
    assert count(view) == counts.left == counts.open + counts.undecided
    assert view.filters.texts() == [
        f"Åpne {counts.left}", "På plass 0", f"Trengs ikke {counts.not_needed}", f"Alle {sum(counts)}"
    ]  # fmt: skip
    consent = view.tree.duties.groups()[1].nodes
    assert [getattr(one, "short", "…").partition(" ")[0] for one in consent] == ["1.4", "1.5", "4", "4", "…"]
    assert isinstance(consent[-1], Alike)
    assert nameless(view) == []


def test_a_filter_shows_what_is_not_needed_with_its_reason(view):
    view.filters.setFocus()
    for _ in range(2):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Right)
    assert count(view) == view._derived.counts.not_needed
    model = view.tree.duties
    alike = model.index(0, 0, model.index(0, 0))
    assert alike.data() == "Ingen formål bygger på berettigede interesser."
    assert model.index(0, 0, alike).data() == "1.5 Kundeundersøkelser"
    assert alike.siblingAtColumn(1).data() == "Trengs ikke"
    assert alike.data(Qt.ItemDataRole.AccessibleTextRole) == f"Trengs ikke: {alike.data()}, 2"


def test_the_search_looks_into_kinds_and_names(qtbot, view):
    view.search.setText("avtaler snapengage")
    qtbot.waitUntil(lambda: count(view) == 1)
    view.search.setText("xyzzy")
    qtbot.waitUntil(lambda: count(view) == 0)
    assert "«xyzzy»" in view.empty.accessibleName()
    view._clear.click()
    qtbot.waitUntil(lambda: count(view) == view._derived.counts.left)


def test_the_detail_says_why_and_what_it_follows_from(view):
    choose(view, What.PROCESSOR_AGREEMENT, place=1)
    detail = view.detail
    assert detail.title.text() == "Databehandleravtaler"
    assert detail.why.text.text() == "Parten behandler opplysninger på vegne av dere."
    assert detail.law.text.text() == "Art. 28 nr. 3, art. 28 nr. 9"
    assert [link.text() for link in detail.because.links]
    assert detail.answers.text.text() == "Ingenting ennå"
    assert (detail.create_button.text(), detail.open_button.isVisible()) == ("Opprett avtale", False)
    assert nameless(view) == []


def test_links_and_the_field_are_followed(qtbot, view):
    row = choose(view, What.DPIA, State.UNDECIDED)
    with qtbot.waitSignal(view.record_wanted) as asked:
        view.detail.about.links[0].click()
    assert asked.args == [row.duty.about.record]
    with qtbot.waitSignal(view.field_wanted) as asked:
        view.detail.go.click()
    assert (asked.args[0].record, asked.args[0].field) == (row.duty.about.record, "high_risk")


def test_the_button_goes_to_the_field_in_the_window(window, view):
    choose(view, What.DPIA, State.UNDECIDED)
    view.detail.go.click()
    assert window.workspace.sidebar.current() == "activities"
    assert QApplication.focusWidget().objectName() == "activity.high_risk"


@pytest.mark.parametrize("what", [what for what in What if what not in NONE_IN_EXAMPLE])
def test_what_is_missing_is_made_linked_and_opened_and_undo_takes_it_back(qtbot, window, view, what):
    missing = next(one for one in rows(view, what, State.OPEN) if not one.duty.slot)
    assert view.tree.select(what, missing.duty.about)
    before = {one.id for one in opened(window).records.all()}
    QTest.keyClick(view.detail.create_button, Qt.Key.Key_Space)
    (made,) = {one.id for one in opened(window).records.all()} - before
    pages = {What.CONSENT_EVIDENCE: "assessments", What.PROCESSOR_AGREEMENT: "parties"}
    assert window.workspace.sidebar.current() == pages.get(what, "assessments")
    window.workspace.go_to_page("checks")
    begun = settled(qtbot, view, missing)
    assert begun.slot == (made,)
    assert view.detail.open_button.isVisible()
    assert view.detail.answers.links
    opened(window).undo()
    assert settled(qtbot, view, missing) == missing.duty
    assert {one.id for one in opened(window).records.all()} == before


def test_enter_opens_the_record_that_is_begun(window, view):
    row = next(one for one in rows(view, What.CONSENT_EVIDENCE, State.OPEN) if one.duty.slot)
    assert view.tree.select(row.duty.what, row.duty.about)
    view.tree.setFocus()
    QTest.keyClick(view.tree, Qt.Key.Key_Return)
    assert window.workspace.sidebar.current() == "assessments"
    assert page_of(window).current_record() == row.duty.slot[0]


def test_not_needed_is_said_by_keyboard_and_undo_takes_it_back(qtbot, window, view):
    row = choose(view, What.DPIA, State.UNDECIDED)
    panel = view.detail.panel
    view.detail.waive_button.click()
    assert not panel.declared.isVisible()
    assert panel.until.accessibleName() == "Neste gjennomgang"
    panel.reason.setPlainText("Få registrerte, ingen sårbare.")
    QTest.keyClick(panel.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    duty = settled(qtbot, view, row)
    assert (duty.state, duty.reason) == (State.NOT_NEEDED, Reason.NOT_REQUIRED)
    today = opened(window).naming.day(opened(window).today())
    assert view.detail.reason.text.text() == f"Få registrerte, ingen sårbare. (Kari Nordmann, {today})"
    assert not panel.isVisible()
    opened(window).undo()
    assert settled(qtbot, view, row) == row.duty


def test_an_acceptance_is_given_until_a_day_and_taken_back(qtbot, window, view):
    row = choose(view, What.PROCESSOR_AGREEMENT)
    panel = view.detail.panel
    view.detail.waive_button.click()
    panel.accept_button.click()
    assert panel.problem.text() == "Skriv hvorfor det ikke trengs, og hvem som sier det."
    assert panel.declared.isVisible()
    panel.reason.setPlainText("Parten er ikke databehandler.")
    panel.until.set_value(opened(window).today() + timedelta(days=90))
    panel.accept_button.click()
    duty = settled(qtbot, view, row)
    assert (duty.reason, duty.acceptances[0].reason) == (Reason.ACCEPTED, "Parten er ikke databehandler.")
    view.detail.take_back_button.click()
    assert settled(qtbot, view, row).state is State.OPEN


def test_esc_closes_the_panel_and_nothing_was_said(window, view):
    choose(view, What.PROCESSOR_AGREEMENT)
    view.detail.waive_button.click()
    QTest.keyClick(view.detail.panel, Qt.Key.Key_Escape)
    assert not view.detail.panel.isVisible()
    assert view.detail.waive_button.isVisible()
    assert opened(window).records.of_kind("acceptance") == []


def test_an_edit_elsewhere_is_followed(qtbot, window, view):
    row = choose(view, What.DPIA, State.UNDECIDED)
    opened(window).set_value(row.duty.about.record, "dpia_art35", ("35-3-a",))
    duty = settled(qtbot, view, row)
    assert (duty.state, duty.rule) == (State.OPEN, "R-DPI-01")
    assert view.detail.why.text.text().startswith(
        "Et kriterium i artikkel 35 nr. 3 er krysset av.\nSystematisk"
    )


def test_another_day_is_derived_anew(qtbot, window, view):
    choose(view, What.TRANSFER_ASSESSMENT)
    page_of(window).day.committed.emit(date(2018, 7, 31))
    qtbot.waitUntil(lambda: not rows(view, What.TRANSFER_ASSESSMENT, State.OPEN), timeout=WAIT)


def test_what_is_shown_stays_until_the_new_is_there(qtbot, window, view):
    choose(view, What.DPIA, State.UNDECIDED)
    before = count(view)
    opened(window).set_value(view.detail.shown().duty.about.record, "high_risk", Answer.NO)
    assert count(view) == before


def test_in_a_register_for_reading_nothing_is_offered(qtbot, tmp_path):
    window = shown_window(qtbot, tmp_path, example(tmp_path), read_only=True)
    view = page_of(window).view()
    choose(view, What.PROCESSOR_AGREEMENT)
    assert not view.detail.create_button.isVisible()
    assert not view.detail.waive_button.isVisible()
    assert view.detail.go.isVisible()


def test_an_empty_register_says_that_nothing_follows_yet(qtbot, tmp_path):
    path = creating.create_register(tmp_path / "ny.ropa", "Prøveverket", "Kari")
    view = page_of(shown_window(qtbot, tmp_path, path)).view()
    assert view.empty.isVisible()
    assert view.empty.accessibleName().startswith("Ingenting må dokumenteres ennå")


def test_narrow_the_detail_stands_below_and_very_narrow_alone(window, view):
    window.resize(911, 512)
    QApplication.processEvents()
    choose(view, What.DPIA)
    QApplication.processEvents()
    assert view.detail.isVisible()
    assert view.detail.mapTo(view, view.detail.rect().topLeft()).y() > view.tree.y()
    window.resize(683, 384)
    QApplication.processEvents()
    assert not view.detail.isVisible()
    view.tree.setFocus()
    QTest.keyClick(view.tree, Qt.Key.Key_Return)
    assert view.detail.isVisible()
    assert view.is_alone()
    assert view.leave_record()
    assert view.tree.isVisible()


def test_the_view_speaks_three_languages(qtbot, window, view):
    kinds = set()
    for language in LANGUAGES:
        window.set_language(language)
        qtbot.waitUntil(view.is_derived, timeout=WAIT)
        choose(view, What.DPIA)
        assert nameless(view) == []
        kinds.add(view.detail.title.text())
    assert len(kinds) == len(LANGUAGES)
