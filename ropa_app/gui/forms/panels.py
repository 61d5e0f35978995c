"""What a form tells beside its fields: the controller, the transfers that follow, measures, uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ropa_app.domain.entities.organisation import Organisation
from ropa_app.domain.entities.parties import Place
from ropa_app.domain.entities.security import Measure
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.gui.document import TRANSFER_KINDS
from ropa_app.gui.findings import Judged
from ropa_app.gui.forms.context import FormContext, Touched
from ropa_app.gui.widgets.buttons import link_button
from ropa_app.gui.widgets.chip import Chip
from ropa_app.gui.widgets.editor import NOT_STATED
from ropa_app.gui.widgets.flow_layout import FlowLayout
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.mark import Mark
from ropa_app.i18n import N_, Translator
from ropa_app.legal.transfers import ToolState, Transfer

if TYPE_CHECKING:
    from ropa_app.gui.binding import FieldBinding

OPEN_ORGANISATION: Final = N_("Open the organisation")
DPO_ANSWERS: Final[Mapping[Answer, str]] = {
    Answer.YES: N_("A data protection officer is appointed."),
    Answer.NO: N_("No data protection officer is appointed."),
    Answer.NOT_APPLICABLE: N_("No data protection officer is appointed."),
    Answer.UNKNOWN: N_("Whether there is a data protection officer is not determined."),
}
NO_TRANSFERS: Final = N_("No transfer follows from the recipients and systems of this activity.")
FROM_ORGANISATION: Final = N_("From the organisation")
NO_INHERITED: Final = N_("No measure is recorded as organisation-wide.")
NOT_USED: Final = N_("Not used anywhere.")
ADD_TOOL: Final = N_("No transfer tool is recorded")
BROUGHT_ABOUT: Final = N_("Brought about by")
TO: Final = N_("To")


class FormPanel(QWidget):
    """Tells something about the record shown, out of records of the kinds in `told_from`, of any if empty.

    `of_each` is false where it tells the same about every record. `fields` can be filled in here, together.
    """

    told_from: frozenset[str] = frozenset()
    of_each: bool = True

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self.context: Final = context
        self.record: Record | None = None
        self.fields: tuple[str, ...] = ()

    def show_record(self, record: Record) -> None:
        """Tell it about a record; what is the same for each is told once, until `forget`."""
        known = self.record is not None and not self.of_each
        self.record = record
        if not known:
            self.fill(record)

    def forget(self) -> None:
        """Tell it anew for the next record."""
        self.record = None

    def show_changed(self, record: Record, touched: Touched) -> None:
        """Tell it anew where a write touched something it is told from."""
        self.record = record
        gone = len(touched.found) < len(touched.ids)
        if gone or not self.told_from or any(one.KIND in self.told_from for one in touched.found.values()):
            self.fill(record)

    def fill(self, record: Record) -> None:
        """Show what there is to tell about a record."""
        raise NotImplementedError

    def bindings(self) -> Iterator[FieldBinding]:
        """Yield the bindings of fields that can be filled in here."""
        return iter(())

    def show_findings(self, by_field: Mapping[str, list[Judged]]) -> list[Judged]:
        """Show what rules find in fields that are filled in here; return all of it."""
        del by_field
        return []

    def focus(self, field: str) -> bool:
        """Put the focus where a field is filled in; return whether that is here."""
        del field
        return False

    def set_narrow(self, narrow: bool) -> None:
        """Take the layout of a narrow window, or that of a wide one."""
        del narrow

    def retranslate(self) -> None:
        """Tell it in the language the window has now."""
        if self.record is not None:
            self.fill(self.record)


class ChipLine(QWidget):
    """A label and chips that open what they name, or a sentence where there are none."""

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self._context = context
        self._label = Label("", "body", "text2", wrap=True)
        self._label.setFixedWidth(150)
        self._none = Label("", "body", "text3", wrap=True)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder)
        self._chips: list[Chip] = []
        self._shown: tuple[str, list[tuple[str, str]], str] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._holder, 1)
        row.addWidget(self._none, 1)

    def show_records(self, label: str, named: Sequence[tuple[str, str]], none: str) -> None:
        """Show (id, name) pairs."""
        if (label, list(named), none) == self._shown:
            return
        self._shown = (label, list(named), none)
        self._label.setText(label)
        self._label.setVisible(bool(label))
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(key, name) for key, name in named]
        self._holder.setVisible(bool(named))
        self._none.setText(none)
        self._none.setVisible(not named)

    def chips(self) -> list[Chip]:
        """Return the chips shown."""
        return list(self._chips)

    def _chip(self, key: str, name: str) -> Chip:
        chip = Chip(key, name, self._holder, link=True)
        chip.set_removable(False)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.opened.connect(lambda: self._context.record_wanted.emit(key))
        self._flow.addWidget(chip)
        chip.show()
        return chip


class ControllerPanel(FormPanel):
    """The controller in one line, with the way to the page where it is filled in."""

    told_from = frozenset({"organisation"})
    of_each = False

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self._text = Label("", "body", "text2", wrap=True)
        self._button = link_button("")
        self._button.clicked.connect(lambda: context.page_wanted.emit("organisation"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)

    def fill(self, record: Record) -> None:
        """Show name, address and whether there is a data protection officer."""
        del record
        t, one = self.context.t, self.context.document.records.one("organisation")
        self._button.setText(t(OPEN_ORGANISATION))
        if isinstance(one, Organisation):
            address = ", ".join(line.strip() for line in one.postal_address.splitlines() if line.strip())
            who = ", ".join(part for part in (one.name, address) if part) or t(NOT_STATED)
            self._text.setText(f"{who}. {t(DPO_ANSWERS[one.dpo_appointed])}")


class TransfersPanel(FormPanel):
    """The transfers an activity brings about, with their tools and what these are worth today."""

    told_from = TRANSFER_KINDS

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)

    def fill(self, record: Record) -> None:
        """Derive the transfers anew."""
        _clear(self._grid)
        found = self.context.document.listing.transfers_of(record, self.context.owned(record.id))
        if not found:
            self._grid.addWidget(Label(self.context.t(NO_TRANSFERS), "body", "text3", wrap=True), 0, 0, 1, 3)
        for row, transfer in enumerate(found):
            self._add_row(row, transfer)

    def _add_row(self, row: int, transfer: Transfer) -> None:
        naming, t = self.context.document.naming, self.context.t
        name = naming.title(transfer.party) or t(NOT_STATED)
        where = self.context.document.listing.destination(transfer)
        chip = Chip(transfer.place.id, name, self, link=True)
        chip.set_removable(False)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setMaximumWidth(240)
        chip.opened.connect(lambda: self.context.record_wanted.emit(transfer.place.id))
        self._grid.addWidget(chip, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(Label(where, wrap=True), row, 1)
        self._grid.addWidget(_tools_text(self.context, transfer), row, 2)


def _tools_text(context: FormContext, transfer: Transfer) -> MarkedText:
    """Return the tools of a transfer and what they are worth, with a mark where it is not lawful."""
    tools = "\n".join(context.document.listing.tool_text(judged) for judged in transfer.tools)
    return MarkedText(context.t, tools or context.t(ADD_TOOL), wrong=_is_wrong(transfer))


def _is_wrong(transfer: Transfer) -> bool:
    return not transfer.tools or any(judged.state is not ToolState.VALID for judged in transfer.tools)


class MarkedText(QWidget):
    """A text, with the mark of an error before it where something is wrong in law."""

    def __init__(self, t: Translator, text: str, *, wrong: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        if wrong:
            row.addWidget(Mark(t, "error"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(text, "body", wrap=True), 1)


class MeasuresPanel(FormPanel):
    """The measures of the whole organisation, which apply without being repeated."""

    told_from = frozenset({"measure"})
    of_each = False

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self._line = ChipLine(context)
        _alone(self, self._line)

    def fill(self, record: Record) -> None:
        """Show the measures that are recorded as organisation-wide."""
        del record
        naming, t = self.context.document.naming, self.context.t
        found = [
            (one.id, naming.label(one))
            for one in self.context.document.records.of_kind("measure")
            if isinstance(one, Measure) and one.organisation_wide is Answer.YES
        ]
        self._line.show_records(t(FROM_ORGANISATION), found, t(NO_INHERITED))


class UsesPanel(FormPanel):
    """Where a record is named, each place a chip that opens it."""

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self._line = ChipLine(context)
        _alone(self, self._line)

    def fill(self, record: Record) -> None:
        """Show the records that name this one; a part is shown as the record it belongs to."""
        document = self.context.document
        sources = [use.source for use in document.records.uses(record.id)]
        found = document.records.many(sources)
        roots = dict.fromkeys(root(document.records.get, one) for one in found.values())
        records = document.records.many(roots)
        named = [(str(one), document.naming.label(found)) for one, found in records.items()]
        self._line.show_records("", named, self.context.t(NOT_USED))


def root(find: Callable[[RecordId], Record | None], record: Record) -> RecordId:
    """Return the record that owns another one, however many levels above; itself where nobody does."""
    owner = owner_of(record)
    found = find(owner) if owner else None
    return root(find, found) if found is not None else record.id


class TransferPanel(FormPanel):
    """Who gets the data where, and which activities bring that about."""

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        self._to = ChipLine(context)
        self._by = ChipLine(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._to)
        column.addWidget(self._by)
        self._told: MarkedText | None = None
        self._column = column

    def fill(self, record: Record) -> None:
        """Show party, activities and processing for others."""
        document, t = self.context.document, self.context.t
        if not isinstance(record, Place):
            return
        found = document.listing.transfer_to(record.id)
        party = document.naming.name_of(record.party) or t(NOT_STATED)
        self._to.show_records(t(TO), [(record.party, party)], "")
        using = [*found.activities, *found.processor_records] if found else []
        named = [(str(one.id), document.naming.label(one)) for one in using]
        self._by.show_records(t(BROUGHT_ABOUT), named, t(NOT_USED))
        self._show_tools(found)

    def _show_tools(self, found: Transfer | None) -> None:
        if self._told is not None:
            self._column.removeWidget(self._told)
            self._told.hide()
            self._told.deleteLater()
            self._told = None
        if found is not None:
            self._told = _tools_text(self.context, found)
            self._column.addWidget(self._told)


class RegisterPanel(FormPanel):
    """The settings of the register itself, which is a record of its own."""

    told_from = frozenset({"register"})

    def __init__(self, context: FormContext) -> None:
        super().__init__(context)
        from ropa_app.gui.forms.field_group import FieldGroup  # a group holds panels

        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.group: Final = FieldGroup(
            context, "register", ("language", "review_months"), self._column.addWidget
        )

    def fill(self, record: Record) -> None:
        """Show the settings."""
        del record
        settings = self.context.document.records.one("register")
        if settings is not None:
            self.group.show(settings)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        self.group.retranslate()


def _alone(panel: QWidget, widget: QWidget) -> None:
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)


def _clear(grid: QGridLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


PANELS: Final[Mapping[str, Callable[[FormContext], FormPanel]]] = {
    "controller": ControllerPanel,
    "transfers": TransfersPanel,
    "measures": MeasuresPanel,
    "uses": UsesPanel,
    "transfer": TransferPanel,
    "register": RegisterPanel,
}
