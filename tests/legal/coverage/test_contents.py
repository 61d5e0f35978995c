"""Each item of an activity: one field decides, and the cell says which."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from ropa_app.domain.values import NO_TEXT, Answer, RecordId
from ropa_app.legal.coverage import ITEMS, Reason, State
from tests.legal.coverage.covered import cell, changed, complete, grid, without


@dataclass(frozen=True)
class Case:
    """An item of an activity after some fields of one record were changed, or records were taken away."""

    item: str
    activity: int
    record: str
    values: dict[str, Any]
    reason: Reason
    spot: tuple[str, str, str]
    gone: tuple[str, ...] = field(default=())
    state: State = State.MISSING

    def __str__(self) -> str:
        """Return a name for the report of a test."""
        return f"{self.item}-{self.reason.value}"


CASES = [
    Case(
        "purposes", 1, "purpose-1-1", {"text": NO_TEXT}, Reason.NO_PURPOSE, ("purpose", "purpose-1-1", "text")
    ),
    Case("purposes", 1, "", {}, Reason.NO_PURPOSE, ("activity", "activity-1", ""), ("purpose-1-1",)),
    Case("legal_basis", 1, "", {}, Reason.NO_BASIS, ("activity", "activity-1", ""), ("purpose-1-1",)),
    Case("legal_basis", 1, "purpose-1-1", {"art6": ()}, Reason.NO_BASIS, ("purpose", "purpose-1-1", "art6")),
    Case(
        "interests", 1, "purpose-1-1", {"art6": ()}, Reason.BASIS_DECIDES, ("purpose", "purpose-1-1", "art6")
    ),
    Case("rights", 1, "purpose-1-1", {"art6": ()}, Reason.BASIS_DECIDES, ("purpose", "purpose-1-1", "art6")),
    Case(
        "withdrawal", 2, "purpose-2-1", {"art6": ()}, Reason.BASIS_DECIDES, ("purpose", "purpose-2-1", "art6")
    ),
    Case(
        "interests",
        2,
        "purpose-2-1",
        {"interest": NO_TEXT},
        Reason.NO_INTEREST,
        ("purpose", "purpose-2-1", "interest"),
    ),
    Case("categories", 1, "", {}, Reason.NO_DATA, ("activity", "activity-1", ""), ("data_line-1-1",)),
    Case(
        "categories",
        1,
        "data_line-1-1",
        {"categories": ()},
        Reason.NO_DATA,
        ("data_line", "data_line-1-1", "categories"),
    ),
    Case(
        "recipients",
        1,
        "activity-1",
        {"recipients_answer": ""},
        Reason.NO_RECIPIENTS,
        ("activity", "activity-1", "recipients_answer"),
    ),
    Case(
        "recipients",
        2,
        "recipient-2-1",
        {"party": None},
        Reason.UNNAMED_RECIPIENT,
        ("recipient", "recipient-2-1", "party"),
    ),
    Case(
        "transfers",
        1,
        "activity-1",
        {"recipients_answer": ""},
        Reason.RECIPIENTS_DECIDE,
        ("activity", "activity-1", "recipients_answer"),
    ),
    Case(
        "transfers",
        2,
        "recipient-2-1",
        {"party": None},
        Reason.RECIPIENTS_DECIDE,
        ("recipient", "recipient-2-1", "party"),
    ),
    Case("storage", 1, "", {}, Reason.NO_PERIOD, ("activity", "activity-1", ""), ("retention-1-1",)),
    Case(
        "storage",
        1,
        "retention-1-1",
        {"period": None},
        Reason.NO_PERIOD,
        ("retention", "retention-1-1", "period"),
    ),
    Case(
        "storage", 1, "retention-1-1", {"start": ""}, Reason.NO_START, ("retention", "retention-1-1", "start")
    ),
    Case(
        "storage",
        1,
        "retention-1-1",
        {"lines": (RecordId("data_line-2-1"),)},
        Reason.NO_PERIOD,
        ("data_line", "data_line-1-1", ""),
    ),
    Case(
        "withdrawal",
        1,
        "consent",
        {"withdrawal": NO_TEXT},
        Reason.NO_WITHDRAWAL,
        ("consent", "consent", "withdrawal"),
    ),
    Case(
        "withdrawal",
        1,
        "purpose-1-1",
        {"consent": None},
        Reason.NO_WITHDRAWAL,
        ("purpose", "purpose-1-1", "consent"),
    ),
    Case(
        "provision",
        1,
        "activity-1",
        {"provision": ""},
        Reason.NO_PROVISION,
        ("activity", "activity-1", "provision"),
    ),
    Case(
        "provision",
        1,
        "activity-1",
        {"provision": "statutory"},
        Reason.NO_CONSEQUENCE,
        ("activity", "activity-1", "provision_consequence"),
    ),
    Case("source", 1, "", {}, Reason.NO_SOURCE, ("activity", "activity-1", ""), ("source-1-1",)),
    Case("source", 1, "source-1-1", {"origin": ""}, Reason.NO_SOURCE, ("source", "source-1-1", "origin")),
    Case(
        "source",
        1,
        "source-1-1",
        {"lines": (RecordId("data_line-2-1"),)},
        Reason.NO_SOURCE,
        ("data_line", "data_line-1-1", ""),
    ),
    Case(
        "automated",
        1,
        "activity-1",
        {"automated": Answer.UNKNOWN},
        Reason.NO_ANSWER,
        ("activity", "activity-1", "automated"),
    ),
    Case(
        "automated",
        2,
        "activity-2",
        {"automated_logic": NO_TEXT},
        Reason.NO_LOGIC,
        ("activity", "activity-2", "automated_logic"),
    ),
    Case(
        "provision",
        1,
        "activity-1",
        {"provision": "not_applicable"},
        Reason.NOT_ASKED_OF_PERSON,
        ("activity", "activity-1", "provision"),
        state=State.NOT_APPLICABLE,
    ),
    Case(
        "automated",
        2,
        "activity-2",
        {"automated": Answer.NO},
        Reason.NO_DECISION,
        ("activity", "activity-2", "automated"),
        state=State.NOT_APPLICABLE,
    ),
    Case(
        "source",
        2,
        "source-2-1",
        {"origin": "automatic"},
        Reason.FROM_THE_PERSON,
        ("source", "source-2-1", "origin"),
        state=State.NOT_APPLICABLE,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_one_field_decides_and_the_cell_says_which(case: Case) -> None:
    whole = complete()
    assert cell(grid(whole), case.item, f"activity-{case.activity}").state is not State.MISSING

    records = changed(whole, case.record, **case.values) if case.record else without(whole, *case.gone)
    found = cell(grid(records), case.item, f"activity-{case.activity}")

    assert (found.state, found.reason) == (case.state, case.reason)
    assert found.spot is not None
    assert (found.spot.kind, found.spot.record, found.spot.field) == case.spot


def test_a_register_exists_in_which_nothing_is_missing() -> None:
    found = grid(complete())
    assert (len(found.rows), found.percent, found.undecided) == (2, 100, ())
    every = [one for row in found.rows for one in row.cells]
    assert {one.state for one in every} == {State.FILLED, State.NOT_APPLICABLE}
    assert not any(one.is_doubtful for one in every)
    told = {
        item for item in ITEMS if any(cell(found, item, r.activity).state is State.FILLED for r in found.rows)
    }
    assert told == set(ITEMS)


def test_what_applies_to_no_purpose_does_not_apply() -> None:
    found = grid(complete())
    assert cell(found, "interests").reason is Reason.NO_INTERESTS
    assert cell(found, "withdrawal", "activity-2").reason is Reason.NO_CONSENT
    assert cell(found, "transfers").reason is Reason.NO_TRANSFER
    assert cell(found, "recipients").reason is Reason.NOBODY_RECEIVES
    assert cell(found, "source").reason is Reason.FROM_THE_PERSON
