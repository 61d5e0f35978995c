"""The frame of the dialogs: a title, fields under their labels, what is wrong, and the buttons."""

from __future__ import annotations

from typing import Final, Literal, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ropa_app.gui.widgets.buttons import plain_button, primary_button
from ropa_app.gui.widgets.field_row import MarkedLine
from ropa_app.gui.widgets.label import Label, hairline
from ropa_app.gui.widgets.message_strip import announce
from ropa_app.i18n import NC_, Translator

CANCEL: Final = NC_("dialog", "Cancel")
CLOSE: Final = NC_("dialog", "Close")
WIDTH: Final = 500

W = TypeVar("W", bound=QWidget)
Role = Literal["text", "text2", "text3"]


class FormDialog(QDialog):
    """A dialog with a body to fill and a footer: Enter accepts, Esc rejects.

    Subclasses say in `fault` why it cannot be accepted yet; the sentence then stands above the buttons.
    """

    def __init__(
        self, t: Translator, title: str, accept: str, parent: QWidget | None = None, *, width: int = WIDTH
    ) -> None:
        super().__init__(parent)
        self.t: Final = t
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.body: Final = QVBoxLayout()
        self.body.setContentsMargins(24, 20, 24, 16)
        self.body.setSpacing(4)
        self.problem: Final = MarkedLine(t)
        self.footer: Final = QHBoxLayout()
        self.footer.setContentsMargins(24, 12, 24, 14)
        self.footer.setSpacing(8)
        self.footer.addStretch(1)
        self.cancel_button: Final = plain_button(t.marked(CANCEL) if accept else t.marked(CLOSE))
        self.cancel_button.clicked.connect(self.reject)
        self.cancel_button.setAutoDefault(False)
        self.footer.addWidget(self.cancel_button)
        self.accept_button: Final[QPushButton] = primary_button(accept)
        self.accept_button.clicked.connect(self.try_accept)
        if accept:
            self.accept_button.setDefault(True)
            self.footer.addWidget(self.accept_button)
        self._lay_out(width)

    def _lay_out(self, width: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.body, 1)
        holder = QVBoxLayout()
        holder.setContentsMargins(24, 0, 24, 12)
        holder.addWidget(self.problem)
        column.addLayout(holder)
        column.addWidget(hairline())
        column.addLayout(self.footer)
        self.setMinimumWidth(width)

    def add_text(self, text: str, tone: Role = "text2") -> Label:
        """Put a sentence last."""
        label = Label(text, "body", tone, wrap=True)
        self.body.addWidget(label)
        self.body.addSpacing(8)
        return label

    def add_field(self, name: str, editor: W, note: str = "", *, spoken: bool = True) -> W:
        """Put an editor last, its label above and a note below; the label names it for screen readers."""
        add_field(self.body, name, editor, note, spoken=spoken)
        return editor

    def fault(self) -> str:
        """Return why the dialog cannot be accepted, an empty text where it can."""
        return ""

    def try_accept(self) -> None:
        """Accept, or say why not."""
        fault = self.fault()
        self.problem.set_text(fault)
        if fault:
            announce(self, fault, urgent=True)
        else:
            self.accept()


def add_field(
    column: QVBoxLayout, name: str, editor: QWidget, note: str = "", *, spoken: bool = True
) -> None:
    """Put an editor last in a column, its label above and a note below."""
    label = Label(name, "body", "text2")
    label.setBuddy(editor)
    if spoken:
        editor.setAccessibleName(name)
    column.addWidget(label)
    fixed = editor.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
    if fixed:
        column.addWidget(editor, 0, Qt.AlignmentFlag.AlignLeft)
    else:
        column.addWidget(editor)
    if note:
        column.addWidget(Label(note, "small", "text3", wrap=True))
    column.addSpacing(10)
