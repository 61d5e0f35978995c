"""Days as people type them in Norway, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ropa_app.gui.widgets.day_text import NoDay, format_day, parse_day
from ropa_app.i18n import LANGUAGES


@pytest.mark.parametrize(
    "text",
    [
        "22.11.2026",
        "22.11.26",
        "22/11-2026",
        "22 11 2026",
        "22-11-26",
        " 22.11.2026. ",
        "22112026",
        "221126",
        "2026-11-22",
    ],
)
def test_one_day_in_many_figures(text):
    assert parse_day(text) == date(2026, 11, 22)


def test_single_figures_and_the_last_century():
    assert parse_day("1.2.2026") == date(2026, 2, 1)
    assert parse_day("01.02.69") == date(2069, 2, 1)
    assert parse_day("01.02.70") == date(1970, 2, 1)


@pytest.mark.parametrize("text", ["", "   "])
def test_no_text_is_no_day(text):
    assert parse_day(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "31.2.2026",
        "i dag",
        "22.11",
        "2026",
        "22.11.202",
        "0.1.2026",
        "1.13.2026",
        "12345",
        "1.1.1.2026",
        "22.11.0000",
        "٢٢.١١.٢٠٢٦",
        "1.1.99999",
        "-1.1.2026x",
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(NoDay):
        parse_day(text)


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(LANGUAGES))
def test_what_is_written_is_read_back(day, language):
    assert parse_day(format_day(day, language)) == day


def test_norwegian_puts_the_day_first():
    assert format_day(date(2026, 11, 1), "nb") == "1.11.2026"
    assert format_day(date(2026, 11, 1), "nn") == "1.11.2026"
    assert format_day(date(2026, 11, 1), "en") == "2026-11-01"
