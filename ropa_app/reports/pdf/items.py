"""What a column of text is made of: things with a height that are drawn from the top downwards.

An item may be taken whole or in slabs, as much as there is room for. Its height is known before it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ropa_app.reports.pdf.book import Book
from ropa_app.reports.pdf.page import Page

Draw = Callable[[Page, float, float], None]


@dataclass(slots=True)
class Density:
    """How tightly a part is set; changed after its items were made, before they are drawn."""

    dense: bool = False


@dataclass(frozen=True, slots=True)
class Slab:
    """A piece of an item: its height, and how to draw it with its left upper corner at (x, top)."""

    height: float
    draw: Draw


class Item(Protocol):
    """A thing in the column."""

    @property
    def before(self) -> float:
        """Return the least distance to what precedes it."""
        ...

    @property
    def after(self) -> float:
        """Return the least distance to what follows it."""
        ...

    def leads(self) -> bool:
        """Tell whether it must not stand at the foot of a page, parted from what follows."""
        ...

    def trails(self) -> bool:
        """Tell whether it must not stand on a page without what precedes it."""
        ...

    def height(self) -> float:
        """Return the height of what is left of it."""
        ...

    def beginning(self) -> float:
        """Return the room that it wants in order to begin on a page."""
        ...

    def take(self, room: float, fresh: bool, reserve: float) -> Slab | None:
        """Return what fits into the room, None if that is nothing; on a `fresh` page something always is.

        If it ends within the room, `reserve` must be left below it.
        """
        ...

    def done(self) -> bool:
        """Tell whether all of it was taken."""
        ...


class Whole:
    """An item that is never split. Subclasses say how high it is and draw it."""

    def __init__(self) -> None:
        self._taken = False

    @property
    def before(self) -> float:
        """Return the least distance to what precedes it."""
        return 0.0

    @property
    def after(self) -> float:
        """Return the least distance to what follows it."""
        return 0.0

    def leads(self) -> bool:
        """Tell whether it belongs to what follows."""
        return False

    def trails(self) -> bool:
        """Tell whether it belongs to what precedes it."""
        return False

    def height(self) -> float:
        """Return its height."""
        raise NotImplementedError

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw it."""
        raise NotImplementedError

    def beginning(self) -> float:
        """Return its height: it begins whole."""
        return self.height()

    def take(self, room: float, fresh: bool, reserve: float) -> Slab | None:
        """Return all of it, if there is room."""
        if not fresh and self.height() + reserve > room:
            return None
        self._taken = True
        return Slab(self.height(), self.draw)

    def done(self) -> bool:
        """Tell whether it was taken."""
        return self._taken


@dataclass(frozen=True, slots=True)
class Place:
    """Where items are made: the document, the column's width and height, how tightly it is set."""

    book: Book
    width: float
    page_height: float
    density: Density
