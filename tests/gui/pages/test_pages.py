"""Every page in every language: it builds, shows its records, and names what takes the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ropa_app.gui.forms.card_stack import CardStack
from ropa_app.gui.pages.page_texts import ALL_PAGES, LISTED
from ropa_app.i18n import LANGUAGES
from tests.gui.accessible import nameless
from tests.gui.window import added, by_reference, example, open_window, opened, page_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_built_and_names_what_takes_the_focus(qtbot, tmp_path, language):
    window = open_window(qtbot, tmp_path, example(tmp_path), language)
    for key in ALL_PAGES:
        assert window.workspace.show_page(key)
        qtbot.waitUntil(window.tasks.is_idle)
        page = page_of(window)
        assert page.isVisible()
        assert nameless(page) == [], key
    assert nameless(window.workspace.sidebar) == []
    assert nameless(window.menuBar()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_forms_of_all_kinds_are_built_with_open_cards(qtbot, tmp_path, language):
    window = open_window(qtbot, tmp_path, example(tmp_path), language)
    document = opened(window)
    for key, kinds in LISTED.items():
        window.workspace.show_page(key)
        page = page_of(window)
        if key == "transfers":
            continue
        for kind in kinds:
            page.list.set_kind(kind)
            page.new_record()
            assert page.current_record() is not None
            for stack in page.editor.form().findChildren(CardStack):
                if stack.isVisible() and not stack.cards():
                    stack._button.click()
            assert nameless(page.editor) == [], kind
            assert kind == document.get(page.current_record()).KIND


def test_the_models_of_the_lists_satisfy_qt(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    for key in LISTED:
        window.workspace.show_page(key)
        qtbot.waitUntil(window.tasks.is_idle)
        page = page_of(window)
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        tester = QAbstractItemModelTester(page.list.table.records, mode)
        page.list.search.setText("a")
        page.list.search.setText("")
        assert page.list.table.records.rowCount() == page.list.total()
        del tester


def test_the_activities_stand_in_norwegian_order_and_are_searched_as_one_types(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    page = page_of(window)
    model = page.list.table.records
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert shown[1:8] == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"]
    qtbot.waitUntil(model.has_haystacks)
    page.focus_search()
    qtbot.keyClicks(page.list.search, "snapengage")
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["2.3"]
    qtbot.keyClicks(page.list.search, "zzz")
    assert page.list.empty.isVisible()
    assert "snapengagezzz" in page.list.empty.accessibleName()


def test_adding_duplicating_and_deleting_an_activity(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    page, document = page_of(window), opened(window)
    page.show_record(by_reference(document, "1.3"))
    page.duplicate_record()
    copy = document.get(page.current_record())
    assert copy.reference == "1.8"
    assert len(document.records.owned(copy.id)) == len(document.records.owned(by_reference(document, "1.3")))
    page.ask_deletion = document.delete
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    assert document.get(copy.id) is None
    assert page.current_record() not in (copy.id, None)
    before = page.list.total()
    page.new_record()
    assert page.list.total() == before + 1
    assert document.get(page.current_record()).status == "draft"


def test_a_card_is_added_moved_and_deleted(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    page, document = page_of(window), opened(window)
    page.show_record(by_reference(document, "1.3"))
    stack = next(one for one in page.editor.form().findChildren(CardStack) if one.part.kind == "purpose")
    ids = [card.record.id for card in stack.cards()]
    stack._button.click()
    added = stack.cards()[-1]
    assert added.card.is_open()
    added.card.moved.emit(-1)
    assert [card.record.id for card in stack.cards()] == [*ids[:-1], added.record.id, ids[-1]]
    added.card.deleted.emit()
    assert [card.record.id for card in stack.cards()] == ids
    window.undo()
    assert len(stack.cards()) == len(ids) + 1


def test_a_linked_record_opens_and_the_way_leads_back(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    document = opened(window)
    start = by_reference(document, "2.3")
    window.show_record(start)
    party = next(one for one in document.records.of_kind("party") if one.name == "SnapEngage")
    page_of(window).record_wanted.emit(party.id)
    assert window.workspace.sidebar.current() == "parties"
    assert page_of(window).current_record() == party.id
    window.window_actions["back"].trigger()
    assert window.workspace.sidebar.current() == "activities"
    assert page_of(window).current_record() == start
    window.window_actions["forward"].trigger()
    assert page_of(window).current_record() == party.id


def test_a_part_of_a_record_is_shown_with_its_card_open(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    document = opened(window)
    activity = by_reference(document, "1.4")
    purpose = next(one for one in document.records.owned(activity) if one.KIND == "purpose")
    assert window.show_record(purpose.id)
    assert page_of(window).current_record() == activity
    form = page_of(window).editor.form()
    assert any(b.kind == "purpose" and b.record == purpose.id for b in form.bindings())


def test_an_empty_page_says_what_belongs_there(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    window.workspace.show_page("systems")
    page = page_of(window)
    assert page.empty.isVisible()
    button = next(one for one in page.empty.findChildren(QPushButton) if one.isVisible())
    button.click()
    assert not page.empty.isVisible()
    assert opened(window).records.counts()["system"] == 1


def test_transfers_are_derived_and_their_tools_edited(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    window.workspace.show_page("transfers")
    page = page_of(window)
    qtbot.waitUntil(lambda: page.list.total() == 2)
    assert not page.can_add()
    stack = next(one for one in page.editor.form().findChildren(CardStack))
    assert stack.cards()[0].card.accessibleName() == "1 Privacy Shield"
    before = len(stack.cards())
    stack._button.click()
    assert len(stack.cards()) == before + 1


def test_columns_are_chosen_and_remembered(qtbot, tmp_path):
    path = example(tmp_path)
    window = open_window(qtbot, tmp_path, path)
    table = page_of(window).list.table
    table.column_menu().actions()[1].setChecked(True)
    assert not table.isColumnHidden(3)
    window.close_register()
    again = open_window(qtbot, tmp_path, path)
    assert not page_of(again).list.table.isColumnHidden(3)
    assert page_of(again).list.table.isColumnHidden(4)


def test_a_part_that_is_shown_comes_into_view(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    document = opened(window)
    owned = document.records.owned(by_reference(document, "1.3"))
    assert window.show_record([one for one in owned if one.KIND == "purpose"][-1].id)
    form = page_of(window).editor.form()
    qtbot.waitUntil(lambda: form.verticalScrollBar().value() > 0)
    field = window.focusWidget()
    top = field.mapTo(form.viewport(), field.rect().topLeft()).y()
    assert 0 <= top <= form.viewport().height() - field.height()


class _Windows(QObject):
    """Takes down each window that is shown while it listens."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_nothing_that_is_built_opens_a_window_of_its_own(qtbot, tmp_path):
    window = open_window(qtbot, tmp_path, example(tmp_path))
    listening = _Windows()
    QApplication.instance().installEventFilter(listening)
    for key in ALL_PAGES:
        window.workspace.show_page(key)
    for method in ("", "lia", "dpia", "tia"):
        window.workspace.show_record(added(opened(window), "assessment", method=method))
    window.workspace.show_record(by_reference(opened(window), "1.3"))
    QApplication.instance().removeEventFilter(listening)
    assert listening.shown == []
