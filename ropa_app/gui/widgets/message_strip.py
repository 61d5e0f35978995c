"""A message at the top of a page, which stays until it is closed and is told to screen readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.buttons import link_button, rename_tool, tool_button
from ropa_app.gui.widgets.editor import set_property
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.mark import Mark
from ropa_app.i18n import N_, Translator

CLOSE: Final = N_("Close the message")
StripKind = Literal["ok", "advice", "warning", "error"]


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Let a screen reader say something that nobody moved the focus to."""
    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


class MessageStrip(QFrame):
    """A strip with mark, sentence, links and a cross; hidden until `show_message`.

    A link is a pair of its text and what it does. `closed` tells that the user put the message away.
    """

    closed = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = Mark(t, "ok", 16)
        self._text = Label("", "body", wrap=True)
        self._links = QHBoxLayout()
        self._links.setSpacing(4)
        self._cross = tool_button(t(CLOSE), "x")
        self._cross.setIconSize(theme.icon_size(14))
        self._cross.setFixedSize(26, 26)
        self.setMinimumHeight(32)
        self._cross.clicked.connect(self.close_message)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 1, 4, 1)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addLayout(self._links)
        row.addWidget(self._cross)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.hide()

    def text(self) -> str:
        """Return the sentence shown."""
        return self._text.text()

    def show_message(
        self,
        kind: StripKind,
        text: str,
        links: Sequence[tuple[str, Callable[[], object]]] = (),
        *,
        closable: bool = True,
    ) -> None:
        """Show a message in place of the one before, and say it."""
        set_property(self, "strip", kind)
        self._mark.set_kind(kind)
        self._text.setText(text)
        self._set_links(links)
        self._cross.setVisible(closable)
        self.setAccessibleName(f"{self._mark.accessibleName()}: {text}")
        self.show()
        announce(self, self.accessibleName(), urgent=kind == "error")

    def _set_links(self, links: Sequence[tuple[str, Callable[[], object]]]) -> None:
        while (item := self._links.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for text, action in links:
            button = link_button(text)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _checked=False, run=action: run())
            self._links.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def close_message(self) -> None:
        """Put the message away."""
        self.hide()
        self.closed.emit()

    def retranslate(self, t: Translator) -> None:
        """Speak another language; the message itself is the caller's."""
        self._mark.retranslate(t)
        rename_tool(self._cross, t(CLOSE))
