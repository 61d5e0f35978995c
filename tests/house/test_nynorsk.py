"""Nynorsk is nynorsk: no word that only bokmål has, in the catalogue, the tables of law or the example."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from functools import cache

import catalogues

from tests.house import tree

_RESOURCES = tree.ROOT / "resources"


@cache
def _instead() -> dict[str, str]:
    """Return what nynorsk says instead of each bokmål word."""
    with (tree.ROOT / "tests" / "data" / "nynorsk_words.csv").open(encoding="utf-8", newline="") as file:
        return {row["bokmaal"]: row["nynorsk"] for row in csv.DictReader(file, delimiter="|")}


@cache
def _bokmal_words() -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(map(re.escape, _instead())) + r")\b", re.IGNORECASE)


def _wrong(text: str) -> list[str]:
    found = (match.group() for match in _bokmal_words().finditer(text))
    return [f"{word} -> {_instead()[word.lower()]}: {text}" for word in found]


def _of_the_catalogue() -> Iterator[str]:
    for message in catalogues.texts(catalogues.read("nn")):
        yield from message.string if isinstance(message.string, (tuple, list)) else (message.string or "",)


def _of_the_tables() -> Iterator[str]:
    for path in sorted((_RESOURCES / "legal").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE):
                yield from (text for name, text in row.items() if name == "nn" or name.endswith("_nn"))


def _of_the_examples() -> Iterator[str]:
    for path in sorted((_RESOURCES / "examples").glob("*.json")):
        yield from _values_of_nn(json.loads(path.read_text("utf-8")))


def _values_of_nn(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            if key == "nn" and isinstance(below, str):
                yield below
            yield from _values_of_nn(below)
    elif isinstance(value, list):
        for below in value:
            yield from _values_of_nn(below)


def _check(texts: list[str], at_least: int) -> None:
    assert len(texts) >= at_least
    assert [complaint for text in texts for complaint in _wrong(text)] == []


def test_the_word_list_finds_bokmal() -> None:
    assert len(_instead()) > 100
    assert _wrong("Hvilke opplysninger behandles ikke?") != []


def test_the_catalogue_is_nynorsk() -> None:
    _check(list(_of_the_catalogue()), at_least=400)


def test_the_tables_of_law_are_nynorsk() -> None:
    _check(list(_of_the_tables()), at_least=200)


def test_the_example_is_nynorsk() -> None:
    _check(list(_of_the_examples()), at_least=50)
