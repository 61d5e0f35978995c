"""Whether a statement is a draft or final; if final, its day and place, and why it has gaps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ropa_app.gui.dialogs.choice_list import ChoiceList
from ropa_app.gui.dialogs.form_dialog import add_field
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.jobs import GapLine, Publication
from ropa_app.gui.widgets.day_edit import DayEdit
from ropa_app.gui.widgets.field_row import MarkedLine
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.line_edit import LineEdit
from ropa_app.gui.widgets.text_area import TextArea
from ropa_app.i18n import N_

DRAFT: Final = "draft"
FINAL: Final = "final"
DAY_MISSING: Final = N_("Give the day of publication.")
PLACE_MISSING: Final = N_("Say where the statement is published.")
REASON_MISSING: Final = N_("Give a reason for publishing the statement although parts are not settled.")
SECTIONS: Final = "statement_sections"


class PublicationFields(QWidget):
    """Draft or final, with what a final statement asks for; `changed` tells that the page is another."""

    changed = Signal()

    def __init__(self, document: RegisterDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t = document.t
        self._gaps: tuple[GapLine, ...] = ()
        self._law: Final = document.law
        self.marking: Final = ChoiceList()
        self.marking.setAccessibleName(t("Marking"))
        self.marking.add(DRAFT, t("Draft"), t("Every page says so."))
        can_publish = not document.read_only
        self.marking.add(
            FINAL,
            t("Final"),
            t("Recorded as published, which can be undone.")
            if can_publish
            else t("Needs a register that can be changed."),
            enabled=can_publish,
        )
        self.day: Final = DayEdit(t)
        self.day.set_value(document.today())
        self.place: Final = LineEdit(t)
        self.reason: Final = TextArea(t, least_lines=2)
        self._warning = MarkedLine(t, "warning")
        self._list = Label("", "small", "text2", wrap=True)
        self._lay_out()
        self.marking.chosen.connect(self._on_changed)
        self.day.committed.connect(self._on_changed)
        self._show_parts()

    def _lay_out(self) -> None:
        t = self._t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(t("Marking"), "section"))
        column.addWidget(self.marking)
        self._of_final = QWidget()
        final = QVBoxLayout(self._of_final)
        final.setContentsMargins(0, 4, 0, 0)
        final.setSpacing(4)
        add_field(final, t("Day of publication"), self.day)
        add_field(final, t("Place of publication"), self.place, t("Web address, or where it is handed out."))
        column.addWidget(self._warning)
        column.addWidget(self._of_final)
        self._why = QWidget()
        why = QVBoxLayout(self._why)
        why.setContentsMargins(0, 4, 0, 0)
        why.setSpacing(4)
        add_field(why, t("Reason"), self.reason, t("Why it is published all the same; it is not printed."))
        column.addWidget(self._why)
        column.addWidget(self._list)

    def is_final(self) -> bool:
        """Tell whether the statement shall be final."""
        return self.marking.current() == FINAL

    def publication(self) -> Publication | None:
        """Return what a final statement is told, None for a draft or before the day is given."""
        day = self.day.value()
        if not self.is_final() or day is None:
            return None
        return Publication(day, self.place.text().strip(), self.reason.text().strip())

    def set_gaps(self, gaps: tuple[GapLine, ...]) -> None:
        """Show where the statement still prints "not settled"."""
        self._gaps = gaps
        t, n = self._t, len(gaps)
        self._warning.set_text(
            t.plural("“Not settled” is printed in {n} place.", "“Not settled” is printed in {n} places.", n)
            if gaps
            else ""
        )
        labels: dict[str, dict[str, None]] = {}
        for gap in gaps:
            labels.setdefault(f"{gap.section} {self._section_name(gap)}", {})[gap.label] = None
        self._list.setText("\n".join(f"{section}: {', '.join(found)}" for section, found in labels.items()))
        self._show_parts()

    def fault(self) -> str:
        """Return what a final statement still needs, an empty text where it is nothing."""
        lacking = self._lacking()
        return self._t(lacking[1]) if lacking else ""

    def focus_fault(self) -> None:
        """Put the focus into the field that is still to be filled in."""
        lacking = self._lacking()
        if lacking:
            lacking[0].setFocus()

    def _lacking(self) -> tuple[QWidget, str] | None:
        if not self.is_final():
            return None
        if not self.day.commit_pending() or self.day.value() is None:
            return self.day, DAY_MISSING
        if not self.place.text().strip():
            return self.place, PLACE_MISSING
        if self._gaps and not self.reason.text().strip():
            return self.reason, REASON_MISSING
        return None

    def _section_name(self, gap: GapLine) -> str:
        found = (one for one in self._law.choices(SECTIONS) if int(one.code[:2]) == int(gap.section))
        return next((one.label.written(self._t.language) for one in found), gap.section)

    def _on_changed(self, *_value: object) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        self._of_final.setVisible(self.is_final())
        self._list.setVisible(bool(self._gaps))
        self._why.setVisible(self.is_final() and bool(self._gaps))
