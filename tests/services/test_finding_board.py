"""Findings by record and page, counted, and in the order of a walk."""

from __future__ import annotations

import pytest

from ropa_app.domain.values import Answer
from ropa_app.gui.pages.page_texts import ALL_PAGES
from ropa_app.legal import shipped
from ropa_app.services import accepting, check_session, creating, editing
from ropa_app.services.check_session import CheckSession
from ropa_app.services.finding_board import Counts, FindingBoard, page_of
from tests.registers import AUTHOR, fixed_clock

LAW = shipped()


@pytest.fixture
def register(tmp_path):
    path = creating.create_example(tmp_path / "a.ropa", AUTHOR, clock=fixed_clock)
    opened = creating.open_register(path, AUTHOR, clock=fixed_clock)
    yield opened
    opened.close()


@pytest.fixture
def session(register):
    made = CheckSession(register.file, LAW, register.today())
    made.begin()
    with register.file.snapshot() as copy:
        made.take(check_session.run(copy, LAW, register.today()))
    return made


@pytest.fixture
def board(session):
    made = FindingBoard(session)
    made.renew()
    return made


def kunder(register):
    return next(one for one in register.records.of_kind("activity") if one.reference == "1.3")


def test_every_finding_is_counted_once(session, board):
    found = session.checked().all()
    assert board.total().open == len(found)
    assert sum(counts.open for counts in board.by_page().values()) == len(found)
    assert len(board.all()) == len(found)
    assert set(board.by_page()) <= set(ALL_PAGES)


def test_findings_follow_the_rules_and_then_the_numbers_of_the_activities(register, session, board):
    numbers = {one.id: one.reference for one in register.records.of_kind("activity")}
    found = [one.finding for one in board.all() if one.rule.id == "R-SEC-01"]
    shown = [numbers[one.record] for one in found]
    assert len(shown) > 5
    assert shown == sorted(shown)


def test_a_record_has_its_own_findings_and_those_of_what_it_owns(register, board):
    one = kunder(register)
    of_it = board.of(one.id)
    family = [one, *register.records.owned(one.id)]
    own = [judged for record in family for judged in board.at(record)]
    assert {judged.finding for judged in of_it} == {judged.finding for judged in own}
    assert board.counts_of(one.id).open == len(of_it)
    order = ["error", "warning", "info"]
    severities = [order.index(judged.rule.severity.value) for judged in of_it]
    assert severities == sorted(severities)


def test_a_transfer_is_found_at_its_place_and_at_its_party(register, board):
    tool = register.records.of_kind("transfer_tool")[0]
    place = register.records.get(tool.place)
    found = {judged.finding for judged in board.at(tool)}
    assert found
    assert found <= {judged.finding for judged in board.of(place.id)}
    assert found <= {judged.finding for judged in board.of(place.party)}
    assert {page_of(one) for one in found} == {"transfers"}
    assert {board.root(one) for one in found} == {place.id}


def test_accepting_moves_a_finding_and_nothing_else(register, session, board):
    before, one = board.total(), kunder(register)
    finding = next(judged.finding for judged in board.at(one) if judged.rule.id == "R-REV-03")
    changes = accepting.accept(register, finding, "Kommer", "Kari")
    session.follow(changes)
    board.renew(changes)
    assert board.total() == before.plus(Counts(info=1), -1).plus(Counts(accepted=1))
    assert finding not in [judged.finding for judged in board.at(one)]
    assert not board.judged(finding).is_open
    undone = register.undo()
    session.follow(undone)
    board.renew(undone)
    assert board.total() == before


def test_an_edit_of_the_accepted_record_brings_it_back(register, session, board):
    one = kunder(register)
    finding = next(judged.finding for judged in board.at(one) if judged.rule.id == "R-SEC-01")
    for changes in (
        accepting.accept(register, finding, "Kommer", "Kari", None, Answer.YES),
        editing.set_value(register, one.id, "owner", "Salgssjefen"),
    ):
        session.follow(changes)
        board.renew(changes)
    assert board.judged(finding).is_open
    assert board.total().accepted == 0


def test_the_walk_goes_page_by_page_and_stays_with_a_record(session, board):
    walked = board.route(ALL_PAGES)
    pages = [ALL_PAGES.index(page_of(one.finding)) for one in walked]
    assert pages == sorted(pages)
    roots = [board.root(one.finding) for one in walked]
    runs = [root for place, root in enumerate(roots) if place == 0 or roots[place - 1] != root]
    listed = [(page_of(one.finding), board.root(one.finding)) for one in walked]
    assert len(runs) == len(dict.fromkeys(listed))


def test_counts_tell_the_worst():
    assert Counts().worst == ""
    assert Counts(info=2).worst == "info"
    assert Counts(warning=3, info=2).worst_number == 3
    assert Counts(1, 2, 3, 4).open == 6
