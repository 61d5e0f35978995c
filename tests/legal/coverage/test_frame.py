"""What all activities have in common: who is responsible, the officer, how to use the rights."""

from __future__ import annotations

from typing import Any

import pytest

from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.values import NO_TEXT, Answer, RecordId
from ropa_app.legal.coverage import Reason, Spot, State
from tests.legal.coverage.covered import cell, changed, complete, grid, without

ORGANISATION = RecordId("organisation")


@pytest.mark.parametrize(
    ("values", "reason", "field"),
    [
        ({"name": ""}, Reason.NO_NAME, "name"),
        ({"email": ""}, Reason.NO_ADDRESS, "email"),
    ],
)
def test_a_controller_has_a_name_and_can_be_reached(
    values: dict[str, Any], reason: Reason, field: str
) -> None:
    found = cell(grid(changed(complete(), "organisation", **values)), "controller")
    assert (found.state, found.reason) == (State.MISSING, reason)
    assert found.spot == Spot("organisation", ORGANISATION, field)
    assert [one.rule for one in found.findings] == ["R-ORG-01"]


def test_a_register_without_an_organisation_misses_it_in_every_activity() -> None:
    found = grid(without(complete(), "organisation"))
    assert all(cell(found, "controller", row.activity).state is State.MISSING for row in found.rows)
    assert cell(found, "controller").spot == Spot("organisation", RecordId(""), "name")


@pytest.mark.parametrize(
    ("answer", "state", "reason"),
    [
        (Answer.NO, State.NOT_APPLICABLE, Reason.NO_OFFICER),
        (Answer.NOT_APPLICABLE, State.NOT_APPLICABLE, Reason.NO_OFFICER),
        (Answer.UNKNOWN, State.MISSING, Reason.OFFICER_UNDECIDED),
        (Answer.YES, State.MISSING, Reason.OFFICER_UNREACHABLE),
    ],
)
def test_an_officer_is_decided_on_before_it_does_not_apply(
    answer: Answer, state: State, reason: Reason
) -> None:
    records = changed(without(complete(), "dpo"), "organisation", dpo_appointed=answer)
    found = cell(grid(records), "dpo")
    assert (found.state, found.reason) == (state, reason)
    assert found.spot == Spot("organisation", ORGANISATION, "dpo_appointed")


def test_an_officer_that_cannot_be_reached_is_missing_where_the_contact_is() -> None:
    found = cell(grid(changed(complete(), "dpo", email="")), "dpo")
    assert (found.state, found.reason) == (State.MISSING, Reason.OFFICER_UNREACHABLE)
    assert found.spot == Spot(Contact.KIND, RecordId("dpo"), "email")


def test_how_to_use_the_rights_stands_in_the_settings() -> None:
    found = cell(grid(changed(complete(), "statement", rights_how=NO_TEXT)), "rights")
    assert (found.state, found.reason) == (State.MISSING, Reason.NO_WAY_TO_ASK)
    assert found.spot == Spot("statement", RecordId("statement"), "rights_how")
    gone = cell(grid(without(complete(), "statement")), "rights")
    assert gone.spot == Spot("statement", RecordId(""), "rights_how")


def test_a_finding_of_a_party_counts_for_whoever_uses_it_and_nobody_else() -> None:
    found = grid(changed(complete(), "cloud", parent_country="US", remote_access=Answer.UNKNOWN))
    assert cell(found, "transfers", "activity-2").findings == ()  # no place in the EEA
    moved = grid(
        changed(
            changed(complete(), "place", country="DE"),
            "cloud",
            parent_country="US",
            remote_access=Answer.UNKNOWN,
        )
    )
    assert [one.rule for one in cell(moved, "transfers", "activity-2").findings] == ["R-TRA-16"]
    assert cell(moved, "transfers", "activity-1").findings == ()
