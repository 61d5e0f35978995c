"""What checks measure in texts: vague phrases, length of sentences and words, digits of an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from ropa_app.domain.values import NO_TEXT, Text
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal.law import LawData
from ropa_app.legal.rows import Choice

VAGUE: Final = "vague_phrases"
_WEIGHTS: Final = (3, 2, 7, 6, 5, 4, 3, 2)
_LONG_WORD: Final = 6
_SENTENCE_END: Final = re.compile(r"[.!?:](?=\s|$)")
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A vague phrase as one language has it: the pattern is asked only where `low` stands in a text."""

    choice: Choice
    low: str
    pattern: re.Pattern[str]

    def in_text(self, text: str, low: str) -> str:
        """Return the phrase as it stands as whole words in a text, "" where it does not."""
        match = self.pattern.search(text) if self.low in low else None
        return match.group() if match else ""


@cache
def _phrases(law: LawData, use: str, language: Language) -> tuple[_Phrase, ...]:
    choices = [choice for choice in law.choices(VAGUE) if use in choice.flags]
    return tuple(
        _Phrase(choice, phrase.lower(), re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE))
        for choice in choices
        if (phrase := choice.label.written(language))
    )


def _hits(text: Text, use: str, law: LawData) -> Iterator[tuple[Language, Choice, str]]:
    for language, words in written(text):
        low = words.lower()
        for phrase in _phrases(law, use, language):
            if hit := phrase.in_text(words, low):
                yield language, phrase.choice, hit


def vague_in(text: Text, use: str, law: LawData) -> tuple[Choice, ...]:
    """Return the vague phrases with a use that stand as whole words in some language of a text."""
    return tuple({choice.code: choice for _, choice, _ in _hits(text, use, law)}.values())


def vague_words(text: Text, use: str, law: LawData) -> Text:
    """Return the vague phrases of a text as they stand in each language of it, parted by commas."""
    found = NO_TEXT
    for language, _, hit in _hits(text, use, law):
        found = found.with_(language, ", ".join(filter(None, (found.written(language), hit))))
    return found


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
