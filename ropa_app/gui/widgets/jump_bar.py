"""The row of sections above a form, with a line under the one in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.mark import WORDS, Kind, paint_mark
from ropa_app.i18n import Translator

_HEIGHT: Final = 34
_SIDE: Final = 5
_GAP: Final = 4
_MARK: Final = 10


class Jump(NamedTuple):
    """A section to jump to: its key, its letter (may be empty) and its word."""

    key: str
    letter: str
    word: str


class JumpBar(QTabBar):
    """Tabs that jump: `jumped(key)` on click, Enter and arrow keys; `set_current` only follows the scroll.

    Where it is narrow, only letters are shown, and the word of the current one.
    """

    jumped = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jumps: list[Jump] = []
        self._marks: dict[str, Kind] = {}
        self._narrow = False
        self._following = False
        self._pointed = -1
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.currentChanged.connect(self._on_current_changed)
        self.tabBarClicked.connect(self._on_tab_clicked)

    def set_jumps(self, jumps: Sequence[Jump]) -> None:
        """Show these sections; the current one stays where it is still among them."""
        current = self.current()
        self._following = True
        while self.count():
            self.removeTab(0)
        self._jumps = list(jumps)
        for jump in jumps:
            self.addTab(f"{jump.letter} {jump.word}".strip())
        self._following = False
        self.set_current(current)

    def set_marks(self, t: Translator, marks: Mapping[str, Kind]) -> None:
        """Show the worst mark of each section that has one."""
        self._marks = dict(marks)
        for index, jump in enumerate(self._jumps):
            words = (
                f"{jump.letter} {jump.word}".strip(),
                t.marked(WORDS[marks[jump.key]]) if jump.key in marks else "",
            )
            self.setTabText(index, ", ".join(filter(None, words)))
        self._fit()

    def current(self) -> str:
        """Return the key of the section in view, empty where there is none."""
        index = self.currentIndex()
        return self._jumps[index].key if 0 <= index < len(self._jumps) else ""

    def set_current(self, key: str) -> None:
        """Underline a section without jumping to it."""
        keys = [jump.key for jump in self._jumps]
        if key in keys and keys.index(key) != self.currentIndex():
            self._following = True
            self.setCurrentIndex(keys.index(key))
            self._following = False
            self._lay_out_anew()

    def is_narrow(self) -> bool:
        """Return whether only letters are shown."""
        return self._narrow

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go over to letters where the words do not fit, and back."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = sum(self._width(i, word=True) for i in range(self.count())) > self.width()
        if narrow != self._narrow:
            self._narrow = narrow
        self._lay_out_anew()

    def _lay_out_anew(self) -> None:
        self.setIconSize(self.iconSize())
        self.updateGeometry()
        self.update()

    def _on_current_changed(self, index: int) -> None:
        if not self._following and 0 <= index < len(self._jumps):
            self._lay_out_anew()
            self.jumped.emit(self._jumps[index].key)

    def _on_tab_clicked(self, index: int) -> None:
        if index >= 0 and index == self.currentIndex():
            self.jumped.emit(self._jumps[index].key)

    def _word(self, index: int) -> str:
        jump = self._jumps[index]
        hidden = self._narrow and jump.letter and index != self.currentIndex()
        return "" if hidden else jump.word

    def _font(self, index: int) -> QFont:
        return theme.font("strong" if index == self.currentIndex() else "body")

    def _letter_width(self, letter: str) -> int:
        return QFontMetrics(theme.font("strong")).horizontalAdvance(letter) if letter else 0

    def tabSizeHint(self, index: int) -> QSize:
        """Return the room a tab takes; words are measured bold, so that nothing moves on a jump."""
        return QSize(self._width(index, word=bool(self._word(index))), _HEIGHT)

    def _width(self, index: int, *, word: bool) -> int:
        jump = self._jumps[index]
        width = QFontMetrics(theme.font("strong")).horizontalAdvance(jump.word) if word else 0
        letter = self._letter_width(jump.letter)
        mark = _MARK + _GAP - 1 if jump.key in self._marks else 0
        return 2 * _SIDE + letter + (_GAP if width and letter else 0) + width + mark + 2

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the same: a tab is never cut."""
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        """Return the room of all tabs."""
        return QSize(sum(self.tabSizeHint(i).width() for i in range(self.count())), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Say that a narrow page may cut the row."""
        return QSize(0, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw letters, words, the line under the current tab and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index, self.tabRect(index))
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, box: QRect) -> None:
        tokens = theme.tokens()
        current = index == self.currentIndex()
        if index == self._pointed and not current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(box.adjusted(0, 3, 0, -3), 6, 6)
        jump = self._jumps[index]
        room = box.adjusted(_SIDE, 0, 0, -2)
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._font(index))
        painter.setPen(QColor(tokens.accent if current else tokens.text2))
        painter.drawText(room, aligned, jump.letter)
        if jump.letter:
            room.setLeft(room.left() + self._letter_width(jump.letter) + _GAP)
        painter.setPen(QColor(tokens.text if current else tokens.text2))
        word = self._word(index)
        painter.drawText(room, aligned, word)
        if jump.key in self._marks:
            left = box.right() - _SIDE - _MARK
            top = room.top() + (room.height() - _MARK) / 2
            paint_mark(painter, self._marks[jump.key], QRectF(left, top, _MARK, _MARK))
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(QRect(box.left(), box.bottom() - 2, box.width(), 3), 1.5, 1.5)
            if self.hasFocus():
                painter.setPen(QPen(QColor(tokens.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(1, 2, -1, -5), 5, 5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the tab under the pointer."""
        self._point_at(event.position().toPoint())
        super().mouseMoveEvent(event)

    def _point_at(self, point: QPoint) -> None:
        pointed = self.tabAt(point)
        if pointed != self._pointed:
            self._pointed = pointed
            self.update()
