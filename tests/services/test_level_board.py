"""The levels as the window shows them agree with a judgement of the whole register, edit after edit."""

from __future__ import annotations

import pytest

from ropa_app.legal import shipped
from ropa_app.legal.checks import Level
from ropa_app.legal.checks import rules as every_rule
from ropa_app.services import accepting, check_session, creating, editing
from ropa_app.services.check_session import CheckSession
from ropa_app.services.checking import judge
from ropa_app.services.completeness import LEVELS, of_record, of_register
from ropa_app.services.finding_board import FindingBoard
from tests.registers import AUTHOR, fixed_clock

LAW = shipped()


@pytest.fixture(params=[0, 30], ids=["example", "synthetic"])
def register(tmp_path, request):
    path, many = tmp_path / "a.ropa", request.param
    if many:
        creating.create_synthetic(path, AUTHOR, many, 5, clock=fixed_clock)
    else:
        creating.create_example(path, AUTHOR, clock=fixed_clock)
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


def agree(register, board):
    judgement = judge(register.file, LAW, register.today())
    whole = of_register(register.records, judgement)
    assert {one.level: one.standing for one in board.standings()} == whole
    for one in register.records.of_kind("activity")[:5]:
        assert board.lacks_of(one.id) == of_record(register.records, judgement, one.id)


def test_the_levels_agree_with_the_judgement_of_the_register(register, board):
    agree(register, board)


def test_an_edit_and_an_acceptance_are_followed(register, session, board):
    before = board.standings()
    one = register.records.of_kind("activity")[0]
    changes = editing.set_value(register, one.id, "status", "ended")
    session.follow(changes)
    board.renew(changes)
    agree(register, board)
    assert board.standings() != before
    found = session.checked().all()[0]
    changes = accepting.accept(register, found, "Ja", "Kari")
    session.follow(changes)
    board.renew(changes)
    agree(register, board)


def test_the_rule_that_is_open_most_often_is_of_the_level(register, session, board):
    rules = every_rule()
    open_rules = [one.rule for one in session.checked().all()]
    for one in board.standings():
        assert one.most_open
        assert rules[one.most_open].level is one.level
        of_level = {rule for rule in open_rules if rules[rule].level is one.level}
        assert max(open_rules.count(rule) for rule in of_level) == open_rules.count(one.most_open)


def test_the_levels_stand_in_their_order(board):
    assert [one.level for one in board.standings()] == list(LEVELS) == list(Level)
