"""What a supposition changes: the example by hand, adequacy, fallbacks, parties of every kind."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.security import System
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.legal import shipped
from ropa_app.legal.carrying import Footing
from ropa_app.legal.checks import check_register
from ropa_app.legal.leaving import without_party
from ropa_app.legal.supposing import AdequacyEnds, PartyLeaves, ToolsLapse, law_supposing, tool_codes
from ropa_app.services import creating
from ropa_app.services.checking import history_facts
from ropa_app.services.law_difference import law_difference
from ropa_app.services.what_if import STEPS, what_if
from ropa_app.services.what_if_parts import Part
from tests.registers import make
from tests.suppositions import DAY, RECORDS, i

LAW = shipped()
NOBODY = Party(id=i("nobody"), name="Nobody")


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    made = make(tmp_path_factory.mktemp("what-if") / "a.ropa", *RECORDS, NOBODY)
    yield made
    made.close()


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    file = creating.create_example(tmp_path_factory.mktemp("example") / "velux.ropa", "Kari")
    made = creating.open_register(file, "Kari", read_only=True)
    yield made
    made.close()


def asked(register, supposition):
    return what_if(register.file, LAW, supposition, "nb")


def lost(found):
    return {
        getattr(one.record, "reference", one.record.id): [(each.part, each.record) for each in one.lost]
        for one in found.hits
    }


def moves(found):
    return {
        getattr(one.record, "reference", one.record.id): [(each.place, each.footing) for each in one.moved]
        for one in found.hits
    }


def rules(findings):
    return sorted((one.finding.rule, one.finding.record) for one in findings)


def party(example, name):
    return next(one for one in example.records.of_kind("party") if one.name == name)


# The example, checked by hand against its records: Google receives the data of 2.2 as processor and provides
# its one tracker; its place names no country, so there is no transfer.


def test_google_leaves_the_example(example):
    google = party(example, "Google Inc.")
    found = asked(example, PartyLeaves(google.id, DAY))
    assert {number: [part for part, _ in parts] for number, parts in lost(found).items()} == {
        "2.2": [Part.RECIPIENT, Part.TRACKER]
    }
    assert (found.transfers, found.agreements, found.systems, found.places) == ((), (), (), ())
    assert [one.number for one in found.sections] == ["0", "2", "4", "5", "7"]
    gone, came = found.sections[2].gone, found.sections[2].came
    assert (len(gone), came) == (1, ())
    assert gone[0].startswith("Google Inc. · Google Analytics")
    (activity,) = [one.record for one in found.hits]
    assert rules(found.appeared) == [("R-REC-01", activity.id)]
    assert rules(found.settled) == [(f"R-PRO-0{n}", google.id) for n in (1, 4, 5, 8)]


def test_snapengage_leaves_the_example(example):
    gone = party(example, "SnapEngage")
    found = asked(example, PartyLeaves(gone.id, DAY))
    assert {number: [part for part, _ in parts] for number, parts in lost(found).items()} == {
        "2.3": [Part.RECIPIENT, Part.TRACKER]
    }
    assert found.transfers == ()
    assert [one.number for one in found.sections] == ["0", "2", "4", "5", "7"]


def test_a_source_of_the_example_leaves_and_the_statement_stays(example):
    found = asked(example, PartyLeaves(party(example, "Rekrutteringsbyråer").id, DAY))
    assert [(number, [part for part, _ in parts]) for number, parts in lost(found).items()] == [
        ("1.6", [Part.SOURCE])
    ]
    assert (found.sections, found.appeared, found.settled) == ((), (), ())


def test_the_decision_for_the_usa_ends_and_nothing_of_the_example_rests_on_it(example):
    found = asked(example, AdequacyEnds("US", DAY))
    assert found.is_nothing
    assert not found.is_moot


def test_privacy_shield_lapses_in_2019_and_has_lapsed_in_2026(example):
    found = asked(example, ToolsLapse("privacy-shield", date(2019, 3, 1)))
    # both places name no country: whether it covered them was never settled, and the old clauses carry them
    assert [footing for _, footing in moves(found)["1.1"]] == [Footing.RESERVE, Footing.RESERVE]
    names = [one.transfer.party.name for one in found.transfers]
    assert names == ["Internasjonale tredjeparter", "Konsernselskaper"]
    assert [one.number for one in found.sections] == ["5"]
    assert all("Privacy Shield: bortfalt 01.03.2019" in line for line in found.sections[0].came)
    assert [rule for rule, _ in rules(found.appeared)] == ["R-TRA-05", "R-TRA-05"]
    later = asked(example, ToolsLapse("privacy-shield", DAY))
    assert (later.is_nothing, later.is_moot) == (True, True)


def test_the_old_clauses_lapse_in_2019_and_consent_alone_is_left(example):
    found = asked(example, ToolsLapse("scc-old", date(2019, 3, 1)))
    assert [footing for _, footing in moves(found)["1.1"]] == [Footing.DEROGATION, Footing.DEROGATION]
    assert {(one.before[0], one.after[0]) for hit in found.hits for one in hit.moved} == {
        ("scc-old", "49-1-a")
    }


# A register with adequacy, the Data Privacy Framework, and standard clauses behind it


def test_the_framework_ends_one_is_carried_by_its_fallback_and_one_by_nothing(register):
    found = asked(register, AdequacyEnds("US", DAY))
    assert moves(found) == {
        "1": [("breeze-US", Footing.FALLBACK)],
        "2": [("breeze-US", Footing.FALLBACK), ("cirrus-US", Footing.UNCARRIED)],
        "hosting": [("cirrus-US", Footing.UNCARRIED)],
    }
    assert [one.transfer.place.id for one in found.transfers] == ["breeze-US", "cirrus-US"]
    assert [one.id for one in found.agreements] == ["agreement"]
    assert [one.id for one in found.systems] == ["crm"]
    assert [one.number for one in found.sections] == ["5"]
    assert rules(found.appeared) == [
        ("R-TRA-05", "breeze-US-adequacy-us-dpf"),
        ("R-TRA-05", "cirrus-US-adequacy-us-dpf"),
    ]
    same = asked(register, ToolsLapse("adequacy-us-dpf", DAY))
    assert (same.hits, same.transfers, same.sections) == (found.hits, found.transfers, found.sections)


def test_the_clauses_lapse_and_only_what_rested_on_them_is_left_without(register):
    found = asked(register, ToolsLapse("scc-2021", DAY))
    assert moves(found) == {
        "1": [("breeze-US", Footing.RESERVE), ("breeze-IN", Footing.UNCARRIED)],
        "2": [("breeze-US", Footing.RESERVE), ("breeze-IN", Footing.UNCARRIED)],
    }
    assert ("R-TRA-09", "breeze-US-adequacy-us-dpf") in rules(found.appeared)
    assert asked(register, ToolsLapse("scc-2021-m1", DAY)).is_nothing


def test_the_united_kingdom_loses_its_decision(register):
    found = asked(register, AdequacyEnds("GB", DAY))
    assert moves(found) == {"1": [("albion-GB", Footing.UNCARRIED)]}
    assert [one.id for one in found.agreements] == ["joint"]
    assert rules(found.appeared) == [("R-TRA-03", "albion-GB-adequacy")]
    (section,) = found.sections
    assert section.number == "5"
    assert "Storbritannia" in section.came[0]


def test_a_provider_leaves_with_its_system_its_agreement_and_its_transfers(register):
    found = asked(register, PartyLeaves(i("breeze"), DAY))
    assert lost(found) == {"1": [(Part.RECIPIENT, "r1-breeze")], "2": [(Part.SYSTEM, "crm")]}
    assert moves(found)["2"] == [("breeze-US", Footing.CEASES), ("breeze-IN", Footing.CEASES)]
    assert all(one.after is None for one in found.transfers)
    assert [one.id for one in found.agreements] == ["agreement"]  # the one of 2020 has run out
    assert [one.id for one in found.systems] == ["crm"]
    assert ("R-PRO-07", "breeze") not in rules(found.appeared)


def test_a_sub_processor_leaves_a_place_and_what_is_processed_for_others(register):
    found = asked(register, PartyLeaves(i("drift"), DAY))
    assert (found.hits, found.transfers, found.places) == ((), (), ("breeze-IN",))
    cirrus = asked(register, PartyLeaves(i("cirrus"), DAY))
    assert lost(cirrus) == {
        "2": [(Part.TRACKER, "t2")],
        "hosting": [(Part.SUB_PROCESSOR, "hosting")],
    }


def test_a_controller_leaves_and_its_processing_ends(register):
    found = asked(register, PartyLeaves(i("echo"), DAY))
    assert lost(found) == {"hosting": [(Part.CONTROLLER, "hosting")]}
    assert moves(found) == {"hosting": [("cirrus-US", Footing.CEASES)]}
    (change,) = found.transfers
    assert change.after is not None  # activity 2 still uses Cirrus
    assert [one.id for one in found.agreements] == ["joint"]


def test_a_party_that_only_ended_activities_name_is_not_missed(tmp_path):
    others = [one for one in RECORDS if one.id not in ("r1-breeze", "crm", "agreement", "old")]
    made = make(tmp_path / "ended.ropa", *others, System(id=i("crm"), name="Kundesystemet"))
    found = asked(made, PartyLeaves(i("breeze"), DAY))
    assert (found.hits, found.transfers, found.sections) == ((), (), ())
    made.close()


@pytest.mark.parametrize("supposition", [AdequacyEnds("US", DAY), ToolsLapse("scc-2021", DAY)])
def test_it_says_what_a_pack_that_says_so_would_change(register, supposition):
    found = asked(register, supposition)
    pack = law_difference(register.file, LAW, law_supposing(LAW, supposition), DAY)
    assert found.transfers == pack.transfers
    assert (rules(found.appeared), rules(found.settled)) == (rules(pack.appeared), rules(pack.gone))


@pytest.mark.parametrize("name", ["albion", "breeze", "cirrus", "drift", "echo"])
def test_it_says_what_is_found_once_the_party_has_really_left(register, name):
    left = without_party(register.records, i(name))
    stored = [left.get(one.id, one) for one in register.records.all()]
    gone = RecordsInMemory(one for one in stored if one is not None)
    facts = history_facts(register.file.touches(), DAY)
    before, after = (
        set(check_register(records, LAW, DAY, facts).all()) for records in (register.records, gone)
    )
    found = asked(register, PartyLeaves(i(name), DAY))
    assert {one.finding for one in found.appeared} == after - before
    assert {one.finding for one in found.settled} == before - after


USED = ("adequacy-us-dpf", "scc-2021", "scc-2021-m2")
UNUSED = st.one_of(
    st.sampled_from([code for code in tool_codes(LAW) if code not in USED]).map(
        lambda code: lambda day: ToolsLapse(code, day)
    ),
    st.sampled_from([one.country for one in LAW.decisions if one.country not in ("US", "GB")]).map(
        lambda country: lambda day: AdequacyEnds(country, day)
    ),
    st.just(lambda day: PartyLeaves(NOBODY.id, day)),
)


@settings(max_examples=12, deadline=None)
@given(UNUSED, st.dates(date(2018, 8, 1), date(2031, 1, 1)))
def test_what_nobody_uses_hits_nothing_on_any_day(register, supposed, day):
    assert asked(register, supposed(day)).is_nothing


def test_nothing_is_written(tmp_path):
    made = make(tmp_path / "a.ropa", *RECORDS)
    path, before = tmp_path / "a.ropa", made.file.digests()
    content = path.read_bytes()
    for supposition in (PartyLeaves(i("breeze"), DAY), AdequacyEnds("GB", DAY), ToolsLapse("scc-2021", DAY)):
        assert not asked(made, supposition).is_nothing
    assert made.file.digests() == before
    assert made.file.verify().in_order
    made.close()
    assert path.read_bytes() == content


def test_whoever_waits_is_told_and_can_stop(register):
    told = []
    what_if(register.file, LAW, PartyLeaves(i("breeze"), DAY), "nb", lambda *step: told.append(step))
    assert told[0] == (0, STEPS)
    assert told[-1] == (STEPS, STEPS)
    assert told == sorted(told)

    class Stop(Exception):
        pass

    def stop(done, _total):
        if done == 2:
            raise Stop

    with pytest.raises(Stop):
        what_if(register.file, LAW, PartyLeaves(i("breeze"), DAY), "nb", stop)
