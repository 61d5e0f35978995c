"""A row of filters of which exactly one holds, each with its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.choice_row import ChoiceRow
from ropa_app.gui.widgets.flow_layout import FlowLayout

_HEIGHT: Final = 26


class FilterChips(ChoiceRow):
    """Buttons without a frame that wrap where there is no room."""

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        row = FlowLayout(self, gap=4)
        for _ in keys:
            button = self.add_button(_HEIGHT)
            button.setProperty("kind", "filter")
            button.setFont(theme.font("small"))
            row.addWidget(button)
        self.set_current(keys[0])
