"""Law data in words: the title of a source and never its code, the days a row holds, the facts of a pack."""

from __future__ import annotations

import re

import pytest

from ropa_app.i18n import LANGUAGES, translator
from ropa_app.legal import shipped
from ropa_app.legal.reading import FILES
from ropa_app.services.law_data import InForce
from ropa_app.services.law_texts import (
    SOURCES,
    TABLES,
    in_force_lines,
    row_name,
    source_text,
    sources_of,
    span_text,
)

LAW = shipped()


def row(file: str, start: str):
    return next(one for one in LAW.tables[file] if "|".join(one.values.values()).startswith(start))


def test_every_table_of_a_pack_has_a_name():
    assert {*TABLES, "pack.csv"} == set(FILES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_is_told_by_its_title_never_by_its_code(language):
    t = translator(language)
    for one in LAW.backed():
        found = sources_of(one, LAW)
        assert found
        for source in found:
            text = source_text(source, t)
            assert text.startswith(source.title)
            assert not re.fullmatch(r"S\d+[a-z]?", text)


def test_publisher_address_and_day_follow():
    source = LAW.sources["CELEX 32016D2295"]
    assert source_text(source, translator("nb")) == (
        f"{source.title}, EUR-Lex, https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32016D2295, "
        "lest 22.11.2026"
    )


@pytest.mark.parametrize(
    ("start", "text"),
    [
        ("AT|", "fra 01.01.1994"),
        ("GB|Storbritannia|Storbritannia|United Kingdom|EU", "fra 01.01.1994 til 01.01.2021"),
    ],
)
def test_the_days_a_row_holds(start, text):
    assert span_text(row("eea.csv", start), translator("nb")) == text


def test_a_row_that_always_holds_has_no_days():
    assert span_text(row("glossary.csv", "controller|"), translator("nb")) == ""
    assert span_text(row(SOURCES, "own|"), translator("nb")) == ""


def test_a_row_is_called_by_its_label_or_title():
    assert row_name(row("eea.csv", "AT|"), "nn") == "Austerrike"
    assert row_name(row(SOURCES, "own|"), "nb") == "Own choice of this program"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_facts_of_what_counts(language):
    t = translator(language)
    lines = list(in_force_lines(InForce(LAW, False, ""), t))
    assert f"SHA-256 {LAW.digest}" in lines
    assert any(str(LAW.unconfirmed) in line for line in lines)
    loaded = list(in_force_lines(InForce(LAW, True, "eea.csv, line 3"), t))
    assert loaded[0] != lines[0]
    assert loaded[-1].endswith("eea.csv, line 3.")
