"""References to the law in words: Article 6(1)(a), artikkel 6 nr. 1 bokstav a."""

from __future__ import annotations

import re
from typing import Final

from ropa_app.legal.articles import article, short_article
from ropa_app.reports.wording import Wording, lowered, raised

__all__ = ["article", "bases", "basis", "basis_place", "short_article", "tool_place"]

_TOOL_49: Final = re.compile(r"49-1-([a-g])")
_SECOND: Final = "49-1-2"
_FAMILIES: Final = {"45": "45", "46": "46"}


def basis_place(code: str) -> str:
    """Return the place of a legal basis by its code: 6-1-a is 6(1)(a), 9-2-h is 9(2)(h), 10 is 10."""
    parts = code.split("-")
    return "".join([parts[0], *(f"({part})" for part in parts[1:])])


def basis(code: str, list_name: str, words: Wording) -> str:
    """Return a legal basis: article 6(1)(a) (consent); a code of no list as it stands."""
    if words.law.choice(list_name, code) is None:
        return code
    label = words.law.short_label(list_name, code, words.language)
    named = label if list_name == "legal_bases_art6" else lowered(label)
    return f"{article(basis_place(code), words.t)} ({named})"


def bases(codes: tuple[str, ...], list_name: str, words: Wording) -> str:
    """Return the legal bases of a purpose as one list, with a capital at its beginning."""
    return raised(words.listed([basis(code, list_name, words) for code in codes]))


def tool_place(tool: str, words: Wording) -> str:
    """Return the article a transfer tool rests on, "" for a code that is none."""
    if found := _TOOL_49.fullmatch(tool):
        return article(f"49(1)({found[1]})", words.t)
    if tool == _SECOND:
        return words.t("Article 49(1), second subparagraph")
    choice = words.law.choice("transfer_tools", tool)
    return article(choice.group, words.t) if choice and choice.group in _FAMILIES else ""
