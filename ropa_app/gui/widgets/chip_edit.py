"""Several values, or one, out of many: a row of chips that ends in a line to add more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from ropa_app.gui.widgets.buttons import link_button
from ropa_app.gui.widgets.chip import Chip
from ropa_app.gui.widgets.editor import NOT_SAVED, NOT_STATED, is_undo_key, set_property
from ropa_app.gui.widgets.flow_layout import FlowLayout
from ropa_app.gui.widgets.suggestions import Choices, SuggestionLine
from ropa_app.i18n import N_, NC_, Translator

ADD: Final = NC_("chips", "Add")
ADD_TO: Final = N_("Add: {name}")
CHOOSE: Final = NC_("chips", "Choose")
CHOOSE_ONE: Final = N_("choose one from the list.")
REMOVE_HINT: Final = N_("Delete removes.")
OPEN_HINT: Final = N_("Enter opens, Delete removes.")


class ChipEdit(QWidget):
    """Keys of the values chosen, as a tuple of str in the order they were added.

    `choices` returns everything that can be chosen as (key, name), `name_of` the name of a key. With
    `single` there is at most one; with `link` a chip opens what it names (`opened(key)`). With `create`
    a name that is not among the choices can be made: it returns the new key, or None for "no".
    """

    committed = Signal(object)
    invalidated = Signal(str)
    opened = Signal(str)

    def __init__(
        self,
        t: Translator,
        choices: Choices,
        name_of: Callable[[str], str],
        parent: QWidget | None = None,
        *,
        single: bool = False,
        link: bool = False,
        create: Callable[[str], str | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._choices = choices
        self._name_of = name_of
        self._single = single
        self._link = link
        self._create = create
        self._stored: tuple[str, ...] = ()
        self._message = ""
        self._read_only = False
        self._chips: list[Chip] = []
        self._build()
        self.retranslate(t)

    def _build(self) -> None:
        self._none = QLabel()
        set_property(self._none, "tone", "text3")
        self._none.setMinimumHeight(24)
        self._add = link_button("", "plus")
        self._add.clicked.connect(self.open_line)
        self._add.installEventFilter(self)
        self._line = SuggestionLine(self._t, self._offered, new=self._create is not None)
        self._line.setMinimumWidth(180)
        self._line.setVisible(False)
        self._line.taken.connect(self._on_key_taken)
        self._line.wanted.connect(self._on_new_wanted)
        self._line.left.connect(self._on_line_left)
        self._line.textEdited.connect(lambda: self.set_invalid(""))
        self._flow = FlowLayout(self)
        for part in (self._none, self._line, self._add):
            self._flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self._add)

    def retranslate(self, t: Translator) -> None:
        """Speak another language; names of chips are asked for anew."""
        self._t = t
        self._none.setText(t(NOT_STATED))
        self._add.setText(t.marked(CHOOSE if self._single else ADD))
        self._line.retranslate(t)
        self.setAccessibleName(self.accessibleName())
        self._show()

    def setAccessibleName(self, name: str) -> None:
        """Name the row, and in it the button and the line that add."""
        super().setAccessibleName(name)
        spoken = self._t(ADD_TO, name=name) if name else self._add.text()
        self._add.setAccessibleName(spoken)
        self._line.setAccessibleName(spoken)

    def chips(self) -> list[Chip]:
        """Return the chips shown, in their order."""
        return list(self._chips)

    def add_button(self) -> QToolButton:
        """Return the button that opens the line."""
        return self._add

    def line(self) -> SuggestionLine:
        """Return the line that adds."""
        return self._line

    def value(self) -> tuple[str, ...]:
        """Return the keys last stored or committed."""
        return self._stored

    def set_value(self, value: Sequence[str]) -> None:
        """Show stored keys and send no signal."""
        self._stored = tuple(value)
        self.set_invalid("")
        self._show()

    def is_pending(self) -> bool:
        """Return whether something is typed that was not added."""
        return bool(self._message) or bool(self._line.text().strip())

    def commit_pending(self) -> bool:
        """Add what is typed; return False where it names nothing, or several."""
        if self._line.take_typed():
            return not self._message
        self.set_invalid(self._t(NOT_SAVED, reason=self._t(CHOOSE_ONE)))
        return False

    def revert(self) -> None:
        """Drop what is typed."""
        self._line.clear()
        self.set_invalid("")
        self._show()

    def set_read_only(self, read_only: bool) -> None:
        """Show the chips without a way to add or remove."""
        self._read_only = read_only
        self._show()

    def set_invalid(self, message: str) -> None:
        """Mark the value as not saved, or take the mark off with an empty message."""
        if message == self._message:
            return
        self._message = message
        set_property(self._line, "finding", "error" if message else "")
        self._line.setAccessibleDescription(message)
        self.invalidated.emit(message)

    def open_line(self) -> None:
        """Let the user type what to add."""
        self._line.setVisible(True)
        self._show_ends()
        self._line.setFocus()
        self._line.open_list()

    def _offered(self) -> Sequence[tuple[str, str]]:
        return [(key, name) for key, name in self._choices() if key not in self._stored]

    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(key) for key in self._stored]
        for index, chip in enumerate(self._chips):
            self._flow.insert_widget(index, chip)
            chip.show()
        if self._chips:
            self._chips[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show_ends()
        self.updateGeometry()

    def _chip(self, key: str) -> Chip:
        chip = Chip(key, self._name_of(key), self, link=self._link)
        chip.set_removable(not self._read_only)
        hint = "" if self._read_only else self._t(OPEN_HINT if self._link else REMOVE_HINT)
        chip.setAccessibleDescription(hint)
        chip.removed.connect(self._on_chip_removed)
        chip.opened.connect(self._on_chip_opened)
        return chip

    def _show_ends(self) -> None:
        typing = self._line.isVisibleTo(self)
        self._none.setVisible(not self._stored and not typing)
        full = self._single and bool(self._stored)
        self._add.setVisible(not typing and not full and not self._read_only)

    def _close_line(self) -> None:
        self._line.clear()
        self._line.setVisible(False)
        self._show_ends()

    def _on_line_left(self) -> None:
        if self._line.text().strip() and not self.commit_pending():
            return
        had_focus = self._line.hasFocus()
        self._close_line()
        if had_focus:
            self._add.setFocus()

    def _on_key_taken(self, key: str) -> None:
        if self._single:
            self._line.setVisible(False)
        self._change((*self._stored, key) if key not in self._stored else self._stored)
        if self._single and self._chips:
            self._chips[0].setFocus()

    def _on_new_wanted(self, text: str) -> None:
        key = self._create(text) if self._create is not None else None
        if key is not None:
            self._on_key_taken(key)

    def _on_chip_opened(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.opened.emit(chip.key)

    def _on_chip_removed(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip) and chip in self._chips:
            place = self._chips.index(chip)
            self._change(tuple(key for key in self._stored if key != chip.key))
            self._focus_near(place)

    def _focus_near(self, place: int) -> None:
        if self._chips:
            self._chips[min(place, len(self._chips) - 1)].setFocus()
        else:
            self._add.setFocus()

    def _change(self, value: tuple[str, ...]) -> None:
        self.set_invalid("")
        before = self._stored
        if value == before:
            return
        self._stored = value
        self._show()
        self.committed.emit(value)
        if self._message:
            self._stored = before
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrow keys from the button, which would look for other buttons by their place."""
        if watched is self._add and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._move(event.key())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the chips with the arrow keys."""
        if not self._move(event.key()):
            super().keyPressEvent(event)

    def _move(self, key: int) -> bool:
        stops: list[QWidget] = [*self._chips, self._line if self._line.isVisibleTo(self) else self._add]
        focused = self.focusWidget()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if step is None or focused not in stops:
            return False
        place = stops.index(focused) + step
        if 0 <= place < len(stops) and stops[place].isVisible():
            stops[place].setFocus()
        return True

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window unless there is typing to undo."""
        if is_undo_key(event) and not self.is_pending():
            event.ignore()
            return False
        return super().event(event)
