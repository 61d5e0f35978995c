"""LNG: whether what is printed is written in the main language of the documents, Article 12(1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.kinds import OWNED, SPECS
from ropa_app.domain.record import Record
from ropa_app.domain.values import NO_TEXT, Audience, Text
from ropa_app.i18n import Language
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Fields, Finding, found
from ropa_app.legal.checks.registry import AllFacts, of_case, of_rest
from ropa_app.legal.checks.shared import Shared

_RULE: Final = "R-LNG-01"
_OF_A_CASE: Final = frozenset({Activity.KIND, *OWNED[Activity.KIND]})


def _printed() -> dict[str, tuple[str, ...]]:
    """Return the fields by kind that are printed in some language, of the kinds that have any."""
    fields = {
        kind: tuple(
            name
            for name, spec in specs.items()
            if spec.is_localised and spec.audience is not Audience.INTERNAL
        )
        for kind, specs in SPECS.items()
    }
    return {kind: names for kind, names in fields.items() if names}


PRINTED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(_printed())


def _missing(records: Iterable[Record], main: Language) -> Iterator[Finding]:
    for record in records:
        if names := tuple(_unwritten(record, main)):
            yield found(_RULE, record, at=names[0], fields=Fields(record.KIND, names))


def _unwritten(record: Record, main: Language) -> Iterator[str]:
    for name in PRINTED.get(record.KIND, ()):
        text: Text = getattr(record, name)
        if text is not NO_TEXT and not text.written(main) and text:
            yield name


@of_case(_RULE)
def main_language(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find printed texts of an activity that are missing in the main language."""
    yield from _missing((case.activity, *case.owned), shared.main)


@of_rest(_RULE)
def main_language_of_the_rest(shared: Shared, _facts: AllFacts) -> Iterator[Finding]:
    """Find printed texts of all other records that are missing in the main language."""
    for kind in PRINTED:
        if kind not in _OF_A_CASE:
            yield from _missing(shared.records.of_kind(kind), shared.main)
