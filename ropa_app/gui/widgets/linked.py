"""A caption with links under it, for panes that tell what something hangs together with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ropa_app.gui.widgets.captioned import Captioned
from ropa_app.gui.widgets.wrapped_link import WrappedLink


class Linked(Captioned):
    """A caption with links under it; `followed(key)` tells which one was."""

    followed = Signal(str)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most: Final = most
        self.links: Final[list[WrappedLink]] = []

    def tell_links(
        self, caption: str, links: Sequence[tuple[str, str]], more: Callable[[int], str], said: str = ""
    ) -> None:
        """Show links by key and text, not more than there is room for; `said` stands under them.

        `more` says how many are left out.
        """
        for old in self.links:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.links.clear()
        left = len(links) - self._most
        lines = [said, more(left) if left > 0 else ""]
        self.tell(caption, "\n".join(filter(None, lines)))
        self.text.setVisible(bool(self.text.text()))
        for place, (key, text) in enumerate(links[: self._most], start=1):
            link = WrappedLink()
            link.set_text(text)
            link.setAccessibleName(f"{caption}: {text}")
            link.clicked.connect(partial(self.followed.emit, key))
            self.column.insertWidget(place, link)
            self.links.append(link)
        self.setVisible(bool(links or said))
