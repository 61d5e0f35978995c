"""The user's choices outlive the program, in a file of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from ropa_app.gui.settings import EXPORTS_LIMIT, RECENT_LIMIT, Settings


@pytest.fixture
def ini(tmp_path: Path) -> Path:
    return tmp_path / "choices.ini"


def reopened(settings: Settings) -> Settings:
    assert settings.sync()
    return Settings(settings.path)


def test_nothing_is_chosen_at_first(ini):
    settings = Settings(ini)
    assert settings.language is None
    assert settings.document_language is None
    assert settings.appearance == "system"
    assert settings.author == ""
    assert settings.recent_files == []
    assert settings.last_folder is None
    assert settings.geometry.isEmpty()
    assert settings.columns("activities").isEmpty()
    assert settings.splitter("activities") == []


def test_choices_outlive_the_program(ini, tmp_path):
    settings = Settings(ini)
    settings.language = "nn"
    settings.document_language = "en"
    settings.appearance = "dark"
    settings.author = "  Åse Ødegård, rådgiver "
    settings.last_folder = tmp_path
    again = reopened(settings)
    assert again.path == ini
    assert (again.language, again.document_language, again.appearance) == ("nn", "en", "dark")
    assert again.author == "Åse Ødegård, rådgiver"
    assert again.last_folder == tmp_path


def test_places_and_sizes_outlive_the_program(ini):
    settings = Settings(ini)
    settings.geometry = QByteArray(b"\x01\x00\xff;=,")
    settings.set_columns("activities", QByteArray(b"\x00\xffcolumns"))
    settings.set_splitter("activities", [346, 784])
    again = reopened(settings)
    assert again.geometry.data() == b"\x01\x00\xff;=,"
    assert again.columns("activities").data() == b"\x00\xffcolumns"
    assert again.columns("systems").isEmpty()
    assert again.splitter("activities") == [346, 784]


def test_files_opened_last_stand_newest_first_and_only_once(ini, tmp_path):
    settings = Settings(ini)
    for name in ["a, b.ropa", "ærlig = 1.ropa", "a, b.ropa"]:
        settings.remember_file(tmp_path / name)
    again = reopened(settings)
    assert again.recent_files == [tmp_path / "a, b.ropa", tmp_path / "ærlig = 1.ropa"]
    again.forget_file(tmp_path / "a, b.ropa")
    assert again.recent_files == [tmp_path / "ærlig = 1.ropa"]
    again.forget_files()
    assert again.recent_files == []


def test_the_list_of_files_has_an_end(ini, tmp_path):
    settings = Settings(ini)
    for number in range(RECENT_LIMIT + 5):
        settings.remember_file(tmp_path / f"{number}.ropa")
    assert len(settings.recent_files) == RECENT_LIMIT
    assert settings.recent_files[0].name == f"{RECENT_LIMIT + 4}.ropa"


def test_damaged_values_read_as_not_chosen(ini):
    ini.write_text(
        "[window]\nlanguage=klingon\nappearance=pink\ngeometry=a, b\n"
        "[splitter]\nactivities=12 x\n[files]\nfolder=/nowhere/at/all\n",
        "utf-8",
    )
    settings = Settings(ini)
    assert settings.language is None
    assert settings.appearance == "system"
    assert settings.geometry.isEmpty()
    assert settings.splitter("activities") == []
    assert settings.last_folder is None


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "folder.ini").mkdir()
    settings = Settings(tmp_path / "folder.ini")
    settings.author = "Kari"
    assert not settings.sync()


def test_exports_are_kept_for_each_register(ini):
    settings = Settings(ini)
    assert settings.export_choices("a") == ""
    settings.keep_export_choices("a", '{"x": "æ, \\"="}')
    settings.keep_export_choices("b/c d", "{}")
    again = reopened(settings)
    assert again.export_choices("a") == '{"x": "æ, \\"="}'
    assert again.export_choices("b/c d") == "{}"
    assert again.export_choices("b") == ""


def test_the_register_exported_longest_ago_is_forgotten(ini):
    settings = Settings(ini)
    for number in range(EXPORTS_LIMIT):
        settings.keep_export_choices(str(number), "{}")
    settings.keep_export_choices("0", "again")
    settings.keep_export_choices("new", "{}")
    again = reopened(settings)
    assert again.export_choices("0") == "again"
    assert again.export_choices("1") == ""
    assert again.export_choices("2") == "{}"
    assert ini.read_text("utf-8").count("={}") == EXPORTS_LIMIT - 1
