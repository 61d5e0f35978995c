"""The panel in which a finding is accepted: why, until when, by whom, and whether the authority sees it."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ropa_app.domain.values import Answer
from ropa_app.gui import theme
from ropa_app.gui.widgets.buttons import link_button, plain_button, rename_tool, tool_button
from ropa_app.gui.widgets.day_edit import DayEdit
from ropa_app.gui.widgets.field_row import MarkedLine
from ropa_app.gui.widgets.label import Label, hairline
from ropa_app.gui.widgets.line_edit import LineEdit
from ropa_app.gui.widgets.text_area import TextArea
from ropa_app.i18n import N_, NC_, Translator

TITLE: Final = N_("Accept with a reason")
REASON: Final = NC_("acceptance", "Reason")
UNTIL: Final = NC_("acceptance", "Holds until")
BY: Final = NC_("acceptance", "Accepted by")
DECLARED: Final = N_("List it in the copy for Datatilsynet")
NOTE: Final = N_(
    "The finding moves to those accepted. It comes back when the day has passed or its record is changed."
)
ACCEPT: Final = N_("Accept the finding")
CANCEL: Final = NC_("acceptance", "Cancel")
CLOSE: Final = N_("Close without accepting")
NEEDED: Final = N_("Write why the finding is accepted, and who accepts it.")
AHEAD: Final = N_("The day must lie ahead.")


class PanelWords(NamedTuple):
    """What the panel says; without `declared` it does not ask whether the authority is told."""

    title: str
    reason: str
    until: str
    by: str
    declared: str
    note: str
    accept: str
    close: str
    needed: str


ACCEPTING: Final = PanelWords(TITLE, REASON, UNTIL, BY, DECLARED, NOTE, ACCEPT, CLOSE, NEEDED)


class AcceptPanel(QWidget):
    """`accepted(reason, by, until, declared)` on Ctrl+Enter and the button, `closed` on Esc and the cross."""

    accepted = Signal(str, str, object, object)
    closed = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None, words: PanelWords = ACCEPTING) -> None:
        super().__init__(parent)
        self._t = t
        self._words = words
        self._today = date.min
        self._title = Label("", "section")
        self._cross = tool_button("", "x")
        self._cross.setIconSize(theme.icon_size(16))
        self._labels = {key: Label("", "small", "text2") for key in ("reason", "until", "by")}
        self.reason: Final = TextArea(t)
        self.until: Final = DayEdit(t)
        self.by: Final = LineEdit(t)
        self.declared: Final = QCheckBox()
        self._note = Label("", "small", "text2", wrap=True)
        self.problem: Final = MarkedLine(t)
        self.accept_button: Final = plain_button("")
        self._cancel = link_button("")
        self._cross.clicked.connect(self.closed)
        self._cancel.clicked.connect(self.closed)
        self.accept_button.clicked.connect(self._on_accept)
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # before the text area takes it for itself
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_accept)
        self._lay_out()
        self.retranslate(t)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._cross)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._labels["until"], 0, 0)
        grid.addWidget(self._labels["by"], 0, 1)
        grid.addWidget(self.until, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.by, 1, 1, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 10, 20, 16)
        inside.setSpacing(4)
        inside.addLayout(head)
        inside.addWidget(self._labels["reason"])
        inside.addWidget(self.reason)
        inside.addSpacing(6)
        inside.addLayout(grid)
        inside.addSpacing(6)
        inside.addWidget(self.declared)
        inside.addSpacing(2)
        inside.addWidget(self._note)
        inside.addWidget(self.problem)
        inside.addSpacing(6)
        inside.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(inside)

    def begin(self, by: str, today: date) -> None:
        """Show an empty panel for whoever works here, and put the focus into the reason."""
        self._today = today
        self.reason.set_value("")
        self.until.set_value(None)
        self.by.set_value(by)
        self.declared.setChecked(False)
        self.problem.set_text("")
        self.show()
        self.reason.setFocus()

    def _on_accept(self) -> None:
        day_is_one = self.until.commit_pending()
        self.reason.commit_pending()
        self.by.commit_pending()
        reason, by, until = self.reason.value().strip(), self.by.value().strip(), self.until.value()
        problem = self._words.needed if not (reason and by) else ""
        if not problem and until is not None and until <= self._today:
            problem = AHEAD
        self.problem.set_text(self._t(problem) if problem else "")
        if problem or not day_is_one:
            wanting = self.reason if not reason else self.by if not by else self.until
            wanting.setFocus()
            return
        declared = Answer.YES if self.declared.isChecked() else Answer.NO
        self.accepted.emit(reason, by, until, declared)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self, t: Translator) -> None:
        """Take all texts in another language."""
        self._t = t
        self.problem.retranslate(t)
        self.set_words(self._words)
        self._cancel.setText(t.marked(CANCEL))
        self._cancel.setAccessibleName(t.marked(CANCEL))

    def set_words(self, words: PanelWords) -> None:
        """Ask for something else that needs a reason and a name."""
        self._words, t = words, self._t
        self._title.setText(t.marked(words.title))
        for editor, label, text in (
            (self.reason, self._labels["reason"], words.reason),
            (self.until, self._labels["until"], words.until),
            (self.by, self._labels["by"], words.by),
        ):
            label.setText(t.marked(text))
            editor.retranslate(t)
            editor.setAccessibleName(t.marked(text))
        self.declared.setVisible(bool(words.declared))
        self.declared.setText(t.marked(words.declared))
        self.declared.setAccessibleName(t.marked(words.declared))
        self._note.setText(t.marked(words.note))
        self.accept_button.setText(t.marked(words.accept))
        self.accept_button.setAccessibleName(t.marked(words.accept))
        rename_tool(self._cross, t.marked(words.close))
