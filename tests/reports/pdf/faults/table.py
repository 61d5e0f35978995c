"""The table of faults: which checks notice a document that was written with one of them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import islice, product
from pathlib import Path
from typing import Any, Final

import pytest

from ropa_app.reports.page_model import (
    Column,
    Document,
    FieldRow,
    FieldTable,
    Heading,
    Part,
    Table,
    cell,
    para,
)
from ropa_app.reports.pdf import write_pdf
from tests.reports.pdf import audit, readback, samples
from tests.reports.pdf.faults import file_faults, link_faults, text_faults, tree_faults
from tests.reports.pdf.faults.planting import Fault

GROUPS: Final = {
    "The file": file_faults.FAULTS,
    "The structure tree": tree_faults.FAULTS,
    "What is drawn": text_faults.FAULTS,
    "What leads somewhere, and the edges of pages": link_faults.FAULTS,
}
CHECKS: Final = ("engine", "outloud", "its warnings", "pikepdf", "audit", "readback", "twice")
VALIDATORS: Final = ("ua1", "2a")
DOCUMENT: Final = Path(__file__).resolve().parents[4] / "docs" / "pdf-faults.md"
NOTHING: Final = "-"
SYLLABLES: Final = ("ka", "lo", "mi", "ne", "su", "ta", "vo", "ri", "da", "pe")
_MOST: Final = 3  # rules that a cell names

Row = tuple[str, ...]


def faults() -> list[Fault]:
    """Return all faults."""
    return [fault for some in GROUPS.values() for fault in some]


def document() -> Document:
    """Return a document with every kind of block, and with what goes on over pages."""
    whole = samples.whole(draft="DRAFT")
    long = " ".join(map("".join, islice(product(SYLLABLES, repeat=3), 900)))
    rows = tuple((cell(f"Row {word}"), cell("Some words"), cell("and more")) for word in long.split()[:30])
    more = Part(
        (
            Heading("What goes on", 2, anchor="long"),
            FieldTable((FieldRow(cell("Tall"), cell(f"Then {long}")),)),
            Table((Column("Row"), Column("One"), Column("Two")), rows, 0, summary="Rows"),
            para(f"First {long[:3500]}"),
        )
    )
    return samples.document(*whole.parts, more, draft="DRAFT")


@contextmanager
def planted(fault: Fault) -> Iterator[None]:
    """Let the engine have a fault."""
    with pytest.MonkeyPatch.context() as patch:
        fault.plant(patch)
        yield


def written(fault: Fault | None) -> bytes | Exception:
    """Return the document as the engine writes it with a fault, or what the engine raises."""
    target = BytesIO()
    try:
        if fault is None:
            write_pdf(document(), target)
        else:
            with planted(fault):
                write_pdf(document(), target)
    except Exception as error:  # noqa: BLE001  # whatever an engine with a fault raises is how it refuses
        return error
    return target.getvalue()


def row(fault: Fault | None, folder: Path) -> Row:
    """Return what each check says of a document that was written with a fault."""
    data = written(fault)
    if isinstance(data, Exception):
        return (type(data).__name__, *(NOTHING for _ in CHECKS[1:]))
    path = folder / "fault.pdf"
    again = written(fault)
    return (
        NOTHING,
        _said(lambda: _rules(audit.ua_findings(data, path, "error"))),
        _said(lambda: _rules(audit.ua_findings(data, path, "warning"))),
        _said(lambda: _rules(audit.archive_findings(data))),
        _said(lambda: _yes(audit.audit(data).faults + audit.writing_faults(data))),
        _said(lambda: _yes(readback.differences(document(), data))),
        NOTHING if again == data else "yes",
    )


def _said(ask: Callable[[], str]) -> str:
    try:
        return ask()
    except Exception as error:  # noqa: BLE001  # a check that cannot read the file has noticed
        return f"stops: {type(error).__name__}"


def _yes(findings: Sequence[str]) -> str:
    return "yes" if findings else NOTHING


def _rules(findings: Sequence[str]) -> str:
    """Return the rules that findings name, without what is long or differs from machine to machine."""
    found = {re.search(r"[A-Z]{3}-\d+|(?<=ISO_19005_2:)[\d.]+-\d+|pikepdf:[\w-]+", one) for one in findings}
    names = sorted({one[0] if one else "yes" for one in found})
    return ", ".join(names[:_MOST]) + (" ..." if len(names) > _MOST else "") or NOTHING


def validated(files: Sequence[Path], jar: Path, flavour: str) -> dict[str, str]:
    """Return what veraPDF says of each file, by the file's name."""
    command = ["java", "-cp", str(jar), "org.verapdf.apps.GreenfieldCliWrapper", "-f", flavour]
    command += ["--format", "text", "-v", "--loglevel", "0", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True)
    said: dict[str, list[str]] = {}
    current = ""
    for line in done.stdout.splitlines():
        head = re.match(r"(PASS|FAIL|ERROR) (.*\.pdf)", line)
        if head:
            current = Path(head[2]).name
            said[current] = [] if head[1] != "ERROR" else ["stops"]
        elif current and line.startswith("  FAIL "):
            said[current].append(line.split()[1])
    names = {path.name: said.get(path.name, ["stops"]) for path in files}
    return {
        name: ", ".join(sorted(rules)[:_MOST]) + (" ..." if len(rules) > _MOST else "") or NOTHING
        for name, rules in names.items()
    }


def read() -> dict[str, Row]:
    """Return the rows of the document as they were written, by the name of the fault."""
    lines = DOCUMENT.read_text("utf-8").splitlines() if DOCUMENT.exists() else []
    cells = [[part.strip() for part in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return {
        name: tuple(rest)
        for name, *rest in cells
        if len(rest) == len(CHECKS + VALIDATORS) and name != "fault"
    }


def noticed(of: Row) -> bool:
    """Tell whether any check of `make test` notices a fault; warnings alone are not enough."""
    return any(cell != NOTHING for check, cell in zip(CHECKS, of) if check != "its warnings")


def named(of: Row) -> dict[str, Any]:
    """Return a row with the names of its checks, for messages."""
    return dict(zip(CHECKS, of))
