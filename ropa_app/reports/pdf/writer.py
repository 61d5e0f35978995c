"""The way in: a document of the page model becomes a tagged PDF."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ropa_app.paths import resource
from ropa_app.reports.page_model import Document
from ropa_app.reports.pdf.book import Book
from ropa_app.reports.pdf.edges import Edges
from ropa_app.reports.pdf.fonts import FontSet
from ropa_app.reports.pdf.layout import Layout
from ropa_app.reports.progress import Progress, went_on


@dataclass(frozen=True, slots=True)
class PdfReport:
    """What became of a document: its pages, and what could not be printed or reached.

    `missing_glyphs` are the characters that no face has; they are printed as their numbers. `unknown_anchors`
    are the names that links led to without any block that bears them; such links lead to the first page.
    """

    pages: int
    missing_glyphs: tuple[str, ...] = ()
    unknown_anchors: tuple[str, ...] = ()


def write_pdf(
    document: Document,
    target: BinaryIO | Path,
    progress: Progress | None = None,
    *,
    fonts: FontSet | None = None,
    profile: Path | None = None,
) -> PdfReport:
    """Write a document as PDF/UA-1 and PDF/A-2: the same bytes for the same document, fonts and profile.

    `profile` is an ICC profile of the colours, which are RGB; fonts and profile are those shipped with the
    program unless they are given.
    `progress` is told, after every page, how many parts are complete; when it returns False, Cancelled is
    raised. A path is written in place and removed again if anything fails.
    """
    if not isinstance(target, Path):
        return _write(document, target, progress, fonts, profile)
    try:
        with target.open("wb") as file:
            return _write(document, file, progress, fonts, profile)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _write(
    document: Document,
    file: BinaryIO,
    progress: Progress | None,
    fonts: FontSet | None,
    profile: Path | None,
) -> PdfReport:
    book = Book(document, file, fonts or FontSet.shipped())
    complete = 0

    def after_page() -> None:
        went_on(progress, complete)

    layout = Layout(book, after_page)
    for part in document.parts:
        layout.add(part)
        complete += 1
    layout.finish()
    colours = profile or resource("colour", "sRGB.icc")
    unknown = book.finish(colours.read_bytes(), Edges(document, book.faces).draw)
    return PdfReport(len(book.pages), tuple(sorted(book.faces.missing)), unknown)
