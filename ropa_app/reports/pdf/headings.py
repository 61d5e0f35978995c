"""Headings, plain and with a letter, and the row of plates."""

from __future__ import annotations

from typing import Final

from ropa_app.reports.page_model import Heading, LetterHeading, Plates, Run
from ropa_app.reports.pdf.breaking import NO_BREAK
from ropa_app.reports.pdf.items import Place, Slab, Whole
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.paragraphs import ParagraphItem, ended, show_line
from ropa_app.reports.pdf.structure import Element
from ropa_app.reports.pdf.styles import ACCENT, HEADING, INK, SECONDARY, WHITE, TextSpec

_PLATE: Final = (17.0, 15.0)  # loose and dense
_LETTER: Final = TextSpec(11.5, 15, True)
_REFERENCE: Final = TextSpec(8.4, 11, colour=SECONDARY)
_LETTER_SPACE: Final = ((12.0, 5.0), (7.0, 1.5))
_TITLE_AT: Final = 25.0


class HeadingItem(ParagraphItem):
    """A heading; drawing it places its anchor, its outline entry and its running head."""

    def __init__(self, place: Place, heading: Heading, element: Element) -> None:
        number = (Run(heading.number, accent=True), Run(NO_BREAK)) if heading.number else ()
        spec = HEADING[heading.style]
        super().__init__(place.book, (*number, Run(heading.title)), spec, place.width, element)
        self.page_break = heading.page_break
        self._heading = heading
        self._place = place

    @property
    def before(self) -> float:
        """Return the distance to what precedes it."""
        return self.spec.before * (0.64 if self._place.density.dense else 1)

    @property
    def after(self) -> float:
        """Return the distance to what follows it."""
        return self.spec.after * (0.25 if self._place.density.dense and self._heading.level > 2 else 1)

    def leads(self) -> bool:
        """Tell that it belongs to what follows."""
        return True

    def slab(self, count: int) -> Slab:
        """Take lines; with the first one the heading takes its place."""
        plain = super().slab(count)
        if self._settled:
            return plain
        self._settled = True

        def draw(page: Page, x: float, top: float) -> None:
            self._settle(page, top)
            plain.draw(page, x, top)

        return Slab(plain.height, draw)

    _settled = False

    def _settle(self, page: Page, top: float) -> None:
        heading, book = self._heading, self._place.book
        if heading.anchor:
            book.place_anchor(page, heading.anchor, top)
            if heading.outline is not None:
                title = f"{heading.number} {heading.title}" if heading.number else heading.title
                book.outline.add(book.faces.one_line(title), heading.anchor, heading.outline)
        if heading.section:
            book.enter_section(page, heading.section, top)


class LetterItem(Whole):
    """A heading with its letter on a plate and a reference at the right; one mark, letter first."""

    def __init__(self, place: Place, heading: LetterHeading, element: Element) -> None:
        super().__init__()
        self._place = place
        self._heading = heading
        self._element = element
        faces = place.book.faces
        self._reference = faces.one_line(heading.reference)
        self._reference_width = faces.width(self._reference) * _REFERENCE.size
        width = place.width - _TITLE_AT - self._reference_width - 12
        lines, _ = place.book.breaker.lines((Run(heading.title),), _LETTER, max(width, 80))
        self._lines = ended(lines)

    @property
    def before(self) -> float:
        """Return the distance to what precedes it."""
        return _LETTER_SPACE[self._place.density.dense][0]

    @property
    def after(self) -> float:
        """Return the distance to what follows it."""
        return _LETTER_SPACE[self._place.density.dense][1]

    def leads(self) -> bool:
        """Tell that it belongs to what follows."""
        return True

    def _plate(self) -> float:
        return _PLATE[self._place.density.dense]

    def height(self) -> float:
        """Return its height."""
        return self._plate() + (len(self._lines) - 1) * _LETTER.leading

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw plate, line and words."""
        heading, book, side = self._heading, self._place.book, self._plate()
        if heading.anchor:
            book.place_anchor(page, heading.anchor, top)
        bottom = top - self.height()
        with page.artifact():
            draw_plate(page, x, bottom, side, filled=heading.complete)
            page.stroke(ACCENT, 0.8)
            page.line((x + side, bottom + 0.4), (x + self._place.width, bottom + 0.4))
        y = bottom + side / 2 - 3.5
        letter = book.faces.one_line(heading.letter)
        with page.tagged(self._element):
            indent = (side - book.faces.width(letter, True) * _LETTER.size) / 2
            colour = WHITE if heading.complete else INK
            page.text(x + indent, y, _LETTER.size, colour, book.faces.split(letter + " ", True))
            for at, line in enumerate(self._lines):
                line_y = y + (len(self._lines) - 1 - at) * _LETTER.leading
                show_line(self._place.book, page, line, x + _TITLE_AT, line_y, _LETTER)
            if self._reference:
                right = x + self._place.width - self._reference_width
                page.text(right, y + 0.2, _REFERENCE.size, SECONDARY, book.faces.split(self._reference))


def draw_plate(page: Page, x: float, y: float, side: float, *, filled: bool) -> None:
    """Draw the square that a letter stands on."""
    if filled:
        page.rectangle(x, y, side, side, fill=ACCENT)
        return
    page.stroke(INK, 0.9, (2, 1.6))
    page.rectangle(x + 0.45, y + 0.45, side - 0.9, side - 0.9, frame=True)


class PlatesItem(Whole):
    """A row of letters on plates; the words beside them are the text, the plates repeat it."""

    _SIDE: Final = 14.5
    _STEP: Final = 18.0
    _SPEC: Final = TextSpec(9, 11.75, colour=SECONDARY)

    def __init__(self, place: Place, plates: Plates, element: Element) -> None:
        super().__init__()
        self._place = place
        self._letters = plates.letters
        self._indent = len(plates.letters) * self._STEP + 10
        self._words = ParagraphItem(place.book, plates.words, self._SPEC, place.width - self._indent, element)
        self._height = max(self._SIDE, self._words.height())

    @property
    def after(self) -> float:
        """Return the distance to what follows."""
        return 6.0 if self._place.density.dense else 9.0

    def height(self) -> float:
        """Return its height."""
        return self._height

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw plates, then words."""
        faces = self._place.book.faces
        with page.artifact():
            for at, (letter, complete) in enumerate(self._letters):
                left = x + at * self._STEP
                draw_plate(page, left, top - self._SIDE, self._SIDE, filled=complete)
                text = faces.one_line(letter)
                indent = (self._SIDE - faces.width(text, True) * 9.5) / 2
                colour = WHITE if complete else INK
                page.text(left + indent, top - self._SIDE + 4.2, 9.5, colour, faces.split(text, True))
        slab = self._words.take(self._height + 1, True, 0)
        if slab:
            slab.draw(page, x + self._indent, top - (self._height - slab.height) / 2)
