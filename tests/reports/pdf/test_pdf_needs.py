"""The engine could be a library of its own: what it loads, and fonts and colours from elsewhere."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import fields
from io import BytesIO
from pathlib import Path

import pikepdf

from ropa_app.paths import resource
from ropa_app.reports.pdf import FontSet, write_pdf
from tests.reports.pdf import samples

ROOT = Path(__file__).resolve().parents[3]
PAGES = ("page_model", "page_runs", "page_figures", "page_screen", "progress")
INPUT = {f"ropa_app.reports.{name}" for name in PAGES}


def test_it_loads_its_input_model_and_the_place_of_its_fonts() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import ropa_app.reports.pdf;"
        "print('\\n'.join(name for name in sys.modules if name.startswith('ropa_app')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(ROOT)], capture_output=True, text=True, check=True
    )
    loaded = {name for name in done.stdout.split() if not name.startswith("ropa_app.reports.pdf")}
    assert loaded == {"ropa_app", "ropa_app.paths", "ropa_app.reports", *INPUT}


def test_fonts_and_profile_may_come_from_elsewhere(tmp_path: Path) -> None:
    shipped = FontSet.shipped()
    moved = [shutil.copy(getattr(shipped, field.name), tmp_path) for field in fields(FontSet)]
    profile = Path(shutil.copy(resource("colour", "sRGB.icc"), tmp_path / "colours.icc"))
    target = BytesIO()
    write_pdf(samples.whole(), target, fonts=FontSet(*map(Path, moved)), profile=profile)
    assert target.getvalue() == samples.written(samples.whole())


def test_another_profile_is_the_one_that_is_written(tmp_path: Path) -> None:
    other = tmp_path / "other.icc"
    other.write_bytes(resource("colour", "sRGB.icc").read_bytes() + b"\0")
    target = BytesIO()
    write_pdf(samples.document(), target, profile=other)
    with pikepdf.open(target) as pdf:
        assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == other.read_bytes()
