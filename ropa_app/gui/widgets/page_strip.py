"""The pages of a PDF as small pictures in a column, each drawn when it comes into view."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ropa_app.gui import theme
from ropa_app.i18n import N_, Translator

WIDTH: Final = 110
PAGES: Final = N_("Pages")
PAGE: Final = N_("Page {page}")
_SIDE: Final = 88
_ROW: Final = 122
_TOP: Final = 10

Index = QModelIndex | QPersistentModelIndex


class _PageModel(QAbstractListModel):
    """One row for each page, with its picture once somebody asked for it."""

    def __init__(self, t: Translator, document: QPdfDocument, parent: QObject) -> None:
        super().__init__(parent)
        self.t = t
        self._document = document
        self._count = 0
        self._pictures: dict[tuple[int, float], QImage] = {}

    def read(self) -> None:
        """Take the pages the document has now."""
        self.beginResetModel()
        self._pictures.clear()
        self._count = max(0, self._document.pageCount())
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < self._count:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.t(PAGE, page=index.row() + 1)
        return None

    def picture(self, page: int, scale: float) -> QImage:
        """Return a page that fits into a square, for a screen of that scale."""
        if (page, scale) not in self._pictures:
            points = self._document.pagePointSize(page)
            size = points.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio) * scale
            picture = self._document.render(page, size.toSize())
            picture.setDevicePixelRatio(scale)
            self._pictures[page, scale] = picture
        return self._pictures[page, scale]


class _PageDelegate(QStyledItemDelegate):
    """Paints a page with its number below; the one in view has a frame in the accent colour."""

    def __init__(self, strip: PageStrip) -> None:
        super().__init__(strip)
        self._strip = strip

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of picture and number."""
        return QSize(WIDTH - 20, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the page on white, its frame and its number."""
        tokens = theme.tokens()
        box: QRect = option.rect
        picture = self._strip.picture(index.row())
        size = picture.deviceIndependentSize()
        left = box.left() + (box.width() - size.width()) / 2
        page = QRectF(left, box.top() + _TOP, size.width(), size.height())
        current = index.row() == self._strip.current()
        painter.save()
        painter.fillRect(page, Qt.GlobalColor.white)
        painter.drawImage(page.topLeft(), picture)
        painter.setPen(QPen(QColor(tokens.accent if current else tokens.border), 2 if current else 1))
        grown = 3 if current else 0.5
        painter.drawRect(page.adjusted(-grown, -grown, grown, grown))
        painter.setFont(theme.font("strong" if current else "small"))
        painter.setPen(QColor(tokens.text if current else tokens.text2))
        number = QRect(box.left(), box.bottom() - 21, box.width(), 20)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, index.data())
        painter.restore()


class PageStrip(QListView):
    """Arrow keys and clicks choose a page; `chosen(page)` tells which, the first one being 0."""

    chosen = Signal(int)

    def __init__(self, t: Translator, document: QPdfDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = _PageModel(t, document, self)
        self._current = 0
        self._silent = False
        self.setModel(self._pages)
        self.setItemDelegate(_PageDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "window")
        self.setFixedWidth(WIDTH)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.retranslate(t)

    def read(self) -> None:
        """Show the pages the document has now."""
        self._silent = True
        self._pages.read()
        self._silent = False

    def picture(self, page: int) -> QImage:
        """Return the small picture of a page, sharp on this screen."""
        return self._pages.picture(page, self.devicePixelRatioF())

    def current(self) -> int:
        """Return the page that is framed."""
        return self._current

    def set_current(self, page: int) -> None:
        """Frame the page that is in view elsewhere, without telling."""
        self._current = page
        self._silent = True
        self.setCurrentIndex(self._pages.index(page))
        self._silent = False
        self.viewport().update()

    def _on_current_changed(self, index: Index) -> None:
        if not self._silent and index.isValid():
            self._current = index.row()
            self.viewport().update()
            self.chosen.emit(index.row())

    def retranslate(self, t: Translator) -> None:
        """Speak another language."""
        self._pages.t = t
        self.setAccessibleName(t(PAGES))
