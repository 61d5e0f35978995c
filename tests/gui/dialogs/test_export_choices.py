"""Choices are written and read again; what cannot be read was not chosen."""

from __future__ import annotations

import json

import pytest

from ropa_app.domain.values import RecordId
from ropa_app.gui.dialogs.export_choices import MOST_ACTIVITIES, ExportChoices, read, written

PARTS = frozenset({"overview", "sheets", "gaps"})
CHOICES = ExportChoices(
    internal=True,
    language="nn",
    wide=True,
    parts=frozenset({"sheets"}),
    internal_parts=frozenset({"sheets", "gaps"}),
    activities=(RecordId("b"), RecordId("a")),
    statement_language="en",
    form="html",
)


def test_what_is_written_is_read():
    assert read(written(CHOICES, PARTS), PARTS) == CHOICES
    assert read(written(ExportChoices(), PARTS), PARTS) == ExportChoices()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", "null", '"x"', '{"format": 2, "wide": true}', "[" * 9999]
)
def test_a_damaged_text_is_no_choice(text):
    assert read(text, PARTS) == ExportChoices()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("internal", "yes"),
        ("language", "klingon"),
        ("language", 7),
        ("wide", 1),
        ("parts", ["sheets", "annex"]),
        ("parts", "sheets"),
        ("parts", []),
        ("internal_parts", [7]),
        ("activities", "a"),
        ("activities", []),
        ("activities", [7]),
        ("activities", ["a"] * (MOST_ACTIVITIES + 1)),
        ("statement_language", None),
        ("form", "docx"),
        ("form", ["pdf"]),
    ],
)
def test_a_damaged_value_is_not_chosen_and_leaves_the_others(name, value):
    plain = json.loads(written(CHOICES, PARTS)) | {name: value}
    found = read(json.dumps(plain), PARTS)
    assert getattr(found, name) == getattr(ExportChoices(), name)
    others = {one for one in CHOICES.__slots__ if one != name}
    assert {one: getattr(found, one) for one in others} == {one: getattr(CHOICES, one) for one in others}


def test_parts_are_not_chosen_where_there_are_others_now():
    more = PARTS | {"annex"}
    found = read(written(CHOICES, PARTS), more)
    assert (found.parts, found.internal_parts, found.activities) == (None, None, CHOICES.activities)


def test_a_very_long_choice_of_activities_is_not_kept():
    many = ExportChoices(activities=tuple(RecordId(str(one)) for one in range(MOST_ACTIVITIES + 1)))
    assert read(written(many, PARTS), PARTS).activities is None
