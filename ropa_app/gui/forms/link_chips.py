"""Records whose one field is a link, as a row of chips: adding a chip adds a record, removing deletes it."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import RecordId
from ropa_app.gui.forms.context import FormContext
from ropa_app.gui.forms.layout import Part
from ropa_app.gui.forms.part_view import PartView
from ropa_app.gui.widgets.chip_edit import ChipEdit
from ropa_app.gui.widgets.editor import NOT_SAVED
from ropa_app.gui.widgets.field_row import FieldRow
from ropa_app.i18n import N_

NOT_CHANGED: Final = N_("The change could not be made.")


class LinkChips(PartView):
    """One row of chips; the keys are the ids of the records that are named."""

    def __init__(self, context: FormContext, part: Part) -> None:
        super().__init__(context, part)
        self._field: Final = next(
            name for name, spec in SPECS[part.kind].items() if spec.type is FieldType.REF
        )
        self._spec: Final = SPECS[part.kind][self._field]
        self._chips: Final = ChipEdit(context.t, self._choices, self._name_of, link=True)
        self._chips.setObjectName(f"{part.kind}.{self._field}")
        self._chips.committed.connect(self._on_committed)
        self._chips.opened.connect(context.record_wanted)
        self._chips.set_read_only(context.read_only)
        t = context.t
        self._row: Final = FieldRow(
            t, t.marked(KINDS[part.kind].plural), self._chips, t.marked(self._spec.hint), wide=True
        )
        self._row.set_stacked(context.narrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def fill(self) -> None:
        """Show the records that are named."""
        self._chips.set_value(list(dict.fromkeys(self._target(one) for one in self.shown)))

    def _target(self, record: Any) -> str:
        return str(getattr(record, self._field) or "")

    def _choices(self) -> list[tuple[str, str]]:
        document = self.context.document
        named = [(str(one.id), document.naming.label(one)) for one in document.records.of_kind(self._spec.of)]
        return sorted(named, key=lambda pair: sort_key(pair[1]))

    def _name_of(self, record: str) -> str:
        return self.context.document.naming.name_of(RecordId(record)) or "?"

    def _on_committed(self, targets: tuple[str, ...]) -> None:
        stored = {self._target(one): one for one in self.shown}
        document = self.context.document
        done = True
        for target in targets:
            if target not in stored and self.owner is not None:
                done &= document.add(self.part.kind, self.owner.id, self, **{self._field: target}) is not None
        for target, record in stored.items():
            if target not in targets:
                done &= document.delete(record.id)
        if not done:
            self._chips.set_invalid(self.context.t(NOT_SAVED, reason=self.context.t(NOT_CHANGED)))

    def set_narrow(self, narrow: bool) -> None:
        """Put the label above the chips, or beside them."""
        self._row.set_stacked(narrow)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        t = self.context.t
        self._row.set_texts(t, t.marked(KINDS[self.part.kind].plural), t.marked(self._spec.hint))
