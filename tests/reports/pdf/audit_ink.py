"""What may be drawn where: text on the paper, legible, not over other text, hidden only where it may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

import pikepdf

from tests.reports.pdf.audit_tags import elements, marks_of
from tests.reports.pdf.ink import Colour, Ink, Shown

MARGIN = 62.0  # head and foot lie within it
_SMALLEST = 6.0  # points; a figure higher than a page is shrunk below it, and told in words
_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3


def faults(pdf: pikepdf.Pdf, ink: Ink) -> list[str]:
    """Return texts off the paper, and texts in artifacts that are no head, foot, repeated head or plate."""
    found: list[str] = []
    heads = _heads(pdf, ink)
    tagged: dict[int, str] = {}
    for one in ink.shown:
        if one.mark is not None:
            tagged[one.page] = tagged.get(one.page, "") + one.text
    papers = [[float(edge) for edge in page.mediabox] for page in pdf.pages]
    for one in ink.shown:
        _, _, width, height = papers[one.page]
        if one.x < 0 or one.x + one.width > width + 1 or not 0 < one.y < height:
            found.append(f"{one.text!r} off the paper")
        if one.size < _SMALLEST and ink.marks.get((one.page, one.mark or 0)) != "/Figure":
            found.append(f"{one.text!r} too small")
        if one.artifact and not _may_be_artifact(one, height, heads, tagged):
            found.append(f"{one.text!r} is hidden in an artifact")
        if _contrast(one.colour, one.background) < _CONTRAST:
            found.append(f"{one.text!r} cannot be told from what it stands on")
    return found + list(_overlap_faults(ink)) + list(_number_faults(ink, len(pdf.pages)))


def _heads(pdf: pikepdf.Pdf, ink: Ink) -> str:
    texts = ink.texts()
    pages = {page.objgen: at for at, page in enumerate(pdf.pages)}
    marks = [
        mark
        for element, _ in elements(pdf)
        if element.S == "/TH" or (element.S == "/P" and element.P.S == "/TH")
        for mark in marks_of(element, pages)
    ]
    return "\n".join(texts.get(mark, "") for mark in marks)


def _may_be_artifact(one: Shown, height: float, heads: str, tagged: dict[int, str]) -> bool:
    if one.artifact == "Header":
        return one.y > height - MARGIN
    if one.artifact == "Footer":
        return one.y < MARGIN
    words = one.text.strip()
    if one.artifact == "Pagination":
        return words in heads
    return len(words) == 1 and words in tagged.get(one.page, "")


def _number_faults(ink: Ink, total: int) -> Iterator[str]:
    """Look for the number of its page and of all pages in each foot."""
    feet: dict[int, list[list[int]]] = {}
    for one in ink.shown:
        if one.artifact == "Footer":
            feet.setdefault(one.page, []).append([int(number) for number in re.findall(r"\d+", one.text)])
    for page in range(total):
        if [page + 1, total] not in feet.get(page, []):
            yield f"the foot does not say {page + 1} of {total}"


def _overlap_faults(ink: Ink) -> Iterator[str]:
    """Look for strings that stand over one another: nearer than half their size, with columns in common."""
    for page, some in groupby(ink.shown, key=lambda one: one.page):
        order = sorted((one for one in some if one.text.strip()), key=lambda one: -one.y)
        for at, one in enumerate(order):
            for other in order[at + 1 :]:
                if one.y - other.y > min(one.size, other.size) / 2:
                    break
                shared = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
                if shared > min(one.size, other.size) / 2:
                    yield f"{one.text!r} and {other.text!r} stand over one another on page {page}"


def _luminance(colour: Colour) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: Colour, other: Colour) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)
