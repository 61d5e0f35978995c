"""The values a field can hold, beside str, int, date and tuples of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Final, NamedTuple, NewType

from ropa_app.i18n import LANGUAGES, Language

RecordId = NewType("RecordId", str)


class Answer(Enum):
    """An answer the law asks for; a blank never turns into one of the first three."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "n/a"
    UNKNOWN = "?"


class Audience(IntEnum):
    """The widest document a field may be printed in."""

    INTERNAL = 0
    AUTHORITY = 1
    PUBLIC = 2


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time: a number with at most one decimal and a code of the list `units`."""

    number: Decimal
    unit: str


class Shown(NamedTuple):
    """A text as it can be shown, and the language it is really in."""

    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class Text:
    """A text in bokmål, nynorsk and English; an empty string means not written in that language."""

    nb: str = ""
    nn: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        """Tell whether the text is written in some language."""
        return bool(self.nb or self.nn or self.en)

    def written(self, language: Language) -> str:
        """Return what is written in one language, without a fallback."""
        text: str = getattr(self, language)
        return text

    def shown(self, language: Language, main: Language) -> Shown:
        """Return the text in a language, else in the main one, else in any; empty if none is written."""
        for candidate in (language, main, *LANGUAGES):
            if text := self.written(candidate):
                return Shown(text, candidate)
        return Shown("", language)

    def with_(self, language: Language, text: str) -> Text:
        """Return the same text with one language rewritten."""
        match language:
            case "nb":
                return replace(self, nb=text)
            case "nn":
                return replace(self, nn=text)
            case "en":
                return replace(self, en=text)


NO_TEXT: Final = Text()
