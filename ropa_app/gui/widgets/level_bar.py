"""How far something has come: a bar with its name, the share and what is left, that can be clicked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ropa_app.gui import theme

_BAR: Final = 6
INSET: Final = 4
_GAP: Final = 3


class LevelBar(QAbstractButton):
    """Enter, Space and a click ask for what is behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent = 0
        self._share = self._below = self._counted = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_level(self, name: str, percent: int, share: str, counted: str, below: str) -> None:
        """Show `percent` of a level; `share` says it in words, `counted` how many, `below` what is left."""
        self._percent, self._share, self._counted, self._below = percent, share, counted, below
        self.setText(name)
        self.setAccessibleName(f"{name}: {share}, {counted}")
        self.setAccessibleDescription(below)
        self.setToolTip(below)
        self.update()

    def percent(self) -> int:
        """Return the share in whole percent."""
        return self._percent

    def sizeHint(self) -> QSize:
        """Return the room of the two lines and the bar."""
        lines = theme.line_height("body") + theme.line_height("small")
        return QSize(200, lines + _BAR + 2 * _GAP + 2 * INSET)

    def minimumSizeHint(self) -> QSize:
        """Return the room that the words can be cut to."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line above, the bar, the line below and the ring of the focus."""
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        room = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        line = QRectF(room.left(), room.top(), room.width(), theme.line_height("body"))
        self._write(painter, line, self.text(), self._share, tokens.text, strong=True)
        bar = QRectF(room.left(), line.bottom() + _GAP, room.width(), _BAR)
        self._draw_bar(painter, bar)
        below = QRectF(room.left(), bar.bottom() + _GAP, room.width(), theme.line_height("small"))
        self._write(painter, below, self._below, self._counted, tokens.text2, strong=False)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _write(
        self, painter: QPainter, line: QRectF, left: str, right: str, color: str, *, strong: bool
    ) -> None:
        painter.setPen(QColor(color))
        painter.setFont(theme.font("strong" if strong else "small"))
        width = painter.fontMetrics().horizontalAdvance(right) + 8
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
        painter.setFont(theme.font("body" if strong else "small"))
        room = line.adjusted(0, 0, -width, 0)
        told = painter.fontMetrics().elidedText(left, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, told)

    def _draw_bar(self, painter: QPainter, bar: QRectF) -> None:
        tokens = theme.tokens()
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.setBrush(QColor(tokens.base))
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        full = QRectF(bar.left(), bar.top(), bar.width() * self._percent / 100, bar.height())
        painter.drawRoundedRect(full, 2, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask with Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
