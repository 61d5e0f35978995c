"""What counts as a change of a record."""

from __future__ import annotations

from dataclasses import replace

from ropa_app.domain.comparing import COMPARED, Change, Way, changes, told
from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.plain import to_plain
from ropa_app.domain.steps import BESIDE_CONTENT
from ropa_app.domain.values import RecordId, Text

FIRM = Party(id=RecordId("firm"), name="Firma AS", printed_name=Text(nb="firmaer"))
PLACE = Place(id=RecordId("place"), position=1, party=FIRM.id, country="SE")


def test_fields_are_named_in_the_order_of_their_declarations() -> None:
    after = replace(FIRM, category="supplier", printed_name=Text(nb="firmaer", en="firms"))
    assert list(changes([to_plain(FIRM)], [after])) == [
        Change(Way.CHANGED, "party", FIRM.id, None, ("printed_name", "category"), was=FIRM)
    ]


def test_a_place_among_siblings_is_no_change() -> None:
    assert list(changes([to_plain(PLACE)], [replace(PLACE, position=2)])) == []


def test_an_emptied_field_is_a_change() -> None:
    (change,) = changes([to_plain(PLACE)], [replace(PLACE, country="")])
    assert change.fields == ("country",)


def test_a_removed_record_is_kept() -> None:
    (change,) = changes([to_plain(PLACE)], [])
    assert (change.way, change.owner, change.before) == (Way.REMOVED, FIRM.id, PLACE)


def test_what_comes_with_its_owner_is_not_told() -> None:
    found = [*changes([], [FIRM]), *changes([], [PLACE])]
    assert [change.id for change in told(found)] == [FIRM.id]
    assert [change.id for change in told(found[1:])] == [PLACE.id]


def test_what_is_beside_the_content_is_not_compared() -> None:
    assert not BESIDE_CONTENT.intersection(COMPARED)
    assert {"activity", "register", "statement_text"} <= set(COMPARED)
    assert sorted(COMPARED) == list(COMPARED)
