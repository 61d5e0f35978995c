"""A day of the calendar, typed or picked, which may be missing."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ropa_app.gui import theme
from ropa_app.gui.widgets.composite import CompositeEditor
from ropa_app.gui.widgets.day_text import NoDay, format_day, parse_day
from ropa_app.gui.widgets.editor import NotSuch
from ropa_app.gui.widgets.line_edit import TypedEdit
from ropa_app.i18n import N_, Language, Translator

NO_DAY: Final = N_("write the day as 22.11.2026.")
PICK: Final = N_("Choose a day in the calendar")
CLEAR: Final = N_("No day")
PREVIOUS_MONTH: Final = N_("Previous month")
NEXT_MONTH: Final = N_("Next month")
CALENDAR: Final = N_("Calendar")
_LOCALES: Final[dict[Language, str]] = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}


class DayLine(TypedEdit[date | None]):
    """The line a day is typed into."""

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        super().__init__(t, None, parent)

    def _parse(self, text: str) -> date | None:
        try:
            return parse_day(text)
        except NoDay as wrong:
            raise NotSuch(self._t(NO_DAY)) from wrong

    def _format(self, value: date | None) -> str:
        return "" if value is None else format_day(value, self._t.language)


class DayEdit(CompositeEditor[date | None]):
    """A day or nothing: a line to type it into and a button that opens a calendar."""

    committed = Signal(object)
    invalidated = Signal(str)

    def __init__(self, t: Translator, parent: QWidget | None = None) -> None:
        line = DayLine(t)
        super().__init__(line, parent)
        self._t = t
        self._line = line
        self._button = QToolButton()
        self._button.setIcon(theme.icon("calendar"))
        self._button.setIconSize(theme.icon_size(16))
        self._button.clicked.connect(self.open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(line, 1)
        row.addWidget(self._button)
        self.setMaximumWidth(200)
        self.retranslate(t)

    def set_read_only(self, read_only: bool) -> None:
        """Show the day without box and calendar."""
        self._line.set_read_only(read_only)
        self._button.setVisible(not read_only)

    def retranslate(self, t: Translator) -> None:
        """Write the day as another language does."""
        self._t = t
        self._line.retranslate(t)
        self._button.setAccessibleName(t(PICK))
        self._button.setToolTip(t(PICK))

    def open_calendar(self) -> CalendarPopup:
        """Open the calendar under the field, at the day it holds."""
        popup = CalendarPopup(self._t, self._line.value(), self)
        popup.picked.connect(self._on_day_picked)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        return popup

    def _on_day_picked(self, day: date | None) -> None:
        self._line.setText("" if day is None else format_day(day, self._t.language))
        self._line.setFocus()
        self._line.commit_pending()


class CalendarPopup(QFrame):
    """A month to pick a day from; Enter or a click picks, Esc closes."""

    picked = Signal(object)

    def __init__(self, t: Translator, day: date | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("popup", "true")
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(_LOCALES[t.language]))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setAccessibleName(t(CALENDAR))
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._name_parts(t)
        plain = QTextCharFormat()
        plain.setForeground(QColor(theme.tokens().text))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, plain)
        self.calendar.activated.connect(self._on_day_activated)
        self.calendar.clicked.connect(self._on_day_activated)
        clear = QToolButton()
        clear.setText(t(CLEAR))
        clear.setProperty("kind", "link")
        clear.clicked.connect(lambda: self._finish(None))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)
        column.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)
        self.calendar.setFocus()

    def _name_parts(self, t: Translator) -> None:
        names = {
            "qt_calendar_prevmonth": (PREVIOUS_MONTH, "chevron-left"),
            "qt_calendar_nextmonth": (NEXT_MONTH, "chevron-right"),
        }
        for button in self.calendar.findChildren(QToolButton):
            if button.objectName() in names:
                name, drawing = names[button.objectName()]
                button.setAccessibleName(t(name))
                button.setIcon(theme.icon(drawing))
        for days in self.calendar.findChildren(QTableView):
            days.setAccessibleName(t(CALENDAR))

    def _on_day_activated(self, day: QDate) -> None:
        self._finish(date(day.year(), day.month(), day.day()))

    def _finish(self, day: date | None) -> None:
        self.picked.emit(day)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)
