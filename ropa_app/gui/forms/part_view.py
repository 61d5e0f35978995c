"""The records that hang on the one shown: what a part of a form can do, and the two ways it looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.gui.findings import Judged
from ropa_app.gui.forms.context import FormContext, Touched
from ropa_app.gui.forms.layout import Part

if TYPE_CHECKING:
    from ropa_app.gui.binding import FieldBinding


class PartView(QWidget):
    """Shows the records of one kind that hang on an owner."""

    def __init__(self, context: FormContext, part: Part) -> None:
        super().__init__()
        self.context: Final = context
        self.part: Final = part
        self.owner: Record | None = None
        self.shown: list[Record] = []

    def show_owner(self, owner: Record) -> None:
        """Show the records of an owner."""
        self.owner = owner
        self.shown = children(self.context, self.part, owner)
        self.context.document.naming.learn(self.shown)
        self.fill()

    def show_changed(self, owner: Record, touched: Touched) -> None:
        """Show the records again where some of them may have changed."""
        del touched
        self.show_owner(owner)

    def fill(self) -> None:
        """Show what is in `shown`."""
        raise NotImplementedError

    def add(self) -> RecordId | None:
        """Add a record to the owner and show it."""
        owner = self.owner
        if owner is None:
            return None
        document = self.context.document
        if not self.part.via:
            return document.add(self.part.kind, owner.id)
        spec = SPECS[self.part.kind][self.part.via]
        if owner.KIND == "organisation":
            return document.add(self.part.kind)
        value: Any = (owner.id,) if spec.type is FieldType.REFS else owner.id
        return document.add(self.part.kind, None, None, **{self.part.via: value})

    def family(self) -> set[RecordId]:
        """Return the records shown, and those in their own parts."""
        return {one.id for one in self.shown}

    def bindings(self) -> Iterator[FieldBinding]:
        """Yield the bindings of fields on the screen."""
        return iter(())

    def reveal(self, record: RecordId) -> bool:
        """Open the card of a record; return whether it is here."""
        return record in self.family()

    def show_findings(self) -> list[Judged]:
        """Show what rules find in the records shown; return all of it."""
        return []

    def focus_at(self, record: RecordId, field: str) -> bool:
        """Put the focus into a field of a record that is shown here; tell whether it is."""
        del field
        return self.reveal(record)

    def set_narrow(self, narrow: bool) -> None:
        """Put labels above their fields, or beside them."""
        del narrow

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        raise NotImplementedError


def children(context: FormContext, part: Part, owner: Record) -> list[Record]:
    """Return the records of a part's kind that an owner owns, or that name it in the part's field."""
    records = context.document.records
    if not part.via:
        return [one for one in context.owned(owner.id) if part.kind == one.KIND]
    if owner.KIND == "organisation":
        return [one for one in records.of_kind(part.kind) if not getattr(one, part.via)]
    named = [use.source for use in records.uses(owner.id) if (use.kind, use.field) == (part.kind, part.via)]
    return list(records.many(named).values())


def make_part(context: FormContext, part: Part) -> PartView:
    """Return the view of a part."""
    from ropa_app.gui.forms.card_stack import CardStack  # a card holds fields, which hold cards
    from ropa_app.gui.forms.link_chips import LinkChips

    return LinkChips(context, part) if part.style == "chips" else CardStack(context, part)
