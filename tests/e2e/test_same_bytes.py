"""The same register gives the same bytes, whoever exports it, where and when."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.programs import ropa

DOCUMENTS = [("register", "nb"), ("register", "nn"), ("register", "en")]
DOCUMENTS += [("statement", "nb"), ("statement", "nn"), ("statement", "en")]
ELSEWHERE = {"TZ": "Asia/Tokyo", "LC_ALL": "nn_NO.UTF-8", "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": "77"}


@pytest.fixture(scope="module")
def velux(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("same") / "velux.ropa"
    ropa("example", path, "--by", "Kari")
    return path


def export(velux: Path, target: Path, document: str, language: str, before: tuple[str, ...] = ()) -> bytes:
    target.parent.mkdir(exist_ok=True)
    arguments = ("export", document, velux, "-o", target.name, "--language", language)
    ropa(*arguments, before=before, cwd=target.parent, environment=ELSEWHERE if before else None)
    return target.read_bytes()


@pytest.mark.parametrize(("document", "language"), DOCUMENTS)
def test_documents_elsewhere(velux: Path, tmp_path: Path, document: str, language: str) -> None:
    here = export(velux, tmp_path / "here" / "a.pdf", document, language)
    there = export(velux, tmp_path / "et annet sted" / "b.pdf", document, language, before=("env",))
    assert here == there


@pytest.mark.parametrize("suffix", ["html", "txt"])
def test_a_web_page_and_plain_text_elsewhere(velux: Path, tmp_path: Path, suffix: str) -> None:
    here = export(velux, tmp_path / "here" / f"a.{suffix}", "statement", "nb")
    there = export(velux, tmp_path / "et annet sted" / f"b.{suffix}", "statement", "nb", before=("env",))
    assert here == there


@pytest.mark.needs("faketime")
@pytest.mark.parametrize("document", ["register", "statement"])
def test_documents_a_year_later(velux: Path, tmp_path: Path, document: str) -> None:
    now = export(velux, tmp_path / "now" / "a.pdf", document, "nb")
    later = export(velux, tmp_path / "later" / "a.pdf", document, "nb", before=("faketime", "+1 year"))
    assert now == later


def test_json_elsewhere(velux: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here.json", tmp_path / "there.json"
    ropa("export", "json", velux, "-o", here)
    ropa("export", "json", velux, "-o", there, environment=ELSEWHERE)
    assert here.read_bytes() == there.read_bytes()
