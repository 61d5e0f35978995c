"""The consequences of a supposition in words, and the same for other programs."""

from __future__ import annotations

import json

import pytest

from ropa_app.domain.entities.parties import Party
from ropa_app.i18n import LANGUAGES, translator
from ropa_app.legal import shipped
from ropa_app.legal.supposing import AdequacyEnds, PartyLeaves, ToolsLapse
from ropa_app.services.naming import Naming
from ropa_app.services.what_if import what_if
from ropa_app.services.what_if_texts import GROUPS, WhatIfTexts
from tests.registers import make
from tests.suppositions import DAY, RECORDS, i, tool

LAW = shipped()
DPF_ENDS = AdequacyEnds("US", DAY)
EVERY = (
    DPF_ENDS,
    AdequacyEnds("GB", DAY),
    ToolsLapse("scc-2021", DAY),
    *(PartyLeaves(i(party), DAY) for party in ("albion", "breeze", "cirrus", "drift", "echo")),
)


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    consent = tool("cirrus", "US", "49-1-a", 2)
    made = make(folder / "a.ropa", *RECORDS, consent, Party(id=i("nobody"), name="Ingen AS"))
    yield made
    made.close()


def texts(register, supposition, language="nb"):
    naming = Naming(register.records, LAW, translator(language), language, "nb")
    return WhatIfTexts(what_if(register.file, LAW, supposition, language), naming)


def how(found, code):
    return {line.name: line.how for group in found.groups() if group.code == code for line in group.lines}


def test_the_framework_ends(register):
    found = texts(register, DPF_ENDS)
    assert found.question() == "Hva om USA mister adekvansbeslutningen 28.11.2026?"
    assert found.summary().startswith(
        "2 aktiviteter; 1 behandling for andre; 2 overføringer; 1 avtale; 1 system; 1 punkt i "
    )
    assert [group.code for group in found.groups()] == [
        *("activities", "processing", "transfers", "agreements", "systems", "sections", "appeared")
    ]
    (carried,) = how(found, "activities")["1 Kundeservice"]
    assert carried.startswith("Overføringen til Breeze · USA bygger på reserveløsningen Standard person")
    assert carried.endswith("i stedet for EU-US Data Privacy Framework (DPF)")
    assert "unntak" in how(found, "activities")["2 Nettsted"][1]
    before, after = how(found, "transfers")["Cirrus · USA"]
    assert before.startswith("Før: EU-US Data Privacy Framework (DPF) (gyldig")
    assert after.startswith("Etter: EU-US Data Privacy Framework (DPF) (ugyldig siden 28.11.2026")
    assert "Breeze" in how(found, "agreements")["Breeze · DPA-7"][0]
    (statement,) = [group for group in found.groups() if group.code == "sections"]
    assert (statement.lines[0].section, len(statement.lines[0].gone)) == ("5", 2)


def test_a_party_leaves(register):
    found = texts(register, PartyLeaves(i("breeze"), DAY))
    assert found.question() == "Hva om Breeze slutter 28.11.2026?"
    assert how(found, "activities")["1 Kundeservice"][0] == "Mister mottakeren Breeze (databehandler)"
    assert how(found, "activities")["2 Nettsted"][0] == "Systemet Kundesystemet mister leverandøren"
    assert how(found, "transfers")["Breeze · India"][1] == "Etter: ingen overføring"
    assert "Drift" in how(texts(register, PartyLeaves(i("drift"), DAY)), "places")["Breeze · India"][0]


def test_the_summary_counts_every_group_that_has_rows(register):
    for supposition in EVERY:
        found = texts(register, supposition)
        counted = [part.split()[0] for part in found.summary().split("; ")]
        assert counted == [str(len(group.lines)) for group in found.groups()]


def test_a_finding_leads_to_its_record(register):
    found = texts(register, AdequacyEnds("GB", DAY))
    (line,) = [line for group in found.groups() if group.code == "appeared" for line in group.lines]
    assert (line.record, line.kind) == ("albion-GB-adequacy", "transfer_tool")
    assert line.name == "R-TRA-03 · Albion/S1/G1"
    assert "Storbritannia" in line.how[0]


@pytest.mark.parametrize(
    ("supposition", "why"),
    [
        (PartyLeaves(i("nobody"), DAY), "Ingen AS "),
        (AdequacyEnds("NO", DAY), "Norge"),
        (ToolsLapse("privacy-shield", DAY), "Privacy Shield"),
    ],
)
def test_nothing_is_said_plainly_and_why(register, supposition, why):
    found = texts(register, supposition)
    assert why in found.summary()
    assert found.summary().endswith("Ingenting i denne protokollen ville blitt berørt.")
    assert list(found.groups()) == []
    bare = texts(register, AdequacyEnds("CH", DAY)).summary()
    assert bare == "Ingenting i denne protokollen ville blitt berørt."


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_every_language(register, language):
    for supposition in EVERY:
        found = texts(register, supposition, language)
        told = [found.question(), found.summary()]
        told += (text for group in found.groups() for line in group.lines for text in (line.name, *line.how))
        assert all(text and "{" not in text for text in told)


def test_other_programs_get_codes(register):
    plain = json.loads(json.dumps(texts(register, DPF_ENDS).plain()))
    assert plain["supposition"] == {"kind": "country", "what": "US", "day": "2026-11-28"}
    assert plain["hit"] is True
    ways = {one["id"]: one["ways"] for one in plain["groups"]["activities"]}
    assert ways["a1"] == [
        {
            "way": "fallback",
            "place": "breeze-US",
            "before": ["adequacy-us-dpf", "scc-2021-m2"],
            "after": ["scc-2021-m2"],
            "lost": ["adequacy-us-dpf"],
        }
    ]
    assert [one["rule"] for one in plain["groups"]["appeared"]] == ["R-TRA-05", "R-TRA-05"]
    assert plain["groups"]["sections"][0]["section"] == "5"
    left = texts(register, PartyLeaves(i("breeze"), DAY)).plain()["groups"]
    assert left["activities"][0]["ways"][0] == {"way": "recipient", "record": "r1-breeze"}
    assert set(left) <= set(GROUPS)
