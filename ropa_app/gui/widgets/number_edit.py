"""Whole numbers, which may be missing."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from ropa_app.gui.widgets.editor import NotSuch
from ropa_app.gui.widgets.line_edit import TypedEdit
from ropa_app.i18n import N_, Translator

NOT_A_NUMBER: Final = N_("write a whole number, zero or more.")
TOO_LARGE: Final = N_("the number is too large.")
_LARGEST: Final = 10**12
_SPACES: Final = str.maketrans("", "", " \u00a0\u202f")


class NumberEdit(TypedEdit[int | None]):
    """A whole number from zero up, or nothing; digits may be grouped by spaces."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(t, None, parent)
        self.setMaximumWidth(160)

    def _parse(self, text: str) -> int | None:
        digits = text.translate(_SPACES)
        if not digits:
            return None
        if not (digits.isascii() and digits.isdecimal()):
            raise NotSuch(self._t(NOT_A_NUMBER))
        if len(digits) > 12 and int(digits) >= _LARGEST:
            raise NotSuch(self._t(TOO_LARGE))
        return int(digits)

    def _format(self, value: int | None) -> str:
        return "" if value is None else f"{value:,}".replace(",", "\u00a0")
