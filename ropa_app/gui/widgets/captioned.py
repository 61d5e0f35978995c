"""A caption with a text under it, as details are told."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ropa_app.gui.widgets.label import Label


class Captioned(QWidget):
    """A caption with a text under it; more can be put into `column`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = Label("", "small", "text2")
        self.text = Label("", "body", wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.column.addWidget(self.caption)
        self.column.addWidget(self.text)

    def tell(self, caption: str, text: str) -> None:
        """Show them; nothing where there is no text."""
        self.caption.setText(caption)
        self.text.setText(text)
        self.setVisible(bool(text))
