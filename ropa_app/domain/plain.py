"""Records as plain values for canonical JSON: history, digests, versions and exchange all use these."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from ropa_app.domain.declare import FieldType, Spec
from ropa_app.domain.kinds import ENTITIES, SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Period, Text
from ropa_app.domain.wellformed import malformed
from ropa_app.i18n import LANGUAGES


class NotARecord(Exception):
    """A plain value is not a record of this program; `where` names kind and field as far as known."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where: Final = where


def canonical(value: Any) -> str:
    """Return the one JSON text of a plain value: sorted keys, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _text_to_plain(value: Text) -> dict[str, str]:
    return {language: text for language in LANGUAGES if (text := value.written(language))}


def _text_from_plain(plain: Any) -> Text:
    return Text(**plain)


def _period_from_plain(plain: Any) -> Period:
    return Period(Decimal(plain["number"]), plain["unit"])


def _several_from_plain(plain: Any) -> tuple[Any, ...]:
    if not isinstance(plain, list):
        raise TypeError(plain)
    return tuple(plain)


def _same(value: Any) -> Any:
    return value


_TO: Final[Mapping[FieldType, Callable[[Any], Any]]] = {
    FieldType.LOCAL_LINE: _text_to_plain,
    FieldType.LOCAL_TEXT: _text_to_plain,
    FieldType.ANSWER: lambda value: value.value,
    FieldType.DAY: lambda value: value.isoformat(),
    FieldType.PERIOD: lambda value: {"number": str(value.number.normalize() + 0), "unit": value.unit},
    FieldType.LINES: list,
    FieldType.CODES: list,
    FieldType.REFS: list,
}
_FROM: Final[Mapping[FieldType, Callable[[Any], Any]]] = {
    FieldType.LOCAL_LINE: _text_from_plain,
    FieldType.LOCAL_TEXT: _text_from_plain,
    FieldType.ANSWER: Answer,
    FieldType.DAY: date.fromisoformat,
    FieldType.PERIOD: _period_from_plain,
    FieldType.LINES: _several_from_plain,
    FieldType.CODES: _several_from_plain,
    FieldType.REFS: _several_from_plain,
}


def value_to_plain(spec: Spec, value: Any) -> Any:
    """Return a touched value of a field in plain form."""
    return _TO.get(spec.type, _same)(value)


def value_from_plain(spec: Spec, plain: Any) -> Any:
    """Return the value of a field from its plain form; raise NotARecord where the form is wrong."""
    return reader_of(spec)(plain)


def reader_of(spec: Spec) -> Callable[[Any], Any]:
    """Return what makes a field's value from its plain form; that raises NotARecord where it is wrong."""
    read, kind = _FROM.get(spec.type), spec.type.value
    if read is None:
        return _same

    def checked(plain: Any) -> Any:
        try:
            return read(plain)
        except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation) as problem:
            raise NotARecord(kind) from problem

    return checked


def values_to_plain(record: Record) -> dict[str, Any]:
    """Return the touched fields of a record in plain form; an untouched field is left out."""
    named = ((name, spec, getattr(record, name)) for name, spec in SPECS[record.KIND].items())
    return {
        name: value_to_plain(spec, value)
        for name, spec, value in named
        if spec.type is FieldType.PARENT or value != spec.untouched
    }


def to_plain(record: Record) -> dict[str, Any]:
    """Return a record in plain form: kind, id, position where it has one, and the touched values."""
    plain: dict[str, Any] = {"kind": record.KIND, "id": record.id}
    if record.position:
        plain["position"] = record.position
    return plain | {"values": values_to_plain(record)}


def from_plain(plain: Any) -> Record:
    """Return the record of a plain form, all values checked; raise NotARecord where it is none."""
    if not isinstance(plain, dict) or plain.get("kind") not in ENTITIES:
        raise NotARecord(str(plain.get("kind"))[:60] if isinstance(plain, dict) else "?")
    kind: str = plain["kind"]
    values = plain.get("values", {})
    unknown = plain.keys() - {"kind", "id", "position", "values"}
    if unknown or not isinstance(values, dict):
        raise NotARecord(f"{kind}.{'/'.join(sorted(map(str, unknown))) or 'values'}"[:100])
    read = {name: _read_value(kind, name, value) for name, value in values.items()}
    try:
        record = ENTITIES[kind](**{"id": plain.get("id"), "position": plain.get("position", 0)} | read)
    except TypeError as problem:
        raise NotARecord(kind) from problem
    if wrong := malformed(record):
        raise NotARecord(f"{kind}.{wrong[0]}")
    return record


def _read_value(kind: str, name: str, value: Any) -> Any:
    spec = SPECS[kind].get(name)
    if spec is None:
        raise NotARecord(f"{kind}.{name}"[:100])
    try:
        return value_from_plain(spec, value)
    except NotARecord as problem:
        raise NotARecord(f"{kind}.{name}") from problem
