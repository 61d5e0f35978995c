"""Arrows of a flow picture: right-angled, several joined by one upright line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ropa_app.reports.page_model import Stroke
from ropa_app.reports.pdf.page import Page, Point
from ropa_app.reports.pdf.styles import INK

_HEAD: Final = 4.6
_LEVEL: Final = 7.0  # ends nearer than this to the hub's height are drawn level with it
_RANK: Final = {Stroke.DASHED: 0, Stroke.PLAIN: 1, Stroke.STRONG: 2}
_DASHES: Final = (2.4, 1.8)

End = tuple[float, float, Stroke]


def _strongest(strokes: Sequence[Stroke]) -> Stroke:
    return max(strokes, key=lambda stroke: _RANK[stroke])


def draw_arrow(page: Page, points: list[Point], stroke: Stroke, *, head: bool = True) -> None:
    """Draw a line through points, with a head at its end."""
    dashed = stroke is Stroke.DASHED
    page.stroke(
        INK, 1.5 if stroke is Stroke.STRONG else 0.8, _DASHES if dashed else (), cap=0 if dashed else 2
    )
    x, y = points[-1]
    page.line(*points[:-1], (x - (_HEAD - 0.5 if head else 0), y))
    if head:
        half = _HEAD / 2
        page.polygon([(x, y), (x - _HEAD, y + half), (x - _HEAD, y - half)], fill=INK)


def draw_bus(page: Page, x: float, ends: list[End], hub: Point, *, merge: bool) -> None:
    """Join ends with a hub by one upright line at x; `merge` leads from the ends to the hub, else back.

    Every piece is drawn once, with the strongest stroke that uses it, so that dashes stay dashes.
    """
    hub_x, hub_y = hub
    ends = [(end, hub_y if abs(y - hub_y) < _LEVEL else y, stroke) for end, y, stroke in ends]
    heights = sorted({hub_y} | {y for _, y, _ in ends})
    for low, high in pairwise(heights):
        using = [stroke for _, y, stroke in ends if min(y, hub_y) <= low and max(y, hub_y) >= high]
        if using:
            draw_arrow(page, [(x, low), (x, high)], _strongest(using), head=False)
    for end, y, stroke in ends:
        draw_arrow(page, [(end, y), (x, y)] if merge else [(x, y), (end, y)], stroke, head=not merge)
    trunk = [(x, hub_y), (hub_x, hub_y)] if merge else [(hub_x, hub_y), (x, hub_y)]
    draw_arrow(page, trunk, _strongest([stroke for *_, stroke in ends]), head=merge)
