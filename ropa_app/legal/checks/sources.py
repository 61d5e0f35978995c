"""SRC: where the data come from, Article 14."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Finding, found, named
from ropa_app.legal.checks.registry import of_case
from ropa_app.legal.checks.shared import Shared

_KINDS: Final = "source_kinds"


@of_case("R-SRC-01")
def source(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find data that come from nowhere, Article 14(2)(f)."""
    told = [one for one in case.sources if one.origin or one.party or one.note]
    if not case.live or any(not one.lines for one in told):
        return
    known = {line for one in told for line in one.lines}
    for line in case.lines:
        if line.id not in known:
            yield found("R-SRC-01", line, activity=named(case.id))


@of_case("R-SRC-02")
def informed(shared: Shared, case: Case) -> Iterator[Finding]:
    """Find data got from others where nobody says how the person is told, Article 14(1) to (3)."""
    indirect = shared.flagged(_KINDS, "indirect")
    unsaid = case.live and not case.activity.art14_information
    if unsaid and any(one.origin in indirect for one in case.sources):
        yield found("R-SRC-02", case.activity)
