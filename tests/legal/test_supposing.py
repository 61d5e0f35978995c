"""Law data under a supposition end exactly the rows that are meant, on the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ropa_app.domain.values import RecordId
from ropa_app.legal import shipped
from ropa_app.legal.supposing import AdequacyEnds, PartyLeaves, ToolsLapse, law_supposing, tool_codes
from ropa_app.services.law_difference import row_changes

LAW = shipped()
DAY = date(2026, 11, 28)
BEFORE = DAY - timedelta(days=1)


def changed(supposition):
    return [
        (one.file, (one.after or one.before).values.get("code") or (one.after or one.before).get("tool"))
        for one in row_changes(LAW, law_supposing(LAW, supposition))
    ]


def test_a_decision_ends_on_the_day_and_not_before():
    law = law_supposing(LAW, AdequacyEnds("GB", DAY))
    assert law.adequacy("GB", BEFORE) is not None
    assert law.adequacy("GB", DAY) is None
    assert law.adequacy("CH", DAY) == LAW.adequacy("CH", DAY)
    assert changed(AdequacyEnds("GB", DAY)) == [("adequacy.csv", "GB")]


@pytest.mark.parametrize("supposition", [AdequacyEnds("US", DAY), ToolsLapse("adequacy-us-dpf", DAY)])
def test_the_framework_and_the_decision_for_the_united_states_are_one_act(supposition):
    law = law_supposing(LAW, supposition)
    assert law.adequacy("US", DAY) is None
    row = law.lapsed("adequacy-us-dpf", DAY)
    assert row is not None
    assert (row.country, row.valid_to) == ("US", DAY)
    assert law.lapsed("adequacy-us-dpf", BEFORE) is None
    assert sorted(changed(supposition)) == [
        ("adequacy.csv", "US"),
        ("lapsed_tools.csv", "adequacy-us-dpf"),
        ("transfer_tools.csv", "adequacy-us-dpf"),
    ]


def test_the_modules_of_the_clauses_lapse_together():
    law = law_supposing(LAW, ToolsLapse("scc-2021", DAY))
    modules = [f"scc-2021-m{number}" for number in range(1, 5)]
    assert tool_codes(LAW)["scc-2021"] == tuple(modules)
    for code in modules:
        row = law.lapsed(code, DAY)
        assert row is not None
        assert row.country == "*"
    assert law.lapsed("bcr-c", DAY) is None
    assert tool_codes(LAW)["bcr"] == ("bcr-c", "bcr-p")


def test_every_tool_can_be_supposed_to_lapse_whenever_it_holds():
    for code, tools in tool_codes(LAW).items():
        for day in (date(2017, 1, 1), date(2019, 3, 1), date(2022, 1, 1), DAY):
            law = law_supposing(LAW, ToolsLapse(code, day))
            held = [LAW.choice("transfer_tools", tool) for tool in tools]
            if any(one and one.in_force(day) for one in held):
                assert any(law.lapsed(tool, day) for tool in tools)
                assert not law.choice("transfer_tools", tools[0]).in_force(day)
            else:
                assert law is LAW


def test_a_tool_that_ends_later_ends_earlier_with_one_row_for_each_fact():
    day = date(2019, 3, 1)
    law = law_supposing(LAW, ToolsLapse("scc-old", day))
    (row,) = [one for one in law.lapsed_tools if one.tool == "scc-old"]
    assert (row.not_signed_from, row.valid_to) == (day, day)
    shield = law_supposing(LAW, ToolsLapse("privacy-shield", day)).lapsed("privacy-shield", day)
    assert shield is not None
    assert shield.country == "US"


@pytest.mark.parametrize(
    "supposition",
    [
        AdequacyEnds("NO", DAY),
        AdequacyEnds("JP", date(2018, 1, 1)),
        AdequacyEnds("US", date(2023, 7, 10)),
        ToolsLapse("privacy-shield", DAY),
        ToolsLapse("adequacy", DAY),
        ToolsLapse("no-such-tool", DAY),
        PartyLeaves(RecordId("g"), DAY),
    ],
)
def test_what_did_not_hold_the_day_before_changes_nothing(supposition):
    assert law_supposing(LAW, supposition) is LAW
