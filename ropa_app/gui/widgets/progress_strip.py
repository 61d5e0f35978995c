"""How far a long job is, and a way out of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from ropa_app.gui.widgets.buttons import plain_button
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import NC_, Translator

CANCEL: Final = NC_("progress", "Cancel")
_PATIENCE: Final = 300


class ProgressStrip(QWidget):
    """A bar with what, how far and a button to stop; appears only when a job takes longer than a blink."""

    cancelled = Signal()

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = Label("", "small", "text2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._far = Label("", "small", "text3")
        self._button = plain_button("")
        self._button.clicked.connect(self._on_cancel_clicked)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(self._what)
        row.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._far)
        row.addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate(t)
        self.hide()

    def start(self, what: str, *, at_once: bool = False) -> None:
        """Begin with a job whose length is not known yet."""
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        self._bar.setRange(0, 0)
        self._far.clear()
        self._button.setEnabled(True)
        if at_once:
            self.show()
        else:
            self._timer.start()

    def set_progress(self, done: int, total: int, text: str) -> None:
        """Show how far the job is: `done` of `total`, and in words."""
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._bar.setAccessibleDescription(text)
        self._far.setText(text)

    def finish(self) -> None:
        """End, whether or not the strip was ever shown."""
        self._timer.stop()
        self.hide()

    def is_running(self) -> bool:
        """Return whether a job is under way, shown or not yet."""
        return self._timer.isActive() or self.isVisibleTo(self.parentWidget() or self)

    def _on_cancel_clicked(self) -> None:
        self._button.setEnabled(False)
        self.cancelled.emit()

    def retranslate(self, t: Translator) -> None:
        """Speak another language."""
        self._button.setText(t.marked(CANCEL))
