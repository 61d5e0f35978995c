"""Where things stand on the pages of a PDF, read back from its marks, and what is badly placed there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

import pikepdf
import pymupdf

_SAME_LINE: Final = 3.0  # base lines nearer than this count as one
_MARGIN: Final = 34.0  # no text of the body stands nearer to an edge of the paper
_MOST_OF_A_PAGE: Final = 0.7  # a row lower than this has no reason to be split


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of text on a page: the base lines of its first and last line, and what it belongs to.

    `head` says that it is a column's head, told or repeated; `row` is the row it stands in, if any.
    """

    tag: str
    top: float
    bottom: float
    head: bool = False
    row: tuple[int, int] | None = None


@dataclass(slots=True)
class Sheet:
    """A page: its size, and the marks of its body from top to bottom."""

    number: int
    height: float
    marks: list[Mark] = field(default_factory=list)

    def foot(self) -> list[Mark]:
        """Return the marks that end on the lowest line of the body."""
        lowest = min(mark.bottom for mark in self.marks)
        return [mark for mark in self.marks if mark.bottom < lowest + _SAME_LINE]


def sheets(data: bytes) -> list[Sheet]:
    """Return the pages of a PDF with the text of their bodies."""
    with pikepdf.open(BytesIO(data)) as pdf:
        leads = _parents(pdf)
        return [_sheet(number, page, leads) for number, page in enumerate(pdf.pages, 1)]


def _parents(pdf: pikepdf.Pdf) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for leaf in pdf.Root.StructTreeRoot.ParentTree.Kids:
        pairs = list(leaf.Nums)
        found.update({int(pairs[at]): pairs[at + 1] for at in range(0, len(pairs), 2)})
    return found


def _sheet(number: int, page: pikepdf.Page, leads: dict[int, Any]) -> Sheet:
    elements = leads[int(page.obj.StructParents)]
    made = Sheet(number, float(page.mediabox[3]))
    for tag, properties, lines in _marked(page):
        if not lines:
            continue
        top, bottom = max(lines), min(lines)
        if tag != "Artifact":
            element = elements[int(properties["/MCID"])]
            made.marks.append(Mark(tag, top, bottom, _is_column_head(element), _row_of(element)))
        elif properties.get("/Type") == "/Pagination" and "/Subtype" not in properties:
            made.marks.append(Mark(tag, top, bottom, head=True))
    made.marks.sort(key=lambda mark: -mark.top)
    return made


def _marked(page: pikepdf.Page) -> Iterator[tuple[str, Any, list[float]]]:
    """Yield tag, properties and base lines of every marked piece."""
    tag, properties, lines = "", None, []
    scale, shift = 1.0, 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name == "BDC":
            tag, properties, lines = str(operands[0])[1:], operands[1], []
        elif name == "EMC":
            yield tag, properties, lines
        elif name == "cm":
            scale, shift = float(operands[3]), float(operands[5])
        elif name == "Q":
            scale, shift = 1.0, 0.0
        elif name == "Tm":
            lines.append(float(operands[5]) * scale + shift)


def _is_column_head(element: Any) -> bool:
    attributes = element.get("/A")
    return attributes is not None and attributes.get("/Scope") == "/Column"


def _row_of(element: Any) -> tuple[int, int] | None:
    while element is not None and "/S" in element:
        if element.S == "/TR":
            row: tuple[int, int] = element.objgen
            return row
        element = element.get("/P")
    return None


def faults(data: bytes) -> list[str]:
    """Return what a typesetter would send back: empty pages, stranded heads, rows split for nothing."""
    found: list[str] = []
    made = sheets(data)
    for sheet in made:
        if not sheet.marks:
            found.append(f"page {sheet.number} is empty")
            continue
        foot = sheet.foot()
        if all(mark.tag.startswith("H") for mark in foot):
            found.append(f"page {sheet.number} ends with a heading")
        if all(mark.head for mark in foot):
            found.append(f"page {sheet.number} ends with the heads of a table")
    return found + split_rows(made)


def split_rows(made: list[Sheet]) -> list[str]:
    """Return the rows that stand on two pages although one could hold them."""
    reach: dict[tuple[int, int], dict[int, tuple[float, float]]] = defaultdict(dict)
    for sheet in made:
        for mark in sheet.marks:
            if mark.row and not mark.head:
                top, bottom = reach[mark.row].get(sheet.number, (mark.top, mark.bottom))
                reach[mark.row][sheet.number] = (max(top, mark.top), min(bottom, mark.bottom))
    height = {sheet.number: sheet.height for sheet in made}
    return [
        f"a row is split between the pages {sorted(pages)}"
        for pages in reach.values()
        if len(pages) > 1
        and sum(top - bottom for top, bottom in pages.values()) < _MOST_OF_A_PAGE * height[min(pages)]
    ]


def misplaced(data: bytes) -> list[str]:
    """Return the texts that reach beyond the margins or stand upon one another."""
    found: list[str] = []
    with pymupdf.open(stream=data, filetype="pdf") as opened:
        for page in opened:
            spans = list(_spans(page))
            width = page.rect.width
            found += [
                f"page {page.number + 1}: beyond the margin: {text}"
                for (left, _, right, _), text in spans
                if left < _MARGIN or right > width - _MARGIN
            ]
            found += [f"page {page.number + 1}: {one} upon {two}" for one, two in _collisions(spans)]
    return found


Box = tuple[float, float, float, float]


def _spans(page: Any) -> Iterator[tuple[Box, str]]:
    """Yield the core of each piece of text: letters may reach a little beyond it without touching others."""
    flags = pymupdf.TEXTFLAGS_DICT & ~pymupdf.TEXT_PRESERVE_IMAGES
    for block in page.get_text("dict", flags=flags)["blocks"]:
        for line in block["lines"]:
            for span in line["spans"]:
                if span["text"].strip():
                    left, _, right, _ = span["bbox"]
                    base, size = span["origin"][1], span["size"]
                    yield (left + 0.5, base - 0.45 * size, right - 0.5, base - 0.05 * size), span["text"]


def _collisions(spans: list[tuple[Box, str]]) -> Iterator[tuple[str, str]]:
    ordered = sorted(spans, key=lambda one: one[0][1])
    for at, ((left, top, right, bottom), text) in enumerate(ordered):
        for (other_left, other_top, other_right, _), other in ordered[at + 1 :]:
            if other_top >= bottom:
                break
            if other_left < right and left < other_right and top <= other_top:
                yield text[:40], other[:40]
