"""Signs for the items of Articles 13 and 14: each state has a shape and a word, so colour is never alone."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.mark import paint_mark
from ropa_app.i18n import NC_
from ropa_app.legal.coverage import Cell, State

Look = Literal["missing", "doubtful", "filled", "not_applicable", "undecided"]
LOOKS: Final[dict[Look, str]] = {
    "missing": NC_("coverage", "Missing"),
    "doubtful": NC_("coverage", "Filled in, with a warning"),
    "filled": NC_("coverage", "Filled in"),
    "not_applicable": NC_("coverage", "Does not apply"),
    "undecided": NC_("coverage", "Not decided"),
}
_SIDE: Final = 12


def look_of(cell: Cell | None) -> Look:
    """Return the sign of a cell, that of an activity nobody has decided on for None."""
    if cell is None:
        return "undecided"
    if cell.is_doubtful:
        return "doubtful"
    match cell.state:
        case State.MISSING:
            return "missing"
        case State.FILLED:
            return "filled"
        case State.NOT_APPLICABLE:
            return "not_applicable"


def paint_look(painter: QPainter, look: Look, box: QRectF, color: str = "") -> None:
    """Draw a sign into a square; quiet ones in `color`, else in that of secondary text."""
    if look == "missing":
        paint_mark(painter, "error", box)
        return
    if look == "doubtful":
        paint_mark(painter, "warning", box)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 14, box.height() / 14)
    pen = QPen(QColor(color or theme.tokens().text2), 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    {"filled": _tick, "not_applicable": _dash, "undecided": _question}[look](painter)
    painter.restore()


def _tick(painter: QPainter) -> None:
    path = QPainterPath(QPointF(2.5, 7.6))
    path.lineTo(5.6, 10.7)
    path.lineTo(11.5, 3.8)
    painter.drawPath(path)


def _dash(painter: QPainter) -> None:
    painter.drawLine(QPointF(4, 7), QPointF(10, 7))


def _question(painter: QPainter) -> None:
    font = theme.font("strong")
    font.setPixelSize(13)
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, 14, 14), Qt.AlignmentFlag.AlignCenter, "?")


class LookMark(QWidget):
    """One sign that stands beside its word."""

    def __init__(self, look: Look, side: int = _SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look = look
        self._side: Final = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Show another sign."""
        self._look = look
        self.update()

    def look(self) -> Look:
        """Return the sign that is shown."""
        return self._look

    def sizeHint(self) -> QSize:
        """Return the side of the sign."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign."""
        painter = QPainter(self)
        paint_look(painter, self._look, QRectF(0, 0, self._side, self._side))
        painter.end()
