"""Text of several lines in a field that grows with it."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.editor import NOT_STATED, Editing, is_undo_key, set_property
from ropa_app.i18n import Translator

_MARGIN: Final = 6
_MOST_LINES: Final = 14
_LINE_ENDS: Final = str.maketrans("\u2028\u2029", "\n\n")


class TextArea(Editing[str], QPlainTextEdit):
    """Text that wraps and makes its field grow; leaving or Ctrl+Enter commits, Tab leaves, Esc reverts."""

    committed = Signal(object)
    invalidated = Signal(str)

    def __init__(self, t: Translator, parent: QWidget | None = None, *, least_lines: int = 2) -> None:
        super().__init__(parent)
        self._t = t
        self._stored = ""
        self._shown = ""
        self._ghost = ""
        self._hint = ""
        self._least = least_lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.retranslate(t)
        self._fit()

    def text(self) -> str:
        """Return what the field shows, no-break spaces kept, which `toPlainText` would lose."""
        return self.document().toRawText().translate(_LINE_ENDS)

    def _read(self) -> str:
        return self.text().strip()

    def _show(self, value: str) -> None:
        if self.text() != value:
            self.setPlainText(value)
        self._shown = self.text()

    def _is_changed(self) -> bool:
        return self.text() != self._shown

    def _framed(self) -> QWidget:
        return self

    def set_read_only(self, read_only: bool) -> None:
        """Show the text without a box."""
        self.setReadOnly(read_only)
        self.setTabChangesFocus(True)
        set_property(self, "readOnly", read_only)

    def set_ghost(self, text: str, language: str = "") -> None:
        """Show what another language says, in grey and with its name, as long as the field is empty."""
        self._ghost = f"{language}: {text}" if text and language else text
        self._set_hint()

    def retranslate(self, t: Translator) -> None:
        """Take the texts of another language."""
        self._t = t
        self._set_hint()

    def _set_hint(self) -> None:
        self._hint = self._ghost or self._t(NOT_STATED)
        self._fit()
        self.viewport().update()

    def ghost(self) -> str:
        """Return what stands in grey in an empty field."""
        return self._hint

    def _ghost_height(self) -> int:
        width = max(1, self.viewport().width() - 2 * _MARGIN)
        box = self.fontMetrics().boundingRect(0, 0, width, 10_000, Qt.TextFlag.TextWordWrap, self._hint)
        return box.height()

    def _wanted_height(self) -> int:
        lines = max(1, round(self.document().documentLayout().documentSize().height()))
        line = self._line_height()
        text = lines * line if not self.document().isEmpty() else max(line, self._ghost_height())
        inner = max(self._least * line, min(text, _MOST_LINES * line))
        return math.ceil(inner) + 2 * _MARGIN + 3

    def _line_height(self) -> float:
        first = self.document().firstBlock().layout()
        lines, height = first.lineCount(), first.boundingRect().height()
        return height / lines if lines and height > 0 else float(self.fontMetrics().lineSpacing())

    def _fit(self) -> None:
        height = self._wanted_height()
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of the text and a width that fills its column."""
        return QSize(super().sizeHint().width(), self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew and grow with it."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, or what stands in for it while there is none."""
        super().paintEvent(event)
        if not self.document().isEmpty():
            return
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.setPen(QColor(theme.tokens().text3))
        margin = self.document().documentMargin()
        box = QRectF(self.viewport().rect()).adjusted(margin, margin, -margin, -margin)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        painter.drawText(box, self._hint, option)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window unless there is typing to undo."""
        if is_undo_key(event) and not self.is_pending():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit with Ctrl+Enter, revert with Esc."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.commit_pending()
        elif event.key() == Qt.Key.Key_Escape:
            if self.is_pending():
                self.revert()
            else:
                event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep the text still while the border grows to a ring."""
        self.document().setDocumentMargin(_MARGIN - 1)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit on leaving, unless it is for a menu that comes back."""
        self.document().setDocumentMargin(_MARGIN)
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit_pending()
