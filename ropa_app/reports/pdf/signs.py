"""The signs before a paragraph. They are artifacts: the words beside them say the same."""

from __future__ import annotations

import math
from typing import Final

from ropa_app.reports.page_model import Sign
from ropa_app.reports.pdf.page import Page, Point
from ropa_app.reports.pdf.styles import INK, WHITE

_LINE: Final = 0.95


def draw_sign(page: Page, sign: Sign, x: float, y: float, size: float) -> None:
    """Draw a sign with its left end at (x, y) on the base line; within a mark it becomes part of that."""
    radius = size / 2
    cx, cy = x + radius, y + radius - 0.5
    page.stroke(INK, _LINE, cap=1)
    if sign is Sign.NOT_STATED:
        _not_stated(page, cx, cy, radius)
    elif sign is Sign.INVALID:
        _invalid(page, cx, cy, radius)
    elif sign is Sign.ELSEWHERE:
        r = radius * 1.25
        page.polygon([(cx, cy + r), (cx + r, cy), (cx, cy - r), (cx - r, cy)], fill=INK)
    elif sign is Sign.WITHIN:
        page.circle(cx, cy, radius, fill=INK)
    elif sign is Sign.UNPLACED:
        page.stroke(INK, _LINE, (1.5, 1.6))
        page.circle(cx, cy, radius)
    else:
        _square(page, sign, cx, cy, radius)


def _octagon(cx: float, cy: float, radius: float) -> list[Point]:
    turns = (math.pi * (corner + 0.5) / 4 for corner in range(8))
    return [(cx + radius * math.cos(turn), cy + radius * math.sin(turn)) for turn in turns]


def _not_stated(page: Page, cx: float, cy: float, radius: float) -> None:
    page.polygon(_octagon(cx, cy, radius * 1.06))
    page.line((cx, cy + radius * 0.52), (cx, cy - radius * 0.08))
    page.circle(cx, cy - radius * 0.5, 0.42 if radius < 5 else radius * 0.1, fill=INK)


def _invalid(page: Page, cx: float, cy: float, radius: float) -> None:
    page.polygon(_octagon(cx, cy, radius * 1.06 + 0.45), fill=INK)
    page.stroke(WHITE, _LINE, cap=1)
    d = radius * 0.4
    page.line((cx - d, cy - d), (cx + d, cy + d))
    page.line((cx - d, cy + d), (cx + d, cy - d))


def _square(page: Page, sign: Sign, cx: float, cy: float, radius: float) -> None:
    half = radius + 0.3
    added = sign is Sign.ADDED
    page.rectangle(cx - half, cy - half, 2 * half, 2 * half, fill=INK if added else None, frame=True)
    if sign is Sign.CHANGED:
        page.polygon([(cx - half, cy - half), (cx + half, cy - half), (cx + half, cy + half)], fill=INK)
        return
    page.stroke(WHITE if added else INK, 1.1, cap=1)
    d = radius * 0.62
    page.line((cx - d, cy), (cx + d, cy))
    if added:
        page.line((cx, cy - d), (cx, cy + d))
