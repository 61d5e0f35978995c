"""Placeholders in the organisation's own paragraphs: `{organisation.email}` is the field of a record.

Only fields that anybody may read count, of the kinds that occur once: so a placeholder has one value, and no
paragraph can print what is not public. Anything else between braces is printed as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import KINDS, SPECS
from ropa_app.domain.values import Audience

_BRACED: Final = re.compile(r"\{([^{}\n]{1,80})\}")
_UNPRINTED: Final = frozenset({FieldType.PARENT, FieldType.REFS})


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A field that a paragraph may name."""

    kind: str
    field: str

    @property
    def typed(self) -> str:
        """Return it as it is typed."""
        return f"{{{self.kind}.{self.field}}}"


PLACEHOLDERS: Final = tuple(
    Placeholder(kind.name, name)
    for kind in KINDS.values()
    if not kind.many
    for name, spec in SPECS[kind.name].items()
    if spec.audience is Audience.PUBLIC and spec.type not in _UNPRINTED
)
_BY_TEXT: Final = {one.typed: one for one in PLACEHOLDERS}


def pieces(text: str) -> Iterator[str | Placeholder]:
    """Yield a text in pieces: placeholders, and what stands between them as it was typed."""
    begun = 0
    for match in _BRACED.finditer(text):
        found = _BY_TEXT.get(match.group())
        if found is None:
            continue
        if match.start() > begun:
            yield text[begun : match.start()]
        yield found
        begun = match.end()
    if begun < len(text):
        yield text[begun:]


def unknown(text: str) -> tuple[str, ...]:
    """Return what looks like a placeholder and is none, each once, as it was typed."""
    found = (match.group() for match in _BRACED.finditer(text))
    return tuple(dict.fromkeys(one for one in found if one not in _BY_TEXT))
