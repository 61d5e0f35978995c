"""The declarations against a hand-kept extract of the contract: kinds, and how many fields each has."""

from __future__ import annotations

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import ENTITIES, KINDS, OWNED, SPECS, parent_field
from ropa_app.domain.values import Audience

FIELDS_OF = {
    "organisation": 14,
    "contact": 6, "party": 6, "place": 5, "transfer_tool": 14, "activity": 25, "purpose": 12,
    "data_line": 6, "source": 5, "recipient": 9, "retention": 9, "measure": 7, "measure_use": 2, "system": 2,
    "tracker": 8, "agreement": 8, "follow_up": 3, "arrangement": 4, "consent": 5, "assessment": 16, "risk": 7,
    "processor_record": 5, "published_statement": 10, "published_item": 5, "promise": 3, "statement_text": 2,
    "statement": 4, "version": 8, "review": 7, "remark": 15, "acceptance": 8, "register": 2,
}  # fmt: skip

INTERNAL, AUTHORITY, PUBLIC = 60, 113, 69


def test_every_kind_has_its_fields() -> None:
    assert {kind: len(specs) for kind, specs in SPECS.items()} == FIELDS_OF
    assert sum(FIELDS_OF.values()) == 242


def test_parents_are_declared_on_both_sides() -> None:
    for name, kind in KINDS.items():
        field = parent_field(name)
        assert (field is not None) == bool(kind.parent)
        if field:
            assert SPECS[name][field].of == kind.parent
            assert name in OWNED[kind.parent]


def test_links_name_kinds_that_exist() -> None:
    named = {spec.of for specs in SPECS.values() for spec in specs.values() if spec.is_link}
    assert named <= {*ENTITIES, "*"}


def test_every_field_says_what_belongs_there() -> None:
    for specs in SPECS.values():
        for spec in specs.values():
            assert spec.label
            assert spec.hint.endswith((".", "?"))


def test_audiences_are_those_of_the_contract() -> None:
    counts = dict.fromkeys(Audience, 0)
    for specs in SPECS.values():
        for spec in specs.values():
            counts[spec.audience] += 1
    assert counts == {Audience.INTERNAL: INTERNAL, Audience.AUTHORITY: AUTHORITY, Audience.PUBLIC: PUBLIC}
    assert SPECS["contact"]["name"].audience is Audience.AUTHORITY
    assert SPECS["activity"]["public"].audience is Audience.INTERNAL
    assert SPECS["purpose"]["text"].audience is Audience.PUBLIC


def test_texts_that_are_printed_in_several_languages_are_localised() -> None:
    plain = {("version", "note"), ("arrangement", "tasks"), ("follow_up", "note"), ("risk", "description")}
    for kind, field in plain:
        assert SPECS[kind][field].type is FieldType.TEXT
    assert SPECS["purpose"]["text"].type is FieldType.LOCAL_TEXT
    assert SPECS["activity"]["title"].type is FieldType.LOCAL_LINE
