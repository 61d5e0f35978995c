"""What is in the register document: its activities and its parts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ropa_app.domain.values import RecordId
from ropa_app.gui.dialogs.activity_chooser import ActivityChooser, chosen_text
from ropa_app.gui.dialogs.export_choices import ExportChoices
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.jobs import default_parts, part_names
from ropa_app.gui.widgets.amount_text import format_count
from ropa_app.gui.widgets.buttons import plain_button
from ropa_app.gui.widgets.fold import Fold
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import N_

NO_PART: Final = N_("Choose at least one part.")
#: What one thinks of first; the other parts stand behind the fold.
FIRST: Final = ("recommended", "flow", "gaps", "history")
ON_SHEETS: Final = frozenset({"recommended", "flow"})
_ALL, _SHOWN, _SOME = "all", "shown", "some"
_INDENT: Final = 24
_LEAST: Final = 24
_WIDEST: Final = 420
_SIDES: Final = 4


class ActivityCombo(QComboBox):
    """All activities, the one shown in the list, or those chosen one by one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def put(self, key: str, text: str) -> None:
        """Offer a choice under a key, or name it anew."""
        row = self.findData(key)
        if row < 0:
            self.addItem(text, key)
        else:
            self.setItemText(row, text)
        wanted = self.view().sizeHintForColumn(0) + 24
        self.view().setMinimumWidth(min(wanted, _WIDEST))

    def choose(self, key: str) -> None:
        """Choose what stands under a key."""
        self.setCurrentIndex(self.findData(key))

    def current(self) -> str:
        """Return the key of the choice."""
        return str(self.currentData())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the choice with an ellipsis where it is too long for the box."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        style, part = self.style(), QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room - _SIDES
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the column: scrolling past must not change the document."""
        event.ignore()


class RegisterFields(QWidget):
    """Activities and parts; `changed` tells that another document would come out.

    `shown` is the activity shown in the list of the window. The parts of the internal copy are a choice of
    their own.
    """

    changed = Signal()

    def __init__(
        self, document: RegisterDocument, choices: ExportChoices, shown: RecordId | None = None
    ) -> None:
        super().__init__()
        self._document = document
        self._t = t = document.t
        self._shown = shown
        self._some: tuple[RecordId, ...] = ()
        self._internal = False
        self._chosen = {
            False: choices.parts or default_parts(),
            True: choices.internal_parts or default_parts(),
        }
        self.activities: Final = ActivityCombo()
        self.choose_button: Final = plain_button(t("Choose …"))
        self.choose_button.setAutoDefault(False)
        self.choose_button.setAccessibleName(t("Choose activities"))
        self.parts: Final = {code: _box(t.marked(name)) for code, name in part_names().items()}
        self.wide: Final = _box(t("Overview as one table on A3"))
        self.wide.setChecked(choices.wide)
        self.more: Final = Fold(t("More parts"))
        self._offer(choices)
        self._lay_out()
        self._connect()
        self._show_parts()

    def _offer(self, choices: ExportChoices) -> None:
        t, document = self._t, self._document
        self._total = document.records.counts().get("activity", 0)
        self.activities.put(_ALL, t("All {n}", n=format_count(self._total, t.language)))
        if self._shown is not None:
            record = document.get(self._shown)
            name = document.naming.label(record) if record is not None else ""
            self.activities.put(_SHOWN, t("Only {name}", name=name))
        self.choose_button.setEnabled(self._total > 0)
        kept = document.records.many(choices.activities or ())
        self.set_chosen_activities(tuple(one for one in choices.activities or () if one in kept))

    def set_chosen_activities(self, some: tuple[RecordId, ...] | None) -> None:
        """Take activities chosen one by one, None for all of them."""
        if some is None:
            self.activities.choose(_ALL)
        elif some:
            self._some = some
            self.activities.put(_SOME, chosen_text(self._t, len(some), self._total))
            self.activities.choose(_SOME)
            self.changed.emit()  # perhaps others than before under the same choice

    def _lay_out(self) -> None:
        t = self._t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        label = Label(t.context("export", "Activities"), "body", "text2")
        label.setBuddy(self.activities)
        self.activities.setAccessibleName(t.context("export", "Activities"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.activities, 1)
        row.addWidget(self.choose_button)
        column.addWidget(label)
        column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(Label(t("Include"), "section"))
        for code in FIRST:
            column.addWidget(self.parts[code])
        for code, box in self.parts.items():
            if code in FIRST:
                continue
            self.more.body.addWidget(box)
            if code == "overview":
                under = QHBoxLayout()
                under.setContentsMargins(_INDENT, 0, 0, 0)
                under.addWidget(self.wide)
                self.more.body.addLayout(under)
        column.addSpacing(2)
        self.more.body.setSpacing(2)
        column.addWidget(self.more)

    def _connect(self) -> None:
        self.activities.currentIndexChanged.connect(self._on_activities_changed)
        self.choose_button.clicked.connect(self.choose_activities)
        for box in self.parts.values():
            box.toggled.connect(self._on_part_toggled)
        self.wide.toggled.connect(self._on_part_toggled)

    def _on_activities_changed(self, _row: int) -> None:
        self.activities.setToolTip(self.activities.currentText())
        self.changed.emit()

    def set_internal(self, internal: bool) -> None:
        """Show the parts of the internal copy, or those of the authority's document."""
        if internal != self._internal:
            self._internal = internal
            self._show_parts()

    def choose_activities(self) -> None:
        """Let the user check activities in a list."""
        dialog = ActivityChooser(self._document, self.chosen_activities(), self.window())
        if dialog.exec():
            self.set_chosen_activities(dialog.chosen())
        dialog.deleteLater()

    def chosen_activities(self) -> tuple[RecordId, ...] | None:
        """Return the activities in the document, None for all of them."""
        match self.activities.current():
            case "some":
                return self._some
            case "shown" if self._shown is not None:
                return (self._shown,)
            case _:
                return None

    def chosen_parts(self, *, internal: bool) -> frozenset[str]:
        """Return the codes of the parts of the internal copy, or of the authority's document."""
        return self._chosen[internal]

    def fault(self) -> str:
        """Return why there would be nothing to read, an empty text where there would be something."""
        chosen = self._chosen[self._internal]
        on_sheets = ON_SHEETS if "sheets" not in chosen else frozenset()
        return "" if chosen - on_sheets else self._t(NO_PART)

    def focus_fault(self) -> None:
        """Put the focus into the first part."""
        self.parts[FIRST[-1]].setFocus()

    def _show_parts(self) -> None:
        chosen = self._chosen[self._internal]
        for code, box in self.parts.items():
            box.blockSignals(True)
            box.setChecked(code in chosen)
            box.blockSignals(False)
        self._show_state()

    def _on_part_toggled(self, _on: bool) -> None:
        self._chosen[self._internal] = frozenset(code for code, box in self.parts.items() if box.isChecked())
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        for code in ON_SHEETS:
            self.parts[code].setEnabled(self.parts["sheets"].isChecked())
        self.wide.setEnabled(self.parts["overview"].isChecked())
        t = self._t
        folded = [box for code, box in self.parts.items() if code not in FIRST]
        n = sum(box.isChecked() for box in folded)
        text = (
            t("All {n} are in it.", n=n)
            if n == len(folded)
            else t("{n} of {total} are in it.", n=n, total=len(folded))
        )
        if self.wide.isChecked() and self.wide.isEnabled():
            text = f"{text} {t('Overview as one table on A3')}."
        self.more.set_summary(text)


def _box(text: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setMinimumHeight(_LEAST)
    return box
