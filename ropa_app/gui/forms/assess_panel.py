"""The assessments of what is shown, and a button that starts one: for an activity, a purpose, a tool."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.domain.entities.assessments import Assessment
from ropa_app.domain.entities.parties import TransferTool
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.gui.document import assessing
from ropa_app.gui.forms.context import FormContext
from ropa_app.gui.forms.panels import FormPanel
from ropa_app.gui.widgets.buttons import plain_button
from ropa_app.gui.widgets.chip import Chip
from ropa_app.gui.widgets.field_row import FieldRow
from ropa_app.gui.widgets.flow_layout import FlowLayout
from ropa_app.i18n import N_

START: Final = N_("Start the assessment")
START_ONE: Final = N_("Start the assessment: {name}")
NOT_FINISHED: Final = N_("Not finished")
_KINDS: Final = "assessment_kinds"
_LEGITIMATE: Final = "6-1-f"
_ARTICLE_46: Final = "46"


class Assessable(NamedTuple):
    """A method that something is assessed by: whether it is asked for now, and what the assessment names."""

    method: str
    asked: bool
    activities: tuple[RecordId, ...] = ()
    purposes: tuple[RecordId, ...] = ()
    tools: tuple[RecordId, ...] = ()


def assessments_of(context: FormContext, record: RecordId, method: str) -> list[Assessment]:
    """Return the assessments of a method that name a record, or that a transfer tool names."""
    document = context.document
    one = document.get(record)
    named = [use.source for use in document.records.uses(record) if use.kind == Assessment.KIND]
    if isinstance(one, TransferTool) and one.tia:
        named.append(one.tia)
    if isinstance(one, Purpose):
        named += [each.id for each in assessments_of(context, one.activity, method) if not each.purposes]
    found = document.records.many(named).values()
    return [each for each in found if isinstance(each, Assessment) and each.method == method]


class AssessRow(QWidget):
    """The assessments of one method as chips, and the button that starts one."""

    def __init__(self, context: FormContext, method: str) -> None:
        super().__init__()
        self._context: Final = context
        self._method: Final = method
        self._one: Assessable | None = None
        self._chips: list[Chip] = []
        self.button: Final[QPushButton] = plain_button("", "scale")
        self.button.setObjectName(f"assess.{method}")
        self.button.clicked.connect(self._on_clicked)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        inside = QWidget()
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._holder, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(0)
        inside.setFocusProxy(self.button)
        self._row = FieldRow(context.t, "", inside, wide=True)
        self._row.set_stacked(context.narrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def show_assessable(self, one: Assessable | None, made: Sequence[Assessment]) -> None:
        """Show what there is; hidden where nothing is asked for and nothing was made."""
        self._one = one
        self.setVisible(bool(made) or (one is not None and one.asked))
        self._show_chips(made)
        self.button.setVisible(not made and not self._context.read_only)
        self._holder.setVisible(bool(made))
        t, naming = self._context.t, self._context.document.naming
        name = naming.code(_KINDS, self._method)
        self._row.set_texts(t, name, "")
        self.button.setText(t(START))
        self.button.setAccessibleName(t(START_ONE, name=name))

    def _show_chips(self, made: Sequence[Assessment]) -> None:
        document = self._context.document
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for one in made:
            outcome = document.naming.spec_text(one, "outcome") or self._context.t(NOT_FINISHED)
            day = document.naming.day(one.day)
            text = document.naming.dotted(document.reference_of(one.id), outcome, day)
            self._chips.append(self._chip(one.id, text))

    def _chip(self, key: RecordId, text: str) -> Chip:
        chip = Chip(key, text, self._holder, link=True)
        chip.set_removable(False)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setAccessibleName(f"{self._context.document.naming.code(_KINDS, self._method)}: {text}")
        chip.opened.connect(lambda: self._context.record_wanted.emit(key))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _on_clicked(self) -> None:
        if self._one is not None:
            start(self._context, self._one)

    def set_narrow(self, narrow: bool) -> None:
        """Put the label above, or beside."""
        self._row.set_stacked(narrow)


def start(context: FormContext, one: Assessable) -> RecordId | None:
    """Make an assessment of something, linked to it, as one step, and show it."""
    made = context.document.make(
        lambda register: assessing.create_assessment(
            register, one.method, activities=one.activities, purposes=one.purposes, tools=one.tools
        )
    )
    if made is not None:
        context.record_wanted.emit(made)
    return made


class _AssessPanel(FormPanel):
    """A row for each method that applies to what is shown."""

    told_from = frozenset({"assessment", "activity", "purpose", "transfer_tool"})
    methods: tuple[str, ...] = ()

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self._rows: Final = {method: AssessRow(context, method) for method in self.methods}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for row in self._rows.values():
            column.addWidget(row)

    def fill(self, record: Record) -> None:
        """Show what was assessed and what can be."""
        found = {one.method: one for one in self.assessable(record)}
        shown = False
        for method, row in self._rows.items():
            made = assessments_of(self.context, record.id, method)
            row.show_assessable(found.get(method), made)
            shown |= not row.isHidden()
        self.setVisible(shown)

    def assessable(self, record: Record) -> list[Assessable]:
        """Return the methods that apply."""
        raise NotImplementedError

    def set_narrow(self, narrow: bool) -> None:
        """Put labels above, or beside."""
        for row in self._rows.values():
            row.set_narrow(narrow)


class AssessActivity(_AssessPanel):
    """The security risk assessment of an activity, Article 32(2)."""

    methods = ("risk",)

    def assessable(self, record: Record) -> list[Assessable]:
        """Return the risk assessment, which every activity can have."""
        return [Assessable("risk", True, activities=(record.id,))]


class AssessPurpose(_AssessPanel):
    """The balancing test of a purpose on legitimate interests, the compatibility of further use."""

    methods = ("lia", "compatibility")

    def assessable(self, record: Record) -> list[Assessable]:
        """Return those that basis and answer ask for, Articles 6(1)(f) and 6(4)."""
        if not isinstance(record, Purpose):
            return []
        further = record.further_use is Answer.YES
        return [
            Assessable("lia", _LEGITIMATE in record.art6, purposes=(record.id,)),
            Assessable("compatibility", further, purposes=(record.id,)),
        ]


class AssessTool(_AssessPanel):
    """The transfer assessment of a tool under Article 46; where there is one, its own field names it."""

    methods = ("tia",)

    def assessable(self, record: Record) -> list[Assessable]:
        """Return the transfer assessment where the tool needs one."""
        if not isinstance(record, TransferTool):
            return []
        choice = self.context.document.law.choice("transfer_tools", record.tool)
        asked = choice is not None and choice.group == _ARTICLE_46 and record.tia is None
        return [Assessable("tia", asked, tools=(record.id,))]

    def fill(self, record: Record) -> None:
        """Show the button where no assessment is named."""
        super().fill(record)
        if isinstance(record, TransferTool) and record.tia:
            self.hide()
