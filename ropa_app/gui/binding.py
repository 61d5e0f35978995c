"""Binds one editor to one field of one record, by the field's declaration.

The only table that says which widget edits which type of field is `EDITORS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ropa_app.domain.declare import FieldType, Spec
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.reading import owner_of
from ropa_app.domain.record import Record
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import Answer, Period, RecordId
from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.widgets.answer_box import AnswerBox
from ropa_app.gui.widgets.chip_edit import ChipEdit
from ropa_app.gui.widgets.code_combo import CodeCombo
from ropa_app.gui.widgets.day_edit import DayEdit
from ropa_app.gui.widgets.editor import NOT_SAVED, ValueEditor
from ropa_app.gui.widgets.field_row import FieldRow
from ropa_app.gui.widgets.language_switch import LANGUAGE_NAMES
from ropa_app.gui.widgets.line_edit import LineEdit
from ropa_app.gui.widgets.number_edit import NumberEdit
from ropa_app.gui.widgets.period_edit import PeriodEdit
from ropa_app.gui.widgets.text_area import TextArea

NAMED_HERE: Final = frozenset({"party", "system", "consent"})
_MAIN_LANGUAGES: Final = "languages"
_WIDE: Final = frozenset(
    {
        FieldType.TEXT,
        FieldType.LOCAL_TEXT,
        FieldType.CODES,
        FieldType.REF,
        FieldType.REFS,
        FieldType.LINES,
    }
)
_UNDER_HEADING: Final = 4
Choices = list[tuple[str, str]]


class FieldBinding(QObject):
    """One field on the screen: its row, its editor, and the record it belongs to at the moment.

    `opened(id)` asks to show the record that a chip names. Codes and fixed words follow the language of the
    window, texts the language of the forms, with what stands in for a missing one in grey. A field under a
    `heading` of its own (marked) shows neither label nor hint: both stand there.
    """

    opened = Signal(str)

    def __init__(
        self, document: RegisterDocument, kind: str, field: str, parent: QObject, *, heading: str = ""
    ) -> None:
        super().__init__(parent)
        self.heading: Final = heading
        self.document: Final = document
        self.kind: Final = kind
        self.field: Final = field
        self.spec: Final[Spec] = SPECS[kind][field]
        self.record: RecordId | None = None
        self._shown: Any = None
        self._adapter: Final = EDITORS[self.spec.type]
        widget = self._adapter.make(self)
        widget.setObjectName(f"{kind}.{field}")
        self.widget: Final = widget
        self.editor: Final = cast(ValueEditor, widget)
        label, hint = self._words()
        wide, bare = self.spec.type in _WIDE, bool(heading)
        self.row: Final = FieldRow(document.t, label, widget, hint, wide=wide, bare=bare)
        self.editor.committed.connect(self._on_committed)

    def _words(self) -> tuple[str, str]:
        t, spec = self.document.t, self.spec
        return (t.marked(self.heading), "") if self.heading else (t.marked(spec.label), t.marked(spec.hint))

    def show(self, record: Record) -> None:
        """Show the field of a record; what is half typed into the same record stays."""
        same = record.id == self.record
        self.record = record.id
        value = getattr(record, self.field)
        pending = self.editor.is_pending()
        names_something = self.spec.is_link and bool(value)
        if (same and pending) or (value == self._shown and not pending and (same or not names_something)):
            return
        self._shown = value
        self.editor.set_value(self._adapter.shown(self, value))
        self._set_ghost(value)

    def show_anew(self) -> None:
        """Show the stored value again, in the languages in force."""
        found = self.document.get(self.record) if self.record else None
        self._shown = None
        if found is not None and not self.editor.is_pending():
            self._shown = getattr(found, self.field)
            self.editor.set_value(self._adapter.shown(self, self._shown))
            self._set_ghost(self._shown)

    def retranslate(self) -> None:
        """Take label, hint and names of codes in the language the window has now."""
        self.row.set_texts(self.document.t, *self._words())
        self._adapter.rename(self, self.widget)
        self.show_anew()

    def set_read_only(self, read_only: bool) -> None:
        """Show the value without letting it be changed."""
        self.editor.set_read_only(read_only)

    def commit_pending(self) -> bool:
        """Save what is half typed; return False where it cannot be saved."""
        return self.editor.commit_pending()

    def _set_ghost(self, value: Any) -> None:
        if not self.spec.is_localised:
            return
        document = self.document
        shown = value.shown(document.language, document.main_language)
        is_other = bool(shown.text) and shown.language != document.language
        ghost = (shown.text, LANGUAGE_NAMES[shown.language]) if is_other else ("", "")
        cast(LineEdit | TextArea, self.widget).set_ghost(*ghost)

    def _on_committed(self, edited: Any) -> None:
        found = self.document.get(self.record) if self.record else None
        if self.record is None or found is None:
            return
        stored = getattr(found, self.field)
        value = self._adapter.stored(self, edited, stored)
        why = self.document.set_value(self.record, self.field, value, self)
        if why:
            self.editor.set_invalid(self.document.t(NOT_SAVED, reason=why))
        else:
            self._shown = value
            self._set_ghost(value)

    # Choices

    def codes(self) -> Choices:
        """Return the codes to choose from, those no longer in force left out."""
        law, t, list_name = self.document.law, self.document.t, self.spec.of
        day = self.document.today()
        if list_name == "country":
            choices = law.choices_by_label(list_name, t.language)
        else:
            choices = law.choices(list_name, None if list_name == "transfer_tools" else day)
        naming = self.document.naming
        return [(choice.code, naming.offered(list_name, choice.code)) for choice in choices]

    def code_name(self, code: str) -> str:
        """Return the label of a code."""
        return self.document.naming.offered(self.spec.of, code)

    def records(self) -> Choices:
        """Return the records to choose from: the siblings within one activity, else all of the kind."""
        naming, kind = self.document.naming, self.spec.of
        owner = self._owner()
        if owner is not None and KINDS[kind].parent == KINDS[self.kind].parent:
            found: Sequence[Record] = [one for one in self.document.records.owned(owner) if kind == one.KIND]
            return [(one.id, naming.label(one)) for one in found if one.id != self.record]
        if kind == "activity":
            rows = self.document.listing.rows(kind)
            found_rows = sorted(rows, key=lambda row: (row.keys[0], row.id))
            return [(row.id, f"{row.reference} {row.title}".strip()) for row in found_rows]
        if kind not in KINDS:
            return []
        named = [
            (str(one.id), self._long_name(one))
            for one in self.document.records.of_kind(kind)
            if one.id != self.record
        ]
        return sorted(named, key=lambda pair: sort_key(pair[1]))

    def _long_name(self, record: Record) -> str:
        if KINDS[record.KIND].parent or KINDS[record.KIND].is_positioned:
            return f"{self.document.reference_of(record.id)} {self.document.naming.label(record)}"
        return self.document.naming.label(record)

    def record_name(self, record: str) -> str:
        """Return the name of a record that is named here."""
        found = self.document.get(RecordId(record))
        return self.document.naming.label(found) if found is not None else "?"

    def create_record(self, name: str) -> str | None:
        """Add a record of the kind named here, under the name that was typed."""
        return self.document.add(self.spec.of, None, self, name=name)

    def _owner(self) -> RecordId | None:
        found = self.document.get(self.record) if self.record else None
        return owner_of(found) if found is not None else None


def _same(_binding: FieldBinding, value: Any) -> Any:
    return value


def _kept(_binding: FieldBinding, edited: Any, _stored: Any) -> Any:
    return edited


def _nothing(_binding: FieldBinding, _widget: QWidget) -> None:
    """Do nothing: the editor has no names of its own."""


@dataclass(frozen=True)
class Adapter:
    """How values of one field type are edited: the widget, and the way from the record to it and back."""

    make: Callable[[FieldBinding], QWidget]
    shown: Callable[[FieldBinding, Any], Any] = _same
    stored: Callable[[FieldBinding, Any, Any], Any] = _kept
    rename: Callable[[FieldBinding, QWidget], None] = _nothing


def _local_shown(binding: FieldBinding, value: Any) -> str:
    return str(value.written(binding.document.language))


def _local_stored(binding: FieldBinding, edited: Any, stored: Any) -> Any:
    return stored.with_(binding.document.language, edited)


def _code_combo(binding: FieldBinding) -> QWidget:
    return CodeCombo(binding.document.t, binding.codes())


def _rename_codes(binding: FieldBinding, widget: QWidget) -> None:
    cast(CodeCombo, widget).set_choices(binding.codes())


def _code_chips(binding: FieldBinding) -> QWidget:
    return ChipEdit(binding.document.t, binding.codes, binding.code_name)


def _line_chips(binding: FieldBinding) -> QWidget:
    return ChipEdit(binding.document.t, list, str, create=lambda text: text)


def _chips(binding: FieldBinding, *, single: bool) -> QWidget:
    create = binding.create_record if binding.spec.of in NAMED_HERE else None
    chips = ChipEdit(
        binding.document.t, binding.records, binding.record_name, single=single, link=True, create=create
    )
    chips.opened.connect(binding.opened)
    return chips


def _period_edit(binding: FieldBinding) -> QWidget:
    return PeriodEdit(binding.document.t, _units(binding), unit="year")


def _units(binding: FieldBinding) -> Choices:
    language = binding.document.t.language
    return [(one.code, one.label.written(language)) for one in binding.document.law.choices("units")]


def _rename_units(binding: FieldBinding, widget: QWidget) -> None:
    cast(PeriodEdit, widget).set_units(_units(binding))


def _period_stored(_binding: FieldBinding, edited: tuple[Decimal, str] | None, _stored: Any) -> Period | None:
    return None if edited is None else Period(*edited)


def _answer_box(binding: FieldBinding) -> QWidget:
    return AnswerBox(binding.document.t)


EDITORS: Final[Mapping[FieldType, Adapter]] = {
    FieldType.LINE: Adapter(lambda binding: LineEdit(binding.document.t)),
    FieldType.LINES: Adapter(_line_chips),
    FieldType.TEXT: Adapter(
        lambda binding: TextArea(binding.document.t, least_lines=_UNDER_HEADING if binding.heading else 2)
    ),
    FieldType.LOCAL_LINE: Adapter(lambda binding: LineEdit(binding.document.t), _local_shown, _local_stored),
    FieldType.LOCAL_TEXT: Adapter(lambda binding: TextArea(binding.document.t), _local_shown, _local_stored),
    FieldType.CODE: Adapter(_code_combo, rename=_rename_codes),
    FieldType.CODES: Adapter(_code_chips),
    FieldType.ANSWER: Adapter(
        _answer_box, lambda _, value: value.value, lambda _, edited, _stored: Answer(edited)
    ),
    FieldType.DAY: Adapter(lambda binding: DayEdit(binding.document.t)),
    FieldType.NUMBER: Adapter(lambda binding: NumberEdit(binding.document.t)),
    FieldType.PERIOD: Adapter(
        _period_edit,
        lambda _, value: None if value is None else (value.number, value.unit),
        _period_stored,
        _rename_units,
    ),
    FieldType.REF: Adapter(
        lambda binding: _chips(binding, single=True),
        lambda _, value: (value,) if value else (),
        lambda _, edited, _stored: edited[0] if edited else None,
    ),
    FieldType.REFS: Adapter(lambda binding: _chips(binding, single=False)),
}
