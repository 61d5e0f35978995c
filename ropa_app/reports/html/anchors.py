"""The names that links lead to: each stands once in a page, and no link leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ropa_app.reports import page_model as m


def anchors_of(blocks: Iterable[m.Block]) -> Iterator[str]:
    """Yield the anchors that blocks bear, in order."""
    for block in blocks:
        if isinstance(block, m.Box | m.Group):
            yield from anchors_of(block.blocks)
        elif isinstance(block, m.Heading | m.LetterHeading | m.TitleBlock | m.OutlineEntry) and block.anchor:
            yield block.anchor


class Anchors:
    """The ids of a page: those of the document's anchors, and the page's own, apart from them."""

    def __init__(self, anchors: Iterable[str]) -> None:
        self._ids: dict[str, str] = {}
        self._used: set[str] = set()
        self._placed: set[str] = set()
        for anchor in anchors:
            if anchor not in self._ids:
                self._ids[anchor] = self.own(anchor)
        self.has_top = "top" in self._ids
        self.top = self._ids["top"] if self.has_top else self.own("top")
        self._signs: dict[m.Sign, str] = {}

    def own(self, name: str) -> str:
        """Return an id like this name that nothing else has."""
        plain = re.sub(r"[^\w.-]+", "-", name) or "place"
        found, number = plain, 1
        while found in self._used:
            number += 1
            found = f"{plain}-{number}"
        self._used.add(found)
        return found

    def place(self, anchor: str) -> str:
        """Return the id for the block that bears an anchor; "" where another block bore it before."""
        if not anchor or anchor in self._placed:
            return ""
        self._placed.add(anchor)
        return self._ids[anchor]

    def reference(self, anchor: str) -> str:
        """Return the target for a link to an anchor; the top of the page where no block bears it."""
        return f"#{self._ids.get(anchor, self.top)}"

    def sign(self, sign: m.Sign) -> str:
        """Return the id of the drawing of a sign."""
        if sign not in self._signs:
            self._signs[sign] = self.own("sign-" + sign.name.lower().replace("_", "-"))
        return self._signs[sign]
