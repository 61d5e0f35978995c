"""The signs as vector drawings: each is drawn once in a page and referred to wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ropa_app.reports.html.anchors import Anchors
from ropa_app.reports.page_model import Sign

_OCTAGON: Final = "M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z"
_LINE: Final = 'stroke-width="1.6" stroke-linecap="round"'
_OPEN: Final = f'fill="none" stroke="currentColor" {_LINE}'
_FULL: Final = f'fill="currentColor" stroke="currentColor" {_LINE}'
_INSIDE: Final = f'class="on-ink" fill="none" {_LINE}'
_SQUARE: Final = '<path {0} d="M2 2h12v12H2z"/>'

_DRAWINGS: Final = {
    Sign.NOT_STATED: f'<path {_OPEN} d="{_OCTAGON}"/><path {_OPEN} d="M8 4.2v4.4M8 11.6v.1"/>',
    Sign.INVALID: f'<path {_FULL} d="{_OCTAGON}"/><path {_INSIDE} d="m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2"/>',
    Sign.ELSEWHERE: '<path fill="currentColor" d="m8 0 8 8-8 8-8-8z"/>',
    Sign.WITHIN: '<circle fill="currentColor" cx="8" cy="8" r="7"/>',
    Sign.UNPLACED: f'<circle {_OPEN} stroke-dasharray="2 3.2" cx="8" cy="8" r="6.6"/>',
    Sign.ADDED: f'{_SQUARE.format(_FULL)}<path {_INSIDE} d="M8 4.4v7.2M4.4 8h7.2"/>',
    Sign.REMOVED: f'{_SQUARE.format(_OPEN)}<path {_OPEN} d="M4.6 8h6.8"/>',
    Sign.CHANGED: f'{_SQUARE.format(_OPEN)}<path fill="currentColor" d="M2 14 14 2v12z"/>',
}


def drawings(signs: Iterable[Sign], anchors: Anchors) -> str:
    """Return the drawings that signs refer to, in a fixed order; "" where there are none."""
    wanted = set(signs)
    symbols = "".join(
        f'<symbol id="{anchors.sign(sign)}" viewBox="0 0 16 16">{drawing}</symbol>\n'
        for sign, drawing in _DRAWINGS.items()
        if sign in wanted
    )
    return f'<svg class="drawings" aria-hidden="true">\n{symbols}</svg>\n' if symbols else ""
