"""The transfers that an assessment stands behind: its tools, their worth, how they were put in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtWidgets import QVBoxLayout

from ropa_app.domain.entities.parties import Party, Place, TransferTool
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import RecordId
from ropa_app.gui.document import TRANSFER_KINDS, assessing
from ropa_app.gui.forms.context import FormContext
from ropa_app.gui.forms.fact_rows import Fact, FactRows
from ropa_app.gui.forms.panels import FormPanel
from ropa_app.gui.widgets.chip_edit import ChipEdit
from ropa_app.gui.widgets.editor import NOT_STATED
from ropa_app.gui.widgets.field_row import FieldRow
from ropa_app.i18n import N_
from ropa_app.legal.assessing import PROCEDURE_FIELDS
from ropa_app.legal.transfers import ToolState, judge

TOOLS: Final = N_("Transfer tools assessed")
TOOLS_HINT: Final = N_(
    "The transfer tools that name this assessment. Adding one here sets the assessment on the tool; a tool "
    "that named another one names this from then on."
)
NO_TOOL: Final = N_("No transfer tool in the register refers to this assessment.")
USED_BY: Final = N_("Brought about by: {activities}")
NOT_USED: Final = N_("No activity brings this transfer about today.")
NOTHING: Final = N_("Nothing is recorded of how the tool was put in place.")


class Linked(NamedTuple):
    """A transfer tool that names the assessment, with its place and party."""

    tool: TransferTool
    place: Place
    party: Party


def linked_tools(context: FormContext, assessment: RecordId) -> list[Linked]:
    """Return the transfer tools that name an assessment, in the order of the parties' names."""
    records = context.document.records
    named = [use.source for use in records.uses(assessment) if use.kind == TransferTool.KIND]
    found = [_linked(context, one) for one in records.many(named).values() if isinstance(one, TransferTool)]
    return sorted(found, key=lambda one: (sort_key(one.party.name), one.place.position, one.tool.position))


def _linked(context: FormContext, tool: TransferTool) -> Linked:
    records = context.document.records
    place = records.get(tool.place)
    party = records.get(place.party) if isinstance(place, Place) else None
    if not isinstance(place, Place) or not isinstance(party, Party):
        raise TypeError(f"a transfer tool without its place: {tool.id}")
    return Linked(tool, place, party)


class _ToolsPanel(FormPanel):
    """Rows about the tools that name the assessment."""

    told_from = TRANSFER_KINDS | {"assessment"}

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self._rows: Final = FactRows(context)
        self._column: Final = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._rows)

    def fill(self, record: Record) -> None:
        """Tell anew of each tool."""
        facts = [self._fact(one) for one in linked_tools(self.context, record.id)]
        self._rows.show_facts(facts, self.context.t(NO_TOOL))

    def _fact(self, one: Linked) -> Fact:
        raise NotImplementedError

    def _party(self, one: Linked) -> str:
        return self.context.document.naming.title(one.party) or self.context.t(NOT_STATED)

    def set_narrow(self, narrow: bool) -> None:
        """Put labels above what they name."""
        self._rows.set_narrow(narrow)


class AssessedTransfers(_ToolsPanel):
    """The tools to link, and below who receives the data in which country, for which activities."""

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self.chips: Final = ChipEdit(context.t, self._choices, self._name_of, link=True)
        self.chips.setObjectName("assessment.tools")
        self.chips.set_read_only(context.read_only)
        self.chips.committed.connect(self._on_committed)
        self.chips.opened.connect(context.record_wanted)
        t = context.t
        self._row: Final = FieldRow(t, t(TOOLS), self.chips, t(TOOLS_HINT), wide=True)
        self._row.set_stacked(context.narrow)
        self._column.insertWidget(0, self._row)

    def fill(self, record: Record) -> None:
        """Tell the tools and their transfers anew."""
        super().fill(record)
        self.chips.set_value([one.tool.id for one in linked_tools(self.context, record.id)])

    def _fact(self, one: Linked) -> Fact:
        document, t = self.context.document, self.context.t
        found = document.listing.transfer_to(one.place.id)
        meant = [each for each in found.activities if _serves(one.tool, each.id)] if found else []
        using = [*meant, *found.processor_records] if found else []
        names = "; ".join(document.naming.label(each) for each in using)
        used = t(USED_BY, activities=names) if names else t(NOT_USED)
        return Fact(document.naming.title(one.place), one.place.id, self._party(one), (used,))

    def _choices(self) -> list[tuple[str, str]]:
        tools = self.context.document.records.of_kind(TransferTool.KIND)
        named = [(str(one.id), self._name_of(one.id)) for one in tools]
        return sorted(named, key=lambda pair: sort_key(pair[1]))

    def _name_of(self, tool: str) -> str:
        found = self.context.document.get(RecordId(tool))
        if not isinstance(found, TransferTool):
            return "?"
        one, naming = _linked(self.context, found), self.context.document.naming
        what = naming.title(one.tool) or self.context.t.marked(KINDS[TransferTool.KIND].label)
        return naming.dotted(self._party(one), naming.title(one.place), what)

    def _on_committed(self, tools: Sequence[str]) -> None:
        record = self.record
        if record is not None:
            wanted = [RecordId(one) for one in tools]
            self.context.document.perform(
                lambda register: assessing.link_tools(register, record.id, wanted), self
            )

    def set_narrow(self, narrow: bool) -> None:
        """Put labels above what they name."""
        super().set_narrow(narrow)
        self._row.set_stacked(narrow)

    def retranslate(self) -> None:
        """Tell it in the language the window has now."""
        t = self.context.t
        self._row.set_texts(t, t(TOOLS), t(TOOLS_HINT))
        super().retranslate()


def _serves(tool: TransferTool, activity: RecordId) -> bool:
    return not tool.activities or activity in tool.activities


class AssessedTools(_ToolsPanel):
    """What each tool is worth today."""

    def _fact(self, one: Linked) -> Fact:
        document = self.context.document
        judged = judge(one.tool, one.place, document.today(), document.law)
        line = document.listing.tool_text(judged)
        wrong = judged.state is not ToolState.VALID
        country = document.naming.title(one.place)
        return Fact(self._party(one), one.place.id, country, (line,), "error" if wrong else None)


class ProcedurePanel(_ToolsPanel):
    """What is recorded of putting each tool in place."""

    def _fact(self, one: Linked) -> Fact:
        naming, t = self.context.document.naming, self.context.t
        told = [
            f"{t.marked(SPECS[one.tool.KIND][name].label)}: {text}"
            for name in PROCEDURE_FIELDS
            if (text := naming.spec_text(one.tool, name))
        ]
        name = naming.title(one.tool) or t.marked(KINDS[one.tool.KIND].label)
        return Fact(self._party(one), one.tool.id, name, tuple(told) or (t(NOTHING),))
