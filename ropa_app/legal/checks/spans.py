"""Periods on the calendar: which day it was some months ago, and which of two periods is longer."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from ropa_app.domain.values import Period
from ropa_app.legal.law import LawData

_MONTHS: Final = {"month": 1, "year": 12}
_DAYS: Final = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.4375"), "year": Decimal("365.25")}


def after(day: date, period: Period) -> date:
    """Return the day a period later by the calendar: 31 January and a month is the last of February.

    Part of a month or year counts in days. ValueError for a unit that is no length of time.
    """
    months = period.number * _MONTHS.get(period.unit, 0)
    if period.unit in _MONTHS:
        whole = int(months)
        rest = (months - whole) * _DAYS["month"]
        return _months_after(day, whole) + timedelta(days=int(rest))
    return day + timedelta(days=int(in_days(period)))


def before(day: date, period: Period) -> date:
    """Return the day a period earlier by the calendar."""
    return after(day, Period(-period.number, period.unit))


def in_days(period: Period) -> Decimal:
    """Return the length of a period in days, to compare it; ValueError for an unknown unit."""
    if period.unit not in _DAYS:
        raise ValueError(f"no length of time: {period.unit}")
    return period.number * _DAYS[period.unit]


def threshold(law: LawData, code: str, day: date) -> Period | None:
    """Return a threshold as a period, None before it holds."""
    row = law.threshold(code, day)
    return Period(row.value, row.unit) if row else None


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
