"""Pages of a PDF on the desk: leafing, enlarging, and a word where there is nothing to show yet."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QModelIndex, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ropa_app.gui import theme
from ropa_app.gui.widgets.buttons import rename_tool, tool_button
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.page_strip import PageStrip
from ropa_app.i18n import N_, Translator

PREVIEW: Final = N_("The pages as they will be written")
PREVIOUS_PAGE: Final = N_("Previous page")
NEXT_PAGE: Final = N_("Next page")
SMALLER: Final = N_("Smaller")
LARGER: Final = N_("Larger")
PERCENT: Final = N_("{n} %")
PAGE_OF: Final = N_("Page {page} of {pages}")
_STEP: Final = 1.2
_LEAST: Final = 0.25
_MOST: Final = 4.0
_BAR: Final = 40


class PdfPreview(QWidget):
    """Shows the bytes of a PDF page by page; the pages stay white in a dark window.

    With `strip` the pages also stand at the left as small pictures.
    """

    def __init__(self, t: Translator, parent: QWidget | None = None, *, strip: bool = False) -> None:
        super().__init__(parent)
        self._t = t
        self._buffer: QBuffer | None = None
        self._document = QPdfDocument(self)
        self._marks = QPdfBookmarkModel(self)
        self._marks.setDocument(self._document)
        self._view = QPdfView()
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self._view.setFrameShape(QPdfView.Shape.NoFrame)
        self._view.pageNavigator().currentPageChanged.connect(self._show_page)
        self._previous = tool_button("", "chevron-left")
        self._previous.clicked.connect(lambda: self.turn(-1))
        self._next = tool_button("", "chevron-right")
        self._next.clicked.connect(lambda: self.turn(1))
        self._far = Label("", "body", "text2")
        self._smaller = tool_button("", "minus")
        self._smaller.clicked.connect(lambda: self.zoom(1 / _STEP))
        self._larger = tool_button("", "plus")
        self._larger.clicked.connect(lambda: self.zoom(_STEP))
        self._percent = Label("", "body", "text2")
        self.strip: Final = PageStrip(t, self._document) if strip else None
        if self.strip is not None:
            self.strip.chosen.connect(self.go_to)
        self._words = Label("", "body", "text2", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._colors_due = QTimer(self)
        self._colors_due.setSingleShot(True)
        self._colors_due.setInterval(0)
        self._colors_due.timeout.connect(self._take_colors)
        self._lay_out()
        self._take_colors()
        self.retranslate(t)
        self._show_page()

    def _lay_out(self) -> None:
        bar = QWidget()
        bar.setProperty("surface", "window")
        bar.setFixedHeight(_BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        for widget in (self._previous, self._far, self._next):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._smaller, self._percent, self._larger):
            row.addWidget(widget)
        wait = QWidget()
        wait.setProperty("surface", "window")
        column = QVBoxLayout(wait)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(self._words)
        self._stack.addWidget(wait)
        self._stack.addWidget(self._view)
        whole = QVBoxLayout()
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(self._stack, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        if self.strip is not None:
            across.addWidget(self.strip)
        across.addLayout(whole, 1)

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document, at the page shown before where it has one."""
        page = self.page()
        self._document.close()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._stack.setCurrentIndex(1)
        if self.strip is not None:
            self.strip.read()
        if 0 < page < self.pages():
            self.go_to(page)
        self._show_page()

    def show_words(self, text: str) -> None:
        """Say why there are no pages to see."""
        self._words.setText(text)
        self._stack.setCurrentIndex(0)
        self._show_page()

    def pages(self) -> int:
        """Return the number of pages shown."""
        return max(0, self._document.pageCount()) if self._stack.currentIndex() else 0

    def page(self) -> int:
        """Return the page in view, the first one being 0."""
        return self._view.pageNavigator().currentPage()

    def page_of(self, number: str) -> int:
        """Return the page on which the outline has a heading with this number, -1 where it has none."""
        marks = self._marks
        for row in range(marks.rowCount(QModelIndex())):
            index = marks.index(row, 0, QModelIndex())
            title = str(index.data(int(QPdfBookmarkModel.Role.Title)))
            if title.split(maxsplit=1)[:1] == [number]:
                return int(index.data(int(QPdfBookmarkModel.Role.Page)))
        return -1

    def go_to(self, page: int) -> None:
        """Bring a page into view."""
        self._view.pageNavigator().jump(page, QPointF(0, 0))

    def turn(self, step: int) -> None:
        """Leaf to the next page or the one before."""
        wanted = self.page() + step
        if 0 <= wanted < self.pages():
            self.go_to(wanted)

    def zoom(self, factor: float) -> None:
        """Enlarge or shrink the pages."""
        if self._view.zoomMode() != QPdfView.ZoomMode.Custom:
            shown = self._scale_shown()
            self._view.setZoomMode(QPdfView.ZoomMode.Custom)
            self._view.setZoomFactor(shown)
        self._view.setZoomFactor(min(_MOST, max(_LEAST, self._view.zoomFactor() * factor)))
        self._show_percent()

    def _scale_shown(self) -> float:
        """Return the scale at which a whole page is in view."""
        points = self._document.pagePointSize(max(0, self.page()))
        room = self._view.viewport().size()
        wide = room.width() / max(1.0, points.width() * self.logicalDpiX() / 72)
        return min(wide, room.height() / max(1.0, points.height() * self.logicalDpiY() / 72))

    def _show_page(self, _page: int = 0) -> None:
        page, pages = self.page(), self.pages()
        self._far.setText(self._t(PAGE_OF, page=page + 1, pages=pages) if pages else "")
        self._previous.setEnabled(0 < page < pages)
        self._next.setEnabled(page + 1 < pages)
        if self.strip is not None and 0 <= page < pages:
            self.strip.set_current(page)
        self._show_percent()
        self._smaller.setEnabled(pages > 0)
        self._larger.setEnabled(pages > 0)

    def _show_percent(self) -> None:
        whole = self._view.zoomMode() != QPdfView.ZoomMode.Custom
        scale = self._scale_shown() if whole else self._view.zoomFactor()
        self._percent.setText(self._t(PERCENT, n=round(100 * scale)) if self.pages() else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say how large a whole page now is."""
        super().resizeEvent(event)
        self._show_percent()

    def _take_colors(self) -> None:
        palette = self._view.palette()
        desk = QColor(theme.tokens().desk)
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, desk)
        if self._view.palette().color(QPalette.ColorRole.Dark) != desk:
            self._view.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Take the desk of another scheme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._colors_due.start()  # the style sheet puts old palettes back after this event

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with Ctrl and plus, minus or 0; leaf with the keys for pages."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_STEP)
        elif control and event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / _STEP)
        elif control and event.key() == Qt.Key.Key_0:
            self._view.setZoomMode(QPdfView.ZoomMode.FitInView)
            self._show_percent()
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turn(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def retranslate(self, t: Translator) -> None:
        """Speak another language."""
        self._t = t
        self._view.setAccessibleName(t(PREVIEW))
        if self.strip is not None:
            self.strip.retranslate(t)
        rename_tool(self._previous, t(PREVIOUS_PAGE))
        rename_tool(self._next, t(NEXT_PAGE))
        rename_tool(self._smaller, t(SMALLER))
        rename_tool(self._larger, t(LARGER))
        self._show_page()
