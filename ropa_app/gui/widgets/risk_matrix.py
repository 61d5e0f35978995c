"""Risks by likelihood and consequence: a grid in which each stands before and after the measures."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ropa_app.gui import theme
from ropa_app.i18n import N_, Translator

NAME: Final = N_("Risk matrix: likelihood upwards, consequence to the right")
CELL: Final = N_("Likelihood {likelihood}, consequence {consequence}: {risks}")
NONE: Final = N_("no risk")
ROW_HEIGHT: Final = 54
_PILL_HEIGHT: Final = 20.0
_GAP: Final = 5.0
_SHADES: Final = ("base", "alt", "chip", "hair")
_Index = QModelIndex | QPersistentModelIndex
Place = tuple[int, int]


class Spot(NamedTuple):
    """A risk: the key it is known by, number, title, and its levels (likelihood, consequence) from 0."""

    key: str
    number: str
    title: str
    before: Place | None
    after: Place | None


class Sign(NamedTuple):
    """One sign in the grid: the spot, whether it stands after the measures, and where it is drawn."""

    spot: Spot
    after: bool
    box: QRectF


class RiskModel(QAbstractTableModel):
    """Cells with the risks in them, the highest likelihood in the first row; each says its risks in words."""

    def __init__(self, t: Translator) -> None:
        super().__init__()
        self._t = t
        self._levels: tuple[str, ...] = ()
        self._spots: tuple[Spot, ...] = ()

    def set_risks(self, t: Translator, levels: Sequence[str], spots: Sequence[Spot]) -> bool:
        """Take the names of the levels from the lowest on, and the risks; return whether anything differs."""
        told = (t, tuple(levels), tuple(spots))
        if told == (self._t, self._levels, self._spots):
            return False
        self.beginResetModel()
        self._t, self._levels, self._spots = told
        self.endResetModel()
        return True

    def spots(self) -> tuple[Spot, ...]:
        """Return the risks."""
        return self._spots

    def place_of(self, index: _Index) -> Place:
        """Return likelihood and consequence of a cell."""
        return len(self._levels) - 1 - index.row(), index.column()

    def index_of(self, place: Place) -> QModelIndex:
        """Return the cell of a likelihood and a consequence."""
        return self.index(len(self._levels) - 1 - place[0], place[1])

    def in_cell(self, index: _Index) -> list[tuple[Spot, bool]]:
        """Return the risks of a cell, each with whether it stands there after the measures."""
        place = self.place_of(index)
        before = [(one, False) for one in self._spots if one.before == place]
        return before + [(one, True) for one in self._spots if one.after == place]

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of levels."""
        return 0 if parent is not None and parent.isValid() else len(self._levels)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return the number of levels."""
        return self.rowCount(parent)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the numbers in a cell, or what the cell says in words."""
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(dict.fromkeys(one.number for one, _ in self.in_cell(index)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            titles = dict.fromkeys(f"{one.number} {one.title}" for one, _ in self.in_cell(index))
            return "\n".join([self.spoken(index), *titles])
        return None

    def spoken(self, index: _Index) -> str:
        """Return likelihood, consequence and risks of a cell in words."""
        likelihood, consequence = self.place_of(index)
        return self._t(
            CELL,
            likelihood=self._levels[likelihood].lower(),
            consequence=self._levels[consequence].lower(),
            risks=self._risks(index),
        )

    def _risks(self, index: _Index) -> str:
        t, told = self._t, self.in_cell(index)
        parts = []
        for after in (False, True):
            numbers = [one.number for one, is_after in told if is_after is after]
            if not numbers:
                continue
            named = ", ".join(numbers)
            if after:
                text = t.plural(
                    "risk {risks} after the measures", "risks {risks} after the measures", len(numbers),
                    risks=named,
                )  # fmt: skip
            else:
                text = t.plural(
                    "risk {risks} before the measures", "risks {risks} before the measures", len(numbers),
                    risks=named,
                )  # fmt: skip
            parts.append(text)
        return "; ".join(parts) or t(NONE)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a level."""
        if role != Qt.ItemDataRole.DisplayRole or section >= len(self._levels):
            return None
        levels = self._levels if orientation == Qt.Orientation.Horizontal else self._levels[::-1]
        return levels[section]


class _Cells(QStyledItemDelegate):
    """Draws the ground of a cell, the darker the higher, and the ring of the one with the focus."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a cell; its risks are drawn above all cells."""
        model, view, tokens = index.model(), option.widget, theme.tokens()
        if not isinstance(model, RiskModel):
            return
        likelihood, consequence = model.place_of(index)
        steps = 2 * (model.rowCount() - 1) or 1
        shade = _SHADES[(likelihood + consequence) * (len(_SHADES) - 1) // steps]
        painter.fillRect(option.rect, tokens.color(shade))
        if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QPen(tokens.color("accent"), 2))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -2, -2))


class RiskMatrix(QTableView):
    """A box stands for a risk before the measures, a filled disc for it after them, an arrow leads over.

    Arrow keys move between cells; Enter or a click sends `risk_chosen(key)`, the risks of a cell in turn.
    """

    risk_chosen = Signal(str)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._turn = 0
        self._risks: Final = RiskModel(t)
        self.setModel(self._risks)
        self.setItemDelegate(_Cells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setFont(theme.font("small"))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self.setFixedHeight(28 + 4 * ROW_HEIGHT)

    def set_risks(self, t: Translator, levels: Sequence[str], spots: Sequence[Spot]) -> None:
        """Show risks; the cell that has the focus stays the same."""
        self._t = t
        current = self.currentIndex()
        row, column = current.row(), current.column()
        if self._risks.set_risks(t, levels, spots) and row >= 0:
            self.setCurrentIndex(self._risks.index(row, column))
        elif self.hasFocus():
            self._begin()
        self.setAccessibleName(t(NAME))
        self.viewport().update()

    def spots(self) -> tuple[Spot, ...]:
        """Return the risks shown."""
        return self._risks.spots()

    def spoken(self, likelihood: int, consequence: int) -> str:
        """Return what the cell of these levels says."""
        return self._risks.spoken(self._risks.index_of((likelihood, consequence)))

    # Signs

    def signs(self) -> Iterator[Sign]:
        """Yield the signs with the boxes they are drawn in, cell by cell."""
        for row in range(self._risks.rowCount()):
            for column in range(self._risks.columnCount()):
                index = self._risks.index(row, column)
                yield from self._signs_in(index, QRectF(self.visualRect(index)))

    def _signs_in(self, index: QModelIndex, cell: QRectF) -> Iterator[Sign]:
        metrics = QFontMetricsF(theme.font("small"))
        room = cell.adjusted(6, 5, -6, -5)
        x, y = room.left(), room.top()
        for spot, after in self._risks.in_cell(index):
            width = max(28.0, metrics.horizontalAdvance(spot.number) + 14)
            if x + width > room.right() + 1 and x > room.left():
                x, y = room.left(), y + _PILL_HEIGHT + _GAP
            yield Sign(spot, after, QRectF(x, y, width, _PILL_HEIGHT))
            x += width + _GAP

    def sign_at(self, point: QPointF) -> Sign | None:
        """Return the sign under a point of the grid."""
        return next((one for one in self.signs() if one.box.contains(point)), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, then the arrows, then the signs."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        signs = list(self.signs())
        before = {one.spot.key: one for one in signs if not one.after}
        for one in signs:
            start = before.get(one.spot.key)
            if one.after and start is not None and one.spot.before != one.spot.after:
                _paint_arrow(painter, start.box, one.box)
        for one in signs:
            paint_sign(painter, one)
        painter.end()

    # Keys and pointer

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first risk where no cell was chosen before."""
        super().focusInEvent(event)
        self._begin()
        self.viewport().update()

    def _begin(self) -> None:
        if not self.currentIndex().isValid() and self._risks.rowCount():
            placed = [one.before or one.after for one in self.spots()]
            first = next((place for place in placed if place is not None), (0, 0))
            self.setCurrentIndex(self._risks.index_of(first))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Begin with the first risk of another cell."""
        super().currentChanged(current, previous)
        self._turn = 0
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a risk of the cell with Enter; leave with Esc to whoever holds the grid."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose_next()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _choose_next(self) -> None:
        index = self.currentIndex()
        keys = (
            list(dict.fromkeys(one.key for one, _ in self._risks.in_cell(index))) if index.isValid() else []
        )
        if keys:
            key = keys[self._turn % len(keys)]
            self._turn += 1
            self.risk_chosen.emit(key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the risk under the pointer, or the first of the cell."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if sign := self.sign_at(event.position()):
            self.risk_chosen.emit(sign.spot.key)
        else:
            self._choose_next()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()


def paint_sign(painter: QPainter, one: Sign) -> None:
    """Draw the sign of a risk: an outlined box before the measures, a filled round one after them."""
    tokens = theme.tokens()
    box = one.box.adjusted(0.8, 0.8, -0.8, -0.8)
    round_ = box.height() / 2 if one.after else 3
    painter.setPen(QPen(tokens.color("accent" if one.after else "text2"), 1.6))
    painter.setBrush(tokens.color("accent" if one.after else "base"))
    painter.drawRoundedRect(box, round_, round_)
    painter.setPen(tokens.color("on_accent" if one.after else "text"))
    painter.setFont(theme.font("small"))
    painter.drawText(one.box, Qt.AlignmentFlag.AlignCenter, one.spot.number)


def _paint_arrow(painter: QPainter, start: QRectF, end: QRectF) -> None:
    """Draw an arrow between the edges of two signs."""
    a, b = _towards(start, end.center()), _towards(end, start.center())
    length = math.hypot(b.x() - a.x(), b.y() - a.y())
    if length < 1:
        return
    ux, uy = (b.x() - a.x()) / length, (b.y() - a.y()) / length
    color = theme.tokens().color("text2")
    painter.setPen(QPen(color, 1.4))
    painter.setBrush(color)
    painter.drawLine(a, b - QPointF(ux * 5, uy * 5))
    side = QPointF(-uy * 3.4, ux * 3.4)
    back = b - QPointF(ux * 7, uy * 7)
    painter.drawPolygon(QPolygonF([b, back + side, back - side]))


def _towards(box: QRectF, point: QPointF) -> QPointF:
    """Return where the line from the centre of a box to a point leaves the box."""
    centre = box.center()
    dx, dy = point.x() - centre.x(), point.y() - centre.y()
    scale = max(abs(dx) / (box.width() / 2 + 2), abs(dy) / (box.height() / 2 + 2), 1e-9)
    return QPointF(centre.x() + dx / scale, centre.y() + dy / scale)
