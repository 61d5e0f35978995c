"""Values in words, in each language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ropa_app.domain.kinds import SPECS
from ropa_app.domain.values import NO_TEXT, Answer, Period, Text
from ropa_app.i18n import Language
from ropa_app.legal import shipped
from ropa_app.reports.page_model import Run, Sign
from ropa_app.reports.wording import (
    NBSP,
    Wording,
    lowered,
    one_line,
    org_number,
    raised,
    sentence,
    slot,
    telephone,
    text_of,
    woven,
)


def _words(language: Language = "nb") -> Wording:
    return Wording(language, "nb", shipped())


@pytest.mark.parametrize(
    ("language", "expected"),
    [("nb", "22.11.2026"), ("nn", "22.11.2026"), ("en", f"22{NBSP}November{NBSP}2026")],
)
def test_a_day_as_the_language_writes_it(language: Language, expected: str) -> None:
    assert _words(language).day(date(2026, 11, 22)) == expected


@pytest.mark.parametrize(
    ("language", "number", "unit", "expected"),
    [
        ("nb", "1", "year", "1 år"),
        ("nb", "2", "week", "2 uker"),
        ("nn", "2", "week", "2 veker"),
        ("nn", "1", "day", "1 dag"),
        ("nb", "3", "month", "3 måneder"),
        ("nn", "3", "month", "3 månader"),
        ("nb", "1.5", "year", "1,5 år"),
        ("en", "1", "year", "1 year"),
        ("en", "1.5", "year", "1.5 years"),
        ("en", "10", "day", "10 days"),
    ],
)
def test_a_period_has_its_unit_in_the_right_number(
    language: Language, number: str, unit: str, expected: str
) -> None:
    assert _words(language).period(Period(Decimal(number), unit)) == expected.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nb", ["Ja", "Nei", "Ikke aktuelt", "Ikke avklart"]),
        ("nn", ["Ja", "Nei", "Ikkje aktuelt", "Ikkje avklart"]),
        ("en", ["Yes", "No", "Not applicable", "Not determined"]),
    ],
)
def test_an_answer_nobody_gave_is_not_determined(language: Language, expected: list[str]) -> None:
    assert [_words(language).answer(answer) for answer in Answer] == expected


def test_labels_join_into_a_list_that_begins_a_cell() -> None:
    words = _words()
    assert words.labels("data_categories", ["name", "contact"]) == "Navn og kontaktopplysninger"
    three = words.labels("data_categories", ["name", "contact", "birth_date"])
    assert three == "Navn, kontaktopplysninger og fødselsdato"
    assert _words("en").labels("data_categories", ["name", "contact"]) == "Name and contact details"


def test_items_that_are_lists_themselves_are_parted_by_semicolons() -> None:
    words = _words()
    assert words.listed(["kjøp og salg", "navn"]) == "kjøp og salg; navn"
    assert words.listed(["kjøp og salg", "navn"], prose=True) == "kjøp og salg og navn"
    assert words.listed(["a, b", "c"], prose=True) == "a, b; c"
    assert words.listed(["kjøp og salg"]) == "kjøp og salg"
    assert words.listed([]) == ""


def test_runs_join_like_texts() -> None:
    items = [(Run("A"),), (), (Run("b"), Run(" (nynorsk)", secondary=True)), (Run("c"),)]
    assert text_of(_words().series(items)) == "A, b (nynorsk) og c"


def test_a_text_in_another_language_says_so() -> None:
    text, named = _words().shown(Text(nn="Førespurnader"))
    assert (text.text, text.language) == ("Førespurnader", "nn-NO")
    assert (named.text, named.secondary) == (" (nynorsk)", True)
    assert text_of(_words("en").shown(Text(nb="Salg"))) == "Salg (bokmål)"
    assert _words().shown(Text(nb="Salg")) == (Run("Salg"),)
    assert _words().shown(NO_TEXT) == ()


def test_gaps_have_a_sign_only_where_the_law_asks() -> None:
    words = _words()
    assert words.missing().sign is Sign.NOT_STATED
    assert words.missing("Fordi.").text == "Ikke oppgitt. Fordi."
    assert words.missing("Fordi.", asked=False).text == "Ikke oppgitt. Fordi."
    assert words.missing(asked=False).sign is None
    assert words.undecided().text == "Ikke avklart"
    assert all(run.secondary for run in words.undecided(asked=False).runs)


def test_every_field_that_names_no_record_has_words() -> None:
    words, organisation = _words(), SPECS["organisation"]
    assert text_of(words.value(organisation["country"], "NO")) == "Norge"
    assert text_of(words.value(organisation["employees"], 1200)) == f"1{NBSP}200"
    assert words.value(organisation["employees"], None) == ()
    assert text_of(words.value(SPECS["published_statement"]["recipients_named"], ("A", "B"))) == "A og B"
    with pytest.raises(KeyError):
        words.value(organisation["parent_company"], "party")


def test_labels_inside_a_sentence_begin_small_unless_they_are_abbreviations() -> None:
    assert [lowered(text) for text in ("Navn", "SMS og post", "E-post", "I orden", "")] == [
        "navn",
        "SMS og post",
        "e-post",
        "i orden",
        "",
    ]
    assert raised("artikkel 6") == "Artikkel 6"


def test_a_sentence_ends_once() -> None:
    assert [sentence(text) for text in ("Ja", "Ja.", "Hva? ")] == ["Ja.", "Ja.", "Hva?"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("22510600", "22 51 06 00"), ("91234567", "912 34 567"), ("+47 22 51", "+47 22 51"), ("800", "800")],
)
def test_telephone_numbers_have_groups_that_never_break(typed: str, printed: str) -> None:
    assert telephone(typed) == printed.replace(" ", NBSP)


def test_organisation_numbers_have_groups_of_three() -> None:
    assert org_number("917170967") == f"917{NBSP}170{NBSP}967"
    assert org_number("SE 55") == "SE 55"


def test_an_address_of_several_lines_goes_on_one() -> None:
    assert one_line("Storgata 1,\n\n 0155 Oslo") == "Storgata 1, 0155 Oslo"


def test_runs_are_woven_into_a_translated_text() -> None:
    woven_runs = woven(f"Om {slot('who')}.", who=(Run("kunder", bold=True),))
    assert woven_runs == (Run("Om "), Run("kunder", bold=True), Run("."))
