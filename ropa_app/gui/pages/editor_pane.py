"""The right pane of a page: the head of a record, the row of its sections, and its form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ropa_app.domain.declare import FieldType
from ropa_app.domain.edits import Changes
from ropa_app.domain.kinds import SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId
from ropa_app.gui.document import SHAPES, RegisterDocument
from ropa_app.gui.forms.layouts import variant_of
from ropa_app.gui.forms.record_form import FormKey, RecordForm
from ropa_app.gui.pages.lacks_button import LacksButton
from ropa_app.gui.widgets.answer_box import ANSWERS
from ropa_app.gui.widgets.editor import NOT_SETTLED
from ropa_app.gui.widgets.empty_state import EmptyState
from ropa_app.gui.widgets.jump_bar import JumpBar
from ropa_app.gui.widgets.label import hairline
from ropa_app.gui.widgets.mark import Kind
from ropa_app.gui.widgets.record_header import PropertyButton, RecordHeader
from ropa_app.i18n import N_, NC_
from ropa_app.legal.checks import Finding

SECTIONS: Final = N_("Sections")
DUPLICATE: Final = NC_("record", "Duplicate")
DELETE: Final = NC_("record", "Delete …")
ANNEX: Final = N_("Print as an annex …")
NOTHING: Final = N_("Nothing chosen")
CHOOSE: Final = N_("Choose a record in the list.")
_ACTIVITY: Final = "activity"
_PROPERTIES: Final = {_ACTIVITY: ("status", "public"), "processor_record": ("status",)}


def _key_of(record: Record) -> FormKey:
    return record.KIND, variant_of(record)


class EditorPane(QWidget):
    """Shows one record of one of several kinds; each kind has a form, built when it is first needed.

    `record_wanted(id)`, `page_wanted(key)`, `delete_wanted(id)` and `why_wanted(finding)` come from the form;
    `stepped(step)`, `duplicate_wanted` and `annex_wanted(id)` of an assessment from the head.
    """

    record_wanted = Signal(str)
    page_wanted = Signal(str)
    delete_wanted = Signal(str)
    duplicate_wanted = Signal()
    annex_wanted = Signal(str)
    stepped = Signal(int)
    why_wanted = Signal(object)

    def __init__(
        self, document: RegisterDocument, parent: QWidget | None = None, *, alone: bool = False
    ) -> None:
        super().__init__(parent)
        self._document: Final = document
        self._forms: dict[FormKey, RecordForm] = {}
        self._properties: dict[tuple[str, str], PropertyButton] = {}
        self._lacks: LacksButton | None = None
        self._marks: dict[FormKey, Mapping[str, Kind]] = {}
        self._record: Record | None = None
        self._narrow = False
        self.setProperty("surface", "base")
        self.header: Final = RecordHeader(document.t)
        self.header.stepped.connect(self.stepped)
        self._duplicate = QAction(self)
        self._duplicate.triggered.connect(self.duplicate_wanted)
        self._delete = QAction(self)
        self._delete.triggered.connect(self._on_delete_triggered)
        self._annex = QAction(self)
        self._annex.triggered.connect(self._on_annex_triggered)
        self.header.menu.addActions([self._duplicate, self._annex, self._delete])
        if alone:
            for button in self.header.findChildren(QToolButton):
                button.hide()
        self.jump_bar: Final = JumpBar(document.t(SECTIONS))
        self.jump_bar.jumped.connect(self._on_jumped)
        self._stack = QStackedWidget()
        self.empty: Final = EmptyState("file-search")
        self._stack.addWidget(self.empty)
        self._line = hairline()
        self._lay_out()
        document.changed.connect(self._on_document_changed)
        document.language_changed.connect(self._name)
        document.findings.changed.connect(self._show_lacks)
        self.retranslate()
        self.show_nothing()

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.setContentsMargins(28, 14, 20, 0)
        self._head.setSpacing(6)
        self._head.addWidget(self.header)
        self._head.addWidget(self.jump_bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._line)
        column.addWidget(self._stack, 1)

    # Records

    def record(self) -> RecordId | None:
        """Return the record that is shown."""
        return self._record.id if self._record else None

    def form(self) -> RecordForm | None:
        """Return the form of the record that is shown."""
        return self._forms.get(_key_of(self._record)) if self._record else None

    def show_record(self, record: RecordId) -> bool:
        """Show a record; return whether it exists."""
        found = self._document.get(record)
        if found is None:
            self.show_nothing()
            return False
        self._record = found
        form = self._form_of(_key_of(found))
        form.show_record(record)
        if self._stack.currentWidget() is not form:
            self._stack.setCurrentWidget(form)
            self._set_head_visible(visible=True)
            self.jump_bar.setVisible(len(form.jumps()) > 1)
            self.jump_bar.set_jumps(form.jumps())
        self.jump_bar.set_marks(self._document.t, self._marks.get(_key_of(found), {}))
        if jumps := form.jumps():
            self.jump_bar.set_current(jumps[0].key)
        self._name()
        return True

    def show_nothing(self) -> None:
        """Say that no record is chosen."""
        self._record = None
        self._stack.setCurrentWidget(self.empty)
        self._set_head_visible(visible=False)

    def _set_head_visible(self, *, visible: bool) -> None:
        self.header.setVisible(visible)
        self.jump_bar.setVisible(visible)
        self._line.setVisible(visible)

    def _form_of(self, key: FormKey) -> RecordForm:
        if key not in self._forms:
            kind, variant = key
            form = RecordForm(self._document, kind, variant=variant)
            form.set_narrow(self._narrow)
            form.context.record_wanted.connect(self.record_wanted)
            form.context.page_wanted.connect(self.page_wanted)
            form.context.delete_wanted.connect(self.delete_wanted)
            form.context.why_wanted.connect(self.why_wanted)
            form.section_shown.connect(self.jump_bar.set_current)
            form.marked.connect(lambda marks: self._on_marked(key, marks))
            self._forms[key] = form
            self._stack.addWidget(form)
        return self._forms[key]

    def commit_pending(self) -> bool:
        """Save what is half typed; return False where it cannot be saved."""
        saved = [form.commit_pending() for form in self._forms.values()]
        return all(saved)

    # Head

    def _name(self) -> None:
        one, naming = self._document.get(self._record.id) if self._record else None, self._document.naming
        if one is None:
            return
        self._record = one
        if one.KIND == "activity":
            self.header.set_record(*(naming.spec_text(one, field) for field in ("reference", "title")))
        elif one.KIND == "place":
            title = naming.dotted(naming.spec_text(one, "party"), naming.title(one))
            self.header.set_record("", title)
        else:
            numbered = one.KIND in SHAPES and SHAPES[one.KIND].numbered
            self.header.set_record(self._document.reference_of(one.id) if numbered else "", naming.title(one))
        self._annex.setVisible(one.KIND == "assessment")
        self._duplicate.setEnabled(one.KIND != "place" and not self._document.read_only)
        self._delete.setEnabled(not self._document.read_only)
        self._show_properties(one)

    def _show_properties(self, one: Record) -> None:
        for field in _PROPERTIES.get(one.KIND, ()):
            if (one.KIND, field) not in self._properties:
                self._add_property(one.KIND, field)
        for (kind, field), button in self._properties.items():
            button.setVisible(kind == one.KIND)
            if kind == one.KIND:
                self._fill_property(button, one, field)
        self._show_lacks()

    def _show_lacks(self) -> None:
        """Show in the head of an activity what it lacks at each level."""
        one = self._record
        if one is None or one.KIND != _ACTIVITY:
            if self._lacks is not None:
                self._lacks.hide()
            return
        if self._lacks is None:
            self._lacks = LacksButton(self._document.t, self._document.findings)
            self._lacks.finding_wanted.connect(self.focus_at)
            self.header.add_property(self._lacks)
        self._lacks.show_record(self._document.t, one.id)

    def _add_property(self, kind: str, field: str) -> None:
        button = PropertyButton()
        button.setEnabled(not self._document.read_only)
        button.chosen.connect(lambda code: self._on_property_chosen(field, code))
        self._properties[kind, field] = button
        self.header.add_property(button)

    def _fill_property(self, button: PropertyButton, one: Record, field: str) -> None:
        t, spec = self._document.t, SPECS[one.KIND][field]
        value: Any = getattr(one, field)
        if spec.type is FieldType.ANSWER:
            choices = [(code, t.marked(name)) for code, name in ANSWERS.items()]
            value = value.value
        else:
            naming, listed = self._document.naming, self._document.law.choices(spec.of)
            choices = [(choice.code, naming.offered(spec.of, choice.code)) for choice in listed]
        button.set_choices(t.marked(spec.label), choices, value, t(NOT_SETTLED))

    def _on_property_chosen(self, field: str, code: str) -> None:
        if self._record is None:
            return
        is_answer = SPECS[self._record.KIND][field].type is FieldType.ANSWER
        why = self._document.set_value(self._record.id, field, Answer(code) if is_answer else code)
        if why:
            self._document.problem.emit(why)

    def _on_document_changed(self, changes: Changes, _initiator: object) -> None:
        if self._record is None:
            return
        if self._record.id in changes.ids and self._document.get(self._record.id) is None:
            self.show_nothing()
        elif self.isVisible():
            self._name()
            self._follow_form()

    def _follow_form(self) -> None:
        """Show the form that the record has now: that of an assessment follows its kind."""
        shown = self._stack.currentWidget()
        if self._record is None or not isinstance(shown, RecordForm) or shown.key == _key_of(self._record):
            return
        focused = QApplication.focusWidget()
        had_focus = focused is not None and shown.isAncestorOf(focused)
        self.show_record(self._record.id)
        if had_focus and (form := self.form()) is not None:
            QTimer.singleShot(0, form, form.focus_variant)  # the editor that wrote is done with it by then

    def showEvent(self, event: QShowEvent) -> None:
        """Name the record as it is called now."""
        super().showEvent(event)
        self._name()
        self._follow_form()

    def _on_annex_triggered(self) -> None:
        if self._record is not None:
            self.annex_wanted.emit(self._record.id)

    def _on_delete_triggered(self) -> None:
        if self._record is not None:
            self.delete_wanted.emit(self._record.id)

    def _on_marked(self, key: FormKey, marks: Mapping[str, Kind]) -> None:
        self._marks[key] = marks
        if self._record is not None and key == _key_of(self._record):
            self.jump_bar.set_marks(self._document.t, marks)

    def focus_at(self, one: Finding) -> bool:
        """Put the focus where a finding can be settled; tell whether it is in the record shown."""
        form = self.form()
        return form is not None and form.focus_at(one)

    def _on_jumped(self, key: str) -> None:
        form = self.form()
        if form is not None:
            form.jump(key)

    def step_section(self, step: int) -> None:
        """Bring the next section, or the one before, to the top."""
        index = self.jump_bar.currentIndex() + step
        if 0 <= index < self.jump_bar.count():
            self.jump_bar.setCurrentIndex(index)

    # Look

    def set_narrow(self, narrow: bool) -> None:
        """Take the layout of a narrow window, or that of a wide one."""
        self._narrow = narrow
        self._head.setContentsMargins(20 if narrow else 28, 10 if narrow else 14, 12 if narrow else 20, 0)
        self.header.set_narrow(narrow)
        for form in self._forms.values():
            form.set_narrow(narrow)

    def retranslate(self) -> None:
        """Take all texts again in the language of the window."""
        t = self._document.t
        self.header.retranslate(t)
        self.jump_bar.setAccessibleName(t(SECTIONS))
        self._duplicate.setText(t.marked(DUPLICATE))
        self._delete.setText(t.marked(DELETE))
        self._annex.setText(t(ANNEX))
        self.empty.set_texts(t(NOTHING), t(CHOOSE))
        for form in self._forms.values():
            form.retranslate()
        current = self.form()
        if current is not None:
            self.jump_bar.set_jumps(current.jumps())
            self.jump_bar.set_marks(t, self._marks.get(current.key, {}))
        self._name()

    def focus_first(self) -> None:
        """Put the focus into the first field of the form."""
        form = self.form()
        if form is not None:
            for group in form.groups():
                group.focus_first()
                return
