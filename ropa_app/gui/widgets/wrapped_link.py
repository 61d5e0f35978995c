"""A link whose text wraps: a button that looks like a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ropa_app.gui import theme

_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_ANY_HEIGHT = 10_000
_INSET = 1


class WrappedLink(QAbstractButton):
    """Text in the colour of links; Enter, Space and a click follow it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        room = QRect(0, 0, max(1, width - 2 * _INSET), _ANY_HEIGHT)
        return max(
            theme.line_height("body"),
            self.fontMetrics().boundingRect(room, int(_FLAGS), self.text()).height(),
        )

    def sizeHint(self) -> QSize:
        """Return the room of the text in one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _INSET + 1
        return QSize(width, theme.line_height("body"))

    def minimumSizeHint(self) -> QSize:
        """Return a width that a word has room in."""
        return QSize(80, theme.line_height("body"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, underlined under the pointer, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(QColor(theme.tokens().link))
        painter.drawText(self.rect().adjusted(_INSET, 0, -_INSET, 0), int(_FLAGS), self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.tokens().accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow it with Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
