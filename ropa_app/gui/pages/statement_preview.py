"""Keeps the pages of the statement in step with the register: drawn by the worker, a moment after edits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ropa_app.gui.jobs import Preview, StatementOrder, preview_job, trouble_text
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.tasks import Job
from ropa_app.i18n import N_

DRAWING: Final = N_("The statement is being drawn …")
#: Up to this many activities the pages follow the edits by themselves.
FREE: Final = 300
_PAUSE: Final = 700


class StatementPreview(QObject):
    """`drawn(preview)` brings the newest pages, `failed(text)` says why there are none.

    `wanted` is set while somebody looks; edits made meanwhile are drawn after a pause, others when asked.
    """

    drawn = Signal(object)
    failed = Signal(str)

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._round = 0
        self._stale = True
        self.wanted = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.draw)
        context.document.changed.connect(self.set_stale)
        context.document.language_changed.connect(self.set_stale)

    def is_free(self) -> bool:
        """Tell whether the register is small enough for pages that follow every edit."""
        return self._context.document.records.counts().get("activity", 0) <= FREE

    def is_stale(self) -> bool:
        """Tell whether the pages drawn last are not those of the register as it is."""
        return self._stale

    def set_stale(self, *_changes: object) -> None:
        """Draw the pages anew, after a pause in the edits."""
        self._stale = True
        if self.wanted and self.is_free():
            self._timer.start()

    def draw_if_stale(self) -> None:
        """Draw at once where the pages are old and it takes no time."""
        if self._stale and self._job is None and self.is_free():
            self.draw()

    def draw(self) -> None:
        """Draw the statement as a draft, in the language of the forms."""
        self.stop()
        document = self._context.document
        self._stale = False
        self._round += 1
        this_round = self._round
        work = preview_job(document.snapshot(), StatementOrder(document.language), document.law)
        self._job = self._context.tasks.start(
            self._context.t(DRAWING),
            work,
            lambda preview: self._on_drawn(this_round, preview),
            lambda problem: self._on_failed(this_round, problem),
            quiet=True,
        )

    def stop(self) -> None:
        """Stop drawing."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._round += 1
            self._stale = True

    def _on_drawn(self, drawn_in: int, preview: Preview) -> None:
        if drawn_in == self._round:
            self._job = None
            self.drawn.emit(preview)

    def _on_failed(self, drawn_in: int, problem: Exception) -> None:
        if drawn_in == self._round:
            self._job = None
            self._stale = True
            self.failed.emit(trouble_text(problem, self._context.t))
