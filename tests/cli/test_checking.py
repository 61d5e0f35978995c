"""The verb `check`: text for people, JSON for programs, a status that says whether errors are open."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from ropa_app.cli import checking
from ropa_app.i18n import LANGUAGES, Language, translator
from ropa_app.services import creating

KEYS = {"rule", "severity", "article", "kind", "id", "reference", "field", "message", "accepted"}
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def velux(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return creating.create_example(tmp_path_factory.mktemp("check") / "velux.ropa", "DPO")


def test_programs_get_every_finding_with_its_keys(velux: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checking.check(translator("nb"), velux, DAY, "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert all(set(one) == KEYS for one in found)
    number = next(one for one in found if one["rule"] == "R-ORG-02")
    assert number["reference"] == "organisation"
    assert (number["severity"], number["field"], number["accepted"]) == ("warning", "org_number", False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_get_sentences_without_slots(
    velux: Path, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    checking.check(translator(language), velux, DAY, "text")
    printed = capsys.readouterr().out
    assert "{" not in printed
    first = {"nb": "Feil (", "nn": "Feil (", "en": "Error ("}[language]
    assert printed.startswith(first)
    assert {"nb": "Per 22.11.2026: feil: ", "nn": "Per 22.11.2026: feil: ", "en": "As of 22"}[
        language
    ] in printed


def test_a_day_before_a_law_does_not_know_it(velux: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checking.check(translator("nb"), velux, date(2018, 7, 31), "json")
    early = {one["rule"] for one in json.loads(capsys.readouterr().out)}
    checking.check(translator("nb"), velux, DAY, "json")
    late = {one["rule"] for one in json.loads(capsys.readouterr().out)}
    assert "R-STM-17" in late - early


@pytest.mark.parametrize("language", LANGUAGES)
def test_legal_gets_the_findings_as_pdf(
    velux: Path, language: Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "funn.pdf"
    assert checking.check(translator(language), velux, DAY, "text", target) == 1
    assert str(target) in capsys.readouterr().out
    pages = [page.extract_text() for page in PdfReader(target).pages]
    mark = {"nb": "Internt arbeidsdokument", "nn": "Internt arbeidsdokument", "en": "Internal working paper"}
    assert all(mark[language] in page for page in pages)
    assert "VELUX Norge AS" in pages[0]


def test_a_register_without_errors_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = creating.create_register(tmp_path / "ny.ropa", "Prøveverket AS", "DPO", language="nb")
    status = checking.check(translator("nb"), path, DAY, "json")
    severities = {one["severity"] for one in json.loads(capsys.readouterr().out)}
    assert status == (1 if "error" in severities else 0)
