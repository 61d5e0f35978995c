"""Choosing files in the system's dialogs, and names made of words."""

from __future__ import annotations

import pytest

from ropa_app.gui.dialogs.file_dialogs import choose_file, choose_target, file_stem, folder_to_start


def pick(path):
    def act(opened):
        opened.selectFile(str(path))
        opened.accept()

    return act


def test_a_file_is_chosen_and_its_folder_remembered(context, answer, tmp_path):
    folder = tmp_path / "registre"
    folder.mkdir()
    (folder / "a.ropa").write_bytes(b"x")
    context.settings.last_folder = folder
    answer(pick(folder / "a.ropa"))
    assert choose_file(None, context.settings, context.t, "ropa") == folder / "a.ropa"
    assert context.settings.last_folder == folder


def test_leaving_chooses_nothing(context, answer):
    answer(lambda opened: opened.reject())
    assert choose_file(None, context.settings, context.t, "ropa") is None


def test_a_target_gets_the_ending_of_its_kind(context, answer, tmp_path):
    answer(pick(tmp_path / "kopi"))
    assert choose_target(None, context.settings, context.t, "ropa", "x", "Lagre") == tmp_path / "kopi.ropa"


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        (
            ("Behandlingsprotokoll", "VELUX Norge AS", "2026-11-22"),
            "behandlingsprotokoll-velux-norge-as-2026-11-22",
        ),
        (("Åsgård Bær & Frø",), "asgard-baer-fro"),
        (("../../etc/passwd",), "etc-passwd"),
        (("...",), ""),
    ],
)
def test_a_name_is_made_of_words(words, stem):
    assert file_stem(*words) == stem


def test_without_a_folder_it_starts_where_documents_are(settings, tmp_path):
    assert folder_to_start(settings) == tmp_path
    gone = tmp_path / "gone"
    gone.mkdir()
    settings.last_folder = gone
    gone.rmdir()
    assert folder_to_start(settings).is_dir()
