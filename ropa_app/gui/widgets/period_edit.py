"""A length of time: a number and a unit, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from ropa_app.gui.widgets.amount_text import NoAmount, format_amount, parse_amount
from ropa_app.gui.widgets.code_combo import CodeCombo
from ropa_app.gui.widgets.editor import NotSuch
from ropa_app.gui.widgets.line_edit import TypedEdit
from ropa_app.i18n import N_, Translator

NOT_A_LENGTH: Final = N_("write a number above zero, with at most one decimal.")
UNIT: Final = N_("{name}, unit")

Period = tuple[Decimal, str]


class PeriodEdit(QWidget):
    """A period as (number, unit code) or None; the unit means nothing without a number.

    Number and unit are one value: leaving the pair commits, and so does Enter or a unit that is chosen.
    The first unit offered is the one a new period starts with, unless `unit` names another.
    """

    committed = Signal(object)
    invalidated = Signal(str)

    def __init__(
        self,
        t: Translator,
        units: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        unit: str = "",
    ) -> None:
        super().__init__(parent)
        self._line = _AmountLine(t, self)
        self._unit = _UnitCombo(t, units, unit or units[0][0], self)
        self._line.setFixedWidth(96)
        self.setFocusProxy(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._line)
        row.addWidget(self._unit)
        self.setMaximumWidth(96 + 8 + 140)
        self._line.committed.connect(self._send)
        self._line.invalidated.connect(self.invalidated)
        self._unit.committed.connect(self._on_unit_committed)
        self._t = t
        self._kept: Period | None = None
        self._message = ""

    def setAccessibleName(self, name: str) -> None:
        """Name the number after the field, the unit after both."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)
        self._unit.setAccessibleName(self._t(UNIT, name=name))

    def set_units(self, units: Sequence[tuple[str, str]]) -> None:
        """Offer these units with their names."""
        self._unit.set_choices(units)

    def value(self) -> Period | None:
        """Return the period last stored or committed."""
        amount = self._line.value()
        return None if amount is None else (amount, self._unit.value())

    def set_value(self, value: Period | None) -> None:
        """Show a stored value and send no signal."""
        self._kept = value
        self._line.set_value(None if value is None else value[0])
        self._unit.set_value(self._unit.nothing if value is None else value[1])

    def is_pending(self) -> bool:
        """Return whether there is something the user typed and nobody stored."""
        return self._line.is_pending() or (self._unit.is_pending() and self._line.value() is not None)

    def commit_pending(self) -> bool:
        """Commit what is pending; return False where it could not be, and stays as typed."""
        if self._unit.is_pending():
            self._unit.commit_pending()
        return self._line.commit_pending()

    def revert(self) -> None:
        """Show the stored value again."""
        self.set_value(self._kept)

    def set_read_only(self, read_only: bool) -> None:
        """Show the period without boxes."""
        self._line.set_read_only(read_only)
        self._unit.set_read_only(read_only)

    def set_invalid(self, message: str) -> None:
        """Mark the value as not saved, or take the mark off with an empty message."""
        self._message = message
        self._line.set_invalid(message)

    def retranslate(self, t: Translator) -> None:
        """Write the number as another language does; the caller hands in the units anew."""
        self._t = t
        self._line.retranslate(t)
        self.setAccessibleName(self.accessibleName())

    def contains_focus(self) -> bool:
        """Return whether the number or the unit has the focus, or a list opened from it."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _send(self, _amount: object = None) -> None:
        self._message = ""
        value = self.value()
        self.committed.emit(value)
        if not self._message:
            self._kept = value

    def _on_unit_committed(self, _code: str) -> None:
        if self._line.is_pending():
            self._line.commit_pending()
        elif self._line.value() is not None:
            self._send()


class _AmountLine(TypedEdit[Decimal | None]):
    """The line the number is typed into; going on to the unit does not end the change."""

    def __init__(self, t: Translator, period: PeriodEdit) -> None:
        super().__init__(t, None, period)
        self._period = period

    def _parse(self, text: str) -> Decimal | None:
        try:
            return parse_amount(text)
        except NoAmount as wrong:
            raise NotSuch(self._t(NOT_A_LENGTH)) from wrong

    def _format(self, value: Decimal | None) -> str:
        return "" if value is None else format_amount(value, self._t.language)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit on leaving the pair."""
        if self._period.contains_focus():
            QLineEdit.focusOutEvent(self, event)
        else:
            super().focusOutEvent(event)


class _UnitCombo(CodeCombo):
    """The unit, which is never empty."""

    def __init__(
        self, t: Translator, units: Sequence[tuple[str, str]], first: str, period: PeriodEdit
    ) -> None:
        self.nothing = first
        super().__init__(t, units, period)
        self._period = period
        self.setMaximumWidth(140)

    def _offered(self) -> list[tuple[str, str]]:
        return self._choices

    def _is_gap(self, code: str) -> bool:
        return not code

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit on leaving the pair."""
        super().focusOutEvent(event)
        if not self._period.contains_focus():
            self._period.commit_pending()
