"""CAT: which data about whom, Article 30(1)(c)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Coded, Finding, found, named
from ropa_app.legal.checks.registry import of_case
from ropa_app.legal.checks.shared import DATA, SUBJECTS, Shared
from ropa_app.legal.checks.words import vague_words

_OTHER: Final = ("other",)


@of_case("R-CAT-01")
def subjects(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find an activity that never says whose data they are, Article 30(1)(c)."""
    if case.live and not any(line.subjects for line in case.lines):
        yield found("R-CAT-01", case.activity, activity=named(case.id))


@of_case("R-CAT-02")
def categories(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find data lines that name no data, and activities without a line, Article 30(1)(c)."""
    if not case.live:
        return
    if not case.lines:
        yield found("R-CAT-02", case.activity, activity=named(case.id))
    for line in case.lines:
        if not line.categories:
            yield found("R-CAT-02", line, activity=named(case.id))


@of_case("R-CAT-03")
def precise(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find notes that could mean any data, and lines that hold just other data, Article 5(1)(c)."""
    for line in case.lines if case.live else ():
        if vague := vague_words(line.categories_note, "category", shared.law):
            yield found("R-CAT-03", line, value=vague)
        elif line.categories == _OTHER and not line.categories_note:
            yield found("R-CAT-03", line, value=Coded(DATA, _OTHER))


@of_case("R-CAT-04")
def coupled(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find data of nobody in particular; Danish guidance of 2020."""
    for line in case.lines if case.live else ():
        if line.categories and not line.subjects:
            yield found("R-CAT-04", line)


@of_case("R-CAT-05")
def children(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find data about children without a word on age and parents, Article 8(1) and (2)."""
    if not case.live or case.activity.children_note:
        return
    child = shared.flagged(SUBJECTS, "child")
    if any(not child.isdisjoint(line.subjects) for line in case.lines):
        yield found("R-CAT-05", case.activity)


@of_case("R-CAT-06")
def national_id(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find national identity numbers used without a stated need, section 12 of the Personal Data Act."""
    if not case.live or case.activity.national_id_need:
        return
    numbers = shared.flagged(DATA, "national_id")
    if any(not numbers.isdisjoint(line.categories) for line in case.lines):
        yield found("R-CAT-06", case.activity)
