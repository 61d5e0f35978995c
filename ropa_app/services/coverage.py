"""The coverage of Articles 13 and 14 in a register: the grid, its numbers, and the grid for other programs.

How it agrees with the level "ready for the statement" of `completeness`: what makes a cell missing in an
activity or in what it owns is also open there, at that level. So an activity that is complete there misses
nothing of its own here. Three things differ, and have to: here counts what lies beside the activity, the
organisation, the settings of the statement and where recipients process; there count warnings about what is
filled in, and the rules that no item names, such as those on security; and a finding that somebody has
accepted is settled there, while the statement still has nothing to print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.reading import Records
from ropa_app.domain.record import Record
from ropa_app.domain.sorting import sort_key
from ropa_app.domain.values import RecordId
from ropa_app.legal import LawData
from ropa_app.legal.checks import Checked, Finding, Shared
from ropa_app.legal.coverage import Cell, Grid, Row, cover
from ropa_app.services.checking import accepted_on, judge
from ropa_app.services.coverage_texts import CoverageTexts
from ropa_app.services.searching import folded
from ropa_app.storage.register_file import RegisterState


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the grid: the activity with its items, None where nobody has decided on it.

    `haystack` is the folded text that a search looks into; `lacks` tells whether something is missing, or
    nobody has decided on the activity.
    """

    activity: RecordId
    reference: str
    title: str
    haystack: str
    row: Row | None
    lacks: bool


def coverage_of(
    records: Records,
    law: LawData,
    checked: Checked,
    day: date,
    step: Callable[[], object] = lambda: None,
) -> Grid:
    """Return the grid of some records, given what the rules found in them on a day."""
    accepted = accepted_on(records, day)

    def is_open(one: Finding) -> bool:
        return (one.rule, one.record) not in accepted

    return cover(Shared(records, law, day), checked, is_open, step)


def cover_register(state: RegisterState, law: LawData, day: date) -> Grid:
    """Return the grid of a register as it stands now, as of a day."""
    return coverage_of(state.reader, law, judge(state, law, day).checked, day)


def lines(grid: Grid, texts: CoverageTexts) -> list[Line]:
    """Return the lines of a grid in the order of the numbers, undecided activities among the others."""
    rows: dict[RecordId, Row | None] = {row.activity: row for row in grid.rows}
    rows.update(dict.fromkeys(grid.undecided))
    found = [_line(record, rows[record.id], texts) for record in texts.naming.records.many(rows).values()]
    return sorted(found, key=lambda one: (sort_key(one.reference), one.activity))


def _line(record: Record, row: Row | None, texts: CoverageTexts) -> Line:
    number = record.reference if isinstance(record, Activity) else ""
    title = texts.title_of(record)
    return Line(record.id, number, title, folded(f"{number} {title}"), row, row is None or bool(row.missing))


def is_whole(grid: Grid) -> bool:
    """Tell whether nothing is missing, and of every activity it is said whether the statement tells it."""
    return not grid.undecided and all(not row.missing for row in grid.rows)


def plain(grid: Grid, texts: CoverageTexts) -> list[dict[str, Any]]:
    """Return the grid for other programs: an entry for each cell, and for each activity nobody decided on."""
    found = [entry for row in grid.rows for entry in _cells(row, texts)]
    undecided = (
        _entry("", "undecided")
        | {
            "reference": texts.number(one),
            "activity": one,
            "kind": "activity",
            "id": one,
            "field": "public",
            "place": texts.number(one),
            "reason": texts.undecided(),
        }
        for one in grid.undecided
    )
    return [*found, *undecided]


def _entry(item: str, state: str) -> dict[str, Any]:
    return {
        "reference": "",
        "activity": "",
        "item": item,
        "state": state,
        "article": "",
        "section": "",
        "published": "",
        "published_section": "",
        "place": "",
        "kind": "",
        "id": "",
        "field": "",
        "reason": "",
        "findings": [],
    }


def _cells(row: Row, texts: CoverageTexts) -> Iterator[dict[str, Any]]:
    number = texts.number(row.activity)
    for cell in row.cells:
        yield _entry(cell.item, cell.state.value) | {
            "reference": number,
            "activity": row.activity,
            "article": ", ".join(cell.articles),
            "section": ", ".join(cell.sections),
            "published": cell.told.said or "not_read",
            "published_section": ", ".join(cell.told.sections),
            "reason": texts.reason(cell),
            "findings": [one.rule for one in cell.findings],
            **_spot(cell, texts),
        }


def _spot(cell: Cell, texts: CoverageTexts) -> dict[str, str]:
    if cell.spot is None:
        return {}
    kind, record, field = cell.spot.kind, cell.spot.record, cell.spot.field
    return {"place": texts.reference(cell), "kind": kind, "id": record, "field": field}
