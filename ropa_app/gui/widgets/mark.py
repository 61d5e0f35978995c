"""Marks for what is wrong, in doubt, worth knowing or in order: each with its own shape and word."""

from __future__ import annotations

import math
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ropa_app.gui import theme
from ropa_app.i18n import NC_, Translator

Kind = Literal["error", "warning", "advice", "accepted", "ok"]

WORDS: Final[dict[Kind, str]] = {
    "error": NC_("mark", "Error"),
    "warning": NC_("mark", "Warning"),
    "advice": NC_("mark", "Advice"),
    "accepted": NC_("mark", "Accepted"),
    "ok": NC_("mark", "In order"),
}


def finding_count(t: Translator, kind: Kind | None, n: int) -> str:
    """Return how many findings of a kind there are, in words; an empty text for no kind."""
    match kind:
        case "error":
            return t.plural("{n} error", "{n} errors", n)
        case "warning":
            return t.plural("{n} warning", "{n} warnings", n)
        case "advice":
            return t.plural("{n} piece of advice", "{n} pieces of advice", n)
        case _:
            return ""


def paint_mark(painter: QPainter, kind: Kind, box: QRectF) -> None:
    """Draw a mark into a square; every kind has a shape of its own, so that colour is never alone."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 14, box.height() / 14)
    {
        "error": _paint_error,
        "warning": _paint_warning,
        "advice": _paint_advice,
        "accepted": _paint_accepted,
        "ok": _paint_ok,
    }[kind](painter)
    painter.restore()


def _filled(painter: QPainter, shape: QPolygonF, token: str) -> None:
    color = theme.tokens().color(token)
    pen = QPen(color, 1)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(color)
    painter.drawPolygon(shape)


def _exclamation(painter: QPainter, top: float, bottom: float) -> None:
    pen = QPen(QColor(theme.tokens().base), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(7, top), QPointF(7, bottom - 2.9))
    painter.drawPoint(QPointF(7, bottom))


def _paint_error(painter: QPainter) -> None:
    corners = [math.radians(22.5 + 45 * step) for step in range(8)]
    octagon = QPolygonF([QPointF(7 + 6.6 * math.cos(a), 7 + 6.6 * math.sin(a)) for a in corners])
    _filled(painter, octagon, "error")
    _exclamation(painter, 4.0, 10.1)


def _paint_warning(painter: QPainter) -> None:
    triangle = QPolygonF([QPointF(7, 1.2), QPointF(13.2, 12.6), QPointF(0.8, 12.6)])
    _filled(painter, triangle, "warning")
    _exclamation(painter, 5.2, 10.9)


def _paint_advice(painter: QPainter) -> None:
    color = theme.tokens().color("advice")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1.4))
    painter.drawEllipse(QPointF(7, 7), 6, 6)
    pen = QPen(color, 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoint(QPointF(7, 4.3))
    painter.drawLine(QPointF(7, 6.9), QPointF(7, 9.9))


def _tick(painter: QPainter, token: str) -> None:
    pen = QPen(theme.tokens().color(token), 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    path = QPainterPath(QPointF(4.3, 7.3))
    path.lineTo(6.2, 9.2)
    path.lineTo(9.8, 5.1)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _paint_accepted(painter: QPainter) -> None:
    pen = QPen(theme.tokens().color("text2"), 1.4)
    pen.setDashPattern([2, 1.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(7, 7), 6, 6)
    _tick(painter, "text2")


def _paint_ok(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens().color("ok"))
    painter.drawEllipse(QPointF(7, 7), 6.6, 6.6)
    _tick(painter, "base")


class Mark(QWidget):
    """One mark that stands by itself; its word is its accessible name."""

    def __init__(self, t: Translator, kind: Kind, side: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._side = side
        self._kind: Kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate(t)

    def set_kind(self, kind: Kind) -> None:
        """Show another kind."""
        self._kind = kind
        self.retranslate(self._t)
        self.update()

    def retranslate(self, t: Translator) -> None:
        """Say the word in another language."""
        self._t = t
        self.setAccessibleName(t.marked(WORDS[self._kind]))
        self.setToolTip(t.marked(WORDS[self._kind]))

    def sizeHint(self) -> QSize:
        """Return the side of the mark."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        paint_mark(painter, self._kind, QRectF(0, 0, self._side, self._side))
        painter.end()
