"""Compares a file with the page model that it was made from: each text once, in order, under its tag.

What the model wants and what the file tells are both spelt as lines: a tag, and a text with `[links](target)`
and `{nb:other languages}`; where the lines differ, something was lost, moved, told twice or led astray.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from typing import Any

import pikepdf

from ropa_app.reports.page_model import Document
from tests.reports.pdf import audit_links, ink, wanted
from tests.reports.pdf.audit_tags import HEADINGS, NOTHING, elements, is_element, key_of, kids, marks_of

_INLINE = {"/Span", "/Link"}
_BELOW = 60.0  # points from a place to the base line of its heading
_SILENT = {"/Document", "/Sect"}


def differences(document: Document, data: bytes) -> list[str]:
    """Return what a file tells otherwise than its document, which is read here and must be a fresh one."""
    model = wanted.Wanted(document)
    with pikepdf.open(BytesIO(data)) as pdf:
        told = Told(pdf)
        lines = [_with_page(line, model.anchors, told) for line in model.lines]
        found = _different(lines, told.lines(), "tree")
        found += _different(model.outline, told.outline(), "outline")
        found += _place_faults(model.anchors, told)
        found += _different(wanted.about(document), told.about(), "metadata")
        found += _edge_faults(document, told)
    return found


def _different(model: list[str], file: list[str], where: str) -> list[str]:
    """Return the lines that differ, those of the model with `-` and those of the file with `+`."""
    lines = difflib.unified_diff(model, file, n=0, lineterm="") if model != file else []
    return [f"{where}: {line}" for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def _with_page(line: str, anchors: dict[str, str], told: Told) -> str:
    """Put the page of the heading that a line of contents leads to in its place."""
    name = re.search(rf" {re.escape(wanted.PAGE)}\]\(#(.*)\)$", line)
    return line.replace(wanted.PAGE, told.page_of(anchors.get(name[1], ""))) if name else line


class Told:
    """What a file tells."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.ink = ink.read(pdf)
        self.places = audit_links.named_places(pdf)
        self.pages = {page.objgen: at for at, page in enumerate(pdf.pages)}
        self._texts = self.ink.texts()
        self._headings = list(self._read_headings())

    def lines(self) -> list[str]:
        """Return the tree; heads of a table that are told a second time are left out."""
        root = self.pdf.Root.get("/StructTreeRoot", NOTHING).get("/K")
        return list(_without_repeated_heads(list(self._lines(root)))) if root is not None else []

    def _lines(self, element: Any) -> Iterator[str]:
        tag = _tag(element)
        blocks = [kid for kid in kids(element) if is_element(kid) and kid.S not in _INLINE]
        if element.S not in _SILENT:
            text = wanted.squeezed(self._inline(element))
            if element.S == "/Figure":
                text = " ".join(sorted(text.split()))
            yield f"{tag} {text}".rstrip()
        for block in blocks:
            yield from self._lines(block)

    def _inline(self, element: Any) -> str:
        """Return the text of an element without that of blocks in it."""
        pieces = []
        for kid in kids(element):
            if not is_element(kid):
                pieces.append(self._texts.get(key_of(kid, element, self.pages), ""))
                continue
            if kid.S not in _INLINE:
                continue
            inner = self._inline(kid)
            end = " " * inner.endswith(" ")  # the blank at the end of a line belongs to what stands before it
            if kid.S == "/Link":
                inner = f"[{inner.rstrip()}]({self._target(kid)}){end}"
            elif "/Lang" in kid:
                inner = f"{{{kid.Lang}:{inner.rstrip()}}}{end}"
            pieces.append(inner)
        return "".join(pieces)

    def _target(self, link: Any) -> str:
        areas = [kid.Obj for kid in kids(link) if not isinstance(kid, int) and "/Obj" in kid]
        targets = {"#" + bytes(area.Dest).decode() if "/Dest" in area else str(area.A.URI) for area in areas}
        return " or ".join(sorted(targets)) or "nowhere"

    def outline(self) -> list[str]:
        """Return the outline: depth, title, place."""

        def below(parent: Any, depth: int) -> Iterator[str]:
            entry = parent.get("/First")
            while entry is not None:
                yield f"{depth} {entry.Title} #{bytes(entry.Dest).decode()}"
                yield from below(entry, depth + 1)
                entry = entry.get("/Next")

        return list(below(self.pdf.Root.get("/Outlines", NOTHING), 0))

    def _read_headings(self) -> Iterator[tuple[str, ink.Shown]]:
        """Yield the headings with the first of their strings."""
        for element, _ in elements(self.pdf):
            if element.S in HEADINGS:
                marks = marks_of(element, self.pages)
                first = next((one for one in self.ink.shown if (one.page, one.mark) in marks), None)
                if first is not None:
                    yield wanted.squeezed(self._inline(element)), first

    def page_of(self, title: str) -> str:
        """Return the number of the page on which a heading stands."""
        return next((str(first.page + 1) for text, first in self._headings if text == title), "?")

    def headings_at(self, name: str) -> list[str]:
        """Return the headings that stand right below a named place."""
        place = self.places.get(name)
        if place is None or place[1] != "/XYZ":
            return []
        page, top = self.pages.get(place[0].objgen), float(place[3])
        return [text for text, first in self._headings if first.page == page and 0 < top - first.y < _BELOW]

    def about(self) -> list[str]:
        """Return what the file says about itself."""
        info = {key: str(value) for key, value in self.pdf.docinfo.items()}
        return sorted(
            [*(f"{key} {value}" for key, value in info.items()), f"/Lang {self.pdf.Root.get('/Lang')}"]
        )

    def edge(self, page: int, kind: str) -> str:
        """Return the text of head or foot of a page."""
        return " | ".join(one.text for one in self.ink.shown if (one.page, one.artifact) == (page, kind))


def _tag(element: Any) -> str:
    attributes = element.get("/A", NOTHING)
    more = attributes.get("/Scope") or attributes.get("/ListNumbering") or attributes.get("/Summary")
    words = element.get("/Alt") or ""
    return " ".join(part for part in (str(element.S)[1:], str(more or "").lstrip("/"), str(words)) if part)


def _without_repeated_heads(lines: list[str]) -> Iterator[str]:
    """Yield the lines without a row of a table that repeats the row of its heads."""
    heads: list[str] = []
    rows = [list(group) for _, group in groupby(_numbered(lines), key=lambda pair: pair[0])]
    for row in rows:
        texts = [line for _, line in row]
        if texts[0].startswith("Table"):
            heads = []
        if texts[0] == "TR" and any(line.startswith("TH Column") for line in texts):
            plain = [line for line in texts if line not in ("THead", "TBody")]
            if heads and plain == heads:
                continue
            heads = heads or plain
        yield from texts


def _numbered(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield each line with the number of its stretch; rows and what follows a table begin new ones."""
    number = 0
    for line in lines:
        if not re.match("TH|TD|P", line) or line in ("THead", "TBody"):
            number += 1
        yield number, line


def _place_faults(anchors: dict[str, str], told: Told) -> Iterator[str]:
    for name, title in anchors.items():
        if title not in told.headings_at(name):
            yield f"place: {name} does not lead to {title!r}"


def _edge_faults(document: Document, told: Told) -> Iterator[str]:
    total = len(told.pdf.pages)
    for page in range(total):
        head, foot = (wanted.squeezed(told.edge(page, kind)) for kind in ("Header", "Footer"))
        texts = [document.draft]
        if page or not document.bare_first:
            texts += [document.organisation, document.short_name]
        yield from (f"head {page + 1}: lacks {text!r}" for text in texts if wanted.squeezed(text) not in head)
        numbers = document.page_text.format(page=page + 1, pages=total)
        yield from (
            f"foot {page + 1}: lacks {text!r}"
            for text in (numbers, document.footer)
            if wanted.squeezed(text) not in foot
        )
