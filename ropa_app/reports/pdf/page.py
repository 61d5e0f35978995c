"""A page that is being drawn: every stroke lies in a mark of the structure tree or in an artifact.

Coordinates are points from the lower left corner. Text outside a mark raises UntaggedContent; lines and
shapes outside a mark become artifacts of their own, since they carry no words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from ropa_app.reports.pdf.fonts import Face
from ropa_app.reports.pdf.structure import Element, Mark
from ropa_app.reports.pdf.styles import INK, Colour, Paper
from ropa_app.reports.pdf.values import number, numbers

Point = tuple[float, float]
_CURVE: Final = 0.5523  # control points of a quarter circle


class UntaggedContent(Exception):
    """Something was about to be drawn that no reader of the structure would find, or in two marks at once."""


@dataclass(slots=True)
class PageRecord:
    """What is kept of a page until all pages are known."""

    number: int
    paper: Paper
    contents: list[int] = field(default_factory=list)
    annotations: list[int] = field(default_factory=list)
    key: int = 0
    section: str = ""
    waiting: list[str | Callable[[Page], None]] = field(default_factory=list)


@cache
def _components(colour: Colour) -> str:
    return numbers(*colour)


class Page:
    """The ink of one page. `element_number` gives the object number of an element."""

    def __init__(self, record: PageRecord, element_number: Callable[[Element], int]) -> None:
        self.record = record
        self.paper = record.paper
        self.operators: list[str | Callable[[Page], None]] = []
        self.parents: list[int] = []
        self._element_number = element_number
        self._marked = ""
        self._state: dict[str, str] = {}

    @property
    def in_artifact(self) -> bool:
        """Tell whether an artifact is open."""
        return self._marked == "Artifact"

    # marks
    def _open(self, tag: str, properties: str) -> None:
        if self._marked:
            raise UntaggedContent(f"{tag} within {self._marked}")
        self._marked = tag
        self.operators.append(f"/{tag} <<{properties}>> BDC")

    def _close(self) -> None:
        self._marked = ""
        self.operators.append("EMC")

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Draw the content of an element."""
        mark = Mark(self.record.number, len(self.parents))
        self._open(element.tag, f"/MCID {mark.number}")
        self.parents.append(self._element_number(element))
        element.kids.append(mark)
        yield
        self._close()

    @contextmanager
    def artifact(self, properties: str = "/Type/Layout") -> Iterator[None]:
        """Draw what is no content; within an artifact it is part of that."""
        if self.in_artifact:
            yield
            return
        self._open("Artifact", properties)
        yield
        self._close()

    @contextmanager
    def moved(self, scale: float, x: float, y: float) -> Iterator[None]:
        """Scale what is drawn and move its origin to (x, y)."""
        self.operators.append(f"q {number(scale)} 0 0 {number(scale)} {numbers(x, y)} cm")
        self._state.clear()
        yield
        self.operators.append("Q")
        self._state.clear()

    # state
    def _set(self, name: str, operator: str) -> None:
        if self._state.get(name) != operator:
            self._state[name] = operator
            self.operators.append(operator)

    def fill_colour(self, colour: Colour) -> None:
        """Set the colour of text and filled shapes."""
        self._set("fill", f"{_components(colour)} rg")

    def stroke(
        self, colour: Colour = INK, width: float = 0.8, dash: Sequence[float] = (), cap: int = 0
    ) -> None:
        """Set how lines are drawn; caps are 0 butt, 1 round, 2 square."""
        self._set("stroke", f"{_components(colour)} RG")
        self._set("width", f"{number(width)} w")
        self._set("dash", f"[{numbers(*dash)}] 0 d")
        self._set("cap", f"{cap} J")

    # text
    def text(
        self, x: float, y: float, size: float, colour: Colour, pieces: Iterable[tuple[Face, str]]
    ) -> None:
        """Draw pieces of text after one another, from (x, y) on the base line."""
        if not self._marked:
            raise UntaggedContent("text outside the structure tree")
        self.fill_colour(colour)
        shown = [f"1 0 0 1 {numbers(x, y)} Tm"]
        for face, text in pieces:
            for resource, string in face.spelt(text):
                font = f"/{resource} {number(size)} Tf"
                if self._state.get("font") != font:
                    self._state["font"] = font
                    shown.append(font)
                shown.append(f"{string} Tj")
        self.operators.append(f"BT {' '.join(shown)} ET")

    def late(self, element: Element, draw: Callable[[Page], None]) -> None:
        """Reserve a mark for what is drawn when all pages are known."""
        with self.tagged(element):
            self.operators.append(draw)
        self._state.clear()

    def draw_late(self, draw: Callable[[Page], None]) -> None:
        """Draw into a mark that was reserved by `late`."""
        self._state.clear()
        self._marked = "reserved"
        draw(self)
        self._marked = ""

    # shapes
    def _paint(self, path: str, operator: str) -> None:
        if self._marked:
            self.operators.append(f"{path} {operator}")
            return
        self.operators.append(f"/Artifact <</Type/Layout>> BDC {path} {operator} EMC")

    def line(self, *points: Point) -> None:
        """Draw a line through points."""
        path = f"{numbers(*points[0])} m " + " ".join(f"{numbers(*point)} l" for point in points[1:])
        self._paint(path, "S")

    def rectangle(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Colour | None = None,
        frame: bool = False,
    ) -> None:
        """Draw a rectangle, filled, framed or both."""
        if fill is not None:
            self.fill_colour(fill)
        operator = {(True, True): "B", (True, False): "f", (False, True): "S"}[fill is not None, frame]
        self._paint(f"{numbers(x, y, width, height)} re", operator)

    def polygon(self, points: Sequence[Point], *, fill: Colour | None = None) -> None:
        """Draw a closed shape, filled or as an outline."""
        if fill is not None:
            self.fill_colour(fill)
        path = f"{numbers(*points[0])} m " + " ".join(f"{numbers(*point)} l" for point in points[1:]) + " h"
        self._paint(path, "S" if fill is None else "f")

    def circle(self, x: float, y: float, radius: float, *, fill: Colour | None = None) -> None:
        """Draw a circle, filled or as an outline."""
        if fill is not None:
            self.fill_colour(fill)
        c = radius * _CURVE
        path = f"{numbers(x + radius, y)} m"
        for quarter in range(4):
            turn = (math.cos(math.pi / 2 * quarter), math.sin(math.pi / 2 * quarter))
            ends = ((radius, c), (c, radius), (0.0, radius))
            turned = (numbers(x + u * turn[0] - v * turn[1], y + u * turn[1] + v * turn[0]) for u, v in ends)
            path += " " + " ".join(turned) + " c"
        self._paint(path, "S" if fill is None else "f")
