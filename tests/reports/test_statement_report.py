"""The statement as a whole: golden texts of the example, draft and final, empty registers, languages."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from ropa_app.domain.entities.statements import PublishedStatement, StatementText
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.values import RecordId, Text
from ropa_app.i18n import LANGUAGES, Language, translator
from ropa_app.legal import shipped
from ropa_app.reports.page_text import as_text
from ropa_app.reports.pdf import write_pdf
from ropa_app.reports.statement_report import PrintedStatement, Said, statement_report
from tests.reports.golden import assert_golden
from tests.reports.scenes import edition, velux
from tests.reports.statement.statements import FINAL, counting, public, purpose, statement, text

NUMBERS = {"0", *map(str, range(1, 15))}


def _velux(language: Language = "nb") -> PrintedStatement:
    return statement_report(velux(), language, shipped(), edition())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_reads_as_approved(language: Language) -> None:
    assert_golden(f"statement-velux-{language}", as_text(_velux(language).document))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_is_there_in_order(language: Language) -> None:
    printed = as_text(_velux(language).document)
    assert re.findall(r"^## .*\{#section-(\d+)\}$", printed, re.MULTILINE) == [str(n) for n in range(15)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_filled(language: Language) -> None:
    printed = as_text(_velux(language).document)
    assert re.findall(r"\{(?!page\}|pages\}|#|nb-NO|nn-NO|en-GB)\w*\}", printed) == []
    assert "\x00" not in printed


def test_a_draft_says_so_in_title_head_and_on_every_page() -> None:
    document = statement(public(), purpose("6-1-b")).document
    assert document.title == "Personvernerklæring (utkast), Prøveverket AS"
    assert document.short_name == "Personvernerklæring (utkast)"
    assert document.draft == "Utkast"
    assert "Arbeidsutkast" in document.footer


def test_a_final_statement_says_nowhere_that_it_is_a_draft() -> None:
    made = statement(public(), purpose("6-1-b"), final=FINAL)
    printed = as_text(made.document).casefold()
    assert "utkast" not in printed
    assert made.document.draft == ""
    assert made.document.footer == "Publisert 01.12.2026"
    assert FINAL.place.casefold() not in printed
    assert FINAL.reason.casefold() not in printed


def test_a_final_statement_of_a_version_names_it() -> None:
    made = statement(public(), purpose("6-1-b"), final=FINAL, version=3)
    assert made.document.footer == "Versjon 3, publisert 01.12.2026"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_register_has_a_statement_too(language: Language) -> None:
    made = statement_report(RecordsInMemory([]), language, shipped(), edition())
    printed = as_text(made.document)
    assert translator(language)("The organisation") in printed
    assert {gap.item for gap in made.gaps} == {"controller", "dpo", "purposes", "rights", ""}
    said = {one.item: one.said for one in made.items}
    assert said["complaint"] is Said.SAID
    assert said["transfers"] is Said.NOT_APPLICABLE


def test_only_public_activities_that_go_on_are_told() -> None:
    records = [
        public("1", "Salg"),
        public("2", "Avviklet", status="ended"),
        public("3", "Intern", owner="Kari"),
    ]
    hidden = [type(records[2])(id=records[2].id, reference="3", title=records[2].title)]
    printed = text(*records[:2], *hidden)
    assert "Salg" in printed
    assert "Avviklet" not in printed
    assert "Intern" not in printed


def test_a_missing_language_falls_back_and_says_so() -> None:
    own = StatementText(id=RecordId("own"), section="10-security", text=Text(nb="Vi låser dørene."))
    printed = text(own, language="en")
    assert "{nb-NO: Vi låser dørene.} (bokmål)" in printed


def test_links_lead_to_something_in_the_document(tmp_path: Path) -> None:
    for language in LANGUAGES:
        report = write_pdf(_velux(language).document, tmp_path / f"{language}.pdf")
        assert report.unknown_anchors == ()
        assert report.missing_glyphs == ()
        pages = PdfReader(tmp_path / f"{language}.pdf").pages
        mark = translator(language).context("statement", "Draft")
        assert all(mark in page.extract_text() for page in pages)


def test_the_same_register_gives_the_same_statement() -> None:
    assert as_text(_velux().document) == as_text(_velux().document)


def test_gaps_count_the_places_on_the_page() -> None:
    made = _velux()
    words = translator("nb")("Not settled")
    assert as_text(made.document).count(f"**{words}**") + 4 == len(made.gaps)
    assert {gap.section for gap in made.gaps} <= NUMBERS
    assert all(gap.label for gap in made.gaps)


def test_a_draft_has_no_publication() -> None:
    with pytest.raises(ValueError, match="draft"):
        statement().published_records(counting())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_ours_on_the_page_is_not_vague(language: Language) -> None:
    bases = ("6-1-a", "6-1-b", "6-1-c", "6-1-d", "6-1-e", "6-1-f")
    asked = purpose(*bases, marketing_channels=("email",))
    made = statement(public(), asked, final=FINAL, language=language)
    published = made.published_records(counting())[0]
    assert isinstance(published, PublishedStatement)
    assert published.phrases == ()
    assert published.terms == ()


def test_the_day_is_that_of_the_edition() -> None:
    assert statement(day=date(2030, 1, 2)).document.day == date(2030, 1, 2)
