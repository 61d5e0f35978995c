"""Choice of one code among named ones, or of none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.editor import NOT_STATED, Editing, NotSuch, is_undo_key, set_property
from ropa_app.i18n import N_, Translator

CHOOSE: Final = N_("choose one from the list.")
SEARCHABLE_FROM: Final = 13


class CodeCombo(Editing[str], QComboBox):
    """One code out of a list; the empty str stands for none and is shown as "Not stated" in grey.

    A long list can be searched by typing any part of a name. A choice from the open list commits at once;
    arrow keys on the closed box commit when it is left, so that walking through the list is one change.
    """

    committed = Signal(object)
    invalidated = Signal(str)
    nothing: str = ""

    def __init__(
        self,
        t: Translator,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        empty_text: str = NOT_STATED,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._stored = self.nothing
        self._empty_text = empty_text
        self._choices: list[tuple[str, str]] = []
        self._by_key = False
        self._read_only = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_choices(choices)
        self.activated.connect(self._on_activated)
        self.currentIndexChanged.connect(self._mark_empty)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these codes with their names, in this order; the value stays."""
        self._choices = list(choices)
        self.blockSignals(True)
        self.clear()
        self._fill()
        self.blockSignals(False)
        self._make_searchable(len(self._choices) >= SEARCHABLE_FROM and not self._read_only)
        self._show(self._stored)

    def _fill(self) -> None:
        for code, name in self._offered():
            self.addItem(name, code)
        self._grey_gaps()

    def _is_gap(self, code: str) -> bool:
        """Return whether a code says that the value is missing."""
        return code == self.nothing

    def _grey_gaps(self) -> None:
        grey = QBrush(QColor(theme.tokens().text3))
        for row in range(self.count()):
            if self._is_gap(str(self.itemData(row))):
                self.setItemData(row, grey, Qt.ItemDataRole.ForegroundRole)

    def _offered(self) -> list[tuple[str, str]]:
        """Return the codes to choose from, the one for "none" first."""
        return [(self.nothing, self._t(self._empty_text)), *self._choices]

    def _make_searchable(self, searchable: bool) -> None:
        self.setEditable(searchable)
        if not searchable:
            return
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.activated.connect(lambda _text: self.commit_pending())
        self.setCompleter(completer)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(self.accessibleName())
            line.returnPressed.connect(self.commit_pending)
            line.editingFinished.connect(self._on_editing_finished)

    def setAccessibleName(self, name: str) -> None:
        """Name the box, and the line inside it where it has one."""
        super().setAccessibleName(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)

    def _index_of(self, code: str) -> int:
        return self.findData(code)

    def _show(self, value: str) -> None:
        index = self._index_of(value)
        if index < 0:
            self.addItem(value, value)
            index = self.count() - 1
        self.setCurrentIndex(index)
        line = self.lineEdit()
        if line is not None:
            line.setText(self.itemText(index))
            line.setCursorPosition(0)
        self._mark_empty()

    def _chosen(self) -> int:
        """Return the row the text in the box names, -1 where it names none."""
        line = self.lineEdit()
        if line is None or line.text() == self.itemText(self.currentIndex()):
            return self.currentIndex()
        typed = line.text().strip().casefold()
        names = [self.itemText(row).casefold() for row in range(self.count())]
        if typed in names:
            return names.index(typed)
        fitting = [row for row, name in enumerate(names) if typed in name]
        return self._empty_row() if not typed else fitting[0] if len(fitting) == 1 else -1

    def _empty_row(self) -> int:
        """Return the row a box stands for whose text was wiped out."""
        return next(row for row in range(self.count()) if self._is_gap(str(self.itemData(row))))

    def _read(self) -> str:
        row = self._chosen()
        if row < 0:
            raise NotSuch(self._t(CHOOSE))
        return str(self.itemData(row))

    def _is_changed(self) -> bool:
        row = self._chosen()
        return row < 0 or str(self.itemData(row)) != self._stored

    def _framed(self) -> QWidget:
        return self

    def _mark_empty(self, _index: int = 0) -> None:
        gap = self._is_gap(str(self.currentData() or self.nothing))
        set_property(self, "empty", "true" if gap else "false")

    def _on_activated(self, _index: int) -> None:
        self._mark_empty()
        if not self._by_key:
            self.commit_pending()

    def _on_editing_finished(self) -> None:
        completer = self.completer()
        names = completer.popup() if completer is not None else None
        if names is None or not names.isVisible():
            self.commit_pending()

    def set_read_only(self, read_only: bool) -> None:
        """Show the choice without a box."""
        self._read_only = read_only
        set_property(self, "readOnly", "true" if read_only else "false")
        self.set_choices(self._choices)

    def retranslate(self, t: Translator) -> None:
        """Take the name of "none" in another language; the caller hands in the other names anew."""
        self._t = t
        self.set_choices(self._choices)

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets a form be narrow."""
        return QSize(96, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Take the grey of another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._grey_gaps()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window unless there is typing to undo."""
        if is_undo_key(event) and not self.is_pending():
            event.ignore()
            return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past a box must not change a record."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Revert with Esc, commit with Enter; a read-only box only lets the focus move on."""
        if event.key() == Qt.Key.Key_Escape:
            if self.is_pending():
                self.revert()
            else:
                event.ignore()
            return
        if self._read_only:
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_pending():
            self.commit_pending()
            return
        self._by_key = True
        super().keyPressEvent(event)
        self._by_key = False

    def showPopup(self) -> None:
        """Open the list, unless the value may only be read."""
        if not self._read_only:
            super().showPopup()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit on leaving, unless it is for the open list."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit_pending()
