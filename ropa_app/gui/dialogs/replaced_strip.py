"""Which characters of a document no font has, and where they stand, told before it is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ropa_app.domain.kinds import SPECS
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.orders import NoGlyph
from ropa_app.gui.widgets.buttons import link_button
from ropa_app.gui.widgets.editor import set_property
from ropa_app.gui.widgets.flow_layout import FlowLayout
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.mark import Mark
from ropa_app.gui.widgets.message_strip import announce
from ropa_app.i18n import N_, Translator

REPLACED: Final = N_("Characters without a printed form are shown by their numbers: {characters}.")
GO_THERE: Final = N_("Leaves the export and shows the record")
_MOST_CHARACTERS: Final = 5
_MOST_PLACES: Final = 3
_LINK_PADDING: Final = 6


def characters_text(characters: Sequence[str]) -> str:
    """Return characters with their numbers, those alone that cannot stand by themselves; the first few."""
    listed = [_named(one) for one in characters[:_MOST_CHARACTERS]]
    return ", ".join([*listed, "…"] if len(characters) > _MOST_CHARACTERS else listed)


def _named(character: str) -> str:
    number = f"U+{ord(character):04X}"
    return number if unicodedata.category(character)[0] in "CM" else f"{character} ({number})"


class ReplacedStrip(QWidget):
    """A caution with a link to each place, the first ones; hidden while every character can be printed.

    `record_wanted(id)` asks to show a record.
    """

    record_wanted = Signal(str)

    def __init__(self, document: RegisterDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._t: Final[Translator] = document.t
        self._text = Label("", "body", wrap=True)
        self._rest = Label("", "body", "text2")
        self.links: Final[list[QToolButton]] = []
        self._places = QWidget()
        self._flow = FlowLayout(self._places, gap=8)
        self._flow.addWidget(self._rest)
        self._text.setContentsMargins(_LINK_PADDING, 0, 0, 0)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        frame = QFrame()
        set_property(frame, "strip", "warning")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._places)
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(4)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 2, 0, 0)
        mark.addWidget(Mark(self._t, "warning", 16))
        mark.addStretch(1)
        row.addLayout(mark)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(frame)

    def text(self) -> str:
        """Return the sentence shown, empty where there is none."""
        return self._text.text()

    def show_replaced(self, characters: Sequence[str], places: Sequence[NoGlyph]) -> None:
        """Name characters and where they stand; hide where there are none."""
        t = self._t
        said = t(REPLACED, characters=characters_text(characters)) if characters else ""
        is_news = bool(said) and said != self.text()
        self._text.setText(said)
        self._set_links(places[:_MOST_PLACES])
        rest = max(0, len(places) - _MOST_PLACES)
        self._rest.setText(t.plural("and {n} more place", "and {n} more places", rest) if rest else "")
        self._rest.setVisible(bool(rest))
        self._places.setVisible(bool(places))
        self.setAccessibleName(said)
        self.setVisible(bool(said))
        if is_news:
            announce(self, said)

    def _set_links(self, places: Sequence[NoGlyph]) -> None:
        for link in self.links:
            self._flow.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links.clear()
        for at, place in enumerate(places):
            link = self._link(place)
            self.links.append(link)
            self._flow.insert_widget(at, link)
            link.show()

    def _link(self, place: NoGlyph) -> QToolButton:
        label = self._t.marked(SPECS[place.kind][place.field].label).rstrip("?")
        link = link_button(f"{place.reference}: {label}")
        link.setAccessibleName(link.text())
        link.setAccessibleDescription(self._t(GO_THERE))
        link.setToolTip(self._t(GO_THERE))
        link.setEnabled(self._document.get(place.record) is not None)
        link.clicked.connect(lambda _checked=False, one=place.record: self.record_wanted.emit(one))
        return link
