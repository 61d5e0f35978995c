"""Every type of field: its editor shows what is stored and stores what is edited."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QObject

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.values import Answer, Period
from ropa_app.gui.binding import EDITORS, FieldBinding
from ropa_app.gui.document import RegisterDocument
from ropa_app.i18n import translator
from tests.gui.window import by_reference, example


@pytest.fixture
def document(qapp, tmp_path):
    made = RegisterDocument.open(example(tmp_path), "Kari Nordmann", translator("nb"))
    yield made
    made.close()


@pytest.fixture
def bind(qtbot, document):
    parent = QObject()

    def made(kind, field, record):
        binding = FieldBinding(document, kind, field, parent)
        qtbot.addWidget(binding.row)
        binding.show(document.get(record))
        return binding

    yield made
    parent.deleteLater()


def committed(binding, value):
    binding.editor.committed.emit(value)
    return getattr(binding.document.get(binding.record), binding.field)


def test_there_is_an_editor_for_every_type_of_field():
    assert set(EDITORS) == set(FieldType) - {FieldType.PARENT}


def test_values_of_every_type_are_shown_and_stored(document, bind):
    activity = by_reference(document, "1.3")
    retention = next(one for one in document.records.owned(activity) if one.KIND == "retention")
    register = document.records.one("register")
    purposes = [one.id for one in document.records.owned(activity) if one.KIND == "purpose"]
    line = next(one for one in document.records.owned(activity) if one.KIND == "data_line")
    statement = document.records.of_kind("published_statement")[0]
    party = document.records.of_kind("party")[0]
    place = document.add("place", party.id)
    cases = [
        ("activity", "owner", activity, "Sjefen", "Sjefen"),
        ("organisation", "postal_address", document.records.one("organisation").id, "Boks 1", "Boks 1"),
        ("activity", "status", activity, "active", "active"),
        ("activity", "topics", activity, ("marketing",), ("marketing",)),
        ("activity", "high_risk", activity, "no", Answer.NO),
        ("activity", "since", activity, date(2026, 1, 2), date(2026, 1, 2)),
        ("register", "review_months", register.id, 6, 6),
        ("retention", "period", retention.id, (Decimal("1.5"), "year"), Period(Decimal("1.5"), "year")),
        ("retention", "purpose", retention.id, (purposes[0],), purposes[0]),
        ("data_line", "purposes", line.id, tuple(purposes[:2]), tuple(purposes[:2])),
        ("published_statement", "recipients_named", statement.id, ("A", "B"), ("A", "B")),
        ("place", "country", place, "US", "US"),
    ]
    for kind, field, record, edited, stored in cases:
        binding = bind(kind, field, record)
        assert committed(binding, edited) == stored, (kind, field)
        binding.show_anew()
        assert binding.editor.value() == edited, (kind, field)


def test_a_localised_text_is_edited_in_one_language_and_shows_what_stands_in(document, bind):
    activity = by_reference(document, "1.3")
    document.set_value(activity, "art14_information", document.get(activity).title.with_("en", ""))
    document.set_language("en")
    binding = bind("activity", "art14_information", activity)
    assert binding.editor.value() == ""
    assert binding.widget.ghost().startswith("Bokmål: Kunder")
    stored = committed(binding, "How they are told")
    assert stored.en == "How they are told"
    assert stored.nb == document.get(activity).title.nb


def test_what_is_half_typed_stays_when_the_record_is_read_again(document, bind):
    activity = by_reference(document, "1.3")
    binding = bind("activity", "owner", activity)
    binding.widget.setText("Halvveis")
    document.set_value(activity, "owner", "En annen")
    binding.show(document.get(activity))
    assert binding.widget.text() == "Halvveis"
    binding.show(document.get(by_reference(document, "1.4")))
    assert binding.widget.text() == ""


def test_a_refused_value_is_told_at_the_field(document, bind):
    binding = bind("activity", "reference", by_reference(document, "1.3"))
    binding.widget.setText("1.4")
    assert not binding.commit_pending()
    assert "1.4" in binding.row.message()
    assert binding.row.message().startswith("Ikke lagret")
    binding.editor.revert()
    assert binding.row.message() == ""


def test_references_within_an_activity_offer_only_its_own_parts(document, bind):
    activity = by_reference(document, "1.3")
    line = next(one for one in document.records.owned(activity) if one.KIND == "data_line")
    offered = bind("data_line", "purposes", line.id).records()
    own = [one.id for one in document.records.owned(activity) if one.KIND == "purpose"]
    assert [key for key, _ in offered] == own


def test_a_party_can_be_made_where_it_is_named(document, bind):
    activity = by_reference(document, "1.3")
    recipient = next(one for one in document.records.owned(activity) if one.KIND == "recipient")
    binding = bind("recipient", "party", recipient.id)
    made = binding.create_record("Ny mottaker AS")
    assert document.get(made).name == "Ny mottaker AS"
    assert (made, "Ny mottaker AS") in binding.records()


def test_every_field_can_be_bound_in_every_language(qtbot, document):
    parent = QObject()
    for kind, specs in SPECS.items():
        for field, spec in specs.items():
            if spec.type is FieldType.PARENT:
                continue
            binding = FieldBinding(document, kind, field, parent)
            qtbot.addWidget(binding.row)
            for language in ("nn", "en", "nb"):
                document.set_translator(translator(language))
                binding.retranslate()
            assert binding.widget.objectName() == f"{kind}.{field}"
            assert binding.row.label() == translator("nb").marked(spec.label)
    parent.deleteLater()
