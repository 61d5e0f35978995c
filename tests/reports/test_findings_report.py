"""The report on findings as a whole: read and approved in three languages, internal on every page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal.checks import Severity
from ropa_app.reports.findings_report import findings_report
from ropa_app.reports.page_text import as_text
from ropa_app.reports.pdf import write_pdf
from ropa_app.reports.wording import NBSP
from tests.reports.golden import assert_golden
from tests.reports.scenes import edition, velux
from tests.samples.found import accepted, findings, found_in
from tests.samples.small_registers import empty

MARK = {"nb": "Internt arbeidsdokument", "nn": "Internt arbeidsdokument", "en": "Internal working paper"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_reads_as_approved(language: Language) -> None:
    text = as_text(findings(language)(velux())).replace(NBSP, " ")
    assert_golden(f"findings-{language}", text)
    assert MARK[language] in text.splitlines()[3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_that_it_is_internal(language: Language) -> None:
    target = BytesIO()
    write_pdf(findings(language)(velux()), target)
    pages = [page.extract_text() for page in PdfReader(target).pages]
    assert len(pages) > 5
    assert all(MARK[language] in page for page in pages)


def test_the_same_findings_give_the_same_bytes() -> None:
    first, second = BytesIO(), BytesIO()
    write_pdf(findings("nb")(accepted()), first)
    write_pdf(findings("nb")(accepted()), second)
    assert first.getvalue() == second.getvalue()


def test_accepted_findings_stand_apart_with_reason_name_and_end() -> None:
    text = as_text(findings("nb")(accepted())).replace(NBSP, " ")
    still_open, told = text.split("## Godtatte funn {#accepted}")
    assert "Avklares med leverandøren før jul." not in still_open
    assert "Avklares med leverandøren før jul. | Av Kari Nordmann, personvernombud" in told
    assert "Den 01.10.2026 / Åpent igjen fra 01.01.2027" in told
    assert "Ikke oppgitt" in told
    assert "Uten sluttdato" in told


def test_counts_agree_with_what_is_listed() -> None:
    found = found_in(accepted(), "en")
    text = as_text(findings_report(found, "en", edition()))
    for severity in Severity:
        rules = {one.id for one in found.rules if one.severity is severity}
        is_open = [one for one in found.rows if one.rule in rules and not one.accepted]
        kept = [one for one in found.rows if one.rule in rules and one.accepted]
        behind = len({one.rule for one in is_open})
        assert f"| **{found.severities[severity]}** | {len(is_open)} | {behind} | {len(kept)} |" in text


def test_rules_that_were_asked_are_told_once_each() -> None:
    found = found_in(velux(), "nb")
    text = as_text(findings("nb")(velux()))
    for one in found.rules:
        heading, row = f"### {one.id} ", f"| {one.id} / "
        assert text.count(heading) + text.count(row) == 1, one.id


def test_the_law_data_are_named_by_day_and_whole_digest() -> None:
    digest = "5d" * 32
    report = findings_report(found_in(empty(), "nb"), "nb", replace(edition(), law_digest=digest))
    text = as_text(report).replace(NBSP, " ")
    assert f"Kontrollert mot kildene 01.11.2026 / SHA-256 {digest}" in text


def test_rules_of_a_later_law_are_counted_as_not_asked() -> None:
    found = replace(found_in(empty(), "en"), not_asked=2)
    text = as_text(findings_report(found, "en", edition()))
    assert "2 rules were not asked, since their law did not hold on that day." in text
