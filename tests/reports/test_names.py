"""What shared records are called."""

from __future__ import annotations

from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.entities.security import Measure, System
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.values import RecordId, Text
from ropa_app.i18n import Language
from ropa_app.legal import shipped
from ropa_app.reports.names import Names
from ropa_app.reports.wording import Wording, text_of
from tests.reports.scenes import same

GROUP = Party(id=RecordId("group"), name="Arbeidsnavn", printed_name=Text(nb="Forhandlere", en="Dealers"))
FIRM = Party(id=RecordId("firm"), name="Ås Data AS")


def _names(language: Language = "nb") -> Names:
    records = [
        GROUP,
        FIRM,
        Measure(id=RecordId("m1"), position=1, catalogue="M-G01", name=same("Kurs")),
        Measure(id=RecordId("m2"), position=2, catalogue="M-A02"),
        System(id=RecordId("s1"), name="Arkiv"),
        Contact(id=RecordId("c1"), name="Åse"),
        Contact(id=RecordId("c2"), name="Berit"),
    ]
    return Names(RecordsInMemory(records), Wording(language, "nb", shipped()))


def test_a_group_has_the_name_for_documents() -> None:
    assert text_of(_names().party(GROUP.id)) == "Forhandlere"
    assert text_of(_names("en").party(GROUP.id)) == "Dealers"
    assert text_of(_names("nn").party(GROUP.id)) == "Forhandlere (bokmål)"
    assert _names("nn").party_text(GROUP.id) == "Forhandlere"


def test_everybody_else_has_the_name() -> None:
    assert text_of(_names().party(FIRM.id)) == "Ås Data AS"
    assert text_of(_names().party_list([GROUP.id, FIRM.id])) == "Forhandlere og Ås Data AS"


def test_nobody_is_a_question_mark() -> None:
    names = _names()
    assert text_of(names.party(None)) == names.party_text(RecordId("gone")) == "?"
    assert text_of(names.system(RecordId("gone"))) == text_of(names.measure(RecordId("gone"))) == "?"


def test_parties_stand_in_norwegian_order_once() -> None:
    assert _names().in_order([FIRM.id, GROUP.id, FIRM.id]) == [GROUP.id, FIRM.id]


def test_a_measure_without_a_name_has_that_of_the_catalogue() -> None:
    names = _names()
    assert text_of(names.measure(RecordId("m1"))) == "Kurs"
    assert text_of(names.measure(RecordId("m2"))) == "Kryptering av lagrede data"
    ordered = sorted(names.measures.values(), key=names.measure_key)
    assert [one.catalogue for one in ordered] == ["M-A02", "M-G01"]


def test_contacts_stand_in_norwegian_order() -> None:
    assert [one.name for one in _names().contacts[None]] == ["Berit", "Åse"]
