"""The edition of a document and the foot that names it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ropa_app.i18n import Language
from ropa_app.reports.edition import edition_text, footer, hash_text, law_keyword
from ropa_app.reports.wording import NBSP
from tests.reports.scenes import edition


@pytest.mark.parametrize(
    ("version", "after", "language", "expected"),
    [
        (2, None, "nb", "Versjon 2"),
        (None, 2, "nb", "Arbeidsutkast etter versjon 2"),
        (None, None, "nn", "Arbeidsutkast"),
        (None, 2, "en", "Working draft after version 2"),
    ],
)
def test_the_name_of_an_edition(
    version: int | None, after: int | None, language: Language, expected: str
) -> None:
    made = edition(version=version, after=after)
    assert edition_text(made, language) == expected
    assert made.is_draft is (version is None)


def test_the_foot_names_edition_day_and_history() -> None:
    assert footer(edition(version=2), "nb").replace(NBSP, " ") == (
        "Versjon 2 | 22.11.2026 | Historikk 7f3a 91c2 0b5e"
    )
    assert footer(replace(edition(), history_hash=""), "nb") == "Arbeidsutkast | 22.11.2026"


def test_a_short_hash_is_shown_as_far_as_it_goes() -> None:
    assert hash_text("7f3a9") == f"7f3a{NBSP}9"
    assert hash_text("") == ""


def test_the_properties_of_a_document_name_the_law_data() -> None:
    one = replace(edition(), law_digest="ab" * 32)
    assert law_keyword(one, "nb") == f"Regelverk per 2026-11-01 SHA-256 {'ab' * 32}"
    assert law_keyword(replace(one, law_digest=""), "en") == "Law data as of 2026-11-01"
