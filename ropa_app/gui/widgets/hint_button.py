"""What belongs in a field, shown beside it for as long as one wants to read it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.buttons import TextToolButton, rename_tool, tool_button
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import N_, Translator

WHAT_BELONGS_HERE: Final = N_("What belongs here?")
HINT_FOR: Final = N_("What belongs here? {name}")
CLOSE: Final = N_("Close")
_WIDTH: Final = 340


class HintPanel(QFrame):
    """A panel of its own surface that lies over the page and takes no focus from the field."""

    def __init__(self, t: Translator, title: str, text: str, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("popup", "panel")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._close = tool_button(t(CLOSE), "x")
        self._close.setIconSize(theme.icon_size(14))
        self._close.setFixedSize(24, 24)
        self._close.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.addWidget(Label(title, "strong", wrap=True), 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(Label(text, "body", "text2", wrap=True))
        self.setFixedWidth(_WIDTH)

    def place_at(self, button: QWidget) -> None:
        """Lie under a button, inside the window."""
        window = self._window
        self.setFixedHeight(self._column.heightForWidth(_WIDTH))
        corner = button.mapTo(window, QPoint(button.width() - _WIDTH, button.height() + 4))
        x = max(8, min(corner.x(), window.width() - _WIDTH - 8))
        below = corner.y() + self.height() <= window.height() - 8
        y = corner.y() if below else max(8, corner.y() - button.height() - self.height() - 8)
        self.move(x, y)
        self.raise_()
        self.show()


class HintButton(TextToolButton):
    """A question mark, with words where there is room, that opens and closes the panel of a hint."""

    def __init__(
        self, t: Translator, title: str, hint: str, parent: QWidget | None = None, *, words: bool = False
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._title = title
        self._hint = hint
        self._words = words
        self._panel: HintPanel | None = None
        self.setIcon(theme.icon("circle-question-mark", "text3"))
        self.setIconSize(theme.icon_size(14, 4 if words else 0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("tone", "text3")
        if words:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clicked.connect(self.toggle)
        if not hint:
            self.hide()
        self.retranslate(t)

    def set_hint(self, title: str, hint: str) -> None:
        """Take another title and text."""
        self._title, self._hint = title, hint
        self.close_panel()
        self.retranslate(self._t)
        self.setVisible(bool(hint))

    def retranslate(self, t: Translator) -> None:
        """Speak another language; the caller hands in the hint anew."""
        self._t = t
        rename_tool(self, t(HINT_FOR, name=self._title))
        if self._words:
            self.setText(t(WHAT_BELONGS_HERE))

    def panel(self) -> HintPanel | None:
        """Return the open panel, None where it is closed."""
        return self._panel if self._panel is not None and self._panel.isVisible() else None

    def toggle(self) -> None:
        """Open the panel, or close it again."""
        if self.panel() is not None:
            self.close_panel()
            return
        window = self.window()
        self._panel = HintPanel(self._t, self._title, self._hint, window)
        self._panel.place_at(self)
        window.installEventFilter(self)

    def close_panel(self) -> None:
        """Close the panel."""
        if self._panel is not None:
            self.window().removeEventFilter(self)
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Close with the window's size, which moves what the panel points at."""
        if event.type() == QEvent.Type.Resize:
            self.close_panel()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, open with Enter."""
        if event.key() == Qt.Key.Key_Escape and self.panel() is not None:
            self.close_panel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the panel along when the field goes away."""
        self.close_panel()
        super().hideEvent(event)
