"""What stands at the edges of every page: running head and foot, the draft mark."""

from __future__ import annotations

from typing import Final

from ropa_app.reports.page_model import Document
from ropa_app.reports.pdf.breaking import NO_BREAK
from ropa_app.reports.pdf.fonts import Faces
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.styles import HAIR, INK, SECONDARY, Colour

_SIZE: Final = 8.2
_GAP: Final = 8.0
_WORDS: Final = 5  # of a section's name in the running head


class Edges:
    """Draws head and foot of a document's pages."""

    def __init__(self, document: Document, faces: Faces) -> None:
        self._document = document
        self._faces = faces

    def draw(self, page: Page, index: int, total: int) -> None:
        """Draw head and foot of the page with this index out of so many."""
        bare = index == 0 and self._document.bare_first
        with page.artifact("/Type/Pagination/Subtype/Header"):
            self._head(page, bare)
        with page.artifact("/Type/Pagination/Subtype/Footer"):
            self._foot(page, index + 1, total)

    def _head(self, page: Page, bare: bool) -> None:
        paper = page.paper
        y = paper.height - paper.head
        left, right = paper.left, paper.width - paper.right
        if not bare:
            room = (right - left) * 0.6
            left += self._text(page, left, y, self._document.organisation, room, bold=True) + _GAP
            left += self._text(page, left, y, self._document.short_name, room) + _GAP
            self._text_right(page, right, y, _few_words(page.record.section), right - left - 20)
            page.stroke(HAIR, 0.5)
            page.line((paper.left, y - 7), (right, y - 7))
        if self._document.draft:
            self._draft(page, left, y)

    def _draft(self, page: Page, x: float, y: float) -> None:
        """Draw the draft mark: its word in a frame."""
        width = self._text(page, x + 5, y, self._document.draft, 120, bold=True, colour=INK)
        page.stroke(INK, 0.8)
        page.rectangle(x, y - 3.4, width + 10, 12.4, frame=True)

    def _foot(self, page: Page, number: int, total: int) -> None:
        paper = page.paper
        y = paper.foot
        right = paper.width - paper.right
        page.stroke(HAIR, 0.5)
        page.line((paper.left, y + 12), (right, y + 12))
        words = self._document.page_text.format(page=number, pages=total)
        used = self._text_right(page, right, y, words, 150, bold=True)
        self._text(page, paper.left, y, self._document.footer, right - paper.left - used - 20)

    def _text(
        self,
        page: Page,
        x: float,
        y: float,
        text: str,
        room: float,
        *,
        bold: bool = False,
        colour: Colour = SECONDARY,
    ) -> float:
        """Draw a line of text, cut where it is too long; return its width."""
        shown = self._cut(text, bold, room)
        if shown:
            page.text(x, y, _SIZE, colour, self._faces.split(shown, bold))
        return self._faces.width(shown, bold) * _SIZE

    def _text_right(
        self, page: Page, x: float, y: float, text: str, room: float, *, bold: bool = False
    ) -> float:
        width = self._faces.width(self._cut(text, bold, room), bold) * _SIZE
        return self._text(page, x - width, y, text, room, bold=bold)

    def _cut(self, text: str, bold: bool, room: float) -> str:
        shown = self._faces.printable(text).replace(NO_BREAK, " ").replace("\n", " ").strip()
        if self._faces.width(shown, bold) * _SIZE <= room:
            return shown
        while shown and self._faces.width(shown + "…", bold) * _SIZE > room:
            shown = shown[:-1]
        return shown.rstrip() + "…"


def _few_words(text: str) -> str:
    words = text.split()
    return text if len(words) <= _WORDS else " ".join(words[:_WORDS]) + " …"
