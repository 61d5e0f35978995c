"""The programs that are compared: how each is found, or why it is left out, and how it makes a PDF."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.processes import ROOT

_ENVIRONMENT: Final = ROOT / "build" / "bench-env"
_LOCK: Final = ROOT / "packaging" / "locks" / "bench.txt"
_PANGO: Final = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_FONTS: Final = f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{ROOT / "resources" / "fonts"}</dir></fontconfig>"""


@dataclass(frozen=True, slots=True)
class Program:
    """A program; in `command` {source} and {target} stand for the files; it reads files with `suffix`."""

    name: str
    suffix: str
    command: Sequence[str]


class Missing(Exception):
    """A program is not here; the words say how to get it."""


def ours() -> Program:
    """Return the command that a user would give."""
    command = (sys.executable, "-m", "ropa_app", "export", "register", "{source}")
    return Program("ropa-app", ".ropa", (*command, "-o", "{target}", "--language", "nb"))


def weasyprint() -> Program:
    """Return WeasyPrint, installed from its lock into an environment of its own; raise Missing."""
    python = _ENVIRONMENT / "bin" / "python"
    stamp = _ENVIRONMENT / "lock.txt"
    lock = _LOCK.read_text("utf-8")
    if not stamp.exists() or stamp.read_text("utf-8") != lock:
        _install(python)
        stamp.write_text(lock, "utf-8")
    if not _works(python, "-m", "weasyprint", "--info"):
        raise Missing(f"WeasyPrint needs Pango: sudo apt-get install {_PANGO}")
    command = (
        str(python),
        "-m",
        "weasyprint",
        "--quiet",
        "--pdf-variant",
        "pdf/ua-1",
        "{source}",
        "{target}",
    )
    return Program("WeasyPrint", ".html", command)


def _install(python: Path) -> None:
    pip = ("-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet")
    exact = ("--require-hashes", "--only-binary", ":all:", "--requirement", str(_LOCK))
    print(f"installing {_LOCK.relative_to(ROOT).as_posix()}", file=sys.stderr)
    if not _works(Path(sys.executable), "-m", "venv", "--clear", str(_ENVIRONMENT)):
        raise Missing("Python's venv module does not work here, so there is no WeasyPrint.")
    if not _works(python, *pip, *exact):
        raise Missing("WeasyPrint could not be installed: pip does not reach its packages.")


def _works(program: Path, *arguments: str) -> bool:
    return subprocess.run([program, *arguments], capture_output=True, check=False).returncode == 0


def libreoffice(folder: Path) -> Program:
    """Return LibreOffice with a profile in a folder of ours; raise Missing."""
    found = shutil.which("soffice")
    if found is None:
        raise Missing("LibreOffice is missing: sudo apt-get install libreoffice-writer-nogui")
    # The program itself: the script before it starts a process that nobody waits for.
    program = Path(found).resolve().with_name("soffice.bin")
    options = {
        "PDFUACompliance": {"type": "boolean", "value": "true"},
        "UseTaggedPDF": {"type": "boolean", "value": "true"},
        "SelectPdfVersion": {"type": "long", "value": "2"},
        "ExportBookmarks": {"type": "boolean", "value": "true"},
    }
    start = (
        str(program if program.exists() else found),
        f"-env:UserInstallation={(folder / 'office').as_uri()}",
        "--headless",
    )
    # The first start makes the profile and ends; that is no part of the comparison.
    subprocess.run([*start, "--terminate_after_init"], capture_output=True, check=False)
    command = (
        *start,
        "--convert-to",
        f"pdf:writer_pdf_Export:{json.dumps(options)}",
        "--outdir",
        "{folder}",
        "{source}",
    )
    return Program("LibreOffice", ".fodt", command)


def fonts(folder: Path) -> dict[str, str]:
    """Return the variables that let a program find the fonts of our PDFs, and its words in one language."""
    configuration = folder / "fonts.conf"
    configuration.write_text(_FONTS, "utf-8")
    cache = folder / "cache"
    return {
        "FONTCONFIG_FILE": str(configuration),
        "XDG_CACHE_HOME": str(cache),
        "LC_ALL": os.environ.get("LC_ALL", "C.UTF-8"),
    }
