"""Reading the tables of the law data: UTF-8, `|` between the values, a header row, no quoting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final, NoReturn, TypeVar

from ropa_app.domain.values import Text

SEPARATOR: Final = "|"
_UNCONFIRMED: Final = ("K",)
# Rows that hold at different times are compared with each other; a file from outside must not make that long.
_MOST_ROWS: Final = 5_000
# What steers a terminal or turns the direction of a line; the ends of lines are gone by then.
_STEERING: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_Made = TypeVar("_Made")


class LawDataError(Exception):
    """The law data cannot be used: the message names file, line (if it is 0, none) and what is wrong."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(f"{file}, line {line}: {problem}" if line else f"{file}: {problem}")
        self.file: Final = file
        self.line: Final = line
        self.problem: Final = problem


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; its readers raise LawDataError where a value is not what the column asks for."""

    file: str
    line: int
    values: Mapping[str, str]

    def fail(self, problem: str) -> NoReturn:
        """Refuse the row."""
        raise LawDataError(self.file, self.line, problem)

    def get(self, column: str) -> str:
        """Return a value that may be empty."""
        return self.values[column]

    def need(self, column: str) -> str:
        """Return a value that must not be empty."""
        return self.values[column] or self.fail(f"{column} is empty")

    def one_of(self, column: str, allowed: Iterable[str]) -> str:
        """Return a value that must be one of a closed set."""
        known = tuple(allowed)
        value = self.values[column]
        return value if value in known else self.fail(f"{column} is “{value}”, not one of {', '.join(known)}")

    def flag(self, column: str) -> bool:
        """Return a value that is written yes or no."""
        return self.one_of(column, ("yes", "no")) == "yes"

    def words(self, column: str) -> tuple[str, ...]:
        """Return the values of a column that holds several, separated by spaces."""
        return tuple(self.values[column].split())

    def sources(self) -> tuple[str, ...]:
        """Return the codes of the sources, without what stands in brackets behind them."""
        parts = (part.partition("(")[0].strip() for part in self.need("source").split(";"))
        return tuple(part for part in parts if part)

    def is_confirmed(self) -> bool:
        """Tell whether a primary source or an authority was read for the row.

        A table without that column holds words of our own choice; a row of it is to be confirmed where
        general knowledge (the source K) is all that stands behind it.
        """
        if "confirmed" in self.values:
            return self.flag("confirmed")
        return "source" not in self.values or self.sources() != _UNCONFIRMED

    def text(self, prefix: str = "") -> Text:
        """Return a label that must be written in all three languages."""
        return Text(
            nb=self.need(f"{prefix}nb"),
            nn=self.need(f"{prefix}nn"),
            en=self.need(f"{prefix}en"),
        )

    def day(self, column: str) -> date | None:
        """Return a date, None where the column is empty."""
        if not (value := self.values[column]):
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{column} is “{value}”, not a date")

    def need_day(self, column: str) -> date:
        """Return a date that must be given."""
        return self.day(column) or self.fail(f"{column} is empty")

    def number(self, column: str) -> Decimal | None:
        """Return a number that is zero or more, None where the column is empty."""
        if not (value := self.values[column]):
            return None
        try:
            number = Decimal(value)
        except InvalidOperation:
            self.fail(f"{column} is “{value}”, not a number")
        return number if number.is_finite() and number >= 0 else self.fail(f"{column} is “{value}”")


def read_table(file: str, content: bytes, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """Return the rows of a file whose header must name exactly these columns, in this order.

    Raises LawDataError where it is not UTF-8, empty, too long, or has a row of another width.
    """
    try:
        lines = content.decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise LawDataError(file, 0, "cannot be read (UnicodeDecodeError)") from error
    header = tuple(lines[0].split(SEPARATOR)) if lines else ()
    if header != columns:
        raise LawDataError(file, 1, f"the columns are not {', '.join(columns)}")
    if len(lines) > _MOST_ROWS:
        raise LawDataError(file, 0, f"more than {_MOST_ROWS} lines")
    return tuple(_row(file, number, line, columns) for number, line in enumerate(lines[1:], 2))


def _row(file: str, number: int, line: str, columns: tuple[str, ...]) -> Row:
    if _STEERING.search(line):
        raise LawDataError(file, number, "a character that cannot be printed")
    values = [value.strip() for value in line.split(SEPARATOR)]
    if len(values) != len(columns):
        raise LawDataError(file, number, f"{len(values)} values instead of {len(columns)}")
    return Row(file, number, dict(zip(columns, values, strict=True)))


def refuse_overlaps(
    rows: Iterable[tuple[Row, _Made]],
    key: Callable[[_Made], str],
    span: Callable[[_Made], tuple[date | None, date | None]],
) -> None:
    """Raise LawDataError where a span ends before it begins or two rows of one key hold on the same day."""
    seen: dict[str, list[tuple[date, date]]] = {}
    for row, made in rows:
        first, end = span(made)
        begin, stop = first or date.min, end or date.max
        if begin >= stop:
            row.fail("valid_to is not after valid_from")
        others = seen.setdefault(key(made), [])
        if any(begin < other_stop and other_begin < stop for other_begin, other_stop in others):
            row.fail(f"“{key(made)}” stands twice for the same days")
        others.append((begin, stop))
