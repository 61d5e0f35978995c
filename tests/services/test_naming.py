from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.activity_data import DataLine, Purpose
from ropa_app.domain.entities.activity_flow import Recipient, Retention
from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.kinds import ENTITIES, KINDS, SPECS, parent_field
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.values import Answer, Period, RecordId, Text
from ropa_app.i18n import LANGUAGES, translator
from ropa_app.legal import shipped
from ropa_app.services.naming import Naming

A, P, L = RecordId("a"), RecordId("p"), RecordId("l")
RECORDS = (
    Activity(id=A, reference="1.3", title=Text(nb="Kunder", nn="Kundar"), status="draft"),
    Party(id=P, name="Google Inc.", category="supplier"),
    DataLine(id=L, activity=A, position=1, subjects=("customers",), categories=("name", "contact")),
)


def naming(language="nb", window="nb"):
    return Naming(RecordsInMemory(RECORDS), shipped(), translator(window), language, "nb")


def test_texts_follow_the_forms_and_codes_the_window():
    n = naming("nn", "en")
    assert n.title(RECORDS[0]) == "1.3 Kundar"
    assert n.detail(RECORDS[0]) == "Draft"
    assert naming("en", "nb").title(RECORDS[0]) == "1.3 Kunder"


def test_a_recipient_is_called_after_its_party_and_says_what_it_gets():
    n = naming()
    one = Recipient(id=RecordId("r"), activity=A, position=1, party=P, role="processor", lines=(L,))
    assert n.title(one) == "Google Inc."
    assert n.detail(one).startswith("Databehandler")
    assert n.name_of(L) in n.detail(one)
    assert ": " in n.name_of(L)


def test_a_storage_period_reads_as_a_sentence():
    n = naming()
    one = Retention(
        id=RecordId("f"), activity=A, position=1, period=Period(Decimal(5), "year"), start="last_contact"
    )
    assert n.title(one) == "5\u00a0år etter: siste kontakt"


def test_what_is_missing_is_told_in_words():
    n = naming()
    assert n.detail(Purpose(id=P, activity=A, position=1)) == "Behandlingsgrunnlag ikke oppgitt"
    assert n.title(Place(id=P, party=P, position=1)) == "Land ikke oppgitt"
    assert n.title(Place(id=P, party=P, position=1, outside_eea=Answer.YES)).startswith("Utenfor EØS")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_name_and_a_detail_even_when_untouched(language):
    n = naming(language, language)
    for kind, entity in ENTITIES.items():
        owner = {field: A} if (field := parent_field(kind)) else {}
        one = entity(id=RecordId("x"), position=int(KINDS[kind].is_positioned), **owner)
        assert isinstance(n.title(one), str)
        assert isinstance(n.detail(one), str)
        assert n.label(one)
        for field, spec in SPECS[kind].items():
            assert isinstance(n.value(spec, getattr(one, field)), str)


def test_days_are_written_as_the_language_does():
    assert naming().day(date(2026, 11, 22)) == "22.11.2026"
    assert naming().day(None) == ""


def test_names_are_kept_until_they_are_forgotten():
    n = naming()
    n.learn([Recipient(id=RecordId("r"), activity=A, position=1, party=P)])
    assert n.name_of(P) == "Google Inc."
    n.forget()
    assert n.name_of(P) == "Google Inc."
    assert n.name_of(None) == ""
    assert n.name_of(RecordId("gone")) == ""
