"""The head of a record: its reference and title, the way to its neighbours and its menu."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ropa_app.gui import theme
from ropa_app.gui.drawing import paint_drawing
from ropa_app.gui.widgets.buttons import rename_tool, tool_button
from ropa_app.gui.widgets.editor import NOT_STATED
from ropa_app.gui.widgets.flow_layout import FlowLayout
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import N_, Translator

PREVIOUS: Final = N_("Previous record")
NEXT: Final = N_("Next record")
MORE: Final = N_("More actions")
_GAP: Final = 5
_INSET: Final = 4
_ARROW: Final = 14


class RecordHeader(QWidget):
    """Title that wraps and is never cut, with `stepped(step)` for the neighbours and a menu of actions."""

    stepped = Signal(int)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu: Final = QMenu(self)
        self._reference = Label("", "page", "text2")
        self._title = Label("", "page", wrap=True)
        self._previous = tool_button("", "chevron-left")
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next = tool_button("", "chevron-right")
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._more = tool_button("", "ellipsis")
        self._more.setMenu(self.menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._properties = QWidget()
        self._flow = FlowLayout(self._properties, gap=16, between=0)
        light = theme.font("page")
        light.setWeight(light.Weight.Normal)
        self._reference.setFont(light)
        self._lay_out()
        self.retranslate(t)

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout()
        row.setContentsMargins(_INSET, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._reference, 0, top)
        row.addWidget(self._title, 1, top)
        for button in (self._previous, self._next, self._more):
            row.addWidget(button, 0, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._properties)
        self._properties.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_record(self, reference: str, title: str) -> None:
        """Show which record this is."""
        self._reference.setText(reference)
        self._reference.setVisible(bool(reference))
        self._title.setText(title or self._t(NOT_STATED))
        self._title.set_tone("text" if title else "text3")
        self.setAccessibleName(f"{reference} {title}".strip())

    def title(self) -> str:
        """Return the title shown."""
        return self._title.text()

    def set_neighbours(self, *, before: bool, after: bool) -> None:
        """Say whether there is a record before and one after this."""
        self._previous.setEnabled(before)
        self._next.setEnabled(after)

    def add_property(self, widget: QWidget) -> None:
        """Put a property, such as the status, under the title."""
        self._flow.addWidget(widget)
        self._properties.show()

    def set_narrow(self, narrow: bool) -> None:
        """Take the smaller type of a narrow page."""
        bold = theme.font("page_narrow" if narrow else "page")
        self._title.setFont(bold)
        bold.setWeight(bold.Weight.Normal)
        self._reference.setFont(bold)

    def retranslate(self, t: Translator) -> None:
        """Speak another language; title and actions are the caller's."""
        self._t = t
        rename_tool(self._previous, t(PREVIOUS))
        rename_tool(self._next, t(NEXT))
        rename_tool(self._more, t(MORE))


class PropertyButton(QToolButton):
    """A property with its value that opens the choices for it: "Status Draft" with an arrow."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ""
        self._value = ""
        self._menu = QMenu(self)
        self._menu.triggered.connect(lambda action: self.chosen.emit(str(action.data())))
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(theme.font("detail"))

    def set_choices(self, label: str, choices: list[tuple[str, str]], current: str, missing: str) -> None:
        """Offer (code, name) pairs; `missing` is shown where the current code is none of them."""
        for action in self._offer(choices):
            action.setCheckable(True)
            action.setChecked(action.data() == current)
        self._show(label, dict(choices).get(current, missing))

    def set_ways(self, label: str, value: str, ways: list[tuple[str, str]]) -> None:
        """Show a value and offer (key, name) pairs that lead somewhere and do not change it."""
        self._offer(ways)
        self._show(label, value)

    def _offer(self, choices: list[tuple[str, str]]) -> list[QAction]:
        self._menu.clear()
        for code, name in choices:
            self._menu.addAction(name).setData(code)
        return self._menu.actions()

    def _show(self, label: str, value: str) -> None:
        self._label, self._value = label, value
        self.setAccessibleName(f"{label}: {self._value}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of label, value and arrow."""
        width = self.fontMetrics().horizontalAdvance
        return QSize(width(self._label) + _GAP + width(self._value) + _GAP + _ARROW + 2 * _INSET + 2, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw surface or ring, label, value and arrow."""
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self.isDown():
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text2))
        room = box.adjusted(_INSET, 0, -_INSET, 0)
        aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, aligned, self._label)
        room.setLeft(room.left() + self.fontMetrics().horizontalAdvance(self._label) + _GAP)
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.disabled))
        painter.drawText(room, aligned, self._value)
        arrow = QRectF(box.right() - _INSET - _ARROW, (box.height() - _ARROW) / 2, _ARROW, _ARROW)
        paint_drawing(painter, "chevron-down", tokens.text2, arrow)
        painter.end()
