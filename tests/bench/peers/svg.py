"""Pictures of the page model as SVG, drawn by the code that draws them in our own PDFs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from io import BytesIO
from typing import Final, NamedTuple

from ropa_app.reports.page_model import Document, DotChart, FlowFigure
from ropa_app.reports.pdf.book import Book
from ropa_app.reports.pdf.charts import ChartItem
from ropa_app.reports.pdf.figures import FlowItem
from ropa_app.reports.pdf.fonts import Face, FontSet
from ropa_app.reports.pdf.items import Density, Place
from ropa_app.reports.pdf.page import Page, PageRecord
from ropa_app.reports.pdf.structure import Element
from ropa_app.reports.pdf.styles import Colour, Paper

_STEP: Final = re.compile(r"([-\d. ]+) (re|[mlc])|(h)")
_DASH: Final = re.compile(r"\[(.*)\]")


class Picture(NamedTuple):
    """An `svg` element and its size in points."""

    element: str
    width: float
    height: float


class Pictures:
    """Turns the figures of one document into SVG."""

    def __init__(self, document: Document) -> None:
        self._book = Book(document, BytesIO(), FontSet.shipped())
        faces = self._book.faces
        self._bold = [face for text in ("a", "\u01e9") for face, _ in faces.split(text, bold=True)]

    def drawn(self, figure: FlowFigure | DotChart, paper: Paper) -> Picture:
        """Return a figure as wide as the text on this paper."""
        place = Place(self._book, paper.text_width, paper.text_height, Density())
        root = Element("Document", None)
        item = (
            FlowItem(place, figure, root)
            if isinstance(figure, FlowFigure)
            else ChartItem(place, figure, root)
        )
        ink = _Ink(paper, item.natural, self._bold)
        with ink.artifact():
            item.paint(ink)
        width, height = place.width, item.natural
        words = escape(figure.alternative)
        element = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}pt" height="{height:.2f}pt" '
            f'viewBox="0 0 {width:.2f} {height:.2f}" role="img" aria-label="{words}"><title>{words}</title>'
            f"{''.join(ink.shapes)}</svg>"
        )
        return Picture(element, width, height)


class _Ink(Page):
    """A page that takes down SVG instead of the operators of a PDF."""

    def __init__(self, paper: Paper, height: float, bold: list[Face]) -> None:
        super().__init__(PageRecord(0, paper), lambda _element: 0)
        self.shapes: list[str] = []
        self._height = height
        self._bold = bold

    def text(
        self, x: float, y: float, size: float, colour: Colour, pieces: Iterable[tuple[Face, str]]
    ) -> None:
        """Take down a text; its pieces follow one another by themselves."""
        spans = "".join(
            f'<tspan font-weight="{600 if face in self._bold else 400}">{escape(text)}</tspan>'
            for face, text in pieces
        )
        self.shapes.append(
            f'<text x="{x:.2f}" y="{self._height - y:.2f}" font-family="Source Sans 3" '
            f'font-size="{size}" fill="{_hex(colour)}">{spans}</text>'
        )

    def _paint(self, path: str, operator: str) -> None:
        state = {name: said.rsplit(" ", 1)[0] for name, said in self._state.items()}
        fill = _rgb(state["fill"]) if operator in "fB" else "none"
        looks = f'd="{self._path(path)}" fill="{fill}"'
        if operator in "SB":
            dash = _DASH.match(state["dash"])
            looks += f' stroke="{_rgb(state["stroke"])}" stroke-width="{state["width"]}"'
            looks += f' stroke-dasharray="{dash[1]}"' if dash and dash[1] else ""
        self.shapes.append(f"<path {looks}/>")

    def _path(self, path: str) -> str:
        """Spell a path the other way: letters first, y downwards."""
        steps = []
        for numbers, letter, _ in _STEP.findall(path):
            values = [float(value) for value in numbers.split()]
            if not letter:
                steps.append("Z")
            elif letter == "re":
                x, y, width, height = values
                steps.append(f"M{x:.2f} {self._height - y:.2f}h{width:.2f}v{-height:.2f}h{-width:.2f}Z")
            else:
                flipped = (
                    f"{v:.2f}" if at % 2 == 0 else f"{self._height - v:.2f}" for at, v in enumerate(values)
                )
                steps.append(letter.upper() + " ".join(flipped))
        return "".join(steps)


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _rgb(components: str) -> str:
    red, green, blue = map(float, components.split())
    return _hex((red, green, blue))
