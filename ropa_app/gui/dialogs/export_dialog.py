"""Exporting the register or the statement as PDF, with the pages in view before they are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ropa_app.gui.dialogs.export_options import ExportOptions, What
from ropa_app.gui.dialogs.file_dialogs import choose_target, file_stem
from ropa_app.gui.dialogs.file_field import FileField
from ropa_app.gui.dialogs.form_dialog import CANCEL
from ropa_app.gui.jobs import (
    GapLine,
    Order,
    Preview,
    StatementOrder,
    Written,
    export_job,
    gaps_job,
    json_job,
    preview_job,
    record_publication,
    trouble_text,
)
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.tasks import Job
from ropa_app.gui.widgets.buttons import link_button, plain_button, primary_button
from ropa_app.gui.widgets.field_row import MarkedLine
from ropa_app.gui.widgets.label import hairline
from ropa_app.gui.widgets.message_strip import StripKind, announce
from ropa_app.gui.widgets.pdf_preview import PdfPreview
from ropa_app.i18n import N_, Translator

#: Up to this many activities the pages are drawn at once and again after every choice.
FREE_PREVIEW: Final = 300
WAITING: Final = N_("The pages are being drawn …")
ON_DEMAND: Final = N_("The register is large; its pages are drawn when you ask for them.")
REPLACED: Final = N_("Characters without a printed form are shown by their numbers: {characters}.")
_PAUSE: Final = 400
_OPTIONS: Final = 344
_SIZE: Final = (1000, 648)
_WITH_STRIP: Final = 900
_WITH_PAGES: Final = 640


class Teller(Protocol):
    """What the window offers to tell how an export went."""

    def show_done(self, text: str, path: Path) -> None:
        """Say that a file was written, with the ways to open it."""

    def show_message(self, kind: StripKind, text: str) -> None:
        """Say anything else."""


class ExportDialog(QDialog):
    """Options at the left, the pages at the right, the file below."""

    def __init__(self, context: PageContext, what: What, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = context.t
        self._context = context
        self._t: Final[Translator] = t
        self._jobs: list[Job] = []
        self._round = 0
        self.setWindowTitle(t("Export"))
        self.setAccessibleName(t("Export"))
        self.options: Final = ExportOptions(context.document, what)
        self.preview: Final = PdfPreview(t, strip=True)
        self.file: Final = FileField(t, context.settings, "pdf", t("Export"))
        self.file.setAccessibleName(t("File"))
        self.problem: Final = MarkedLine(t)
        self.draw_button: Final = link_button(t("Show the pages"), "file-search")
        self.export_button: Final = primary_button(t("Export"), "file-down")
        self.cancel_button: Final = plain_button(t.marked(CANCEL))
        self._scroll = QScrollArea()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._draw_or_wait)
        self._lay_out()
        self._connect()
        self._suggest()
        self._draw_or_wait()

    def _lay_out(self) -> None:
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.options.setProperty("surface", "base")
        scroll.setWidget(self.options)
        scroll.setFixedWidth(_OPTIONS)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(scroll)
        upper.addWidget(_upright_line())
        upper.addWidget(self.preview, 1)
        lower = QHBoxLayout()
        lower.setContentsMargins(24, 12, 20, 14)
        lower.setSpacing(8)
        lower.addWidget(self.file, 1)
        lower.addWidget(self.draw_button)
        lower.addSpacing(16)
        lower.addWidget(self.cancel_button)
        lower.addWidget(self.export_button)
        fault = QVBoxLayout()
        fault.setContentsMargins(24, 6, 24, 0)
        fault.addWidget(self.problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(hairline())
        column.addLayout(fault)
        column.addLayout(lower)
        window = self.parentWidget()
        room = window.size() if window is not None else QSize(*_SIZE)
        self.resize(QSize(*_SIZE).boundedTo(room))

    def _connect(self) -> None:
        self.cancel_button.setAutoDefault(False)
        self.export_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.export_button.clicked.connect(self.try_accept)
        self.draw_button.clicked.connect(self.draw)
        self.draw_button.hide()
        self.options.changed.connect(self._on_options_changed)

    def order(self) -> Order:
        """Return what to draw."""
        return self.options.order()

    def try_accept(self) -> None:
        """Accept, or say why not."""
        fault = self.options.fault() or self.file.fault()
        if fault:
            self.options.focus_fault()
            focused = QApplication.focusWidget()
            if focused is not None and self.options.isAncestorOf(focused):
                self._scroll.ensureWidgetVisible(focused)
            announce(self, fault, urgent=True)
        self.problem.set_text(fault)  # last: a field that is left may tell of a change
        if not fault:
            self.accept()

    def done(self, result: int) -> None:
        """Stop drawing what nobody looks at any more."""
        self._timer.stop()
        self._round += 1
        self._stop_jobs()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up the small pages, then the pages, where there is no room for them."""
        super().resizeEvent(event)
        self.preview.setVisible(self.width() >= _WITH_PAGES)
        if self.preview.strip is not None:
            self.preview.strip.setVisible(self.width() >= _WITH_STRIP)

    def is_drawing(self) -> bool:
        """Tell whether pages or gaps are still being worked out."""
        return self._timer.isActive() or bool(self._jobs)

    def _suggest(self) -> None:
        order, document = self.order(), self._context.document
        is_statement = isinstance(order, StatementOrder)
        version = "" if isinstance(order, StatementOrder) or not order.version else f"v{order.version}"
        words = (
            self._t("privacy statement") if is_statement else self._t("register"),
            document.name,
            version,
            order.language,
            self.options.drawn_on().isoformat(),
        )
        self.file.suggest(*filter(None, words))

    def _on_options_changed(self) -> None:
        self.problem.set_text("")
        self._suggest()
        self._timer.start()

    # The pages

    def _draw_or_wait(self) -> None:
        activities = self._context.document.records.counts().get("activity", 0)
        self._stop_jobs()
        self._round += 1
        order = self.order()
        if activities <= FREE_PREVIEW:
            self.draw()
            return
        self.draw_button.show()
        self.preview.show_words(self._t(ON_DEMAND))
        if isinstance(order, StatementOrder):
            job = gaps_job(self._context.document.snapshot(), order, self._context.document.law)
            self._start(job, self._show_gaps)

    def draw(self) -> None:
        """Draw the pages as the choices stand."""
        if not self.preview.pages():
            self.preview.show_words(self._t(WAITING))
        document = self._context.document
        self._start(preview_job(document.snapshot(), self.order(), document.law), self._show_preview)

    def _start(self, work: Callable[..., object], show: Callable[[object], None]) -> None:
        drawn_for = self._round

        def done(result: object) -> None:
            if drawn_for == self._round:
                self._jobs.clear()
                show(result)

        self._jobs.append(self._context.tasks.start(self._t(WAITING), work, done, done, quiet=True))

    def _stop_jobs(self) -> None:
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()

    def _show_preview(self, result: object) -> None:
        if isinstance(result, Preview):
            self.preview.show_pdf(result.pdf)
            self.options.set_gaps(result.gaps)
        elif isinstance(result, Exception):
            self.preview.show_words(trouble_text(result, self._t))

    def _show_gaps(self, result: object) -> None:
        if isinstance(result, tuple):
            self.options.set_gaps(tuple(one for one in result if isinstance(one, GapLine)))


def _upright_line() -> QFrame:
    line = QFrame()
    line.setProperty("line", "true")
    line.setFixedWidth(1)
    return line


def done_text(written: Written, t: Translator) -> str:
    """Return what is said once a file is written."""
    text = t("{name} is written.", name=written.path.name)
    if written.replaced:
        text += " " + t(REPLACED, characters=" ".join(written.replaced))
    return text


def start_export(teller: Teller, context: PageContext, order: Order, path: Path) -> Job:
    """Write a document in the worker and tell how it went; a final statement is then recorded."""
    t, document = context.t, context.document

    def done(written: Written) -> None:
        if written.published is not None and not record_publication(document, written):
            return  # why not is told by the document
        teller.show_done(done_text(written, t), written.path)

    def failed(problem: Exception) -> None:
        teller.show_message("error", trouble_text(problem, t))

    label = t("Exporting {name}", name=path.name)
    work = export_job(document.snapshot(), order, path, document.law)
    return context.tasks.start(label, work, done, failed)


def ask_export(window: Teller, context: PageContext, what: str) -> None:
    """Let the user export the `register`, the `statement` or `json`; the window tells how it went.

    `register:2` offers version 2 of the register.
    """
    if what == "json":
        ask_json_export(window, context)
        return
    document, _, version = what.partition(":")
    first: What = "statement" if document == "statement" else "register"
    dialog = ExportDialog(context, first, window if isinstance(window, QWidget) else None)
    if version:
        dialog.options.choose_version(version)
    if dialog.exec():
        path = dialog.file.path()
        context.settings.last_folder = path.parent
        start_export(window, context, dialog.order(), path)
    dialog.deleteLater()


def ask_json_export(window: Teller, context: PageContext) -> None:
    """Let the user choose a file and write the register there as JSON; the window tells how it went."""
    t, document = context.t, context.document
    name = f"{file_stem(document.name, document.today().isoformat())}.json"
    parent = window if isinstance(window, QWidget) else None
    path = choose_target(parent, context.settings, t, "json", name, t("Export as JSON"))
    if path is not None:
        context.tasks.start(
            t("Exporting {name}", name=path.name),
            json_job(document.snapshot(), path),
            lambda written: window.show_done(done_text(written, t), written.path),
            lambda problem: window.show_message("error", trouble_text(problem, t)),
        )
