"""Whether a record's values have the form their declarations ask for, whoever made them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from ropa_app.domain.declare import FieldType, Spec
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Period, Text
from ropa_app.i18n import LANGUAGES

MOST_CHARACTERS: Final = 200_000
LARGEST_NUMBER: Final = 2**53
_BREAKS: Final = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


def _is_text(value: Any) -> bool:
    return (
        isinstance(value, str) and len(value) <= MOST_CHARACTERS and _encodable(value) and "\x00" not in value
    )


def _encodable(value: str) -> bool:
    return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)


def is_line(value: Any) -> bool:
    """Tell whether a value is one line of text."""
    return _is_text(value) and not _BREAKS.intersection(value)


def _localised(check: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, Text) and all(check(value.written(one)) for one in LANGUAGES)


def _several(value: Any) -> bool:
    return isinstance(value, tuple) and len(set(value)) == len(value) and all(is_line(v) and v for v in value)


def _is_period(value: Any) -> bool:
    if value is None:
        return True
    if not isinstance(value, Period) or not is_line(value.unit):
        return False
    number: Any = value.number
    if not isinstance(number, Decimal):
        return False
    return number.is_finite() and 0 <= number <= 10_000 and number == round(number, 1) and bool(value.unit)


def _is_number(value: Any) -> bool:
    return value is None or (type(value) is int and 0 <= value <= LARGEST_NUMBER)


_CHECKS: Final[Mapping[FieldType, Callable[[Any], bool]]] = {
    FieldType.LINE: is_line,
    FieldType.LINES: lambda value: isinstance(value, tuple) and all(map(is_line, value)) and all(value),
    FieldType.TEXT: _is_text,
    FieldType.LOCAL_LINE: _localised(is_line),
    FieldType.LOCAL_TEXT: _localised(_is_text),
    FieldType.CODE: is_line,
    FieldType.CODES: _several,
    FieldType.ANSWER: lambda value: isinstance(value, Answer),
    FieldType.DAY: lambda value: value is None or type(value) is date,
    FieldType.NUMBER: _is_number,
    FieldType.PERIOD: _is_period,
    FieldType.REF: lambda value: value is None or (is_line(value) and bool(value)),
    FieldType.REFS: _several,
    FieldType.PARENT: lambda value: is_line(value) and bool(value),
}


def is_wellformed(spec: Spec, value: Any) -> bool:
    """Tell whether a value has the form that a field's declaration asks for."""
    return _CHECKS[spec.type](value)


def malformed(record: Record) -> tuple[str, ...]:
    """Return the names of the fields whose value has the wrong form, `id` and `position` among them."""
    wrong = [
        name for name, spec in SPECS[record.KIND].items() if not is_wellformed(spec, getattr(record, name))
    ]
    if not (is_line(record.id) and record.id):
        wrong.append("id")
    placed = type(record.position) is int and record.position >= 0
    if not placed or (record.position > 0) != KINDS[record.KIND].is_positioned:
        wrong.append("position")
    return tuple(wrong)
