"""Countries: every code of ISO 3166-1, a name in each language, Norwegian order."""

from __future__ import annotations

from ropa_app.i18n import LANGUAGES
from ropa_app.legal import countries, shipped


def test_all_codes_are_there_once_with_names_in_three_languages():
    choices = countries.choices()
    assert len(countries.ISO_3166) == len(set(countries.ISO_3166)) == 249
    assert {choice.code for choice in choices} == countries.CODES
    assert all(choice.label.written(language) for choice in choices for language in LANGUAGES)


def test_codes_that_cldr_names_and_iso_does_not_are_left_out():
    assert not countries.CODES & {"EU", "UN", "XK", "ZZ", "IC", "001"}


def test_names_are_those_of_the_language():
    law = shipped()
    assert [law.label("country", "NO", language) for language in LANGUAGES] == ["Norge", "Noreg", "Norway"]
    assert law.label("country", "AT", "nn") == "Austerrike"
    assert law.label("country", "XX-EPO", "en") == "European Patent Organisation (EPO)"


def test_the_alphabet_ends_with_the_norwegian_letters():
    names = [choice.label.nb for choice in shipped().choices_by_label("country", "nb")]
    assert names[0] == "Afghanistan"
    assert names[-3:] == ["Øst-Timor", "Østerrike", "Åland"]
    assert names.index("Tyrkia") < names.index("Tyskland")
