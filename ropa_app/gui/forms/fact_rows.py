"""What the register says elsewhere, shown in a form: a label, the record as a chip that opens it, lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ropa_app.gui.forms.context import FormContext
from ropa_app.gui.widgets.chip import Chip
from ropa_app.gui.widgets.field_row import LABEL_WIDTH
from ropa_app.gui.widgets.flow_layout import FlowLayout
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.mark import Kind, Mark


class Fact(NamedTuple):
    """A label, the id and name of the record that the chip opens, lines of text; a mark before the first."""

    label: str
    record: str
    name: str
    lines: tuple[str, ...] = ()
    mark: Kind | None = None


class FactRows(QWidget):
    """Facts one under another, or a sentence where there are none; built anew where something differs."""

    def __init__(self, context: FormContext) -> None:
        super().__init__()
        self._context = context
        self._narrow = context.narrow
        self._shown: tuple[tuple[Fact, ...], str] | None = None
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_facts(self, facts: Sequence[Fact], none: str) -> None:
        """Show these facts."""
        if (tuple(facts), none) != self._shown:
            self._shown = tuple(facts), none
            self._build()

    def set_narrow(self, narrow: bool) -> None:
        """Put labels above what they name, or beside it."""
        if narrow != self._narrow:
            self._narrow = narrow
            if self._shown is not None:
                self._build()

    def _build(self) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2 if self._narrow else 8)
        grid.setColumnStretch(1, 1)
        facts, none = self._shown or ((), "")
        if not facts:
            grid.addWidget(Label(none, "body", "text3", wrap=True), 0, 0, 1, 2)
        for place, fact in enumerate(facts):
            self._add(grid, place, fact)
        self._column.addWidget(self._body)

    def _add(self, grid: QGridLayout, place: int, fact: Fact) -> None:
        label = Label(fact.label, "body", "text2", wrap=True)
        top = Qt.AlignmentFlag.AlignTop
        if self._narrow:
            grid.addWidget(label, 2 * place, 0, 1, 2)
            grid.addWidget(self._told(fact), 2 * place + 1, 0, 1, 2)
            return
        label.setFixedWidth(LABEL_WIDTH)
        label.setContentsMargins(0, 2, 0, 0)
        grid.addWidget(label, place, 0, top)
        grid.addWidget(self._told(fact), place, 1, top)

    def _told(self, fact: Fact) -> QWidget:
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if fact.record:
            column.addWidget(self._chip(fact))
        for number, line in enumerate(fact.lines):
            column.addWidget(self._line(line, fact.mark if number == 0 else None))
        return told

    def _line(self, text: str, kind: Kind | None) -> QWidget:
        words = Label(text, "body", "text2", wrap=True)
        if kind is None:
            return words
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        beside_text = QVBoxLayout()
        beside_text.setContentsMargins(0, 3, 0, 0)
        beside_text.addWidget(Mark(self._context.t, kind), 0, Qt.AlignmentFlag.AlignTop)
        beside_text.addStretch(1)
        grid.addLayout(beside_text, 0, 0)
        grid.addWidget(words, 0, 1)
        grid.setColumnStretch(1, 1)
        return line

    def _chip(self, fact: Fact) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        chip = Chip(fact.record, fact.name, holder, link=True)
        chip.set_removable(False)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setAccessibleName(f"{fact.label}: {fact.name}" if fact.label else fact.name)
        chip.opened.connect(lambda: self._context.record_wanted.emit(fact.record))
        flow.addWidget(chip)
        return holder
