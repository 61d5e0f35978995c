"""Clauses: what stands in a field becomes part of a sentence, or stays as it was written."""

from __future__ import annotations

import pytest

from ropa_app.domain.values import Text
from ropa_app.i18n import Language
from ropa_app.legal import shipped
from ropa_app.reports.page_model import Run
from ropa_app.reports.statement import clauses
from ropa_app.reports.wording import Wording, text_of


def _words(language: Language) -> Wording:
    return Wording(language, "nb", shipped())


@pytest.mark.parametrize(
    ("language", "written", "told"),
    [
        ("nb", "Svare på spørsmål", "For å svare på spørsmål"),
        ("nb", "å svare på spørsmål", "For å svare på spørsmål"),
        ("nb", "Få flere kunder: utvide kundedatabasen", "For å få flere kunder: utvide kundedatabasen"),
        ("nn", "Følgje opp klager", "For å følgje opp klager"),
        ("en", "Answer questions", "To answer questions"),
        ("en", "To answer questions", "To answer questions"),
    ],
)
def test_a_purpose_with_a_verb_goes_on_as_a_clause(language: Language, written: str, told: str) -> None:
    assert text_of(clauses.purpose((Run(written),), _words(language))) == told


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("nb", "Markedsføring av egne produkter"),
        ("nb", "Støtte til kunder"),
        ("nb", "Måling"),
        ("nb", "å"),
        ("nn", "Utsending av brev"),
        ("en", "Use of data for statistics"),
        ("en", "Support for customers"),
        ("en", "Answering questions"),
        ("en", ""),
    ],
)
def test_anything_else_stays_as_it_was_written(language: Language, written: str) -> None:
    assert text_of(clauses.purpose((Run(written),), _words(language))) == written


def test_a_text_in_another_language_is_left_alone() -> None:
    words = _words("en")
    shown = words.shown(Text(nb="Svare på spørsmål"))
    assert clauses.purpose(shown, words) == shown
    assert text_of(clauses.interest(shown, words)).startswith("Our legitimate interest: Svare på spørsmål")


@pytest.mark.parametrize(
    ("language", "written", "told"),
    [
        ("nb", "å finne nye kunder", "Vår berettigede interesse er å finne nye kunder"),
        ("nb", "Finne nye kunder", "Vår berettigede interesse er å finne nye kunder"),
        ("nb", "Vår interesse i å vokse", "Det er vår interesse i å vokse"),
        ("nb", "Trygge bygg", "Vår berettigede interesse: trygge bygg"),
        ("nn", "Interessa vår i å vekse", "Det er interessa vår i å vekse"),
        ("nn", "Trygge bygg", "Den rettkomne interessa vår: trygge bygg"),
        ("en", "Find new customers", "Our legitimate interest is to find new customers"),
        ("en", "Our interest in growing", "It is our interest in growing"),
    ],
)
def test_an_interest_is_a_sentence(language: Language, written: str, told: str) -> None:
    assert text_of(clauses.interest((Run(written),), _words(language))) == told
