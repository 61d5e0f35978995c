"""The page one meets without a file: new, open, example, and the files opened last."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ropa_app.gui import theme
from ropa_app.gui.pages.command_button import CommandButton
from ropa_app.gui.pages.recent_files import ROW, RecentFilesList
from ropa_app.gui.settings import Settings
from ropa_app.gui.widgets.buttons import link_button
from ropa_app.gui.widgets.label import Label, hairline
from ropa_app.gui.widgets.language_switch import LANGUAGE_NAMES, SegmentedControl
from ropa_app.i18n import LANGUAGES, N_, Translator

PROGRAM: Final = N_("Register of processing activities")
_LEFT: Final = 372
_RIGHT: Final = 524
_GAP: Final = 64
_NARROW_GAP: Final = 32
_ONE_COLUMN: Final = 880
_MOST_ROWS: Final = 6


class WelcomePage(QWidget):
    """Ways to a register; each only asks, by its signal.

    `language_chosen(language)` asks for another language of the window.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal()
    file_wanted = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, t: Translator, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._settings = settings
        self._title = Label("", "figure", wrap=True)
        self._words = Label("", "body", "text2", wrap=True)
        self.new_button: Final = CommandButton("file-plus")
        self.open_button: Final = CommandButton("folder-open")
        self.example_button: Final = CommandButton("book-open")
        self.language: Final = SegmentedControl("", [(one, LANGUAGE_NAMES[one]) for one in LANGUAGES])
        self._caption = Label("", "section")
        self._nothing = Label("", "body", "text3", wrap=True)
        self.recent: Final = RecentFilesList(t)
        self.clear_button: Final = link_button("")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self.retranslate(t)
        self.new_button.setFocus()

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.example_button.clicked.connect(self.example_wanted)
        self.recent.opened.connect(self.file_wanted)
        self.recent.forgotten.connect(self._forget)
        self.clear_button.clicked.connect(self._forget_all)
        self.language.chosen.connect(self.language_chosen)

    def _lay_out(self) -> None:
        self.setProperty("surface", "base")
        page = QWidget()
        page.setProperty("surface", "base")
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(self._columns)
        middle.addStretch(1)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(20, 24, 20, 24)
        whole.addStretch(2)
        whole.addLayout(middle)
        whole.addStretch(3)
        left, right = self._left(), self._right()
        top = Qt.AlignmentFlag.AlignTop
        self._columns.addWidget(left, 0, top)
        self._columns.addWidget(right, 0, top)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _left(self) -> QWidget:
        sign = QLabel()
        sign.setPixmap(theme.window_icon().pixmap(48, 48))
        head = QHBoxLayout()
        head.setContentsMargins(13, 0, 0, 0)
        head.setSpacing(16)
        head.addWidget(sign)
        head.addWidget(self._title, 1)
        words = QVBoxLayout()
        words.setContentsMargins(13, 0, 0, 0)
        words.addWidget(self._words)
        foot = QHBoxLayout()
        foot.setContentsMargins(13, 0, 0, 0)
        foot.addWidget(self.language)
        foot.addStretch(1)
        made = QWidget()
        made.setFixedWidth(_LEFT)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(12)
        column.addLayout(words)
        column.addSpacing(20)
        for button in (self.new_button, self.open_button, self.example_button):
            column.addWidget(button)
        column.addSpacing(24)
        column.addLayout(foot)
        return made

    def _right(self) -> QWidget:
        caption = QVBoxLayout()
        caption.setContentsMargins(10, 12, 10, 8)
        caption.addWidget(self._caption)
        made = QWidget()
        made.setMinimumWidth(320)
        made.setMaximumWidth(_RIGHT)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(caption)
        column.addWidget(hairline())
        column.addWidget(self.recent)
        nothing = QVBoxLayout()
        nothing.setContentsMargins(10, 10, 10, 0)
        nothing.addWidget(self._nothing)
        column.addLayout(nothing)
        row = QHBoxLayout()
        row.setContentsMargins(5, 10, 0, 0)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        column.addLayout(row)
        return made

    def refresh(self) -> None:
        """Look at the files opened last again."""
        paths = self._settings.recent_files
        self.recent.files.fill(self._t, paths)
        self.recent.setFixedHeight(min(_MOST_ROWS, len(paths)) * ROW)
        self.recent.setVisible(bool(paths))
        self.clear_button.setVisible(bool(paths))
        self._nothing.setVisible(not paths)

    def retranslate(self, t: Translator) -> None:
        """Take all texts in the language of the window."""
        self._t = t
        self.setAccessibleName(t(PROGRAM))
        self._title.setText(t(PROGRAM))
        self._words.setText(
            t(
                "Keep the register under Article 30 and make the privacy statement from the same facts. "
                "Everything lies in one file on this machine."
            )
        )
        self.new_button.set_texts(
            t("New register …"), t("Start with the name of the organisation; the rest can wait")
        )
        self.open_button.set_texts(t("Open …"), t("A register (.ropa) from this machine or a memory stick"))
        self.example_button.set_texts(
            t("See the example"), t("VELUX Norge AS with 13 activities, in a copy of its own")
        )
        self.language.set_name(t("Language of the window"))
        self.language.set_current(t.language)
        self._caption.setText(t("Opened last"))
        self._nothing.setText(t("Registers you have opened are listed here."))
        self.recent.setAccessibleName(t("Opened last"))
        self.clear_button.setText(t("Clear the list"))
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below each other where the window is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < _ONE_COLUMN
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        wide = self.width() >= _LEFT + _RIGHT + _GAP + 40
        self._columns.setSpacing(_GAP if wide else _NARROW_GAP)
        right = self.recent.parentWidget()
        if right is not None:
            room = self.width() - 56 - (0 if narrow else _LEFT + self._columns.spacing())
            right.setFixedWidth(_LEFT if narrow else max(320, min(_RIGHT, room)))

    def _forget(self, path: Path) -> None:
        self._settings.forget_file(path)
        self.refresh()

    def _forget_all(self) -> None:
        self._settings.forget_files()
        self.refresh()
        self.new_button.setFocus()
