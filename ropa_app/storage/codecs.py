"""How a value of each field type stands in its column: one of the two tables that know the field types."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple

import sqlalchemy as sa

from ropa_app.domain.declare import FieldType, Spec
from ropa_app.domain.plain import canonical, reader_of, value_to_plain


class Codec(NamedTuple):
    """Column type, and whether the value stands there as canonical JSON."""

    column: type[sa.types.TypeEngine[Any]]
    is_json: bool = False


CODECS: Final[Mapping[FieldType, Codec]] = {
    FieldType.LINE: Codec(sa.String),
    FieldType.LINES: Codec(sa.String, is_json=True),
    FieldType.TEXT: Codec(sa.String),
    FieldType.LOCAL_LINE: Codec(sa.String, is_json=True),
    FieldType.LOCAL_TEXT: Codec(sa.String, is_json=True),
    FieldType.CODE: Codec(sa.String),
    FieldType.CODES: Codec(sa.String, is_json=True),
    FieldType.ANSWER: Codec(sa.String),
    FieldType.DAY: Codec(sa.String),
    FieldType.NUMBER: Codec(sa.Integer),
    FieldType.PERIOD: Codec(sa.String, is_json=True),
}


_JSON: Final = json.JSONDecoder()
#: What is chosen from a list comes again and again, and never changes: it is made once.
_OFTEN_THE_SAME: Final = frozenset({FieldType.CODES, FieldType.ANSWER, FieldType.DAY, FieldType.PERIOD})
_REMEMBERED: Final = 500


def to_column(spec: Spec, value: Any) -> Any:
    """Return what stands in the column; an untouched value is NULL."""
    if value == spec.untouched:
        return None
    plain = value_to_plain(spec, value)
    return canonical(plain) if CODECS[spec.type].is_json else plain


def decoder(spec: Spec) -> Callable[[Any], Any]:
    """Return what makes a field's value from its column; that raises NotARecord or ValueError for others."""
    untouched, read = spec.untouched, reader_of(spec)
    decode = _JSON.decode if CODECS[spec.type].is_json else None

    def made(stored: Any) -> Any:
        if stored is None:
            return untouched
        return read(decode(stored) if decode else stored)

    return lru_cache(_REMEMBERED)(made) if spec.type in _OFTEN_THE_SAME else made
