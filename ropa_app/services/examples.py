"""The worked example: the register of VELUX Norge AS as its privacy statement of May 2018 tells it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from ropa_app import paths
from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import ENTITIES, SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, RecordId, Text

VELUX: Final = ("examples", "velux.json")

# The statement names no period, so none is read here.
_READERS: Final[Mapping[FieldType, Callable[[Any, Mapping[str, RecordId]], Any]]] = {
    FieldType.LINE: lambda value, _: value,
    FieldType.LINES: lambda value, _: tuple(value),
    FieldType.TEXT: lambda value, _: value,
    FieldType.LOCAL_LINE: lambda value, _: Text(**value),
    FieldType.LOCAL_TEXT: lambda value, _: Text(**value),
    FieldType.CODE: lambda value, _: value,
    FieldType.CODES: lambda value, _: tuple(value),
    FieldType.ANSWER: lambda value, _: Answer(value),
    FieldType.DAY: lambda value, _: date.fromisoformat(value),
    FieldType.NUMBER: lambda value, _: value,
    FieldType.REF: lambda value, ids: ids[value],
    FieldType.REFS: lambda value, ids: tuple(ids[one] for one in value),
    FieldType.PARENT: lambda value, ids: ids[value],
}


def velux_records(new_id: Callable[[], str]) -> list[Record]:
    """Return the records of the example, owners before what they own, with ids that `new_id` gives."""
    described = _described()
    ids = {record["id"]: RecordId(new_id()) for record in described}
    return [_record(record, ids) for record in described]


def _described() -> list[dict[str, Any]]:
    """Return the records as the shipped file describes them."""
    records: list[dict[str, Any]] = json.loads(paths.resource(*VELUX).read_text(encoding="utf-8"))["records"]
    return records


def _record(described: Mapping[str, Any], ids: Mapping[str, RecordId]) -> Record:
    kind = described["kind"]
    specs = SPECS[kind]
    values = {name: _READERS[specs[name].type](value, ids) for name, value in described["values"].items()}
    return ENTITIES[kind](id=ids[described["id"]], position=described.get("position", 0), **values)
