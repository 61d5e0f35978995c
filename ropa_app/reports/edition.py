"""Which edition of a register a document is drawn from, and the foot that says so on every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from babel.dates import format_date

from ropa_app.i18n import Language, translator

_GROUP: Final = 4
_GROUPS: Final = 3
_NBSP: Final = "\u00a0"
_LOCALES: Final[dict[Language, str]] = {"nb": "nb", "nn": "nn", "en": "en_GB"}
_PATTERNS: Final[dict[Language, str]] = {"nb": "dd.MM.yyyy", "nn": "dd.MM.yyyy", "en": "d MMMM yyyy"}


@dataclass(frozen=True, slots=True)
class Edition:
    """The plain facts about the source of a document.

    `version_number` is set where a version is printed, `after_version` where a working draft is printed that
    comes after one; both None is a working draft of a register that was never approved. `day` is the day the
    document is drawn and everything in it is judged. `history_hash` is hexadecimal, "" where there is none.
    """

    version_number: int | None
    after_version: int | None
    day: date
    history_hash: str
    law_verified: date
    law_digest: str
    program: str

    @property
    def is_draft(self) -> bool:
        """Tell whether no approved version is printed."""
        return self.version_number is None


def day_text(day: date, language: Language) -> str:
    """Return a date: 22.11.2026, in English 22 November 2026 with no-break spaces."""
    text = format_date(day, _PATTERNS[language], locale=_LOCALES[language])
    return text.replace(" ", _NBSP)


def hash_text(digest: str) -> str:
    """Return the first twelve digits of a hash in groups of four: 7f3a 91c2 0b5e."""
    groups = (digest[start : start + _GROUP] for start in range(0, _GROUP * _GROUPS, _GROUP))
    return _NBSP.join(group for group in groups if group)


def law_keyword(edition: Edition, language: Language) -> str:
    """Return the day and the whole SHA-256 of the law data, for the properties of a document."""
    named = translator(language)("Law data as of {day}", day=edition.law_verified.isoformat())
    return f"{named} SHA-256 {edition.law_digest}" if edition.law_digest else named


def edition_text(edition: Edition, language: Language) -> str:
    """Return the name of the edition: version 2, working draft, or working draft after version 2."""
    t = translator(language)
    if edition.version_number is not None:
        return t("Version {number}", number=edition.version_number)
    if edition.after_version is not None:
        return t("Working draft after version {number}", number=edition.after_version)
    return t("Working draft")


def footer(edition: Edition, language: Language, marks: tuple[str, ...] = ()) -> str:
    """Return what stands at the left of every foot: edition, day, and the hash of the history if any.

    `marks` stand before them, such as that the document is an extract.
    """
    parts = [*marks, edition_text(edition, language), day_text(edition.day, language)]
    if edition.history_hash:
        t = translator(language)
        parts.append(t("History {hash}", hash=hash_text(edition.history_hash)))
    return " | ".join(parts)
