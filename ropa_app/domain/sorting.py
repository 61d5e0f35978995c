"""One Norwegian order for window, command line and documents."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LETTERS: Final = {
    "æ": "{",
    "ä": "{",
    "ø": "|",
    "ö": "|",
    "œ": "|",
    "å": "}",
    "ü": "y",
    "đ": "d",
    "ð": "d",
    "ł": "l",
}
_ODD: Final = str.maketrans(_LETTERS | {"ß": "ss", "þ": "th", "ŋ": "n", "ŧ": "t"})
_NUMBER: Final = re.compile(r"\d+")

SortKey = tuple[str, str]


def sort_key(text: str) -> SortKey:
    """Return a key that puts texts in Norwegian order.

    æ ø å come last, aa counts as å, ü as y, other marks are ignored; numbers inside a text sort by their
    value, so that 1.2 comes before 1.10. Equal keys are told apart by the text itself.
    """
    folded = text.casefold()
    if not folded.isascii():
        folded = _without_marks(folded.translate(_ODD))
    folded = folded.replace("aa", "}")
    return _NUMBER.sub(lambda m: f"{len(m[0].lstrip('0')):03}{m[0].lstrip('0')}", folded), text


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
