"""Everything in a register can be reached: each field of each kind stands in some form or card."""

from __future__ import annotations

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.gui.forms.assessment_layout import ASSESSMENTS
from ropa_app.gui.forms.layout import Panel, fields_of, parts_of
from ropa_app.gui.forms.layouts import CARDS, FORMS, SET_BY_PROGRAM
from ropa_app.gui.forms.panel_making import ALL_PANELS


def _items(kind):
    sections = [item for section in FORMS.get(kind, ()) for item in section.items]
    return (*sections, *CARDS.get(kind, ()))


def test_every_field_stands_in_a_form_or_a_card():
    laid_out = {(kind, field) for kind in KINDS for field in fields_of(_items(kind))}
    declared = {
        (kind, field)
        for kind, specs in SPECS.items()
        for field, spec in specs.items()
        if spec.type is not FieldType.PARENT and kind != "version"
    }
    assert declared - laid_out - SET_BY_PROGRAM == set()
    assert laid_out <= declared
    assert not laid_out & SET_BY_PROGRAM


def test_every_owned_kind_hangs_on_the_form_or_card_of_its_owner():
    hanging = {(kind, part.kind) for kind in KINDS for part in parts_of(_items(kind)) if not part.via}
    owned = {(kind.parent, name) for name, kind in KINDS.items() if kind.parent}
    assert hanging == owned


def test_no_form_shows_a_field_twice():
    for kind in KINDS:
        for items in ([i for s in FORMS.get(kind, ()) for i in s.items], CARDS.get(kind, ())):
            fields = fields_of(tuple(items))
            assert len(fields) == len(set(fields)), kind


def test_the_letters_of_article_30_stand_over_the_sections_of_an_activity():
    letters = [section.letter for section in FORMS["activity"] if section.letter]
    assert letters == ["a", "b", "c", "d", "e", "f", "g"]


def test_every_panel_can_be_made():
    methods = [section for layout in ASSESSMENTS.values() for section in layout]
    items = [*(item for kind in KINDS for item in _items(kind)), *(i for s in methods for i in s.items)]
    assert {item.key for item in items if isinstance(item, Panel)} == set(ALL_PANELS)
