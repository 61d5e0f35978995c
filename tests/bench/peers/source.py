"""Write the register document as HTML and OpenDocument, from the page model of our own PDF."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from ropa_app.legal import shipped
from ropa_app.reports.article30_report import RegisterOptions, article30_report
from ropa_app.services import creating, exporting
from tests.bench.peers.html import as_html
from tests.bench.peers.odf import as_odf


def main(path: Path) -> None:
    """Write both beside the register."""
    law = shipped()
    register = creating.open_register(path, "bench")
    with register.file.snapshot() as snapshot:
        source = exporting.source(snapshot, law)
        for suffix, form in ((".html", as_html), (".fodt", as_odf)):
            document = article30_report(source.records, "nb", law, source.edition, RegisterOptions())
            write(path.with_suffix(suffix), form(document))
    register.close()


def write(target: Path, pieces: Iterable[str]) -> None:
    """Write pieces as they come."""
    with target.open("w", encoding="utf-8") as file:
        file.writelines(pieces)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
