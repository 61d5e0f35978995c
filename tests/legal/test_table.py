"""Reading tables: what is accepted, and how a broken table is refused with file and line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ropa_app.domain.values import Text
from ropa_app.legal.table import LawDataError, Row, read_table, refuse_overlaps

COLUMNS = ("code", "nb", "nn", "en", "day", "number", "yes", "source")
GOOD = "a|b|c|d|2020-07-16|3.5|yes|S1; S2 (first day); own"


HEADER = "|".join(COLUMNS)


def written(*lines, header=HEADER) -> bytes:
    return ("\n".join([header, *lines]) + "\n").encode()


def table(content: bytes) -> tuple[Row, ...]:
    return read_table("t.csv", content, COLUMNS)


def row(line=GOOD) -> Row:
    return table(written(line))[0]


def test_values_come_with_their_types():
    found = row()
    assert found.line == 2
    assert found.text() == Text(nb="b", nn="c", en="d")
    assert found.day("day") == found.need_day("day") == date(2020, 7, 16)
    assert found.number("number") == Decimal("3.5")
    assert found.flag("yes") is True
    assert found.sources() == ("S1", "S2", "own")


def test_quotation_marks_are_text():
    assert row('a|"b|c"|d|2020-07-16|3.5|yes|S1').need("nb") == '"b'


def test_an_empty_day_or_number_is_none():
    found = row("a|b|c|d|||yes|S1")
    assert found.day("day") is None
    assert found.number("number") is None


@pytest.mark.parametrize(
    ("line", "read", "problem"),
    [
        ("|b|c|d|2020-07-16|1|yes|S1", lambda r: r.need("code"), "code is empty"),
        ("a|b||d|2020-07-16|1|yes|S1", lambda r: r.text(), "nn is empty"),
        ("a|b|c|d|2020-07-32|1|yes|S1", lambda r: r.day("day"), "not a date"),
        ("a|b|c|d||1|yes|S1", lambda r: r.need_day("day"), "day is empty"),
        ("a|b|c|d|2020-07-16|x|yes|S1", lambda r: r.number("number"), "not a number"),
        ("a|b|c|d|2020-07-16|-1|yes|S1", lambda r: r.number("number"), "-1"),
        ("a|b|c|d|2020-07-16|1|maybe|S1", lambda r: r.flag("yes"), "not one of yes, no"),
        ("a|b|c|d|2020-07-16|1|yes|", lambda r: r.sources(), "source is empty"),
    ],
)
def test_a_wrong_value_is_refused_with_its_line(line, read, problem):
    with pytest.raises(LawDataError) as error:
        read(row(line))
    assert str(error.value).startswith("t.csv, line 2: ")
    assert problem in str(error.value)


def test_a_row_of_another_width_is_refused():
    with pytest.raises(LawDataError, match=r"t\.csv, line 3: 2 values instead of 8"):
        table(written(GOOD, "a|b"))


def test_another_header_is_refused():
    with pytest.raises(LawDataError, match=r"t\.csv, line 1: the columns are not code, nb"):
        table(written(header="code|en"))


def test_an_unreadable_or_endless_file_is_refused():
    with pytest.raises(LawDataError, match=r"t\.csv: cannot be read"):
        table("ø".encode("latin-1"))
    with pytest.raises(LawDataError, match=r"t\.csv, line 1: the columns"):
        table(b"")
    with pytest.raises(LawDataError, match=r"t\.csv: more than 5000 lines"):
        table(written(*[GOOD] * 5_000))


@pytest.mark.parametrize("letter", ["\x1b", "\0", "\t", "\x9b", "\u202e", "\u2066"])
def test_what_steers_a_terminal_is_refused(letter):
    with pytest.raises(LawDataError, match=r"t\.csv, line 2: a character that cannot be printed"):
        table(written(GOOD.replace("b|", f"{letter}[31mb|")))


@pytest.mark.parametrize(
    ("columns", "line", "confirmed"),
    [
        (("source", "confirmed"), "K; S1|yes", True),
        (("source", "confirmed"), "S1|no", False),
        (("source",), "K", False),
        (("source",), "K; S1", True),
        (("source",), "own", True),
    ],
)
def test_what_is_to_be_confirmed(columns, line, confirmed):
    content = written(line, header="|".join(columns))
    assert read_table("t.csv", content, columns)[0].is_confirmed() is confirmed


def spans(*pairs):
    rows = table(written(*[GOOD] * len(pairs)))
    days = [tuple(day and date.fromisoformat(day) for day in pair) for pair in pairs]
    return list(zip(rows, days, strict=True))


def test_rows_that_follow_each_other_do_not_overlap():
    following = spans(("", "2020-01-01"), ("2020-01-01", "2021-01-01"), ("2021-01-01", ""))
    refuse_overlaps(following, lambda _: "GB", lambda days: (days[0] or None, days[1] or None))


@pytest.mark.parametrize(
    "second", [("2020-12-31", ""), ("", "2020-01-02"), ("2020-05-01", "2020-06-01"), ("", "")]
)
def test_two_rows_for_one_day_are_refused(second):
    both = spans(("2020-01-01", "2021-01-01"), second)
    with pytest.raises(LawDataError, match="line 3: “GB” stands twice"):
        refuse_overlaps(both, lambda _: "GB", lambda days: (days[0] or None, days[1] or None))


def test_a_span_that_ends_before_it_begins_is_refused():
    with pytest.raises(LawDataError, match="valid_to is not after valid_from"):
        refuse_overlaps(spans(("2020-01-01", "2020-01-01")), lambda _: "x", lambda days: days)
