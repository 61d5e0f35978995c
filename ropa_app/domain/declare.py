"""How a field is declared: once, with all that storage, window, documents and exchange need to know of it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import Enum
from typing import TYPE_CHECKING, Any

from ropa_app.domain.values import NO_TEXT, Answer, Audience

if TYPE_CHECKING:
    from ropa_app.domain.record import Record


class FieldType(Enum):
    """The closed set of field types. The value is the name the file format documents."""

    LINE = "line"
    LINES = "lines"
    TEXT = "text"
    LOCAL_LINE = "local_line"
    LOCAL_TEXT = "local_text"
    CODE = "code"
    CODES = "codes"
    ANSWER = "answer"
    DAY = "day"
    NUMBER = "number"
    PERIOD = "period"
    REF = "ref"
    REFS = "refs"
    PARENT = "parent"


LINKS = frozenset({FieldType.REF, FieldType.REFS, FieldType.PARENT})
LOCALISED = frozenset({FieldType.LOCAL_LINE, FieldType.LOCAL_TEXT})
UNTOUCHED: dict[FieldType, Any] = {
    FieldType.LINE: "",
    FieldType.LINES: (),
    FieldType.TEXT: "",
    FieldType.LOCAL_LINE: NO_TEXT,
    FieldType.LOCAL_TEXT: NO_TEXT,
    FieldType.CODE: "",
    FieldType.CODES: (),
    FieldType.ANSWER: Answer.UNKNOWN,
    FieldType.DAY: None,
    FieldType.NUMBER: None,
    FieldType.PERIOD: None,
    FieldType.REF: None,
    FieldType.REFS: (),
}


@dataclass(frozen=True, slots=True)
class Spec:
    """The declaration of a field.

    `label` and `hint` are marked texts; `of` is the code list or the kind that the value names ("*" for any);
    `letter` is that of Article 30(1), or 2a to 2d for Article 30(2); `needed_by` names article, rule or item.
    """

    type: FieldType
    label: str
    hint: str
    letter: str
    audience: Audience
    of: str
    needed_by: str

    @property
    def is_link(self) -> bool:
        """Tell whether the value names other records."""
        return self.type in LINKS

    @property
    def is_localised(self) -> bool:
        """Tell whether the value is a text in several languages."""
        return self.type in LOCALISED

    @property
    def untouched(self) -> Any:
        """Return what a field holds that nobody has touched; a parent has no such value."""
        return UNTOUCHED[self.type]


def _declared(
    kind: FieldType, label: str, hint: str, letter: str, audience: Audience, of: str, by: str
) -> Any:
    metadata = {"spec": Spec(kind, label, hint, letter, audience, of, by)}
    if kind is FieldType.PARENT:
        return field(metadata=metadata)
    return field(default=UNTOUCHED[kind], metadata=metadata)


def _plain(kind: FieldType) -> Any:
    def declare(
        label: str,
        hint: str,
        *,
        letter: str = "",
        audience: Audience = Audience.INTERNAL,
        needed_by: str = "",
    ) -> Any:
        return _declared(kind, label, hint, letter, audience, "", needed_by)

    return declare


def _naming(kind: FieldType) -> Any:
    def declare(
        of: str,
        label: str,
        hint: str,
        *,
        letter: str = "",
        audience: Audience = Audience.INTERNAL,
        needed_by: str = "",
    ) -> Any:
        return _declared(kind, label, hint, letter, audience, of, needed_by)

    return declare


line = _plain(FieldType.LINE)
lines = _plain(FieldType.LINES)
text = _plain(FieldType.TEXT)
local_line = _plain(FieldType.LOCAL_LINE)
local_text = _plain(FieldType.LOCAL_TEXT)
answer = _plain(FieldType.ANSWER)
day = _plain(FieldType.DAY)
number = _plain(FieldType.NUMBER)
period = _plain(FieldType.PERIOD)
code = _naming(FieldType.CODE)
codes = _naming(FieldType.CODES)
ref = _naming(FieldType.REF)
refs = _naming(FieldType.REFS)
parent = _naming(FieldType.PARENT)


def specs(entity: type[Record]) -> dict[str, Spec]:
    """Return the declarations of an entity's fields, in the order they are declared."""
    return {f.name: f.metadata["spec"] for f in fields(entity) if "spec" in f.metadata}
