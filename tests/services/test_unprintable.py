"""Where characters without a glyph stand, and for which documents they count."""

from __future__ import annotations

import pytest

from ropa_app.domain.values import Audience, Text
from ropa_app.services import creating
from ropa_app.services.editing import set_value
from ropa_app.services.unprintable import unprintable

UNICORN = "\U0001f984"


@pytest.fixture
def register(tmp_path):
    path = creating.create_example(tmp_path / "velux.ropa", "Kari")
    opened = creating.open_register(path, "Kari")
    yield opened
    opened.close()


def found(register, language="nb", audience=Audience.AUTHORITY, activities=None, progress=None):
    every = unprintable(register.records, language, audience, activities, progress)
    return [(one.reference, one.field, one.characters) for one in every]


def activity(register, reference):
    every = register.records.of_kind("activity")
    return next(one for one in every if one.reference == reference)


def test_the_example_can_be_printed_in_every_language(register):
    for language in ("nb", "nn", "en"):
        assert found(register, language, Audience.INTERNAL) == []


def test_record_field_and_characters_are_named(register):
    one = activity(register, "1.3")
    purpose = next(part for part in register.records.owned(one.id) if part.KIND == "purpose")
    set_value(register, one.id, "title", Text(nb=f"Salg {UNICORN}中{UNICORN}"))
    set_value(register, purpose.id, "text", Text(nb=f"Selge {UNICORN}"))
    assert found(register) == [
        ("1.3", "title", ("中", UNICORN)),
        (f"1.3/P{purpose.position}", "text", (UNICORN,)),
    ]


def test_only_the_language_of_the_document_counts_and_its_fallback(register):
    one = activity(register, "1.3")
    set_value(register, one.id, "title", Text(nb=f"Salg {UNICORN}", en="Sales"))
    assert found(register, "nb") != []
    assert found(register, "nn") == found(register, "nb")
    assert found(register, "en") == []


def test_what_is_not_printed_for_a_reader_does_not_count(register):
    one = activity(register, "1.3")
    set_value(register, one.id, "owner", f"Kari {UNICORN}")
    audience = type(one).__dataclass_fields__["owner"].metadata["spec"].audience
    for reader in Audience:
        assert bool(found(register, audience=reader)) == (audience >= reader)


def test_other_activities_and_their_parts_do_not_count(register):
    one, other = activity(register, "1.3"), activity(register, "2.1")
    part = next(part for part in register.records.owned(other.id) if part.KIND == "purpose")
    party = register.records.of_kind("party")[0]
    set_value(register, one.id, "title", Text(nb=UNICORN))
    set_value(register, part.id, "text", Text(nb=UNICORN))
    set_value(register, party.id, "name", f"Firma {UNICORN}")
    told = {reference for reference, _, _ in found(register, activities=(one.id,))}
    assert told == {"1.3", register.reference_of(party.id)}


def test_it_tells_how_far_it_is(register):
    heard: list[int] = []
    found(register, progress=heard.append)
    assert heard == sorted(heard)
