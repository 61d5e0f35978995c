"""What checks measure in texts: vague phrases, length of sentences and words, digits of an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from ropa_app.domain.values import Text
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal.law import LawData
from ropa_app.legal.rows import Choice

VAGUE: Final = "vague_phrases"
_WEIGHTS: Final = (3, 2, 7, 6, 5, 4, 3, 2)
_LONG_WORD: Final = 6
_SENTENCE_END: Final = re.compile(r"[.!?:](?=\s|$)")
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def vague_in(text: Text, use: str, law: LawData) -> tuple[Choice, ...]:
    """Return the vague phrases with a use that stand as whole words in some language of a text."""
    if not text:
        return ()
    return tuple(
        choice
        for choice in law.choices(VAGUE)
        if use in choice.flags
        and any(_stands_in(choice.label.written(language), text.written(language)) for language in LANGUAGES)
    )


def vague_words(text: Text, use: str, law: LawData) -> str:
    """Return the vague phrases of a text as they stand in it, parted by commas; "" where there is none."""
    return ", ".join(
        dict.fromkeys(word for choice in vague_in(text, use, law) for word in _hits(choice, text))
    )


def _hits(choice: Choice, text: Text) -> Iterator[str]:
    for language in LANGUAGES:
        if match := _pattern(choice.label.written(language)).search(text.written(language)):
            yield match.group()
            return


def _stands_in(phrase: str, text: str) -> bool:
    return bool(phrase and text) and _pattern(phrase).search(text) is not None


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """Return what finds a phrase as whole words whatever its case."""
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)


def is_org_number(number: str) -> bool:
    """Tell whether nine digits pass the check of the Norwegian register (modulo 11)."""
    digits = re.sub(r"\s", "", number)
    if len(digits) != 9 or not (digits.isascii() and digits.isdigit()):
        return False
    rest = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False)) % 11
    check = 0 if rest == 0 else 11 - rest
    return check != 10 and check == int(digits[-1])


def words_per_sentence(text: str) -> Decimal:
    """Return the average number of words of a sentence; a colon before a space ends one too."""
    words = _WORD.findall(text)
    sentences = sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part))
    return Decimal(len(words)) / max(sentences, 1)


def lix(text: str) -> Decimal:
    """Return the readability of a text: words per sentence, and 100 times the share of long words."""
    words = _WORD.findall(text)
    if not words:
        return Decimal(0)
    long_ones = sum(len(word) > _LONG_WORD for word in words)
    return words_per_sentence(text) + Decimal(100 * long_ones) / len(words)


def written(text: Text) -> Iterator[tuple[Language, str]]:
    """Yield the languages a text is written in, with what is written."""
    for language in LANGUAGES:
        if text.written(language):
            yield language, text.written(language)
