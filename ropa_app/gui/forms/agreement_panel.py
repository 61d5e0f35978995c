"""What an agreement with a processor has to say, item by item: found, lacking, or not checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from ropa_app.domain.entities.parties import Agreement
from ropa_app.domain.record import Record
from ropa_app.gui.document import assessing
from ropa_app.gui.findings import Judged
from ropa_app.gui.forms.context import FormContext
from ropa_app.gui.forms.panels import FormPanel
from ropa_app.gui.widgets.checklist import Checklist, Entry
from ropa_app.gui.widgets.finding_lines import FindingLines
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import N_, NC_
from ropa_app.legal.articles import place_text

TITLE: Final = N_("What the agreement has to say")
ANSWERS: Final[Mapping[str, str]] = {
    assessing.COVERED: NC_("agreement", "Covered"),
    assessing.LACKING: NC_("agreement", "Lacking"),
    assessing.UNCHECKED: NC_("agreement", "Not checked"),
}
TERMS: Final = N_(
    "Before these items the agreement sets out what is processed and for how long, the nature and purpose "
    "of the processing, the kinds of personal data and data subjects, and your own duties and rights."
)
ITEMS: Final = "art28_3"


class AgreementPanel(FormPanel):
    """A row for each item of Article 28(3); a choice is one step, and keeps both fields apart."""

    told_from = frozenset({"agreement"})

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self.checklist: Final = Checklist()
        self.checklist.set_read_only(context.read_only)
        self.checklist.answered.connect(self._on_answered)
        self._title = Label("", "strong", "text2", wrap=True)
        self._terms = Label("", "small", "text3", wrap=True)
        self._findings = FindingLines(context.t)
        self._findings.why_wanted.connect(context.why_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        for part in (self._title, self._findings, self.checklist, self._terms):
            column.addWidget(part)
        self._name()

    def _name(self) -> None:
        t, document = self.context.t, self.context.document
        place = place_text("28(3)", t)
        self._title.setText(f"{t(TITLE)} ({place})")
        self._terms.setText(t(TERMS))
        self._findings.retranslate(t)
        choices = document.law.choices(ITEMS)
        entries = [
            Entry(one.code, f"{one.code})", document.naming.offered(ITEMS, one.code)) for one in choices
        ]
        self.checklist.set_entries(entries, [(code, t.marked(name)) for code, name in ANSWERS.items()])
        self.checklist.setAccessibleName(self._title.text())

    def fill(self, record: Record) -> None:
        """Show what was found."""
        if not isinstance(record, Agreement):
            return
        t = self.context.t
        answers = {key: _answer(record, key) for key in self.checklist.rows()}
        self.checklist.set_answers(answers)
        found = sum(one == assessing.COVERED for one in answers.values())
        text = t("{found} of {all} found", found=found, all=len(answers))
        lacking = sum(one == assessing.LACKING for one in answers.values())
        left = len(answers) - found - lacking
        parts = [text]
        if lacking:
            parts.append(t.plural("{n} lacking", "{n} lacking", lacking))
        if left:
            parts.append(t.plural("{n} not checked", "{n} not checked", left))
        self.checklist.progress.setText(self.context.document.naming.dotted(*parts))

    def _on_answered(self, item: str, answer: str) -> None:
        record = self.record
        if record is None:
            return
        done = self.context.document.perform(
            lambda register: assessing.check_item(register, record.id, item, answer)
        )
        stored = self.context.document.get(record.id)
        if not done and stored is not None:
            self.fill(stored)

    def show_findings(self, by_field: Mapping[str, list[Judged]]) -> list[Judged]:
        """Say above the rows what rules find in them."""
        found = [one for field in self.fields for one in by_field.get(field, [])]
        self._findings.show_findings(self.context.said(found))
        return found

    def focus(self, field: str) -> bool:
        """Put the focus into the first item that is not found."""
        if field not in self.fields:
            return False
        rows = self.checklist.rows()
        open_ones = [row for row in rows.values() if row.current() != assessing.COVERED]
        (open_ones or list(rows.values()))[0].setFocus()
        return True

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        self._name()
        super().retranslate()


def _answer(one: Agreement, item: str) -> str:
    """Return the answer of an item; what stands in both fields was looked for in vain."""
    if item in one.lacks:
        return assessing.LACKING
    return assessing.COVERED if item in one.covers else assessing.UNCHECKED
