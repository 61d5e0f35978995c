"""What becomes of the uses of a record that is deleted; nothing is asked where nothing else is concerned."""

from __future__ import annotations

from collections import Counter
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QWidget

from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.reading import Use, owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import RecordId
from ropa_app.gui.dialogs.choice_list import ChoiceList
from ropa_app.gui.dialogs.form_dialog import FormDialog
from ropa_app.gui.document import Deletion, RegisterDocument, Remedy
from ropa_app.gui.widgets.code_combo import CodeCombo
from ropa_app.gui.widgets.label import Label
from ropa_app.i18n import N_

CHOOSE_ONE: Final = N_("Choose what takes its place.")
_MOST_ROWS: Final = 6
_ROW: Final = 28

Answer = tuple[Remedy, RecordId | None]


class DeletionDialog(FormDialog):
    """Lists what goes along and who names the record, and offers the remedies."""

    def __init__(self, document: RegisterDocument, deletion: Deletion, parent: QWidget | None = None) -> None:
        t = document.t
        name = document.naming.label(deletion.record)
        super().__init__(t, t("Delete {name}", name=name), t("Delete"), parent, width=540)
        self._document = document
        self._deletion = deletion
        self.body.addWidget(Label(name, "pane", wrap=True))
        if deletion.owned:
            self.add_text(t("Goes along: {what}.", what=self._counted(deletion.owned)))
        self.choices: Final = ChoiceList()
        self.other: Final = CodeCombo(t, [], empty_text=CHOOSE_ONE)
        if deletion.uses:
            self._add_uses()
        self.add_text(t("Undo brings everything back."), "text3")
        self.body.addStretch(1)

    def _counted(self, records: tuple[Record, ...]) -> str:
        numbers = Counter(record.KIND for record in records)
        return ", ".join(
            f"{self.t.marked(KINDS[kind].plural if n > 1 else KINDS[kind].label).lower()} ({n})"
            for kind, n in numbers.items()
        )

    def _add_uses(self) -> None:
        t, uses = self.t, self._deletion.uses
        counted = t.plural("It is named in {n} place:", "It is named in {n} places:", len(uses))
        self.body.addWidget(Label(counted, wrap=True))
        self.body.addWidget(self._list_of_uses())
        self.body.addSpacing(12)
        self.choices.add(
            Remedy.CLEAR.value, t("Leave these fields empty"), t("They then count as not stated.")
        )
        candidates = self._candidates()
        self.choices.add(Remedy.REPLACE.value, t("Put another one in its place"), enabled=bool(candidates))
        self.other.set_choices(candidates)
        self.other.setAccessibleName(t("What takes its place"))
        self.other.setEnabled(False)
        self.choices.add_widget(self.other)
        parts = [use for use in uses if KINDS[use.kind].parent]
        if parts:
            note = t.plural(
                "{n} entry goes; in other records the field is left empty.",
                "{n} entries go; in other records the field is left empty.",
                len({use.source for use in parts}),
            )
            self.choices.add(Remedy.DELETE.value, t("Delete the entries that name it, too"), note)
        self.choices.chosen.connect(self._on_remedy_chosen)
        self.body.addWidget(self.choices)
        self.body.addSpacing(8)

    def _list_of_uses(self) -> QListWidget:
        rows = QListWidget()
        rows.setAccessibleName(self.t("Where it is named"))
        rows.setProperty("framed", "true")
        rows.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        numbers = Counter(self._use_text(use) for use in self._deletion.uses)
        texts = sorted(numbers, key=sort_key)
        rows.addItems([text if numbers[text] == 1 else f"{text} ({numbers[text]})" for text in texts])
        rows.setFixedHeight(min(_MOST_ROWS, len(texts)) * _ROW + 2)
        for row in range(rows.count()):
            rows.item(row).setSizeHint(QSize(1, _ROW))
        return rows

    def _use_text(self, use: Use) -> str:
        """Return where a use stands: the record that people know, the part of it, and the field."""
        naming, source = self._document.naming, self._document.get(use.source)
        owner = self._document.get(owner_of(source) or use.source) if source is not None else None
        kind = self.t.marked(KINDS[use.kind].label)
        field = self.t.marked(SPECS[use.kind][use.field].label)
        part = kind if owner is not source else ""
        name = naming.label(owner) if owner is not None else self._document.reference_of(use.source)
        return naming.dotted(name, part, field if field != part else "")

    def _candidates(self) -> list[tuple[str, str]]:
        """Return the records that can take its place: of the same kind and, for a part, of the same owner."""
        going = {record.id for record in self._deletion.going}
        kind = self._deletion.record.KIND
        owner = owner_of(self._deletion.record)
        found = [
            one
            for one in self._document.records.of_kind(kind)
            if one.id not in going and owner_of(one) == owner
        ]
        named = [(str(one.id), self._document.naming.label(one)) for one in found]
        return sorted(named, key=lambda pair: sort_key(pair[1]))

    def _on_remedy_chosen(self, key: str) -> None:
        replacing = key == Remedy.REPLACE.value
        self.other.setEnabled(replacing)
        if replacing:
            self.other.setFocus()

    def fault(self) -> str:
        """Refuse a replacement that was not chosen."""
        remedy, other = self.answer()
        return self.t(CHOOSE_ONE) if remedy is Remedy.REPLACE and other is None else ""

    def answer(self) -> Answer:
        """Return the remedy, and what takes the place of the record."""
        remedy = Remedy(self.choices.current()) if self._deletion.uses else Remedy.CLEAR
        self.other.commit_pending()
        chosen = self.other.value()
        return remedy, RecordId(chosen) if remedy is Remedy.REPLACE and chosen else None


def ask_deletion(window: QWidget | None, document: RegisterDocument, deletion: Deletion) -> Answer | None:
    """Return what to do about a record's uses, None to keep the record.

    Nothing is asked where the record owns nothing and nobody names it: undo brings it back.
    """
    if not deletion.owned and not deletion.uses:
        return Remedy.CLEAR, None
    dialog = DeletionDialog(document, deletion, window)
    return dialog.answer() if dialog.exec() else None
