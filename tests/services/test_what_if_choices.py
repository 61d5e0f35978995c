"""What can be supposed of a register, and what a name can mean."""

from __future__ import annotations

from datetime import date

import pytest

from ropa_app.domain.entities.parties import Party
from ropa_app.i18n import LANGUAGES, translator
from ropa_app.legal import shipped
from ropa_app.legal.supposing import AdequacyEnds, PartyLeaves, ToolsLapse
from ropa_app.services.editing import Refused
from ropa_app.services.naming import Naming
from ropa_app.services.what_if_choices import (
    adequacy_ends,
    offers,
    party_leaves,
    tool_label,
    tools_lapse,
)
from tests.registers import make
from tests.suppositions import DAY, RECORDS, i

TWINS = [Party(id=i(f"twin{number}"), name="Tvilling AS") for number in (1, 2)]


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    made = make(tmp_path_factory.mktemp("choices") / "a.ropa", *RECORDS, *TWINS)
    yield made
    made.close()


def naming(register, language="nb"):
    return Naming(register.records, shipped(), translator(language), language, "nb")


def refusal(make_it, *arguments):
    with pytest.raises(Refused) as problem:
        make_it(*arguments)
    return problem.value.text(translator("nb"))


def test_what_the_register_uses_is_offered_first(register):
    found = offers(register.file.reader, naming(register), DAY)
    assert [(one.label, one.is_used) for one in found["party"]] == [
        *((name, True) for name in ("Albion", "Breeze", "Cirrus", "Drift", "Echo")),
        *(("Tvilling AS", False) for _ in TWINS),
    ]
    assert [one.code for one in found["country"] if one.is_used] == ["GB", "US"]
    assert "CH" in [one.code for one in found["country"]]
    assert {one.code for one in found["tool"] if one.is_used} == {
        "adequacy-us-dpf",
        "scc-2021",
        "scc-2021-m2",
    }


def test_only_what_holds_on_the_day_is_offered(register):
    found = offers(register.file.reader, naming(register), date(2019, 3, 1))
    codes = {kind: {one.code for one in some} for kind, some in found.items()}
    assert not codes["country"] & {"GB", "US"}
    assert "privacy-shield" in codes["tool"]
    assert not codes["tool"] & {"scc-2021", "adequacy-us-dpf", "safe-harbour"}
    assert len(codes["party"]) == 7


def test_a_party_is_meant_by_its_name_a_part_of_it_or_its_id(register):
    reader, n = register.file.reader, naming(register)
    for name in ("Breeze", "breeze", "BREE", " breeze "):
        assert party_leaves(name, DAY, reader, n) == PartyLeaves(i("breeze"), DAY)
    assert party_leaves("twin2", DAY, reader, n) == PartyLeaves(i("twin2"), DAY)
    several = refusal(party_leaves, "tvilling", DAY, reader, n)
    assert "Tvilling AS (twin1), Tvilling AS (twin2)" in several
    assert "Albion, Breeze" in refusal(party_leaves, "Meta", DAY, reader, n)
    assert "Albion, Breeze" in refusal(party_leaves, " ", DAY, reader, n)


@pytest.mark.parametrize("name", ["GB", "gb", "Storbritannia", "United Kingdom", "storbrit"])
def test_a_country_is_meant_by_its_code_or_its_name(register, name):
    assert adequacy_ends(name, DAY, naming(register)) == AdequacyEnds("GB", DAY)


def test_a_country_that_is_none_or_several_is_refused(register):
    several = refusal(adequacy_ends, "united", DAY, naming(register))
    assert "GB (Storbritannia)" in several
    assert "US (USA)" in several
    none = refusal(adequacy_ends, "Atlantis", DAY, naming(register))
    assert "CH (Sveits)" in none


def test_a_tool_is_meant_by_its_code_or_its_name(register):
    n = naming(register)
    assert tools_lapse("adequacy-us-dpf", DAY, n) == ToolsLapse("adequacy-us-dpf", DAY)
    assert tools_lapse("dpf", DAY, n) == ToolsLapse("adequacy-us-dpf", DAY)
    assert tools_lapse("SCC-2021", DAY, n) == ToolsLapse("scc-2021", DAY)
    assert "scc-2021-m1 (" in refusal(tools_lapse, "scc-2021-", DAY, n)
    assert "--country" in refusal(tools_lapse, "adequacy", DAY, n)
    assert "bcr-c" in refusal(tools_lapse, "handshake", DAY, n)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tools_that_lapse_together_have_a_name(register, language):
    names = {tool_label(code, naming(register, language)) for code in ("scc-2021", "bcr", "bcr-c")}
    assert len(names) == 3
    assert all(name and name not in ("scc-2021", "bcr") for name in names)
