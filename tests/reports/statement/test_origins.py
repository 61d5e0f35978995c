"""Sources: of each activity, and together in section 3."""

from __future__ import annotations

import pytest

from ropa_app.domain.entities.activity_data import Source
from ropa_app.domain.entities.parties import Party
from ropa_app.domain.values import RecordId
from ropa_app.i18n import Language
from ropa_app.reports.statement.ledger import Said
from tests.reports.scenes import owned, same
from tests.reports.statement.statements import line, public, purpose, said, section, statement

PARTY = Party(id=RecordId("party"), name="Byråer", printed_name=same("Byråer"))
FIRM = Party(id=RecordId("firm"), name="Kreditt AS")


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        ("data_subject", "Du gir dem til oss selv."),
        ("automatic", "Vi samler dem inn automatisk."),
        ("internal", "De kommer fra andre deler av virksomheten vår."),
        ("third_party", "Vi får dem fra andre enn deg."),
        ("public_source", "Vi henter dem fra offentlig tilgjengelige kilder."),
        ("public_register", "Vi henter dem fra offentlige registre."),
    ],
)
def test_each_kind_of_source_has_its_sentence(origin: str, words: str) -> None:
    printed = section(2, public(), purpose("6-1-b"), owned(Source, origin=origin))
    assert f"Hvor de kommer fra: {words}" in printed


def test_others_are_named_groups_in_lower_case() -> None:
    sources = [
        owned(Source, origin="third_party", party=PARTY.id),
        owned(Source, position=2, origin="third_party", party=FIRM.id, note=same("ved bestilling")),
    ]
    printed = section(2, PARTY, FIRM, public(), purpose("6-1-b"), *sources)
    assert "Vi får dem fra byråer og Kreditt AS (ved bestilling)." in printed


def test_a_note_alone_is_a_sentence_of_its_own() -> None:
    source = owned(Source, origin="third_party", note=same("Den som varsler"))
    assert "Vi får dem fra andre enn deg. Den som varsler." in section(2, public(), source)


THREE: dict[Language, str] = {
    "nb": "Vi får dem fra ein, to og tre.",
    "nn": "Vi får dei frå ein, to og tre.",
    "en": "We get them from ein, to and tre.",
}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_list_of_three_is_grammatical(language: Language) -> None:
    parties = [
        Party(id=RecordId(name), name=name.title(), printed_name=same(name.title()))
        for name in ("ein", "to", "tre")
    ]
    sources = [
        owned(Source, position=n, origin="third_party", party=one.id) for n, one in enumerate(parties, 1)
    ]
    printed = section(2, *parties, *sources, public(), language=language)
    assert THREE[language] in printed


def test_a_source_for_some_data_says_which_and_the_rest_is_a_gap() -> None:
    lines = [line("name"), line("payment", position=2), line("credit", position=3)]
    source = owned(Source, origin="data_subject", lines=(lines[0].id, lines[1].id))
    records = [public(), purpose("6-1-b"), *lines, source]
    printed = section(2, *records)
    assert "Navn om kunder og betalingsopplysninger om kunder: Du gir dem til oss selv." in printed
    assert "**Ikke fastsatt**. Det gjelder: kredittopplysninger om kunder." in printed
    assert said(statement(*records), "source") == {Said.UNCLEAR: ()}


def test_section_3_gathers_the_sources_of_all_activities() -> None:
    sources = [
        owned(Source, origin="data_subject"),
        owned(Source, "2", origin="third_party", party=FIRM.id),
    ]
    printed = section(3, FIRM, public(), public("2", "Kreditt"), public("3", "Lager"), *sources)
    assert "Fra deg: Salg <#activity-1>." in printed
    assert "Fra andre: Kreditt <#activity-2>: Kreditt AS." in printed
    assert "Resten: [!] **Ikke fastsatt**. Det gjelder: Lager <#activity-3>." in printed
