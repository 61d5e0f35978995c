"""The choices of an export: which document and what is in it, in which language, of which state and day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final, Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ropa_app.domain.entities.reviews import Version
from ropa_app.domain.values import Audience, RecordId
from ropa_app.gui.dialogs.choice_list import ChoiceList
from ropa_app.gui.dialogs.export_choices import ExportChoices
from ropa_app.gui.dialogs.form_dialog import add_field
from ropa_app.gui.dialogs.publication_fields import PublicationFields
from ropa_app.gui.dialogs.register_fields import RegisterFields
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.jobs import GapLine, Order, RegisterOrder, StatementForm, StatementOrder
from ropa_app.gui.widgets.code_combo import CodeCombo
from ropa_app.gui.widgets.day_edit import DayEdit
from ropa_app.gui.widgets.day_text import format_day
from ropa_app.gui.widgets.fold import Fold
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.language_switch import LANGUAGE_NAMES, SegmentedControl
from ropa_app.gui.widgets.message_strip import MessageStrip, announce
from ropa_app.i18n import LANGUAGES, N_, Language

What = Literal["register", "internal", "statement"]
PRESENT: Final = N_("The present state")
REGISTER: Final = N_("Register for the authority")
FOR_AUTHORITY: Final = N_("For Datatilsynet, under Article 30")
INTERNAL: Final = N_("Internal copy of the register")
FOR_ONESELF: Final = N_("With what is internal, for the organisation itself")
STATEMENT: Final = N_("The privacy statement")
FOR_PEOPLE: Final = N_("For the data subjects")
CAUTION: Final = N_("Internal information is in it. The copy is not for Datatilsynet.")
SAME_TEXT: Final = N_("The pages show the PDF. The file holds the same text.")
FORMS: Final[dict[StatementForm, str]] = {"pdf": N_("PDF"), "html": N_("Web page"), "txt": N_("Plain text")}


class ExportOptions(QWidget):
    """The left side of the export dialog; `changed` tells that another document would come out.

    `choices` are those of the last export; `shown` is the activity shown in the list of the window.
    """

    changed = Signal()

    def __init__(
        self,
        document: RegisterDocument,
        what: What,
        choices: ExportChoices,
        shown: RecordId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._choices = choices
        t = document.t
        self.what: Final = ChoiceList()
        self.what.setAccessibleName(t("Document"))
        self.what.add("register", t(REGISTER), t(FOR_AUTHORITY))
        copy = self.what.add("internal", t(INTERNAL), t(FOR_ONESELF))
        copy.setAccessibleDescription(f"{t(FOR_ONESELF)}. {t(CAUTION)}")
        self.what.add("statement", t(STATEMENT), t(FOR_PEOPLE))
        self.what.choose(what)
        self.caution: Final = MessageStrip(t)
        names = t("Language")
        self.language: Final = SegmentedControl(names, [(one, LANGUAGE_NAMES[one]) for one in LANGUAGES])
        kept = choices.statement_language if what == "statement" else choices.language
        self.language.set_current(kept or document.main_language)
        self.register: Final = RegisterFields(document, choices, shown)
        self.form: Final = SegmentedControl(t("Format"), [(form, t(name)) for form, name in FORMS.items()])
        self.form.set_current(choices.form)
        self.publication: Final = PublicationFields(document)
        self.version: Final = CodeCombo(t, self._versions(), empty_text=PRESENT)
        self.day: Final = DayEdit(t)
        self.day.line().set_ghost(format_day(self.drawn_on(), t.language))
        self.state: Final = Fold("")
        self._lay_out()
        self._connect()
        self._show_what()

    def _lay_out(self) -> None:
        t = self._document.t
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 8)
        column.setSpacing(4)
        column.addWidget(Label(t("Document"), "section"))
        column.addWidget(self.what)
        column.addWidget(self.caution)
        column.addSpacing(8)
        add_field(column, t("Language"), self.language, spoken=False)
        self._of_statement = QWidget()
        column.addWidget(self._of_statement)
        mine = QVBoxLayout(self._of_statement)
        mine.setContentsMargins(0, 0, 0, 0)
        mine.setSpacing(4)
        add_field(mine, t("Format"), self.form, spoken=False)
        self._same_text = Label(t(SAME_TEXT), "small", "text3", wrap=True)
        mine.insertWidget(mine.count() - 1, self._same_text)
        mine.addWidget(self.publication)
        column.addWidget(self.register)
        column.addSpacing(4)
        self._of_version = QWidget()
        version = QVBoxLayout(self._of_version)
        version.setContentsMargins(0, 0, 0, 0)
        version.setSpacing(4)
        add_field(version, t("Content"), self.version)
        self.state.body.addWidget(self._of_version)
        note = t("Everything is judged as of this day. Empty means the day of the last change.")
        add_field(self.state.body, t("Day"), self.day, note)
        column.addWidget(self.state)
        column.addStretch(1)

    def _connect(self) -> None:
        self.what.chosen.connect(self._on_what_chosen)
        self.form.chosen.connect(self._on_form_chosen)
        for signal in (
            self.language.chosen,
            self.version.committed,
            self.day.committed,
            self.register.changed,
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
        self._on_changed()

    def is_statement(self) -> bool:
        """Tell whether it is the statement that is exported."""
        return self.what.current() == "statement"

    def is_internal(self) -> bool:
        """Tell whether it is the organisation's own copy of the register."""
        return self.what.current() == "internal"

    def chosen_language(self) -> Language:
        """Return the language of the document."""
        return cast(Language, self.language.current())

    def chosen_form(self) -> StatementForm:
        """Return what the file is written as: a register is always a PDF."""
        return cast(StatementForm, self.form.current()) if self.is_statement() else "pdf"

    def order(self) -> Order:
        """Return what to draw, as the choices stand."""
        language, day = self.chosen_language(), self.day.value()
        if self.is_statement():
            return StatementOrder(language, day, self.publication.publication(), self.chosen_form())
        fields, internal = self.register, self.is_internal()
        return RegisterOrder(
            language,
            day,
            version=int(self.version.value()) if self.version.value() else None,
            wide_overview=fields.wide.isChecked(),
            audience=Audience.INTERNAL if internal else Audience.AUTHORITY,
            parts=fields.chosen_parts(internal=internal),
            activities=fields.chosen_activities(),
        )

    def choices(self) -> ExportChoices:
        """Return what to remember: those of the other document stay as they were."""
        fields, language = self.register, self.chosen_language()
        if self.is_statement():
            return replace(self._choices, statement_language=language, form=self.chosen_form())
        return replace(
            self._choices,
            internal=self.is_internal(),
            language=language,
            wide=fields.wide.isChecked(),
            parts=fields.chosen_parts(internal=False),
            internal_parts=fields.chosen_parts(internal=True),
            activities=fields.chosen_activities(),
        )

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
        return self.publication.fault() if self.is_statement() else self.register.fault()

    def focus_fault(self) -> None:
        """Put the focus where something is still to be filled in."""
        if self.day.is_pending():
            self.state.set_open(True)
            self.day.setFocus()
        elif self.is_statement():
            self.publication.focus_fault()
        elif self.register.fault():
            self.register.focus_fault()

    def _on_what_chosen(self, _key: str) -> None:
        self._show_what()
        self.changed.emit()

    def _on_form_chosen(self, form: str) -> None:
        self._on_changed()
        if form != "pdf":
            announce(self, self._same_text.text())

    def _on_changed(self, *_value: object) -> None:
        self._show_state()
        self.changed.emit()

    def _show_what(self) -> None:
        t, statement, internal = self._document.t, self.is_statement(), self.is_internal()
        self.register.setVisible(not statement)
        self.register.set_internal(internal)
        self._of_version.setVisible(not statement)
        self._of_statement.setVisible(statement)
        self.state.set_title(t("Day") if statement else t("Version and day"))
        if internal:
            self.caution.show_message("warning", t(CAUTION), closable=False)
        else:
            self.caution.close_message()
        self._show_state()

    def _show_state(self) -> None:
        """Say what stands behind the fold, and of which format the pages are not."""
        day = format_day(self.drawn_on(), self._document.t.language)
        shown = day if self.is_statement() else f"{self.version.currentText()}, {day}"
        self.state.set_summary(shown)
        self._same_text.setVisible(self.chosen_form() != "pdf")
