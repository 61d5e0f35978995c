"""The front page and the contents."""

from __future__ import annotations

import pytest

from ropa_app.domain.entities.organisation import Contact
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.i18n import Language
from ropa_app.reports.article30.chapters import Chapter
from ropa_app.reports.article30.front import contents_page, front_page
from tests.reports.scenes import activity, context, organisation, shown


def _front(*records: Record, language: Language = "nb") -> str:
    return shown(*front_page(context(*records, language=language)).blocks)


def test_the_front_says_what_is_missing_of_the_organisation() -> None:
    printed = _front(organisation(country="", email=""))
    assert "Organisasjonsnummer: [!] **Ikke oppgitt**" in printed
    assert (
        "Representant: [!] **Ikke avklart**. Landet virksomheten er etablert i, er ikke oppgitt." in printed
    )
    assert "E-post og telefon: [!] **Ikke oppgitt**" in printed
    assert "Morselskap: Ikke oppgitt" in printed


def test_a_visiting_address_is_asked_for_only_without_a_postal_one() -> None:
    assert "Besøksadresse: [!] **Ikke oppgitt**" in _front()
    assert "Besøksadresse: Ikke oppgitt" in _front(organisation(postal_address="Boks 1\n0101 Oslo"))


def test_the_front_prints_numbers_in_groups() -> None:
    printed = _front(organisation(org_number="917170967", phone="22510600"))
    assert "Organisasjonsnummer: 917 170 967" in printed
    assert "22 51 06 00" in printed


def test_other_contacts_stand_under_their_role() -> None:
    contacts = [
        Contact(id=RecordId("c1"), role="privacy", name="Kundesupport"),
        Contact(id=RecordId("c2"), name="Resepsjonen"),
        Contact(id=RecordId("c3"), role="representative", name="EU-kontoret", email="eu@e.example"),
    ]
    printed = _front(*contacts)
    assert "Kontakt for personvern: Kundesupport" in printed
    assert "Kontakt: Resepsjonen" in printed
    assert "Representant: EU-kontoret, eu@e.example" in printed


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer.UNKNOWN, "[!] **Ikke avklart**. Det er ikke svart på om"),
        (Answer.YES, "[!] **Ikke oppgitt**. Virksomheten behandler opplysninger for andre."),
        (Answer.NO, "Ingen. Virksomheten har svart at den ikke behandler opplysninger for andre."),
        (Answer.NOT_APPLICABLE, "Ikke aktuelt. Det har virksomheten svart."),
    ],
)
def test_processing_for_others_is_answered_or_not(answer: Answer, expected: str) -> None:
    assert f"Som databehandler: {expected}" in _front(organisation(acts_as_processor=answer))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nb", "Versjon: **Arbeidsutkast** av 22.11.2026, på bokmål"),
        ("nn", "Versjon: **Arbeidsutkast** av 22.11.2026, på nynorsk"),
        ("en", "Version: **Working draft** of 22 November 2026, in English"),
    ],
)
def test_the_edition_and_its_language(language: Language, expected: str) -> None:
    assert expected in _front(language=language)


def test_the_scope_counts_activities() -> None:
    assert "Omfang: 2 behandlingsaktiviteter som behandlingsansvarlig" in _front(activity("1"), activity("2"))
    assert "Omfang: [!] **Ikke oppgitt**" in _front()


def test_contents_list_chapters_and_activities() -> None:
    chapters = (Chapter("Oversikt", "overview"), Chapter("Behandlinger", "activities", True))
    printed = shown(*contents_page(context(activity("1", "Salg"), activity("2", "")), chapters).blocks)
    assert (
        "Oversikt .... <#overview>\nBehandlinger .... <#activities>\n  1 Salg .... <#activity-1>" in printed
    )
    assert "  2 Uten tittel .... <#activity-2>" in printed
    assert "[x] **Privacy Shield**: Oppgitt, men ikke gyldig" in printed
