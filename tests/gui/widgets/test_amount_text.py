"""Numbers of periods, with one decimal at most."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ropa_app.gui.widgets.amount_text import NoAmount, format_amount, format_count, parse_amount
from ropa_app.i18n import LANGUAGES


@pytest.mark.parametrize(
    ("text", "amount"),
    [("5", "5"), ("1,5", "1.5"), ("1.5", "1.5"), (" 10 ", "10"), ("2,0", "2"), ("0,5", "0.5")],
)
def test_comma_and_point_are_read(text, amount):
    assert parse_amount(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "  "])
def test_no_text_is_no_number(text):
    assert parse_amount(text) is None


@pytest.mark.parametrize(
    "text", ["0", "0,0", "-1", "1,55", "1,", ",5", "1e3", "fem", "100000", "1,5,5", "½", "٥"]
)
def test_anything_else_is_refused(text):
    with pytest.raises(NoAmount):
        parse_amount(text)


@given(st.decimals(min_value="0.1", max_value="99999.9", places=1), st.sampled_from(LANGUAGES))
def test_what_is_written_is_read_back(amount, language):
    assert parse_amount(format_amount(amount, language)) == amount


def test_zeros_that_say_nothing_are_left_out():
    assert format_amount(Decimal("10.0"), "nb") == "10"
    assert format_amount(Decimal("2.5"), "nb") == "2,5"
    assert format_amount(Decimal("2.5"), "en") == "2.5"


def test_large_numbers_stand_in_thousands():
    assert format_count(999, "nb") == "999"
    assert format_count(10_000, "nn") == "10\u00a0000"
    assert format_count(1_234_567, "en") == "1,234,567"
