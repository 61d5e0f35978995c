"""One section of the statement: the generated text to read, the organisation's own paragraphs to edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ropa_app.domain.entities.statements import StatementText
from ropa_app.domain.values import RecordId
from ropa_app.gui.binding import FieldBinding
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.jobs import Line
from ropa_app.gui.pages.own_text import KIND, BarredBlock, OwnText
from ropa_app.gui.widgets.buttons import link_button
from ropa_app.gui.widgets.label import Label
from ropa_app.gui.widgets.mark import Mark
from ropa_app.i18n import N_

WAITING: Final = N_("The text is being put together …")
ON_DEMAND: Final = N_("The register is large; ask for the pages to see the text.")
EMPTY: Final = N_("Nothing in the register leads to text in this section.")
ADD: Final = N_("Add own text")
_MOST_BLOCKS: Final = 40


class SectionPane(QScrollArea):
    """The middle of the statement page; `why_wanted(finding)` asks for the reason of a finding."""

    why_wanted = Signal(object)

    def __init__(self, document: RegisterDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._section = ""
        self._aimed: RecordId | None = None
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
        document.findings.changed.connect(self._on_findings_changed)
        self.verticalScrollBar().rangeChanged.connect(self._keep_in_view)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        self.retranslate()

    # The section

    def section(self) -> str:
        """Return the code of the section that is shown."""
        return self._section

    def show_section(self, code: str, lines: Sequence[Line] | None) -> None:
        """Show a section; `lines` is None while the text is still being put together."""
        if code != self._section:
            self._section, self._aimed = code, None
            self.verticalScrollBar().setValue(0)
            self._rebuild_own()
        t = self._document.t
        self._title.setText(self._document.law.label("statement_sections", code, t.language))
        self.set_lines(lines)

    def set_on_demand(self, on_demand: bool) -> None:
        """Say, where there is no text yet, that it comes with the pages when they are asked for."""
        self._waiting = ON_DEMAND if on_demand else WAITING

    def set_lines(self, lines: Sequence[Line] | None) -> None:
        """Show the generated text; what the organisation wrote itself stands in fields of its own."""
        for widget in self._generated:
            widget.hide()
            widget.deleteLater()
        self._generated.clear()
        if not lines:
            words = Label(
                self._document.t(self._waiting if lines is None else EMPTY), "body", "text3", wrap=True
            )
            self._put(words)
            return
        for group in _grouped(lines)[:_MOST_BLOCKS]:
            self._put(_block(group, self._document))

    def _put(self, widget: QWidget) -> None:
        self._generated.append(widget)
        self._upper.addWidget(widget)

    def _keep_in_view(self, *_range: int) -> None:
        """Bring into view again the paragraph that was gone to, when text above it comes or grows."""
        for block in self.own:
            if block.record == self._aimed:
                self.ensureWidgetVisible(block)

    def _on_scrolled(self, *_action: int) -> None:
        self._aimed = None

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

    def _on_findings_changed(self) -> None:
        for block in self.own:
            block.show_findings()

    def _rebuild_own(self) -> None:
        for block in self.own:
            block.hide()
            block.deleteLater()
        self.own.clear()
        for record in self._stored():
            block = OwnText(self._document, record)
            block.deleted.connect(_deleting(self._document, record.id))
            block.why_wanted.connect(self.why_wanted)
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
                self._aimed = record
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
