"""The small pieces that all sections are made of."""

from __future__ import annotations

import pytest

from ropa_app.reports.page_model import Run, link, secondary
from ropa_app.reports.statement.context import closed, emphasised, linked, section_anchor, section_number


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ((Run("Vi ringer"),), "Vi ringer."),
        ((Run("Vi ringer."),), "Vi ringer."),
        ((Run("Ringer vi?"),), "Ringer vi?"),
        ((Run("We call"), secondary(" (English)")), "We call (English)."),
        ((Run("Write to "), link("a@b.no", "mailto:a@b.no")), "Write to a@b.no."),
        ((), ""),
    ],
)
def test_sentences_are_closed_once(runs: tuple[Run, ...], text: str) -> None:
    assert "".join(run.text for run in closed(runs)) == text


def test_a_full_stop_is_no_part_of_a_link() -> None:
    assert closed((link("a@b.no", "mailto:a@b.no"),))[-1] == Run(".")


def test_addresses_in_running_text_are_links() -> None:
    found = linked((Run("Skriv til a@b.no, eller se https://b.no/personvern. Takk @alle."),))
    assert [(run.text, run.link) for run in found if run.link] == [
        ("a@b.no", "mailto:a@b.no"),
        ("https://b.no/personvern", "https://b.no/personvern"),
    ]
    assert "".join(run.text for run in found) == (
        "Skriv til a@b.no, eller se https://b.no/personvern. Takk @alle."
    )


def test_the_same_address_twice_is_a_link_twice() -> None:
    assert [run.link for run in linked((Run("a@b.no a@b.no"),)) if run.link] == ["mailto:a@b.no"] * 2


def test_emphasis_leaves_the_name_of_a_language() -> None:
    assert [run.bold for run in emphasised((Run("Sell"), secondary(" (English)")))] == [True, False]


def test_sections_are_numbered_by_their_codes() -> None:
    assert section_number("04-recipients") == "4"
    assert section_anchor("00-summary") == "section-0"
