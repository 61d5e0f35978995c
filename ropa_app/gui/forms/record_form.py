"""The form of one record: its sections under their letters, in a page that scrolls."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final, cast

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ropa_app.domain.edits import Changes
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.gui.binding import FieldBinding
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.findings import Judged, mark_of
from ropa_app.gui.forms.assessment_steps import told_of
from ropa_app.gui.forms.context import FormContext, Touched
from ropa_app.gui.forms.field_group import FieldGroup
from ropa_app.gui.forms.finding_places import section_of, severity_place
from ropa_app.gui.forms.layout import Layout, Section, fields_of
from ropa_app.gui.forms.layouts import VARIANTS, layout_of
from ropa_app.gui.widgets.form_section import FormSection
from ropa_app.gui.widgets.jump_bar import Jump
from ropa_app.gui.widgets.mark import Kind
from ropa_app.i18n import N_
from ropa_app.legal.articles import place_text
from ropa_app.legal.checks import Finding

PADDING: Final = 28
MARGIN: Final = 40
NARROW_PADDING: Final = 20
FORM: Final = N_("The record")
FormKey = tuple[str, str]


class RecordForm(QScrollArea):
    """Shows one record of a kind and edits it in place; built once, filled for each record.

    A kind whose form follows one of its fields has a `variant` of the form for each value.

    `section_shown(key)` tells which section is in view, `marked(kinds)` the worst mark of each section by
    its key. `context` has the signals that ask for other records.
    """

    section_shown = Signal(str)
    marked = Signal(object)

    def __init__(
        self, document: RegisterDocument, kind: str, parent: QWidget | None = None, *, variant: str = ""
    ) -> None:
        super().__init__(parent)
        self.kind: Final = kind
        self.key: Final[FormKey] = (kind, variant)
        self.document: Final = document
        self.context: Final = FormContext(document, self)
        self._layout: Final[Layout] = layout_of(kind, variant)
        self._sections: list[FormSection] = []
        self._groups: list[FieldGroup] = []
        self._record: Record | None = None
        self._stale = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("surface", "base")
        self._page = QWidget()
        self._page.setProperty("surface", "base")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(PADDING, 12, PADDING, 28)
        self._column.setSpacing(20)
        for section in self._layout:
            self._build(section)
        self._column.addStretch(1)
        self.setWidget(self._page)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._on_focus_moved)
        document.changed.connect(self._on_document_changed)
        document.language_changed.connect(self.show_anew)
        document.findings.changed.connect(self._on_findings_changed)
        self._name()

    def _on_focus_moved(self, _before: QWidget | None, target: QWidget | None) -> None:
        """Bring what got the focus into view; a click is left where the pointer is."""
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if target is not None and self._page.isAncestorOf(target) and not by_mouse:
            self.ensureWidgetVisible(target, 0, MARGIN)

    def _build(self, section: Section) -> None:
        t = self.document.t
        made = FormSection(
            t,
            section.key,
            t.marked(section.title),
            section.letter,
            t.marked(section.hint),
            reference=self._reference(section),
        )
        made.findings.why_wanted.connect(self.context.why_wanted)
        self._sections.append(made)
        self._groups.append(FieldGroup(self.context, self.kind, section.items, made.add_widget))
        self._column.addWidget(made)

    def _name(self) -> None:
        self.setAccessibleName(self.document.t(FORM))

    def _reference(self, section: Section) -> str:
        place = place_text(section.step.place, self.document.t) if section.step else ""
        return place[:1].upper() + place[1:]

    def _show_sections(self, record: Record) -> None:
        """Say of each step how far it is, and leave out what has nothing to show."""
        for section, made, group in zip(self._layout, self._sections, self._groups, strict=True):
            made.setVisible(not group.is_empty())
            if section.step is not None:
                made.set_told(self.document.t, told_of(self.context, record, section.step))

    def sections(self) -> list[FormSection]:
        """Return the sections in their order."""
        return list(self._sections)

    def groups(self) -> list[FieldGroup]:
        """Return the groups of fields, one for each section."""
        return list(self._groups)

    def record(self) -> RecordId | None:
        """Return the record that is shown."""
        return self._record.id if self._record else None

    def show_record(self, record: RecordId) -> bool:
        """Show a record from its beginning; return whether it exists."""
        found = self.document.get(record)
        if found is None:
            return False
        other = self._record is None or self._record.id != record
        self._record = found
        if self._stale:
            self._stale = False
            for group in self._groups:
                group.forget()
        self.context.forget()
        self.document.naming.learn([found, *self.context.owned(record)])
        for group in self._groups:
            group.show(found)
        self._show_sections(found)
        self.show_findings()
        if other:
            self.verticalScrollBar().setValue(0)
        return True

    def show_anew(self) -> None:
        """Read and show everything again, in the languages in force."""
        for binding in self.bindings():
            binding.show_anew()
        self._stale = True
        if self._record is not None:
            self.show_record(self._record.id)

    def bindings(self) -> Iterator[FieldBinding]:
        """Yield the bindings of all fields on the screen."""
        for group in self._groups:
            yield from group.bindings()

    def commit_pending(self) -> bool:
        """Save what is half typed; return False where something cannot be saved, and stays as typed."""
        pending = [binding for binding in self.bindings() if binding.editor.is_pending()]
        saved = [binding.commit_pending() for binding in pending]
        return all(saved)

    def reveal(self, record: RecordId) -> bool:
        """Open the card of a record that hangs on the one shown, and bring it into view."""
        if self._record is not None and record == self._record.id:
            return True
        for group in self._groups:
            if group.reveal(record):
                QTimer.singleShot(0, self, self._show_focus)  # the card has its height by then
                return True
        return False

    def _show_focus(self) -> None:
        focused = cast(QWidget | None, self.window().focusWidget())  # None where nothing has the focus
        if focused is not None and self._page.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, 3 * MARGIN)

    def focus_field(self, field: str) -> None:
        """Put the focus into a field of the record itself."""
        for group in self._groups:
            if group.focus(field):
                return

    def focus_variant(self) -> None:
        """Put the focus into the field that the form follows."""
        self.focus_field(VARIANTS[self.kind][0])

    # Findings

    def _on_findings_changed(self) -> None:
        if self.isVisible():
            self.show_findings()
        else:
            self._stale = True

    def show_findings(self) -> None:
        """Show what rules find at the fields and cards, and what concerns no field under the title."""
        if self._record is None:
            return
        found = self.context.found(self._record)
        marks: dict[str, Kind] = {}
        fields = {name for section in self._layout for name in fields_of(section.items)}
        for section, made, group in zip(self._layout, self._sections, self._groups, strict=True):
            shown = group.show_findings()
            loose = [one for one in found if self._is_loose(one, section, fields)]
            made.findings.show_findings(self.context.said(loose))
            if worst := min([*loose, *shown], key=severity_place, default=None):
                marks[section.key] = mark_of(worst)
        self.marked.emit(marks)

    def _is_loose(self, one: Judged, section: Section, fields: Container[str]) -> bool:
        return one.finding.field not in fields and section_of(self._layout, one.finding) == section.key

    def focus_at(self, one: Finding) -> bool:
        """Put the focus where a finding can be settled, and bring it into view; tell whether it is here."""
        if any(group.focus_at(one.record, one.field) for group in self._groups):
            QTimer.singleShot(0, self, self._show_focus)
            return True
        if self._record is None or self._record.id != one.record:
            return False
        self.jump(section_of(self._layout, one))
        return True

    # Sections

    def jumps(self) -> list[Jump]:
        """Return the sections the jump bar offers."""
        t = self.document.t
        return [Jump(one.key, one.letter, t.marked(one.word)) for one in self._layout if one.word]

    def jump(self, key: str) -> None:
        """Bring a section to the top."""
        section = next(one for one in self._sections if one.key == key)
        self.verticalScrollBar().setValue(section.mapTo(self._page, QPoint(0, 0)).y() - 8)

    def _on_scrolled(self, value: int) -> None:
        words = {section.key for section in self._layout if section.word}
        shown = ""
        for section in self._sections:
            if section.key in words and (not shown or section.y() <= value + 60):
                shown = section.key
        self.section_shown.emit(shown)

    # Changes

    def _on_document_changed(self, changes: Changes, _initiator: object) -> None:
        if self._record is None:
            return
        if not self.isVisible():
            self._stale = True
            return
        found = self.document.get(self._record.id)
        if found is None:
            self._record = None
            return
        self._record = found
        self.context.forget()
        touched = Touched(changes.ids, self.document.records.many(changes.ids))
        for group in self._groups:
            group.show_changed(found, touched)
        self._show_sections(found)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was changed meanwhile."""
        super().showEvent(event)
        if self._stale and self._record is not None:
            self.show_record(self._record.id)

    def set_narrow(self, narrow: bool) -> None:
        """Put labels above their fields, or beside them."""
        if narrow == self.context.narrow:
            return
        self.context.narrow = narrow
        side = NARROW_PADDING if narrow else PADDING
        self._column.setContentsMargins(side, 12, side, 28)
        for section in self._sections:
            section.set_narrow(narrow)
        for group in self._groups:
            group.set_narrow(narrow)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        t = self.document.t
        self._name()
        for section, made in zip(self._layout, self._sections, strict=True):
            made.set_texts(t, t.marked(section.title), t.marked(section.hint), self._reference(section))
        for group in self._groups:
            group.retranslate()
        self.show_findings()
