"""How a value of each field type stands in its column: one of the two tables that know the field types."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

import sqlalchemy as sa

from ropa_app.domain.declare import UNTOUCHED, FieldType, Spec
from ropa_app.domain.plain import canonical, value_from_plain, value_to_plain


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


def to_column(spec: Spec, value: Any) -> Any:
    """Return what stands in the column; an untouched value is NULL."""
    if value == spec.untouched:
        return None
    plain = value_to_plain(spec, value)
    return canonical(plain) if CODECS[spec.type].is_json else plain


def _decoder(kind: FieldType) -> Callable[[Spec, Any], Any]:
    untouched = UNTOUCHED[kind]
    if CODECS[kind].is_json:
        return lambda spec, stored: (
            untouched if stored is None else value_from_plain(spec, json.loads(stored))
        )
    return lambda spec, stored: untouched if stored is None else value_from_plain(spec, stored)


_DECODERS: Final = {kind: _decoder(kind) for kind in CODECS}


def from_column(spec: Spec, stored: Any) -> Any:
    """Return the value that stands in a column; raise NotARecord or ValueError where it has another type."""
    return _DECODERS[spec.type](spec, stored)
