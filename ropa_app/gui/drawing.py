"""Line drawings from SVG files, tinted in the colours of the scheme in force whenever they are painted."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ropa_app import paths
from ropa_app.gui.palette import Tokens

_STROKE: Final = b"currentColor"


@cache
def _source(name: str) -> bytes:
    return paths.resource("icons", f"{name}.svg").read_bytes()


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace(_STROKE, color.encode())))


def paint_drawing(painter: QPainter, name: str, color: str, rect: QRectF) -> None:
    """Draw `resources/icons/NAME.svg` into `rect` in one colour; MissingResource where there is none."""
    _renderer(name, color).render(painter, rect)


@cache
def _pixmap(name: str, color: str, width: int, height: int, scale: float) -> QPixmap:
    """Return the drawing in `width` x `height` logical pixels, sharp at the screen's scale.

    Where it is wider than high the drawing stands at the left: so a button keeps its text at a distance.
    """
    pixmap = QPixmap(round(width * scale), round(height * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    side = min(width, height)
    painter = QPainter(pixmap)
    paint_drawing(painter, name, color, QRectF(0, (height - side) / 2, side, side))
    painter.end()
    return pixmap


class TintedIconEngine(QIconEngine):
    """Paint one drawing in the colour its role has in the scheme in force, so no icon is ever reloaded.

    A disabled icon is drawn in `disabled`, one that is switched on in `on_role`.
    """

    def __init__(self, name: str, role: str, on_role: str, tokens: Callable[[], Tokens]) -> None:
        super().__init__()
        _source(name)
        self._name = name
        self._role = role
        self._on_role = on_role
        self._tokens = tokens

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return self._tokens().disabled
        role = self._on_role if state == QIcon.State.On else self._role
        return str(getattr(self._tokens(), role))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon at the left of the rectangle, in the middle of its height."""
        side = min(rect.width(), rect.height())
        box = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
        paint_drawing(painter, self._name, self._color(mode, state), box)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon at scale 1."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Return the icon for `size` logical pixels on a screen of that scale."""
        color = self._color(mode, state)
        if size.isEmpty():  # of a button that has no room yet
            return QPixmap()
        return QPixmap(_pixmap(self._name, color, size.width(), size.height(), scale))

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        """Return the size asked for: a drawing has every size."""
        return size

    def clone(self) -> QIconEngine:
        """Return an engine that paints the same."""
        return TintedIconEngine(self._name, self._role, self._on_role, self._tokens)
