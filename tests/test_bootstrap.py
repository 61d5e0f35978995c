from __future__ import annotations

import gc
from pathlib import Path

import pytest

from ropa_app import bootstrap


@pytest.fixture(autouse=True)
def no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_the_language_asked_for_comes_first(no_settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    settings = no_settings / "ropa" / "ropa.ini"
    settings.parent.mkdir()
    settings.write_text("[window]\nlanguage=nn\n", "utf-8")
    assert bootstrap.language_of(["info", "x", "--language", "nb"]) == "nb"
    assert bootstrap.language_of(["--language=en", "info", "x"]) == "en"
    assert bootstrap.language_of(["info", "x"]) == "nn"
    settings.unlink()
    assert bootstrap.language_of(["info", "x"]) == "en"
    monkeypatch.setenv("LC_ALL", "no_NO")
    assert bootstrap.language_of([]) == "nb"
    monkeypatch.setenv("LC_ALL", "de_DE")
    assert bootstrap.language_of([]) == "nb"


def test_damaged_settings_do_not_matter(no_settings: Path) -> None:
    settings = no_settings / "ropa" / "ropa.ini"
    settings.parent.mkdir()
    for content in (b"\xff\xfe\x00", b"[window\nlanguage=nn", b"language=nn"):
        settings.write_bytes(content)
        assert bootstrap.language_of([]) == "nb"


@pytest.mark.parametrize("arguments", [["a.ropa", "b.ropa"], ["a.ropa", "--nothing"]])
def test_a_window_opens_on_one_file(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.window(arguments) == 2
    assert capsys.readouterr().err.startswith("ropa: ")


def test_verbs_and_options_go_to_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["--version"]) == 0
    assert bootstrap.main(["info"]) == 2
    assert "--help" in capsys.readouterr().err


def test_a_verb_does_not_look_for_rubbish_all_the_time() -> None:
    before = gc.get_threshold()
    try:
        bootstrap.main(["--version"])
        assert gc.get_threshold()[0] > 10 * 700
    finally:
        gc.set_threshold(*before)


def test_a_picture_of_the_window(no_settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")  # Qt warns of any other encoding
    from ropa_app.services import creating

    path = creating.create_example(no_settings / "velux.ropa", "Kari")
    picture = no_settings / "window.png"
    assert bootstrap.main([str(path), "--picture", str(picture)]) == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
