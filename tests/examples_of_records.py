"""Hypothesis strategies for records of every kind, with any well-formed value in every field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal

from hypothesis import strategies as st

from ropa_app.domain.declare import FieldType, Spec
from ropa_app.domain.kinds import ENTITIES, KINDS, SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.values import Answer, Period, RecordId, Text

_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029\x00"
_SURROGATES: Final[tuple[Literal["Cs"], ...]] = ("Cs",)
LINES = st.text(st.characters(exclude_categories=_SURROGATES, exclude_characters=_BREAKS), max_size=12)
TEXTS = st.text(st.characters(exclude_categories=_SURROGATES, exclude_characters="\x00"), max_size=20)
CODES = st.sampled_from(["a", "6-1-f", "M-A01", "NO", "æ", "XX-EPO"])


def _several(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(one, max_size=3, unique=True).map(tuple)


def value(spec: Spec, targets: list[RecordId]) -> st.SearchStrategy[Any]:
    """Return values that a field can hold; links name one of the targets."""
    ids = st.sampled_from(targets) if targets else st.nothing()
    numbers = st.integers(0, 999).map(lambda tenths: Decimal(tenths) / 10)
    table: dict[FieldType, st.SearchStrategy[Any]] = {
        FieldType.LINE: LINES,
        FieldType.LINES: _several(LINES.filter(bool)),
        FieldType.TEXT: TEXTS,
        FieldType.LOCAL_LINE: st.builds(Text, LINES, LINES, LINES),
        FieldType.LOCAL_TEXT: st.builds(Text, TEXTS, TEXTS, TEXTS),
        FieldType.CODE: st.just("") | CODES,
        FieldType.CODES: _several(CODES),
        FieldType.ANSWER: st.sampled_from(Answer),
        FieldType.DAY: st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
        FieldType.NUMBER: st.none() | st.integers(0, 2**53),
        FieldType.PERIOD: st.none() | st.builds(Period, numbers, st.sampled_from(["day", "month", "year"])),
        FieldType.REF: st.none() | ids if targets else st.none(),
        FieldType.REFS: _several(ids) if targets else st.just(()),
        FieldType.PARENT: ids,
    }
    return table[spec.type]


def record(kind: str, one: RecordId, targets: list[RecordId]) -> st.SearchStrategy[Record]:
    """Return records of a kind with the given id; `targets` are what its links may name."""
    fields = {name: value(spec, targets) for name, spec in SPECS[kind].items()}
    position = 1 if KINDS[kind].is_positioned else 0
    place: dict[str, Any] = {"id": one, "position": position}
    return st.fixed_dictionaries(fields).map(lambda values: ENTITIES[kind](**(place | values)))


def any_record(targets: list[RecordId]) -> st.SearchStrategy[Record]:
    """Return records of any kind."""
    return st.sampled_from(sorted(ENTITIES)).flatmap(lambda kind: record(kind, RecordId("x"), targets))
