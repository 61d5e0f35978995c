"""The wheel holds all that the program needs: it is built, installed apart from the checkout, and run."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import catalogues
import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of the checkout as it stands."""
    catalogues.compile_all()
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a fresh environment that borrows only the packages it depends on."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    offline = ["--no-index", "--no-deps", "--disable-pip-version-check", "--quiet"]
    subprocess.run([str(python), "-m", "pip", "install", *offline, str(wheel)], check=True)
    purelib = sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)})
    # Added last and not processed as a site folder, so that no path file of the checkout counts.
    (Path(purelib) / "zz_borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder


def _run(installed: Path, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [str(installed / "bin" / command[0]), *command[1:]],
        cwd=folder, env=clean, capture_output=True, text=True, encoding="utf-8", timeout=120,
    )  # fmt: skip


def test_the_wheel_holds_package_data_and_catalogues(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    languages = {f"ropa_app/translations/{code}/LC_MESSAGES/ropa_app.mo" for code in catalogues.LANGUAGES}
    resources = {
        f"ropa_app/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert languages <= names
    assert resources <= names
    assert "ropa_app/py.typed" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"ropa_app"}
    assert not [name for name in names if name.endswith((".po", ".pyc"))]


def test_the_installed_program_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = _run(installed, tmp_path, "python", "-c", "import ropa_app; print(ropa_app.__file__)")
    assert where.returncode == 0, where.stderr
    assert Path(where.stdout.strip()).is_relative_to(installed)


def test_the_installed_program_tests_itself(installed: Path, tmp_path: Path) -> None:
    result = _run(installed, tmp_path, "ropa", "self-test")
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stderr == ""


def test_the_program_starts_as_a_module(installed: Path, tmp_path: Path) -> None:
    result = _run(installed, tmp_path, "python", "-m", "ropa_app", "--help")
    assert result.returncode == 0, result.stderr
    assert "self-test" in result.stdout


def test_every_entry_point_is_there(installed: Path) -> None:
    assert (installed / "bin" / "ropa").exists()
    assert (installed / "bin" / "ropa-app").exists()
    assert sys.version_info >= (3, 11)
