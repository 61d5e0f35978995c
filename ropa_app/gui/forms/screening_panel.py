"""What the ticks of an activity say about a DPIA, and what has been done about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.gui.forms.assess_panel import Assessable, assessments_of, start
from ropa_app.gui.forms.context import FormContext
from ropa_app.gui.forms.fact_rows import Fact, FactRows
from ropa_app.gui.forms.not_required import NotRequired
from ropa_app.gui.forms.panels import FormPanel
from ropa_app.gui.widgets.buttons import link_button, plain_button
from ropa_app.gui.widgets.mark import Kind
from ropa_app.i18n import N_, NC_, Translator
from ropa_app.legal.articles import place_text
from ropa_app.legal.screening import LISTS, METHOD, Due, Screening, is_answered, screened

SCREENING: Final = N_("What follows")
TICKED: Final = N_("{list}: {ticked}")
NOTHING_TICKED: Final = NC_("screening", "nothing ticked")
GROUNDS: Final = {
    "dpia_art35": N_("the processing is named in Article 35(3)"),
    "dpia_list": N_("it is on Datatilsynet's list under Article 35(4)"),
    "high_risk": N_("you have answered that the risk is high, Article 35(1)"),
}
REQUIRED: Final = N_("A DPIA is required: {grounds}.")
NOT_INDICATED: Final = N_("What is answered does not indicate that a DPIA is required, Article 35(1).")
NOT_ANSWERED: Final = N_("Not answered: tick what applies, and whether a DPIA is required follows.")
START: Final = N_("Start a DPIA")
NOT_REQUIRED: Final = N_("Record that none is required …")
NO_ACTIVITY: Final = N_("Choose the activities the assessment covers: what was ticked there is shown here.")
_CRITERIA: Final = "dpia_criteria"


def due_text(context: FormContext, one: Activity, found: Screening) -> str:
    """Return what follows from the ticks of an activity in one sentence, with its article."""
    t = context.t
    match found.due:
        case Due.REQUIRED:
            return t(REQUIRED, grounds="; ".join(t(GROUNDS[name]) for name in found.grounds))
        case Due.NORMALLY:
            every = len(context.document.law.choices(LISTS[_CRITERIA]))
            return t.plural(
                "A DPIA is normally required: {n} criterion of {every} is met (Article 35(1), WP 248).",
                "A DPIA is normally required: {n} criteria of {every} are met (Article 35(1), WP 248).",
                len(one.dpia_criteria),
                every=every,
            )
        case Due.NOT_INDICATED:
            return t(NOT_INDICATED)
        case Due.NOT_ANSWERED:
            return t(NOT_ANSWERED)


def mark_of(found: Screening, made: Sequence[Assessment]) -> Kind | None:
    """Return the mark of what follows: that of the rule that finds it, a tick where it is answered."""
    if found.due in (Due.NOT_INDICATED, Due.NOT_ANSWERED):
        return None
    if is_answered(found, made):
        return "ok"
    if found.due is Due.NORMALLY:
        return "warning"
    return "advice" if found.grounds == ("high_risk",) else "error"


def ticks(context: FormContext, one: Activity) -> tuple[str, ...]:
    """Return what was ticked, a line for each list; nothing where nothing was."""
    t, naming = context.t, context.document.naming
    if not any(getattr(one, field) for field in LISTS):
        return ()
    lines = []
    for field, list_name in LISTS.items():
        codes = getattr(one, field)
        told = naming.codes(list_name, codes) if codes else t.marked(NOTHING_TICKED)
        lines.append(t(TICKED, list=_list_name(t, field), ticked=told))
    return tuple(lines)


def _list_name(t: Translator, field: str) -> str:
    match field:
        case "dpia_art35":
            place = place_text("35(3)", t)
            return place[:1].upper() + place[1:]
        case "dpia_list":
            return t("Datatilsynet's list")
        case _:
            return t("Risk criteria (WP 248)")


def _judged(context: FormContext, one: Activity) -> tuple[Screening, list[Assessment]]:
    document = context.document
    found = screened(one, document.law, document.today())
    return found, assessments_of(context, one.id, METHOD)


class ScreeningPanel(FormPanel):
    """In an activity: what follows, the DPIA that exists, or the ways to answer."""

    told_from = frozenset({"activity", "assessment"})

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self._rows: Final = FactRows(context)
        self.start_button: Final = plain_button("", "scale")
        self.start_button.setObjectName("assess.dpia")
        self.start_button.clicked.connect(self._on_start)
        self.other_button: Final = link_button("")
        self.other_button.setObjectName("assess.not_required")
        self.other_button.clicked.connect(self._on_other)
        self.reasons: Final = NotRequired(context)
        self.reasons.finished.connect(self._on_finished)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._buttons.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._rows)
        column.addLayout(self._buttons)
        column.addWidget(self.reasons)
        self._place_buttons(context.narrow)
        self._name()

    def _name(self) -> None:
        t = self.context.t
        for button, text in ((self.start_button, START), (self.other_button, NOT_REQUIRED)):
            button.setText(t(text))
            button.setAccessibleName(t(text))

    def show_record(self, record: Record) -> None:
        """Show another activity; what was begun for the one before is put away."""
        if self.record is None or self.record.id != record.id:
            self.reasons.hide()
        super().show_record(record)

    def fill(self, record: Record) -> None:
        """Judge the ticks anew."""
        if not isinstance(record, Activity):
            return
        t, document = self.context.t, self.context.document
        found, made = _judged(self.context, record)
        facts = [Fact(t(SCREENING), "", "", (due_text(self.context, record, found),), mark_of(found, made))]
        for one in made:
            outcome = document.naming.spec_text(one, "outcome") or t("Not finished")
            name = document.naming.dotted(
                document.reference_of(one.id), outcome, document.naming.day(one.day)
            )
            facts.append(Fact(t("DPIA"), one.id, name))
        self._rows.show_facts(facts, "")
        can_add = not made and not self.context.read_only
        self.start_button.setVisible(can_add)
        self.other_button.setVisible(can_add and found.due is not Due.REQUIRED and self.reasons.isHidden())
        if not can_add or found.due is Due.REQUIRED:
            self.reasons.hide()

    def _on_start(self) -> None:
        if self.record is not None:
            start(self.context, Assessable(METHOD, True, activities=(self.record.id,)))

    def _on_other(self) -> None:
        if self.record is not None:
            self.other_button.hide()
            self.reasons.begin(self.record.id)

    def _on_finished(self) -> None:
        if self.record is not None:
            self.fill(self.record)
        (self.start_button if self.start_button.isVisible() else self._rows).setFocus()

    def set_narrow(self, narrow: bool) -> None:
        """Take the layout of a narrow window."""
        self._rows.set_narrow(narrow)
        self.reasons.set_narrow(narrow)
        self._place_buttons(narrow)

    def _place_buttons(self, narrow: bool) -> None:
        self._buttons.setContentsMargins(0 if narrow else 158, 0, 0, 0)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        self._name()
        self.reasons.retranslate()
        super().retranslate()


class ScreenedPanel(FormPanel):
    """In a DPIA: for each activity that it covers what was ticked there and what follows."""

    told_from = frozenset({"activity", "assessment"})

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self._rows: Final = FactRows(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)

    def fill(self, record: Record) -> None:
        """Judge the ticks of each activity anew."""
        if not isinstance(record, Assessment):
            return
        found = self.context.document.records.many(record.activities).values()
        facts = [self._fact(one) for one in found if isinstance(one, Activity)]
        self._rows.show_facts(facts, self.context.t(NO_ACTIVITY))

    def _fact(self, one: Activity) -> Fact:
        found, made = _judged(self.context, one)
        lines = (due_text(self.context, one, found), *ticks(self.context, one))
        name = self.context.document.naming.label(one)
        return Fact(self.context.t(SCREENING), RecordId(one.id), name, lines, mark_of(found, made))

    def set_narrow(self, narrow: bool) -> None:
        """Take the layout of a narrow window."""
        self._rows.set_narrow(narrow)
