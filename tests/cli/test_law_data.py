"""The verbs of the law data, called as the command line calls them, on real files."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from ropa_app.cli import law_data, run
from ropa_app.i18n import LANGUAGES, translator
from ropa_app.services import creating
from ropa_app.services.law_data import in_force
from tests.law_packs import LATER, changed_files, pack_file, without_denmark


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return creating.create_example(tmp_path / "velux.ropa", "Kari")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return without_denmark(tmp_path / "pack.zip")


def is_loaded(file: Path) -> bool:
    register = creating.open_register(file, "Kari", read_only=True)
    found = in_force(register.file).is_loaded
    register.close()
    return found


def ropa(*arguments: object) -> int:
    return run([str(one) for one in arguments], "nb", lambda _t: 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_show_tells_what_counts(file, capsys, language):
    law_data.show(translator(language), file)
    told = capsys.readouterr().out
    assert "SHA-256 " in told
    assert "22" in told.splitlines()[1]
    assert "{" not in told


def test_load_tells_what_changes_and_keeps_the_pack(file, pack, capsys):
    law_data.load(translator("nb"), file, pack, only_compare=True, by=None)
    assert "Danmark" in capsys.readouterr().out
    assert not is_loaded(file)
    law_data.load(translator("nb"), file, pack, only_compare=False, by="Ola")
    assert "Lastet inn" in capsys.readouterr().out
    assert is_loaded(file)
    law_data.show(translator("nb"), file)
    assert capsys.readouterr().out.startswith("Lastet inn i dette registeret\nKontrollert 23.11.2026\n")
    register = creating.open_register(file, "Kari", read_only=True)
    head = register.file.head()
    assert head is not None
    assert (head.step.who, head.step.details["name"]) == ("Ola", LATER)
    register.close()


def test_an_older_pack_is_refused_in_one_sentence(file, tmp_path, capsys):
    older = pack_file(tmp_path / "old.zip", "2026-11-01")
    assert ropa("lawdata", "load", file, older) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("ropa: Dette regelverket ble kontrollert 01.11.2026.")
    assert told.err.count("\n") == 1


def test_a_pack_is_made_of_a_folder_and_loads(file, tmp_path, capsys):
    folder = tmp_path / "legal"
    folder.mkdir()
    for name, content in changed_files().items():
        (folder / name).write_bytes(content)
    assert ropa("lawdata", "pack", folder, "-o", tmp_path / "made.zip") == 0
    assert "SHA-256 " in capsys.readouterr().out
    assert ropa("lawdata", "load", file, tmp_path / "made.zip") == 0
    assert is_loaded(file)


def test_documents_are_judged_by_what_was_loaded(file, pack, tmp_path, capsys):
    assert ropa("lawdata", "load", file, pack) == 0
    for document in ("register", "statement"):
        target = tmp_path / f"{document}.pdf"
        assert ropa("export", document, file, "-o", target) == 0
        about = PdfReader(target).metadata
        keywords = str(about["/Keywords"]) if about else ""
        assert keywords.startswith(f"Regelverk per {LATER} SHA-256 ")
        assert len(keywords.split()[-1]) == 64
    capsys.readouterr()
