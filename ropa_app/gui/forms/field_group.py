"""Fields, cards and panels of one record, one under another; in a section of a form or in a card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ropa_app.domain.kinds import SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.gui.binding import FieldBinding
from ropa_app.gui.findings import Judged
from ropa_app.gui.forms.besides import BesidesFields
from ropa_app.gui.forms.context import FormContext, Touched
from ropa_app.gui.forms.layout import Besides, Headed, Item, More, Panel, Part
from ropa_app.gui.forms.panel_making import make_panel
from ropa_app.gui.forms.panels import FormPanel
from ropa_app.gui.forms.part_view import PartView, make_part
from ropa_app.gui.widgets.buttons import link_button
from ropa_app.i18n import N_

SHOW_MORE: Final = N_("More fields")
Put = Callable[[QWidget], object]


class FieldGroup(QObject):
    """What a list of items shows of a record; built once, and filled again for each record."""

    def __init__(self, context: FormContext, kind: str, items: tuple[Item, ...], put: Put) -> None:
        super().__init__(context)
        self.context: Final = context
        self.kind: Final = kind
        self.record: Record | None = None
        self._bindings: Final[dict[str, FieldBinding]] = {}
        self._parts: Final[list[PartView]] = []
        self._panels: Final[list[FormPanel]] = []
        self._more: Final[list[MoreFields]] = []
        self._besides: Final[list[BesidesFields]] = []
        self._items: Final = len(items)
        for item in items:
            self._add(item, put)

    def _add(self, item: Item, put: Put) -> None:
        match item:
            case str():
                put(self._bind(item).row)
            case Headed():
                put(self._bind(item.field, item.title).row)
            case Part():
                put(self.add_part(item))
            case Besides():
                besides = BesidesFields(self, item)
                self._besides.append(besides)
                put(besides)
            case Panel():
                panel = make_panel(self.context, item)
                self._panels.append(panel)
                put(panel)
            case More():
                more = MoreFields(self, item)
                self._more.append(more)
                put(more)

    def add_part(self, item: Part) -> PartView:
        """Return one more part, which shows the record from now on."""
        part = make_part(self.context, item)
        self._parts.append(part)
        return part

    def _bind(self, field: str, heading: str = "") -> FieldBinding:
        binding = FieldBinding(self.context.document, self.kind, field, self, heading=heading)
        binding.opened.connect(self.context.record_wanted)
        binding.row.findings.why_wanted.connect(self.context.why_wanted)
        binding.row.set_stacked(self.context.narrow)
        binding.set_read_only(self.context.read_only)
        self._bindings[field] = binding
        return binding

    def bind(self, field: str) -> FieldBinding:
        """Bind one more field, and show the record in it."""
        binding = self._bind(field)
        if self.record is not None:
            binding.show(self.record)
        return binding

    def show(self, record: Record) -> None:
        """Show a record."""
        self.record = record
        for binding in self._bindings.values():
            binding.show(record)
        for part in self._parts:
            part.show_owner(record)
        for panel in self._panels:
            panel.show_record(record)
        self._show_seldom(record, anew=True)

    def _show_seldom(self, record: Record, *, anew: bool = False) -> None:
        for more in self._more:
            more.show_record(record)
        for besides in self._besides:
            besides.show_record(record, anew=anew)

    def is_empty(self) -> bool:
        """Tell whether there is nothing to show: neither item nor anything recorded besides."""
        only_besides = len(self._besides) == self._items
        return only_besides and all(besides.is_empty() for besides in self._besides)

    def forget(self) -> None:
        """Read anew what was kept from the record before."""
        for panel in self._panels:
            panel.forget()

    def show_changed(self, record: Record, touched: Touched) -> None:
        """Show a record of which some of its own fields or parts were changed."""
        self.record = record
        for binding in self._bindings.values():
            binding.show(record)
        for part in self._parts:
            part.show_changed(record, touched)
        for panel in self._panels:
            panel.show_changed(record, touched)
        self._show_seldom(record)

    def show_findings(self) -> list[Judged]:
        """Show what rules find in the fields and parts; return all of it."""
        if self.record is None:
            return []
        by_field: dict[str, list[Judged]] = defaultdict(list)
        for one in self.context.found(self.record):
            by_field[one.finding.field].append(one)
        for more in self._more:
            more.show_fields(by_field)
        shown: list[Judged] = []
        for field, binding in self._bindings.items():
            shown += by_field.get(field, [])
            binding.row.set_findings(self.context.said(by_field.get(field, [])))
        for panel in self._panels:
            shown += panel.show_findings(by_field)
        for part in self._parts:
            shown += part.show_findings()
        return shown

    def bindings(self) -> Iterator[FieldBinding]:
        """Yield the bindings of this record and of the cards that are open."""
        yield from self._bindings.values()
        for panel in self._panels:
            yield from panel.bindings()
        for part in self._parts:
            yield from part.bindings()

    def parts(self) -> list[PartView]:
        """Return the parts, such as stacks of cards."""
        return list(self._parts)

    def family(self) -> set[RecordId]:
        """Return the records shown here: the record and those in its parts."""
        shown = {self.record.id} if self.record else set()
        return shown.union(*(part.family() for part in self._parts))

    def reveal(self, record: RecordId) -> bool:
        """Open the card of a record; return whether it is here."""
        return any(part.reveal(record) for part in self._parts)

    def focus_at(self, record: RecordId, field: str) -> bool:
        """Put the focus into a field of a record that is shown here, opening its card; tell whether it is."""
        if self.record is not None and self.record.id == record:
            return self.focus(field)
        return any(part.focus_at(record, field) for part in self._parts)

    def focus(self, field: str) -> bool:
        """Put the focus into a field; return whether it is here."""
        for more in self._more:
            if field in more.fields:
                more.open()
        binding = self._bindings.get(field)
        if binding is not None:
            binding.widget.setFocus()
            return True
        return any(panel.focus(field) for panel in self._panels)

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        for binding in self._bindings.values():
            binding.widget.setFocus()
            return
        for panel in self._panels:
            if any(panel.focus(field) for field in panel.fields):
                return

    def set_narrow(self, narrow: bool) -> None:
        """Put labels above their fields, or beside them."""
        for binding in self._bindings.values():
            binding.row.set_stacked(narrow)
        for part in self._parts:
            part.set_narrow(narrow)
        for panel in self._panels:
            panel.set_narrow(narrow)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        for binding in self._bindings.values():
            binding.retranslate()
        for part in self._parts:
            part.retranslate()
        for panel in self._panels:
            panel.retranslate()
        for more in self._more:
            more.retranslate()


class MoreFields(QWidget):
    """Fields that are built and shown when one of them holds something, or when they are asked for."""

    def __init__(self, group: FieldGroup, more: More) -> None:
        super().__init__()
        self.fields: Final = more.fields
        self._group = group
        self._built = False
        self._button = link_button("", "chevron-down")
        self._button.clicked.connect(self._on_button_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._button)
        self.retranslate()

    def show_record(self, record: Record) -> None:
        """Open where one of the fields holds something."""
        specs = SPECS[record.KIND]
        if not self._built and any(getattr(record, name) != specs[name].untouched for name in self.fields):
            self.open()

    def show_fields(self, fields: Container[str]) -> None:
        """Open where one of these fields is here: something is to be said of it."""
        if not self._built and any(name in fields for name in self.fields):
            self.open()

    def open(self) -> None:
        """Build and show the fields."""
        if not self._built:
            self._built = True
            self._button.hide()
            for field in self.fields:
                self._column.addWidget(self._group.bind(field).row)

    def retranslate(self) -> None:
        """Take the text of the button again."""
        self._button.setText(self._group.context.t(SHOW_MORE))

    def _on_button_clicked(self) -> None:
        self.open()
        self._group.focus(self.fields[0])
