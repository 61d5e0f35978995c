"""Exporting the register or the statement, with the pages in view before they are written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ropa_app.domain.values import RecordId
from ropa_app.gui.dialogs.export_choices import remember, remembered
from ropa_app.gui.dialogs.export_options import ExportOptions, What
from ropa_app.gui.dialogs.file_field import FileField
from ropa_app.gui.dialogs.form_dialog import CANCEL
from ropa_app.gui.dialogs.replaced_strip import ReplacedStrip
from ropa_app.gui.jobs import (
    GapLine,
    NoGlyph,
    Order,
    Preview,
    RegisterOrder,
    StatementOrder,
    gaps_job,
    glyphs_job,
    preview_job,
    trouble_text,
)
from ropa_app.gui.pages.page import PageContext
from ropa_app.gui.tasks import Job
from ropa_app.gui.widgets.buttons import link_button, plain_button, primary_button
from ropa_app.gui.widgets.field_row import MarkedLine
from ropa_app.gui.widgets.label import hairline
from ropa_app.gui.widgets.message_strip import announce
from ropa_app.gui.widgets.pdf_preview import PdfPreview
from ropa_app.i18n import N_, Translator

#: Up to this many activities the pages are drawn at once and again after every choice.
FREE_PREVIEW: Final = 300
WAITING: Final = N_("The pages are being drawn …")
ON_DEMAND: Final = N_("The register is large; its pages are drawn when you ask for them.")
LOOKING: Final = N_("Looking for characters without a printed form")
_PAUSE: Final = 400
_OPTIONS: Final = 344
_SIZE: Final = (1000, 648)
_WITH_STRIP: Final = 900
_WITH_PAGES: Final = 640


class ExportDialog(QDialog):
    """Options at the left, the pages at the right, the file below.

    What was chosen in the last export of this register is offered again; an approved `version` goes out of
    the house, so it is never offered as the internal copy unasked. `shown` is the activity shown in the list
    of the window. `wanted_record` is where the user went instead of exporting.
    """

    def __init__(
        self,
        context: PageContext,
        what: What,
        parent: QWidget | None = None,
        *,
        version: str = "",
        shown: RecordId | None = None,
    ) -> None:
        super().__init__(parent)
        t = context.t
        self._context = context
        self._t: Final[Translator] = t
        self._jobs: list[Job] = []
        self._round = 0
        self._scan: Job | None = None
        self._scanned_for: object = None
        self._found: tuple[NoGlyph, ...] = ()
        self.wanted_record: RecordId | None = None
        self.setWindowTitle(t("Export"))
        self.setAccessibleName(t("Export"))
        choices = remembered(context.document, context.settings)
        first: What = "internal" if what == "register" and choices.internal and not version else what
        self.options: Final = ExportOptions(context.document, first, choices, shown)
        if version:
            self.options.choose_version(version)
        self.preview: Final = PdfPreview(t, strip=True)
        self.file: Final = FileField(t, context.settings, "pdf", t("Export"))
        self.file.setAccessibleName(t("File"))
        self.replaced: Final = ReplacedStrip(context.document)
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
        self._name_button()
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
        fault.setContentsMargins(24, 0, 20, 0)
        fault.setSpacing(0)
        fault.addWidget(self.replaced)
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
        for fold in (self.options.register.more, self.options.state):
            fold.toggled.connect(
                lambda _open, one=fold: QTimer.singleShot(0, self, lambda: self._show_whole(one))
            )
        self.options.changed.connect(self._on_options_changed)
        self.replaced.record_wanted.connect(self._leave_for)

    def _show_whole(self, fold: QWidget) -> None:
        """Bring what was unfolded into view."""
        self._scroll.ensureWidgetVisible(fold, 0, 8)

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
        self._stop_scan()
        super().done(result)

    def _leave_for(self, record: str) -> None:
        """Give up the export to look at a record; the choices are there when it is asked for again."""
        self.wanted_record = RecordId(record)
        remember(self._context.document, self._context.settings, self.options.choices())
        self.reject()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up the small pages, then the pages, where there is no room for them."""
        super().resizeEvent(event)
        self.preview.setVisible(self.width() >= _WITH_PAGES)
        if self.preview.strip is not None:
            self.preview.strip.setVisible(self.width() >= _WITH_STRIP)

    def is_drawing(self) -> bool:
        """Tell whether pages, gaps or missing characters are still being worked out."""
        return self._timer.isActive() or bool(self._jobs) or self._scan is not None

    def _suggest(self) -> None:
        t, order, options = self._t, self.order(), self.options
        what, version = [t("privacy statement")], ""
        if isinstance(order, RegisterOrder):  # the marks stand first: a long name is cut at its end
            internal = t.context("file", "internal") if options.is_internal() else ""
            extract = t.context("file", "extract") if order.activities is not None else ""
            what = [t("register"), internal, extract]
            version = f"v{order.version}" if order.version else ""
        words = (*what, self._context.document.name, version, order.language, options.drawn_on().isoformat())
        self.file.set_kind(options.chosen_form())
        self.file.suggest(*filter(None, words))

    def _name_button(self) -> None:
        internal = self.options.is_internal()
        self.export_button.setText(self._t("Export internal copy") if internal else self._t("Export"))

    def _on_options_changed(self) -> None:
        self.problem.set_text("")
        self._suggest()
        self._name_button()
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
        self._look_for_glyphs(order)

    def draw(self) -> None:
        """Draw the pages as the choices stand."""
        if not self.preview.pages():
            self.preview.show_words(self._t(WAITING))
        document = self._context.document
        self._start(preview_job(document.snapshot(), self.order(), document.law), self._show_preview)

    def _start(self, work: Callable[..., object], show: Callable[[object], None]) -> None:
        drawn_for, running = self._round, list[Job]()

        def done(result: object) -> None:
            if drawn_for == self._round:
                self._jobs = [job for job in self._jobs if job not in running]
                show(result)

        running.append(self._context.tasks.start(self._t(WAITING), work, done, done, quiet=True))
        self._jobs += running

    def _stop_jobs(self) -> None:
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()

    # Characters that no font has

    def _look_for_glyphs(self, order: Order) -> None:
        """Look through the texts of a large register, once for each choice of texts."""
        sought = _texts_of(order)
        if sought == self._scanned_for:
            self._show_found()
            return
        self._stop_scan()
        self._scanned_for, self._found = sought, ()
        self._show_found()
        document = self._context.document

        def done(result: object) -> None:
            if sought == self._scanned_for:
                self._scan = None
                self._found = result if isinstance(result, tuple) else ()
                self._show_found()

        work = glyphs_job(document.snapshot(), order, document.law)
        self._scan = self._context.tasks.start(self._t(LOOKING), work, done, done, quiet=True)

    def _stop_scan(self) -> None:
        if self._scan is not None:
            self._scan.cancel()
        self._scan, self._scanned_for = None, None

    def _show_found(self) -> None:
        characters = sorted({character for one in self._found for character in one.characters})
        self._show_replaced(tuple(characters), self._found)

    def _show_replaced(self, characters: tuple[str, ...], places: tuple[NoGlyph, ...]) -> None:
        printed = self.options.chosen_form() == "pdf"  # text and web pages keep every character
        self.replaced.show_replaced(characters if printed else (), places if printed else ())

    def _show_preview(self, result: object) -> None:
        if isinstance(result, Preview):
            self.preview.show_pdf(result.pdf)
            self.options.set_gaps(result.gaps)
            self._show_replaced(result.replaced, result.replaced_in)
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


def _texts_of(order: Order) -> object:
    """Return what tells whether two documents are made of the same texts."""
    if isinstance(order, StatementOrder):
        return order.language
    return order.language, order.version, order.audience, order.activities
