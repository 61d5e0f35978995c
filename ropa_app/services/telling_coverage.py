"""The coverage of Articles 13 and 14, made ready for the report on findings."""

from __future__ import annotations

from ropa_app.legal.coverage import ITEMS, Cell, Grid, Row, State
from ropa_app.reports.findings.coverage_told import ActivityTold, CellTold, CoverageTold, LackTold
from ropa_app.services.coverage_texts import CoverageTexts, section_number
from ropa_app.services.naming import Naming


def told_coverage(grid: Grid, naming: Naming) -> CoverageTold:
    """Return a grid as the report tells it."""
    texts = CoverageTexts(naming)
    return CoverageTold(
        items=tuple(map(texts.name, ITEMS)),
        activities=tuple(_activity(grid, row, texts) for row in grid.rows),
        states={state: texts.state(state) for state in State},
        undecided=tuple(map(texts.activity, grid.undecided)),
        left_out=grid.left_out,
    )


def _activity(grid: Grid, row: Row, texts: CoverageTexts) -> ActivityTold:
    return ActivityTold(
        reference=texts.number(row.activity),
        title=texts.title(row.activity),
        cells=tuple(CellTold(one.state, one.is_doubtful) for one in row.cells),
        lacks=tuple(_lack(grid, row, one, texts) for one in row.missing),
    )


def _lack(grid: Grid, row: Row, cell: Cell, texts: CoverageTexts) -> LackTold:
    return LackTold(
        item=texts.label(cell.item),
        articles=texts.articles(cell, short=True),
        sections=", ".join(map(section_number, cell.sections)),
        reason=texts.reason(cell),
        place=texts.place(cell, within=row.activity),
        published=texts.told(grid, cell),
    )
