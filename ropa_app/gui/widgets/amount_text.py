"""How numbers are written and read: that of a period with one decimal at most, large ones in thousands."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ropa_app.i18n import Language

_LARGEST: Final = Decimal(100_000)


class NoAmount(Exception):
    """The text is no number a period can have."""


def format_amount(amount: Decimal, language: Language) -> str:
    """Write a number with the decimal sign of the language and no zeros that say nothing."""
    text = f"{amount.normalize():f}"
    return text if language == "en" else text.replace(".", ",")


def format_count(count: int, language: Language) -> str:
    """Write a whole number with its thousands apart: 10 000, in English 10,000."""
    return f"{count:,}" if language == "en" else f"{count:,}".replace(",", "\u00a0")


def parse_amount(text: str) -> Decimal | None:
    """Read a number above zero with comma or point and at most one decimal; None for no text.

    Raises NoAmount for anything else.
    """
    plain = text.strip().replace(",", ".")
    if not plain:
        return None
    whole, point, tenth = plain.partition(".")
    if not _is_digits(whole) or len(tenth) > 1 or (point and not _is_digits(tenth)):
        raise NoAmount(text)
    amount = Decimal(plain)
    if not 0 < amount < _LARGEST:
        raise NoAmount(text)
    return amount


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdecimal()
