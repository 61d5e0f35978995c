"""The parts a party plays, and the agreements and systems of importers."""

from __future__ import annotations

from datetime import date

from ropa_app.domain.reading import RecordsInMemory
from ropa_app.legal.leaving import without_party
from ropa_app.legal.supposing import PartyLeaves, ToolsLapse
from ropa_app.services.what_if_parts import Lost, Part, Parts, parts_of
from tests.suppositions import DAY, RECORDS, i

BASE = RecordsInMemory(RECORDS)


def leaving(party, day=DAY):
    return parts_of(BASE, PartyLeaves(i(party), day), without_party(BASE, i(party)), ())


def test_a_party_plays_parts_in_what_goes_on():
    parts = leaving("albion")
    assert parts.lost == {
        "a1": [Lost(Part.RECIPIENT, i("r1-albion"))],
        "a2": [Lost(Part.SOURCE, i("s2"))],
    }
    assert [one.id for one in parts.agreements] == ["joint"]
    assert leaving("breeze").lost == {
        "a1": [Lost(Part.RECIPIENT, i("r1-breeze"))],
        "a2": [Lost(Part.SYSTEM, i("crm"))],
    }


def test_an_agreement_counts_until_it_ends():
    assert [one.id for one in leaving("breeze").agreements] == ["agreement"]
    assert [one.id for one in leaving("breeze", date(2019, 12, 31)).agreements] == ["agreement", "old"]


def test_of_importers_the_agreements_and_the_systems_in_use_count():
    parts = parts_of(BASE, ToolsLapse("scc-2021", DAY), {}, [i("breeze")])
    assert (parts.lost, parts.places) == ({}, ())
    assert [one.id for one in (*parts.agreements, *parts.systems)] == ["agreement", "crm"]
    unused = RecordsInMemory(one for one in RECORDS if one.id != "a2")
    assert parts_of(unused, ToolsLapse("scc-2021", DAY), {}, [i("breeze")]).systems == ()


def test_of_nobody_nothing_counts():
    assert parts_of(BASE, ToolsLapse("bcr", DAY), {}, ()) == Parts()
