"""Boxes that cannot be overlooked, and the items of lists."""

from __future__ import annotations

from typing import Final

from ropa_app.reports.page_model import Paragraph, TextStyle
from ropa_app.reports.pdf.groups import GroupItem
from ropa_app.reports.pdf.items import Item, Place, Slab
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.paragraphs import ParagraphItem, base_line
from ropa_app.reports.pdf.structure import Element
from ropa_app.reports.pdf.styles import ACCENT, BULLET_INDENT, INK, TEXT, TINT, TextSpec


class BoxItem(GroupItem):
    """Items in a tinted frame with a bar at its left; one that is higher than a page loses its frame."""

    _PADDING: Final = 11.0
    _BAR: Final = 4.5

    def __init__(self, place: Place, items: list[Item]) -> None:
        super().__init__(place, items)
        self._width = place.width

    @staticmethod
    def inner_width(width: float) -> float:
        """Return the width for what stands in a box of this width."""
        return width - 2 * BoxItem._PADDING - 4

    @property
    def before(self) -> float:
        """Return the distance to what precedes it."""
        return 14.0

    @property
    def after(self) -> float:
        """Return the distance to what follows it."""
        return 10.0

    def height(self) -> float:
        """Return the height of the frame."""
        return super().height() + 2 * self._PADDING - 2

    def take(self, room: float, fresh: bool, reserve: float) -> Slab | None:
        """Return the box, if there is room."""
        height = self.height()
        inner = super().take(room, fresh, reserve)
        if inner is None:
            return None

        def draw(page: Page, x: float, top: float) -> None:
            with page.artifact():
                page.stroke(INK, 0.7)
                page.rectangle(x, top - height, self._width, height, fill=TINT, frame=True)
                page.rectangle(x, top - height, self._BAR, height, fill=ACCENT)
            inner.draw(page, x + self._PADDING + 4, top - self._PADDING + 1)

        return Slab(height, draw)


class ListParagraph(ParagraphItem):
    """A paragraph of a list; the first one of an item has its mark, tagged Lbl, before it."""

    def __init__(
        self,
        place: Place,
        paragraph: Paragraph,
        spec: TextSpec,
        body: Element,
        label: tuple[str, Element] | None,
    ) -> None:
        super().__init__(place.book, paragraph.runs, spec, place.width, body.child("P"), paragraph.sign)
        self._label = label
        self._place = place

    def slab(self, count: int) -> Slab:
        """Take lines; the mark goes with the first."""
        plain = super().slab(count)
        label, self._label = self._label, None
        if label is None:
            return plain
        text, element = label

        def draw(page: Page, x: float, top: float) -> None:
            left = x + self.spec.indent - BULLET_INDENT
            with page.tagged(element):
                pieces = self._place.book.faces.split(text + " ")
                page.text(left, base_line(top, self.spec), self.spec.size, self.spec.colour, pieces)
            plain.draw(page, x, top)

        return Slab(plain.height, draw)


def list_spec(style: TextStyle, depth: int) -> TextSpec:
    """Return how the items of a list are set, outermost at depth 0."""
    spec = TEXT[style]
    return TextSpec(
        spec.size,
        spec.leading,
        spec.bold,
        spec.colour,
        after=3,
        indent=spec.indent + BULLET_INDENT * (depth + 1),
        hyphens=spec.hyphens,
    )
