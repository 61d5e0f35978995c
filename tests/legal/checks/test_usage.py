"""Who uses whom, from the facts of all activities: in which roles, and whether staff data are among them."""

from __future__ import annotations

from typing import Any

from ropa_app.domain.entities.activity_data import DataLine
from ropa_app.domain.entities.activity_flow import Recipient, Tracker
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal.checks.cases import Flagged, case_of, facts_of
from ropa_app.legal.checks.usage import AllFacts
from tests.reports.scenes import activity, owned

ALFA, BETA, GAMMA = RecordId("alfa"), RecordId("beta"), RecordId("gamma")
SYSTEM = RecordId("system")
STAFF = frozenset({"employee"})


def _facts(*owned_by_first: Record, **values: Any) -> AllFacts:
    first = case_of(activity(**values), owned_by_first)
    second = case_of(activity("2"), [owned(Recipient, "2", party=ALFA, role="joint")])
    return AllFacts(
        {case.id: facts_of(case, {SYSTEM: GAMMA}, Flagged(staff=STAFF)) for case in (first, second)}
    )


def test_a_party_is_used_as_recipient_as_provider_of_a_tracker_and_of_a_system() -> None:
    facts = _facts(owned(Recipient, party=ALFA), owned(Tracker, provider=BETA), systems=(SYSTEM,))
    assert facts.uses.keys() == {ALFA, BETA, GAMMA}
    assert facts.uses[ALFA].activities == {"activity-1", "activity-2"}


def test_a_party_has_the_roles_that_it_is_given_by_activities_that_go_on() -> None:
    facts = _facts(owned(Recipient, party=ALFA, role="processor"))
    assert facts.gives(ALFA, "processor")
    assert facts.gives(ALFA, "controller", "joint")
    assert not facts.gives(ALFA, "controller")
    assert not facts.gives(BETA, "processor")
    assert not facts.gives(None, "processor")
    ended = _facts(owned(Recipient, party=ALFA, role="processor"), status="ended")
    assert not ended.gives(ALFA, "processor")
    assert [fact.id for fact in ended.live] == ["activity-2"]


def test_a_tracker_gives_no_role() -> None:
    assert not _facts(owned(Tracker, provider=BETA)).gives(BETA, "", "processor")


def test_staff_data_count_where_the_recipient_gets_that_line() -> None:
    line = owned(DataLine, subjects=("employee",))
    other = owned(DataLine, "1", 2, subjects=("customer",))
    got = _facts(line, other, owned(Recipient, party=BETA, lines=(line.id,)))
    spared = _facts(line, other, owned(Recipient, party=BETA, lines=(other.id,)))
    every = _facts(line, other, owned(Recipient, party=BETA, lines=(other.id,), all_lines=Answer.YES))
    assert [facts.uses[BETA].staff for facts in (got, spared, every)] == [True, False, True]


def test_topics_are_those_of_activities_that_go_on() -> None:
    assert _facts(topics=("recruitment",)).topics == {"recruitment"}
    assert _facts(topics=("recruitment",), status="ended").topics == set()
