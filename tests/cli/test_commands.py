"""The command line as a person uses it: a process, its status, one sentence on stderr."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from ropa_app.cli import VERBS
from ropa_app.i18n import LANGUAGES


def ropa(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ropa_app", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


def done(*arguments: str | Path) -> str:
    run = ropa(*arguments)
    assert (run.stderr, run.returncode) == ("", 0)
    return run.stdout


def refused(*arguments: str | Path, language: str = "nb", status: int = 1) -> str:
    run = ropa(*arguments, "--language", language)
    assert run.returncode == status
    assert run.stdout == ""
    assert run.stderr.startswith("ropa: ")
    assert run.stderr.count("\n") == 1
    assert "Traceback" not in run.stderr
    return run.stderr


@pytest.fixture(scope="module")
def velux(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "velux.ropa"
    done("example", path, "--by", "Kari")
    return path


def text_of(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages).replace("\xa0", " ")


def test_from_nothing_to_an_approved_version(tmp_path: Path) -> None:
    path = tmp_path / "ny.ropa"
    done("new", path, "--name", "Prøveverket AS", "--by", "Kari")
    assert json.loads(done("info", path, "--json"))["version"] is None
    assert "1" in done("approve", path, "--by", "Kari", "--note", "Første")
    facts = json.loads(done("info", path, "--json"))
    assert (facts["organisation"], facts["version"], facts["approved"]) == ("Prøveverket AS", 1, True)
    refused("approve", path, "--by", "Kari", "--note", "Igjen")
    done("export", "register", path, "-o", tmp_path / "v1.pdf", "--page-version", "1")
    refused("export", "register", path, "-o", tmp_path / "v2.pdf", "--page-version", "2")
    assert not (tmp_path / "v2.pdf").exists()


def test_info_counts(velux: Path) -> None:
    facts = json.loads(done("info", velux, "--json"))
    assert facts["counts"]["activity"] == 13
    assert "13" in done("info", velux)


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_documents_in_each_language(velux: Path, tmp_path: Path, language: str) -> None:
    for document in ("register", "statement"):
        target = tmp_path / f"{document}.pdf"
        done("export", document, velux, "-o", target, "--language", language)
        assert "VELUX Norge AS" in text_of(target)


def test_the_day_is_printed(velux: Path, tmp_path: Path) -> None:
    target = tmp_path / "r.pdf"
    done("export", "register", velux, "-o", target, "--date", "2018-07-31", "--language", "nb")
    assert "31.07.2018" in text_of(target)


def test_a_register_of_some_parts_and_activities(velux: Path, tmp_path: Path) -> None:
    target = tmp_path / "extract.pdf"
    chosen = ("--audience", "internal", "--parts", "overview, sheets", "--activities", "1.3,2.1", "--wide")
    done("export", "register", velux, "-o", target, *chosen, "--language", "nb")
    text = text_of(target)
    assert "Intern kopi" in text
    assert "Kunder og mulige kunder" in text
    assert "Nyhetsbrev og markedsføring" not in text
    assert max(float(page.mediabox.width) for page in PdfReader(target).pages) > 1000
    whole = tmp_path / "whole.pdf"
    done("export", "register", velux, "-o", whole, "--language", "nb")
    assert "Intern kopi" not in text_of(whole)
    assert max(float(page.mediabox.width) for page in PdfReader(whole).pages) < 1000


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_parts_and_activities_are_refused(velux: Path, tmp_path: Path, language: str) -> None:
    export = ("export", "register", velux, "-o", tmp_path / "x.pdf")
    parts = refused(*export, "--parts", "overview,annex", language=language, status=2)
    assert "annex" in parts
    assert "history" in parts
    assert "77" in refused(*export, "--activities", "1.3,77", language=language)
    refused(*export, "--audience", "public", language=language, status=2)
    assert list(tmp_path.iterdir()) == []
    assert "overview, sheets, flow" in " ".join(
        done("export", "register", "--help", "--language", language).split()
    )


def test_an_assessment_is_printed_as_an_annex(tmp_path: Path) -> None:
    path, target = tmp_path / "many.ropa", tmp_path / "vedlegg.pdf"
    done("example", path, "--activities", "6", "--by", "Kari")
    printed = ("export", "assessment", path, "V1", "-o", target, "--date", "2026-11-22")
    done(*printed, "--language", "nb")
    assert "V1 " in text_of(target)
    assert "Intern kopi" not in text_of(target)
    done(*printed, "--language", "nb", "--audience", "internal")
    assert "Intern kopi" in text_of(target)
    unknown = refused("export", "assessment", path, "V77", "-o", tmp_path / "no.pdf")
    assert unknown == "ropa: Protokollen har ingen vurdering med referansen V77.\n"
    assert not (tmp_path / "no.pdf").exists()


def test_characters_without_a_glyph_are_told_on_stderr(velux: Path, tmp_path: Path) -> None:
    made, again = tmp_path / "v.json", tmp_path / "v.ropa"
    done("export", "json", velux, "-o", made)
    made.write_text(made.read_text("utf-8").replace("Kunder og mulige kunder", "Kunder \U0001f984"), "utf-8")
    done("import", "json", made, "-o", again)
    run = ropa("export", "register", again, "-o", tmp_path / "r.pdf", "--language", "nb")
    assert run.returncode == 0
    assert "\U0001f984" in run.stderr
    assert run.stdout.count("\n") == 1


def test_json_there_and_back(velux: Path, tmp_path: Path) -> None:
    first, again, second = tmp_path / "1.json", tmp_path / "2.ropa", tmp_path / "2.json"
    done("export", "json", velux, "-o", first)
    done("import", "json", first, "-o", again)
    done("export", "json", again, "-o", second)
    assert first.read_bytes() == second.read_bytes()
    refused("import", "json", first, "-o", again)
    identity = [json.loads(done("info", one, "--json"))["identity"] for one in (velux, again)]
    assert identity[0] == identity[1]


def test_a_final_statement_is_recorded(tmp_path: Path) -> None:
    path, target = tmp_path / "v.ropa", tmp_path / "s.pdf"
    done("example", path)
    final = ("export", "statement", path, "-o", target, "--final")
    refused(*final)
    refused(*final, "--published", "2026-12-01", "--place", "velux.no")
    assert not target.exists()
    before = json.loads(done("info", path, "--json"))["counts"]["published_statement"]
    done(*final, "--published", "2026-12-01", "--place", "velux.no", "--reason", "Avklares i januar")
    facts = json.loads(done("info", path, "--json"))
    assert facts["counts"]["published_statement"] == before + 1
    assert "In order" not in done("verify", path, "--language", "nb")


def test_a_synthetic_register_has_its_size(tmp_path: Path) -> None:
    path = tmp_path / "s.ropa"
    done("example", path, "--activities", "25", "--seed", "3")
    assert json.loads(done("info", path, "--json"))["counts"]["activity"] == 25


def test_an_altered_register_is_neither_told_nor_printed(velux: Path, tmp_path: Path) -> None:
    path = tmp_path / "altered.ropa"
    data = velux.read_bytes()
    path.write_bytes(data.replace(b"Gjerdrumsvei 10 D", b"Gjerdrumsvei 11 D"))
    assert path.read_bytes() != data
    assert ropa("verify", path).returncode == 1
    refused("info", path)
    refused("export", "register", path, "-o", tmp_path / "x.pdf")
    refused("export", "json", path, "-o", tmp_path / "x.json")
    assert [one.name for one in tmp_path.iterdir()] == ["altered.ropa"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path, language: str) -> None:
    foreign = tmp_path / "foreign.ropa"
    foreign.write_text("hello")
    sentences = [
        refused("info", tmp_path / "gone.ropa", language=language),
        refused("info", foreign, language=language),
        refused("import", "json", foreign, "-o", tmp_path / "x.ropa", language=language),
        refused("export", "register", language=language, status=2),
        refused("export", "nothing", language=language, status=2),
        refused("new", tmp_path / "x.ropa", language=language, status=2),
        refused("info", foreign, "--nothing", language=language, status=2),
        refused("export", "register", foreign, "-o", "x", "--date", "31.7.2018", language=language, status=2),
    ]
    assert len(set(sentences)) == len(sentences)


def test_help_speaks_the_language() -> None:
    texts = {language: done("--help", "--language", language) for language in LANGUAGES}
    assert len(set(texts.values())) == len(LANGUAGES)
    for verb in VERBS:
        assert all(verb in text for text in texts.values())
    assert "Bruk" in texts["nb"]
    for verb in ("new", "example", "info", "approve", "verify", "self-test"):
        assert "--language" in done(verb, "--help")


def test_the_language_follows_the_locale() -> None:
    assert ropa("--help", LC_ALL="nn_NO.UTF-8").stdout == done("--help", "--language", "nn")
    assert ropa("--help", LC_ALL="de_DE.UTF-8").stdout == done("--help", "--language", "nb")


def test_the_self_test_passes() -> None:
    assert done("self-test")


def test_a_statement_is_written_in_the_format_that_is_asked_for(velux: Path, tmp_path: Path) -> None:
    page, text, named = tmp_path / "s.html", tmp_path / "s.txt", tmp_path / "s.out"
    for target in (page, text):
        done("export", "statement", velux, "-o", target)
    done("export", "statement", velux, "-o", named, "--format", "html")
    assert page.read_bytes() == named.read_bytes()
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert text.read_text("utf-8").startswith("Utkast\n")
    assert "--format" in refused("export", "statement", velux, "-o", page, "--format", "docx", status=2)
