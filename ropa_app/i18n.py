"""Texts in bokmål, nynorsk and English: every call names its language, there is no global one."""

from __future__ import annotations

import gettext
from functools import cache
from typing import Final, Literal, get_args

from ropa_app import paths

Language = Literal["nb", "nn", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
DEFAULT: Final[Language] = "nb"
DOMAIN: Final = "ropa_app"
_SEPARATOR: Final = "\x04"


def N_(message: str) -> str:
    """Mark a text for extraction; it is translated where it is shown."""
    return message


def NC_(context: str, message: str) -> str:
    """Mark a text whose translation depends on where it stands; `Translator.marked` translates it."""
    return f"{context}{_SEPARATOR}{message}"


def as_language(code: str | None) -> Language | None:
    """Return the language a locale code such as `nn_NO.UTF-8` asks for, None for any other language.

    `no` is bokmål, as CLDR has it.
    """
    base = (code or "").replace("-", "_").split("_")[0].split(".")[0].lower()
    found = "nb" if base == "no" else base
    return found if found in LANGUAGES else None


class Translator:
    """Translate marked texts into one language.

    A text without a translation comes out in English; placeholders are named and filled last.
    """

    def __init__(self, language: Language, catalogue: gettext.NullTranslations) -> None:
        self.language: Final = language
        self._catalogue = catalogue

    def __call__(self, message: str, /, **values: object) -> str:
        """Translate a text and fill its placeholders."""
        return _filled(self._catalogue.gettext(message) if message else "", values)

    def context(self, context: str, message: str, /, **values: object) -> str:
        """Translate a text whose meaning depends on its context."""
        return _filled(self._catalogue.pgettext(context, message), values)

    def plural(self, singular: str, plural: str, n: int, /, **values: object) -> str:
        """Translate a text in the form that `n` asks for; `{n}` is filled with the number."""
        return _filled(self._catalogue.ngettext(singular, plural, n), {"n": n, **values})

    def marked(self, message: str, /, **values: object) -> str:
        """Translate what `N_` or `NC_` marked."""
        context, separator, text = message.partition(_SEPARATOR)
        return self.context(context, text, **values) if separator else self(message, **values)


def _filled(text: str, values: dict[str, object]) -> str:
    return text.format_map(values) if values else text


@cache
def translator(language: Language) -> Translator:
    """Return the translator of a language; without compiled catalogues it speaks English."""
    catalogue = gettext.translation(DOMAIN, paths.translations(), [language], fallback=True)
    return Translator(language, catalogue)
