"""The paper on a supposition: the question, each group, and the lines of the statement that go and come."""

from __future__ import annotations

import pytest

from ropa_app.i18n import LANGUAGES
from ropa_app.reports.page_model import Document
from ropa_app.reports.page_text import as_text
from ropa_app.reports.what_if_report import Supposed, SupposedGroup, SupposedRow, what_if_report
from tests.reports.scenes import edition

ROWS = (
    SupposedRow("2.2 Nettstatistikk", ("Mister mottakeren Alfa", "En sporing mister leverandøren")),
    SupposedRow("4 Hvem vi deler med", ("1 linje faller bort",), ("Alfa · USA",), ("Ikke fastsatt",)),
)
GROUPS = (
    SupposedGroup("activities", "Aktiviteter", ROWS[:1]),
    SupposedGroup("sections", "Erklæringen", ROWS[1:]),
)
FOUND = Supposed("Prøveverket AS", "Hva om Alfa slutter 01.01.2027?", "1 aktivitet", GROUPS)


def drawn(found: Supposed = FOUND) -> Document:
    return what_if_report(found, "nb", edition())


def test_it_begins_with_the_question_and_the_answer():
    text = as_text(drawn())
    assert text.startswith("title: Hva om Alfa slutter 01.01.2027? Prøveverket AS\n")
    assert "\n# Hva om Alfa slutter 01.01.2027?\n" in text
    assert "\n**1 aktivitet**\n" in text
    assert "foot: Internt arbeidsdokument | " in text


def test_every_group_is_a_table():
    text = as_text(drawn())
    assert "\n## Aktiviteter (1) {#activities}\n(running head: Aktiviteter)\ntable: Aktiviteter\n" in text
    assert "| **2.2 Nettstatistikk** | Mister mottakeren Alfa / En sporing mister leverandøren |" in text


def test_lines_of_the_statement_say_in_words_whether_they_go_or_come():
    told = "1 linje faller bort / Faller bort: {-Alfa · USA-} / Kommer til: {+Ikke fastsatt+}"
    assert f"| **4 Hvem vi deler med** | {told} |" in as_text(drawn())


def test_where_nothing_is_hit_there_is_one_page():
    made = drawn(Supposed("", "Hva om?", "Ingenting ville blitt berørt.", ()))
    parts = tuple(made.parts)
    assert len(parts) == 1
    assert made.organisation == "Virksomheten"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_internal_in_every_language(language):
    made = what_if_report(FOUND, language, edition())
    assert made.footer.startswith("Internal working paper" if language == "en" else "Internt arbeidsdokument")
    assert "{" not in made.subject
