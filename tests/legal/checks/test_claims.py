"""What sentences say by the patterns of the law data, and what only looks as if they said it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ropa_app.domain.values import NO_TEXT, Period, Text
from ropa_app.i18n import Language
from ropa_app.legal import shipped
from ropa_app.legal.checks.claims import names_in, said, terms_in, words_of

DAY = date(2026, 11, 22)
SAID: dict[str, dict[Language, tuple[str, ...]]] = {
    "no_disclosure": {
        "nb": (
            "Vi deler ikke opplysningene dine med andre.",
            "Opplysningene utleveres ikke til tredjeparter.",
            "Vi gir aldri opplysninger om deg videre.",
            "Dataene blir ikke delt med noen.",
            "Derfor deler vi aldri data med andre selskaper.",
            "Personopplysninger vil ikke bli utlevert til tredjepart.",
            "Ingen opplysninger utleveres til tredjeparter.",
        ),
        "nn": (
            "Vi deler ikkje opplysningane dine med andre.",
            "Opplysningane blir ikkje utleverte til tredjepartar.",
            "Vi gir aldri opplysningar om deg vidare.",
            "Opplysningane vil ikkje bli delte med nokon.",
            "Ingen opplysningar blir delte med andre.",
        ),
        "en": (
            "We do not share your data with third parties.",
            "Your data are never disclosed to others.",
            "We don't share data with anyone.",
            "Personal data will not be disclosed to any third party.",
            "No data are shared with others.",
        ),
    },
    "no_transfer": {
        "nb": (
            "Vi overfører ikke opplysninger til land utenfor EØS.",
            "Opplysningene overføres aldri ut av EU/EØS.",
            "Opplysningene forlater aldri Norge.",
            "Opplysningene lagres kun innenfor EØS.",
            "Ingen overføring til tredjeland skjer.",
            "Ingen data sendes ut av EU.",
            "Vi overfører ikke personopplysninger til land utenfor EØS.",
        ),
        "nn": (
            "Vi overfører ikkje opplysningar til land utanfor EØS.",
            "Opplysningane blir aldri overførte ut av EØS.",
            "Opplysningane forlèt aldri Noreg.",
            "Ingen opplysningar blir overførte ut av EØS.",
        ),
        "en": (
            "We do not transfer personal data outside the EEA.",
            "Your data are never transferred to countries outside the European Economic Area.",
            "Your data never leave the EU.",
            "The data are stored only within the EEA.",
            "No data is transferred outside the EEA.",
        ),
    },
    "no_trackers": {
        "nb": ("Vi bruker ikke informasjonskapsler.", "Nettsiden har ingen cookies.", "Cookies brukes ikke."),
        "nn": ("Vi bruker ikkje informasjonskapslar.", "Nettsida har ingen informasjonskapslar."),
        "en": ("We do not use cookies.", "This site sets no cookies.", "Cookies are not used here."),
    },
    "anonymous": {
        "nb": (
            "Informasjonskapslene identifiserer deg ikke.",
            "Statistikken er helt anonym.",
            "Kapslene inneholder ingen personopplysninger.",
        ),
        "nn": (
            "Informasjonskapslane identifiserer deg ikkje.",
            "Statistikken er heilt anonym.",
            "Kapslane inneheld ingen personopplysningar.",
        ),
        "en": (
            "The cookies do not identify you.",
            "The statistics are completely anonymous.",
            "They contain no personal data.",
        ),
    },
    "no_automated": {
        "nb": (
            "Vi bruker ikke automatiserte avgjørelser.",
            "Vi tar ingen automatiske beslutninger om deg.",
            "Ingen avgjørelser om deg tas automatisk.",
        ),
        "nn": ("Vi bruker ikkje automatiserte avgjerder.", "Ingen avgjerder om deg blir tekne automatisk."),
        "en": ("We do not make automated decisions.", "There is no automated decision-making."),
    },
    "no_profiling": {
        "nb": ("Vi driver ikke med profilering.", "Vi profilerer deg ikke."),
        "nn": ("Vi driv ikkje med profilering.", "Vi profilerer deg ikkje."),
        "en": ("We do not profile you.", "No profiling takes place."),
    },
    "no_special": {
        "nb": (
            "Vi behandler ikke sensitive personopplysninger.",
            "Vi samler aldri inn særlige kategorier av opplysninger.",
            "Sensitive opplysninger lagres ikke.",
        ),
        "nn": (
            "Vi behandlar ikkje sensitive personopplysningar.",
            "Vi samlar aldri inn særlege kategoriar av opplysningar.",
        ),
        "en": ("We do not process sensitive data.", "We never collect special categories of personal data."),
    },
    "right_denied": {
        "nb": ("Du har ikke rett til innsyn.", "Du kan ikke kreve sletting av opplysningene."),
        "nn": ("Du har ikkje rett til innsyn.", "Du kan ikkje krevje sletting av opplysningane."),
        "en": ("You have no right to access.", "You cannot request erasure of your data."),
    },
    "right_fee": {
        "nb": ("Det koster 200 kroner å få innsyn.", "For innsyn betaler du et gebyr."),
        "nn": ("Det kostar 200 kroner å få innsyn.", "For innsyn tek vi eit gebyr."),
        "en": ("We charge NOK 200 for access to your data.", "A request for a copy costs NOK 200."),
    },
    "complaint_email": {
        "nb": ("Klag til Datatilsynet på postkasse@datatilsynet.no.",),
        "nn": ("Klag til Datatilsynet på postkasse@datatilsynet.no.",),
        "en": ("Complain to Datatilsynet at postkasse@datatilsynet.no.",),
    },
}
NOT_SAID: dict[Language, tuple[str, ...]] = {
    "nb": (
        "Vi selger ikke personopplysninger.",
        "Vi deler ikke opplysningene dine med andre uten at du har sagt ja.",
        "Vi deler ikke opplysninger med andre enn databehandlerne våre.",
        "Opplysningene deles ikke med uvedkommende.",
        "Vi selger ikke opplysninger om deg til andre.",
        "Vi deler ikke kortnummeret ditt med andre.",
        "Vi bruker ingen analytiske informasjonskapsler.",
        "Vi profilerer ikke barn.",
        "Vi deler opplysninger med andre.",
        "Vi overfører ikke opplysninger ut av EØS uten et gyldig grunnlag.",
        "Vi overfører opplysninger ut av EØS.",
        "Vi setter ingen informasjonskapsler før du har samtykket.",
        "Vi bruker ikke informasjonskapsler til markedsføring.",
        "Vi bruker informasjonskapsler.",
        "Opplysningene blir anonymisert etter 14 måneder.",
        "Opplysningene er ikke anonyme.",
        "Du har rett til ikke å være gjenstand for automatiserte avgjørelser.",
        "Vi ber deg om ikke å sende oss sensitive opplysninger.",
        "Vi behandler ikke sensitive opplysninger med mindre du gir oss dem.",
        "Du har ikke rett til sletting når loven pålegger oss å lagre dem.",
        "Du har rett til innsyn.",
        "Det koster ingenting å få innsyn.",
        "Innsyn er gratis.",
        "Vi kan kreve et gebyr for innsyn når kravet er åpenbart grunnløst.",
        "Datatilsynet har nettsidene datatilsynet.no.",
    ),
    "nn": (
        "Vi sel ikkje personopplysningar.",
        "Vi deler ikkje opplysningane dine med andre utan at du har sagt ja.",
        "Vi overfører ikkje opplysningar ut av EØS utan eit gyldig grunnlag.",
        "Vi set ingen informasjonskapslar før du har samtykt.",
        "Opplysningane er ikkje anonyme.",
        "Du har ikkje rett til sletting når lova krev at vi lagrar dei.",
        "Det kostar ikkje noko å få innsyn.",
        "Vi behandlar ikkje sensitive opplysningar med mindre du gir oss dei.",
    ),
    "en": (
        "We do not share your data with third parties unless you agree.",
        "We do not share your data with anyone other than our processors.",
        "We do not sell your data to others.",
        "We do not transfer data outside the EEA without a valid tool.",
        "No cookies are set before you consent.",
        "The data are not anonymous.",
        "You have the right not to be subject to automated decisions.",
        "You have no right to erasure where the law obliges us to store the data.",
        "Access is free; there is no charge for a copy.",
        "Please do not send us sensitive data.",
        "We do not sell personal data.",
    ),
}
TEXTS = [
    (kind, language, sentence)
    for kind, languages in SAID.items()
    for language, sentences in languages.items()
    for sentence in sentences
]
OTHERS = [(language, sentence) for language, sentences in NOT_SAID.items() for sentence in sentences]


def _kinds(text: Text) -> list[str]:
    return [one.kind for _, one in said(shipped(), DAY, text)]


def _in(language: Language, words: str) -> Text:
    return NO_TEXT.with_(language, words)


@pytest.mark.parametrize(("kind", "language", "sentence"), TEXTS)
def test_a_sentence_says_this_and_nothing_else(kind: str, language: Language, sentence: str) -> None:
    assert _kinds(_in(language, sentence)) == [kind]
    assert _kinds(_in(language, sentence.upper())) == [kind]


@pytest.mark.parametrize(("language", "sentence"), OTHERS)
def test_a_sentence_with_a_condition_or_without_the_denial_says_nothing(
    language: Language, sentence: str
) -> None:
    assert _kinds(_in(language, sentence)) == []


def test_every_language_has_examples_of_every_denial() -> None:
    assert all(sentences.keys() == {"nb", "nn", "en"} for sentences in SAID.values())


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "number", "unit"),
    [
        ("nb", "Vi sletter opplysningene etter 3 år.", "storage_period", "3", "year"),
        ("nb", "Søknader lagres hos oss i tolv måneder.", "storage_period", "12", "month"),
        ("nb", "Vi svarer på krav innen 60 dager.", "reply", "60", "day"),
        ("nn", "Vi slettar opplysningane etter tre år.", "storage_period", "3", "year"),
        ("nn", "Vi svarar på krav innan seks veker.", "reply", "6", "week"),
        ("en", "We delete the data after 3.5 years.", "storage_period", "3.5", "year"),
        ("en", "Applications are kept for twelve months.", "storage_period", "12", "month"),
        ("en", "We reply to requests within two months.", "reply", "2", "month"),
    ],
)
def test_a_period_is_read_from_digits_and_words(
    language: Language, sentence: str, kind: str, number: str, unit: str
) -> None:
    ((_, found),) = said(shipped(), DAY, _in(language, sentence))

    assert (found.kind, found.period) == (kind, Period(Decimal(number), unit))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nb", "Vi lagrer opplysningene i minst 5 år."),
        ("nb", "Vi sletter dem senest etter 5 år."),
        ("nb", "Firmaet ble stiftet for 30 år siden."),
        ("nn", "Vi lagrar opplysningane i inntil 5 år."),
        ("en", "We keep the data for up to 5 years."),
    ],
)
def test_a_limit_or_another_period_is_no_storage_period(language: Language, sentence: str) -> None:
    assert _kinds(_in(language, sentence)) == []


@pytest.mark.parametrize(
    ("language", "sentence", "country"),
    [
        ("nb", "Opplysningene lagres hos en leverandør i USA.", "US"),
        ("nb", "Vi overfører opplysninger til Guinea-Bissau.", "GW"),
        ("nn", "Opplysningane blir lagra i Sveits.", "CH"),
        ("en", "The data are processed in the United States.", "US"),
        ("en", "Your data are stored in Norway.", "NO"),
    ],
)
def test_a_country_is_read_by_its_name(language: Language, sentence: str, country: str) -> None:
    ((_, found),) = said(shipped(), DAY, _in(language, sentence))

    assert (found.kind, found.country) == ("to_country", country)


def test_the_words_stand_as_they_were_written_and_the_condition_of_another_sentence_does_not_count() -> None:
    text = Text(
        nb="Hvis du vil, kan du ringe. Vi DELER  ikke\topplysninger med andre. Uten unntak, faktisk.",
        en="We never share data with anyone.",
    )

    assert words_of(said(shipped(), DAY, text)) == Text(
        nb="DELER ikke opplysninger med andre", en="never share data with anyone"
    )


def test_before_the_table_holds_nothing_is_said() -> None:
    assert list(said(shipped(), date(2018, 7, 19), _in("nb", "Vi bruker ingen cookies."))) == []


def test_names_are_whole_words_as_written_and_never_part_of_a_longer_name() -> None:
    text = Text(nb="Vi bruker Beta Sky AS. Gamma hjelper oss. Delta AS bruker vi ikke lenger. alfa er bra.")

    names = names_in(shipped(), DAY, text, {"Beta", "Gamma", "Delta AS", "Alfa", "Gam"}, {"Beta Sky AS"})

    assert names == {"Gamma"}
    assert names_in(shipped(), DAY, text, ()) == set()


def test_terms_are_found_in_any_case_unless_they_are_called_invalid() -> None:
    terms = {"ps": Text(nb="Privacy Shield", nn="Privacy Shield", en="Privacy Shield")}

    assert terms_in(shipped(), DAY, Text(nb="Overføringen bygger på privacy shield."), terms) == ["ps"]
    assert terms_in(shipped(), DAY, Text(en="Privacy Shield is no longer valid."), terms) == []
