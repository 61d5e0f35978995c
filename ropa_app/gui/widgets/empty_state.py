"""What a page says when there is nothing to show."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ropa_app.gui import theme
from ropa_app.gui.drawing import paint_drawing
from ropa_app.gui.widgets.label import Label

_SIDE: Final = 48
_WIDTH: Final = 510


class Drawing(QWidget):
    """A drawing in the accent colour; it only decorates."""

    def __init__(self, name: str, side: int = _SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the side of the drawing."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_drawing(painter, self._name, theme.tokens().accent, self.rect().toRectF())
        painter.end()


class EmptyState(QWidget):
    """A drawing, a title, one sentence and up to three buttons in the middle of the page."""

    def __init__(self, drawing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        center = Qt.AlignmentFlag.AlignHCenter
        self._title = Label("", "pane", wrap=True)
        self._title.setAlignment(center)
        self._sentence = Label("", "body", "text2", wrap=True)
        self._sentence.setAlignment(center)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(8)
        column.addStretch(2)
        if drawing:
            column.addWidget(Drawing(drawing), 0, center)
            column.addSpacing(12)
        for label in (self._title, self._sentence):
            column.addWidget(label, 0, center)
        column.addSpacing(12)
        column.addLayout(self._buttons)
        column.addStretch(3)

    def set_texts(self, title: str, sentence: str) -> None:
        """Say what is missing and what to do about it."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._fit(min(_WIDTH, max(160, self.width() - 40)))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def set_buttons(self, *buttons: QAbstractButton) -> None:
        """Offer these ways on, the first one first."""
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons.addStretch(1)
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text inside a narrow page."""
        super().resizeEvent(event)
        width = min(_WIDTH, max(160, self.width() - 40))
        self._fit(width)

    def _fit(self, width: int) -> None:
        for label in (self._title, self._sentence):
            label.setFixedSize(width, max(24, label.heightForWidth(width)))
