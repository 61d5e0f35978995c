"""The reference validator on what people hand over: PDF/UA-1 and PDF/A-2a, zero failed rules."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests import tools
from tests.e2e.programs import ropa

_MAIN = "org.verapdf.apps.GreenfieldCliWrapper"


def validated(flavour: str, files: list[Path]) -> str:
    """Return what veraPDF says of some files against one profile."""
    command = ["java", "-cp", str(tools.verapdf()), _MAIN, "-f", flavour, "--format", "text", "-v"]
    run = subprocess.run([*command, "--loglevel", "0", *map(str, files)], capture_output=True, text=True)
    return run.stdout


@pytest.mark.needs("verapdf")
@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_documents_of_the_example_pass(tmp_path: Path, flavour: str) -> None:
    register = tmp_path / "velux.ropa"
    ropa("example", register)
    files = []
    for document in ("register", "statement"):
        for language in ("nb", "nn", "en"):
            files.append(tmp_path / f"{document}-{language}.pdf")
            ropa("export", document, register, "-o", files[-1], "--language", language)
    said = validated(flavour, files)
    assert [line for line in said.splitlines() if line.startswith("PASS ")] == [
        f"PASS {one} {flavour}" for one in files
    ], said


@pytest.mark.needs("verapdf")
def test_a_synthetic_register_passes(tmp_path: Path) -> None:
    register, target = tmp_path / "s.ropa", tmp_path / "s.pdf"
    ropa("example", register, "--activities", "40", "--seed", "5")
    ropa("export", "register", register, "-o", target)
    for flavour in ("ua1", "2a"):
        assert validated(flavour, [target]).startswith("PASS ")
