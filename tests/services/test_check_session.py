"""The session follows edits at once, or says what is left; tests/properties compare it with whole runs."""

from __future__ import annotations

import pytest

from ropa_app.domain.edits import Changes
from ropa_app.domain.entities.organisation import Organisation
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import RecordId, Text
from ropa_app.legal import shipped
from ropa_app.services import check_session, creating, deleting, editing
from ropa_app.services.check_session import CheckSession, Need
from ropa_app.services.session import OpenRegister
from tests.registers import AUTHOR, fixed_clock

LAW = shipped()


@pytest.fixture
def register(tmp_path):
    path = creating.create_example(tmp_path / "a.ropa", AUTHOR, clock=fixed_clock)
    opened = creating.open_register(path, AUTHOR, clock=fixed_clock)
    yield opened
    opened.close()


def ran(register: OpenRegister) -> check_session.FullRun:
    with register.file.snapshot() as copy:
        return check_session.run(copy, LAW, register.today())


@pytest.fixture
def session(register) -> CheckSession:
    made = CheckSession(register.file, LAW, register.today())
    made.begin()
    assert made.take(ran(register)) is Need.NOTHING
    return made


def found(session: CheckSession, rule: str) -> int:
    return sum(one.rule == rule for one in session.checked().all())


def activity(register: OpenRegister, reference: str) -> RecordId:
    rows = register.file.reader.values("activity", "reference")
    return next(row[0] for row in rows if row[3] == reference)


def test_nothing_is_known_before_the_first_run(register) -> None:
    session = CheckSession(register.file, LAW, register.today())
    assert not session.known
    changes = editing.set_value(register, activity(register, "1.3"), "owner", "Salgssjefen")
    assert session.follow(changes) is Need.NOTHING
    assert session.checked().all() == []


def test_an_edit_of_an_activity_is_followed_at_once(register, session) -> None:
    before, one = found(session, "R-REV-03"), activity(register, "1.3")
    others = {key: value for key, value in session.by_activity.items() if key != one}
    assert session.follow(editing.set_value(register, one, "owner", "Salgssjefen")) is Need.NOTHING
    assert found(session, "R-REV-03") == before - 1
    assert all(session.by_activity[key] is value for key, value in others.items())
    assert session.follow(register.undo()) is Need.NOTHING
    assert found(session, "R-REV-03") == before


def test_an_activity_that_is_gone_is_found_no_longer(register, session) -> None:
    one = activity(register, "1.3")
    session.follow(deleting.delete(register, one))
    assert one not in session.by_activity
    assert one not in session.facts
    session.follow(register.undo())
    assert session.by_activity[one]


def test_shared_records_are_judged_where_they_are_named(register, session) -> None:
    added = editing.add(register, "party")
    session.follow(added.changes)
    before = found(session, "R-PRO-01")
    used = editing.add(register, "recipient", activity(register, "1.3"), party=added.record, role="processor")
    assert session.follow(used.changes) is Need.NOTHING
    assert found(session, "R-PRO-01") == before + 1
    agreement = editing.add(register, "agreement", None, party=added.record, status="signed")
    session.follow(agreement.changes)
    assert found(session, "R-PRO-01") == before


def test_what_concerns_every_activity_needs_a_whole_run(register, session) -> None:
    one = register.records.one("organisation")
    assert isinstance(one, Organisation)
    before = found(session, "R-ORG-02")
    changes = editing.set_value(register, one.id, "org_number", "974760673")
    assert session.follow(changes) is Need.ALL
    assert found(session, "R-ORG-02") == before - 1, (
        "what is known of the organisation itself is told at once"
    )
    session.begin()
    assert session.take(ran(register)) is Need.NOTHING
    assert session.follow(Changes()) is Need.NOTHING


def test_edits_beside_a_run_are_followed_when_it_ends(register, session) -> None:
    one = activity(register, "1.3")
    session.begin()
    slow = ran(register)
    session.follow(editing.set_value(register, one, "owner", "Salgssjefen"))
    expected = session.checked()
    assert session.take(slow) is Need.NOTHING
    assert session.checked() == expected


def test_a_large_register_leaves_the_shared_records_to_another_thread(
    register, session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_session, "SMALL", 3)
    one = activity(register, "1.3")
    changes = editing.set_value(register, one, "status", "ended")
    assert session.follow(changes) is Need.REST
    with register.file.snapshot() as copy:
        late = check_session.run_rest(copy, LAW, session.rest_order())
    assert session.take_rest(late)
    assert session.checked() == ran(register).checked
    session.follow(editing.set_value(register, one, "title", Text(nb="Annet")))
    assert not session.take_rest(late), "an edit came between"


def test_as_of_another_day(register, session) -> None:
    assert found(session, "R-TRA-05") > 0
    with register.file.snapshot() as copy:
        early = check_session.run(copy, LAW, replace_year(register))
    session.begin()
    session.take(early)
    assert session.day.year == 2019
    assert found(session, "R-TRA-05") == 0


def replace_year(register: OpenRegister):
    return register.today().replace(year=2019)


def test_many_activities_at_once_need_a_whole_run(register, session, monkeypatch) -> None:
    monkeypatch.setattr(check_session, "MOST_CASES", 1)
    measure = editing.add(register, "measure")
    session.follow(measure.changes)
    for reference in ("1.1", "1.2"):
        added = editing.add(register, "measure_use", activity(register, reference), measure=measure.record)
        assert session.follow(added.changes) is Need.NOTHING
    changes = editing.set_value(register, measure.record, "status", "in_place")
    assert session.follow(changes) is Need.ALL


def test_numbers_of_activities(register, session) -> None:
    assert session.numbers[activity(register, "1.3")] == sort_key("1.3")
