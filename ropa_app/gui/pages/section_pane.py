"""One section of the statement: the generated text to read, the organisation's own paragraphs to edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ropa_app.domain.entities.statements import StatementText
from ropa_app.domain.values import RecordId
from ropa_app.gui import theme
from ropa_app.gui.binding import FieldBinding
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.jobs import Line
from ropa_app.gui.widgets.buttons import link_button, rename_tool, tool_button
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.mark import Mark
from ropa_app.i18n import N_

WAITING: Final = N_("The text is being put together …")
ON_DEMAND: Final = N_("The register is large; ask for the pages to see the text.")
EMPTY: Final = N_("Nothing in the register leads to text in this section.")
ADD: Final = N_("Add own text")
DELETE_OWN: Final = N_("Delete the own text")
KIND: Final = "statement_text"
_BAR: Final = 2
_MOST_BLOCKS: Final = 40


class BarredBlock(QWidget):
    """A block with a bar at its left: hairline for generated text, accent for the organisation's own."""

    def __init__(self, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self.column: Final = QVBoxLayout(self)
        self.column.setContentsMargins(16, 2, 0, 2)
        self.column.setSpacing(2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        tokens = theme.tokens()
        painter = QPainter(self)
        color = QColor(tokens.accent if self._own else tokens.hair)
        painter.fillRect(QRectF(0, 0, _BAR, self.height()), color)
        painter.end()


class OwnText(BarredBlock):
    """An own paragraph in the language of the forms; `deleted` asks to take it out."""

    deleted = Signal()

    def __init__(self, document: RegisterDocument, record: StatementText) -> None:
        super().__init__(own=True)
        self.record: Final = record.id
        self._document = document
        self._delete = tool_button("", "trash-2")
        self._delete.setEnabled(not document.read_only)
        self._delete.clicked.connect(self.deleted)
        self.text: Final = FieldBinding(document, KIND, "text", self)
        self.section: Final = FieldBinding(document, KIND, "section", self)
        for binding in (self.text, self.section):
            binding.row.set_stacked(True)
            binding.set_read_only(document.read_only)
            binding.show(record)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.text.row, 1)
        head.addWidget(self._delete, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(self.section.row)
        self.column.setContentsMargins(16, 2, 0, 6)
        self.retranslate()

    def show_record(self, record: StatementText) -> None:
        """Show the paragraph as it is stored now."""
        for binding in (self.text, self.section):
            binding.show(record)

    def retranslate(self) -> None:
        """Take the texts of the language of the window."""
        t = self._document.t
        rename_tool(self._delete, t(DELETE_OWN))
        self.text.retranslate()
        self.section.retranslate()

    def bindings(self) -> tuple[FieldBinding, FieldBinding]:
        """Return the fields of the paragraph."""
        return self.text, self.section


class SectionPane(QScrollArea):
    """The middle of the statement page."""

    def __init__(self, document: RegisterDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._section = ""
        self._waiting = WAITING
        self._generated: list[QWidget] = []
        self.own: list[OwnText] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("surface", "base")
        self._title = Label("", "section", wrap=True)
        self._upper = QVBoxLayout()
        self._upper.setSpacing(14)
        self._lower = QVBoxLayout()
        self._lower.setSpacing(14)
        self.add_button: Final = link_button("", "plus")
        self.add_button.clicked.connect(self.add)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 14, 24, 24)
        column.setSpacing(14)
        column.addWidget(self._title)
        column.addLayout(self._upper)
        column.addLayout(self._lower)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(page)
        self.retranslate()

    # The section

    def section(self) -> str:
        """Return the code of the section that is shown."""
        return self._section

    def show_section(self, code: str, lines: Sequence[Line] | None) -> None:
        """Show a section; `lines` is None while the text is still being put together."""
        if code != self._section:
            self._section = code
            self.verticalScrollBar().setValue(0)
            self._rebuild_own()
        t = self._document.t
        self._title.setText(self._document.law.label("statement_sections", code, t.language))
        self.set_lines(lines)

    def set_on_demand(self, on_demand: bool) -> None:
        """Say, where there is no text yet, that it comes with the pages when they are asked for."""
        self._waiting = ON_DEMAND if on_demand else WAITING

    def set_lines(self, lines: Sequence[Line] | None) -> None:
        """Show the generated text; paragraphs the organisation wrote itself are left to their fields."""
        for widget in self._generated:
            widget.hide()
            widget.deleteLater()
        self._generated.clear()
        own = {text for one in self._stored() for text in (one.text.nb, one.text.nn, one.text.en)}
        shown = None if lines is None else [line for line in lines if line.text not in own]
        if not shown:
            words = Label(
                self._document.t(self._waiting if shown is None else EMPTY), "body", "text3", wrap=True
            )
            self._put(words)
            return
        for group in _grouped(shown)[:_MOST_BLOCKS]:
            self._put(_block(group, self._document))

    def _put(self, widget: QWidget) -> None:
        self._generated.append(widget)
        self._upper.addWidget(widget)

    # Own paragraphs

    def _stored(self) -> list[StatementText]:
        found = self._document.records.of_kind(KIND)
        return [one for one in found if isinstance(one, StatementText) and one.section == self._section]

    def read_own(self) -> None:
        """Show the own paragraphs as they are stored now; what is half typed stays."""
        stored = self._stored()
        if [one.id for one in stored] != [block.record for block in self.own]:
            self._rebuild_own()
            return
        for block, record in zip(self.own, stored, strict=True):
            block.show_record(record)

    def _rebuild_own(self) -> None:
        for block in self.own:
            block.hide()
            block.deleteLater()
        self.own.clear()
        for record in self._stored():
            block = OwnText(self._document, record)
            block.deleted.connect(_deleting(self._document, record.id))
            self.own.append(block)
            self._lower.addWidget(block)

    def add(self) -> None:
        """Add an own paragraph to the section and put the focus into it."""
        if not self._section or not self.commit_pending():
            return
        added = self._document.add(KIND, None, self, section=self._section)
        if added is not None:
            self.read_own()
            self.focus_text(added)

    def focus_text(self, record: RecordId) -> bool:
        """Put the focus into an own paragraph; return whether it is shown."""
        for block in self.own:
            if block.record == record:
                block.text.widget.setFocus()
                self.ensureWidgetVisible(block)
                return True
        return False

    def bindings(self) -> list[FieldBinding]:
        """Return the fields of all own paragraphs."""
        return [binding for block in self.own for binding in block.bindings()]

    def commit_pending(self) -> bool:
        """Save what is half typed; return False where it cannot be saved."""
        saved = [one.commit_pending() for one in self.bindings() if one.editor.is_pending()]
        return all(saved)

    def show_anew(self) -> None:
        """Show the own paragraphs in another language of the forms."""
        for binding in self.bindings():
            binding.show_anew()

    def retranslate(self) -> None:
        """Take the texts of the language of the window."""
        t = self._document.t
        self.add_button.setText(t(ADD))
        self.add_button.setEnabled(not self._document.read_only)
        self.setAccessibleName(t("Text of the section"))
        for block in self.own:
            block.retranslate()


def _deleting(document: RegisterDocument, record: RecordId) -> Callable[[], bool]:
    return lambda: document.delete(record)


def _grouped(lines: Sequence[Line]) -> list[list[Line]]:
    """Return lines that belong together: each heading with what stands below it, else one by one."""
    groups: list[list[Line]] = []
    headed = False
    for line in lines:
        headed = headed or line.kind == "heading"
        if line.kind == "heading" or not groups or not headed:
            groups.append([])
        groups[-1].append(line)
    return groups


def _block(lines: Sequence[Line], document: RegisterDocument) -> QWidget:
    block = BarredBlock(own=False)
    for line in lines:
        if line.kind == "heading":
            block.column.addWidget(Label(line.text, "strong", wrap=True))
            continue
        if line.label:
            block.column.addWidget(Label(line.label, "small", "text2", wrap=True))
        text = Label(line.text, "body", wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setSpacing(6)
        if line.gap:
            row.addLayout(_lowered(Mark(document.t, "error", 12)))
        row.addWidget(text, 1)
        block.column.addLayout(row)
    return block


def _lowered(mark: Mark) -> QVBoxLayout:
    """Return a mark at the height of the letters of the first line."""
    column = QVBoxLayout()
    column.setContentsMargins(0, 4, 0, 0)
    column.addWidget(mark)
    column.addStretch(1)
    return column
