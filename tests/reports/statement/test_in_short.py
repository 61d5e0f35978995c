"""The first page: seven answers that lead on."""

from __future__ import annotations

import pytest

from ropa_app.domain.entities.activity_flow import Recipient, Retention
from ropa_app.domain.entities.parties import Party, Place
from ropa_app.domain.entities.statements import StatementText
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.i18n import LANGUAGES, Language
from tests.reports.scenes import owned, same
from tests.reports.statement.statements import line, public, purpose, section, text

FIRM = Party(id=RecordId("firm"), name="Sky AS")


def _abroad(*countries: str) -> list[Record]:
    places = [
        Place(id=RecordId(f"place-{n}"), position=n, party=FIRM.id, country=country)
        for n, country in enumerate(countries, 1)
    ]
    return [FIRM, *places, owned(Recipient, party=FIRM.id), public()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_seven_questions_are_answered(language: Language) -> None:
    records = [public(), purpose("6-1-b"), line("name")]
    printed = section(0, *records, language=language)
    assert sum("?: " in row for row in printed.splitlines()) == 7


@pytest.mark.parametrize(
    ("countries", "words"),
    [
        (("NO",), "Utenfor EØS?: Vi overfører ingen opplysninger til land utenfor EØS. Les mer"),
        (("US",), "Utenfor EØS?: [<>] **Ja: USA**. Les mer"),
        (("US", "IN"), "Utenfor EØS?: [<>] **Ja: India og USA**. Les mer"),
        (("US", ""), "Utenfor EØS?: [<>] **Ja: USA**. Ikke alle land er fastsatt. Les mer"),
        ((), "Utenfor EØS?: [!] **Ikke fastsatt**. Les mer"),
    ],
)
def test_it_says_whether_data_leave_the_eea(countries: tuple[str, ...], words: str) -> None:
    assert words in section(0, *_abroad(*countries))


def test_an_international_organisation_is_told_by_its_name() -> None:
    council = Party(id=FIRM.id, name="Verdensrådet", category="international_organisation")
    inside = [one for one in _abroad("BE", "NO") if one.id != FIRM.id]
    assert "Utenfor EØS?: [<>] **Til en internasjonal organisasjon: Verdensrådet**. Les mer" in section(
        0, council, *inside
    )


def test_long_lists_are_cut_and_say_so() -> None:
    categories = ("name", "contact", "birth_date", "order", "product", "payment", "credit", "image")
    printed = section(0, public(), line(*categories))
    assert "Navn, kontaktopplysninger, fødselsdato, " in printed
    assert "og 2 til. Se hva som gjelder deg" in printed
    many = section(0, *[public(f"{n}", f"Del {n}") for n in range(1, 31)])
    assert "Del 14 og 16 til. Se hvert formål <#section-2>" in many


def test_it_says_how_many_periods_are_open() -> None:
    rule = owned(Retention, criteria=same("Til du ber om det"))
    assert "For 1 av 2 behandlinger er det ikke fastsatt." in section(0, public(), public("2"), rule)
    other = owned(Retention, "2", criteria=same("Til avtalen er ute"))
    assert "Det kommer an på hva vi bruker dem til." in section(0, public(), public("2"), rule, other)


def test_one_period_for_all_is_told_at_once() -> None:
    rules = [owned(Retention, number, criteria=same("Til du ber om det")) for number in ("1", "2")]
    printed = section(0, public(), public("2"), *rules)
    assert "Hvor lenge?: Til du ber om det. Se tabellen <#section-6>" in printed


def test_own_words_come_first() -> None:
    own = StatementText(id=RecordId("own"), section="00-summary", text=same("Vi tar vare på deg."))
    assert section(0, own, public()).startswith("Vi tar vare på deg.")


def test_the_title_is_that_of_the_draft() -> None:
    assert "\n# Personvernerklæring (utkast)\nPrøveverket AS\nArbeidsutkast | 22.11.2026\n" in text(public())
