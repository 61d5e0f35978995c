"""The choices of an export: which document, in which language, of which state, on which day, how final."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ropa_app.domain.entities.reviews import Version
from ropa_app.gui.dialogs.choice_list import ChoiceList
from ropa_app.gui.dialogs.form_dialog import add_field
from ropa_app.gui.dialogs.publication_fields import PublicationFields
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.jobs import GapLine, Order, RegisterOrder, StatementOrder
from ropa_app.gui.widgets.code_combo import CodeCombo
from ropa_app.gui.widgets.day_edit import DayEdit
from ropa_app.gui.widgets.day_text import format_day
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.language_switch import LANGUAGE_NAMES, SegmentedControl
from ropa_app.i18n import LANGUAGES, N_, Language

What = Literal["register", "statement"]
PRESENT: Final = N_("The present state")
REGISTER: Final = N_("Register for the authority")
FOR_AUTHORITY: Final = N_("For Datatilsynet, under Article 30")
STATEMENT: Final = N_("The privacy statement")
FOR_PEOPLE: Final = N_("For the data subjects")


class ExportOptions(QWidget):
    """The left side of the export dialog; `changed` tells that another document would come out."""

    changed = Signal()

    def __init__(self, document: RegisterDocument, what: What, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        t = document.t
        self.what: Final = ChoiceList()
        self.what.setAccessibleName(t("Document"))
        self.what.add("register", t(REGISTER), t(FOR_AUTHORITY))
        self.what.add("statement", t(STATEMENT), t(FOR_PEOPLE))
        self.what.choose(what)
        names = t("Language")
        self.language: Final = SegmentedControl(names, [(one, LANGUAGE_NAMES[one]) for one in LANGUAGES])
        self.language.set_current(document.main_language)
        self.version: Final = CodeCombo(t, self._versions(), empty_text=PRESENT)
        self.day: Final = DayEdit(t)
        self.wide: Final = QCheckBox(t("Overview as one table on A3"))
        self.publication: Final = PublicationFields(document)
        self.day.line().set_ghost(format_day(self.drawn_on(), t.language))
        self._lay_out()
        self._connect()
        self._show_what()

    def _lay_out(self) -> None:
        t = self._document.t
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(4)
        column.addWidget(Label(t("Document"), "section"))
        column.addWidget(self.what)
        column.addSpacing(8)
        add_field(column, t("Language"), self.language, spoken=False)
        self._of_register = QWidget()
        mine = QVBoxLayout(self._of_register)
        mine.setContentsMargins(0, 0, 0, 0)
        mine.setSpacing(4)
        add_field(mine, t("Content"), self.version)
        mine.addWidget(self.wide)
        mine.addSpacing(10)
        column.addWidget(self._of_register)
        column.addWidget(self.publication)
        column.addSpacing(8)
        add_field(
            column,
            t("Day"),
            self.day,
            t("Everything is judged as of this day. Empty means the day of the last change."),
        )
        column.addStretch(1)

    def _connect(self) -> None:
        self.what.chosen.connect(self._on_what_chosen)
        for signal in (
            self.language.chosen,
            self.version.committed,
            self.day.committed,
            self.wide.toggled,
            self.publication.changed,
        ):
            signal.connect(self._on_changed)

    def _versions(self) -> list[tuple[str, str]]:
        t = self._document.t
        found = [one for one in self._document.records.of_kind("version") if isinstance(one, Version)]
        return [
            (
                str(one.number),
                t("Version {number}, {day}", number=one.number, day=format_day(one.day, t.language)),
            )
            for one in sorted(found, key=lambda one: one.number or 0, reverse=True)
            if one.number and one.day
        ]

    def choose_version(self, number: str) -> None:
        """Offer an approved version instead of the present state."""
        self.version.set_value(number)
        self.changed.emit()

    def is_statement(self) -> bool:
        """Tell whether it is the statement that is exported."""
        return self.what.current() == "statement"

    def chosen_language(self) -> Language:
        """Return the language of the document."""
        return cast(Language, self.language.current())

    def order(self) -> Order:
        """Return what to draw, as the choices stand."""
        language, day = self.chosen_language(), self.day.value()
        if self.is_statement():
            return StatementOrder(language, day, self.publication.publication())
        version = int(self.version.value()) if self.version.value() else None
        return RegisterOrder(language, day, version, self.wide.isChecked())

    def drawn_on(self) -> date:
        """Return the day the document is drawn as of, for the name of its file."""
        if day := self.day.value():
            return day
        head = self._document.state.head()
        return head.step.day if head else self._document.today()

    def commit_pending(self) -> bool:
        """Take what is typed; return False where it is no value."""
        return all([self.day.commit_pending(), self.version.commit_pending()])

    def set_gaps(self, gaps: tuple[GapLine, ...]) -> None:
        """Show where the statement still prints "not settled"."""
        self.publication.set_gaps(gaps)

    def fault(self) -> str:
        """Return why nothing can be exported, an empty text where it can."""
        if not self.commit_pending():
            return self._document.t("A value above is not finished yet.")
        return self.publication.fault() if self.is_statement() else ""

    def focus_fault(self) -> None:
        """Put the focus where something is still to be filled in."""
        if self.day.is_pending():
            self.day.setFocus()
        elif self.is_statement():
            self.publication.focus_fault()

    def _on_what_chosen(self, _key: str) -> None:
        self._show_what()
        self.changed.emit()

    def _on_changed(self, *_value: object) -> None:
        self.changed.emit()

    def _show_what(self) -> None:
        self._of_register.setVisible(not self.is_statement())
        self.publication.setVisible(self.is_statement())
