"""The verb that shows what Articles 13 and 14 ask for: a list for people, JSON for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ropa_app.cli.verbs import opened, refuse_altered
from ropa_app.domain.reading import RecordsInMemory
from ropa_app.i18n import Translator
from ropa_app.legal.coverage import ITEMS, Cell, Grid, Row, State
from ropa_app.services.coverage import cover_register, is_whole, plain
from ropa_app.services.coverage_texts import CoverageTexts, section_number
from ropa_app.services.law_data import law_of
from ropa_app.services.naming import Naming


def show(t: Translator, file: Path, as_of: date | None, form: str) -> int:
    """Print what is filled in, missing and not asked for; return 1 where something is missing, else 0."""
    with opened(file, read_only=True) as register:
        refuse_altered(register)
        law = law_of(register.file)
        day = as_of or register.today()
        grid = cover_register(register.file, law, day)
        records = RecordsInMemory(register.records.all())  # each is asked for many times
        texts = CoverageTexts(Naming(records, law, t, t.language, register.main_language))
        if form == "json":
            print(json.dumps(plain(grid, texts), ensure_ascii=False, indent=1))
        else:
            print("\n".join(_lines(t, grid, texts, day)))
    return 0 if is_whole(grid) else 1


def _lines(t: Translator, grid: Grid, texts: CoverageTexts, day: date) -> Iterator[str]:
    for row in grid.rows:
        yield f"{texts.activity(row.activity)} ({_counts(row, texts)})"
        yield from (f"  {_line(t, one, texts)}" for one in row.missing)
        yield ""
    yield t("Activities by item")
    yield from (f"  {texts.label(item)}: {_totals(grid, place, texts)}" for place, item in enumerate(ITEMS))
    yield ""
    if grid.undecided:
        yield texts.undecided()
        yield from (f"  {texts.activity(one)}" for one in grid.undecided)
        yield ""
    yield t(
        "As of {day}: nothing is missing for {n} of {total} activities in the statement.",
        day=texts.naming.day(day),
        n=texts.naming.number(grid.settled),
        total=texts.naming.number(len(grid.rows)),
    )


def _line(t: Translator, cell: Cell, texts: CoverageTexts) -> str:
    sections = ", ".join(map(section_number, cell.sections))
    where = t(
        "{articles}; section {sections}; {place}",
        articles=texts.articles(cell, short=True),
        sections=sections,
        place=texts.reference(cell),
    )
    return f"{texts.label(cell.item)}: {texts.reason(cell)} [{where}]"


def _counts(row: Row, texts: CoverageTexts) -> str:
    return _summed({state: sum(one.state is state for one in row.cells) for state in State}, texts)


def _totals(grid: Grid, place: int, texts: CoverageTexts) -> str:
    return _summed({state: grid.count(place, state) for state in State}, texts)


def _summed(counts: dict[State, int], texts: CoverageTexts) -> str:
    parts = (f"{texts.state(state).lower()} {number}" for state, number in counts.items() if number)
    return ", ".join(parts)
