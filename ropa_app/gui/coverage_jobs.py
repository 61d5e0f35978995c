"""What Articles 13 and 14 require as the window shows it: the job that derives the grid, and its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ropa_app.gui.document import RegisterDocument
from ropa_app.gui.findings import Findings
from ropa_app.gui.tasks import Progress
from ropa_app.legal.coverage import ITEMS, Grid, State
from ropa_app.services.coverage import Line, coverage_of, lines
from ropa_app.services.coverage_texts import UNDECIDED, CoverageTexts
from ropa_app.services.naming import Naming

__all__ = ["UNDECIDED", "CoverageTexts", "Covered", "Line", "coverage_job", "coverage_texts"]


@dataclass(frozen=True, slots=True)
class Covered:
    """A grid, its lines in the order they are shown, and for each item how often it is missing."""

    grid: Grid
    lines: list[Line]
    missing: list[int]


def coverage_job(document: RegisterDocument, findings: Findings) -> Callable[[Progress], Covered]:
    """Return the job that derives the grid of the register, from a copy made now and what is found now."""
    snapshot, t, law = document.snapshot(), document.t, document.law
    language, main = document.language, document.main_language
    checked, day = findings.checked(), findings.day

    def work(progress: Progress) -> Covered:
        with snapshot:
            grid = coverage_of(snapshot.reader, law, checked, day, lambda: progress.report(0))
            texts = CoverageTexts(Naming(snapshot.reader, law, t, language, main))
            missing = [grid.count(place, State.MISSING) for place in range(len(ITEMS))]
            return Covered(grid, lines(grid, texts), missing)

    return work


def coverage_texts(document: RegisterDocument) -> CoverageTexts:
    """Return what says a grid in the languages in force."""
    return CoverageTexts(document.naming)
