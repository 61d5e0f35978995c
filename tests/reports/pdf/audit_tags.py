"""The structure tree by itself: tags in their places, attributes, heads of tables, figures, headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf

from tests.reports.pdf.ink import Ink

HEADINGS = tuple(f"/H{level}" for level in range(1, 7))
PARENTS = {
    "/TR": {"/Table", "/THead", "/TBody"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/THead": {"/Table"},
    "/TBody": {"/Table"},
    "/LI": {"/L"},
    "/Lbl": {"/LI"},
    "/LBody": {"/LI"},
    "/TOCI": {"/TOC"},
    "/Reference": {"/TOCI"},
}
KIDS = {
    "/Table": {"/TR", "/THead", "/TBody"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TR": {"/TH", "/TD"},
    "/L": {"/LI"},
    "/LI": {"/Lbl", "/LBody"},
    "/TOC": {"/TOCI"},
    "/TOCI": {"/Reference"},
}
NEEDED = {"/L": "/LI", "/LI": "/LBody", "/TOC": "/TOCI", "/TOCI": "/Reference", "/Reference": "/Link"}
OTHERS = {"/Document", "/Sect", "/P", "/Span", "/Link", "/Figure", *HEADINGS}
NOTHING: Any = {}  # what stands for an entry that is missing
KNOWN = {*PARENTS, *KIDS, *OTHERS}


def kids(element: Any) -> list[Any]:
    """Return what stands in an element."""
    inner = element.get("/K")
    return [] if inner is None else list(inner) if isinstance(inner, pikepdf.Array) else [inner]


def is_element(kid: Any) -> bool:
    """Tell an element from a mark or an annotation."""
    return not isinstance(kid, int) and "/S" in kid


def elements(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, Any]]:
    """Yield all elements in reading order, each with the one above it."""

    def below(element: Any, parent: Any) -> Iterator[tuple[Any, Any]]:
        yield element, parent
        for kid in kids(element):
            if is_element(kid):
                yield from below(kid, element)

    if "/StructTreeRoot" in pdf.Root:
        yield from below(pdf.Root.StructTreeRoot.K, None)


def count(pdf: pikepdf.Pdf) -> Counter[str]:
    """Return how often each tag occurs."""
    return Counter(str(element.S)[1:] for element, _ in elements(pdf))


def key_of(kid: Any, element: Any, pages: dict[Any, int]) -> Any:
    """Return what tells a mark or an annotation from all others."""
    if isinstance(kid, int):
        return pages[element.Pg.objgen], kid
    if kid.Type == "/MCR":
        return pages[kid.Pg.objgen], int(kid.MCID)
    return "annotation", kid.Obj.objgen


def marks_of(element: Any, pages: dict[Any, int]) -> list[tuple[int, int]]:
    """Return the marks of an element itself."""
    keys = [key_of(kid, element, pages) for kid in kids(element) if not is_element(kid)]
    return [key for key in keys if key[0] != "annotation"]


def faults(pdf: pikepdf.Pdf, ink: Ink) -> list[str]:
    """Return what is wrong with tags and their attributes."""
    pages = {page.objgen: at for at, page in enumerate(pdf.pages)}
    texts = ink.texts()
    found: list[str] = []
    for element, parent in elements(pdf):
        found += _place_faults(element, parent)
        found += _attribute_faults(element)
        if element.S in {"/Lbl", "/Link", *HEADINGS}:
            text = "".join(texts.get(key, "") for key in _all_marks(element, pages))
            if not text.strip():
                found.append(f"{element.S} without text")
        if element.S == "/Figure":
            found += _figure_faults(element, pages, ink, pdf)
        if element.S == "/Table":
            found += _table_faults(element)
    return found


def _all_marks(element: Any, pages: dict[Any, int]) -> list[tuple[int, int]]:
    below = [key for kid in kids(element) if is_element(kid) for key in _all_marks(kid, pages)]
    return marks_of(element, pages) + below


def _place_faults(element: Any, parent: Any) -> Iterator[str]:
    tag = str(element.S)
    if tag not in KNOWN:
        yield f"{tag} is no tag of ours"
    above = "/StructTreeRoot" if parent is None else str(parent.S)
    if (tag == "/Document") != (parent is None):
        yield f"{tag} in {above}"
    if above not in PARENTS.get(tag, {above}):
        yield f"{tag} in {above}"
    below = [str(kid.S) for kid in kids(element) if is_element(kid)]
    if tag in KIDS:
        yield from (f"{kid} in {tag}" for kid in below if kid not in KIDS[tag])
        if len(below) != len(kids(element)):
            yield f"text right in {tag}"
    if tag in NEEDED and NEEDED[tag] not in below:
        yield f"{tag} without {NEEDED[tag]}"


def _attribute_faults(element: Any) -> Iterator[str]:
    tag, attributes = str(element.S), element.get("/A", NOTHING)
    if tag == "/TH" and attributes.get("/Scope") not in ("/Row", "/Column"):
        yield "/TH without Scope"
    if tag == "/L" and "/ListNumbering" not in attributes:
        yield "/L without ListNumbering"
    if "/Alt" in element and tag != "/Figure":
        yield f"{tag} with Alt"


def _figure_faults(figure: Any, pages: dict[Any, int], ink: Ink, pdf: pikepdf.Pdf) -> list[str]:
    found = []
    if not str(figure.get("/Alt", "")).strip():
        found.append("/Figure without Alt")
    box = figure.get("/A", NOTHING).get("/BBox")
    if box is None:
        return [*found, "/Figure without BBox"]
    left, bottom, right, top = (float(edge) for edge in box)
    marks = marks_of(figure, pages)
    if len(marks) != 1:
        return [*found, "/Figure of several marks or none"]
    page, number = marks[0]
    paper = [float(edge) for edge in pdf.pages[page].mediabox]
    if not (0 <= left < right <= paper[2] and 0 <= bottom < top <= paper[3]):
        found.append("BBox of /Figure off the page")
    own = [one for one in ink.shown if (one.page, one.mark) == (page, number)]
    for one in own:
        if not (left - 1 <= one.x <= right and bottom - 1 <= one.y <= top + 1):
            return [*found, "BBox of /Figure is not where its ink is"]
    return found


def _table_faults(table: Any) -> list[str]:
    rows = list(_rows(table))
    widths = {len(kids(row)) for row in rows}
    found = [f"rows of {sorted(widths)} cells in one table"] if len(widths) != 1 else []
    heads = Counter(str(cell.S) for row in rows for cell in kids(row))
    if not heads["/TH"] or not heads["/TD"]:
        found.append("/Table without heads or without data")
    return found


def _rows(element: Any) -> Iterator[Any]:
    for kid in kids(element):
        if is_element(kid):
            yield from [kid] if kid.S == "/TR" else _rows(kid)


def heading_faults(pdf: pikepdf.Pdf) -> list[str]:
    """Return what is wrong with the levels of headings: one H1, the first of all, no level skipped."""
    levels = [int(str(element.S)[2:]) for element, _ in elements(pdf) if element.S in HEADINGS]
    found = [] if levels[:1] == [1] else ["the first heading is no H1"]
    if levels.count(1) > 1:
        found.append("several H1")
    found += [f"H{level} after H{last}" for last, level in pairwise(levels) if level > last + 1]
    return found
