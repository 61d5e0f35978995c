"""The fonts of a file: embedded, and each code draws, measures and means one and the same character."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

from ropa_app.paths import resource
from tests.reports.pdf.audit_tags import NOTHING
from tests.reports.pdf.ink import Ink, unicode_map


def faults(pdf: pikepdf.Pdf, ink: Ink) -> list[str]:
    """Compare codes in use with the programs of their fonts and with the fonts as shipped."""
    used: dict[str, set[int]] = defaultdict(set)
    for one in ink.shown:
        used[one.font].update(one.codes)
    fonts: dict[str, Any] = {}
    for page in pdf.pages:
        fonts.update(page.obj.Resources.get("/Font", NOTHING).items())
    found: list[str] = []
    for name, codes in sorted(used.items()):
        found += _font_faults(fonts[name], codes)
    return found


def _font_faults(font: Any, codes: set[int]) -> Iterator[str]:
    base = str(font.BaseFont)[1:]
    if "/FontFile2" not in font.FontDescriptor:
        yield f"{base} is not embedded"
        return
    if int(font.FontDescriptor.Flags) & 36 != 4:
        yield f"{base} is not called symbolic, though its codes are its own"
    program = TTFont(BytesIO(font.FontDescriptor.FontFile2.read_bytes()), lazy=True)
    names = next(table.cmap for table in program["cmap"].tables if table.platformID == 1)
    meanings = unicode_map(font)
    for code in sorted(codes):
        glyph = names.get(code, ".notdef")
        if code not in meanings:
            yield f"code {code} of {base} means nothing"
        elif program.getGlyphID(glyph) == 0:
            yield f"code {code} of {base} draws the missing glyph"
        else:
            yield from _glyph_faults(font, program, glyph, code, meanings[code])


def _glyph_faults(font: Any, program: Any, glyph: str, code: int, meaning: str) -> Iterator[str]:
    base = str(font.BaseFont)[1:]
    shipped = _shipped(base.split("+")[1])
    original = shipped.getBestCmap().get(ord(meaning))
    if original is None or _outline(program, glyph) != _outline(shipped, original):
        yield f"code {code} of {base} means {meaning!r} and draws something else"
    width = program["hmtx"][glyph][0] * 1000 / program["head"].unitsPerEm
    if abs(width - float(font.Widths[code - int(font.FirstChar)])) > 1:
        yield f"code {code} of {base} is not as wide as it says"


@cache
def _shipped(name: str) -> Any:
    return TTFont(resource("fonts", f"{name}.ttf"))


def _outline(font: Any, glyph: str) -> list[tuple[int, int]]:
    coordinates, _, _ = font["glyf"][glyph].getCoordinates(font["glyf"])
    return list(coordinates)
