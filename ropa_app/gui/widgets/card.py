"""A card that is a line of text while closed and a small form while open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ropa_app.gui import theme
from ropa_app.gui.widgets.buttons import rename_tool, tool_button
from ropa_app.gui.widgets.editor import NOT_STATED, set_property
from ropa_app.gui.widgets.finding_lines import FindingLine, Said
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import N_, Translator

OPEN: Final = N_("Open {title}")
SHUT: Final = N_("Close {title}")
DELETE: Final = N_("Delete {title}")
UP: Final = N_("Move {title} up")
DOWN: Final = N_("Move {title} down")


class CollapsibleCard(QFrame):
    """Number, title and one line of what it holds; opened, it shows the `body` the caller fills.

    `toggled(open)` is sent before an opened body is shown, so that its form can be built then. `deleted`
    and `moved(step)` (-1 up, 1 down) only ask. Enter or a click opens, Esc closes, Alt and an arrow move.
    """

    toggled = Signal(bool)
    deleted = Signal()
    moved = Signal(int)

    def __init__(self, t: Translator, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key: Final = key
        self._open = False
        self._hover = False
        self._read_only = False
        self._movable = True
        self._number = Label("", "body", "text2")
        self._title = Label("", "strong", wrap=True)
        self._meta = Label("", "body", "text2", wrap=True)
        self._finding = FindingLine(t, why=False)
        self._said: Said | None = None
        self._tools: list[QToolButton] = []
        self._arrow = self._tool("chevron-down", self.toggle)
        self._up = self._tool("arrow-up", lambda: self.moved.emit(-1))
        self._down = self._tool("arrow-down", lambda: self.moved.emit(1))
        self._delete = self._tool("trash-2", self.deleted.emit)
        self._holder = QWidget()
        self.body: Final = QVBoxLayout(self._holder)
        self.setProperty("card", "closed")
        self._lay_out()
        self.set_texts(t, "", "", "")

    def _tool(self, drawing: str, action: Callable[[], object]) -> QToolButton:
        button = tool_button("", drawing)
        button.setIconSize(theme.icon_size(16))
        button.setFixedSize(28, 28)
        button.clicked.connect(lambda _checked=False: action())
        button.installEventFilter(self)
        self._tools.append(button)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._meta)
        words.addWidget(self._finding)
        words.addStretch(1)
        words.setContentsMargins(0, 3, 0, 0)
        self._number.setContentsMargins(0, 3, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(2)
        top = Qt.AlignmentFlag.AlignTop
        self._number.setFixedWidth(24)
        head.addWidget(self._number, 0, top)
        head.addLayout(words, 1)
        for button in (self._up, self._down, self._delete, self._arrow):
            head.addWidget(button, 0, top)
        self.body.setContentsMargins(26, 6, 6, 6)
        self.body.setSpacing(6)
        self._holder.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 6, 6, 7)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._holder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._show_tools()

    def set_texts(self, t: Translator, number: str, title: str, meta: str) -> None:
        """Take number, title and the line of what the card holds, and the language of its buttons."""
        self._t = t
        named = title or t(NOT_STATED)
        self._number.setText(number)
        self._title.setText(named)
        self._title.set_tone("text" if title else "text3")
        self._meta.setText(meta)
        self._finding.retranslate(t)
        self._show_meta()
        self.setAccessibleName(f"{number} {named}".strip())
        rename_tool(self._up, t(UP, title=named))
        rename_tool(self._down, t(DOWN, title=named))
        rename_tool(self._delete, t(DELETE, title=named))
        rename_tool(self._arrow, t(SHUT if self._open else OPEN, title=named))

    def set_finding(self, said: Said | None) -> None:
        """Say in place of what it holds, while it is closed, the worst that rules find in it."""
        self._said = said
        if said is not None:
            self._finding.say(said)
        self._show_meta()

    def _show_meta(self) -> None:
        """Show while the card is closed what is wrong with it, or else what it holds."""
        said, meta = self._said, self._meta.text()
        self._finding.setVisible(said is not None and not self._open)
        self._meta.setVisible(bool(meta) and said is None and not self._open)
        self.setAccessibleDescription(self._finding.spoken() if said is not None else meta)

    def is_open(self) -> bool:
        """Return whether the form is shown."""
        return self._open

    def set_open(self, opened: bool) -> None:
        """Show the form, or the line of text."""
        if opened == self._open:
            return
        self._open = opened
        self.toggled.emit(opened)
        self._holder.setVisible(opened)
        self._show_meta()
        self._arrow.setIcon(theme.icon("chevron-up" if opened else "chevron-down"))
        set_property(self, "card", "open" if opened else "closed")
        rename_tool(self._arrow, self._t(SHUT if opened else OPEN, title=self._title.text()))

    def toggle(self) -> None:
        """Open the card, or close it."""
        self.set_open(not self._open)

    def set_read_only(self, read_only: bool) -> None:
        """Offer neither to delete nor to move."""
        self._read_only = read_only
        self._show_tools()

    def set_movable(self, movable: bool) -> None:
        """Offer to move the card, which makes sense where there are several in an order."""
        self._movable = movable
        self._show_tools()

    def focus_head(self) -> None:
        """Put the focus on the card itself."""
        self._arrow.setFocus()

    def _show_tools(self) -> None:
        focused = any(button.hasFocus() for button in self._tools)
        shown = (self._hover or focused) and not self._read_only
        self._delete.setVisible(shown)
        for button in (self._up, self._down):
            button.setVisible(shown and self._movable)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show what can be done with the card."""
        self._hover = True
        self._show_tools()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide it again."""
        self._hover = False
        self._show_tools()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open or close with a click on the head."""
        head = self._holder.y() if self._open else self.height()
        if event.button() == Qt.MouseButton.LeftButton and event.position().y() < head:
            self.toggle()
        super().mouseReleaseEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Alt with an arrow from the buttons, which would look for other buttons."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_tools()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QToolButton):
            watched.click()
            return True
        return self._ask_to_move(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, move with Alt and an arrow."""
        if event.key() == Qt.Key.Key_Escape and self._open:
            self.set_open(False)
            self.focus_head()
        elif not self._ask_to_move(event):
            super().keyPressEvent(event)

    def _ask_to_move(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        if self._movable and not self._read_only:
            self.moved.emit(step)
        return True
