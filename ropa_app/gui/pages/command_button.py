"""A large button that says in a second line what it leads to."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ropa_app.gui import theme
from ropa_app.gui.drawing import paint_drawing

_LEFT: Final = 48
_SIDE: Final = 14
_ICON: Final = 20
_WRAP: Final = Qt.TextFlag.TextWordWrap


class CommandButton(QAbstractButton):
    """Drawing, title and note; the note is spoken as the description of the button."""

    def __init__(self, drawing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._note = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_texts(self, title: str, note: str) -> None:
        """Take title and note in the language of the window."""
        self._note = note
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the title and the wrapped note."""
        return 12 + theme.line_height("strong") + self._note_height(width) + 12

    def sizeHint(self) -> QSize:
        """Return a width that a note of two lines fits into."""
        return QSize(372, self.heightForWidth(372))

    def _note_height(self, width: int) -> int:
        room = QRect(0, 0, width - _LEFT - _SIDE, 1000)
        return QFontMetrics(theme.font("body")).boundingRect(room, int(_WRAP), self._note).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw surface, ring, drawing, title and note."""
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        hovered = self.underMouse() or self.isDown()
        painter.setBrush(QColor(tokens.hover) if hovered else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 8, 8)
        paint_drawing(painter, self._drawing, tokens.accent, QRectF(_SIDE, 13, _ICON, _ICON))
        painter.setFont(theme.font("strong"))
        painter.setPen(QColor(tokens.text))
        line = theme.line_height("strong")
        width = self.width() - _LEFT - _SIDE
        painter.drawText(QRect(_LEFT, 12, width, line), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(theme.font("body"))
        painter.setPen(QColor(tokens.text2))
        painter.drawText(QRect(_LEFT, 12 + line, width, self.height()), int(_WRAP), self._note)
        painter.end()
