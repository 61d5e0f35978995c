"""Running the rules over registers that hold little."""

from __future__ import annotations

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.organisation import Organisation, Register
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal import shipped
from ropa_app.legal.checks import Shared, check_register, check_rest, rules
from tests.legal.checks.judging import DAY
from tests.reports.scenes import abroad


def test_nothing_is_found_before_there_is_a_register() -> None:
    assert check_register(RecordsInMemory([]), shipped(), DAY).all() == []


def test_records_without_an_organisation_are_checked() -> None:
    found = check_register(RecordsInMemory(abroad("US", "49-1-a")), shipped(), DAY).all()
    assert {"R-TRA-13", "R-PRO-01"} <= {one.rule for one in found}
    assert {one.kind for one in found}.isdisjoint({"organisation", "register"})


def test_a_register_without_activities_is_asked_about_itself() -> None:
    records = [Register(id=RecordId("r")), Organisation(id=RecordId("o"), acts_as_processor=Answer.NO)]
    found = check_register(RecordsInMemory(records), shipped(), DAY).all()
    assert {one.record for one in found} == {"r", "o"}
    order = list(rules())
    assert [order.index(one.rule) for one in found] == sorted(order.index(one.rule) for one in found)


def test_findings_come_in_one_order_whichever_activity_was_judged_last() -> None:
    parties = [Party(id=RecordId(name), name=name) for name in "abcd"]
    uses = [
        Recipient(
            id=RecordId("r" + one.id),
            position=1,
            activity=RecordId("x" + one.id),
            party=one.id,
            role="processor",
        )
        for one in parties
    ]
    activities = [Activity(id=RecordId("x" + one.id), reference=one.id) for one in parties]
    records = RecordsInMemory([*parties, *activities, *uses])
    facts = check_register(records, shipped(), DAY).facts
    shared = Shared(records, shipped(), DAY)

    there, back = (check_rest(shared, dict(some)) for some in (facts.items(), reversed(list(facts.items()))))

    assert there == back
    assert [one.record for one in there if one.rule == "R-PRO-01"] == [one.id for one in parties]
