"""One chip: a value among several, which can be opened and taken away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from ropa_app.gui import theme
from ropa_app.gui.drawing import paint_drawing

HEIGHT: Final = 24
_SIDE: Final = 8
_CROSS: Final = 12
_GAP: Final = 2
_END: Final = 5


class Chip(QAbstractButton):
    """A rounded rectangle with a text; `link` chips open on Enter and click, Del and the cross remove."""

    removed = Signal()
    opened = Signal()

    def __init__(self, key: str, text: str, parent: QWidget | None = None, *, link: bool = False) -> None:
        super().__init__(parent)
        self.key: Final = key
        self._link = link
        self._removable = True
        self._hover = False
        self._cross_hit = False
        self.clicked.connect(self._on_clicked)
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFont(theme.font("body"))
        self.setMouseTracking(True)
        if link:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_removable(self, removable: bool) -> None:
        """Offer the cross or not."""
        self._removable = removable
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the text and the room of the cross."""
        return QSize(_SIDE + self.fontMetrics().horizontalAdvance(self.text()) + 1 + self._right(), HEIGHT)

    def _right(self) -> int:
        """Return the room behind the text."""
        return _GAP + _CROSS + _END if self._removable else _SIDE

    def _cross(self) -> QRectF:
        return QRectF(self.width() - _END - _CROSS, (HEIGHT - _CROSS) / 2, _CROSS, _CROSS)

    def _is_active(self) -> bool:
        return self._removable and self.isEnabled() and (self._hover or self.hasFocus())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw surface, text, cross and ring."""
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.hover if self._hover else tokens.chip))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        color = tokens.link if self._link else tokens.text
        painter.setPen(QColor(color if self.isEnabled() else tokens.disabled))
        painter.setFont(self.font())
        room = box.adjusted(_SIDE, 0, -self._right(), 0)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if self._is_active():
            paint_drawing(painter, "x", tokens.text2, self._cross())
        painter.end()

    def _is_on_cross(self, point: QPointF) -> bool:
        return self._removable and point.x() >= self._cross().x() - 4

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Note whether the cross was hit before the click is told."""
        self._cross_hit = self._is_on_cross(event.position())
        super().mouseReleaseEvent(event)
        self._cross_hit = False

    def _on_clicked(self) -> None:
        if self._cross_hit:
            self.removed.emit()
        elif self._link:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, remove with Del; arrows belong to the row of chips."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.click()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._removable:
            self.removed.emit()
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Show the whole text where it was cut."""
        if event.type() == QEvent.Type.ToolTip and self.width() < self.sizeHint().width():
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.text(), self)
            return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Lift the chip under the pointer."""
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let it down again."""
        self._hover = False
        self.update()
        super().leaveEvent(event)
