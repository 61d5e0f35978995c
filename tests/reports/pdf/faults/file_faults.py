"""Faults of the file: catalogue, metadata, streams and the table that finds objects."""

from __future__ import annotations

import re
import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from ropa_app.reports.page_model import Document
from ropa_app.reports.pdf import book, fileformat, metadata
from ropa_app.reports.pdf.book import Book
from ropa_app.reports.pdf.fileformat import FileWriter
from tests.reports.pdf.faults.planting import Fault, Patch, cut, edited, entries, followed, given


def _catalogue(name: str, pattern: bytes, instead: bytes = b"") -> Fault:
    return Fault(name, lambda patch: cut(patch, Book, "_catalog", pattern, instead))


def _packet(name: str, pattern: bytes, instead: bytes = b"") -> Fault:
    return Fault(name, lambda patch: cut(patch, book, "xmp", pattern, instead))


def _information(name: str, pattern: bytes) -> Fault:
    return Fault(name, lambda patch: cut(patch, book, "information", pattern))


def _of_another(**changes: Any) -> Any:
    def plant(patch: Patch) -> None:
        for name in ("xmp", "information"):
            given(patch, book, name, lambda document: (replace(document, **changes),))

    return plant


def _next_day(patch: Patch) -> None:
    def later(document: Document) -> tuple[Document]:
        return (replace(document, day=document.day + timedelta(days=1)),)

    for name in ("xmp", "information"):
        given(patch, book, name, later)


def _compressed_packet(patch: Patch) -> None:
    original = FileWriter.add_stream
    patch.setattr(
        FileWriter, "add_stream", lambda file, data, of=None, compress=True: original(file, data, of)
    )


def _four_colours(patch: Patch) -> None:
    def change(file: FileWriter, data: bytes, of: dict[str, bytes] | None = None) -> tuple[Any, ...]:
        return file, data, {**of, "N": b"4"} if of and "N" in of else of

    given(patch, FileWriter, "add_stream", change)


def _put(pattern: bytes, instead: Any) -> Any:
    """Change what is written to the file, wherever the pattern is found."""

    def plant(patch: Patch) -> None:
        given(
            patch,
            FileWriter,
            "_put",
            lambda file, data: (file, re.sub(pattern, instead, data, flags=re.DOTALL)),
        )

    return plant


def _longer(found: re.Match[bytes]) -> bytes:
    return b"/Length %d" % (int(found[1]) + 1)


def _located(kind: int, *moved: int) -> Any:
    """Let the table say a wrong place for one object, the third of its kind."""

    def plant(patch: Patch) -> None:
        seen: list[int] = []

        def change(file: FileWriter, number: int, one: int, place: int, index: int) -> tuple[Any, ...]:
            seen.extend([number] if one == kind else [])
            wrong = one == kind and len(seen) == 3
            return file, number, one, place + moved[0] * wrong, index + moved[1] * wrong

        given(patch, FileWriter, "_locate", change)

    return plant


def _any_identifier(patch: Patch) -> None:
    followed(patch, FileWriter, "__init__", lambda file, _target: file._digest.update(uuid.uuid4().bytes))


def _no_table_of_contents_of_the_file(patch: Patch) -> None:
    edited(patch, FileWriter, "_predicted", lambda rows: rows[:-16])


def _no_identifier(patch: Patch) -> None:
    entries(patch, fileformat, lambda of: of.pop("ID", None))


FAULTS: Final = (
    _catalogue("no language", rb"/Lang \(.*?\)"),
    _catalogue("another language than the document's", rb"/Lang \(.*?\)", b"/Lang (nb)"),
    _catalogue("not called tagged (MarkInfo)", rb"/MarkInfo <<.*?>>"),
    _catalogue("the title is not displayed", rb"/ViewerPreferences <<.*?>>"),
    _catalogue("no XMP", rb"/Metadata \d+ 0 R"),
    _catalogue("no output intent", rb"/OutputIntents \[.*?\]"),
    _catalogue("no structure tree", rb"/StructTreeRoot \d+ 0 R"),
    _catalogue("a script runs when it is opened", rb">>$", rb"/OpenAction <</S/JavaScript/JS(1)>>>>"),
    _packet("no title in XMP", rb"<dc:title>.*?</dc:title>"),
    _packet("another title in XMP", rb"Catalogue, Northwind", b"Catalogue, Southwind"),
    _information("no title in the information dictionary", rb"/Title <[0-9A-F]*>"),
    Fault("another title in both", _of_another(title="Another document")),
    Fault("another author in both", _of_another(organisation="Somebody")),
    _packet("no identifier of PDF/UA", rb"<pdfuaid:part>1</pdfuaid:part>"),
    Fault(
        "identifier of PDF/UA not declared", lambda p: edited(p, metadata, "_identifier_schema", lambda _: "")
    ),
    _packet("no identifier of PDF/A", rb"<pdfaid:part>.*?</pdfaid:conformance>"),
    Fault("XMP compressed", _compressed_packet),
    Fault("dates of another day than the document's", _next_day),
    _packet("dates of XMP and information dictionary differ", rb"T00:00:00Z", b"T01:00:00Z"),
    Fault("colour profile said to be of four colours", _four_colours),
    Fault(
        "colour profile cut off",
        lambda p: given(p, Book, "_catalog", lambda b, pages, profile: (b, pages, profile[:400])),
    ),
    Fault("head of the file without the line of bytes", _put(rb"^(%PDF-1\.7\n)%....\n", rb"\1")),
    Fault("head of another version", _put(rb"^%PDF-1\.7", b"%PDF-1.3")),
    Fault("endstream not on a line of its own", _put(rb"\nendstream", b"endstream")),
    Fault("length of streams too great", _put(rb"/Length (\d+)", _longer)),
    Fault("table leads beside a stream", _located(1, 7, 0)),
    Fault("table takes one object for its neighbour", _located(2, 0, 1)),
    Fault("table cut off", _no_table_of_contents_of_the_file),
    Fault("startxref leads elsewhere", _put(rb"startxref\n(\d+)", rb"startxref\n1\1")),
    Fault("no identifier of the file", _no_identifier),
    Fault("identifier by chance", _any_identifier),
)
