"""Buttons in the forms the window knows: primary, plain, link, tool."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from ropa_app.gui import theme

_IN_BUTTON: Final = 16
_IN_TOOL: Final = 18


class TextToolButton(QToolButton):
    """A tool button with words, without the two spaces Qt leaves behind them."""

    def sizeHint(self) -> QSize:
        """Return the room of icon, words and padding."""
        size = super().sizeHint()
        if self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            return size
        return QSize(size.width() - self.fontMetrics().horizontalAdvance("  "), size.height())


def primary_button(text: str, drawing: str = "") -> QPushButton:
    """Return the one button of a page that the eye shall find."""
    button = plain_button(text)
    button.setProperty("kind", "primary")
    if drawing:
        button.setIcon(theme.icon(drawing, "on_accent", on_role="on_accent"))
    return button


def plain_button(text: str, drawing: str = "") -> QPushButton:
    """Return a button with an outline."""
    button = QPushButton(text)
    button.setIconSize(theme.icon_size(_IN_BUTTON, 4))
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if drawing:
        button.setIcon(theme.icon(drawing, "text"))
    return button


def link_button(text: str, drawing: str = "") -> QToolButton:
    """Return a button that looks like a link, with a drawing before the text."""
    button = TextToolButton()
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setProperty("kind", "link")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if drawing:
        button.setIcon(theme.icon(drawing, "link", on_role="link"))
        button.setIconSize(theme.icon_size(14, 4))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def tool_button(name: str, drawing: str) -> QToolButton:
    """Return a button of 30 x 30 that shows a drawing only; the name is its tooltip and is spoken."""
    button = QToolButton()
    button.setIcon(theme.icon(drawing))
    button.setIconSize(theme.icon_size(_IN_TOOL))
    button.setFixedSize(30, 30)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    rename_tool(button, name)
    return button


def rename_tool(button: QToolButton, name: str) -> None:
    """Give a tool button the name it has in another language."""
    button.setAccessibleName(name)
    button.setToolTip(name)
