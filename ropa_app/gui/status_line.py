"""The status bar: that everything is saved, which file it is, and how old the law data are."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStatusBar, QWidget

from ropa_app.gui import theme
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.drawing import paint_drawing
from ropa_app.gui.widgets.day_text import format_day
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.message_strip import announce
from ropa_app.i18n import N_, Translator

STATUS: Final = N_("Status bar")
ALL_SAVED: Final = N_("All changes are saved")
READ_ONLY: Final = N_("Read-only")
CHECKED_DAY: Final = N_("Checked as of {day}")
LAW_DAY: Final = N_("Law data as of {day}")


class TickMark(QWidget):
    """The tick before "All changes are saved"; the words say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(26, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the colour of what is in order."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_drawing(painter, "check", theme.tokens().ok, QRectF(11, 1, 14, 14))
        painter.end()


class StatusLine(QStatusBar):
    """Saved state on the left; file and day of the law data on the right."""

    def __init__(self, t: Translator) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._saved = Label("", "small", "text2")
        self._file = Label("", "small", "text2")
        self._checked = Label("", "small", "text2")
        self._law = Label("", "small", "text2")
        self._document: RegisterDocument | None = None
        self._tick = TickMark()
        self._checked.setContentsMargins(14, 0, 0, 0)
        self._law.setContentsMargins(14, 0, 12, 0)
        self.addWidget(self._tick)
        self.addWidget(self._saved)
        self.addPermanentWidget(self._file)
        self.addPermanentWidget(self._checked)
        self.addPermanentWidget(self._law)
        self.show_document(t, None)

    def show_document(self, t: Translator, document: RegisterDocument | None) -> None:
        """Tell about the open register, or nothing."""
        self.setAccessibleName(t(STATUS))
        self._t = t
        self._watch(document)
        saved = document is not None and not document.read_only
        self._tick.setVisible(saved)
        self._saved.setContentsMargins(0 if saved else 10, 0, 0, 0)
        if document is None:
            for label in (self._saved, self._file, self._checked, self._law):
                label.clear()
            return
        self._saved.setText(t(READ_ONLY if document.read_only else ALL_SAVED))
        self._file.setText(document.path.name)
        self._law.setText(t(LAW_DAY, day=format_day(document.law.pack.verified, t.language)))

    def _watch(self, document: RegisterDocument | None) -> None:
        """Say the day the register is checked as of, and say it again when it is another one."""
        if document is not self._document:
            self._document = document
            if document is not None:
                document.findings.changed.connect(self._show_checked)
        self._show_checked()

    def _show_checked(self) -> None:
        findings = self._document.findings if self._document is not None else None
        known = findings is not None and findings.is_known
        day = format_day(findings.day, self._t.language) if findings is not None else ""
        self._checked.setText(self._t(CHECKED_DAY, day=day) if known else "")

    def checked_text(self) -> str:
        """Return what is told of the checks."""
        return self._checked.text()

    def text(self) -> str:
        """Return the saved state that is told."""
        return self._saved.text()

    def say(self, text: str) -> None:
        """Let a screen reader say something that stands here anyway."""
        announce(self, text)
