"""Web pages for the judgement of axe: the example's, a hostile one, a large one, every kind of block."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.values import Answer, Text
from ropa_app.i18n import LANGUAGES, Language
from ropa_app.legal import shipped
from ropa_app.reports.article30_report import article30_report
from ropa_app.reports.html import write_html
from ropa_app.services import creating, editing, exporting
from ropa_app.services.session import OpenRegister

_AUTHOR: Final = "axe"
_FINAL: Final = exporting.Final(date(2026, 12, 1), "https://example.org", "A test")
_LONG: Final = "Personvernopplysningsbehandlingsoversiktsdokumentasjonskravsoppfølgingsansvarlig"
_HOSTILE: Final = f'<script>alert(1)</script> & "{_LONG}" <img src=x onerror=alert(1)>'
_ACTIVITIES: Final = 40


def written_pages(folder: Path) -> dict[str, Path]:
    """Write the pages into a folder and return them by what they are."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        return dict(_written(Path(scratch), folder))


def _written(scratch: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    example = creating.open_register(creating.create_example(scratch / "example.ropa", _AUTHOR), _AUTHOR)
    for language in LANGUAGES:
        for final in (None, _FINAL):
            kind = "final" if final else "draft"
            page = folder / f"statement-{language}-{kind}.html"
            yield f"Statement of the example, {language}, {kind}", _statement(example, page, language, final)
    yield "Register of the example, nb: every kind of block", _register(example, folder / "register.html")
    _spoil(example)
    page = folder / "hostile.html"
    yield "Statement with markup and words of 80 letters in the names, nb", _statement(example, page, "nb")
    example.close()
    path = creating.create_synthetic(scratch / "large.ropa", _AUTHOR, _ACTIVITIES, 1)
    large = creating.open_register(path, _AUTHOR)
    for one in list(large.records.of_kind("activity")):
        editing.set_value(large, one.id, "public", Answer.YES)
    page = folder / "large.html"
    yield (
        f"Statement of a synthetic register with {_ACTIVITIES} activities, en",
        _statement(large, page, "en"),
    )
    large.close()


def _statement(
    register: OpenRegister, page: Path, language: Language, final: exporting.Final | None = None
) -> Path:
    source = exporting.source(register.file, shipped())
    statement = exporting.printed_statement(source, language, shipped(), final)
    return exporting.export_statement(statement, page, form="html").path


def _register(register: OpenRegister, page: Path) -> Path:
    source = exporting.source(register.file, shipped())
    write_html(article30_report(source.records, "nb", shipped(), source.edition), page)
    return page


def _spoil(register: OpenRegister) -> None:
    """Put hostile texts where the statement prints names."""
    for one in list(register.records.of_kind("activity")):
        if isinstance(one, Activity):
            editing.set_value(register, one.id, "title", Text(nb=_HOSTILE))
    for kind in ("organisation", "party"):
        for record in list(register.records.of_kind(kind)):
            editing.set_value(register, record.id, "name", _HOSTILE)
