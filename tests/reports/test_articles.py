"""References to the law in words."""

from __future__ import annotations

import pytest

from ropa_app.i18n import Language, translator
from ropa_app.legal import shipped
from ropa_app.reports.articles import article, bases, basis, basis_place, tool_place
from ropa_app.reports.wording import Wording


def _words(language: Language = "nb") -> Wording:
    return Wording(language, "nb", shipped())


@pytest.mark.parametrize(
    ("place", "nb", "en"),
    [
        ("6(1)(a)", "artikkel 6 nr. 1 bokstav a", "Article 6(1)(a)"),
        ("21(2)", "artikkel 21 nr. 2", "Article 21(2)"),
        ("10", "artikkel 10", "Article 10"),
    ],
)
def test_a_place_of_the_regulation(place: str, nb: str, en: str) -> None:
    assert article(place, translator("nb")) == nb
    assert article(place, translator("en")) == en


def test_a_text_that_is_no_place_is_refused() -> None:
    with pytest.raises(ValueError, match="recital"):
        article("recital 26", translator("nb"))


def test_every_legal_basis_has_a_place_and_words() -> None:
    for list_name in ("legal_bases_art6", "legal_bases_art9_10"):
        for choice in shipped().choices(list_name):
            assert article(basis_place(choice.code), translator("nb"))
            assert basis(choice.code, list_name, _words()).startswith("artikkel ")
    assert basis("6-1-a", "legal_bases_art6", _words()) == "artikkel 6 nr. 1 bokstav a (samtykke)"
    assert basis("9-9", "legal_bases_art6", _words()) == "9-9"


def test_several_bases_are_one_list() -> None:
    printed = bases(("6-1-a", "6-1-f"), "legal_bases_art6", _words("en"))
    assert printed == "Article 6(1)(a) (consent) and Article 6(1)(f) (legitimate interests)"


def test_every_transfer_tool_rests_on_an_article() -> None:
    for choice in shipped().choices("transfer_tools"):
        assert tool_place(choice.code, _words()).startswith(f"artikkel {choice.group}")
    assert tool_place("49-1-a", _words()) == "artikkel 49 nr. 1 bokstav a"
    assert tool_place("49-1-2", _words("nn")) == "artikkel 49 nr. 1 andre ledd"
    assert tool_place("no-such", _words()) == ""
