"""A register in which every field holds a value of its own, so that one sees where each is printed.

Texts are markers that name kind, field and language; days, numbers and periods occur once each. A code has to
stay a code: its label is what is looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from ropa_app.domain.declare import FieldType, Spec
from ropa_app.domain.entities.organisation import Organisation
from ropa_app.domain.kinds import ENTITIES, KINDS, SPECS
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.domain.record import Record
from ropa_app.domain.values import NO_TEXT, Answer, Period, RecordId, Text
from ropa_app.i18n import LANGUAGES
from ropa_app.legal import shipped
from ropa_app.reports.articles import article, basis_place
from ropa_app.reports.wording import Wording

# Codes that make a field be printed at all, or that nothing else prints.
CODES: Final = {
    ("organisation", "country"): "NO",
    ("place", "country"): "US",
    ("party", "parent_country"): "TV",
    ("transfer_tool", "tool"): "adequacy-us-dpf",
    ("transfer_tool", "dpf_status"): "active",
    ("activity", "status"): "active",
    ("activity", "topics"): "camera",
    ("activity", "recipients_answer"): "some",
    ("recipient", "role"): "processor",
    ("processor_record", "status"): "active",
    ("measure", "status"): "in_place",
    ("register", "language"): "nb",
}
_FAR: Final = date(2090, 1, 1)
_MARKED: Final = frozenset({FieldType.LINE, FieldType.LINES, FieldType.TEXT})
_OLD: Final = date(1931, 1, 1)


@dataclass(slots=True)
class MarkedRegister:
    """The records, and for each field (kind, name) the values it holds."""

    records: list[Record] = field(default_factory=list)
    held: dict[tuple[str, str], list[Any]] = field(default_factory=dict)
    count: int = 0

    def add(self, kind: str, number: int = 1, **chosen: Any) -> None:
        """Add a record of a kind with a value in every field; `chosen` replaces some."""
        values = {name: self._value(kind, name, spec, number) for name, spec in SPECS[kind].items()} | chosen
        position = number if KINDS[kind].is_positioned else 0
        self.records.append(ENTITIES[kind](id=RecordId(f"{kind}-{number}"), position=position, **values))
        for name, value in values.items():
            self.held.setdefault((kind, name), []).append(value)

    def _value(self, kind: str, name: str, spec: Spec, number: int) -> Any:
        self.count += 1
        marker = f"ZQ-{kind}.{name}-{number}"
        match spec.type:
            case FieldType.LINE | FieldType.TEXT:
                return marker
            case FieldType.LINES:
                return (marker,)
            case FieldType.LOCAL_LINE | FieldType.LOCAL_TEXT:
                return Text(**{language: f"{marker}-{language}" for language in LANGUAGES})
            case FieldType.CODE:
                return self._code(kind, name, spec)
            case FieldType.CODES:
                return (self._code(kind, name, spec),)
            case FieldType.ANSWER:
                return Answer.YES
            case FieldType.DAY:
                return (_FAR if name in ("ended", "until") else _OLD) + timedelta(days=self.count)
            case FieldType.NUMBER:
                return 7_000_000 + self.count
            case FieldType.PERIOD:
                return Period(Decimal(1000 + self.count), "year")
            case FieldType.REFS:
                return (_target(spec),)
            case FieldType.REF | FieldType.PARENT:
                return _target(spec)

    def _code(self, kind: str, name: str, spec: Spec) -> str:
        choices = [one.code for one in shipped().choices(spec.of) if one.valid_to is None]
        return CODES.get((kind, name), choices[0])

    def reading(self) -> RecordsInMemory:
        """Return the records as the documents read them."""
        return RecordsInMemory(self.records)

    def traces(self, kind: str, name: str, words: Wording) -> Iterator[str]:
        """Yield what a field leaves in a document that prints it; nothing for answers and links."""
        spec = SPECS[kind][name]
        for value in self.held[kind, name]:
            if spec.type is not FieldType.PARENT and value != spec.untouched:
                yield from traces_of(spec, value, words)


def _target(spec: Spec) -> RecordId:
    return RecordId("activity-1" if spec.of == "*" else f"{spec.of}-1")


def traces_of(spec: Spec, value: Any, words: Wording) -> Iterator[str]:
    """Yield what a value leaves in a document that prints it; nothing for answers and links."""
    match spec.type:
        case FieldType.LINE | FieldType.TEXT:
            yield value
        case FieldType.LOCAL_LINE | FieldType.LOCAL_TEXT:
            yield value.shown(words.language, "nb").text
        case FieldType.LINES:
            yield from value
        case FieldType.DAY:
            yield words.day(value)
        case FieldType.NUMBER:
            yield from (str(value), words.number(value))
        case FieldType.PERIOD:
            yield words.period(value)
        case FieldType.CODE:
            yield _label(spec, value, words)
        case FieldType.CODES:
            yield from (_label(spec, code, words) for code in value)
        case _:
            return


def _label(spec: Spec, code: str, words: Wording) -> str:
    if spec.of.startswith("legal_bases"):
        return article(basis_place(code), words.t)
    return words.label(spec.of, code)


def marked_register() -> MarkedRegister:
    """Return a register with every field of every kind, and second records where one hides a field."""
    made = MarkedRegister()
    for kind in KINDS:
        made.add(kind)
    made.add("contact", 2, party=None, role="dpo")
    made.add("party", 2, printed_name=NO_TEXT)
    made.add("recipient", 2, party=None)
    made.add("measure", 2, name=NO_TEXT)
    made.records = [
        replace(one, parent_company=RecordId("party-2")) if isinstance(one, Organisation) else one
        for one in made.records
    ]
    return made


def is_marked(kind: str, name: str) -> bool:
    """Tell whether a field holds a marker, which can be found only where the field itself is printed."""
    spec = SPECS[kind][name]
    return spec.type in _MARKED or spec.is_localised
