from __future__ import annotations

import pytest
from setup import system_libraries


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libX11.so.6", "libx11-6"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libstdc++.so.6", "libstdc++6"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ],
)
def test_the_package_follows_from_the_library(
    library: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_libraries, "_is_known", lambda name: not name.endswith("t64"))
    assert system_libraries.package_of(library) == package
    monkeypatch.setattr(system_libraries, "_is_known", lambda name: True)
    assert system_libraries.package_of(library) == f"{package}t64"


def test_a_complaint_names_a_library_and_brings_its_companions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "_is_known", lambda name: not name.endswith("t64"))
    drawing = system_libraries.packages_for("ImportError: libEGL.so.1: cannot open shared object file")
    assert {"libegl1", "libfontconfig1"} <= drawing
    window = system_libraries.packages_for("OSError: libxcb-cursor.so.0: cannot open shared object file")
    assert {"libxcb-cursor0", "libxkbcommon-x11-0"} <= window


def test_another_complaint_names_no_package() -> None:
    assert system_libraries.packages_for("ModuleNotFoundError: No module named 'PySide6'") == set()


def test_nothing_is_missing_where_the_tests_run() -> None:
    assert system_libraries._complaint(system_libraries._DRAW, platform="offscreen") is None
