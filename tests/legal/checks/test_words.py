"""Vague phrases are whole words, whatever their case, of the language of the text."""

from __future__ import annotations

import pytest

from ropa_app.domain.values import NO_TEXT, Text
from ropa_app.legal import shipped
from ropa_app.legal.checks.words import vague_in, vague_words


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (Text(nb="Annen informasjon om deg"), ["other_information"]),
        (Text(nb="Sannen informasjon"), []),
        (Text(nb="annen informasjonsflyt"), []),
        (Text(nb="Navn, adresse o.l."), ["etc"]),
        (Text(nn="Namn og annan informasjon m.m."), ["mm", "other_information"]),
        (Text(en="annen informasjon"), []),
        (Text(nb="andre formål"), []),
        (NO_TEXT, []),
    ],
)
def test_phrases_of_a_use_are_found_in_their_language(text: Text, codes: list[str]) -> None:
    assert sorted(choice.code for choice in vague_in(text, "category", shipped())) == sorted(codes)


def test_a_phrase_that_several_languages_hold_is_one_phrase() -> None:
    text = Text(nb="annen informasjon", nn="annan informasjon", en="other information")

    assert [choice.code for choice in vague_in(text, "category", shipped())] == ["other_information"]


def test_the_words_stand_as_they_were_written() -> None:
    text = Text(nb="Annen informasjon, o.l.", en="Other Information")

    assert vague_words(text, "category", shipped()) == Text(
        nb="o.l., Annen informasjon", en="Other Information"
    )
    assert not vague_words(text, "purpose", shipped())
