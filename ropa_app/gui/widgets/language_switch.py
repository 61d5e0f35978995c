"""A few choices side by side in one frame, and the choice of a language among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ropa_app.gui.widgets.choice_row import ChoiceRow
from ropa_app.i18n import LANGUAGES, Language

LANGUAGE_NAMES: Final[dict[Language, str]] = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
_HEIGHT: Final = 26


class SegmentedControl(ChoiceRow):
    """Buttons that touch each other; `segments` are keys with their texts."""

    def __init__(self, name: str, segments: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__([key for key, _ in segments], parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 0, 0)
        row.setSpacing(0)
        for number in range(len(segments)):
            button = self.add_button(_HEIGHT)
            last = number == len(segments) - 1
            button.setProperty("segment", "first" if number == 0 else "last" if last else "middle")
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_texts(name, [text for _, text in segments])
        self.set_current(segments[0][0])

    def set_name(self, name: str) -> None:
        """Name the choice anew; the texts of the buttons stay."""
        self.set_texts(name, self.texts())


class LanguageSwitch(SegmentedControl):
    """The language the texts of the documents are written in; each language names itself."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES], parent)
