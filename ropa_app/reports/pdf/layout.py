"""Filling pages: what stands together, where a page ends, and when a part is set more tightly."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from ropa_app.reports.page_model import Orientation, Part
from ropa_app.reports.pdf.book import Book
from ropa_app.reports.pdf.build import Builder
from ropa_app.reports.pdf.groups import GroupItem, stacked_height
from ropa_app.reports.pdf.headings import HeadingItem
from ropa_app.reports.pdf.items import Density, Item, Place
from ropa_app.reports.pdf.page import Page
from ropa_app.reports.pdf.paragraphs import ParagraphItem
from ropa_app.reports.pdf.styles import PAPERS, Paper
from ropa_app.reports.pdf.tables import RowsItem

_HEADED = 120.0  # room below a heading in which a row may begin that no page holds together with it
_INTRO = 150.0  # a paragraph that introduces what follows counts with up to this height


class Queue:
    """Items that are made only when somebody looks at them."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._source = iter(items)
        self._waiting: deque[Item] = deque()

    def peek(self, ahead: int = 0) -> Item | None:
        """Return the item so many places ahead, None behind the last one."""
        while len(self._waiting) <= ahead:
            item = next(self._source, None)
            if item is None:
                return None
            self._waiting.append(item)
        return self._waiting[ahead]

    def drop(self) -> None:
        """Leave the first item behind."""
        self._waiting.popleft()

    def replace(self, items: Iterable[Item]) -> None:
        """Put items in the place of the first one."""
        self._waiting.popleft()
        self._waiting.extendleft(reversed(list(items)))


class Layout:
    """Puts parts on pages. `after_page` is called when a page is complete; it may raise."""

    def __init__(self, book: Book, after_page: Callable[[], None]) -> None:
        self._book = book
        self._after_page = after_page
        self._paper = PAPERS[Orientation.PORTRAIT]
        self._page: Page | None = None
        self._y = 0.0
        self._fresh = True
        self._headed = False  # nothing but headings on the page
        self._distance = 0.0  # what the last item wants below it

    def add(self, part: Part) -> None:
        """Set a part and seal it."""
        paper = PAPERS[part.orientation]
        if not part.continues or paper is not self._paper:
            self.end_page()
        self._paper = paper
        if part.section:
            self._book.name_section(part.section)
        section = self._book.tree.document.child("Sect")
        density = Density()
        place = Place(self._book, paper.text_width, paper.text_height, density)
        items = Builder(place, section).items(part.blocks)
        self._fill(Queue(self._fitted(items, density, paper) if part.fit else items))
        if section.kids:
            self._book.tree.seal(section)
        else:
            self._book.tree.document.kids.pop()

    def finish(self) -> None:
        """Complete the last page; a document has at least one."""
        if not self._book.pages:
            self._open_page()
        self.end_page()

    def _fitted(self, source: Iterator[Item], density: Density, paper: Paper) -> list[Item]:
        """Return the items, set densely if that brings them onto one page and nothing else does."""
        items = list(source)
        if stacked_height(items) > paper.text_height:
            density.dense = True
            density.dense = stacked_height(items) <= paper.text_height
        return items

    # pages
    def _open_page(self) -> Page:
        if self._page is None:
            self._page = self._book.start_page(self._paper)
            self._y = self._paper.height - self._paper.top
            self._fresh = True
            self._headed = False
        return self._page

    def end_page(self) -> None:
        """Complete the page, if there is one."""
        if self._page is not None:
            self._book.end_page(self._page)
            self._page = None
            self._fresh = True
            self._after_page()

    def _room(self) -> float:
        return self._paper.text_height if self._page is None else self._y - self._paper.bottom

    # items
    def _fill(self, queue: Queue) -> None:
        while (item := queue.peek()) is not None:
            if isinstance(item, GroupItem) and (item.too_high() or self._too_high_below(item)):
                queue.replace(item.items)
            elif item.done():
                queue.drop()
            else:
                self._put(item, queue)

    def _put(self, item: Item, queue: Queue) -> None:
        """Put an item, or as much of it as fits, on the page; or end the page."""
        if isinstance(item, HeadingItem) and item.page_break and not self._fresh:
            item.page_break = False
            self.end_page()
        gap = 0.0 if self._fresh else max(self._distance, item.before)
        room = self._room() - gap
        settled = self._fresh or self._headed  # the next page would have hardly more room
        if not settled and min(self._wanted(queue), self._paper.text_height) > room + 0.01:
            self.end_page()
            return
        slab = item.take(room, self._fresh, self._reserve(item, queue))
        if slab is None and self._headed and isinstance(item, RowsItem) and room >= _HEADED:
            slab = item.take(room, True, 0)
        if slab is None:
            if self._fresh:
                raise ValueError(f"nothing of {item!r} fits on an empty page")
            self.end_page()
            return
        page = self._open_page()
        self._y -= gap
        slab.draw(page, self._paper.left, self._y)
        self._y -= slab.height
        self._distance = item.after
        self._headed = settled and item.leads()
        self._fresh = self._fresh and not slab.height
        if item.done():
            queue.drop()
        else:
            self.end_page()

    def _too_high_below(self, group: GroupItem) -> bool:
        """Tell whether a group cannot stand on one page together with the heading above it."""
        return self._headed and max(self._distance, group.before) + group.height() > self._room()

    def _reserve(self, item: Item, queue: Queue) -> float:
        """Return the room that a note below the item needs."""
        note = queue.peek(1)
        if note is None or not note.trails():
            return 0.0
        return max(item.after, note.before) + note.height()

    def _wanted(self, queue: Queue) -> float:
        """Return the room that the first item wants, with all that must follow it at once."""
        total = 0.0
        at = 0
        introduced = False
        last: Item | None = None
        while (item := queue.peek(at)) is not None:
            total += max(last.after, item.before) if last else 0.0
            following = queue.peek(at + 1) if last or item.leads() else None
            if item.leads():
                total += item.height()
            elif last and isinstance(item, ParagraphItem) and following and not introduced:
                total += min(item.height(), _INTRO)
                introduced = True
                if isinstance(following, ParagraphItem) and not following.leads():
                    break
            else:
                return total + self._beginning(item, queue.peek(at + 1))
            last = item
            at += 1
        return total

    def _beginning(self, item: Item, following: Item | None) -> float:
        """Return the room for the beginning of an item, with a note below it if it begins whole."""
        wanted = item.beginning()
        whole = item.small() if isinstance(item, RowsItem) else item.beginning() >= item.height()
        if following is not None and following.trails() and whole:
            wanted += max(item.after, following.before) + following.height()
        return wanted
