"""Search as one types: every word must occur in the text of a record, marks and capitals aside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from ropa_app.domain.declare import FieldType
from ropa_app.domain.kinds import OWNED, SPECS
from ropa_app.domain.reading import Records
from ropa_app.domain.record import Record
from ropa_app.domain.values import RecordId
from ropa_app.i18n import LANGUAGES
from ropa_app.services.naming import Naming

_STEP: Final = 200
_WORDS: Final = frozenset(
    {FieldType.LINE, FieldType.LINES, FieldType.TEXT, FieldType.CODE, FieldType.CODES, FieldType.REF}
)


def folded(text: str) -> str:
    """Return a text as search compares it: small letters, å as a, æ as ae, ø as o."""
    small = text.casefold()
    if small.isascii():
        return small
    return small.replace("å", "a").replace("ø", "o").replace("æ", "ae").replace("\u00a0", " ")


def is_hit(words: Sequence[str], haystack: str) -> bool:
    """Tell whether every folded word occurs somewhere in a folded text, inside compounds too."""
    return all(word in haystack for word in words)


def haystack(records: Records, record: Record, naming: Naming) -> str:
    """Return the folded text of a record and all it owns: texts in every language, labels of codes, names."""
    family = [record]
    for owner in family:
        if OWNED[owner.KIND]:
            family += records.owned(owner.id)
    return folded("\n".join(part for one in family for part in _texts(one, naming)))


def haystacks(
    records: Records, kind: str, naming: Naming, report: Callable[[int, int], object]
) -> dict[RecordId, str]:
    """Return the folded text of every record of a kind; `report(done, total)` is called now and then."""
    found: dict[RecordId, str] = {}
    everything = records.of_kind(kind)
    for start in range(0, len(everything), _STEP):
        report(start, len(everything))
        some = everything[start : start + _STEP]
        parts = {one.id: [one] for one in some}
        _gather(records, parts)
        for one, family in parts.items():
            found[one] = folded("\n".join(part for member in family for part in _texts(member, naming)))
    return found


def _gather(records: Records, parts: dict[RecordId, list[Record]]) -> None:
    """Put behind each record all it owns, level by level."""
    level = {one: one for one in parts}
    while level:
        deeper: dict[RecordId, RecordId] = {}
        for owner, owned in records.owned_by(list(level)).items():
            parts[level[owner]] += owned
            deeper |= {one.id: level[owner] for one in owned if OWNED[one.KIND]}
        level = deeper


def _texts(record: Record, naming: Naming) -> list[str]:
    texts: list[str] = []
    for name, spec in SPECS[record.KIND].items():
        value = getattr(record, name)
        if not value:
            continue
        if spec.is_localised:
            texts += [text for one in LANGUAGES if (text := value.written(one))]
        elif spec.type in _WORDS:
            texts.append(naming.value(spec, value))
    return texts
