from __future__ import annotations

import pytest

from ropa_app import i18n
from ropa_app.i18n import N_, NC_, translator

NAME = "Processors and recipients"


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("nb_NO.UTF-8", "nb"),
        ("no", "nb"),
        ("nn-NO", "nn"),
        ("en_GB", "en"),
        ("EN", "en"),
        ("sv_SE", None),
        ("C.UTF-8", None),
        ("", None),
        (None, None),
    ],
)
def test_a_locale_asks_for_a_language(code: str | None, language: str | None) -> None:
    assert i18n.as_language(code) == language


def test_two_languages_speak_side_by_side() -> None:
    bokmal, english = translator("nb"), translator("en")
    assert bokmal(NAME) != NAME
    assert english(NAME) == NAME
    assert bokmal.language == "nb"


def test_a_text_without_translation_comes_out_in_english() -> None:
    assert translator("nn")("A text that nobody marked") == "A text that nobody marked"


def test_an_empty_text_is_not_the_header_of_the_catalogue() -> None:
    assert translator("nb")("") == ""


def test_placeholders_are_filled_after_translation() -> None:
    assert translator("en")("From {day}", day="1 May 2018") == "From 1 May 2018"
    assert translator("en")("a {brace} as it was typed") == "a {brace} as it was typed"


def test_a_plural_takes_the_form_of_its_number() -> None:
    t = translator("nb")
    assert t.plural("{n} horse", "{n} horses", 1) == "1 horse"
    assert t.plural("{n} horse", "{n} horses", 0) == "0 horses"


def test_marked_texts_keep_their_context() -> None:
    marked = NC_("answer", "Nothing of the kind")
    assert translator("en").marked(marked) == "Nothing of the kind"
    assert translator("en").context("answer", "Nothing of the kind") == "Nothing of the kind"
    assert translator("nb").marked(N_(NAME)) == translator("nb")(NAME)
