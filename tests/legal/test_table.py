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


def written(tmp_path, *lines, header=HEADER):
    path = tmp_path / "t.csv"
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return path


def row(tmp_path, line=GOOD) -> Row:
    return read_table(written(tmp_path, line), COLUMNS)[0]


def test_values_come_with_their_types(tmp_path):
    found = row(tmp_path)
    assert found.line == 2
    assert found.text() == Text(nb="b", nn="c", en="d")
    assert found.day("day") == found.need_day("day") == date(2020, 7, 16)
    assert found.number("number") == Decimal("3.5")
    assert found.flag("yes") is True
    assert found.sources() == ("S1", "S2", "own")


def test_quotation_marks_are_text(tmp_path):
    assert row(tmp_path, 'a|"b|c"|d|2020-07-16|3.5|yes|S1').need("nb") == '"b'


def test_an_empty_day_or_number_is_none(tmp_path):
    found = row(tmp_path, "a|b|c|d|||yes|S1")
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
def test_a_wrong_value_is_refused_with_its_line(tmp_path, line, read, problem):
    with pytest.raises(LawDataError) as error:
        read(row(tmp_path, line))
    assert str(error.value).startswith("t.csv, line 2: ")
    assert problem in str(error.value)


def test_a_row_of_another_width_is_refused(tmp_path):
    with pytest.raises(LawDataError, match=r"t\.csv, line 3: 2 values instead of 8"):
        read_table(written(tmp_path, GOOD, "a|b"), COLUMNS)


def test_another_header_is_refused(tmp_path):
    with pytest.raises(LawDataError, match=r"t\.csv, line 1: the columns are not code, nb"):
        read_table(written(tmp_path, header="code|en"), COLUMNS)


def test_a_missing_or_unreadable_file_is_refused(tmp_path):
    with pytest.raises(LawDataError, match="cannot be read"):
        read_table(tmp_path / "none.csv", COLUMNS)
    (tmp_path / "latin.csv").write_bytes("ø".encode("latin-1"))
    with pytest.raises(LawDataError, match=r"latin\.csv: cannot be read"):
        read_table(tmp_path / "latin.csv", COLUMNS)


def spans(tmp_path, *pairs):
    rows = read_table(written(tmp_path, *[GOOD] * len(pairs)), COLUMNS)
    days = [tuple(day and date.fromisoformat(day) for day in pair) for pair in pairs]
    return list(zip(rows, days, strict=True))


def test_rows_that_follow_each_other_do_not_overlap(tmp_path):
    following = spans(tmp_path, ("", "2020-01-01"), ("2020-01-01", "2021-01-01"), ("2021-01-01", ""))
    refuse_overlaps(following, lambda _: "GB", lambda days: (days[0] or None, days[1] or None))


@pytest.mark.parametrize(
    "second", [("2020-12-31", ""), ("", "2020-01-02"), ("2020-05-01", "2020-06-01"), ("", "")]
)
def test_two_rows_for_one_day_are_refused(tmp_path, second):
    both = spans(tmp_path, ("2020-01-01", "2021-01-01"), second)
    with pytest.raises(LawDataError, match="line 3: “GB” stands twice"):
        refuse_overlaps(both, lambda _: "GB", lambda days: (days[0] or None, days[1] or None))


def test_a_span_that_ends_before_it_begins_is_refused(tmp_path):
    with pytest.raises(LawDataError, match="valid_to is not after valid_from"):
        refuse_overlaps(spans(tmp_path, ("2020-01-01", "2020-01-01")), lambda _: "x", lambda days: days)
