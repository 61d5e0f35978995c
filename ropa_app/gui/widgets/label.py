"""Labels in the type and tone of a role."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ropa_app.gui import theme
from ropa_app.gui.theme import TextRole
from ropa_app.gui.widgets.editor import set_property

Tone = Literal["text", "text2", "text3", "error", "warning", "advice"]


class Label(QLabel):
    """Plain text in the type of a role; never read as markup, since it may be what somebody typed."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = "body",
        tone: Tone = "text",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setMinimumHeight(theme.line_height(role))
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_tone(self, tone: Tone) -> None:
        """Take another tone."""
        set_property(self, "tone", tone)


def hairline(parent: QWidget | None = None) -> QFrame:
    """Return a horizontal separator of one pixel."""
    line = QFrame(parent)
    line.setProperty("line", "true")
    line.setFixedHeight(1)
    return line
