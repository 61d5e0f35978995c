"""Writes docs/pdf-faults.md: `python -m tests.reports.pdf.faults [JAR]`.

JAR is veraPDF's greenfield-apps (needs Java). Without it the columns of veraPDF stay as they are there.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.reports.pdf.faults import table

HEAD = """# What notices a fault of the PDF engine

Each line is one deliberate fault, planted in `ropa_app/reports/pdf` itself while it writes a document of
every kind of block; each column is a check. A hyphen means that the check notices nothing. No fault goes
unnoticed by what `make test` runs, with or without veraPDF, and warnings are not counted.

| column | what it is |
|---|---|
| engine | the engine refuses to write: the exception |
| outloud, its warnings | a checker of PDF/UA (`audit.ua_findings`), errors and warnings, by rule |
| pikepdf | a checker of PDF/A-2b (`audit.archive_findings`), by rule |
| audit | our own questions to the file alone (`tests/reports/pdf/audit.py`) |
| readback | the file told as lines and compared with the page model (`tests/reports/pdf/readback.py`) |
| twice | the same document written twice has the same bytes |
| ua1, 2a | veraPDF, PDF/UA-1 and PDF/A-2a, by clause; `make test` needs no veraPDF |

`python -m tests.reports.pdf.faults JAR` writes this file, JAR being veraPDF's greenfield-apps; without it the
last two columns stay as they are. `tests/reports/pdf/test_pdf_faults.py` plants every fault again and holds
the other columns to what is written here.
"""


def main() -> None:
    jar = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    known = table.read()
    with TemporaryDirectory() as folder:
        rows = {fault.name: table.row(fault, Path(folder)) for fault in table.faults()}
        said = _validated(Path(folder), jar) if jar else {name: row[-2:] for name, row in known.items()}
    columns = ("fault", *table.CHECKS, *table.VALIDATORS)
    lines = [HEAD]
    for group, faults in table.GROUPS.items():
        lines += [f"## {group}", "", f"| {' | '.join(columns)} |", "|" + "---|" * len(columns)]
        for fault in faults:
            cells = (fault.name, *rows[fault.name], *said.get(fault.name, ("?", "?")))
            lines.append(f"| {' | '.join(cells)} |")
        lines.append("")
    lines += ["## How many each notices", "", f"Of {len(rows)} faults: {_counts(rows, said)}.", ""]
    table.DOCUMENT.write_text("\n".join(lines), "utf-8")
    for name, row in rows.items():
        if not table.noticed(row):
            print(f"unnoticed: {name}")


def _validated(folder: Path, jar: Path) -> dict[str, tuple[str, ...]]:
    files: dict[str, Path] = {}
    for number, fault in enumerate(table.faults()):
        data = table.written(fault)
        if isinstance(data, bytes):
            files[fault.name] = folder / f"{number}.pdf"
            files[fault.name].write_bytes(data)
    answers = [table.validated(list(files.values()), jar, flavour) for flavour in table.VALIDATORS]
    unwritten = tuple(table.NOTHING for _ in table.VALIDATORS)
    return {
        fault.name: tuple(answer[files[fault.name].name] for answer in answers)
        if fault.name in files
        else unwritten
        for fault in table.faults()
    }


def _counts(rows: dict[str, table.Row], said: dict[str, tuple[str, ...]]) -> str:
    full = {name: (*row, *said.get(name, ())) for name, row in rows.items()}
    columns = (*table.CHECKS, *table.VALIDATORS)
    return ", ".join(
        f"{column} {sum(row[at] != table.NOTHING for row in full.values() if at < len(row))}"
        for at, column in enumerate(columns)
    )


if __name__ == "__main__":
    main()
