"""What is recorded although a form does not ask for it: nothing gets lost when a form changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ropa_app.domain.kinds import SPECS
from ropa_app.domain.record import Record
from ropa_app.gui.binding import FieldBinding
from ropa_app.gui.forms.layout import Besides
from ropa_app.gui.forms.part_view import PartView

if TYPE_CHECKING:
    from ropa_app.gui.forms.field_group import FieldGroup


class BesidesFields(QWidget):
    """Shows those fields and parts that hold something, and keeps them until another record is shown."""

    def __init__(self, group: FieldGroup, item: Besides) -> None:
        super().__init__()
        self._group: Final = group
        self._item: Final = item
        self._bound: Final[dict[str, FieldBinding]] = {}
        self._parts: Final[list[PartView]] = []
        self._shown: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def is_empty(self) -> bool:
        """Tell whether nothing is shown."""
        return not self._shown

    def show_record(self, record: Record, *, anew: bool) -> None:
        """Show what holds something; what was shown of the same record stays, so that it can be emptied."""
        specs = SPECS[record.KIND]
        held = {name for name in self._item.fields if getattr(record, name) != specs[name].untouched}
        owned = {one.KIND for one in self._group.context.owned(record.id)} if self._item.parts else set()
        held |= {part.kind for part in self._item.parts if part.kind in owned}
        self._shown = held if anew else held | self._shown
        for name in self._item.fields:
            if name in self._shown and name not in self._bound:
                self._bind(name)
        if owned and not self._parts:
            self._add_parts(record)
        for name, binding in self._bound.items():
            binding.row.setVisible(name in self._shown)
        for part in self._parts:
            part.setVisible(part.part.kind in self._shown)

    def _bind(self, field: str) -> None:
        binding = self._group.bind(field)
        self._bound[field] = binding
        before = [name for name in self._item.fields if name in self._bound]
        self._column.insertWidget(before.index(field), binding.row)

    def _add_parts(self, record: Record) -> None:
        for item in self._item.parts:
            part = self._group.add_part(item)
            part.show_owner(record)
            self._parts.append(part)
            self._column.addWidget(part)
