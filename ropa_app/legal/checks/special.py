"""SC: special categories and criminal offences, Articles 9 and 10."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.domain.entities.activity_data import Purpose
from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Finding, found, named
from ropa_app.legal.checks.registry import of_case
from ropa_app.legal.checks.shared import DATA, Shared

_ARTICLE_9: Final = "9-2"
_ARTICLE_10: Final = "10"
_CONDITIONS: Final = "legal_bases_art9_10"


def _serving(shared: Shared, case: Case, flag: str) -> Iterator[Purpose]:
    """Yield the purposes of a live activity that data with a flag serve."""
    codes = shared.flagged(DATA, flag)
    lines = [line for line in case.lines if not codes.isdisjoint(line.categories)] if case.live else []
    if lines:
        for one in case.purposes:
            if any(not line.purposes or one.id in line.purposes for line in lines):
                yield one


@of_case("R-SC-01")
def condition(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find special categories without a condition of Article 9(2)."""
    for one in _serving(shared, case, "special"):
        if not any(code.startswith(_ARTICLE_9) for code in one.art9_10):
            yield found("R-SC-01", one, activity=named(case.id))


@of_case("R-SC-02")
def offences(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find criminal-offence data without Article 10 and a law."""
    for one in _serving(shared, case, "criminal"):
        if _ARTICLE_10 not in one.art9_10 or not one.law_reference:
            yield found("R-SC-02", one)


@of_case("R-SC-03")
def provision(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find conditions of Article 9(2) that need a law, or an agreement, and name none."""
    lawful = shared.flagged(_CONDITIONS, "needs_law") - {_ARTICLE_10}
    for one in case.purposes if case.live else ():
        if one.art9_10 and not one.law_reference and not lawful.isdisjoint(one.art9_10):
            yield found("R-SC-03", one)
