"""Rarely used fields behind one line that says what they hold."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.buttons import TextToolButton
from ropa_app.gui.widgets.label import Label

_INDENT: Final = 24


class Fold(QWidget):
    """A title that shows and hides the `body` the caller fills; closed, a line below says what it holds.

    `toggled(open)` tells that the user opened or closed it.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head: Final[QToolButton] = TextToolButton()
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setIconSize(theme.icon_size(16, 4))
        self.head.setCheckable(True)
        self.head.setProperty("kind", "fold")
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.head.toggled.connect(self._on_head_toggled)
        self._summary = Label("", "small", "text3", wrap=True)
        self._summary.setContentsMargins(_INDENT, 0, 0, 0)
        self._holder = QWidget()
        self._holder.hide()
        self.body: Final = QVBoxLayout(self._holder)
        self.body.setContentsMargins(0, 4, 0, 0)
        self.body.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._summary)
        column.addWidget(self._holder)
        self.set_title(title)
        self._show_state()

    def set_title(self, title: str) -> None:
        """Take another title."""
        self.head.setText(title)
        self.head.setAccessibleName(title)

    def set_summary(self, text: str) -> None:
        """Say what the fields hold, for as long as they are not seen; it is also spoken."""
        self._summary.setText(text)
        self.head.setAccessibleDescription(text)
        self._show_state()

    def summary(self) -> str:
        """Return what is said of the fields."""
        return self._summary.text()

    def is_open(self) -> bool:
        """Tell whether the fields are shown."""
        return self.head.isChecked()

    def set_open(self, wanted: bool) -> None:
        """Show or hide the fields."""
        self.head.setChecked(wanted)

    def _on_head_toggled(self, wanted: bool) -> None:
        self._show_state()
        self.toggled.emit(wanted)

    def _show_state(self) -> None:
        self.head.setIcon(theme.icon("chevron-down" if self.is_open() else "chevron-right", "text2"))
        self._holder.setVisible(self.is_open())
        self._summary.setVisible(bool(self._summary.text()) and not self.is_open())
