"""How a day is written and read: 22.11.2026 in Norwegian, 2026-11-22 in English, both read in all."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from ropa_app.i18n import Language

_PARTS: Final = re.compile(r"(\d+)\D+(\d+)\D+(\d+)\.?")
_PIVOT: Final = 70


class NoDay(Exception):
    """The text is no day of the calendar."""


def format_day(day: date, language: Language) -> str:
    """Write a day in figures as the language does."""
    if language == "en":
        return day.isoformat()
    return f"{day.day}.{day.month}.{day.year:04d}"


def parse_day(text: str) -> date | None:
    """Read a day written as 22.11.2026, 22/11-26, 221126, 22112026 or 2026-11-22; None for no text.

    A year of two figures lies in 1970 to 2069. Raises NoDay for anything else.
    """
    stripped = text.strip()
    if not stripped:
        return None
    year, month, day = _year_month_day(stripped)
    try:
        return date(_full_year(year), int(month), int(day))
    except ValueError as wrong:
        raise NoDay(text) from wrong


def _year_month_day(text: str) -> tuple[str, str, str]:
    if text.isascii() and text.isdecimal() and len(text) in (6, 8):
        return text[4:], text[2:4], text[:2]
    match = _PARTS.fullmatch(text) if text.isascii() else None
    if match is None:
        raise NoDay(text)
    first, second, third = match.groups()
    return (first, second, third) if len(first) == 4 else (third, second, first)


def _full_year(year: str) -> int:
    if len(year) == 4:
        return int(year)
    if len(year) == 2:
        return int(year) + (2000 if int(year) < _PIVOT else 1900)
    raise ValueError(year)
