"""RGT: how the rights of data subjects are met."""

from __future__ import annotations

from collections.abc import Iterator

from ropa_app.legal.checks.cases import Case
from ropa_app.legal.checks.finding import Finding, found
from ropa_app.legal.checks.registry import of_case
from ropa_app.legal.checks.shared import Shared


@of_case("R-RGT-02")
def portability(_shared: Shared, case: Case) -> Iterator[Finding]:
    """Find consent and contracts without a way to take the data elsewhere, Article 20(1)."""
    if case.live and not case.activity.portability and case.rests_on("6-1-a", "6-1-b", "9-2-a"):
        yield found("R-RGT-02", case.activity)
