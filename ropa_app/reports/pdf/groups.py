"""Items that stay together on one page."""

from __future__ import annotations

from itertools import pairwise

from ropa_app.reports.pdf.items import Item, Place, Slab
from ropa_app.reports.pdf.page import Page


def stacked_height(items: list[Item]) -> float:
    """Return the height of items below one another, with the distances between them."""
    inner = sum(item.height() for item in items)
    return inner + sum(max(one.after, two.before) for one, two in pairwise(items))


class GroupItem:
    """Items that are taken together; one that is higher than a page comes apart again."""

    def __init__(self, place: Place, items: list[Item]) -> None:
        self.items = items
        self._place = place
        self._taken = False

    @property
    def before(self) -> float:
        """Return the distance of its first item."""
        return self.items[0].before

    @property
    def after(self) -> float:
        """Return the distance of its last item."""
        return self.items[-1].after

    def leads(self) -> bool:
        """Tell that it may end a page."""
        return False

    def trails(self) -> bool:
        """Tell that it may begin a page."""
        return False

    def done(self) -> bool:
        """Tell whether it was taken."""
        return self._taken

    def height(self) -> float:
        """Return the height of all items."""
        return stacked_height(self.items)

    def beginning(self) -> float:
        """Return the height of all items."""
        return self.height()

    def too_high(self) -> bool:
        """Tell whether no page can hold it."""
        return self.height() > self._place.page_height

    def take(self, room: float, fresh: bool, reserve: float) -> Slab | None:
        """Return everything, if there is room."""
        if not fresh and self.height() + reserve > room:
            return None
        self._taken = True
        return stacked(self.items)


def stacked(items: list[Item]) -> Slab:
    """Take items whole, below one another."""
    slabs: list[tuple[float, Slab]] = []
    used = 0.0
    for at, item in enumerate(items):
        used += max(items[at - 1].after, item.before) if at else 0.0
        while not item.done():
            slab = item.take(item.height() + 1, True, 0)
            if slab is None:
                break
            slabs.append((used, slab))
            used += slab.height

    def draw(page: Page, x: float, top: float) -> None:
        for offset, slab in slabs:
            slab.draw(page, x, top - offset)

    return Slab(used, draw)
