"""What stands at the edges of every page: running head and foot, the draft mark."""

from __future__ import annotations

import re
from typing import Final

from ropa_app.reports.page_model import Document
from ropa_app.reports.pdf.fonts import Faces
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.styles import HAIR, INK, SECONDARY, Colour

_SIZE: Final = 8.2
_GAP: Final = 8.0
_WORDS: Final = 5  # of a section's name in the running head
_NAME, _SHORT = 0.5, 0.25  # of the width: for the organisation, for the document
_DRAFT_ROOM: Final = 90.0
_DRAFT_PADDING: Final = 5.0
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_PROSE: Final = (8, 4)  # words, and lowercase ones among them, that make a sentence
_MOST_WORDS: Final = 60  # of a name: more than a line can hold
_MOST: Final = 600  # characters that a line can hold, however narrow
_HALF_NUMBER: Final = re.compile(r"‹[^›]*$")  # of a missing character, cut off at the line's end


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
            width = right - left
            short = self._document.short_name
            name, section = _kept_short(self._document.organisation, short, page.record.section)
            left += self._text(page, left, y, name, width * _NAME, bold=True) + _GAP
            left += self._text(page, left, y, short, width * _SHORT) + _GAP
            end = left + self._draft_width() + _GAP
            self._text_right(page, right, y, section, right - end)
            page.stroke(HAIR, 0.5)
            page.line((paper.left, y - 7), (right, y - 7))
        if self._document.draft:
            self._draft(page, left, y)

    def _draft(self, page: Page, x: float, y: float) -> None:
        """Draw the draft mark: its word in a frame."""
        self._text(page, x + _DRAFT_PADDING, y, self._document.draft, _DRAFT_ROOM, bold=True, colour=INK)
        page.stroke(INK, 0.8)
        page.rectangle(x, y - 3.4, self._draft_width(), 12.4, frame=True)

    def _draft_width(self) -> float:
        """Return the width of the frame of the draft mark, nothing where there is none."""
        word = self._cut(self._document.draft, True, _DRAFT_ROOM)
        return self._faces.width(word, True) * _SIZE + 2 * _DRAFT_PADDING if word else 0.0

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
        whole = self._faces.one_line(text)
        shown = whole[:_MOST]
        if shown == whole and self._faces.width(shown, bold) * _SIZE <= room:
            return shown
        while shown and self._faces.width(shown + "…", bold) * _SIZE > room:
            shown = shown[:-1]
        shown = _HALF_NUMBER.sub("", shown).rstrip()
        return shown + "…" if shown else ""


def _kept_short(name: str, short: str, section: str) -> tuple[str, str]:
    """Return a name and a section that make no sentence of the running head.

    A line of many words that is no content, and stands on one or two pages only, is taken for lost prose by
    those who check.
    """
    names, sections = name.split(), section.split()
    kept, few = min(len(names), _MOST_WORDS), min(len(sections), _WORDS)
    while _is_prose([*names[:kept], short, *sections[:few]]) and kept + few > 2:
        if few >= kept:
            few -= 1
        else:
            kept -= 1
    return _first(name, kept), _first(section, few)


def _is_prose(texts: list[str]) -> bool:
    words = _WORD.findall(" ".join(texts))
    return len(words) >= _PROSE[0] and sum(word[0].islower() for word in words) >= _PROSE[1]


def _first(text: str, count: int) -> str:
    words = text.split()
    return text if len(words) <= count else " ".join(words[:count]) + " …"
