from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ropa_app import paths

ROOT = Path(__file__).resolve().parents[1]


def test_a_checkout_has_its_data_beside_the_package() -> None:
    assert paths.translations() == ROOT / "translations"
    assert paths.resource("legal").is_dir()


def test_a_missing_file_is_named() -> None:
    with pytest.raises(paths.MissingResource, match=r"legal/no-such-table\.csv"):
        paths.resource("legal", "no-such-table.csv")


def test_a_bundle_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "ropa_app" / "resources"
    inside.mkdir(parents=True)
    (inside / "mark.txt").write_text("bundle", encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    paths._folder.cache_clear()
    try:
        assert paths.resource("mark.txt") == inside / "mark.txt"
    finally:
        monkeypatch.undo()
        paths._folder.cache_clear()
    assert paths.resource("legal").is_relative_to(ROOT)
