"""The pane beside a list that tells about what is chosen there, and scrolls when it is long."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from ropa_app.gui.widgets.label import Label


class DetailPane(QScrollArea):
    """Its head is a mark with a word, then a title; `_nothing` stands there while nothing is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word: Final = Label("", "body")
        self.title: Final = Label("", "pane", wrap=True)
        self._nothing: Final = Label("", "body", "text2", wrap=True)
        self._body: Final = QWidget()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def head(self, mark: QWidget, *beside: QWidget) -> QHBoxLayout:
        """Return the line with the mark and its word; what is `beside` stands at the right."""
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(mark)
        line.addWidget(self._word, 1)
        for one in beside:
            line.addWidget(one)
        return line

    def put(self, *parts: QWidget | QLayout) -> QVBoxLayout:
        """Put parts below one another into what scrolls; return the column they are in."""
        page = QWidget()
        page.setProperty("surface", "base")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)
        return column
