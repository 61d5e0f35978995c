"""Records as cards, one under another: closed a line of text, open a small form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from ropa_app.domain.kinds import KINDS, OWNED
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.gui.binding import FieldBinding
from ropa_app.gui.findings import Judged
from ropa_app.gui.forms.context import FormContext, Touched
from ropa_app.gui.forms.field_group import FieldGroup
from ropa_app.gui.forms.layout import Part
from ropa_app.gui.forms.layouts import CARDS
from ropa_app.gui.forms.part_view import PartView
from ropa_app.gui.widgets.buttons import link_button
from ropa_app.gui.widgets.card import CollapsibleCard
from ropa_app.gui.widgets.finding_lines import FindingLines
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import Translator

#: Kinds whose number is called by a letter elsewhere: R1 in the matrix and in the annex.
_NUMBERED: Final = {"risk": "R"}


class RecordCard(QObject):
    """One card; its fields are built when it is opened first, and used again for other records."""

    def __init__(self, stack: CardStack, number: int) -> None:
        super().__init__(stack)
        self.context: Final = stack.context
        self.kind: Final = stack.part.kind
        self.record: Record | None = None
        self.group: FieldGroup | None = None
        self._texts: tuple[Translator, str, str, str] | None = None
        self._loose = FindingLines(stack.context.t)
        self._loose.why_wanted.connect(stack.context.why_wanted)
        self.card: Final = CollapsibleCard(stack.context.t, f"{self.kind}.{number}")
        self.card.set_movable(KINDS[self.kind].is_positioned)
        self.card.set_read_only(stack.context.read_only)
        self.card.toggled.connect(self._on_toggled)
        self.card.deleted.connect(self._on_delete_wanted)
        self.card.moved.connect(self._on_move_wanted)

    def show(self, record: Record, number: int, *, several: bool) -> None:
        """Show a record; a card that showed another one is closed first."""
        if self.record is None or self.record.id != record.id:
            self.card.set_open(False)
        self.record = record
        self.card.set_movable(several and KINDS[self.kind].is_positioned)
        naming = self.context.document.naming
        called = f"{_NUMBERED.get(self.kind, '')}{number}"
        texts = (self.context.t, called, naming.title(record), naming.detail(record))
        if texts != self._texts:
            self._texts = texts
            self.card.set_texts(*texts)
        if self.group is not None and self.card.is_open():
            self.group.show(record)

    def show_findings(self) -> list[Judged]:
        """Show what rules find: the worst on the closed card, each at its field in the open one."""
        if self.record is None:
            return []
        found = self.context.found(self.record)
        if OWNED[self.kind]:
            found += [
                one for owned in self.context.owned(self.record.id) for one in self.context.found(owned)
            ]
        said = self.context.said(found[:1])
        self.card.set_finding(said[0] if said else None)
        if self.group is not None and self.card.is_open():
            shown = self.group.show_findings()
            self._loose.show_findings(self.context.said([one for one in found if one not in shown]))
        return found

    def focus_at(self, record: RecordId, field: str) -> bool:
        """Open the card and put the focus into a field; tell whether the record is in it."""
        held = self.record.id if self.record else None
        owned = self.context.owned(held) if held and held != record and OWNED[self.kind] else []
        if held != record and all(one.id != record for one in owned):
            return False
        self.card.set_open(True)
        if self.group is None or not self.group.focus_at(record, field):
            self.open()
        return True

    def family(self) -> set[RecordId]:
        """Return the record and what hangs on it, as far as it is shown."""
        own = {self.record.id} if self.record else set()
        return own | (self.group.family() if self.group is not None and self.card.is_open() else set())

    def open(self) -> None:
        """Open the card and put the focus into its first field."""
        self.card.set_open(True)
        if self.group is not None:
            self.group.focus_first()

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        self._loose.retranslate(self.context.t)
        if self.group is not None:
            self.group.retranslate()

    def _on_toggled(self, opened: bool) -> None:
        if opened and self.group is None:
            self.card.body.addWidget(self._loose)
            self.group = FieldGroup(self.context, self.kind, CARDS[self.kind], self.card.body.addWidget)
        if opened and self.group is not None and self.record is not None:
            self.group.show(self.record)
            self.show_findings()
        elif not opened and self.group is not None:
            for binding in self.group.bindings():
                binding.commit_pending()

    def _on_delete_wanted(self) -> None:
        if self.record is not None:
            self.context.delete_wanted.emit(self.record.id)

    def _on_move_wanted(self, step: int) -> None:
        if self.record is not None:
            self.context.document.move(self.record.id, self.record.position + step)


class CardStack(PartView):
    """Cards of the records of one kind, and a button to add one."""

    def __init__(self, context: FormContext, part: Part) -> None:
        super().__init__(context, part)
        self._cards: list[RecordCard] = []
        self._used = 0
        self._button = link_button("", "plus")
        self._button.setObjectName(f"add.{part.kind}")
        self._button.clicked.connect(self._on_add_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._title = Label("", "strong", "text2")
        self._cards_column = QVBoxLayout()
        self._cards_column.setSpacing(8)
        self._column.addWidget(self._title)
        self._column.addLayout(self._cards_column)
        self._column.addWidget(self._button)
        self._button.setVisible(not context.read_only)
        self._title.setVisible(part.titled)
        self.retranslate()

    def cards(self) -> list[RecordCard]:
        """Return the cards shown, in their order."""
        return self._cards[: self._used]

    def fill(self) -> None:
        """Show the records, each in the card that shows it already, or in a spare one."""
        held = {card.record.id: card for card in self.cards() if card.record is not None}
        spare = [card for card in self._cards if card.record is None or card.record.id not in self._ids()]
        order = [held.get(one.id) or (spare.pop(0) if spare else self._new_card()) for one in self.shown]
        if order != self._cards[: len(order)]:
            self._arrange(order)
        self._used = len(order)
        for number, (card, record) in enumerate(zip(order, self.shown, strict=True), 1):
            card.show(record, number, several=len(order) > 1)
            card.card.show()
        for card in self._cards[self._used :]:
            card.card.hide()
            card.card.set_open(False)
            card.record = None

    def _ids(self) -> set[RecordId]:
        return {one.id for one in self.shown}

    def _new_card(self) -> RecordCard:
        card = RecordCard(self, len(self._cards))
        self._cards.append(card)
        self._cards_column.addWidget(card.card)
        return card

    def _arrange(self, order: list[RecordCard]) -> None:
        rest = [card for card in self._cards if card not in order]
        self._cards = [*order, *rest]
        for place, card in enumerate(self._cards):
            if self._cards_column.indexOf(card.card) != place:
                self._cards_column.insertWidget(place, card.card)

    def show_changed(self, owner: Record, touched: Touched) -> None:
        """Read only what was touched, where no record came or went."""
        ids = self._ids()
        gone = any(one in ids and one not in touched.found for one in touched.ids)
        new = any(self.part.kind == one.KIND and one.id not in ids for one in touched.found.values())
        linked = bool(self.part.via) and any(self.part.kind == one.KIND for one in touched.found.values())
        if gone or new or linked:
            self.show_owner(owner)
            return
        self.owner = owner
        self.shown = [touched.found.get(one.id, one) for one in self.shown]
        if KINDS[self.part.kind].is_positioned and not self.part.via:
            self.shown.sort(key=lambda one: one.position)
        self.context.document.naming.learn(self.shown)
        self.fill()

    def family(self) -> set[RecordId]:
        """Return the records of the cards and what hangs on those that are open."""
        return {one.id for one in self.shown}.union(*(card.family() for card in self.cards()))

    def show_findings(self) -> list[Judged]:
        """Show what rules find in the records of the cards; return all of it."""
        return [one for card in self.cards() for one in card.show_findings()]

    def focus_at(self, record: RecordId, field: str) -> bool:
        """Open the card of a record and put the focus into a field; tell whether the record is here."""
        return any(card.focus_at(record, field) for card in self.cards())

    def bindings(self) -> Iterator[FieldBinding]:
        """Yield the bindings in the cards that are open."""
        for card in self.cards():
            if card.group is not None and card.card.is_open():
                yield from card.group.bindings()

    def reveal(self, record: RecordId) -> bool:
        """Open the card of a record, or the one it hangs on."""
        for card in self.cards():
            if card.record is not None and card.record.id == record:
                card.open()
                return True
        for card in self.cards():
            owned = self.context.owned(card.record.id) if card.record else []
            if any(one.id == record for one in owned):
                card.card.set_open(True)
                return card.group is not None and card.group.reveal(record)
        return False

    def set_narrow(self, narrow: bool) -> None:
        """Put labels above their fields, or beside them."""
        for card in self._cards:
            if card.group is not None:
                card.group.set_narrow(narrow)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        self._button.setText(self.context.t.marked(self.part.add))
        self._title.setText(self.context.t.marked(KINDS[self.part.kind].plural))
        for card in self._cards:
            card.retranslate()
        if self.owner is not None:
            self.fill()

    def _on_add_clicked(self) -> None:
        added = self.add()
        if added is not None:
            self.reveal(added)
