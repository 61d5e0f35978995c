"""What a page draws, read from its content stream: each string with its place and the mark that holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

PAINTING = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI"}
FILLING = {"f", "F", "f*", "B", "B*", "b", "b*"}
SHOWING = {"Tj", "TJ", "'", '"'}


Colour = tuple[float, ...]
WHITE: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Shown:
    """A string on a page: its mark, or the kind of artifact that it lies in; place and width in points."""

    page: int
    mark: int | None
    artifact: str
    font: str
    codes: bytes
    text: str
    x: float
    y: float
    width: float
    size: float
    colour: Colour
    background: Colour


@dataclass
class Ink:
    """The ink of all pages: strings in the order of drawing, tags of marks, and what is wrong with it."""

    shown: list[Shown] = field(default_factory=list)
    marks: dict[tuple[int, int], str] = field(default_factory=dict)
    artifacts: int = 0
    faults: list[str] = field(default_factory=list)

    def texts(self) -> dict[tuple[int, int], str]:
        """Return the text of each mark."""
        texts: dict[tuple[int, int], str] = {}
        for one in self.shown:
            if one.mark is not None:
                key = (one.page, one.mark)
                texts[key] = texts.get(key, "") + one.text
        return texts


@dataclass
class Typeface:
    """A font of the file, as far as strings need it."""

    characters: dict[int, str]
    widths: list[float]
    first: int = 0

    def text(self, codes: bytes) -> str:
        """Return what the codes mean; a code without meaning is U+FFFD."""
        return "".join(self.characters.get(code, "\ufffd") for code in codes)

    def width(self, codes: bytes, size: float) -> float:
        """Return the width in points."""
        known = range(self.first, self.first + len(self.widths))
        return sum(self.widths[code - self.first] for code in codes if code in known) * size / 1000


def operations(page: pikepdf.Page) -> Iterator[tuple[Any, str]]:
    """Yield operands and operators of a page."""
    for instruction in pikepdf.parse_content_stream(page):
        yield instruction.operands, str(instruction.operator)


def unicode_map(font: Any) -> dict[int, str]:
    """Return what a font says its codes mean; nothing if it does not say."""
    if "/ToUnicode" not in font:
        return {}
    pairs = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]+)>\n", font.ToUnicode.read_bytes() + b"\n")
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def read(pdf: pikepdf.Pdf) -> Ink:
    """Read all pages."""
    found = Ink()
    faces: dict[Any, dict[str, Typeface]] = {}
    for at, page in enumerate(pdf.pages):
        resources = page.obj.Resources
        if resources.objgen not in faces:
            faces[resources.objgen] = {
                name: Typeface(unicode_map(font), [float(w) for w in font.Widths], int(font.FirstChar))
                for name, font in resources.get("/Font", {}).items()
            }
        _Reader(at, page, found, faces[resources.objgen]).run()
    return found


class _Reader:
    """Follows the operators of one page."""

    def __init__(self, at: int, page: pikepdf.Page, found: Ink, faces: dict[str, Typeface]) -> None:
        self._at = at
        self._page = page
        self._found = found
        self._faces = faces
        self._open: list[tuple[int | None, str]] = []
        self._scales: list[tuple[float, float, float]] = [(1.0, 0.0, 0.0)]
        self._font, self._size = "", 0.0
        self._x = self._y = 0.0
        self._in_text = False
        self._colour: Colour = (0.0, 0.0, 0.0)
        self._area: tuple[float, ...] | None = None
        self._fills: list[tuple[tuple[float, ...], Colour]] = []

    def _fault(self, text: str) -> None:
        self._found.faults.append(f"{text} on page {self._at}")

    def run(self) -> None:
        for operands, name in operations(self._page):
            step = getattr(self, f"_on_{name}", None)
            if step is not None:
                step(operands)
            if name in PAINTING and not self._open:
                self._fault(f"{name} outside any mark")
            if name in FILLING and self._area is not None:
                self._fills.append((self._area, self._colour))
            if name in PAINTING:
                self._area = None
            if name in SHOWING:
                self._show(operands)
        if self._open:
            self._fault("open mark")
        if len(self._scales) > 1 or self._in_text:
            self._fault("q without Q or BT without ET")

    def _on_BDC(self, operands: Any) -> None:
        if self._open:
            self._fault("nested mark")
        number = operands[1].get("/MCID")
        if number is None:
            self._found.artifacts += 1
            kind = operands[1].get("/Subtype", operands[1].get("/Type", "/Layout"))
            self._open.append((None, str(kind)[1:]))
            return
        key = (self._at, int(number))
        if key in self._found.marks:
            self._fault(f"mark {number} twice")
        self._found.marks[key] = str(operands[0])
        self._open.append((int(number), ""))

    def _on_EMC(self, _operands: Any) -> None:
        if not self._open:
            self._fault("end of no mark")
            return
        self._open.pop()

    def _on_q(self, _operands: Any) -> None:
        self._scales.append(self._scales[-1])

    def _on_Q(self, _operands: Any) -> None:
        self._scales.pop()

    def _on_cm(self, operands: Any) -> None:
        scale, x, y = self._scales[-1]
        a, dx, dy = float(operands[0]), float(operands[4]), float(operands[5])
        self._scales[-1] = (scale * a, x + scale * dx, y + scale * dy)

    def _on_rg(self, operands: Any) -> None:
        self._colour = tuple(float(part) for part in operands)

    def _on_re(self, operands: Any) -> None:
        scale, x, y = self._scales[-1]
        left, bottom, width, height = (float(one) * scale for one in operands)
        self._area = (x + left, y + bottom, x + left + width, y + bottom + height)

    def _background(self, x: float, y: float) -> Colour:
        """Return the colour of the last rectangle filled at a point, else that of the paper."""
        over = [
            colour
            for (left, bottom, right, top), colour in self._fills
            if left <= x <= right and bottom <= y <= top
        ]
        return over[-1] if over else WHITE

    def _on_BT(self, _operands: Any) -> None:
        self._in_text = True

    def _on_ET(self, _operands: Any) -> None:
        self._in_text = False

    def _on_Tf(self, operands: Any) -> None:
        self._font, self._size = str(operands[0]), float(operands[1])

    def _on_Tm(self, operands: Any) -> None:
        self._x, self._y = float(operands[4]), float(operands[5])

    def _show(self, operands: Any) -> None:
        scale, x, y = self._scales[-1]
        face = self._faces[self._font]
        codes = bytes(operands[0])
        width = face.width(codes, self._size)
        mark, artifact = self._open[-1] if self._open else (None, "nothing")
        place = (x + scale * self._x, y + scale * self._y)
        size = self._size * scale
        self._found.shown.append(
            Shown(
                page=self._at,
                mark=mark,
                artifact=artifact,
                font=self._font,
                codes=codes,
                text=face.text(codes),
                x=place[0],
                y=place[1],
                width=width * scale,
                size=size,
                colour=self._colour,
                background=self._background(place[0] + 0.1, place[1] + size / 4),
            )
        )
        self._x += width
