"""TRA, second half: each rule finds its case, and one field settles it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ropa_app.domain.entities.activity_data import DataLine
from ropa_app.domain.entities.activity_flow import Recipient
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.parties import Place, TransferTool
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.entities.statements import PublishedItem, PublishedStatement
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.legal import shipped
from ropa_app.legal.checks import check_register
from ropa_app.legal.supposing import ToolsLapse, law_supposing
from tests.legal.checks.judging import DAY, Pair, assert_pair, findings
from tests.reports.scenes import abroad, organisation, owned, same

TOOL, TIA, PARTY = "tool-1", RecordId("tia"), RecordId("party")
_ABROAD = ("party", "place", "transfer_tool")
CERTIFIED: dict[str, Any] = {
    "dpf_status": "active",
    "dpf_data": ("hr", "non_hr"),
    "dpf_checked": date(2026, 6, 1),
}


def _tool(tool: str, country: str = "US", **values: Any) -> list[Record]:
    """Return a transfer of activity 1 to a country that rests on one tool."""
    return [replace(one, **values) if one.id == TOOL else one for one in abroad(country, tool)]


def _certified(**values: Any) -> list[Record]:
    return _tool("adequacy-us-dpf", **CERTIFIED | values)


def _with_second(tool: str) -> list[Record]:
    first = _certified()
    second = TransferTool(id=RecordId("tool-2"), position=2, place=RecordId("place"), tool=tool)
    return [*first, second]


def _assessed(**values: Any) -> list[Record]:
    return [*_tool("scc-2021-m2", tia=TIA), Assessment(id=TIA, method="tia", **values)]


def _compelling(**values: Any) -> list[Record]:
    documented: dict[str, Any] = {"safeguards": same("Vurdert"), "authority_notified": date(2026, 1, 1)}
    return _tool("49-1-2", repeated=Answer.NO, **documented | values)


def _authority(tool: str) -> list[Record]:
    return [organisation(public_authority=Answer.YES), *_tool(tool, repeated=Answer.NO)]


def _published(said: str, item: str = "transfers") -> list[Record]:
    statement = PublishedStatement(id=RecordId("statement"), published=date(2026, 1, 1))
    read = PublishedItem(id=RecordId("read"), position=1, statement=statement.id, item=item, said=said)
    return [*_compelling(), statement, read]


STAFF = owned(DataLine, subjects=("employee",), categories=("name",))

PAIRS = [
    Pair("R-TRA-03", _tool("adequacy", "IN"), TOOL, ("tool", "scc-2021-m2")),
    Pair("R-TRA-03", _tool("adequacy", "IN"), "place", ("country", "JP"), about=TOOL, label="country"),
    Pair("R-TRA-03", _tool("adequacy"), TOOL, ("tool", "adequacy-us-dpf"), label="United States"),
    Pair("R-TRA-03", _tool("adequacy", "IN"), "place", ("country", "NO"), about=TOOL, label="no transfer"),
    Pair("R-TRA-04", _tool("adequacy", "CA"), TOOL, ("scope_confirmed", Answer.YES)),
    Pair("R-TRA-04", _tool("adequacy", "CA"), "place", ("country", "CH"), about=TOOL, label="not partial"),
    Pair("R-TRA-05", _tool("privacy-shield"), TOOL, ("tool", "adequacy-us-dpf")),
    Pair("R-TRA-05", _tool("safe-harbour"), TOOL, ("ended", date(2026, 11, 22)), label="Safe Harbour"),
    Pair("R-TRA-06", _tool("scc-old"), TOOL, ("tool", "scc-2021-m2")),
    Pair(
        "R-TRA-06",
        _tool("scc-old", signed=date(2021, 9, 27)),
        TOOL,
        ("signed", date(2021, 9, 26)),
        day=date(2022, 12, 27),
        label="signed too late",
    ),
    Pair(
        "R-TRA-06",
        _tool("scc-2021-m2", signed=date(2021, 6, 26)),
        TOOL,
        ("signed", date(2021, 6, 27)),
        label="signed too early",
    ),
    Pair("R-TRA-07", _certified(dpf_status="inactive"), TOOL, ("dpf_status", "active_review")),
    Pair("R-TRA-07", _certified(dpf_status=""), TOOL, ("dpf_status", "active"), label="not looked up"),
    Pair(
        "R-TRA-07",
        _certified(dpf_checked=None),
        TOOL,
        ("dpf_checked", date(2026, 6, 1)),
        label="no day",
    ),
    Pair("R-TRA-07", _certified(dpf_data=()), TOOL, ("dpf_data", ("non_hr",)), label="no kind of data"),
    Pair(
        "R-TRA-07",
        [*_certified(dpf_data=("non_hr",)), STAFF],
        TOOL,
        ("dpf_data", ("hr",)),
        label="staff",
    ),
    Pair(
        "R-TRA-07",
        [*_certified(dpf_data=("non_hr",)), STAFF],
        STAFF.id,
        ("subjects", ("customer",)),
        about=TOOL,
        label="no staff",
    ),
    Pair("R-TRA-08", _certified(dpf_checked=date(2025, 11, 21)), TOOL, ("dpf_checked", date(2025, 11, 22))),
    Pair("R-TRA-09", _with_second("49-1-a"), "tool-2", ("tool", "scc-2021-m2"), about=TOOL),
    Pair("R-TRA-09", _with_second("scc-old"), "tool-2", ("tool", "bcr-c"), about=TOOL, label="lapsed"),
    Pair("R-TRA-10", _tool("bcr-c"), TOOL, ("tool", "49-1-a")),
    Pair("R-TRA-10", _assessed(), TIA, ("outcome", "ok"), about=TOOL, label="no outcome"),
    Pair("R-TRA-11", _assessed(outcome="not_ok"), TIA, ("outcome", "ok"), about=TOOL),
    Pair(
        "R-TRA-11",
        _assessed(outcome="ok_with_measures"),
        TIA,
        ("safeguards", "Nøklene ligger i Norge."),
        about=TOOL,
        label="measures",
    ),
    Pair("R-TRA-12", _tool("scc-2021-m1"), TOOL, ("tool", "scc-2021-m2")),
    Pair("R-TRA-12", _tool("scc-2021-m1"), "recipient-1-1", ("role", "controller"), TOOL, label="role"),
    Pair("R-TRA-13", _tool("49-1-a"), TOOL, ("repeated", Answer.NO)),
    Pair("R-TRA-13", _tool("49-1-g", repeated=Answer.YES), TOOL, ("tool", "bcr-c"), label="repeated"),
    Pair("R-TRA-14", _compelling(safeguards=same("")), TOOL, ("safeguards", same("Vurdert"))),
    Pair(
        "R-TRA-14",
        _compelling(authority_notified=None),
        TOOL,
        ("authority_notified", date(2026, 1, 1)),
        label="authority",
    ),
    Pair("R-TRA-14", _compelling(safeguards=same("")), TOOL, ("tool", "49-1-e"), label="another tool"),
    Pair(
        "R-TRA-15",
        _tool("adequacy", "GB"),
        TOOL,
        ("tool", "scc-2021-m2"),
        day=date(2030, 12, 28),
    ),
    Pair("R-TRA-19", _authority("49-1-a"), "organisation", ("public_authority", Answer.NO), about=TOOL),
    *(
        Pair("R-TRA-19", _authority(tool), TOOL, ("tool", "49-1-d"), label=tool)
        for tool in ("49-1-b", "49-1-c", "49-1-2")
    ),
    Pair("R-TRA-20", _compelling(), TOOL, ("tool", "49-1-e"), label="no statement"),
    Pair("R-TRA-20", _published("unclear"), "read", ("said", "said"), about=TOOL, label="unclear"),
    Pair("R-TRA-20", _published("said", "rights"), "read", ("item", "transfers"), about=TOOL, label="item"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_rule_finds_it_and_one_field_settles_it(pair: Pair) -> None:
    assert_pair(pair)


def test_two_roles_that_are_not_for_the_module_are_found() -> None:
    for role in ("controller", "joint"):
        second = owned(Recipient, "1", 2, party=RecordId("party"), role=role)
        assert [one.record for one in findings([*_tool("scc-2021-m2"), second], "R-TRA-12")] == [TOOL]


@pytest.mark.parametrize(
    ("rule", "tool", "last_silent", "first"),
    [
        ("R-TRA-05", "privacy-shield", "2020-07-15", "2020-07-16"),
        ("R-TRA-05", "safe-harbour", "2015-10-05", "2015-10-06"),
        ("R-TRA-06", "scc-old", "2022-12-27", "2022-12-28"),
        ("R-TRA-07", "adequacy-us-dpf", "2023-07-09", "2023-07-10"),
        ("R-TRA-09", "adequacy-us-dpf", "2025-10-30", "2025-10-31"),
        ("R-TRA-10", "bcr-c", "2020-07-15", "2020-07-16"),
    ],
)
def test_a_rule_begins_on_its_day(rule: str, tool: str, last_silent: str, first: str) -> None:
    assert findings(_tool(tool), rule, date.fromisoformat(last_silent)) == []
    assert [one.record for one in findings(_tool(tool), rule, date.fromisoformat(first))] == [TOOL]


@pytest.mark.parametrize(("day", "count"), [("2030-12-27", 0), ("2030-12-28", 1), ("2031-12-28", 0)])
def test_a_decision_that_ends_is_told_a_year_before(day: str, count: int) -> None:
    assert len(findings(_tool("adequacy", "GB"), "R-TRA-15", date.fromisoformat(day))) == count


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"dpf_status": ""}, "dpf_status"),
        ({"dpf_data": ()}, "dpf_data"),
        ({"dpf_checked": None}, "dpf_checked"),
    ],
)
def test_the_finding_points_at_what_is_missing_of_a_certification(values: dict[str, Any], field: str) -> None:
    assert [one.field for one in findings(_certified(**values), "R-TRA-07")] == [field]


def test_adequacy_is_not_judged_before_the_country_is_named() -> None:
    records = [
        replace(one, outside_eea=Answer.YES) if isinstance(one, Place) else one
        for one in _tool("adequacy", "")
    ]
    assert findings(records, "R-TRA-03") == []


def test_the_end_of_the_framework_is_told_of_the_framework_only() -> None:
    law = shipped()
    ending = tuple(
        replace(row, valid_to=date(2027, 1, 1)) if row.country == "US" else row for row in law.decisions
    )
    for tool, count in (("adequacy-us-dpf", 1), ("adequacy", 0)):
        checked = check_register(RecordsInMemory(_tool(tool)), replace(law, decisions=ending), DAY)
        assert [one.rule for one in checked.all()].count("R-TRA-15") == count


@pytest.mark.parametrize("tool", ["adequacy-us-dpf", "bcr-c", "49-1-a"])
def test_any_tool_that_the_law_data_end_is_found(tool: str) -> None:
    law = law_supposing(shipped(), ToolsLapse(tool, DAY))
    (one,) = [
        one for one in check_register(RecordsInMemory(_tool(tool)), law, DAY).all() if one.rule == "R-TRA-05"
    ]
    assert (one.record, dict(one.values)["date"]) == (TOOL, DAY)
    assert findings(_tool(tool), "R-TRA-05") == []


def test_a_sub_processor_is_certified_without_staff_data_of_ours() -> None:
    used = ProcessorRecord(id=RecordId("others"), position=1, status="active", sub_processors=(PARTY,))
    records = [one for one in _certified(dpf_data=("non_hr",)) if one.KIND in _ABROAD]
    assert findings([*records, used], "R-TRA-07") == []
    assert [one.record for one in findings([*records, used], "R-TRA-09")] == [TOOL]


def test_the_finding_points_at_the_day_once_the_safeguards_are_written() -> None:
    assert [one.field for one in findings(_compelling(authority_notified=None), "R-TRA-14")] == [
        "authority_notified"
    ]
