from __future__ import annotations

import pytest

from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.values import Answer
from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.services import creating
from ropa_app.services.editing import add, set_value
from ropa_app.services.listing import SHAPES, TRANSFERS, Listing
from ropa_app.services.naming import Naming


@pytest.fixture
def register(tmp_path):
    path = creating.create_example(tmp_path / "velux.ropa", "Kari")
    opened = creating.open_register(path, "Kari")
    yield opened
    opened.close()


def listing(register, language="nb"):
    law = shipped()
    naming = Naming(register.records, law, translator(language), language, "nb")
    return Listing(register.file.reader, law, naming, register.today())


def test_a_row_read_alone_is_the_row_read_with_all(register):
    rows = listing(register)
    for kind in SHAPES:
        for row in rows.rows(kind):
            assert rows.row(register.records.get(row.id)) == row, kind


def test_there_is_one_row_for_each_record(register):
    counts = register.records.counts()
    assert {kind: len(listing(register).rows(kind)) for kind in SHAPES} == {
        kind: counts[kind] for kind in SHAPES
    }


def test_columns_are_fields_of_the_kind():
    for kind, shape in SHAPES.items():
        assert KINDS[kind].many
        assert set(shape.fields) <= set(SPECS[kind])


def test_activities_show_number_title_and_status(register):
    row = next(one for one in listing(register, "en").rows("activity") if one.reference == "1.3")
    assert "Draft" in row.detail
    assert row.keys[0][1] == "1.3"
    assert len(row.cells) == len(SHAPES["activity"].fields)


def test_parties_show_where_they_process(register):
    party = next(one for one in register.records.of_kind("party") if one.name == "SnapEngage")
    place = next(one for one in register.records.owned(party.id) if one.KIND == "place")
    set_value(register, place.id, "country", "US")
    assert "USA" in listing(register).row(party).detail


def test_a_transfer_appears_with_its_place_and_is_found_alone_too(register):
    party = next(one for one in register.records.of_kind("party") if one.name == "SnapEngage")
    before = len(listing(register).transfers())
    place = add(register, "place", party.id, country="US").record
    rows = listing(register)
    assert len(rows.transfers()) == before + 1
    assert rows.transfer_to(place) == next(one for one in rows.transfers() if one.place.id == place)
    assert any(row.id == place for row in rows.rows(TRANSFERS))
    set_value(register, place, "country", "NO")
    assert listing(register).transfer_to(place) is None


def test_an_international_organisation_in_the_eea_appears_too_and_is_called_one(register):
    party = next(one for one in register.records.of_kind("party") if one.name == "SnapEngage")
    place = add(register, "place", party.id, country="BE").record
    assert listing(register).transfer_to(place) is None
    set_value(register, party.id, "category", "international_organisation")
    rows = listing(register)
    (row,) = (one for one in rows.rows(TRANSFERS) if one.id == place)
    assert row.detail == "Belgia · Internasjonal organisasjon · Overføringsgrunnlag ikke oppgitt"
    assert rows.destination(rows.transfer_to(place)) == "Belgia · Internasjonal organisasjon"


def test_the_transfers_of_one_activity_are_those_of_all_that_name_it(register):
    rows = listing(register)
    every = rows.transfers()
    for activity in register.records.of_kind("activity"):
        own = [one.place.id for one in every if activity in one.activities]
        alone = rows.transfers_of(activity, register.records.owned(activity.id))
        assert [one.place.id for one in alone] == own


def test_a_tool_says_what_it_is_worth(register):
    rows = listing(register)
    told = {rows.tool_text(judged) for one in rows.transfers() for judged in one.tools}
    assert "Privacy Shield · ugyldig siden 16.07.2020" in told


def test_an_unknown_place_is_no_transfer(register):
    party = register.records.of_kind("party")[0]
    assert listing(register).transfer_to(party.id) is None
    assert Answer.UNKNOWN is party.remote_access


def test_activities_to_choose_from_are_the_rows_in_short_and_in_order(register):
    rows = {row.id: row for row in listing(register).rows("activity")}
    short = listing(register).activities_to_choose()
    assert [row.id for row in short] == sorted(rows, key=lambda one: (rows[one].keys[0], one))
    for row in short:
        whole = rows[row.id]
        assert (row.reference, row.title, row.detail) == (whole.reference, whole.title, whole.cells[0])
        assert set(row.haystack.split()) <= set(whole.haystack.split())
