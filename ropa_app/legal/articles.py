"""Places of the Regulation in words: Article 6(1)(a), artikkel 6 nr. 1 bokstav a."""

from __future__ import annotations

import re
from typing import Final

from ropa_app.i18n import Translator

_PLACE: Final = re.compile(r"(?P<article>\d+)(?:\((?P<number>\d+)\))?(?:\((?P<letter>[a-z])\))?")


def article(place: str, t: Translator) -> str:
    """Return a place of the Regulation such as "6(1)(a)", "21(2)", "9(2)(a)" or "10" in words.

    Raises ValueError for a text that names no place.
    """
    found = _PLACE.fullmatch(place)
    if found is None:
        raise ValueError(f"not an article: {place!r}")
    number, letter = found["number"], found["letter"]
    values = {"article": found["article"], "number": number, "letter": letter}
    if number and letter:
        return t("Article {article}({number})({letter})", **values)
    if number:
        return t("Article {article}({number})", **values)
    return t("Article {article}", **values)


def short_article(place: str, t: Translator) -> str:
    """Return a place of the Regulation for a narrow column: Art. 30(1)(a); any other text as it stands."""
    found = _PLACE.fullmatch(place.strip())
    if found is None:
        return place
    number, letter = found["number"], found["letter"]
    values = {"article": found["article"], "number": number, "letter": letter}
    if number and letter:
        return t("Art. {article}({number})({letter})", **values)
    if number:
        return t("Art. {article}({number})", **values)
    return t("Art. {article}", **values)


def place_text(place: str, t: Translator) -> str:
    """Return a place of the Regulation in words, or another ground as it is marked."""
    if not place:
        return ""
    return article(place, t) if place[0].isdigit() else t.marked(place)
