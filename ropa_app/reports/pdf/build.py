"""From blocks of the page model to items: elements of the structure in reading order, and how each is set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatchmethod

from ropa_app.reports import page_model as m
from ropa_app.reports.pdf.boxes import BoxItem, ListParagraph, list_spec
from ropa_app.reports.pdf.charts import ChartItem
from ropa_app.reports.pdf.figures import FlowItem
from ropa_app.reports.pdf.front import BarItem, ContentsItem, PlaceItem, title_items
from ropa_app.reports.pdf.groups import GroupItem
from ropa_app.reports.pdf.headings import HeadingItem, LetterItem, PlatesItem
from ropa_app.reports.pdf.items import Item, Place
from ropa_app.reports.pdf.paragraphs import ParagraphItem
from ropa_app.reports.pdf.structure import Element
from ropa_app.reports.pdf.styles import BOX_TEXT, INK, TEXT
from ropa_app.reports.pdf.tables import field_item, table_item

_BULLETS = ("•", "–", "·")


class Builder:
    """Makes the items of one part, one block at a time; headings open sections within the part's own."""

    def __init__(self, place: Place, section: Element, *, boxed: bool = False) -> None:
        self._place = place
        self._boxed = boxed
        self._sections: list[tuple[int, Element]] = [(0, section)]

    def items(self, blocks: Iterable[m.Block]) -> Iterator[Item]:
        """Yield the items of some blocks."""
        for block in blocks:
            yield from self._items(block)

    @property
    def _parent(self) -> Element:
        return self._sections[-1][1]

    def _enter(self, level: int) -> Element:
        """Return the section that a heading of this level begins."""
        while len(self._sections) > 1 and self._sections[-1][0] >= level:
            self._sections.pop()
        own = self._sections[-1][1]
        if own.kids:
            own = own.child("Sect")
        self._sections.append((level, own))
        return own

    @singledispatchmethod
    def _items(self, block: object) -> Iterator[Item]:
        raise TypeError(f"not a block: {block!r}")

    @_items.register
    def _(self, block: m.Heading) -> Iterator[Item]:
        element = self._enter(block.level).child(f"H{block.level}")
        yield HeadingItem(self._place, block, element)

    @_items.register
    def _(self, block: m.LetterHeading) -> Iterator[Item]:
        element = self._enter(block.level).child(f"H{block.level}")
        yield LetterItem(self._place, block, element)

    @_items.register
    def _(self, block: m.Paragraph) -> Iterator[Item]:
        if block.text.strip():
            element = self._parent.child("P")
            spec = BOX_TEXT if self._boxed and block.style is m.TextStyle.BODY else TEXT[block.style]
            item = ParagraphItem(self._place.book, block.runs, spec, self._place.width, element, block.sign)
            item.note = block.style is m.TextStyle.NOTE
            yield item

    @_items.register
    def _(self, block: m.Plates) -> Iterator[Item]:
        yield PlatesItem(self._place, block, self._parent.child("P"))

    @_items.register
    def _(self, block: m.BulletList) -> Iterator[Item]:
        yield from self._list(block, block.items, self._parent, 0)

    def _list(
        self, block: m.BulletList, items: tuple[m.ListItem, ...], parent: Element, depth: int
    ) -> Iterator[Item]:
        if not items:
            return
        kind = b"Decimal" if block.ordered else b"Disc"
        element = parent.child("L", b"/A<</O/List/ListNumbering/" + kind + b">>")
        spec = list_spec(block.style, depth)
        for number, item in enumerate(items, 1):
            li = element.child("LI")
            mark = f"{number}." if block.ordered else _BULLETS[min(depth, len(_BULLETS) - 1)]
            label: tuple[str, Element] | None = (mark, li.child("Lbl"))
            body = li.child("LBody")
            for paragraph in item.content:
                yield ListParagraph(self._place, paragraph, spec, body, label)
                label = None
            yield from self._list(block, item.items, body, depth + 1)

    @_items.register
    def _(self, block: m.FieldTable) -> Iterator[Item]:
        item = field_item(self._place, block, self._parent)
        if item:
            yield item

    @_items.register
    def _(self, block: m.Table) -> Iterator[Item]:
        item = table_item(self._place, block, self._parent)
        if item:
            yield item

    @_items.register
    def _(self, block: m.Box) -> Iterator[Item]:
        place = Place(
            self._place.book,
            BoxItem.inner_width(self._place.width),
            self._place.page_height,
            self._place.density,
        )
        inner = Builder(place, self._parent.child("Sect"), boxed=True)
        yield BoxItem(self._place, list(inner.items(block.blocks)))

    @_items.register
    def _(self, _block: m.Rule) -> Iterator[Item]:
        yield BarItem(self._place.width, 0.9, INK, 13, 6)

    @_items.register
    def _(self, block: m.TitleBlock) -> Iterator[Item]:
        yield from title_items(self._place, block, self._parent)

    @_items.register
    def _(self, block: m.Contents) -> Iterator[Item]:
        contents: Element | None = None
        for entry in block.entries:
            contents = contents or self._parent.child("TOC")
            yield ContentsItem(self._place, entry, contents)

    @_items.register
    def _(self, block: m.OutlineEntry) -> Iterator[Item]:
        yield PlaceItem(self._place, block)

    @_items.register
    def _(self, block: m.Group) -> Iterator[Item]:
        items = list(self.items(block.blocks))
        if items:
            yield GroupItem(self._place, items)

    @_items.register
    def _(self, block: m.FlowFigure) -> Iterator[Item]:
        if block.columns:
            yield FlowItem(self._place, block, self._parent)

    @_items.register
    def _(self, block: m.DotChart) -> Iterator[Item]:
        if block.groups:
            yield ChartItem(self._place, block, self._parent)
